package import Diagnostics
package import KnowledgeBase

/// What rests on one source.
package struct SourceUse: Sendable {
  package let source: Source
  /// In the order of the files.
  package let items: [Item]

  package struct Item: Sendable {
    /// « retour d’expérience les-12 »
    package let name: Phrase
    package let standing: Provenance.Standing
  }

  package func count(_ standing: Provenance.Standing) -> Int {
    items.count { $0.standing == standing }
  }
}

/// The sources in the order of their file, each with what cites it.
///
/// - Complexity: linear in the size of the base.
package func sourceUses(of base: KnowledgeBase) -> [SourceUse] {
  var citing: [Source.ID: [SourceUse.Item]] = [:]
  func add(_ kind: Phrase, _ id: String, _ provenance: Provenance) {
    let item = SourceUse.Item(
      name: Phrase(en: "\(kind.english) \(id)", fr: "\(kind.french) \(id)"),
      standing: provenance.standing)
    for source in provenance.sources { citing[source, default: []].append(item) }
  }
  for edition in base.editions {
    add(Phrase(en: "edition", fr: "édition"), edition.id.text, edition.provenance)
    for (number, fact) in edition.facts.enumerated() {
      let kind = Phrase(
        en: "fact \(number + 1) of edition", fr: "fait \(number + 1) de l’édition")
      add(kind, edition.id.text, fact.provenance)
    }
  }
  for basin in base.basins {
    add(Phrase(en: "basin", fr: "bassin"), basin.id.text, basin.provenance)
  }
  for role in base.roles {
    let kind = Phrase(en: "role", fr: "rôle")
    add(kind, role.id.text, role.provenance)
  }
  for task in base.tasks {
    add(Phrase(en: "task", fr: "tâche"), task.id.text, task.provenance)
  }
  for action in base.actions {
    add(Phrase(en: "action", fr: "action"), action.id.text, action.provenance)
  }
  for lesson in base.lessons {
    add(Phrase(en: "lesson", fr: "retour d’expérience"), lesson.id.text, lesson.provenance)
  }
  for partner in base.partners {
    add(Phrase(en: "kind of partner", fr: "partenaire"), partner.id.text, partner.provenance)
  }
  for formula in base.formulas {
    add(Phrase(en: "letter formula", fr: "formule"), formula.id.text, formula.provenance)
  }
  for line in base.budget {
    add(Phrase(en: "budget line", fr: "ligne de budget"), line.id.text, line.provenance)
  }
  for risk in base.risks { add(Phrase(en: "risk", fr: "risque"), risk.id.text, risk.provenance) }
  for message in base.messages {
    add(Phrase(en: "message", fr: "message"), message.id.text, message.provenance)
  }
  for term in base.glossary {
    add(Phrase(en: "term", fr: "mot"), term.id.text, term.provenance)
  }
  return base.sources.map { SourceUse(source: $0, items: citing[$0.id] ?? []) }
}

extension Provenance.Standing {
  /// As messages say it.
  package var phrase: Phrase {
    switch self {
    case .reported: Phrase(en: "reported", fr: "rapporté")
    case .computed: Phrase(en: "computed", fr: "calculé")
    case .proposed: Phrase(en: "proposed", fr: "proposé")
    }
  }
}
