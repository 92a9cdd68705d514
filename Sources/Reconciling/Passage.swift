import Diagnostics
import Markup

/// A piece of a document's body that stands or changes as one, and the pieces inside it.
struct Passage: Sendable {
  enum Kind: Hashable {
    /// A paragraph or a heading.
    case paragraph
    /// A paragraph that holds one frame with text of its own, as an addressee's.
    case frame
    case list, item, table, row, cell, section
    /// Whatever else: it is taken whole.
    case other
  }

  let kind: Kind
  let element: XMLElement
  /// In reading order: blocks, items, rows or cells; none in a paragraph.
  var inside: [Passage] = []
  /// The same for two passages that say and look the same.
  let key: Int
  /// The same key as if nobody had filled a blank.
  let plainKey: Int
  /// Of a paragraph its text with what was filled in, of others the beginning of it.
  let text: String
  /// Of a paragraph its text as if nobody had filled a blank.
  let plainText: String
  /// Which words it holds, in order of their numbers; long ones are cut.
  let words: [Int]
  /// The blanks of a paragraph in reading order.
  let blanks: [FilledBlank]
  /// Of a table its columns; of a frame's paragraph, the key of what stands around the frame.
  var mark = 0
  /// Of a table.
  var widths = ColumnWidths.unknown
  /// Whether a row repeats at the head of each page.
  var isHeader = false
}

/// A blank of a document, and what stands in it.
package struct FilledBlank: Hashable, Sendable {
  package let name: String
  /// Nil while nobody has written anything.
  package let value: String?

  package init(name: String, value: String?) {
    self.name = name
    self.value = value
  }
}

extension Passage {
  /// The one frame's box that a paragraph holds.
  static func box(in paragraph: XMLElement) -> XMLElement? {
    let frames = paragraph.elements.filter { $0.name == "draw:frame" }
    guard frames.count == 1 else { return nil }
    let boxes = frames[0].elements.filter { $0.name == "draw:text-box" }
    return boxes.count == 1 ? boxes[0] : nil
  }

  /// The paragraph with which it begins.
  var firstParagraph: XMLElement? {
    var passage = self
    while true {
      switch passage.kind {
      case .paragraph, .frame: return passage.element
      case .list, .item, .table, .row, .cell, .section, .other:
        guard let first = passage.inside.first else { return nil }
        passage = first
      }
    }
  }

  /// The blanks in it and in the passages inside.
  var allBlanks: [FilledBlank] {
    kind == .frame ? blanks : blanks + inside.flatMap(\.allBlanks)
  }

  /// How alike two passages are, from 0 to 1000.
  func likeness(to other: Passage) -> Int {
    if key == other.key { return 1000 }
    guard kind == other.kind else { return 0 }
    if plainKey == other.plainKey { return 990 }
    if words.isEmpty, other.words.isEmpty { return 500 }
    var common = 0
    var (first, second) = (words[...], other.words[...])
    while let a = first.first, let b = second.first {
      if a == b { common += 1 }
      if a <= b { first.removeFirst() }
      if b <= a { second.removeFirst() }
    }
    let dice = 1800 * common / (words.count + other.words.count)
    // Rows are known by their first cell, as people read them.
    guard kind == .row, let head = inside.first, let otherHead = other.inside.first,
      head.plainKey == otherHead.plainKey, !head.words.isEmpty
    else { return dice }
    return max(dice, 700)
  }
}

/// Numbers for texts: the same for the same text.
struct KeyTable: Sendable {
  private var numbers: [String: Int] = [:]

  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = numbers.count
    return numbers.count - 1
  }
}
