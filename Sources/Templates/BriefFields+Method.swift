import KnowledgeBase
import Tailoring

// What every edition uses again: formulas of letters, lines of the budget, risks, short messages.

let formulaShape = Shape<LetterFormula>(
  "formula",
  [
    .text("id", "l’identifiant") { $0.id.text },
    .text("title", "à qui l’on écrit : « Maire »") { $0.title },
    .text("callMasculine", "« Monsieur le Maire »") { $0.masculineCall },
    .text("callFeminine", "« Madame la Maire »") { $0.feminineCall },
    .text("call", "les deux : « Madame la Maire, Monsieur le Maire »") { $0.bothCalls },
    .text("closing", "la dernière phrase, qui reprend les deux appels") { formula in
      "\(formula.closingStart), \(formula.bothCalls), \(formula.closing)."
    },
    .text("closingStart", "son début : « Je vous prie d’agréer »") { $0.closingStart },
    .text("closingEnd", "sa fin : « l’expression de ma haute considération »") { $0.closing },
    .text("note", "ce qu’il faut savoir, ou rien") { $0.note ?? "" },
    .flag("isProposed", "vrai pour un conseil") { $0.provenance.standing == .proposed },
  ])

extension LetterFormula {
  /// Of a person who is not known yet.
  fileprivate var bothCalls: String {
    masculineCall == feminineCall ? masculineCall : "\(feminineCall), \(masculineCall)"
  }
}

private let budgetLineShape = Shape<BudgetLineBrief>(
  "budgetLine",
  [
    .text("id", "l’identifiant") { $0.line.id.text },
    .text("title", "la dépense ou la recette") { $0.line.title },
    .text("amount", "combien il en faut, d’après les quantités : « 44 affiches », ou rien") {
      $0.amount ?? ""
    },
    .text("note", "ce qu’il faut demander ou surveiller, ou rien") { $0.line.note ?? "" },
    .flag("isProposed", "vrai pour un conseil") { $0.line.provenance.standing == .proposed },
    .text("source", "la source, ou rien") { $0.source },
  ])

let budgetShape = Shape<[BudgetLineBrief]>(
  "budget",
  [
    .init("expenses", .list(.record(budgetLineShape.type)), "les dépenses") { lines in
      budgetLineShape.list(of: lines.filter { $0.line.side == .expense })
    },
    .init("incomes", .list(.record(budgetLineShape.type)), "les recettes") { lines in
      budgetLineShape.list(of: lines.filter { $0.line.side == .income })
    },
  ])

let riskShape = Shape<RiskBrief>(
  "risk",
  [
    .text("id", "l’identifiant") { $0.risk.id.text },
    .text("title", "ce qui peut arriver") { $0.risk.title },
    .text("sign", "à quoi on le voit venir") { $0.risk.sign },
    .text("prevention", "comment le prévenir") { $0.risk.prevention },
    .text("fallback", "que faire si cela arrive") { $0.risk.fallback },
    .init("owner", .record(roleNameShape.type), "qui y veille") {
      roleNameShape.value(of: $0.owner)
    },
    .flag("isProposed", "vrai pour un conseil") { $0.risk.provenance.standing == .proposed },
    .text("source", "la source, ou rien") { $0.source },
  ])

private let messagePartShape = Shape<Known<String>>(
  "messagePart", [.known("text", "des mots du message, ou ce qu’il y a à compléter") { $0 }])

let messageShape = Shape<MessageBrief>(
  "message",
  [
    .text("id", "l’identifiant") { $0.message.id.text },
    .text("title", "ce que c’est : « Message aux parents »") { $0.message.title },
    .text("to", "à qui il va") { $0.message.to },
    .known("day", "quand il part : « vendredi 13 mars », « chaque jour »") { $0.day },
    .init("parts", .list(.record(messagePartShape.type)), "le texte, morceau par morceau") {
      messagePartShape.list(of: $0.parts)
    },
    .flag("isProposed", "vrai pour un conseil") { $0.message.provenance.standing == .proposed },
  ])
