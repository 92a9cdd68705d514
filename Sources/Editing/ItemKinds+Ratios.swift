import KnowledgeBase

/// The numbers that the academic team may change: how actions are ranked, and how much of what a
/// basin needs.
extension ItemKind {
  static let weights = ItemKind(
    part: .ranking, element: "weight", sheet: "Classement",
    english: ("criterion", "criteria"), french: ("critère", "critères"),
    fields: [
      id,
      Field(
        "Points", .attribute("points"), .number,
        "de 0 à 1000, ou de -1000 à 0 pour ce qui retire des points", width: 25),
      Field("Raison", .text, .text, "pourquoi ce nombre", width: 110),
    ],
    fixed: [("standing", "proposed")])

  static let quantities = ItemKind(
    part: .quantities, element: "quantity", sheet: "Quantités",
    english: ("quantity", "quantities"), french: ("quantité", "quantités"),
    fields: [
      id,
      Field("Groupe", .attribute("group"), .words, "courriers, impressions…", width: 25),
      Field("À prévoir", .attribute("title"), .text, width: 60),
      Field("Un", .attribute("one"), .text, "affiche", width: 25),
      Field("Plusieurs", .attribute("many"), .text, "affiches", width: 25),
      Field("Documents", .attribute("documents"), .words, "noms des documents du kit", width: 50),
      firstDegreeOnly,
    ] + provenance + [
      Field(
        "Ce que l’on compte", .childAttribute("term", "of"), .choices(Field.measures),
        "un ou plusieurs, séparés par « ; »", width: 50),
      Field("Combien pour chacun", .childAttribute("term", "count"), .number, width: 25),
      Field("Un de cela", .childAttribute("term", "one"), .text, width: 25),
      Field("Plusieurs de cela", .childAttribute("term", "many"), .text, width: 25),
      Field(
        "Partagé par", .childAttribute("share", "per"), .number,
        "treize signatures par feuille : 13", width: 25),
      Field("Part, un", .childAttribute("share", "one"), .text, width: 25),
      Field("Part, plusieurs", .childAttribute("share", "many"), .text, width: 25),
      Field(
        "Répété", .childAttribute("repeat", "times"), .number, "quatre réunions : 4", width: 25),
      Field("Fois, une", .childAttribute("repeat", "one"), .text, width: 25),
      Field("Fois, plusieurs", .childAttribute("repeat", "many"), .text, width: 25),
      Field("À savoir", .child("note"), .text, "comment l’entendre", width: 100),
    ])
}

extension Field {
  static let measures = [
    Word(code: "etablissements", label: "établissements du second degré"),
    Word(code: "colleges", label: "collèges"), Word(code: "lycees", label: "lycées"),
    Word(code: "ecoles", label: "écoles"), Word(code: "eleves", label: "élèves"),
    Word(code: "equipe", label: "membres de l’équipe"), Word(code: "communes", label: "communes"),
  ]
}
