import Diagnostics
import Documents
import Markup
import OfficePackages

// What a look must find in the reference document, and what is said when it is not there.

extension ReferenceDocument {
  /// Everything the writer names and the reference does not have.
  func missingNames() -> [Diagnostic] {
    missing(ParagraphStyle.allCases, .paragraph) + missing(CharacterStyle.allCases, .character)
      + missing(ListStyle.allCases, .list) + missing(FrameStyle.allCases, .frame)
      + missing(MasterPage.allCases, .page) + missingCells()
  }

  private func missing<Name: StyleName>(_ wanted: [Name], _ kind: StyleKind) -> [Diagnostic] {
    let names = names(of: kind)
    let known = Set(names)
    let place = section(kind == .page ? "office:master-styles" : "office:styles")?.span ?? span
    return wanted.filter { !known.contains($0.rawValue) }.map {
      .missingStyle($0.displayName, kind, among: names.map(decodedStyleName), at: place)
    }
  }

  private func missingCells() -> [Diagnostic] {
    let known = names(of: .table)
    var problems: [Diagnostic] = []
    var reported: Set<String> = []
    for cell in CellStyle.allCases where cellProperties(cell) == nil {
      let (table, row, column) = cell.model
      if known.contains(table) {
        let place = tables.first { $0["table:name"]?.value == table }?.span ?? span
        problems.append(.missingCell(row: row, column: column, of: table, at: place))
      } else if reported.insert(table).inserted {
        let place = section("office:body")?.span ?? span
        problems.append(.missingStyle(table, .table, among: known, at: place))
      }
    }
    return problems
  }

  /// The two colours that the reference declares as its own, among its custom properties.
  func palette(_ problems: inout [Diagnostic]) -> Palette? {
    let accent = colour("Couleur d’accent", &problems)
    let due = colour("Couleur d’échéance", &problems)
    guard let accent, let due else { return nil }
    return Palette(accent: accent, due: due)
  }

  private func colour(_ property: String, _ problems: inout [Diagnostic]) -> Colour? {
    let meta = section("office:meta")
    let properties = meta?.elements.filter { $0.name == "meta:user-defined" } ?? []
    guard let found = properties.first(where: { $0["meta:name"]?.value == property }) else {
      let known = properties.compactMap { $0["meta:name"]?.value }
      problems.append(.missingColour(property, among: known, at: meta?.span ?? span))
      return nil
    }
    if let colour = Colour(found.text) { return colour }
    problems.append(.notAColour(found.text, of: property, at: found.span))
    return nil
  }

  /// The fixed line height of a paragraph style.
  func lineHeight(of style: ParagraphStyle, _ problems: inout [Diagnostic]) -> Hundredths? {
    // A style that is not there has been reported already.
    guard let element = paragraphStyle(style.rawValue) else { return nil }
    let properties = element.elements.first { $0.name == "style:paragraph-properties" }
    if let height = properties?["fo:line-height"].flatMap({ hundredths(of: $0.value) }) {
      return height
    }
    problems.append(.looseLineHeight(style.displayName, at: element.span))
    return nil
  }

  /// The space below a paragraph style; 4 mm if the style leaves it to its parent.
  func spaceBelow(_ style: ParagraphStyle) -> Hundredths {
    let properties = paragraphStyle(style.rawValue)?.elements
      .first { $0.name == "style:paragraph-properties" }
    return properties?["fo:margin-bottom"].flatMap { hundredths(of: $0.value) } ?? 400
  }
}
