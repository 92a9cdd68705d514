import Diagnostics
import Markup

/// How the columns of a table share its width, in thousandths: what a person sets by pulling at a
/// line. Lengths say nothing by themselves, as an office program writes them in units of its own.
struct ColumnWidths: Hashable, Sendable {
  private let shares: [Double]

  /// Unknown widths, those of a table whose columns have none.
  static let unknown = ColumnWidths(shares: [])

  private init(shares: [Double]) { self.shares = shares }

  init(of table: XMLElement, _ styles: StyleBook) {
    var widths: [Double] = []
    for column in Self.columns(of: table) {
      let name = StyleName(family: "table-column", name: column["table:style-name"]?.value ?? "")
      let repeated = column["table:number-columns-repeated"].flatMap { Int($0.value) } ?? 1
      guard let width = styles.automatic[name].flatMap(Self.width), width > 0,
        widths.count + repeated <= 1000, repeated > 0
      else {
        self = .unknown
        return
      }
      widths += Array(repeating: width, count: repeated)
    }
    let total = widths.reduce(0, +)
    shares = widths.map { $0 * 1000 / total }
  }

  /// The column elements of a table, in or outside groups.
  private static func columns(of element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child in
      if child.name == "table:table-column" { return [child] }
      return areColumns(child) ? columns(of: child) : []
    }
  }

  /// Whether a child of a table holds columns, or is one (OpenDocument 1.3 part 3, 9.1.6 to 9.1.12).
  static func areColumns(_ element: XMLElement) -> Bool {
    [
      "table:table-column", "table:table-columns", "table:table-header-columns",
      "table:table-column-group",
    ].contains(element.name)
  }

  private static func width(of style: XMLElement) -> Double? {
    style.elements.first { $0.name == "style:table-column-properties" }?["style:column-width"]
      .flatMap { LookChanges.millimetres($0.value) }
  }

  /// Whether one can see that they are others. Widths of which one side knows nothing are the same.
  func differ(from other: ColumnWidths) -> Bool {
    shares.count == other.shares.count
      && zip(shares, other.shares).contains { abs($0 - $1) > Self.visible }
  }

  /// A table is about 170 mm wide: less than two of them are the rounding of programs.
  private static let visible = 10.0
}

extension Passage {
  /// Whether somebody changed the widths of a table in it, and perhaps nothing else.
  func hasOtherWidths(than base: Passage) -> Bool {
    guard kind == base.kind, inside.count == base.inside.count else { return false }
    if kind == .table, widths.differ(from: base.widths) { return true }
    return zip(inside, base.inside).contains { $0.hasOtherWidths(than: $1) }
  }
}
