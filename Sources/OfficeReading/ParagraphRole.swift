import Documents

/// What a paragraph is for, as its style says by its name.
enum ParagraphRole: Hashable, Sendable {
  case title
  case heading(Int)
  case lead, small, caption
  /// Lines of code, each a paragraph.
  case preformatted
  case columnHeading, rowHeading, band
  case calloutTitle(Callout.Kind)
  case callout(Callout.Kind)
  case question, answer
  case cutLine, slipTitle
  /// A line of the small header that every sheet of a kit opens with: no part of its body.
  case sheetLine
  case letter(LetterZone)

  /// Whether a look of the style itself, such as bold, says no more than the role does.
  var ownsLook: Bool {
    switch self {
    case .callout, .answer, .letter(.body), .preformatted: false
    case .title, .heading, .lead, .small, .caption, .columnHeading, .rowHeading, .band,
      .calloutTitle, .question, .cutLine, .slipTitle, .sheetLine, .letter:
      true
    }
  }
}

/// A part of a letter that has a place of its own.
enum LetterZone: Hashable, Sendable {
  case logo, sender, addressee, references, placeAndDate, subject, attachments, call, body
  case closing, signature, copies
}

extension ParagraphRole {
  /// The role of a style by the name that Writer shows.
  init?(styleName name: String) {
    if let role = roles[name] {
      self = role
    } else if name.hasPrefix("Heading "), let level = Int(name.dropFirst(8)), level > 0 {
      self = .heading(min(level, 10))
    } else {
      return nil
    }
  }
}

/// The names of Writer's own styles, which files hold in English, and those of the reference
/// document.
private let roles: [String: ParagraphRole] = [
  "Title": .title, "Subtitle": .lead, "Heading": .heading(1),
  "Titre de fiche": .title, "Titre de fiche en paysage": .title,
  "Titre de formulaire": .title, "Titre de formulaire en paysage": .title,
  "Repère de fiche": .sheetLine, "Avertissement de fiche": .sheetLine,
  "Date de fiche": .sheetLine,
  "Chapeau": .lead, "Petit texte": .small, "Preformatted Text": .preformatted,
  "Table": .caption, "Table Heading": .columnHeading,
  "Titre de ligne": .rowHeading, "Bande de tableau": .band,
  "Titre À faire": .calloutTitle(.todo), "Encadré À faire": .callout(.todo),
  "Titre Attention": .calloutTitle(.caution), "Encadré Attention": .callout(.caution),
  "Titre Retour d’expérience": .calloutTitle(.experience),
  "Encadré Retour d’expérience": .callout(.experience),
  "Titre Proposition": .calloutTitle(.proposal), "Encadré Proposition": .callout(.proposal),
  "Question": .question, "Réponse": .answer,
  "Ligne de coupe": .cutLine, "Titre de coupon": .slipTitle,
  "Place du logo": .letter(.logo), "Sender": .letter(.sender),
  "Addressee": .letter(.addressee), "Références": .letter(.references),
  "Lieu et date": .letter(.placeAndDate), "Objet": .letter(.subject),
  "Pièces jointes": .letter(.attachments), "Appel": .letter(.call),
  "Corps de lettre": .letter(.body), "Liste de lettre": .letter(.body),
  "Salutation": .letter(.closing), "Signature": .letter(.signature),
  "Copies": .letter(.copies),
]
