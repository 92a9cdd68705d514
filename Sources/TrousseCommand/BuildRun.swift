import Assembly
import Diagnostics
import Disk
import Export
import FileTree
import KnowledgeBase

/// `trousse build`: the kits, each a folder and perhaps a zip, and the academic team's page.
///
/// All is written into a staging folder beside the kits and swapped in at the end, so that a build
/// that fails or is killed leaves the former kits whole.
struct BuildRun: Sendable {
  private let typed: BuildCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: BuildCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  /// Where kits go without another word.
  static let defaultOutput = "build/kits"

  private var output: String { typed.output ?? Self.defaultOutput }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      var preparation = try Preparation(typed.inputs, surroundings, console)
      if let shard = typed.shard {
        preparation.basins = shard.part(of: preparation.basins)
        guard !preparation.basins.isEmpty else { return reportEmpty(shard) }
      }
      let omissions = typed.isPublic ? leaveOutPersonalData(of: &preparation) : nil
      let staging = try begin()
      do throws(ExitCode) {
        try await build(preparation, omissions, staging)
      } catch {
        staging.discard()
        throw error
      }
      return .success
    } catch {
      return error
    }
  }

  /// Says of each person which kinds of data stay out, and never the data.
  ///
  /// - Returns: the same for the page that stands beside the kits.
  private func leaveOutPersonalData(of preparation: inout Preparation) -> [Omission] {
    let omissions = preparation.workshop.omissions(from: preparation.basins)
    for omission in omissions {
      let (basin, role) = (omission.basin, omission.role)
      let english = omission.kinds.map(\.english).joined(separator: ", ")
      let french = omission.kinds.map(\.french).joined(separator: ", ")
      console.say(
        Phrase(
          en: "left out of \(basin.name): \(role): \(english)",
          fr: "ôté du bassin \(basin.de) : \(role) : \(french)"))
    }
    preparation.basins = preparation.basins.map(\.withoutPersonalData)
    return omissions
  }

  private func begin() throws(ExitCode) -> Staging {
    do throws(DiskError) {
      return try Staging.begin(in: output)
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  private var jobs: Int { typed.inputs.jobs ?? surroundings.processorCount }

  private func build(
    _ whole: Preparation, _ omissions: [Omission]?, _ staging: Staging
  ) async throws(ExitCode) {
    var preparation = whole
    let packing = packing(preparation)
    let standing = StandingKits(
      in: output, inputs: sum(of: preparation), wantsZip: packing == .folderAndZip,
      replacesWork: typed.replacesWork, jobs: jobs, console)
    preparation.basins = try await waiting(preparation, standing)
    var record = standing.record
    var ledger = KitLedger()
    let total = preparation.basins.count
    let failure: BuildFailure<DiskError>? = await buildKits(
      preparation.workshop, basins: preparation.basins, packing: packing, jobs: jobs,
      deliver: { (finished) throws(DiskError) in try write(finished, to: staging) },
      collect: { kit in
        ledger.enter(kit.manifest, name: kit.name, zipBytes: kit.zipBytes)
        record.entries[kit.name] = BuildRecord.Entry(
          inputs: standing.inputs, checksums: kit.checksums, zip: kit.zipSum)
        console.progress(ledger.kitCount, of: total)
      })
    switch failure {
    case nil:
      try finish(ledger, preparation, record, omissions, staging)
      report(ledger, asTheyWere: whole.basins.count - total)
    case .stopped(let stopped):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    case .delivery(let error):
      console.complain(error)
      throw .machine
    }
  }

  /// What kits are made from. The program's own file counts by its stamp: another build of it may
  /// write other kits under the same version.
  private func sum(of preparation: Preparation) -> String {
    preparation.workshop.sum(
      of: preparation.inputs,
      more: [
        typed.inputs.start ?? "", typed.isPublic ? "public" : "",
        fileStamp(of: surroundings.executable) ?? "",
      ])
  }

  /// The basins whose kits are not there as they would be built.
  private func waiting(
    _ preparation: Preparation, _ standing: StandingKits
  ) async throws(ExitCode) -> [Basin] {
    var basins: [Basin] = []
    var refusals: [Diagnostic] = []
    for basin in preparation.basins {
      do throws(Stopped) {
        let name = preparation.workshop.kitName(of: basin)
        if try await !standing.isCurrent(name) { basins.append(basin) }
      } catch {
        refusals += error.diagnostics
      }
    }
    guard refusals.isEmpty else {
      console.complain(refusals, [:])
      throw .machine
    }
    return basins
  }

  /// A zip that stands beside a kit of this build is made anew with it: it would be out of date.
  private func packing(_ preparation: Preparation) -> Packing {
    let hasZip = preparation.basins.contains { basin in
      fileExists(at: "\(output)/\(preparation.workshop.kitName(of: basin)).zip")
    }
    return typed.wantsZip || hasZip ? .folderAndZip : .folder
  }

  /// What is known of a kit once it is written.
  private struct WrittenKit: Sendable {
    let manifest: Manifest
    let name: String
    let zipBytes: Int?
    /// SHA-256 of the kit's `SHA256SUMS`, and of the zip.
    let checksums: String
    let zipSum: String?
  }

  private func write(
    _ finished: FinishedKit, to staging: Staging
  ) throws(DiskError) -> WrittenKit {
    let kit = finished.kit
    for file in kit.files { try staging.write(file.bytes, at: file.path) }
    if let zip = kit.zip { try staging.write(zip.bytes, at: zip.path) }
    let checksums = kit.files.last { $0.path.name == ShippedKit.checksumsPath.name }
    return WrittenKit(
      manifest: finished.manifest, name: kit.name.text, zipBytes: kit.zip?.bytes.count,
      checksums: sum(of: checksums?.bytes ?? []), zipSum: kit.zip.map { sum(of: $0.bytes) })
  }

  private func sum(of bytes: [UInt8]) -> String {
    var sum = ByteSum()
    sum.add(bytes)
    return sum.hex
  }

  // MARK: The academic team's page

  private func finish(
    _ built: KitLedger, _ preparation: Preparation, _ record: BuildRecord,
    _ omissions: [Omission]?, _ staging: Staging
  ) throws(ExitCode) {
    do throws(DiskError) {
      try staging.write(record.bytes, at: BuildRecord.path)
    } catch {
      console.complain(error)
      throw .machine
    }
    var all = built
    let page = AcademyPage(output, preparation, surroundings, console)
    page.enterFormerKits(into: &all)
    try page.write(over: all, to: staging, omissions: omissions)
  }

  private func reportEmpty(_ shard: Shard) -> ExitCode {
    console.say(
      Phrase(
        en: "no basin falls to shard \(shard): nothing to build",
        fr: "aucun bassin ne revient à la part \(shard) : rien à fabriquer"))
    return .success
  }

  /// - Parameter count: the kits that were there already.
  private func report(_ ledger: KitLedger, asTheyWere count: Int) {
    let place = surroundings.shown(output)
    let (kits, sheets) = (
      countedKits(ledger.kitCount), countedDocuments(ledger.documentCount)
    )
    let built = Phrase(
      en: "\(kits.english), \(sheets.english) in \(place)",
      fr: "\(kits.french), \(sheets.french) dans \(place)")
    let same = counted(
      count, en: ("kit is as it would be built", "kits are as they would be built"),
      fr: (
        "kit est déjà tel qu’il serait fabriqué", "kits sont déjà tels qu’ils seraient fabriqués"
      ))
    let open = Phrase(en: "open \(place)/index.html", fr: "ouvrez \(place)/index.html")
    let parts = (ledger.kitCount > 0 ? [built] : []) + (count > 0 ? [same] : []) + [open]
    console.say(
      Phrase(
        en: parts.map(\.english).joined(separator: "; "),
        fr: parts.map(\.french).joined(separator: " ; ")))
  }
}
