import Diagnostics
import Markup

/// The reference document, as far as a look needs it.
///
/// What LibreOffice saves is OpenDocument 1.3 with extensions of its own. All that is not in one of
/// the namespaces of the standard is dropped on the way out, so that what is built on it is valid.
struct ReferenceDocument {
  private let root: XMLElement
  /// The prefixes that mean what the standard's own examples mean by them, `:` included.
  private let prefixes: Set<String>
  var recolouring: Recolouring?

  init?(_ root: XMLElement) {
    guard root.name == "office:document" else { return nil }
    self.root = root
    prefixes = Set(
      namespaces.filter { root["xmlns:" + $0.prefix]?.value == $0.address }
        .map { $0.prefix + ":" })
  }

  var span: SourceSpan { root.span }

  func section(_ name: String) -> XMLElement? { root.elements.first { $0.name == name } }

  /// The names of all styles of a kind, as the file writes them.
  func names(of kind: StyleKind) -> [String] {
    let found: [XMLElement]? =
      switch kind {
      case .paragraph: section("office:styles")?.elements.filter { $0.isStyle(of: "paragraph") }
      case .character: section("office:styles")?.elements.filter { $0.isStyle(of: "text") }
      case .list: section("office:styles")?.elements.filter { $0.name == "text:list-style" }
      case .frame: section("office:styles")?.elements.filter { $0.isStyle(of: "graphic") }
      case .page:
        section("office:master-styles")?.elements.filter { $0.name == "style:master-page" }
      case .table: tables
      }
    let attribute = kind == .table ? "table:name" : "style:name"
    return (found ?? []).compactMap { $0[attribute]?.value }
  }

  /// The tables of the body that stand on their own.
  var tables: [XMLElement] {
    section("office:body")?.elements.first { $0.name == "office:text" }?.elements
      .filter { $0.name == "table:table" } ?? []
  }

  func paragraphStyle(_ name: String) -> XMLElement? {
    section("office:styles")?.elements
      .first { $0.isStyle(of: "paragraph") && $0["style:name"]?.value == name }
  }

  /// The formatting of a model table's cell: nil without that cell, empty if it has none.
  func cellProperties(_ cell: CellStyle) -> [XMLElement]? {
    let (name, row, column) = cell.model
    let rows = tables.first { $0["table:name"]?.value == name }.map(\.tableRows) ?? []
    guard rows.indices.contains(row) else { return nil }
    let cells = rows[row].elements.filter { $0.name == "table:table-cell" }
    guard cells.indices.contains(column) else { return nil }
    guard let style = cells[column]["table:style-name"]?.value else { return [] }
    let automatic = section("office:automatic-styles")?.elements ?? []
    return automatic.first { $0.isStyle(of: "table-cell") && $0["style:name"]?.value == style }?
      .elements.filter { $0.name == "style:table-cell-properties" } ?? []
  }

  /// The automatic styles on which the page styles and their headers and footers stand.
  func automaticStylesOfPages() -> [XMLElement] {
    let candidates = section("office:automatic-styles")?.elements ?? []
    var used = section("office:master-styles").map { styleNames(in: $0) } ?? []
    var chosen: Set<Int> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, style) in candidates.enumerated() where !chosen.contains(index) {
        guard let name = style["style:name"]?.value, used.contains(name) else { continue }
        chosen.insert(index)
        used.formUnion(styleNames(in: style))
        isGrowing = true
      }
    }
    return chosen.sorted().map { candidates[$0] }
  }

  private func styleNames(in element: XMLElement) -> Set<String> {
    var names: Set<String> = []
    for attribute in element.attributes {
      let isReference =
        attribute.name.hasSuffix("style-name") || attribute.name == "style:page-layout-name"
      if isReference { names.insert(attribute.value.string) }
    }
    for child in element.elements { names.formUnion(styleNames(in: child)) }
    return names
  }
}

// MARK: Writing

extension ReferenceDocument {
  /// Writes an element without what is not of the standard, and with the academy's colours.
  func write(_ element: XMLElement, to out: inout MarkupWriter) {
    guard isStandard(element.name) else { return }
    out.beginTag(of: element)
    for attribute in element.attributes where isStandard(attribute.name) {
      let value = attribute.value.string
      out.attribute(attribute, recolouring?.apply(to: value) ?? value)
    }
    let children = fieldsOfDocument.contains(element.name) ? [] : element.children
    guard !children.isEmpty else { return out.markup("/>") }
    out.markup(">")
    for child in children {
      switch child {
      case .element(let child): write(child, to: &out)
      case .text(let text): if holdsText(element.name) { out.text(text.string) }
      }
    }
    out.endTag(of: element)
  }

  private func isStandard(_ name: String) -> Bool {
    guard let colon = name.firstIndex(of: ":") else { return false }
    return prefixes.contains(String(name[...colon]))
  }

  /// White space between the elements of a style is only the file's layout.
  private func holdsText(_ name: String) -> Bool {
    !name.hasPrefix("style:") && !name.hasPrefix("office:") && !name.hasPrefix("text:list")
  }
}

/// Fields that show a property of the document. The reference's own title and subject would be
/// wrong in all others, so they go out empty and the office program fills them.
private let fieldsOfDocument: Set<String> = [
  "text:title", "text:subject", "text:description", "text:user-defined", "text:creator",
  "text:initial-creator", "text:keywords", "text:creation-date", "text:modification-date",
]

/// The namespaces of OpenDocument 1.3 (part 3, 1.4) that a style may use, by the usual prefix.
private let namespaces: [(prefix: String, address: String)] = [
  ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
  ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
  ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
  ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
  ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
  ("number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
  ("presentation", "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"),
  ("dr3d", "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"),
  ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
  ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
  ("xlink", "http://www.w3.org/1999/xlink"),
]

extension XMLElement {
  fileprivate func isStyle(of family: String) -> Bool {
    name == "style:style" && self["style:family"]?.value == family
  }

  /// The rows of a table, header rows first as they stand.
  fileprivate var tableRows: [XMLElement] {
    elements.flatMap { child -> [XMLElement] in
      switch child.name {
      case "table:table-row": [child]
      case "table:table-header-rows", "table:table-rows": child.tableRows
      default: []
      }
    }
  }
}
