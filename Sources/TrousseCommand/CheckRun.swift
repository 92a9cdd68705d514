import Assembly
import Diagnostics
import Export
import KnowledgeBase
import Quality

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
      if typed.wantsQuality { advise(preparation) }
      return .success
    } catch {
      return error
    }
  }

  private func check(_ preparation: Preparation) async throws(ExitCode) {
    let workshop = preparation.workshop
    var ledger = KitLedger()
    var proof = Proof(workshop.planFaults)
    let total = preparation.basins.count
    let failure: BuildFailure<Never>? = await buildKits(
      workshop, basins: preparation.basins, packing: .folder,
      jobs: typed.inputs.jobs ?? surroundings.processorCount,
      deliver: { (finished) throws(Never) in
        let basin = preparation.basins.first { $0.id.text == finished.manifest.basin }
        return (finished.manifest, basin.map { workshop.faults(of: finished, for: $0) } ?? [])
      },
      collect: { (manifest, faults) in
        ledger.enter(manifest, name: manifest.basin, zipBytes: nil)
        proof.add(faults, of: manifest.basin)
        console.progress(ledger.kitCount, of: total)
      })
    switch failure {
    case nil:
      let faults = proof.faults(order: preparation.basins.map(\.id.text))
      console.complain(faults, preparation.inputs.sources)
      if faults.hasErrors || typed.inputs.isStrict && !faults.isEmpty { throw .inputs }
      report(ledger, preparation)
    case .stopped(let stopped):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
  }

  /// One paragraph for each kind of finding: what, what to do, where.
  private func advise(_ preparation: Preparation) {
    let findings = preparation.workshop.findings
    for kind in Finding.Kind.allCases {
      let own = findings.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      console.say(
        Phrase(
          en: "\n\(kind.title.english) (\(own.count)): \(kind.advice.english)",
          fr: "\n\(kind.title.french) (\(own.count)) : \(kind.advice.french)"))
      for finding in own {
        let place = finding.span.map { "  (\(line(of: $0, preparation.inputs)))" } ?? ""
        console.say(
          Phrase(
            en: "- \(finding.subject.english): \(finding.detail.english)\(place)",
            fr: "- \(finding.subject.french) : \(finding.detail.french)\(place)"))
      }
    }
    let count = counted(findings.count, en: ("finding", "findings"), fr: ("remarque", "remarques"))
    console.say(Phrase(en: "\n\(count.english)", fr: "\n\(count.french)"))
  }

  /// `basins.xml:12`
  private func line(of span: SourceSpan, _ inputs: BuildInputs) -> String {
    let bytes = inputs.knowledge.first { $0.id == span.file }?.bytes ?? []
    let line = bytes.prefix(span.bytes.lowerBound).count { $0 == 0x0A } + 1
    return "\(span.file.path.split(separator: "/").last ?? ""):\(line)"
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
