import Diagnostics
import Markup

/// Reads the body of one version into passages.
struct PassageReader {
  private let styles: StyleBook
  /// A frame within a frame is read as a part of its line.
  private var isInBox = false
  /// Shared by the versions that are compared.
  private(set) var keys: KeyTable

  init(_ styles: StyleBook, _ keys: KeyTable) {
    self.styles = styles
    self.keys = keys
  }

  /// What stands before and behind the text itself, and is no passage.
  static let declarations: Set<String> = [
    "office:forms", "text:tracked-changes", "text:variable-decls", "text:sequence-decls",
    "text:user-field-decls", "text:dde-connection-decls", "text:alphabetical-index-auto-mark-file",
    "table:calculation-settings", "table:content-validations", "table:named-expressions",
    "table:dde-links", "text:section-source", "office:dde-source", "text:soft-page-break",
  ]

  /// The blocks of a text, a cell, an item or a section.
  mutating func blocks(of element: XMLElement) -> [Passage] {
    var elements = element.elements.filter { !Self.declarations.contains($0.name) }
    // Writer has a paragraph behind a last table, and adds it where there is none.
    if elements.count > 1, let last = elements.last, last.name == "text:p", last.children.isEmpty,
      elements[elements.count - 2].name == "table:table"
    {
      elements.removeLast()
    }
    return elements.map { block($0) }
  }

  private mutating func block(_ element: XMLElement) -> Passage {
    switch element.name {
    case "text:p", "text:h": paragraph(element)
    case "text:list":
      container(
        .list, element, items(of: element),
        look: styles.look(element["text:style-name"]?.value, Family.list))
    case "table:table": table(element)
    case "text:section": container(.section, element, blocks(of: element))
    default: other(element)
    }
  }

  private mutating func other(_ element: XMLElement) -> Passage {
    leaf(.other, element, LineReader(element, styles), head: element.name)
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: XMLElement) -> Passage {
    let look = styles.look(element["text:style-name"]?.value, Family.paragraph)
    let level = element["text:outline-level"]?.value ?? ""
    let head = "\(element.name)\(level) \(look)"
    let line = LineReader(element, styles)
    guard !isInBox, let box = Passage.box(in: element) else {
      return leaf(.paragraph, element, line, head: head)
    }
    var passage = leaf(.frame, element, line, head: head)
    isInBox = true
    passage.inside = blocks(of: box)
    isInBox = false
    let around = LineReader(element, without: box, styles)
    passage.mark = keys.number(of: "\(head) \(around.key)")
    return passage
  }

  private mutating func leaf(
    _ kind: Passage.Kind, _ element: XMLElement, _ line: LineReader, head: String
  ) -> Passage {
    let text = line.text
    return Passage(
      kind: kind, element: element, key: keys.number(of: "\(head)\u{3}\(line.key)"),
      plainKey: keys.number(of: "\(head)\u{3}\(line.plainKey)"), text: text,
      plainText: line.plainText, words: words(of: text), blanks: line.blanks)
  }

  private mutating func words(of text: String) -> [Int] {
    text.split { !$0.isLetter && !$0.isNumber }.prefix(Self.wordLimit)
      .map { keys.number(of: "\u{4}\($0.lowercased())") }.sorted()
  }

  /// More words tell no more of how alike two passages are.
  private static let wordLimit = 400

  // MARK: Lists and tables

  private mutating func items(of list: XMLElement) -> [Passage] {
    list.elements.filter { $0.name == "text:list-item" || $0.name == "text:list-header" }
      .map { container(.item, $0, blocks(of: $0)) }
  }

  private mutating func table(_ element: XMLElement) -> Passage {
    var rows: [Passage] = []
    appendRows(of: element, isHeader: false, to: &rows)
    var passage = container(.table, element, rows)
    passage.mark = Self.columnCount(of: element)
    passage.widths = ColumnWidths(of: element, styles)
    return passage
  }

  private mutating func appendRows(of group: XMLElement, isHeader: Bool, to rows: inout [Passage]) {
    for element in group.elements {
      switch element.name {
      case "table:table-row":
        var row = container(.row, element, cells(of: element))
        row.isHeader = isHeader
        rows.append(row)
      case "table:table-header-rows": appendRows(of: element, isHeader: true, to: &rows)
      case "table:table-rows", "table:table-row-group":
        appendRows(of: element, isHeader: isHeader, to: &rows)
      default: break
      }
    }
  }

  private mutating func cells(of row: XMLElement) -> [Passage] {
    row.elements.filter {
      $0.name == "table:table-cell" || $0.name == "table:covered-table-cell"
    }
    .map { container(.cell, $0, blocks(of: $0)) }
  }

  private static func columnCount(of table: XMLElement) -> Int {
    table.elements.reduce(0) { count, element in
      switch element.name {
      case "table:table-column":
        let repeated = element["table:number-columns-repeated"].flatMap { Int($0.value) } ?? 1
        return count &+ min(max(repeated, 1), 10_000)
      case "table:table-columns", "table:table-header-columns", "table:table-column-group":
        return count &+ columnCount(of: element)
      default: return count
      }
    }
  }

  private mutating func container(
    _ kind: Passage.Kind, _ element: XMLElement, _ inside: [Passage], look: String = ""
  ) -> Passage {
    let head = "\(kind) \(look)"
    // Writer joins columns that no cell begins in: how far a cell reaches is no matter of what it
    // says.
    let told = inside.filter { $0.element.name != "table:covered-table-cell" }
    let keys = told.map { String($0.key) }.joined(separator: ",")
    let plainKeys = told.map { String($0.plainKey) }.joined(separator: ",")
    let words = inside.flatMap(\.words).prefix(Self.wordLimit).sorted()
    return Passage(
      kind: kind, element: element, inside: inside,
      key: self.keys.number(of: "\(head)\u{5}\(keys)"),
      plainKey: self.keys.number(of: "\(head)\u{5}\(plainKeys)"),
      text: String((inside.lazy.map(\.text).first { !$0.isEmpty } ?? "").prefix(200)),
      plainText: "", words: words, blanks: [])
  }
}
