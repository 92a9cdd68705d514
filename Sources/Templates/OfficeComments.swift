import Diagnostics
import Markup

/// The comments of a document (ODF 1.3 part 3, 14.1), which are another place for directives: a
/// comment that says `for …`, `if …`, `else` or `end`, with braces or without, acts where it is
/// anchored. On a stretch of text, `for` and `if` end where the stretch ends.
///
/// No comment leaves with a document, whatever it says.
struct OfficeComments {
  /// The names of comments whose directive ends with the stretch that they are on.
  private let endings: Set<String>

  init(in elements: [XMLElement]) {
    var comments: [String: OfficeMark] = [:]
    var ends: Set<String> = []
    var rest = elements
    while let element = rest.popLast() {
      switch element.name {
      case "office:annotation":
        guard let name = element["office:name"]?.value else { continue }
        comments[name] = Self.directive(of: element)?.mark
      case "office:annotation-end":
        if let name = element["office:name"]?.value { ends.insert(name) }
      default: rest += element.elements
      }
    }
    endings = ends.filter { name in
      switch comments[name] {
      case .loop?, .condition?: true
      case .output?, .otherwise?, .end?, .include?, nil: false
      }
    }
  }

  /// What stands in the line for a comment, or for the end of its stretch: a directive in its
  /// braces; nil for a word among people.
  func text(of element: XMLElement) -> String? {
    guard element.name == "office:annotation-end" else {
      return Self.directive(of: element).map { "{{ \($0.text) }}" }
    }
    let isEnding = element["office:name"].map { endings.contains($0.value) } ?? false
    return isEnding ? "{{ end }}" : nil
  }

  static func isComment(_ element: XMLElement) -> Bool {
    element.name == "office:annotation" || element.name == "office:annotation-end"
  }

  private static func directive(of comment: XMLElement) -> (text: String, mark: OfficeMark)? {
    let paragraphs = comment.elements.filter { $0.name.hasPrefix("text:") }
    var text = paragraphs.map(\.text).joined(separator: " ")[...]
    text = trimmed(text)
    if text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count >= 4 {
      text = trimmed(text.dropFirst(2).dropLast(2))
    }
    guard !text.contains("{{"), !text.contains("}}") else { return nil }
    let inner = String(text)
    let mark = OfficeMark(inner, 0..<inner.utf8.count)
    return mark.isDirective ? (inner, mark) : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
