package import Documents
import Markup

/// A chart as SVG 1.1: text stays text, and what colours say is also said by shape and number.
///
/// The drawing uses the colour of the text around it, in several strengths, so that it reads in
/// light, dark and grey alike; a stylesheet may give bars and bands a colour of their own.
struct ChartDrawing {
  private let chart: Chart
  /// Weeks stand close together beside long names; a few editions have room for their years.
  private let labelWidth: Int
  private static let headHeight = 44
  private let columnWidth: Int
  private let isShort: Bool

  init(_ chart: Chart) {
    self.chart = chart
    let labels =
      switch chart.rows {
      case .bars(let bars): bars.map(\.label)
      case .loads(let loads): loads.map(\.label)
      }
    isShort = chart.periods.count < 10 && labels.allSatisfy { $0.count <= 16 }
    labelWidth = isShort ? 150 : 310
    columnWidth = isShort ? 80 : 22
  }

  private var width: Int { labelWidth + columnWidth * chart.periods.count + 6 }

  private var rowHeight: Int {
    switch chart.rows {
    case .bars: 20
    case .loads: 46
    }
  }

  private var rowCount: Int {
    switch chart.rows {
    case .bars(let bars): bars.count
    case .loads(let loads): loads.count
    }
  }

  private var height: Int { Self.headHeight + rowHeight * rowCount + 4 }

  /// - Parameter isAlone: whether the drawing is a file of its own rather than a part of a page.
  func write(to out: inout MarkupWriter, id: Int, isAlone: Bool = false) {
    out.markup("<svg")
    if isAlone { out.markup(" xmlns=\"http://www.w3.org/2000/svg\"") }
    out.markup(isShort ? " class=\"chart short\"" : " class=\"chart\"")
    out.markup(" viewBox=\"0 0 ")
    pair(width, height, in: &out)
    out.markup("\" width=\"")
    out.number(width)
    out.markup("\" height=\"")
    out.number(height)
    out.markup("\" font-size=\"12\" font-family=\"sans-serif\" fill=\"currentColor\" role=\"img\"")
    labelledBy(id, in: &out)
    out.markup("<title id=\"graphique_")
    out.number(id)
    out.markup("_titre\">")
    out.text(chart.caption)
    out.markup("</title>\n<desc id=\"graphique_")
    out.number(id)
    out.markup("_texte\">")
    out.text(chart.description)
    out.markup("</desc>\n")
    bands(in: &out)
    head(in: &out)
    switch chart.rows {
    case .bars(let bars): for (row, bar) in bars.enumerated() { write(bar, row, to: &out) }
    case .loads(let loads): for (row, load) in loads.enumerated() { write(load, row, to: &out) }
    }
    out.markup("</svg>\n")
  }

  private func labelledBy(_ id: Int, in out: inout MarkupWriter) {
    out.markup(" aria-labelledby=\"graphique_")
    out.number(id)
    out.markup("_titre graphique_")
    out.number(id)
    out.markup("_texte\">\n")
  }

  // MARK: The ground

  /// Holidays as grey bands with a slash in their head, the goal as a band between two lines.
  private func bands(in out: inout MarkupWriter) {
    for (column, period) in chart.periods.enumerated() where period.look != .plain {
      let left = labelWidth + column * columnWidth
      out.markup(
        period.look == .closed
          ? "<rect class=\"closed\" fill-opacity=\"0.12\""
          : "<rect class=\"goal\" fill-opacity=\"0.3\"")
      box(left, 20, columnWidth, height - 22, in: &out)
    }
  }

  private func head(in out: inout MarkupWriter) {
    var column = 0
    for group in chart.groups {
      let left = labelWidth + column * columnWidth
      line(left, 2, left, height - 2, in: &out)
      // A name is cut to what stands above its own columns.
      if group.count > 1 { text(group.name, left + 4, 13, in: &out) }
      column += group.count
    }
    for (column, period) in chart.periods.enumerated() {
      let middle = labelWidth + column * columnWidth + columnWidth / 2
      label(period.look == .closed ? "/" : period.label, middle, 34, "10", in: &out)
    }
  }

  // MARK: Rows

  private func write(_ bar: Chart.Bar, _ row: Int, to out: inout MarkupWriter) {
    let top = Self.headHeight + row * rowHeight
    line(0, top, width - 6, top, in: &out)
    text(bar.label, 2, top + 14, in: &out)
    let left = place(of: bar.first)
    let right = max(left + 5, place(of: bar.last + 1))
    switch bar.look {
    case .plain: out.markup("<rect class=\"bar\" fill-opacity=\"0.45\"")
    case .tight: out.markup("<rect class=\"bar tight\"")
    }
    box(left, top + 5, right - left, 10, in: &out)
  }

  private func write(_ load: Chart.Load, _ row: Int, to out: inout MarkupWriter) {
    let top = Self.headHeight + row * rowHeight
    let foot = top + rowHeight
    line(0, top, width - 6, top, in: &out)
    text(load.label, 2, top + 27, in: &out)
    let most = max(load.amounts.max() ?? 1, load.limit ?? 1, 1)
    for (column, amount) in load.amounts.enumerated() where amount > 0 {
      let left = labelWidth + column * columnWidth + 3
      let size = max(1, amount * 28 / most)
      let isOver = load.limit.map { amount > $0 } ?? false
      out.markup(isOver ? "<rect class=\"bar tight\"" : "<rect class=\"bar\" fill-opacity=\"0.45\"")
      box(left, foot - size - 2, columnWidth - 6, size, in: &out)
      label(load.texts[column], left + columnWidth / 2 - 3, foot - size - 5, "9", in: &out)
    }
    if let limit = load.limit {
      let level = foot - 2 - limit * 28 / most
      line(labelWidth, level, width - 6, level, dashed: true, in: &out)
    }
  }

  /// Where a day begins, from the left.
  private func place(of day: Int) -> Int {
    let first = chart.periods.first?.start ?? 0
    return labelWidth + (day - first) * columnWidth / 7
  }

  // MARK: Shapes

  private func box(
    _ left: Int, _ top: Int, _ width: Int, _ height: Int, in out: inout MarkupWriter
  ) {
    out.markup(" x=\"")
    out.number(left)
    out.markup("\" y=\"")
    out.number(top)
    out.markup("\" width=\"")
    out.number(width)
    out.markup("\" height=\"")
    out.number(height)
    out.markup("\"/>\n")
  }

  private func line(
    _ left: Int, _ top: Int, _ right: Int, _ bottom: Int, dashed: Bool = false,
    in out: inout MarkupWriter
  ) {
    out.markup(
      dashed
        ? "<path class=\"limit\" stroke=\"currentColor\" stroke-dasharray=\"4 3\" d=\"M"
        : "<path stroke=\"currentColor\" stroke-opacity=\"0.2\" d=\"M")
    pair(left, top, in: &out)
    out.markup("L")
    pair(right, bottom, in: &out)
    out.markup("\"/>\n")
  }

  private func text(_ string: String, _ left: Int, _ foot: Int, in out: inout MarkupWriter) {
    out.markup("<text x=\"")
    out.number(left)
    out.markup("\" y=\"")
    out.number(foot)
    out.markup("\">")
    out.text(string)
    out.markup("</text>\n")
  }

  private func label(
    _ string: String, _ middle: Int, _ foot: Int, _ size: String, in out: inout MarkupWriter
  ) {
    guard !string.isEmpty else { return }
    out.markup("<text text-anchor=\"middle\" x=\"")
    out.number(middle)
    out.markup("\" y=\"")
    out.number(foot)
    out.markup("\"")
    out.attribute("font-size", size)
    out.markup(">")
    out.text(string)
    out.markup("</text>\n")
  }

  private func pair(_ first: Int, _ second: Int, in out: inout MarkupWriter) {
    out.number(first)
    out.markup(" ")
    out.number(second)
  }
}

/// A chart as an SVG file of its own.
package func svg(of chart: Chart) -> [UInt8] {
  var out = MarkupWriter(reserving: 1 << 14)
  out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  ChartDrawing(chart).write(to: &out, id: 1, isAlone: true)
  return out.finish()
}

extension PageWriter {
  /// A chart in a region that scrolls by itself, named as tables are (see `write(_:Table)`).
  mutating func write(_ chart: Chart) {
    chartCount += 1
    html.markup("<figure class=\"chart\">\n<div class=\"wide\" role=\"region\" tabindex=\"0\"")
    html.markup(" aria-label=\"Graphique\u{A0}")
    html.number(chartCount)
    html.markup("\">\n")
    ChartDrawing(chart).write(to: &html, id: chartCount)
    html.markup("</div>\n<figcaption>")
    html.text(chart.caption)
    html.markup("</figcaption>\n</figure>\n")
  }
}
