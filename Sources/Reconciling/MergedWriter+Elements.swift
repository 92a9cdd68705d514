import Diagnostics
import Markup
import OfficePackages

// Elements of one version or the other as they stand in the merged document.

extension MergedWriter {
  /// What is otherwise than in the element's own document.
  struct Change {
    /// The element inside in which something changes.
    var at: SourceSpan?
    var label: Label?
    var pieces: [Piece]?
    var blanks: [FilledBlank] = []

    var isNone: Bool { at == nil && blanks.isEmpty }
  }

  mutating func write(_ element: XMLElement, _ version: Version, _ change: Change) {
    guard version == .theirs || !change.isNone else {
      out.append(MarkupFragment(element.extent.bytes, of: new.content.file))
      return
    }
    var blanks = change.blanks
    writeTree(element, version, change, &blanks)
  }

  private mutating func writeTree(
    _ element: XMLElement, _ version: Version, _ change: Change, _ blanks: inout [FilledBlank]
  ) {
    if version == .theirs, Self.leftBehind.contains(element.name) { return }
    let isForeign = version == .theirs && !Self.isOfStandard(element.name)
    if !isForeign { openTag(element, version, isExtra: true) }
    if element.extent == change.at, let pieces = change.pieces {
      write(pieces)
    } else {
      if element.extent == change.at, let label = change.label { write(label) }
      if let value = value(for: element, in: &blanks) {
        out.text(value)
      } else {
        for node in element.children {
          switch node {
          case .text(let text): out.text(text.string)
          case .element(let child): writeTree(child, version, change, &blanks)
          }
        }
      }
    }
    if !isForeign { out.endTag(of: element) }
  }

  /// What the basin wrote into a blank: blanks of one name are filled in their order.
  private func value(for element: XMLElement, in blanks: inout [FilledBlank]) -> String? {
    guard element.name == "text:text-input", let name = element["text:description"]?.value,
      let index = blanks.firstIndex(where: { $0.name == name })
    else { return nil }
    return blanks.remove(at: index).value
  }

  /// A start tag. One of theirs has the names that its styles and pictures have here.
  mutating func openTag(_ element: XMLElement, _ version: Version, isExtra: Bool) {
    out.beginTag(of: element)
    for attribute in element.attributes {
      switch version {
      case .new: out.attribute(attribute, attribute.value.string)
      case .theirs:
        if let value = imported(attribute, of: element) { out.attribute(attribute, value) }
      }
    }
    out.markup(">")
    if version == .theirs { usesDeclarations = usesDeclarations || Self.isDeclared(element.name) }
  }

  /// An attribute of theirs as it stands here; nil when it stays behind.
  mutating func imported(_ attribute: XMLAttribute, of element: XMLElement) -> String? {
    let value = attribute.value.string
    guard Self.isOfStandard(attribute.name), !Self.leftBehind.contains(attribute.name) else {
      return nil
    }
    if let style = StyleName(named: value, by: attribute.name, of: element) {
      return value.isEmpty ? value : imports.name(of: style)
    }
    switch attribute.name {
    case "style:parent-style-name": return value
    case "style:master-page-name": return imports.hasPage(value) ? value : nil
    case "style:font-name": imports.ask(forFont: value)
    case "xlink:href"
    where element.name == "draw:image" || element.name == "style:background-image":
      return pictures.path(of: value)
    case "table:name" where element.name == "table:table":
      return tableNames.contains(value) ? "\(value) (bassin)" : value
    default: break
    }
    return value
  }

  mutating func noteTableNames(in element: XMLElement) {
    for child in element.elements {
      if child.name == "table:table", let name = child["table:name"]?.value {
        tableNames.insert(name)
      }
      noteTableNames(in: child)
    }
  }

  /// The prefixes that a merged document knows (ODF 1.3 part 3, 1.4).
  static let prefixes: [(prefix: String, declaration: StaticString)] = [
    ("office", #" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#),
    ("style", #" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#),
    ("text", #" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#),
    ("table", #" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#),
    ("draw", #" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#),
    ("fo", #" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#),
    ("svg", #" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0""#),
    ("number", #" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#),
    ("xlink", #" xmlns:xlink="http://www.w3.org/1999/xlink""#),
    ("dc", #" xmlns:dc="http://purl.org/dc/elements/1.1/""#),
  ]

  private static let known = Set(prefixes.map(\.prefix))

  private static func isOfStandard(_ name: String) -> Bool {
    known.contains(String(name.prefix { $0 != ":" }))
  }

  /// What belongs to a program's own keeping, and what must be one of a kind.
  private static let leftBehind: Set<String> = [
    "text:soft-page-break", "text:change", "text:change-start", "text:change-end",
    "office:event-listeners", "office:forms", "text:continue-list", "text:id",
    "draw:fill-image-name", "draw:fill-gradient-name", "draw:fill-hatch-name",
    "draw:opacity-name", "draw:stroke-dash", "draw:marker-start", "draw:marker-end",
  ]

  private static func isDeclared(_ name: String) -> Bool {
    name == "text:sequence" || name.hasPrefix("text:variable-")
      || name.hasPrefix("text:user-field-")
  }
}
