import Diagnostics
import Documents
import Markup

// What stands in a paragraph (6.1.1, 7). Text in elements that are not known is text all the same:
// most are fields that show it.

extension BodyReader {
  mutating func read(
    _ nodes: [XMLNode], in traits: CharacterTraits, link: Link.Target?, _ line: inout Line
  ) {
    let isItalic = link == nil ? traits.isEmphasised : traits.isItalic ?? false
    let look = Line.Look(
      isBold: traits.isBold ?? false, isItalic: isItalic, position: traits.position ?? .base,
      isCode: traits.isCode ?? false, link: link)
    for node in nodes {
      switch node {
      case .text(let text): line.append(text.string, look)
      case .element(let element): read(element, in: traits, look, &line)
      }
    }
  }

  private mutating func read(
    _ element: XMLElement, in traits: CharacterTraits, _ look: Line.Look, _ line: inout Line
  ) {
    switch element.name {
    case "text:span":
      let own = element["text:style-name"].flatMap { styles.characters[$0.value] }
      let inner = own.map(traits.overridden) ?? traits
      if inner.isHidden != true { read(element.children, in: inner, link: look.link, &line) }
    case "text:a":
      let target = element["xlink:href"].flatMap { self.target($0.value) }
      read(element.children, in: traits, link: look.link ?? target, &line)
    case "text:s":
      let count = element["text:c"].flatMap { Int($0.value) } ?? 1
      line.append(spaces: min(max(count, 1), 200), look)
    case "text:tab": line.append(spaces: 4, look)
    case "text:line-break": line.append(.lineBreak, look)
    case "text:bookmark", "text:bookmark-start", "text:reference-mark",
      "text:reference-mark-start":
      if let name = element["text:name"]?.value, marks.contains(name) {
        line.append(.mark(name), look)
      }
    case "text:note":
      let body = element.elements.first { $0.name == "text:note-body" }
      if let body { line.append(.note(Note(gathered(pieces(in: body)))), look) }
    case "text:text-input": blank(element["text:description"]?.value ?? "", element, look, &line)
    case "text:placeholder": blank("", element, look, &line)
    case "text:ruby":
      for base in element.elements where base.name == "text:ruby-base" {
        read(base.children, in: traits, link: look.link, &line)
      }
    case let name where Self.lostFields.contains(name) || isInMargin && isProperty(name):
      line.hasLostField = true
    case "text:hidden-paragraph":
      if element["text:is-hidden"]?.value == "true" { line.isHidden = true }
    case let name where Self.lostElements.contains(name): break
    default:
      if Self.isDrawing(element) {
        draw(element, look, &line)
      } else {
        read(element.children, in: traits, link: look.link, &line)
      }
    }
  }

  /// A field to fill: its name is what its description says, or else its text.
  private func blank(
    _ description: String, _ element: XMLElement, _ look: Line.Look, _ line: inout Line
  ) {
    let text = element.text.trimmingPrefix("<")
    let name = description.isEmpty ? text.hasSuffix(">") ? text.dropLast() : text : description[...]
    if !name.allSatisfy(\.isWhitespace) { line.append(.blank(Blank(String(name))), look) }
  }

  /// Fields that say where on paper something stands.
  private static let lostFields: Set = [
    "text:page-number", "text:page-count", "text:page-continuation", "text:page-variable-get",
    "text:page-variable-set", "text:chapter", "text:file-name", "text:template-name",
  ]

  /// What shows nothing, or nothing that is for the reader.
  private static let lostElements: Set = [
    "office:annotation", "office:annotation-end", "text:hidden-text", "text:script",
    "text:soft-page-break", "text:bookmark-end", "text:reference-mark-end", "text:change",
    "text:change-start", "text:change-end", "text:toc-mark", "text:toc-mark-start",
    "text:user-index-mark", "text:user-index-mark-start", "text:alphabetical-index-mark",
    "text:alphabetical-index-mark-start", "text:dde-connection", "office:event-listeners",
  ]

  /// Fields that show what the document says of itself, which a page shows in its own header.
  private func isProperty(_ name: String) -> Bool {
    switch name {
    case "text:title", "text:subject", "text:keywords", "text:description", "text:user-defined",
      "text:creator", "text:initial-creator", "text:print-date", "text:print-time",
      "text:creation-date", "text:creation-time", "text:modification-date",
      "text:modification-time", "text:editing-cycles", "text:editing-duration", "text:printed-by":
      true
    default: false
    }
  }

  // MARK: Links

  /// Where a link leads; nil where it leads nowhere that a page may lead to.
  func target(_ address: String) -> Link.Target? {
    if let name = markName(address) { return marks.contains(name) ? .mark(name) : nil }
    let scheme = address.prefix { $0 != ":" && $0 != "/" }
    if scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" {
      return ["http", "https", "mailto", "tel"].contains(scheme.lowercased())
        ? .address(address) : nil
    }
    // A first `..` leads out of the package, to its own folder (part 2, 3.7).
    guard address.hasPrefix("../") else { return nil }
    var path = surroundings.folder.split(separator: "/").map(String.init)
    for part in address.dropFirst(3).prefix(while: { $0 != "#" && $0 != "?" }).split(separator: "/")
    {
      guard part != ".." else {
        if path.popLast() == nil { return nil }
        continue
      }
      guard let name = percentDecoded(part) else { return nil }
      if name != "." { path.append(name) }
    }
    let whole = path.joined(separator: "/")
    guard !path.isEmpty else { return nil }
    return surroundings.documents[whole].map { .document($0) } ?? .file(whole)
  }
}

/// The name of a place in the text itself, for an address like `#nom` or `#nom|table`.
func markName(_ address: String) -> String? {
  guard address.hasPrefix("#") else { return nil }
  return percentDecoded(address.dropFirst().prefix { $0 != "|" })
}

private func percentDecoded(_ text: some StringProtocol) -> String? {
  guard text.contains("%") else { return String(text) }
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
      return nil
    }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}
