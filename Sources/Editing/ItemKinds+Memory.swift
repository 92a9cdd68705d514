import KnowledgeBase

/// What past editions left: actions, lessons, partners and words.
extension ItemKind {
  static let actions = ItemKind(
    part: .actions, element: "action", sheet: "Actions",
    english: ("action", "actions"), french: ("action", "actions"),
    fields: [
      id,
      Field("Titre", .attribute("title"), .text, width: 60),
      Field(
        "Académie", .childAttribute("place", "academy"), .text,
        "académie de Nantes, Québec ; vide : la nôtre"),
      Field("Région", .childAttribute("place", "region"), .text, "dans une autre académie"),
      Field("Bassins", .childAttribute("place", "basin"), .references(.basin), "séparés par « ; »"),
      Field("Département", .childAttribute("place", "department"), .reference(.department)),
      Field("Ville", .childAttribute("place", "town"), .text),
      Field("Établissement", .childAttribute("place", "school"), .text, width: 50),
      Field(
        "Où", .attribute("school-types"), .choices(Field.places),
        "un ou plusieurs lieux, séparés par « ; »"),
      Field(
        "Édition", .attribute("edition"), .reference(.edition), "si la source la nomme", width: 22),
      Field("Année scolaire", .attribute("school-year"), .text, "comme 2014-2015", width: 30),
      Field("Pendant la Semaine", .attribute("week"), .choice(Field.weekTies), width: 30),
      Field("Public", .child("audience"), .text, width: 50),
      Field("Enjeu", .attribute("stake"), .reference(.theme)),
      Field("Forme", .attribute("format"), .text, "conférence, clip, forum…"),
      Field(
        "Travail", .attribute("effort"),
        .choice([
          Field.Word(code: "small", label: "petit"), Field.Word(code: "medium", label: "moyen"),
          Field.Word(code: "large", label: "grand"),
        ]), "une proposition", width: 22),
      Field(
        "Semaines à prévoir", .attribute("lead-weeks"), .number, "avant le jour de l’action",
        width: 25),
      Field(
        "Premier degré", .attribute("first-degree"), .choice([Field.yes]), "oui, ou rien", width: 25
      ),
      Field("Sources", .attribute("sources"), .references(.source), "séparées par « ; »"),
      Field(
        "Description", .child("description"), .text, "ce que les sources rapportent", width: 100),
      Field("Partenaires", .child("partners"), .text, width: 50),
      Field("Matériel", .child("materials"), .text, width: 50),
      Field("Résultat", .child("result"), .text, "seulement ce qu’une source rapporte", width: 70),
      Field("Comment s’y prendre", .child("proposal"), .text, "une proposition", width: 100),
      Field(
        "Avant", .children("preparation"), .text, "à régler avant, une chose par ligne", width: 90),
      Field("Il faut", .children("need"), .text, "une chose par ligne", width: 70),
      Field("Pas à pas", .children("step"), .text, "une étape par ligne", width: 100),
      Field("Autrement", .children("variant"), .text, "une variante par ligne", width: 90),
      Field("Attention", .child("caution"), .text, "une proposition", width: 70),
    ],
    fixed: [("standing", "reported")])

  static let lessons = ItemKind(
    part: .lessons, element: "lesson", sheet: "Retours d’expérience",
    english: ("lesson", "lessons"), french: ("retour d’expérience", "retours d’expérience"),
    fields: [
      id,
      Field(
        "Nature", .attribute("kind"),
        .choice(
          Lesson.Kind.allCases.map {
            Field.Word(code: $0.rawValue, label: $0.title)
          }), width: 40),
      Field("Phase", .attribute("phase"), .words, "une phase du plan, ou financement", width: 30),
      Field("Pour qui", .attribute("for"), .choices(Field.publics), "séparés par « ; »", width: 50),
      Field("Documents", .attribute("documents"), .words, "noms des documents du kit", width: 50),
      Field("Tâches", .attribute("tasks"), .references(.task), "séparées par « ; »", width: 50),
      Field("Rôles", .attribute("roles"), .references(.role), "séparés par « ; »", width: 50),
      Field("Académie", .attribute("academy"), .text, "académie de Nantes ; vide : la nôtre"),
      Field(
        "Édition", .attribute("edition"), .reference(.edition), "celle qui l’a appris", width: 22),
      Field("Bassins", .attribute("basin"), .references(.basin), "séparés par « ; »"),
    ] + provenance + [Field("Leçon", .text, .text, "une phrase ou deux", width: 110)])

  static let partners = ItemKind(
    part: .partners, element: "partner", sheet: "Partenaires",
    english: ("kind of partner", "kinds of partner"), french: ("partenaire", "partenaires"),
    fields: [
      id,
      Field("Genre", .attribute("kind"), .choice(Field.partnerKinds), width: 30),
      Field("Nom", .attribute("title"), .text),
      Field(
        "Formule", .attribute("formula"), .reference(.formula), "celle de la feuille Formules",
        width: 45),
      Field("Fonction", .attribute("function"), .text),
      Field("Documents", .attribute("documents"), .words, "noms des documents du kit"),
    ] + provenance + [
      Field("Pourquoi viendrait-il", .child("why"), .text, width: 90),
      Field(
        "Que lui demander", .children("ask"), .text, "une demande par ligne (Ctrl+Entrée)",
        width: 100),
      Field("À surveiller", .child("care"), .text, width: 70),
    ])

  static let terms = ItemKind(
    part: .glossary, element: "term", sheet: "Glossaire",
    english: ("term", "terms"), french: ("mot", "mots"),
    fields: [
      id,
      Field("Sigle ou mot", .attribute("short"), .text),
      Field("En toutes lettres", .attribute("long"), .text, width: 70),
      Field(
        "À contacter", .attribute("contact"), .choice([Field.yes]),
        "oui : un nom à noter dans l’annuaire", width: 25),
      Field(
        "Connu de tous", .attribute("everyday"), .choice([Field.yes]),
        "oui : les documents ne le développent pas", width: 25),
      Field(
        "Depuis", .attribute("since"), .number, "année ; vide : il y a toujours été", width: 20),
    ] + provenance + [Field("Sens", .child("means"), .text, width: 100)])
}

extension ItemKind {
  static let id = Field(
    "Identifiant", .attribute("id"), .id,
    "ne pas changer ; vide pour une ligne nouvelle. Pour supprimer ou trier des lignes : Outils ▸ "
      + "Protéger la feuille.", width: 45)

  static let standing = [
    Field(
      "Statut", .attribute("standing"),
      .choice([
        Field.Word(code: "reported", label: "rapporté"),
        Field.Word(code: "computed", label: "calculé"),
        Field.Word(code: "proposed", label: "proposé"),
      ]), "rapporté ou calculé : dire la source", width: 25),
    Field("Sources", .attribute("sources"), .references(.source), "séparées par « ; »"),
  ]

  static let provenance =
    standing + [Field("Calcul", .attribute("basis"), .text, "de quoi il est calculé")]
}

extension Field {
  static let yes = Word(code: "yes", label: "oui")

  static let levels = Level.allCases.map { Word(code: $0.rawValue, label: $0.title) }

  static let weekTies = [
    Word(code: "yes", label: "oui"), Word(code: "no", label: "non"),
    Word(code: "before", label: "juste avant"), Word(code: "after", label: "juste après"),
    Word(code: "unknown", label: "non précisé"),
  ]

  static let places = [
    Word(code: "ecole", label: "école"), Word(code: "college", label: "collège"),
    Word(code: "lycee", label: "lycée"), Word(code: "lp", label: "lycée professionnel"),
    Word(code: "universite", label: "université"),
    Word(code: "bassin", label: "bassin"), Word(code: "departement", label: "département"),
    Word(code: "academie", label: "académie"),
  ]

  static let publics = [
    Word(code: "academie", label: "académie"), Word(code: "departement", label: "département"),
    Word(code: "bassin", label: "bassin"), Word(code: "etablissement", label: "établissement"),
    Word(code: "parents", label: "parents"), Word(code: "partenaires", label: "partenaires"),
  ]

  static let partnerKinds = [
    Word(code: "elected", label: "élu"), Word(code: "public", label: "service public"),
    Word(code: "association", label: "association"), Word(code: "employer", label: "employeur"),
    Word(code: "media", label: "média"), Word(code: "parents", label: "parents"),
  ]
}
