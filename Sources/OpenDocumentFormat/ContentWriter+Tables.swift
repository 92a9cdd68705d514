import Documents
import Markup

extension ContentWriter {
  // MARK: Tables

  mutating func write(_ table: Table, in zone: Zone) {
    guard !table.columns.isEmpty, !(table.header.isEmpty && table.rows.isEmpty) else { return }
    if zone.isListItem { return flatten(table, in: zone) }
    let caption = table.caption ?? ""
    writeParagraph(caption.isEmpty ? [] : [.text(caption)], .caption)
    let widths = columnWidths(shares: table.columns.map(\.share), in: zone.width)
    openTable(named: caption.isEmpty ? topic : caption, widths)
    if !table.header.isEmpty {
      out.markup("<table:table-header-rows>")
      write(table.header, of: table, widths, isHeader: true)
      out.markup("</table:table-header-rows>")
    }
    write(table.rows, of: table, widths, isHeader: false)
    out.markup("</table:table>")
  }

  private mutating func write(
    _ rows: [Table.Row], of table: Table, _ widths: [Hundredths], isHeader: Bool
  ) {
    var spans = RowSpans(columnCount: widths.count, rowCount: rows.count)
    for row in rows {
      openRow()
      var column = 0
      for cell in row.cells {
        coverCells(spans.skip(&column))
        guard column < widths.count else { break }
        let first = column
        let (span, rowSpan) = spans.place(cell, at: &column)
        let look = isHeader ? CellLook.header : CellLook(row.look, isHeading: cell.isHeading)
        openCell(look.cell, span: span, rowSpan: rowSpan)
        writeCellBlocks(
          cell.blocks, look.paragraph(table.columns[first].alignment),
          width: widths[first..<column].reduce(0, +))
        closeCell(span: span)
      }
      fillRow(widths.count, from: column, &spans)
      out.markup("</table:table-row>")
    }
  }

  /// A row that was too short still covers every column.
  private mutating func fillRow(_ count: Int, from column: Int, _ spans: inout RowSpans) {
    var column = column
    while column < count {
      coverCells(spans.skip(&column))
      guard column < count else { break }
      _ = spans.place(Table.Cell([]), at: &column)
      openCell(.plain, span: 1)
      writeCellBlocks([], .cell, width: 0)
      closeCell(span: 1)
    }
    spans.endRow()
  }

  private mutating func coverCells(_ count: Int) {
    for _ in 0..<count { out.markup("<table:covered-table-cell/>") }
  }

  /// A cell holds at least one paragraph.
  mutating func writeCellBlocks(_ blocks: [Block], _ style: ParagraphStyle, width: Hundredths) {
    let start = out.count
    write(blocks, in: .uniform(style, width: max(width - 320, 0)))
    if out.count == start {
      openParagraph(style)
      closeParagraph()
    }
  }

  /// In a list item, where a table cannot stand, its cells follow each other.
  private mutating func flatten(_ table: Table, in zone: Zone) {
    for row in table.header + table.rows {
      for cell in row.cells { write(cell.blocks, in: zone) }
    }
  }

  // MARK: Facts

  mutating func write(_ facts: [Fact], in zone: Zone) {
    guard !facts.isEmpty else { return }
    if zone.isListItem {
      for fact in facts { writeParagraph(fact.inlines, zone.paragraph) }
      return
    }
    let widths = columnWidths(shares: [3, 7], in: zone.width)
    openTable(named: "Repères – \(topic)", widths)
    for fact in facts {
      openRow()
      openCell(.factLabel, span: 1)
      writeCellBlocks([.paragraph(Paragraph([.text(fact.label)]))], .rowHeading, width: widths[0])
      closeCell(span: 1)
      openCell(.factValue, span: 1)
      writeCellBlocks([.paragraph(Paragraph(fact.value))], .cell, width: widths[1])
      closeCell(span: 1)
      out.markup("</table:table-row>")
    }
    out.markup("</table:table>")
  }

  // MARK: Parts

  /// Begins a table of full width with its columns; its name is in words and the only one.
  mutating func openTable(named name: String, _ widths: [Hundredths]) {
    out.markup("<table:table")
    out.attribute("table:name", tableName(name))
    let width = widths.reduce(0, +)
    out.attribute(
      "table:style-name", styles.table(width: width, isAfterBreak: isBreakPending))
    isBreakPending = false
    out.markup(">")
    for width in widths {
      out.markup("<table:table-column")
      out.attribute("table:style-name", styles.column(width: width))
      out.markup("/>")
    }
  }

  /// A row that is not split between pages.
  mutating func openRow(height: Hundredths? = nil) {
    out.markup("<table:table-row")
    out.attribute("table:style-name", height.map { styles.row(height: $0) } ?? "Rang")
    out.markup(">")
  }

  mutating func openCell(_ style: CellStyle, span: Int, rowSpan: Int = 1) {
    out.markup("<table:table-cell")
    out.attribute("table:style-name", style.rawValue)
    if span > 1 {
      out.markup(" table:number-columns-spanned=\"")
      out.number(span)
      out.markup("\"")
    }
    if rowSpan > 1 {
      out.markup(" table:number-rows-spanned=\"")
      out.number(rowSpan)
      out.markup("\"")
    }
    out.markup(" office:value-type=\"string\">")
  }

  mutating func closeCell(span: Int) {
    out.markup("</table:table-cell>")
    coverCells(span - 1)
  }

  /// Writer keeps `.`, `<` and `>` out of the names of tables, as formulas use them.
  private mutating func tableName(_ text: String) -> String {
    let words = text.prefix(80).split { $0.isWhitespace || ".<>\"'&[]".contains($0) }
    let name = words.isEmpty ? "Tableau" : words.joined(separator: " ")
    var candidate = name
    var number = 1
    while !tableNames.insert(candidate).inserted {
      number += 1
      candidate = "\(name) (\(number))"
    }
    return candidate
  }
}

extension Fact {
  /// « label : value » in one paragraph.
  fileprivate var inlines: [Inline] { [.strong([.text("\(label)\u{A0}:")]), .text(" ")] + value }
}

/// Splits a width by shares so that the parts add up to it.
func columnWidths(shares: [Int], in width: Hundredths) -> [Hundredths] {
  let shares = shares.map { max($0, 1) }
  let total = shares.reduce(0, +)
  var soFar = 0
  var edge = 0
  return shares.map { share in
    soFar += share
    let next = width * soFar / total
    defer { edge = next }
    return next - edge
  }
}

/// What a cell is, and so how its box and its text look.
private enum CellLook {
  case header, rowHeading, plain, band

  init(_ row: Table.Row.Look, isHeading: Bool) {
    switch row {
    case .band: self = .band
    case .plain: self = isHeading ? .rowHeading : .plain
    }
  }

  var cell: CellStyle {
    switch self {
    case .header: .header
    case .rowHeading: .rowHeading
    case .plain: .plain
    case .band: .band
    }
  }

  func paragraph(_ alignment: Table.Alignment) -> ParagraphStyle {
    switch (self, alignment) {
    case (.header, .start): .columnHeading
    case (.header, .center): .columnHeadingCenter
    case (.header, .end): .columnHeadingEnd
    case (.plain, .start): .cell
    case (.plain, .center): .cellCenter
    case (.plain, .end): .cellEnd
    case (.rowHeading, _): .rowHeading
    case (.band, _): .band
    }
  }
}
