import Glibc

/// What leaves the machine and what comes back, beside the system's own tools on the same files.
struct TrustBench {
  let program: String
  let folder: String
  private let rounds = 7

  func run() {
    say("\nKits that are carried, proved and built again (median of \(rounds), in turn):")
    let kits = "\(folder)/carried"
    removeTree(kits)
    let first = median((0..<rounds).map { _ in build(afresh: kits) })
    let again = median((0..<rounds).map { _ in build(to: kits) })
    compare("built again, nothing changed", again, "the first build", first, aim: "0.25")
    let exports = (0..<rounds).map { _ in (export(kits), copy(kits)) }
    compare(
      "export to a folder", median(exports.map(\.0)), "`cp -r` and `sync`",
      median(exports.map(\.1)), aim: "1.30")
    // The same bytes on both sides: those of folders as they lie, those of zips unpacked.
    let key = "\(folder)/key"
    let proofs = (0..<rounds).map { _ in (measured("\(program) verify \(key)"), sums(key)) }
    compare(
      "verify folders", median(proofs.map(\.0)), "`sha256sum`", median(proofs.map(\.1)),
      aim: "1.25")
    let zips = (0..<rounds).map { _ in
      (measured("\(program) verify \(kits)/kit-*.zip"), zipSums(kits))
    }
    compare(
      "verify zips", median(zips.map(\.0)), "`unzip -p` into `sha256sum`", median(zips.map(\.1)),
      aim: "1.25")
    let updates = (0..<rounds).map { _ in update() }
    compare(
      "an untouched kit updated", median(updates.map(\.update)), "its build",
      median(updates.map(\.build)), aim: "2.00")
  }

  private func compare(
    _ name: String, _ own: Measure, _ other: String, _ theirs: Measure, aim: String
  ) {
    say(
      "  \(name): \(milliseconds(own.wall)); \(other): \(milliseconds(theirs.wall)); "
        + "\(ratio(own.wall, theirs.wall)) times (aim: \(aim) at most)")
  }

  private func build(afresh kits: String) -> Measure {
    removeTree(kits)
    return build(to: kits)
  }

  private func build(to kits: String) -> Measure {
    measured("\(program) build --edition 2015 --zip --out \(kits)")
  }

  /// The old kit's copy beside the new one is a part of the update.
  private func update() -> (build: Measure, update: Measure) {
    let one = "\(folder)/updated"
    removeTree(one)
    let build = measured("\(program) build --edition 2015 --basin evry --out \(one)")
    return (build, measured("\(program) update \(one)/kit-evry-2015 --edition 2015"))
  }

  private func export(_ kits: String) -> Measure {
    let key = "\(folder)/key"
    removeTree(key)
    _ = measured("mkdir -p \(key) && sync -f \(key)")
    return measured("\(program) export \(kits) --usb \(key)")
  }

  /// The kits' folders alone, as the export takes no zip.
  private func copy(_ kits: String) -> Measure {
    let copy = "\(folder)/copy"
    removeTree(copy)
    _ = measured("mkdir -p \(copy) && sync -f \(copy)")
    return measured("ls -d \(kits)/kit-*/ | xargs cp -r -t \(copy) && sync -f \(copy)")
  }

  private func sums(_ kits: String) -> Measure {
    measured("find \(kits)/kit-* -type f -print0 | xargs -0 sha256sum >/dev/null")
  }

  private func zipSums(_ kits: String) -> Measure {
    measured("for zip in \(kits)/kit-*.zip; do unzip -p $zip | sha256sum; done >/dev/null")
  }

  private func measured(_ line: String) -> Measure {
    guard let measure = spawn("/bin/sh", ["-c", line]) else {
      say("bench: `\(line)` failed")
      exit(1)
    }
    return measure
  }
}
