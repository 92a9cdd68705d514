import Markup

/// The formatting that no named style can hold, because it belongs to one document: widths, breaks
/// and the place of a letter's date. Equal ones are one style, named in the order of first use.
struct AutomaticStyles {
  private enum Style: Hashable {
    case table(width: Hundredths, isAfterBreak: Bool)
    case column(width: Hundredths)
    case row(height: Hundredths)
    case paragraphAfterBreak(ParagraphStyle)
    case date(marginTop: Hundredths, marginBottom: Hundredths)
  }

  private var styles: [Style] = []
  private var indices: [Style: Int] = [:]

  mutating func table(width: Hundredths, isAfterBreak: Bool) -> String {
    name(of: .table(width: width, isAfterBreak: isAfterBreak))
  }

  mutating func column(width: Hundredths) -> String { name(of: .column(width: width)) }

  mutating func row(height: Hundredths) -> String { name(of: .row(height: height)) }

  mutating func paragraphAfterBreak(_ style: ParagraphStyle) -> String {
    name(of: .paragraphAfterBreak(style))
  }

  mutating func date(marginTop: Hundredths, marginBottom: Hundredths) -> String {
    name(of: .date(marginTop: marginTop, marginBottom: marginBottom))
  }

  private mutating func name(of style: Style) -> String {
    if let index = indices[style] { return "A\(index + 1)" }
    styles.append(style)
    indices[style] = styles.count - 1
    return "A\(styles.count)"
  }

  func write(to out: inout MarkupWriter) {
    for (index, style) in styles.enumerated() {
      out.markup("<style:style style:name=\"A")
      out.number(index + 1)
      out.markup("\"")
      write(style, to: &out)
      out.markup("</style:style>")
    }
  }

  private func write(_ style: Style, to out: inout MarkupWriter) {
    switch style {
    case .table(let width, let isAfterBreak):
      out.markup(" style:family=\"table\"><style:table-properties")
      out.attribute("style:width", millimetres(width))
      out.markup(" fo:margin-top=\"0mm\" fo:margin-bottom=\"4mm\" table:align=\"left\"")
      if isAfterBreak { out.markup(" fo:break-before=\"page\"") }
      out.markup(" table:border-model=\"collapsing\"/>")
    case .column(let width):
      out.markup(" style:family=\"table-column\"><style:table-column-properties")
      out.attribute("style:column-width", millimetres(width))
      out.markup("/>")
    case .row(let height):
      out.markup(" style:family=\"table-row\"><style:table-row-properties")
      out.attribute("style:min-row-height", millimetres(height))
      out.markup(" fo:keep-together=\"always\"/>")
    case .paragraphAfterBreak(let parent):
      out.markup(" style:family=\"paragraph\"")
      out.attribute("style:parent-style-name", parent.rawValue)
      out.markup("><style:paragraph-properties fo:break-before=\"page\"/>")
    case .date(let marginTop, let marginBottom):
      out.markup(" style:family=\"paragraph\"")
      out.attribute("style:parent-style-name", ParagraphStyle.placeAndDate.rawValue)
      out.markup("><style:paragraph-properties")
      out.attribute("fo:margin-top", millimetres(marginTop))
      // Writer takes both or neither from a parent style.
      out.attribute("fo:margin-bottom", millimetres(marginBottom))
      out.markup("/>")
    }
  }
}
