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
      let preparation = try Preparation(typed.inputs, surroundings, console)
      let staging = try begin()
      do throws(ExitCode) {
        try await build(preparation, staging)
      } catch {
        staging.discard()
        throw error
      }
      return .success
    } catch {
      return error
    }
  }

  private func begin() throws(ExitCode) -> Staging {
    do throws(DiskError) {
      return try Staging.begin(in: output)
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  private func build(_ preparation: Preparation, _ staging: Staging) async throws(ExitCode) {
    var ledger = KitLedger()
    let total = preparation.basins.count
    let failure: BuildFailure<DiskError>? = await buildKits(
      preparation.workshop, basins: preparation.basins,
      packing: packing(preparation),
      jobs: typed.inputs.jobs ?? surroundings.processorCount,
      deliver: { (finished) throws(DiskError) in try write(finished, to: staging) },
      collect: { kit in
        ledger.enter(kit.manifest, name: kit.name, zipBytes: kit.zipBytes)
        console.progress(ledger.kitCount, of: total)
      })
    switch failure {
    case nil: try finish(ledger, preparation, staging)
    case .stopped(let stopped):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    case .delivery(let error):
      console.complain(error)
      throw .machine
    }
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
  }

  private func write(
    _ finished: FinishedKit, to staging: Staging
  ) throws(DiskError) -> WrittenKit {
    let kit = finished.kit
    for file in kit.files { try staging.write(file.bytes, at: file.path) }
    if let zip = kit.zip { try staging.write(zip.bytes, at: zip.path) }
    return WrittenKit(
      manifest: finished.manifest, name: kit.name.text, zipBytes: kit.zip?.bytes.count)
  }

  // MARK: The academic team's page

  private func finish(
    _ built: KitLedger, _ preparation: Preparation, _ staging: Staging
  ) throws(ExitCode) {
    var all = built
    enterFormerKits(into: &all, preparation)
    let academy: AcademyFiles
    do throws(Stopped) {
      academy = try preparation.workshop.academyFiles(over: all)
    } catch {
      console.complain(error.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
    do throws(DiskError) {
      try staging.write(academy.page, at: .literal("index.html"))
      for file in [academy.stylesheet, academy.script] {
        try staging.write(file.bytes, at: file.path)
      }
      try staging.commit(last: ["index.html"])
    } catch {
      console.complain(error)
      throw .machine
    }
    report(built)
  }

  /// The kits of the same edition that earlier runs left in the output, for basins that this run
  /// does not build.
  private func enterFormerKits(into ledger: inout KitLedger, _ preparation: Preparation) {
    let workshop = preparation.workshop
    let built = Set(preparation.basins.map(\.id))
    for basin in workshop.base.basins where !built.contains(basin.id) {
      let name = workshop.kitName(of: basin)
      guard let manifest = formerManifest(name) else { continue }
      ledger.enter(manifest, name: name, zipBytes: fileSize(at: "\(output)/\(name).zip"))
    }
  }

  private func formerManifest(_ name: String) -> Manifest? {
    let path = "\(output)/\(name)/\(Manifest.path.text)"
    guard fileExists(at: path) else { return nil }
    let file: SourceFile
    do throws(DiskError) {
      let bytes = try readFile(at: path, limitBytes: 16 << 20)
      file = SourceFile(id: SourceFile.ID(surroundings.shown(path)), bytes: bytes)
    } catch {
      console.complain(error)
      return nil
    }
    do throws(Stopped) {
      return try Manifest(file)
    } catch {
      console.complain(error.diagnostics, [file.id: file.bytes])
      return nil
    }
  }

  private func report(_ ledger: KitLedger) {
    let place = surroundings.shown(output)
    let (kits, sheets) = (
      countedKits(ledger.kitCount), countedDocuments(ledger.documentCount)
    )
    console.say(
      Phrase(
        en: "\(kits.english), \(sheets.english) in \(place); open \(place)/index.html",
        fr: "\(kits.french), \(sheets.french) dans \(place) ; ouvrez \(place)/index.html"))
  }
}
