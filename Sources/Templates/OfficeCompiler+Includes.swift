import Diagnostics
import Markup
import OfficePackages

// Partials: the body of another document stands where a paragraph names it.

extension OfficeCompiler {
  /// - Parameter marks: all marks of the line, of which the inclusion may be the only one, or stand
  ///   between a `for` or an `if` and its end.
  mutating func include(
    _ inner: Range<Int>, at range: Range<Int>, of line: OfficeLine, _ text: XMLText,
    beside marks: [OfficeMark]
  ) {
    guard line.isBare, isAlone(among: marks), let parent = path.dropLast().last,
      Self.holdsBodies(parent)
    else { return report(.includeAmongText(at: text.span(ofUTF8: range))) }
    guard let partial = sources.open(OfficeMark.path(in: text, inner)) else { return }
    let bodyText = partial.package.bodyText
    let elements = bodyText.map(shownElements) ?? []
    var body = OfficeCompiler(partial.package.content, of: partial.package, sources, scope)
    body.sources.lines.begin(partial.package.file)
    body.compile(elements, within: bodyText)
    body.makeNamesUnique(in: elements, of: partial)
    sources = body.sources
    hasRichText = hasRichText || body.hasRichText
    mayRaise = mayRaise || body.mayRaise
    sources.close()
    if let first = elements.first, let last = elements.last {
      let content = partial.package.content
      let passages = content.passages(
        in: first.extent.bytes.lowerBound..<last.extent.bytes.upperBound)
      insert(
        .included(body.edits, of: content.file, passages), at: start(of: range, in: line))
    }
    edits.remove(line.element.extent.bytes)
  }

  /// Whether a mark that takes the place of its paragraph stands in it alone, or under a `for` or an
  /// `if` that does.
  func isAlone(among marks: [OfficeMark]) -> Bool {
    guard marks.count > 1 else { return true }
    guard marks.count == 3, case .end = marks[2] else { return false }
    switch marks[0] {
    case .loop, .condition: return true
    case .output, .otherwise, .end, .include: return false
    }
  }

  /// What may hold tables as well as paragraphs.
  static func holdsBodies(_ element: XMLElement) -> Bool {
    switch element.name {
    case "office:text", "text:section", "table:table-cell", "draw:text-box", "text:note-body",
      "style:header", "style:footer", "style:header-first", "style:footer-first",
      "style:header-left", "style:footer-left":
      true
    default: false
    }
  }
}

extension OfficeMark {
  /// The path that an inclusion names, with the quotes that Writer makes or without any.
  fileprivate static func path(in text: XMLText, _ range: Range<Int>) -> Located<String> {
    let spaces: Set<Unicode.Scalar> = [" ", "\t", "\n", "\u{A0}", "\u{202F}"]
    let quotes: Set<Unicode.Scalar> = ["'", "\"", "‘", "’", "“", "”", "«", "»"]
    let utf8 = text.string.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let last = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    var path = text.string.unicodeScalars[first..<last]
    for signs in [spaces, quotes, spaces] {
      while let sign = path.first, signs.contains(sign) { path.removeFirst() }
      while let sign = path.last, signs.contains(sign) { path.removeLast() }
    }
    let start = utf8.distance(from: utf8.startIndex, to: path.startIndex)
    let end = utf8.distance(from: utf8.startIndex, to: path.endIndex)
    return Located(String(path), at: text.span(ofUTF8: start..<end))
  }
}

extension OfficePackage {
  fileprivate var bodyText: XMLElement? {
    content.section("office:body")?.elements.first { $0.name == "office:text" }
  }
}

/// What stands in a body, without the declarations before it (ODF 1.3 part 3, 3.4).
private func shownElements(of text: XMLElement) -> [XMLElement] {
  let declarations = [
    "office:forms", "text:tracked-changes", "text:variable-decls", "text:sequence-decls",
    "text:user-field-decls", "text:dde-connection-decls",
    "text:alphabetical-index-auto-mark-file",
  ]
  return text.elements.filter { !declarations.contains($0.name) }
}
