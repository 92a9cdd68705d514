package import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

/// A limit that a table passes.
enum SheetLimit {
  case rows(Int)
  case columns(Int)
  case cells(Int)
  case cellBytes(Int)

  var phrase: Phrase {
    switch self {
    case .rows(let limit):
      Phrase(en: "a table has at most \(limit) rows", fr: "un tableau a au plus \(limit) lignes")
    case .columns(let limit):
      Phrase(
        en: "a table has at most \(limit) columns", fr: "un tableau a au plus \(limit) colonnes")
    case .cells(let limit):
      Phrase(
        en: "a table has at most \(limit) filled cells",
        fr: "un tableau a au plus \(limit) cellules remplies")
    case .cellBytes(let limit):
      Phrase(
        en: "a cell holds at most \(limit) bytes",
        fr: "une cellule contient au plus \(limit) octets")
    }
  }
}

extension Diagnostic {
  /// A message about a cell: its address comes first, as that is where a person looks.
  package static func ofCell(
    _ id: ID, _ address: CellAddress, _ rule: Phrase, at span: SourceSpan,
    severity: Severity = .error, notes: [Note] = [], help: [Phrase] = []
  ) -> Diagnostic {
    let place = address.phrase
    return Diagnostic(
      id, severity,
      Phrase(
        en: "\(place.english): \(rule.english)", fr: "\(place.french) : \(rule.french)"),
      at: span, notes: notes, help: help)
  }

  static func utf16(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "sheet.utf-16", .error,
      Phrase(
        en: "the file is in UTF-16 (« Unicode text »)",
        fr: "le fichier est en UTF-16 (« Texte Unicode »)"),
      at: SourceSpan(wholeOf: file), help: [saveAsUTF8])
  }

  static func notText(_ file: SourceFile, at offset: Int) -> Diagnostic {
    let byte = String(file.bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      "sheet.not-text", .error,
      Phrase(
        en: "byte \(offset) (\(byte) in hexadecimal) belongs to no text",
        fr: "l’octet \(offset) (\(byte) en hexadécimal) n’appartient à aucun texte"),
      at: SourceSpan(wholeOf: file.id), help: [saveAsUTF8])
  }

  static func windows1252(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "sheet.windows-1252", .warning,
      Phrase(
        en: "the file is not in UTF-8; it was read as Windows-1252 (Western European)",
        fr: "le fichier n’est pas en UTF-8 ; il a été lu en Windows-1252 (Europe occidentale)"),
      at: span,
      help: [
        Phrase(
          en: "look whether the accents are right, or save it anew in UTF-8",
          fr: "vérifiez les accents, ou enregistrez-le de nouveau en UTF-8")
      ])
  }

  private static var saveAsUTF8: Phrase {
    Phrase(
      en: "save it as CSV with the character set UTF-8, or as ODS",
      fr: "enregistrez-le en CSV avec le jeu de caractères UTF-8, ou en ODS")
  }

  static func unclosedQuote(_ address: CellAddress, at span: SourceSpan) -> Diagnostic {
    ofCell(
      "sheet.unclosed-quote", address,
      Phrase(
        en: "the quote that opens here is never closed",
        fr: "le guillemet qui s’ouvre ici n’est jamais fermé"),
      at: span)
  }

  static func textAfterQuote(_ address: CellAddress, at span: SourceSpan) -> Diagnostic {
    ofCell(
      "sheet.text-after-quote", address,
      Phrase(
        en: "text follows the quote that closes the cell",
        fr: "du texte suit le guillemet qui ferme la cellule"),
      at: span,
      help: [
        Phrase(
          en: "write a quote inside a cell twice: `\"\"`",
          fr: "dans une cellule, doublez les guillemets : « \"\" »")
      ])
  }

  static func controlCharacter(
    _ byte: UInt8, _ address: CellAddress, at span: SourceSpan
  ) -> Diagnostic {
    ofCell(
      "sheet.control-character", address,
      Phrase(
        en: "a control character (code \(byte)) stands in the text",
        fr: "un caractère de commande (code \(byte)) se trouve dans le texte"),
      at: span)
  }

  static func tooLarge(
    _ limit: SheetLimit, _ address: CellAddress, at span: SourceSpan
  ) -> Diagnostic {
    ofCell("sheet.too-large", address, limit.phrase, at: span)
  }

  static func noHeadings(_ sheet: Sheet) -> Diagnostic {
    let name = sheet.name ?? ""
    return Diagnostic(
      "sheet.no-headings", .error,
      name.isEmpty
        ? Phrase(en: "the table is empty", fr: "le tableau est vide")
        : Phrase(en: "the sheet \(name) is empty", fr: "la feuille \(name) est vide"),
      at: SourceSpan(wholeOf: sheet.file),
      help: [
        Phrase(
          en: "the first row holds the headings of the columns",
          fr: "la première ligne porte les titres des colonnes")
      ])
  }

  static func headingTwice(_ heading: SheetCell, first: SheetCell) -> Diagnostic {
    ofCell(
      "sheet.heading-twice", heading.address,
      Phrase(
        en: "the heading `\(heading.located.value)` stands already in \(first.address.name)",
        fr: "le titre « \(heading.located.value) » se trouve déjà en \(first.address.name)"),
      at: heading.span)
  }

  static func cellWithoutHeading(_ cell: SheetCell) -> Diagnostic {
    ofCell(
      "sheet.no-heading", cell.address,
      Phrase(
        en: "this column has no heading, or the row has a cell too many",
        fr: "cette colonne n’a pas de titre, ou la ligne a une cellule de trop"),
      at: cell.span,
      help: [
        Phrase(
          en: "give the column a heading, or put quotes around a text that holds a separator",
          fr: "donnez un titre à la colonne, ou mettez entre guillemets un texte qui contient un "
            + "séparateur")
      ])
  }

  static func shortRow(_ last: SheetCell, cells: Int, of width: Int) -> Diagnostic {
    ofCell(
      "sheet.short-row", last.address,
      Phrase(
        en: "the row ends here, with \(cells) of \(width) cells; the others count as empty",
        fr:
          "la ligne s’arrête ici, avec \(cells) cellules sur \(width) ; les autres comptent comme "
          + "vides"),
      at: last.span, severity: .warning)
  }
}
