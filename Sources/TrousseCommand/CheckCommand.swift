import Assembly
import Diagnostics
import Export
import KnowledgeBase

/// `trousse check`: everything of a build but the writing.
struct CheckCommand: Sendable {
  private let typed: TypedArguments
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: TypedArguments, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(typed, surroundings, console)
      try await check(preparation)
      return .success
    } catch {
      return error
    }
  }

  private func check(_ preparation: Preparation) async throws(ExitCode) {
    let outcome: Result<[Manifest], BuildFailure<Never>> = await buildKits(
      preparation.workshop, basins: preparation.basins, packing: .folder,
      jobs: typed.jobs ?? surroundings.processorCount,
      progress: { console.progress($0, of: preparation.basins.count) },
      deliver: { (finished) throws(Never) in finished.manifest })
    switch outcome {
    case .success(let manifests): report(manifests, preparation)
    case .failure(.stopped(let stopped)):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
  }

  private func report(_ manifests: [Manifest], _ preparation: Preparation) {
    let documents = manifests.reduce(0) { $0 + $1.documentCount }
    let blanks = manifests.reduce(0) { $0 + $1.blanks.reduce(0) { $0 + $1.names.count } }
    let unconfirmed = manifests.filter { !$0.isConfirmed }.count
    let edition = preparation.workshop.edition.id.text
    console.say(
      Phrase(
        en: "edition \(edition): \(manifests.count) kits and \(documents) documents are in order; "
          + "\(blanks) blanks to fill, \(unconfirmed) names of basins to confirm",
        fr: "édition \(edition) : \(manifests.count) kits et \(documents) documents en ordre ; "
          + "\(blanks) blancs à remplir, \(unconfirmed) noms de bassin à confirmer"))
  }
}
