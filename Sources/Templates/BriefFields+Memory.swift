import Diagnostics
import KnowledgeBase
import Tailoring

// Past actions, partners and the glossary.

private let actionShape = Shape<ActionBrief>(
  "action",
  [
    .text("id", "l’identifiant") { $0.action.id.text },
    .text("title", "l’intitulé") { $0.action.title },
    .text("place", "où : établissement, commune (département), bassin") { $0.place },
    .text("when", "quand : édition, année scolaire") { $0.when },
    .text("weekNote", "comment l’action tient à la Semaine, ou rien si elle y était") {
      weekNote($0.action.week)
    },
    .flag("isInWeek", "vrai si l’action était dans la Semaine") { $0.action.week == .yes },
    .text("audience", "pour qui, ou rien") { $0.action.audience ?? "" },
    .text("format", "la forme") { $0.action.format },
    .text("description", "ce qui a été fait") { $0.action.description },
    .text("partners", "avec qui, ou rien") { $0.action.partners ?? "" },
    .text("materials", "ce qu’il a fallu, ou rien") { $0.action.materials ?? "" },
    .text("result", "ce qui en est rapporté, ou rien") { $0.action.result ?? "" },
    .text("proposal", "comment s’y prendre : un conseil, ou rien") { $0.action.proposal ?? "" },
    .texts("preparation", "ce qu’il faut régler avant : des conseils") {
      $0.action.sheet.preparation
    },
    .texts("needs", "ce qu’il faut avoir : des conseils") { $0.action.sheet.needs },
    .texts("steps", "le déroulement, pas à pas : des conseils") { $0.action.sheet.steps },
    .texts("variants", "d’autres manières de faire : des conseils") { $0.action.sheet.variants },
    .number("leadWeeks", "les semaines à prévoir avant le jour : une estimation") {
      $0.action.leadWeeks
    },
    .texts("reasons", "pourquoi ce bassin devrait la regarder, ou rien") { $0.reasons },
    .texts("warnings", "ce qui demande réflexion, ou rien") { $0.warnings },
    .text("caution", "à quoi prendre garde, ou rien") { $0.action.caution ?? "" },
    .text("effort", "« léger », « moyen », « important » : une estimation") {
      effort($0.action.effort)
    },
    .flag("firstDegree", "vrai si le premier degré y prend part") {
      $0.action.concernsFirstDegree
    },
    .text("stake", "l’enjeu ou le thème") { $0.theme },
    .text("source", "la source") { $0.source },
  ])

private func weekNote(_ tie: Action.WeekTie) -> String {
  switch tie {
  case .yes: ""
  case .no: "hors de la Semaine"
  case .before: "en amont de la Semaine"
  case .after: "en prolongement de la Semaine"
  case .unknown: "lien avec la Semaine non précisé"
  }
}

private func effort(_ effort: Action.Effort) -> String {
  switch effort {
  case .small: "léger"
  case .medium: "moyen"
  case .large: "important"
  }
}

private let actionGroupShape = Shape<ActionGroup>(
  "actionGroup",
  [
    .text("id", "l’identifiant de l’enjeu") { $0.theme.id.text },
    .text("title", "l’enjeu ou le thème") { $0.theme.title },
    .init("actions", .list(.record(actionShape.type)), "les actions") {
      actionShape.list(of: $0.actions)
    },
  ])

let actionsShape = Shape<Brief>(
  "actions",
  [
    .init("own", .list(.record(actionShape.type)), "les actions passées du bassin lui-même") {
      actionShape.list(of: $0.ownActions)
    },
    .init("suggested", .list(.record(actionShape.type)), "celles par lesquelles commencer") {
      actionShape.list(of: $0.suggestions)
    },
    .init("groups", .list(.record(actionGroupShape.type)), "les autres, par enjeu puis thème") {
      brief in actionGroupShape.list(of: brief.otherGroups)
    },
    .init("all", .list(.record(actionShape.type)), "toutes, celles du bassin d’abord") { brief in
      actionShape.list(of: brief.ownActions + brief.actionGroups.flatMap(\.actions))
    },
    .number("count", "combien il y en a") { brief in
      brief.ownActions.count + brief.actionGroups.reduce(0) { $0 + $1.actions.count }
    },
  ])

private let quantityShape = Shape<QuantityBrief>(
  "quantity",
  [
    .text("title", "ce qu’il faut prévoir") { $0.quantity.title },
    .known("amount", "combien : « 44 affiches »") { $0.amount },
    .text("formula", "le calcul : « 22 établissements × 2 affiches »") { $0.formula },
    .text("note", "comment l’entendre") { $0.quantity.note },
    .flag("isProposed", "vrai si le rapport est un conseil") {
      $0.quantity.provenance.standing == .proposed
    },
    .text("basis", "de quoi le rapport est calculé, ou rien") {
      $0.quantity.provenance.basis ?? ""
    },
    .text("source", "la source, ou rien") { $0.source },
  ])

let quantityGroupShape = Shape<QuantityGroupBrief>(
  "quantityGroup",
  [
    .text("title", "l’intitulé du groupe") { $0.title },
    .init("quantities", .list(.record(quantityShape.type)), "les quantités") {
      quantityShape.list(of: $0.quantities)
    },
  ])

let partnerShape = Shape<PartnerKind>(
  "partner",
  [
    .text("id", "l’identifiant") { $0.id.text },
    .text("kind", "la sorte : « association », « elected »…") { $0.kind },
    .text("title", "le partenaire : « Mission locale »") { $0.title },
    .text("function", "la fonction de la personne à qui l’on écrit") { $0.function },
    .text("why", "pourquoi il viendrait") { $0.why },
    .texts("asks", "ce qu’on lui demande") { $0.asks },
    .text("care", "à quoi prendre garde, ou rien") { $0.care ?? "" },
    .text("callMasculine", "« Monsieur le Maire »") { $0.formula.masculineCall },
    .text("callFeminine", "« Madame la Maire »") { $0.formula.feminineCall },
    .init("formula", .record(formulaShape.type), "comment on l’appelle et prend congé") {
      formulaShape.value(of: $0.formula)
    },
    .text("closing", "la fin de la formule : « l’expression de ma haute considération »") {
      $0.formula.closing
    },
  ])

private let contactShape = Shape<Term>(
  "contact",
  [
    .known("name", "le nom de la personne à joindre") { .blank("nom du contact (\($0.short))") },
    .known("phone", "son téléphone") { .blank("téléphone du contact (\($0.short))") },
    .known("mail", "son courriel") { .blank("courriel du contact (\($0.short))") },
  ])

let termShape = Shape<TermBrief>(
  "term",
  [
    .text("short", "le sigle ou le mot") { $0.term.short },
    .text("long", "le nom entier") { $0.term.long },
    .text("means", "ce que c’est, en une phrase") { $0.term.means },
    .text("later", "ce qu’il est devenu, ou rien") { $0.later },
    .flag("isEveryday", "vrai si chacun le connaît sans explication") { $0.term.isEveryday },
    .flag("isContact", "vrai si le bassin doit savoir qui appeler") { $0.term.isContact },
    .init("contact", .record(contactShape.type), "qui appeler") {
      contactShape.value(of: $0.term)
    },
  ])
