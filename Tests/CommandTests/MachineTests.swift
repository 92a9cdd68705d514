import Foundation
import Glibc
import TestSupport
import Testing

/// What the machine refuses: exit code 3, the place and the reason, and the former kits as they
/// were.
@Suite struct `A machine that refuses` {
  private static let places = [
    Line(
      command: "build --basin evry --out kits/index.html", code: 3,
      errors: .containing(["disk.create", "`kits/index.html`", "it is not a folder"])),
    Line(
      command: "build --basin evry --out kits/index.html/deeper", code: 3,
      errors: .containing(["disk.create", "`kits/index.html", "not a folder"])),
    Line(
      command: "build --basin evry --out /proc/kits", code: 3,
      errors: .containing(["disk.create", "`/proc/kits`"])),
    Line(
      command: "build --basin evry --out /dev/null", code: 3,
      errors: .containing(["disk.create", "`/dev/null`"])),
    Line(
      command: "build --basin evry --out \(String(repeating: "long", count: 64))", code: 3,
      errors: .containing(["disk.create", "the name is too long"])),
    Line(
      command: "build --basin evry --out /proc/kits --lang fr", code: 3,
      errors: .containing(["erreur[disk.create]", "impossible de créer le dossier"])),
  ]

  @Test(arguments: places)
  func `to write there says so`(_ line: Line) throws {
    let bench = try Bench()
    let before = try tree(at: bench.files.root)
    try line.expect(in: bench.files.root)
    #expect(differences(before, try tree(at: bench.files.root)) == [])
  }

  @Test func `because another build is at work there`() throws {
    let bench = try Bench()
    let lock = open(bench.files.place("kits/.trousse-lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    defer { close(lock) }
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    try bench.files.write("4711\n", "kits/.trousse-lock")
    let busy = try bench.build("build --basin evry --out kits")
    #expect(busy.code == 3)
    #expect(
      busy.errors == """
        error[disk.lock]: cannot take the folder `kits`: another `trousse` (process 4711) is writing there
         = help: wait until the other run has ended, or choose another folder

        """)
    flock(lock, LOCK_UN)
    #expect(try Trousse.run("build --basin evry --out kits", in: bench.files.root).code == 0)
    #expect(
      try names(in: bench.files.place("kits"))
        == academyNames + ["kit-evry-2014", "kit-evry-2015"])
  }

  @Test func `to be shared by builds at once still leaves whole kits`() throws {
    let folder = try TemporaryFolder()
    let command = "build --basin evry --zip --out kits"
    let runs = try (0..<3).map { _ in try Trousse.start(command, in: folder.path) }
    let outcomes = try runs.map { try $0.outcome() }
    #expect(outcomes.contains { $0.code == 0 })
    for outcome in outcomes where outcome.code != 0 {
      #expect(outcome.code == 3 && outcome.errors.contains("error[disk.lock]"))
    }
    let both = try tree(at: folder.path(of: "kits"))
    #expect(try Trousse.run(command, in: folder.path).code == 0)
    #expect(differences(both, try tree(at: folder.path(of: "kits"))) == [])
  }

  @Test func `files of that size`() throws {
    let bench = try Bench()
    let before = try tree(at: bench.files.place("kits"))
    // Some kilobytes, whatever a shell takes for a block: no page of a kit fits.
    let outcome = try Trousse.shell("ulimit -f 4; exec \"$0\" \(Bench.build)", in: bench.files.root)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("error[disk.write]: cannot write `kits/kit-evry-2015/"))
    #expect(outcome.errors.contains("the file is larger than the disk accepts"))
    #expect(differences(before, try tree(at: bench.files.place("kits"))) == [])
  }

  private static let canMount: Bool = {
    let line = "unshare -m sh -c 'mount -t tmpfs none /mnt'"
    return (try? Trousse.shell(line, in: "/").code) == 0
  }()

  @Test(.enabled(if: canMount, "a small disk needs `unshare -m` and `mount`"))
  func `because the disk is full`() throws {
    let bench = try Bench()
    let inside = """
      mount -t tmpfs -o size=900k none kits && mkdir kits/kit-evry-2015 || exit 99
      echo former | tee kits/index.html >kits/kit-evry-2015/OUVRIR-LA-CLE.html
      "$0" \(Bench.build) --replace; code=$?
      find kits -type f; cat kits/index.html kits/kit-evry-2015/OUVRIR-LA-CLE.html; exit $code
      """
    try bench.files.write(inside, "inside.sh")
    let line = #"exec unshare -m sh -c '. ./inside.sh' "$0""#
    let outcome = try Trousse.shell(line, in: bench.files.root)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("error[disk.write]: cannot write `kits/kit-evry-2015"))
    #expect(outcome.errors.contains("the disk is full"))
    let left = ["kits/index.html", "kits/kit-evry-2015/OUVRIR-LA-CLE.html"]
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.sorted() == ["former", "former"] + left)
  }
}
