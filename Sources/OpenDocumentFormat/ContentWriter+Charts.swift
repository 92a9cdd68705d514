import Documents
import Markup

/// Charts as native tables, which Writer and Word show alike and a basin can change: bars are
/// shaded cells, loads are numbers.
extension ContentWriter {
  mutating func write(_ chart: Chart, in zone: Zone) {
    guard !chart.periods.isEmpty, !zone.isListItem else { return }
    switch chart.rows {
    case .bars(let bars): write(bars, of: chart, width: zone.width)
    case .loads(let loads): write(loads, of: chart, in: zone)
    }
  }

  // MARK: Bars

  /// A label, a day, and one narrow column a period; runs of the same shade are one cell.
  private mutating func write(_ bars: [Chart.Bar], of chart: Chart, width: Hundredths) {
    guard !bars.isEmpty else { return }
    writeParagraph([.text(chart.caption)], .caption)
    let (label, note) = (width * 33 / 100, width * 11 / 100)
    let periods = columnWidths(
      shares: chart.periods.map { _ in 1 }, in: width - label - note)
    openTable(named: chart.caption, [label, note] + periods)
    out.markup("<table:table-header-rows>")
    openRow()
    cell(.header, "Tâche", .columnHeading, span: 1, width: label)
    cell(.header, "Pour le", .columnHeading, span: 1, width: note)
    for group in chart.groups {
      // The name of a month does not fit above one or two weeks of it.
      cell(.header, group.count > 2 ? group.name : "", .columnHeading, span: group.count, width: 0)
    }
    out.markup("</table:table-row></table:table-header-rows>")
    for bar in bars {
      openRow()
      cell(.plain, bar.label, .cell, span: 1, width: label)
      cell(.plain, bar.note, .cell, span: 1, width: note)
      for run in runs(of: bar, chart) {
        openShade(run.shade, span: run.count)
        openParagraph(.cell)
        closeParagraph()
        closeCell(span: run.count)
      }
      out.markup("</table:table-row>")
    }
    out.markup("</table:table>")
  }

  private func runs(of bar: Chart.Bar, _ chart: Chart) -> [(shade: ChartShade, count: Int)] {
    var runs: [(shade: ChartShade, count: Int)] = []
    for period in chart.periods {
      let isCovered = period.start <= bar.last && bar.first < period.start + 7
      let shade: ChartShade =
        if isCovered, period.look != .closed {
          bar.look == .tight ? .tight : .bar
        } else {
          switch period.look {
          case .plain: .none
          case .closed: .closed
          case .goal: .goal
          }
        }
      if runs.last?.shade == shade {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((shade, 1))
      }
    }
    return runs
  }

  // MARK: Loads

  /// One row a period and one column a load: numbers need the width.
  private mutating func write(_ loads: [Chart.Load], of chart: Chart, in zone: Zone) {
    var header = [Table.Cell([.paragraph(Paragraph([.text("Semaine")]))])]
    header += loads.map { Table.Cell([.paragraph(Paragraph([.text($0.label)]))]) }
    let rows = chart.periods.indices.compactMap { index -> Table.Row? in
      guard loads.contains(where: { $0.amounts[index] > 0 }) else { return nil }
      let period = chart.periods[index]
      let cells = loads.map { load in
        let isOver = load.limit.map { load.amounts[index] > $0 } ?? false
        let text = Inline.text(load.texts[index])
        let inlines = isOver ? [.strong([text, .text(" ▲")])] : [text]
        return Table.Cell(load.texts[index].isEmpty ? [] : [.paragraph(Paragraph(inlines))])
      }
      let label = Inline.text("\(period.label) (\(period.group))")
      return Table.Row([Table.Cell([.paragraph(Paragraph([label]))], isHeading: true)] + cells)
    }
    let columns =
      [Table.Column(share: 2)] + loads.map { _ in Table.Column(share: 2, alignment: .end) }
    write(
      Table(caption: chart.caption, columns: columns, header: [Table.Row(header)], rows: rows),
      in: zone)
    writeParagraph([.text(chart.description)], .small)
  }

  // MARK: Cells

  private mutating func cell(
    _ style: CellStyle, _ text: String, _ paragraph: ParagraphStyle, span: Int, width: Hundredths
  ) {
    openCell(style, span: span)
    writeCellBlocks(
      text.isEmpty ? [] : [.paragraph(Paragraph([.text(text)]))], paragraph, width: width)
    closeCell(span: span)
  }

  private mutating func openShade(_ shade: ChartShade, span: Int) {
    out.markup("<table:table-cell")
    out.attribute("table:style-name", shade.rawValue)
    if span > 1 {
      out.markup(" table:number-columns-spanned=\"")
      out.number(span)
      out.markup("\"")
    }
    out.markup(" office:value-type=\"string\">")
  }
}

/// The shades of a chart's cells, by the names of their styles: from white over two greys to dark
/// when printed without colour.
enum ChartShade: String, CaseIterable {
  case none = "GraphiqueVide"
  case closed = "GraphiqueConges"
  case goal = "GraphiqueSemaine"
  case bar = "GraphiqueBarre"
  case tight = "GraphiqueTendue"

  func colour(_ palette: Palette) -> Colour? {
    switch self {
    case .none: nil
    case .closed: Colour("#e3e3e3")
    case .goal: palette.due.tinted(thousandths: 250)
    case .bar: palette.accent.tinted(thousandths: 500)
    case .tight: palette.accent
    }
  }

  func writeStyle(_ palette: Palette, to out: inout MarkupWriter) {
    out.markup("<style:style")
    out.attribute("style:name", rawValue)
    out.markup(
      " style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0mm\"")
    if let colour = colour(palette) { out.attribute("fo:background-color", colour.text) }
    out.markup(
      """
       fo:border-left="none" fo:border-right="none" fo:border-top="none" \
      fo:border-bottom="0.5pt solid #bfbfbf"/></style:style>
      """)
  }
}
