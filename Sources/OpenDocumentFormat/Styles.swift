import OfficePackages

// The styles that the writer asks of the reference document, by the names that Writer gives them in
// a file: a character that a name cannot hold is written `_20_`, its code in hexadecimal between
// underscores. Names without French are those that Writer has built in and shows in the user's own
// language.

/// A name that the reference document must have.
protocol StyleName: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension StyleName {
  /// The name as Writer shows it.
  var displayName: String { decodedStyleName(rawValue) }
}

enum ParagraphStyle: String, Hashable, StyleName {
  case heading1 = "Heading_20_1"
  case heading2 = "Heading_20_2"
  case heading3 = "Heading_20_3"
  case heading4 = "Heading_20_4"
  case sheetTitle = "Titre_20_de_20_fiche"
  case sheetTitleLandscape = "Titre_20_de_20_fiche_20_en_20_paysage"
  case formTitle = "Titre_20_de_20_formulaire"
  case formTitleLandscape = "Titre_20_de_20_formulaire_20_en_20_paysage"
  case sheetLine = "Repère_20_de_20_fiche"
  case sheetNotice = "Avertissement_20_de_20_fiche"
  case sheetDay = "Date_20_de_20_fiche"

  case body = "Text_20_body"
  case lead = "Chapeau"
  case small = "Petit_20_texte"
  case bulletItem = "List_20_1"
  case numberItem = "Numbering_20_1"
  case checkItem = "Liste_20_à_20_cocher"

  case footnote = "Footnote"

  case caption = "Table"
  case cell = "Table_20_Contents"
  case cellCenter = "Contenu_20_centré"
  case cellEnd = "Contenu_20_à_20_droite"
  case columnHeading = "Table_20_Heading"
  case columnHeadingCenter = "Titre_20_de_20_colonne_20_centré"
  case columnHeadingEnd = "Titre_20_de_20_colonne_20_à_20_droite"
  case rowHeading = "Titre_20_de_20_ligne"
  case band = "Bande_20_de_20_tableau"

  case todoTitle = "Titre_20_À_20_faire"
  case todo = "Encadré_20_À_20_faire"
  case cautionTitle = "Titre_20_Attention"
  case caution = "Encadré_20_Attention"
  case experienceTitle = "Titre_20_Retour_20_d_2019_expérience"
  case experience = "Encadré_20_Retour_20_d_2019_expérience"
  case proposalTitle = "Titre_20_Proposition"
  case proposal = "Encadré_20_Proposition"

  case question = "Question"
  case answer = "Réponse"
  case cutLine = "Ligne_20_de_20_coupe"
  case slipTitle = "Titre_20_de_20_coupon"

  case logo = "Place_20_du_20_logo"
  case sender = "Sender"
  case references = "Références"
  case addressee = "Addressee"
  case placeAndDate = "Lieu_20_et_20_date"
  case subject = "Objet"
  case attachments = "Pièces_20_jointes"
  case call = "Appel"
  case letterBody = "Corps_20_de_20_lettre"
  case letterItem = "Liste_20_de_20_lettre"
  case closing = "Salutation"
  case signature = "Signature"
  case copies = "Copies"
}

enum CharacterStyle: String, Hashable, StyleName {
  case strong = "Strong_20_Emphasis"
  case emphasis = "Emphasis"
  case superscript = "Exposant"
  case `subscript` = "Indice"
  case link = "Internet_20_link"
  case visitedLink = "Visited_20_Internet_20_Link"
  case blank = "Champ_20_à_20_compléter"
  case box = "Case"
  case source = "Source"
}

enum ListStyle: String, Hashable, StyleName {
  case bullets = "List_20_1"
  case numbers = "Numbering_20_123"
  case calloutBullets = "Puces_20_d_2019_encadré"
  case calloutNumbers = "Numéros_20_d_2019_encadré"
  case checks = "Cases_20_à_20_cocher"
}

/// What the addressee's frame is built on; without it Writer does not show the frame.
enum FrameStyle: String, Hashable, StyleName {
  case frame = "Frame"
}

enum MasterPage: String, Hashable, StyleName {
  case sheet = "Standard"
  case sheetLandscape = "Paysage"
  case letter = "Lettre"
  case form = "Formulaire"
  case formLandscape = "Formulaire_20_paysage"
}

/// A cell of one of the three model tables. Writer has no named cell styles, so the look of a cell
/// is that of the model's cell in the same place.
enum CellStyle: String, CaseIterable, Sendable {
  case header = "CelluleTitre"
  case rowHeading = "CelluleLigne"
  case plain = "Cellule"
  case band = "CelluleBande"
  case factLabel = "RepereLibelle"
  case factValue = "RepereValeur"
  case question = "FormulaireQuestion"
  case answer = "FormulaireReponse"

  /// Where the model's cell stands; rows and columns count from 0, header rows included.
  var model: (table: String, row: Int, column: Int) {
    switch self {
    case .header: ("Modèle de tableau", 0, 0)
    case .rowHeading: ("Modèle de tableau", 1, 0)
    case .plain: ("Modèle de tableau", 1, 1)
    case .band: ("Modèle de tableau", 2, 0)
    case .factLabel: ("Modèle de repères", 0, 0)
    case .factValue: ("Modèle de repères", 0, 1)
    case .question: ("Modèle de formulaire", 0, 0)
    case .answer: ("Modèle de formulaire", 0, 1)
    }
  }
}
