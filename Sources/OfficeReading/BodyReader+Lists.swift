import Diagnostics
import Documents
import Markup

// Lists (5.3). A list goes on in an inner one, which has its style when it names none; what
// numbering says of them is in the level of the style.

extension BodyReader {
  mutating func list(_ element: XMLElement, within outer: String?, level: Int) -> [Piece] {
    let style = element["text:style-name"]?.value ?? outer
    var assembly = ListAssembly(
      kind: style.flatMap { styles.lists[$0]?[level] } ?? .bullet,
      next: goesOn(element, style))
    for child in element.elements {
      switch child.name {
      case "text:list-header":
        assembly.close()
        assembly.pieces += itemPieces(child, style, level)
      case "text:list-item":
        if let start = child["text:start-value"].flatMap({ Int($0.value) }) {
          assembly.begin(at: start)
        }
        assembly.add(itemPieces(child, style, level))
      default: break
      }
    }
    assembly.close()
    note(assembly.next - 1, for: element, style)
    return assembly.pieces
  }

  private mutating func itemPieces(
    _ item: XMLElement, _ style: String?, _ level: Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    for child in item.elements {
      if child.name == "text:list" {
        pieces += list(child, within: style, level: level + 1)
      } else {
        pieces += self.pieces(of: child)
      }
    }
    return pieces
  }

  /// The number that follows the list that this one goes on from (19.780, 19.783).
  private func goesOn(_ list: XMLElement, _ style: String?) -> Int? {
    if let id = list["text:continue-list"]?.value {
      return lastNumbers["#\(id)"].map { $0 + 1 }
    }
    guard list["text:continue-numbering"]?.value == "true" else { return nil }
    return lastNumbers[style ?? ""].map { $0 + 1 }
  }

  private mutating func note(_ number: Int, for list: XMLElement, _ style: String?) {
    lastNumbers[style ?? ""] = number
    if let id = list["xml:id"]?.value { lastNumbers["#\(id)"] = number }
  }
}

/// A list as its items come in.
private struct ListAssembly {
  let kind: StyleSheet.ListLevel
  /// The number of the next item.
  private(set) var next: Int
  var pieces: [Piece] = []
  private var items: [[Block]] = []
  private var start: Int
  private var role: ParagraphRole?
  private var startsPage = false

  init(kind: StyleSheet.ListLevel, next: Int?) {
    self.kind = kind
    let first = if case .number(let start) = kind { start } else { 1 }
    self.next = next ?? first
    start = self.next
  }

  /// Numbers begin anew.
  mutating func begin(at number: Int) {
    close()
    next = number
    start = number
  }

  mutating func add(_ item: [Piece]) {
    guard let first = item.first else { return }
    // Chapters are numbered by lists too: a heading is no item.
    if kind == .plain && !first.hasBox || item.contains(where: \.isHeading) {
      close()
      pieces += item
      next += 1
      start = next
    } else if case .block(.list) = first.content {
      // Only an inner list: it belongs to the item before it.
      if items.isEmpty { pieces += item } else { items[items.count - 1] += gathered(item) }
    } else {
      if items.isEmpty {
        role = first.role
        startsPage = first.startsPage
      }
      var item = item
      item[0].startsPage = false
      // A callout frames its lists, whose items are none themselves.
      if case .callout = role { item = item.map(\.withoutRole) }
      items.append(gathered(item))
      next += 1
    }
  }

  mutating func close() {
    guard !items.isEmpty else { return }
    var piece = Piece(block, role: role)
    piece.startsPage = startsPage
    pieces.append(piece)
    items = []
    start = next
    role = nil
    startsPage = false
  }

  private var block: Block {
    let checks = items.compactMap(CheckItem.init(of:))
    if checks.count == items.count { return .checklist(checks) }
    let isNumbered = if case .number = kind { true } else { false }
    return .list(List(isNumbered: isNumbered, start: isNumbered ? start : 1, items: items))
  }
}

extension Piece {
  /// Whether the line has its own box to tick, where a list would have nothing.
  fileprivate var hasBox: Bool {
    if case .box? = inlines?.first { true } else { false }
  }

  fileprivate var withoutRole: Piece {
    var piece = self
    piece.role = nil
    return piece
  }
}

extension CheckItem {
  /// An item of one line that begins with a box.
  fileprivate init?(of item: [Block]) {
    guard item.count == 1, case .paragraph(let paragraph) = item[0],
      let text = withoutBox(paragraph.inlines)
    else { return nil }
    self.init(text)
  }
}

/// What follows a box and a space, nil when the line does not begin with a box.
func withoutBox(_ inlines: [Inline]) -> [Inline]? {
  guard case .box? = inlines.first else { return nil }
  var rest = Array(inlines.dropFirst())
  if case .text(let text)? = rest.first {
    let shorter = String(text.drop { $0 == " " || $0 == "\u{A0}" })
    if shorter.isEmpty { rest.removeFirst() } else { rest[0] = .text(shorter) }
  }
  return rest
}
