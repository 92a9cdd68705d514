import KnowledgeBase

/// What belongs to other items and has a sheet of its own, because one of them may have several.
extension ItemKind {
  static let departments = ItemKind(
    part: .academy, element: "department", sheet: "Académie, départements",
    english: ("department", "departments"), french: ("département", "départements"),
    fields: [
      id,
      Field("Code", .attribute("code"), .text, "comme 78", width: 20),
      Field("Nom", .attribute("name"), .text),
      Field("Avec « de »", .attribute("de"), .text, "de l’Essonne, des Yvelines"),
      Field("Avec « dans »", .attribute("in"), .text, "dans l’Essonne, dans les Yvelines"),
    ] + provenance)

  static let principles = ItemKind(
    part: .editions, element: "principle", sheet: "Éditions, principes",
    english: ("principle", "principles"), french: ("principe", "principes"),
    fields: [id, Field("Intitulé", .attribute("title"), .text, width: 50)] + provenance + [
      Field("Ce qu’il veut dire", .text, .text, width: 110)
    ])

  static let funds = ItemKind(
    part: .editions, element: "fund", sheet: "Éditions, fonds européens",
    english: ("fund", "funds"), french: ("fonds", "fonds"),
    fields: [
      id,
      Field("De", .attribute("first"), .number, "l’année où commence l’année scolaire", width: 20),
      Field("À", .attribute("last"), .number, width: 20),
      Field("Emblème", .attribute("emblem"), .text, "ce dont il faut garder la place", width: 70),
    ] + provenance + [Field("Mention", .text, .text, "sur chaque document", width: 110)])

  static let stakes = ItemKind(
    part: .editions, element: "stake", sheet: "Éditions, enjeux",
    english: ("stake", "stakes"), french: ("enjeu", "enjeux"),
    fields: [
      identity, owner("Édition", "edition", .edition),
      Field("Code", .attribute("id"), .text, "en minuscules, sans accent ni espace"),
      Field("Intitulé", .attribute("title"), .text, width: 80),
      Field("En bref", .attribute("short"), .text, "un ou deux mots"),
      Field("Question", .attribute("question"), .text, "celle qu’il pose", width: 90),
    ], belonging: Belonging(to: "edition", key: "id"))

  static let facts = ItemKind(
    part: .editions, element: "fact", sheet: "Éditions, faits",
    english: ("fact", "facts"), french: ("fait", "faits"),
    fields: [identity, owner("Édition", "edition", .edition)] + standing + [
      Field("Fait", .text, .text, "ce qu’une source rapporte", width: 120)
    ], belonging: Belonging(to: "edition", after: ["stake"]))

  static let people = ItemKind(
    part: .basins, element: "person", sheet: "Bassins, équipes",
    english: ("person", "people"), french: ("personne", "personnes"),
    fields: [
      identity, owner("Bassin", "basin", .basin),
      Field(
        "Rôle", .attribute("role"), .reference(.role), "celui que la personne tient", width: 45),
      Field(
        "Civilité", .attribute("civility"),
        .choice([
          Field.Word(code: "Madame", label: "Madame", also: ["Mme"]),
          Field.Word(code: "Monsieur", label: "Monsieur", also: ["M."]),
        ]), width: 25),
      Field("Nom", .attribute("name"), .text, "prénom et nom", width: 50),
      Field("Fonction", .attribute("function"), .text, "et établissement", width: 60),
      Field("Téléphone", .attribute("phone"), .text, "01 23 45 67 89", width: 35),
      Field("Mél", .attribute("mail"), .text, width: 50),
    ], belonging: Belonging(to: "basin", key: "role"))

  static let starts = ItemKind(
    part: .basins, element: "start", sheet: "Bassins, débuts tardifs",
    english: ("late start", "late starts"), french: ("début tardif", "débuts tardifs"),
    fields: [
      identity, owner("Bassin", "basin", .basin), ofEdition,
      Field(
        "Premier jour", .attribute("day"), .day, "quand le bassin se met au travail", width: 30),
    ], belonging: Belonging(to: "basin", key: "edition"))

  static let funding = ItemKind(
    part: .basins, element: "fse", sheet: "Bassins, fonds européen",
    english: ("request for European money", "requests for European money"),
    french: ("demande au fonds européen", "demandes au fonds européen"),
    fields: [identity, owner("Bassin", "basin", .basin), ofEdition],
    belonging: Belonging(to: "basin", key: "edition"))

  static let duties = ItemKind(
    part: .roles, element: "duty", sheet: "Rôles, phase par phase",
    english: ("duty", "duties"), french: ("devoir", "devoirs"),
    fields: [
      identity, owner("Rôle", "role", .role),
      Field("Phase", .attribute("phase"), .reference(.phase), width: 35),
    ] + provenance + [Field("Ce qu’il fait", .text, .text, width: 110)],
    belonging: Belonging(to: "role", after: ["mission"]))

  static let tips = ItemKind(
    part: .roles, element: "tip", sheet: "Rôles, conseils",
    english: ("tip", "tips"), french: ("conseil", "conseils"),
    fields: [identity, owner("Rôle", "role", .role)] + provenance + [
      Field("Conseil", .text, .text, "une phrase ou deux", width: 110)
    ], belonging: Belonging(to: "role", after: ["mission", "duty"]))

  static let phases = ItemKind(
    part: .tasks, element: "phase", sheet: "Tâches, phases",
    english: ("phase", "phases"), french: ("phase", "phases"),
    fields: [
      id, Field("Numéro", .attribute("number"), .number, width: 20),
      Field("Titre", .attribute("title"), .text, width: 60),
    ])

  static let fixedDays = ItemKind(
    part: .tasks, element: "fixed", sheet: "Tâches, jours fixés",
    english: ("fixed day", "fixed days"), french: ("jour fixé", "jours fixés"),
    fields: [
      identity, owner("Tâche", "task", .task), ofEdition,
      Field("Jour", .attribute("day"), .day, "celui qu’une source rapporte", width: 30),
      Field("Sources", .attribute("sources"), .references(.source), "séparées par « ; »"),
    ], fixed: [("standing", "reported")],
    belonging: Belonging(to: "task", key: "edition", after: ["short", "work"]))

  static let themes = ItemKind(
    part: .actions, element: "theme", sheet: "Actions, thèmes",
    english: ("theme", "themes"), french: ("thème", "thèmes"),
    fields: [id, Field("Intitulé", .attribute("title"), .text, width: 90)])

  static let successors = ItemKind(
    part: .glossary, element: "later", sheet: "Glossaire, suites",
    english: ("successor", "successors"), french: ("suite", "suites"),
    fields: [
      identity, owner("Mot", "term", .term),
      Field("Année", .attribute("year"), .number, "à partir de quand", width: 20),
      Field("Nouveau sigle", .attribute("short"), .text),
      Field("Ce qui a changé", .text, .text, "une phrase", width: 110),
    ], belonging: Belonging(to: "term", key: "year", after: ["means"]))

  static let keptPlaces = ItemKind(
    part: .ranking, element: "kept", sheet: "Classement, places gardées",
    english: ("kept place", "kept places"), french: ("place gardée", "places gardées"),
    fields: [
      identity,
      Field("Enjeu", .attribute("stake"), .reference(.theme)),
      Field("Places", .attribute("places"), .number, "parmi les actions proposées", width: 22),
      firstDegreeOnly,
      Field("Raison", .text, .text, "pourquoi les garder", width: 110),
    ], fixed: [("standing", "proposed")], belonging: Belonging(key: "stake"))

  static let families = ItemKind(
    part: .ranking, element: "family", sheet: "Classement, familles",
    english: ("family of forms", "families of forms"),
    french: ("famille de formes", "familles de formes"),
    fields: [
      id, Field("Intitulé", .attribute("title"), .text, width: 70),
      Field(
        "Formes", .children("format"), .text, "celles de la feuille Actions, une par ligne",
        width: 70),
    ])

  static let quantityGroups = ItemKind(
    part: .quantities, element: "group", sheet: "Quantités, groupes",
    english: ("group of quantities", "groups of quantities"),
    french: ("groupe de quantités", "groupes de quantités"),
    fields: [id, Field("Intitulé", .attribute("title"), .text, width: 70)])
}

extension ItemKind {
  /// The first column of items without an id of their own.
  static let identity = Field(
    "Repère", .identity, .id,
    "ne pas changer ; vide pour une ligne nouvelle. Pour supprimer ou trier des lignes : Outils ▸ "
      + "Protéger la feuille.", aliases: ["id", "Identifiant"], width: 55)

  static func owner(_ heading: String, _ name: String, _ target: Field.Target) -> Field {
    Field(heading, .owner(name), .reference(target), "ligne nouvelle : à qui elle appartient")
  }

  static let ofEdition = Field(
    "Édition", .attribute("edition"), .reference(.edition), "l’année de sa Semaine", width: 25)

  static let firstDegreeOnly = Field(
    "Seulement si", .attribute("only-if"),
    .choice([Field.Word(code: "first-degree", label: "premier degré")]),
    "premier degré : si les écoles participent", width: 28)
}
