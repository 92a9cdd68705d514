import Assembly
import Diagnostics
import Export
import KnowledgeBase

/// `trousse check`: everything of a build but the writing.
struct CheckRun: Sendable {
  private let typed: CheckCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: CheckCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(typed.inputs, surroundings, console)
      try await check(preparation)
      return .success
    } catch {
      return error
    }
  }

  private func check(_ preparation: Preparation) async throws(ExitCode) {
    var ledger = KitLedger()
    let total = preparation.basins.count
    let failure: BuildFailure<Never>? = await buildKits(
      preparation.workshop, basins: preparation.basins, packing: .folder,
      jobs: typed.inputs.jobs ?? surroundings.processorCount,
      deliver: { (finished) throws(Never) in finished.manifest },
      collect: { manifest in
        ledger.enter(manifest, name: manifest.basin, zipBytes: nil)
        console.progress(ledger.kitCount, of: total)
      })
    switch failure {
    case nil: report(ledger, preparation)
    case .stopped(let stopped):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
  }

  private func report(_ ledger: KitLedger, _ preparation: Preparation) {
    let edition = preparation.workshop.edition.id.text
    let (kits, sheets) = (countedKits(ledger.kitCount), countedDocuments(ledger.documentCount))
    let blank = counted(
      ledger.blankCount, en: ("blank", "blanks"), fr: ("blanc à remplir", "blancs à remplir"))
    let open = counted(
      ledger.unconfirmedCount, en: ("name of a basin", "names of basins"),
      fr: ("nom de bassin à confirmer", "noms de bassin à confirmer"))
    console.say(
      Phrase(
        en: "edition \(edition): \(kits.english) and \(sheets.english) are in order; "
          + "\(blank.english) to fill, \(open.english) to confirm",
        fr: "édition \(edition) : \(kits.french) et \(sheets.french) en ordre ; "
          + "\(blank.french), \(open.french)"))
  }
}
