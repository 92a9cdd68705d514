import Diagnostics
import Documents
import Markup

// Tables (9.1). Rows and columns stand in groups and heads at any depth; a cell that others cover
// has an element of its own, which is passed over.

/// A cell as it stands, before the table is known to be one.
struct ReadCell {
  var pieces: [Piece]
  /// What its first paragraph is for, be it empty.
  var role: ParagraphRole?
  var span: Int
  var rowSpan: Int
}

struct ReadRow {
  var cells: [ReadCell] = []
  var isHeader: Bool
  /// The least height, in millimetres.
  var height: Double?
}

extension BodyReader {
  private static let columnLimit = 1_000

  mutating func table(_ element: XMLElement) -> [Piece] {
    if element["table:style-name"].map({ styles.tablesAfterBreak.contains($0.value) }) == true {
      noteBreak()
    }
    let startsPage = takeBreak()
    var widths: [Double] = []
    var rows: [ReadRow] = []
    walkTable(element, isHeader: false, &widths, &rows)
    var pieces = ReadTable(
      name: element["table:name"]?.value ?? "", widths: widths, rows: rows
    ).pieces()
    if startsPage, !pieces.isEmpty { pieces[0].startsPage = true }
    return pieces
  }

  private mutating func walkTable(
    _ element: XMLElement, isHeader: Bool, _ widths: inout [Double], _ rows: inout [ReadRow]
  ) {
    for child in element.elements {
      switch child.name {
      case "table:table-column":
        let width = child["table:style-name"].flatMap { styles.columnWidths[$0.value] } ?? 1
        let count = min(repeats(child, "table:number-columns-repeated"), Self.columnLimit)
        for _ in 0..<count where widths.count < Self.columnLimit { widths.append(width) }
      case "table:table-columns", "table:table-header-columns", "table:table-column-group",
        "table:table-rows", "table:table-row-group":
        walkTable(child, isHeader: isHeader, &widths, &rows)
      case "table:table-header-rows": walkTable(child, isHeader: true, &widths, &rows)
      case "table:table-row":
        let row = row(child, isHeader: isHeader)
        for _ in 0..<repeats(child, "table:number-rows-repeated") {
          cellCount += row.cells.count
          guard isWithinLimit(child) else { return }
          rows.append(row)
        }
      default: break
      }
    }
  }

  private mutating func row(_ element: XMLElement, isHeader: Bool) -> ReadRow {
    var row = ReadRow(
      isHeader: isHeader,
      height: element["table:style-name"].flatMap { styles.rowHeights[$0.value] })
    var left = Self.columnLimit
    for child in element.elements where child.name == "table:table-cell" && left > 0 {
      let pieces = self.pieces(in: child)
      let cell = ReadCell(
        pieces: pieces, role: pieces.first?.role ?? role(of: child),
        span: min(repeats(child, "table:number-columns-spanned"), left),
        rowSpan: repeats(child, "table:number-rows-spanned"))
      let count = min(repeats(child, "table:number-columns-repeated"), left / cell.span)
      for _ in 0..<count { row.cells.append(cell) }
      left -= count * cell.span
    }
    return row
  }

  private func role(of cell: XMLElement) -> ParagraphRole? {
    let style = cell.elements.first?["text:style-name"]
    return style.flatMap { styles.paragraphs[$0.value]?.role }
  }

  private mutating func isWithinLimit(_ element: XMLElement) -> Bool {
    guard cellCount > Self.cellLimit else { return true }
    report(.tooManyCells(limit: Self.cellLimit, at: element.span))
    return false
  }

  private func repeats(_ element: XMLElement, _ name: String) -> Int {
    max(element[name].flatMap { Int($0.value) } ?? 1, 1)
  }
}
