package import Diagnostics

/// A table as a file holds it. Rows may differ in length; empty rows at the end are left out.
package struct Sheet: Sendable {
  /// The name that the spreadsheet gives it; a CSV file gives none.
  package let name: String?
  package let file: SourceFile.ID
  package let rows: [[SheetCell]]

  package init(name: String?, file: SourceFile.ID, rows: [[SheetCell]]) {
    self.name = name
    self.file = file
    self.rows = rows
  }
}

/// What stands in one cell.
package struct SheetCell: Hashable, Sendable {
  /// What the cell was said to be. In a CSV file every cell is text.
  package enum Kind: Hashable, Sendable {
    case text, number, day
  }

  package let kind: Kind
  /// The text as a person typed it, its lines parted by U+000A; a number in plain digits with a
  /// point; a day as `2015-03-16`.
  package let text: String
  package let address: CellAddress
  package let span: SourceSpan

  package init(kind: Kind, text: String, address: CellAddress, span: SourceSpan) {
    self.kind = kind
    self.text = text
    self.address = address
    self.span = span
  }

  /// Whether nothing but white space stands in it.
  package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// The text without white space around it, with its place.
  package var located: Located<String> {
    var trimmed = text[...]
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return Located(String(trimmed), at: span)
  }
}

/// Where a cell stands, as a person at the screen says it.
package struct CellAddress: Hashable, Sendable {
  package let sheet: String?
  /// From 0.
  package let row: Int
  /// From 0.
  package let column: Int

  package init(sheet: String?, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// « F12 »
  package var name: String { Self.columnName(column) + "\(row + 1)" }

  /// « A » to « Z », then « AA ».
  package static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      let letter = (rest - 1) % 26
      name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letter))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// « feuille Actions, cellule F12 », to begin a message with.
  package var phrase: Phrase {
    guard let sheet else { return Phrase(en: "cell \(name)", fr: "cellule \(name)") }
    return Phrase(en: "sheet \(sheet), cell \(name)", fr: "feuille \(sheet), cellule \(name)")
  }
}

/// How large a table may be. What goes beyond is a diagnostic, never a trap.
package struct SheetLimits: Hashable, Sendable {
  package var rows: Int
  package var columns: Int
  /// Cells that are not empty, all together.
  package var cells: Int
  /// Bytes of UTF-8 in one cell: Calc and Excel stop at 32,767 characters.
  package var cellBytes: Int

  package init(
    rows: Int = 200_000, columns: Int = 1_000, cells: Int = 2_000_000, cellBytes: Int = 100_000
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.cellBytes = cellBytes
  }

  package static let standard = SheetLimits()
}
