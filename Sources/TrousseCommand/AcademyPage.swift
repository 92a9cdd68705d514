import Assembly
import Diagnostics
import Disk
import Export
import FileTree
import KnowledgeBase

/// The academic team's page over the kits that stand in an output folder.
struct AcademyPage: Sendable {
  private let output: String
  private let preparation: Preparation
  private let surroundings: Surroundings
  private let console: Console

  init(
    _ output: String, _ preparation: Preparation, _ surroundings: Surroundings, _ console: Console
  ) {
    self.output = output
    self.preparation = preparation
    self.surroundings = surroundings
    self.console = console
  }

  /// Writes the page with its style and script, and puts all that was staged in place, the page
  /// last.
  ///
  /// - Parameter omissions: what public kits leave out; nil beside kits that are not public.
  func write(
    over ledger: KitLedger, to staging: Staging, omissions: [Omission]? = nil
  ) throws(ExitCode) {
    let academy: AcademyFiles
    do throws(Stopped) {
      academy = try preparation.workshop.academyFiles(over: ledger, omissions: omissions)
    } catch {
      console.complain(error.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
    do throws(DiskError) {
      try staging.write(academy.page, at: .literal("index.html"))
      try staging.write(academy.base.bytes, at: academy.base.path)
      for file in [academy.stylesheet, academy.script] {
        try staging.write(file.bytes, at: file.path)
      }
      if let page = academy.omissions { try staging.write(page.bytes, at: page.path) }
      for file in academy.guide + academy.catalogue { try staging.write(file.bytes, at: file.path) }
      try staging.commit(last: ["index.html"])
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  /// The kits of the same edition that earlier runs left in the output, for basins that this run
  /// does not build.
  func enterFormerKits(into ledger: inout KitLedger) {
    let workshop = preparation.workshop
    let built = Set(preparation.basins.map(\.id))
    for basin in workshop.base.basins where !built.contains(basin.id) {
      enter(workshop.kitName(of: basin), into: &ledger)
    }
  }

  /// Every kit of the edition that lies in the output, whoever built it.
  func enterAllKits(into ledger: inout KitLedger) throws(ExitCode) {
    let names: [String]
    do throws(DiskError) {
      names = try listNames(in: output)
    } catch {
      console.complain(error)
      throw error.isOfInputs ? .inputs : .machine
    }
    for name in names where !FormerKit.isName(name) { enter(name, into: &ledger) }
  }

  private func enter(_ name: String, into ledger: inout KitLedger) {
    guard let manifest = manifest(of: name),
      manifest.edition == preparation.workshop.edition.id.text
    else { return }
    ledger.enter(manifest, name: name, zipBytes: fileSize(at: "\(output)/\(name).zip"))
  }

  private func manifest(of name: String) -> Manifest? {
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
}
