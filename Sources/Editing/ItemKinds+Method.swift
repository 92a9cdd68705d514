import KnowledgeBase

/// What every edition uses again: formulas of letters, lines of the budget, risks, short messages.
extension ItemKind {
  static let formulas = ItemKind(
    part: .formulas, element: "formula", sheet: "Formules",
    english: ("letter formula", "letter formulas"), french: ("formule", "formules"),
    fields: [
      id,
      Field("À qui l’on écrit", .attribute("title"), .text, width: 60),
      Field(
        "Appel au masculin", .attribute("call-masculine"), .text, "Monsieur le Maire", width: 50),
      Field("Appel au féminin", .attribute("call-feminine"), .text, "Madame la Maire", width: 50),
      Field(
        "Début de la formule", .attribute("closing-start"), .text, "Je vous prie d’agréer",
        width: 45),
      Field(
        "Fin de la formule", .attribute("closing"), .text, "l’expression de ma haute considération",
        width: 60),
    ] + provenance + [
      Field("À savoir", .child("note"), .text, "quand choisir une autre tournure", width: 90)
    ])

  static let budget = ItemKind(
    part: .budget, element: "line", sheet: "Budget",
    english: ("budget line", "budget lines"), french: ("ligne de budget", "lignes de budget"),
    fields: [
      id,
      Field(
        "Côté", .attribute("side"),
        .choice(BudgetLine.Side.allCases.map { Field.Word(code: $0.rawValue, label: $0.title) }),
        width: 22),
      Field(
        "Dépense ou recette", .attribute("title"), .text,
        "sans prix : les prix sont ceux des devis",
        width: 70),
      Field(
        "Quantités", .attribute("quantities"), .references(.quantity),
        "celles qui disent combien il en faut, séparées par « ; »", width: 50),
      Field("Seulement si", .attribute("only-if"), .choices(Field.conditions), conditionHelp),
    ] + provenance + [
      Field("À savoir", .child("note"), .text, "ce qu’il faut demander ou surveiller", width: 90)
    ])

  static let risks = ItemKind(
    part: .risks, element: "risk", sheet: "Risques",
    english: ("risk", "risks"), french: ("risque", "risques"),
    fields: [
      id,
      Field("Risque", .attribute("title"), .text, "ce qui peut arriver", width: 60),
      Field("Qui y veille", .attribute("owner"), .reference(.role)),
      Field("Seulement si", .attribute("only-if"), .choices(Field.conditions), conditionHelp),
    ] + provenance + [
      Field("Signe", .child("sign"), .text, "à quoi on le voit venir", width: 70),
      Field("Prévenir", .child("prevention"), .text, width: 80),
      Field("Si cela arrive", .child("fallback"), .text, "la solution de repli", width: 80),
    ])

  static let messages = ItemKind(
    part: .messages, element: "message", sheet: "Messages",
    english: ("message", "messages"), french: ("message", "messages"),
    fields: [
      id,
      Field("Intitulé", .attribute("title"), .text, "Message aux parents", width: 50),
      Field("À qui", .attribute("to"), .text),
      Field(
        "Avec la tâche", .attribute("task"), .reference(.task),
        "il part le jour où elle est due ; ou l’une des deux colonnes suivantes", width: 50),
      Field(
        "Délai", .attribute("lead"), .lead,
        "1 jour de classe avant la Semaine ; -2 jours de classe : après", width: 40),
      Field(
        "Pendant la Semaine", .attribute("moment"),
        .choice([
          Field.Word(code: "first-day", label: "le premier jour"),
          Field.Word(code: "each-day", label: "chaque jour"),
        ]), width: 30),
      Field("Seulement si", .attribute("only-if"), .choices(Field.conditions), conditionHelp),
    ] + provenance + [
      Field(
        "Texte", .text, .text,
        "entre crochets : ce qu’il y a à compléter ; le kit remplit [nom de la Semaine], [dates de "
          + "la Semaine], [site de l’académie] et [slogan]", width: 120)
    ])

  static let conditionHelp = "toutes ces conditions, séparées par « ; »"
}

extension Field {
  static let conditions = [
    Word(code: "first-degree", label: "premier degré"),
    Word(code: "fse", label: "Fonds social européen"),
    Word(code: "election", label: "élection proche"),
  ]
}
