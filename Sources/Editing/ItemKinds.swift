import KnowledgeBase

extension ItemKind {
  /// All kinds, in the order in which the base reads them: what is referred to comes first.
  package static let all = [
    sources, departments, editions, stakes, facts, principles, funds, elsewhere, basins, people,
    starts, funding, schools, roles, duties, tips, tasks, fixedDays, phases, actions, themes,
    lessons, formulas, partners, terms, successors, weights, keptPlaces, families, quantities,
    quantityGroups, budget, risks, messages,
  ]

  static let sources = ItemKind(
    part: .sources, element: "source", sheet: "Sources",
    english: ("source", "sources"), french: ("source", "sources"),
    fields: [
      id,
      Field("Titre", .attribute("title"), .text, "titre du document ou de la page", width: 80),
      Field("Éditeur", .attribute("publisher"), .text, "qui le publie", width: 50),
      Field("Date", .attribute("date"), .text, "année, année-mois ou année-mois-jour", width: 25),
      Field(
        "Remarque", .attribute("note"), .text, "ce qu’il faut savoir pour la retrouver", width: 80),
    ])

  static let editions = ItemKind(
    part: .editions, element: "edition", sheet: "Éditions",
    english: ("edition", "editions"), french: ("édition", "éditions"),
    fields: [
      id,
      Field("Rang", .attribute("rank"), .number, "première édition : 1", width: 18),
      Field("Année scolaire", .attribute("school-year"), .text, "comme 2014-2015", width: 30),
      Field("Premier jour", .attribute("start"), .day, "le lundi, en général", width: 28),
      Field("Dernier jour", .attribute("end"), .day, width: 28),
      Field("Bassins", .attribute("basins"), .number, "combien ont participé", width: 22),
      Field("Établissements", .attribute("schools"), .number, "« plus de 300 » s’écrit 300"),
      Field("Actions", .attribute("actions"), .number, "« plus de 300 » s’écrit 300", width: 22),
      Field(
        "Tous les bassins", .attribute("all-basins"), .choice([Field.yes]), "oui, ou rien",
        width: 25),
      Field(
        "Jour des kits", .attribute("kit-day"), .day, "la date imprimée sur les kits", width: 28),
    ] + provenance)

  static let elsewhere = ItemKind(
    part: .editions, element: "elsewhere", sheet: "Éditions ailleurs",
    english: ("edition elsewhere", "editions elsewhere"),
    french: ("édition ailleurs", "éditions ailleurs"),
    fields: [
      id,
      Field("Académie", .attribute("academy"), .text, "ou Québec, et sa région", width: 50),
      Field("Rang", .attribute("rank"), .number, width: 18),
      Field("Année scolaire", .attribute("school-year"), .text, "comme 2014-2015", width: 30),
      Field("Premier jour", .attribute("start"), .day, width: 28),
      Field("Dernier jour", .attribute("end"), .day, width: 28),
      Field("Établissements", .attribute("schools"), .number, width: 28),
      Field("Sources", .attribute("sources"), .references(.source), "séparées par « ; »"),
      Field("Ce que l’on en sait", .text, .text, "ce que les sources rapportent", width: 110),
    ],
    fixed: [("standing", "reported")])

  static let basins = ItemKind(
    part: .basins, element: "basin", sheet: "Bassins",
    english: ("basin", "basins"), french: ("bassin", "bassins"),
    fields: [
      id,
      Field("Nom", .attribute("name"), .text),
      Field("Avec « de »", .attribute("de"), .text, "d'Évry, des Mureaux, de Massy"),
      Field("Département", .attribute("department"), .reference(.department)),
      Field(
        "Nom confirmé", .attribute("status"),
        .choice([
          Field.Word(code: "attested", label: "attesté"),
          Field.Word(code: "unconfirmed", label: "à confirmer"),
        ]), "attesté : une source le nomme (rapporté) ; à confirmer : proposé", width: 30),
      Field(
        "Première édition", .attribute("first-edition"), .number, "son rang ; vide si inconnue",
        width: 25),
      Field(
        "Premier degré", .attribute("first-degree"), .flag, "les écoles participent-elles ?",
        width: 25),
      Field("Enjeux choisis", .attribute("stakes"), .words, "vide : tous ceux de l’édition"),
      Field("Collèges", .childAttribute("school-counts", "colleges"), .number, width: 20),
      Field("Lycées", .childAttribute("school-counts", "lycees"), .number, width: 20),
      Field("Écoles", .childAttribute("school-counts", "schools"), .number, width: 20),
      Field("Élèves", .childAttribute("school-counts", "pupils"), .number, width: 20),
      Field(
        "Communes", .childAttribute("school-counts", "communes"), .number,
        "celles qui ont un collège ou un lycée", width: 20),
      Field("Logo", .attribute("logo"), .text, "un fichier du dossier « pictures »"),
      Field("Action connue", .child("known-action"), .text, "en quelques mots", width: 70),
      Field(
        "Édition de cette action", .childAttribute("known-action", "edition"), .reference(.edition),
        width: 25),
    ] + standing)

  static let schools = ItemKind(
    part: .schools, element: "school", sheet: "Établissements",
    english: ("school", "schools"), french: ("établissement", "établissements"),
    fields: [
      Field(
        "Numéro UAI", .attribute("id"), .id, "sept chiffres et une lettre : ne pas changer",
        aliases: ["uai", "numero_uai", "Identifiant de l’établissement"], width: 30),
      Field(
        "Nom", .attribute("name"), .text, aliases: ["Nom de l’établissement"], width: 70),
      Field(
        "Nature", .attribute("kind"),
        .choice(School.Kind.allCases.map { Field.Word(code: $0.rawValue, label: $0.title) }),
        "ligne nouvelle : vide, c’est le nom qui le dit", aliases: ["Type d’établissement"],
        width: 35),
      Field(
        "Secteur", .attribute("sector"),
        .choice([
          Field.Word(code: "public", label: "public"), Field.Word(code: "private", label: "privé"),
        ]), aliases: ["Statut public privé"], width: 22),
      Field("Adresse", .attribute("address"), .text, width: 60),
      Field("Code postal", .attribute("postcode"), .text, width: 25),
      Field(
        "Commune", .attribute("town"), .text, aliases: ["city", "Nom de la commune"], width: 50),
      Field(
        "Code du département", .attribute("department"), .text, "comme 78",
        aliases: ["Code département"], width: 25),
      Field("Bassin", .attribute("basin"), .reference(.basin), "vide tant qu’il n’est pas connu"),
      Field(
        "Éducation prioritaire", .attribute("priority"),
        .choice([
          Field.Word(code: "no", label: "non"), Field.Word(code: "rep", label: "REP"),
          Field.Word(code: "rep-plus", label: "REP+"),
        ]), aliases: ["priority_education_2021"], width: 25),
      Field(
        "Élèves", .attribute("pupils"), .number, aliases: ["pupils_2021", "Nombre d’élèves"],
        width: 20),
      Field("Sources", .attribute("sources"), .references(.source), "séparées par « ; »"),
    ],
    fixed: [("standing", "reported")], passedOver: ["insee", "latitude", "longitude"])

  static let roles = ItemKind(
    part: .roles, element: "role", sheet: "Rôles",
    english: ("role", "roles"), french: ("rôle", "rôles"),
    fields: [
      id,
      Field("Niveau", .attribute("level"), .choice(Field.levels), width: 28),
      Field("Titre", .attribute("title"), .text, width: 60),
      Field("Titre court", .attribute("short"), .text),
      Field("Pluriel", .attribute("plural"), .text, width: 60),
      Field(
        "Équipe de bassin", .attribute("team"),
        .choice(Field.flags + [Field.Word(code: "whole", label: "toute l’équipe")]),
        "oui : une des huit personnes", width: 25),
      Field("Suppléant", .attribute("deputy"), .reference(.role), "le rôle qui remplace"),
    ] + provenance + [
      Field("Mission", .child("mission"), .text, "une ou deux phrases", width: 100),
      Field(
        "Heures par semaine", .childAttribute("allowance", "hours-a-week"), .number,
        "ce qu’il peut donner : une proposition", width: 25),
      Field("Heures rapportées", .child("hours-note"), .text, "si une source le dit", width: 50),
      Field(
        "Sources des heures", .childAttribute("hours-note", "sources"), .references(.source),
        "séparées par « ; »"),
    ],
    fixedOfChildren: [
      "allowance": [("standing", "proposed")], "hours-note": [("standing", "reported")],
    ], childOrder: ["mission", "duty", "tip", "allowance", "hours-note"])

  static let tasks = ItemKind(
    part: .tasks, element: "task", sheet: "Tâches",
    english: ("task", "tasks"), french: ("tâche", "tâches"),
    fields: [
      id,
      Field("Titre", .attribute("title"), .text, width: 60),
      Field("Phase", .attribute("phase"), .reference(.phase), width: 30),
      Field("Niveau", .attribute("level"), .choice(Field.levels), width: 28),
      Field("Responsable", .attribute("owner"), .reference(.role)),
      Field(
        "Avec", .attribute("helpers"), .references(.role), "des rôles, séparés par « ; »", width: 50
      ),
      Field(
        "Échéance", .attribute("lead"), .lead,
        "22 semaines, 6 semaines de classe ou 3 jours de classe avant ; -1 semaine : après",
        width: 40),
      Field(
        "Bassins", .attribute("for"),
        .choice([
          Field.Word(code: "all", label: "tous"), Field.Word(code: "new", label: "nouveaux"),
          Field.Word(code: "experienced", label: "expérimentés"),
        ]), width: 28),
      Field(
        "Échéance (bassin expérimenté)", .attribute("experienced-lead"), .lead,
        "quand elle diffère", width: 40),
      Field(
        "Seulement si", .attribute("only-if"),
        .choices(Field.conditions), conditionHelp),
      Field("Documents", .attribute("documents"), .words, "noms des documents du kit", width: 50),
      Field(
        "Après", .attribute("after"), .references(.task), "des tâches, séparées par « ; »",
        width: 50),
    ] + provenance + [
      Field("Titre court", .child("short"), .text, "44 lettres au plus", width: 50),
      Field(
        "Durée", .childAttribute("work", "days"), .number,
        "jours de classe ; 0 : une partie de jour",
        width: 22),
      Field(
        "Heures du responsable", .childAttribute("work", "hours"), .text, "comme 3 ou 1.5",
        width: 25),
      Field(
        "Heures de chaque autre", .childAttribute("work", "helper-hours"), .text, width: 25),
      Field(
        "Importance", .childAttribute("work", "importance"),
        .choice([
          Field.Word(code: "essential", label: "essentielle"),
          Field.Word(code: "useful", label: "utile"),
          Field.Word(code: "optional", label: "facultative"),
        ]), "quand on commence tard, l’essentiel passe d’abord", width: 28),
      Field(
        "Au plus tard", .childAttribute("work", "latest"), .lead,
        "le dernier moment qui ait un sens", width: 40),
      Field(
        "Statut de ces durées", .childAttribute("work", "standing"),
        .choice([
          Field.Word(code: "reported", label: "rapporté"),
          Field.Word(code: "proposed", label: "proposé"),
        ]), "proposé, sauf si une source le dit", width: 28),
      Field("Comment", .child("how"), .text, width: 90),
      Field("C’est fait quand", .child("done"), .text, width: 70),
      Field("Repli", .child("fallback"), .text, "si ce n’est pas possible", width: 70),
    ], fixedOfChildren: ["fallback": [("standing", "proposed")]])
}
