import Diagnostics
import Sheets

// The catalogue of the room: all that can be wrong with the reference document, and with a
// spreadsheet that comes back.

extension Diagnostic {
  static func notFlatText(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "odf.not-flat-text", .error,
      Phrase(
        en: "the reference document is a flat ODT, whose root element is `office:document`",
        fr: "le document de référence est un ODT à plat, d'élément racine `office:document`"),
      at: span,
      help: [
        Phrase(
          en: "in Writer, save as « Flat XML ODF Text Document (.fodt) »",
          fr: "dans Writer, enregistrez au format « Texte ODF XML plat (.fodt) »")
      ])
  }

  static func missingStyle(
    _ name: String, _ kind: StyleKind, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "odf.missing-style", .error,
      Phrase(
        en: "the reference document has no \(kind.english) `\(name)`",
        fr: "le document de référence n'a pas de \(kind.french) `\(name)`"),
      at: span, help: didYouMean(name, among: known))
  }

  static func missingCell(
    row: Int, column: Int, of table: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "odf.missing-cell", .error,
      Phrase(
        en: "the table `\(table)` of the reference document has no cell in row \(row + 1), "
          + "column \(column + 1)",
        fr: "le tableau `\(table)` du document de référence n'a pas de cellule en ligne "
          + "\(row + 1), colonne \(column + 1)"),
      at: span)
  }

  static func missingColour(
    _ property: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "odf.missing-colour", .error,
      Phrase(
        en: "the reference document does not say which colour is its `\(property)`",
        fr: "le document de référence ne dit pas quelle est sa `\(property)`"),
      at: span,
      help: [
        Phrase(
          en: "in Writer, add the text property `\(property)` under File, Properties, Custom "
            + "Properties, as in `#5b2a6f`",
          fr: "dans Writer, ajoutez la propriété texte `\(property)` dans Fichier, Propriétés, "
            + "Propriétés personnalisées, comme `#5b2a6f`")
      ]
        + nearMisses(for: property, among: known).map {
          Phrase(en: "did you mean `\($0)`?", fr: "vouliez-vous dire « \($0) » ?")
        })
  }

  static func notAColour(_ text: String, of property: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "odf.not-a-colour", .error,
      Phrase(
        en: "`\(text)`, the reference document's `\(property)`, is not a colour",
        fr: "`\(text)`, la `\(property)` du document de référence, n'est pas une couleur"),
      at: span,
      help: [
        Phrase(
          en: "write `#` and six hexadecimal digits, as in `#5b2a6f`",
          fr: "écrivez `#` et six chiffres hexadécimaux, comme `#5b2a6f`")
      ])
  }

  static func looseLineHeight(_ style: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "odf.loose-line-height", .error,
      Phrase(
        en: "the paragraph style `\(style)` needs a fixed line height, from which the place of "
          + "the lines below is computed",
        fr: "le style de paragraphe `\(style)` a besoin d'un interligne fixe, dont dépend la place "
          + "des lignes suivantes"),
      at: span,
      help: [
        Phrase(
          en: "in Writer, choose the line spacing « Fixed » for it",
          fr: "dans Writer, choisissez pour lui l'interligne « Fixe »")
      ])
  }
}

extension Diagnostic {
  static func notASpreadsheet(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "odf.not-a-spreadsheet", .error,
      Phrase(
        en: "the file is not an OpenDocument spreadsheet",
        fr: "le fichier n’est pas un classeur OpenDocument"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "save it as « ODF Spreadsheet (.ods) », or as CSV in UTF-8",
          fr: "enregistrez-le au format « Classeur ODF (.ods) », ou en CSV avec UTF-8")
      ])
  }

  static func damagedSpreadsheet(_ reason: Phrase, _ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "odf.damaged", .error, reason, at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "open it in Calc and save it anew as ODS, without a password",
          fr: "ouvrez-le dans Calc et enregistrez-le de nouveau en ODS, sans mot de passe")
      ])
  }

  static func formula(_ address: CellAddress, at span: SourceSpan) -> Diagnostic {
    ofCell(
      "odf.formula", address,
      Phrase(
        en: "a formula stands here, and only what was typed is read",
        fr: "une formule se trouve ici, et seul ce qui a été saisi est lu"),
      at: span,
      help: [
        Phrase(
          en: "turn it into its value: in Calc, Data ▸ Calculate ▸ Formula to Value",
          fr: "remplacez-la par sa valeur : dans Calc, Données ▸ Calculer ▸ Formule en valeur")
      ])
  }

  static func mergedCells(_ address: CellAddress, at span: SourceSpan) -> Diagnostic {
    ofCell(
      "odf.merged-cells", address,
      Phrase(
        en: "merged cells begin here, and a cell has one row and one column",
        fr: "des cellules fusionnées commencent ici, et une cellule n’a qu’une ligne et une colonne"
      ),
      at: span,
      help: [
        Phrase(
          en: "in Calc, Format ▸ Merge and Unmerge Cells ▸ Unmerge Cells",
          fr: "dans Calc, Format ▸ Fusionner et scinder les cellules ▸ Scinder les cellules")
      ])
  }

  static func tooManyRows(
    _ limit: Int, _ address: CellAddress, at span: SourceSpan
  ) -> Diagnostic {
    ofCell(
      "odf.too-many-rows", address,
      Phrase(en: "a sheet has at most \(limit) rows", fr: "une feuille a au plus \(limit) lignes"),
      at: span)
  }

  static func tooManyCells(
    _ limit: Int, _ address: CellAddress, at span: SourceSpan
  ) -> Diagnostic {
    ofCell(
      "odf.too-many-cells", address,
      Phrase(
        en: "a spreadsheet has at most \(limit) filled cells",
        fr: "un classeur a au plus \(limit) cellules remplies"),
      at: span)
  }

  static func cellTooLarge(
    _ limits: SheetLimits, _ address: CellAddress, at span: SourceSpan
  ) -> Diagnostic {
    ofCell(
      "odf.cell-too-large", address,
      Phrase(
        en: "a sheet has at most \(limits.columns) columns, and a cell \(limits.cellBytes) bytes",
        fr: "une feuille a au plus \(limits.columns) colonnes, et une cellule "
          + "\(limits.cellBytes) octets"),
      at: span)
  }
}

/// What a style of the reference document may be.
enum StyleKind {
  case paragraph, character, list, frame, page, table

  var english: String {
    switch self {
    case .paragraph: "paragraph style"
    case .character: "character style"
    case .list: "list style"
    case .frame: "frame style"
    case .page: "page style"
    case .table: "table"
    }
  }

  var french: String {
    switch self {
    case .paragraph: "style de paragraphe"
    case .character: "style de caractère"
    case .list: "style de liste"
    case .frame: "style de cadre"
    case .page: "style de page"
    case .table: "tableau"
    }
  }
}
