import Diagnostics
import Markup

/// Reads the content of one paragraph as what it says and looks like.
///
/// Spans of one look are one; page breaks, bookmarks and what only a program needs are passed over;
/// a field that fills itself counts by its kind and not by what it shows.
struct LineReader {
  private struct Run {
    var look: String
    var text: String
  }

  private let styles: StyleBook
  private var runs: [Run] = []
  private var plainRuns: [Run] = []
  private var isAtSpace = true
  private(set) var blanks: [FilledBlank] = []

  init(_ paragraph: XMLElement, _ styles: StyleBook) {
    self.styles = styles
    read(paragraph, look: "", depth: 0)
  }

  /// - Parameter box: a frame's box that is left out.
  init(_ paragraph: XMLElement, without box: XMLElement, _ styles: StyleBook) {
    self.styles = styles
    self.box = box
    read(paragraph, look: "", depth: 0)
  }

  private var box: XMLElement?

  var key: String { Self.key(runs) }
  var plainKey: String { Self.key(plainRuns) }
  var text: String { runs.map(\.text).joined() }
  var plainText: String { plainRuns.map(\.text).joined() }

  private static func key(_ runs: [Run]) -> String {
    runs.map { "\($0.look)\u{1}\($0.text)\u{2}" }.joined()
  }

  // MARK: Reading

  private mutating func read(_ element: XMLElement, look: String, depth: Int) {
    for node in element.children {
      switch node {
      case .text(let text): append(folded: text.string, look)
      case .element(let child): read(child: child, look, depth)
      }
    }
  }

  private mutating func read(child: XMLElement, _ look: String, _ depth: Int) {
    switch child.name {
    case "text:span":
      let own = styles.look(child["text:style-name"]?.value, Family.text)
      read(child, look: Self.joined(look, own), depth: depth + 1)
    case "text:a":
      let target = "→\(Self.target(child["xlink:href"]?.value ?? ""))"
      read(child, look: Self.joined(look, target), depth: depth + 1)
    case "text:s":
      let count = child["text:c"].flatMap { Int($0.value) } ?? 1
      append(String(repeating: " ", count: min(max(count, 1), 1000)), look)
    case "text:tab": append("\t", look)
    case "text:line-break": append("\n", look)
    case "text:text-input": readBlank(child, look)
    case "text:note", "office:annotation": append("", "\(look)[\(child.name) \(child.text)]")
    case "draw:frame": readFrame(child, look, depth)
    case "draw:image":
      let name = child["xlink:href"]?.value.split(separator: "/").last.map(String.init) ?? ""
      append("", "\(look)[image \(name)]")
    default:
      if Self.passedOver.contains(child.name) { return }
      if Self.ownFields.contains(child.name) { return append("", "\(look)[\(child.name)]") }
      read(child, look: look, depth: depth + 1)
    }
  }

  private mutating func readBlank(_ field: XMLElement, _ look: String) {
    let name = field["text:description"]?.value ?? ""
    let content = field.text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
    guard !name.isEmpty else { return append(content, look) }
    let value = content.isEmpty || content == name ? nil : content
    blanks.append(FilledBlank(name: name, value: value))
    append("", "\(look)[blank \(name)]")
    Self.append(value ?? name, look, to: &runs)
    Self.append(name, look, to: &plainRuns)
    isAtSpace = false
  }

  private mutating func readFrame(_ frame: XMLElement, _ look: String, _ depth: Int) {
    append("", "\(look)[frame]")
    for child in frame.elements where child.extent != box?.extent {
      if child.name == "draw:text-box" {
        for paragraph in child.elements {
          read(paragraph, look: "\(look)[box]", depth: depth + 1)
          append("\n", look)
        }
      } else {
        read(child: child, look, depth)
      }
    }
  }

  // MARK: Runs

  /// ODF 1.3 part 3, 6.1.2: white space is one space, and none at the start of a paragraph or
  /// behind another one.
  private mutating func append(folded text: String, _ look: String) {
    var folded = ""
    for character in text {
      if character == " " || character == "\n" || character == "\t" || character == "\r\n" {
        if !isAtSpace { folded.append(" ") }
        isAtSpace = true
      } else {
        folded.append(character)
        isAtSpace = false
      }
    }
    add(folded, look)
  }

  private mutating func append(_ text: String, _ look: String) {
    add(text, look)
    isAtSpace = false
  }

  private mutating func add(_ text: String, _ look: String) {
    Self.append(text, look, to: &runs)
    Self.append(text, look, to: &plainRuns)
  }

  private static func append(_ text: String, _ look: String, to runs: inout [Run]) {
    if text.isEmpty, look.last != "]" { return }
    if let last = runs.last, last.look == look, !text.isEmpty {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(look: look, text: text))
    }
  }

  private static func joined(_ outer: String, _ own: String) -> String {
    outer.isEmpty || own.isEmpty ? outer + own : "\(outer)+\(own)"
  }

  /// Office programs write the way to a neighbour anew when a document moves: its name stays.
  private static func target(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" && $0 != "/" }
    let isElsewhere = address.dropFirst(scheme.count).first == ":" && scheme != "file"
    return isElsewhere ? address : address.split(separator: "/").last.map(String.init) ?? ""
  }

  private static let passedOver: Set<String> = [
    "text:soft-page-break", "text:bookmark", "text:bookmark-start", "text:bookmark-end",
    "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end",
    "office:annotation-end", "svg:title", "svg:desc", "text:alphabetical-index-mark",
  ]

  private static let ownFields: Set<String> = [
    "text:title", "text:subject", "text:page-number", "text:page-count", "text:user-defined",
    "text:date", "text:time", "text:author-name", "text:author-initials", "text:file-name",
    "text:chapter", "text:initial-creator", "text:creation-date", "text:modification-date",
    "text:print-date", "text:creator", "text:description", "text:keywords", "text:word-count",
    "text:paragraph-count", "text:character-count", "text:sheet-name", "text:page-continuation",
  ]
}
