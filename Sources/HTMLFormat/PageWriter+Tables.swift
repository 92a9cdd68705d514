import Documents
import Markup

extension PageWriter {
  /// A table, in a region that scrolls by itself where the screen is too narrow for its columns.
  ///
  /// A region that scrolls must be reachable by keyboard (WCAG 2.1.1) and therefore has a name; the
  /// number makes it the only one of that name. Two columns fit any screen and need none of it.
  mutating func write(_ table: Table) {
    tableCount += 1
    let isWide = table.columns.count > 2
    if isWide {
      html.markup(
        table.columns.count > 5 ? "<div class=\"table wide many\"" : "<div class=\"table wide\"")
      html.markup(" role=\"region\" tabindex=\"0\" aria-label=\"Tableau\u{A0}")
      html.number(tableCount)
      html.markup("\">\n")
      openTable(table)
    } else {
      html.markup("<div class=\"table\">\n<table>\n")
    }
    if let caption = table.caption {
      html.markup("<caption>")
      html.text(caption)
      html.markup("</caption>\n")
    }
    columns(of: table)
    if !table.header.isEmpty {
      html.markup("<thead>\n")
      var spans = RowSpans(columnCount: table.columns.count, rowCount: table.header.count)
      for row in table.header { headerRow(row, table.columns, &spans) }
      html.markup("</thead>\n")
    }
    rows(of: table)
    html.markup("</table>\n</div>\n")
  }

  /// The columns to choose among are told to the script, counted from 0.
  private mutating func openTable(_ table: Table) {
    html.markup("<table")
    if !table.choices.isEmpty {
      html.attribute("data-choices", table.choices.map(String.init).joined(separator: " "))
    }
    html.markup(">\n")
  }

  private mutating func columns(of table: Table) {
    let sum = max(1, table.columns.reduce(0) { $0 + $1.share })
    html.markup("<colgroup>")
    for column in table.columns {
      html.markup("<col style=\"width:")
      html.number((column.share * 100 + sum / 2) / sum)
      html.markup("%\">")
    }
    html.markup("</colgroup>\n")
  }

  private mutating func rows(of table: Table) {
    guard !table.rows.isEmpty else { return }
    html.markup("<tbody>\n")
    var spans = RowSpans(columnCount: table.columns.count, rowCount: table.rows.count)
    for (index, row) in table.rows.enumerated() {
      // HTML 4.9.12: a heading of a group of rows heads the `tbody` it stands in.
      if row.headsGroup, index > 0 { html.markup("</tbody>\n<tbody>\n") }
      bodyRow(row, table.columns, &spans)
    }
    html.markup("</tbody>\n")
  }

  private mutating func headerRow(
    _ row: Table.Row, _ columns: [Table.Column], _ spans: inout RowSpans
  ) {
    html.markup("<tr>")
    var column = 0
    for cell in row.cells {
      // An empty heading would head nothing.
      let isHeading = !cell.blocks.isEmpty
      html.markup(isHeading ? "<th scope=\"col" : "<td")
      if isHeading { html.markup(cell.span > 1 ? "group\"" : "\"") }
      finish(cell, columns, &column, &spans, isHeading: isHeading)
    }
    end(of: row, column, &spans)
  }

  private mutating func bodyRow(
    _ row: Table.Row, _ columns: [Table.Column], _ spans: inout RowSpans
  ) {
    switch row.look {
    case .plain: html.markup("<tr>")
    case .band: html.markup("<tr class=\"band\">")
    }
    var column = 0
    for cell in row.cells {
      if cell.isHeading {
        html.markup(row.headsGroup ? "<th scope=\"rowgroup\"" : "<th scope=\"row\"")
      } else {
        html.markup("<td")
      }
      finish(cell, columns, &column, &spans, isHeading: cell.isHeading)
    }
    end(of: row, column, &spans)
  }

  private mutating func end(of row: Table.Row, _ column: Int, _ spans: inout RowSpans) {
    var column = column
    _ = spans.skip(&column)
    spans.endRow()
    html.markup("</tr>\n")
  }

  /// The rest of a cell whose element is open: span, alignment, text, end.
  private mutating func finish(
    _ cell: Table.Cell, _ columns: [Table.Column], _ column: inout Int, _ spans: inout RowSpans,
    isHeading: Bool
  ) {
    _ = spans.skip(&column)
    let alignment = column < columns.count ? columns[column].alignment : .start
    let (span, rowSpan) = spans.place(cell, at: &column)
    if span > 1 {
      html.markup(" colspan=\"")
      html.number(span)
      html.markup("\"")
    }
    if rowSpan > 1 {
      html.markup(" rowspan=\"")
      html.number(rowSpan)
      html.markup("\"")
    }
    switch alignment {
    case .start: html.markup(">")
    case .center: html.markup(" class=\"center\">")
    case .end: html.markup(" class=\"end\">")
    }
    writeWithin(cell.blocks)
    html.markup(isHeading ? "</th>" : "</td>")
  }
}

extension Table.Row {
  /// Whether the row is the title of the rows below it: a band with a heading. A band without one,
  /// such as a holiday, only stands between them.
  fileprivate var headsGroup: Bool {
    look == .band && cells.contains { $0.isHeading }
  }
}
