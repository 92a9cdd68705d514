package import Diagnostics

/// Something in the base that the academic team could make better.
package struct Finding: Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case unsourced, thinStake, uncalledDocument, idleRole, nearDouble, undatedEdition, blankBasin
  }

  package let kind: Kind
  /// What it is about, as people call it.
  package let subject: Phrase
  package let detail: Phrase
  /// Where to mend it, when that is one place.
  package let span: SourceSpan?
}

extension Finding.Kind {
  /// The heading of its findings.
  package var title: Phrase {
    switch self {
    case .unsourced: Phrase(en: "Without a source", fr: "Sans source")
    case .thinStake: Phrase(en: "Stakes with few actions", fr: "Enjeux pauvres en actions")
    case .uncalledDocument:
      Phrase(en: "Documents that no task calls", fr: "Documents qu’aucune tâche n’appelle")
    case .idleRole: Phrase(en: "Roles without a task", fr: "Rôles sans tâche")
    case .nearDouble: Phrase(en: "Perhaps the same, told twice", fr: "Peut-être la même chose")
    case .undatedEdition: Phrase(en: "Editions to complete", fr: "Éditions à compléter")
    case .blankBasin: Phrase(en: "Blanks by basin", fr: "Blancs par bassin")
    }
  }

  /// What the team can do about them.
  package var advice: Phrase {
    switch self {
    case .unsourced:
      Phrase(
        en: "proposals are good practice and nobody's history: name a source where there is one",
        fr: "ce sont des propositions, qui ne sont l’histoire de personne : nommez une source "
          + "quand il y en a une")
    case .thinStake:
      Phrase(
        en: "ask the basins for what they tried, with its source",
        fr: "demandez aux bassins ce qu’ils ont essayé, avec la source")
    case .uncalledDocument:
      Phrase(
        en: "name them in the `documents` of a task, so that people meet them in time",
        fr: "nommez-les dans les documents d’une tâche, pour qu’on les trouve à temps")
    case .idleRole:
      Phrase(
        en: "give them a task, as owner or with others, or take them out",
        fr: "confiez-leur une tâche, seuls ou avec d’autres, ou retirez-les")
    case .nearDouble:
      Phrase(
        en: "read them side by side; if they tell one thing, keep one with both sources",
        fr: "relisez-les côte à côte ; si elles disent la même chose, gardez-en une avec les deux "
          + "sources")
    case .undatedEdition:
      Phrase(
        en: "look for the dates and numbers in the archives; leave them blank rather than guess",
        fr: "cherchez dates et nombres dans les archives ; mieux vaut un blanc qu’une estimation")
    case .blankBasin:
      Phrase(
        en: "send the sheets « Bassins » and « Bassins, équipes » to the departmental teams, and "
          + "import what comes back",
        fr: "envoyez les feuilles « Bassins » et « Bassins, équipes » aux équipes départementales, "
          + "puis importez le retour")
    }
  }
}
