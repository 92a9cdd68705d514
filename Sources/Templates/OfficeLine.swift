import Diagnostics
import Markup

/// A paragraph of a Writer document as its author reads it: one line of text, with the way back to
/// the passages of the file that it was put together from.
///
/// An editor splits text over spans, bookmarks and marks of page breaks without telling; in the line
/// it stands in one piece.
struct OfficeLine {
  /// A piece of the line and where it comes from.
  struct Run {
    enum Source {
      case text(XMLText)
      /// An element that stands for white space, or an object that stands in the line.
      case element(XMLElement)
    }

    /// Where it stands in the line, in UTF-8 bytes.
    let range: Range<Int>
    let source: Source
    /// The elements between paragraph and run that hold it, outermost first.
    let holders: [XMLElement]
  }

  let element: XMLElement
  private(set) var text = ""
  private(set) var runs: [Run] = []
  /// Elements that show nothing, such as bookmarks, by where they stand in the line.
  private(set) var marks: [(offset: Int, element: XMLElement)] = []

  /// What stands in the line for an object: a frame, a note, a field to fill.
  static let object = "\u{FFFC}"

  /// Where the first and the last byte stand that show something beside directives.
  private var shown: ClosedRange<Int>?

  private let comments: OfficeComments

  init(of paragraph: XMLElement, _ comments: OfficeComments) {
    element = paragraph
    self.comments = comments
    add(paragraph.children, within: [])
    shown = Self.shown(in: text, of: paragraph)
  }

  private mutating func add(_ nodes: [XMLNode], within holders: [XMLElement]) {
    for node in nodes {
      switch node {
      case .text(let text): append(text.string, .text(text), holders)
      case .element(let element): add(element, within: holders)
      }
    }
  }

  private mutating func add(_ element: XMLElement, within holders: [XMLElement]) {
    switch element.name {
    case "text:s", "text:tab", "text:line-break": append(" ", .element(element), holders)
    case _ where OfficeComments.isComment(element):
      if let directive = comments.text(of: element) {
        append(directive, .element(element), holders)
      } else {
        marks.append((text.utf8.count, element))
      }
    case "text:note", "text:text-input", "text:ruby":
      append(Self.object, .element(element), holders)
    case let name where name.hasPrefix("draw:") || name.hasPrefix("dr3d:"):
      append(Self.object, .element(element), holders)
    case _ where element.children.isEmpty:
      marks.append((text.utf8.count, element))
    default: add(element.children, within: holders + [element])
    }
  }

  private mutating func append(_ piece: String, _ source: Run.Source, _ holders: [XMLElement]) {
    let start = text.utf8.count
    text += piece
    runs.append(Run(range: start..<text.utf8.count, source: source, holders: holders))
  }

  /// The elements that hold the character at a place of the line, outermost first.
  func holders(at offset: Int) -> [XMLElement] {
    runs.first { $0.range.contains(offset) }?.holders ?? []
  }

  /// Whether elements may stand at a place: Writer's own fields hold text alone.
  func mayHoldSpans(at offset: Int) -> Bool {
    holders(at: offset).allSatisfy { ["text:span", "text:a", "text:meta"].contains($0.name) }
  }

  /// The objects of the line, by where they stand.
  var objects: [(offset: Int, element: XMLElement)] {
    runs.compactMap { run in
      guard case .element(let element) = run.source, !Self.isSpace(element),
        !OfficeComments.isComment(element)
      else { return nil }
      return (run.range.lowerBound, element)
    }
  }

  private static func isSpace(_ element: XMLElement) -> Bool {
    ["text:s", "text:tab", "text:line-break"].contains(element.name)
  }
}

// MARK: Directives

/// What stands between `{{` and `}}`.
enum OfficeMark {
  case output(Range<Int>)
  case loop(Range<Int>)
  case condition(Range<Int>)
  /// With a further condition or without.
  case otherwise(Range<Int>?)
  case end
  /// Of the document whose path stands there.
  case include(Range<Int>)

  var isDirective: Bool {
    if case .output = self { false } else { true }
  }

  /// - Parameter range: the UTF-8 bytes between the braces.
  init(_ line: String, _ range: Range<Int>) {
    let bytes = Array(line.utf8)[range]
    let start = bytes.firstIndex { !isOfficeSpace($0) } ?? range.upperBound
    let word = bytes[start...].prefix { (0x61...0x7A).contains($0) }
    let rest = word.endIndex..<range.upperBound
    let isBlank = bytes[rest].allSatisfy(isOfficeSpace)
    switch String(decoding: word, as: UTF8.self) {
    case "for": self = .loop(rest)
    case "if": self = .condition(rest)
    case "end" where isBlank: self = .end
    case "include" where bytes[rest].first.map(isOfficeSpace) == true && !isBlank:
      self = .include(rest)
    case "else" where isBlank: self = .otherwise(nil)
    case "else":
      let next = bytes[rest].firstIndex { !isOfficeSpace($0) } ?? rest.upperBound
      let isFurther = bytes[next...].starts(with: Array("if".utf8))
      self = isFurther ? .otherwise((next + 2)..<range.upperBound) : .output(range)
    default: self = .output(range)
    }
  }
}

private func isOfficeSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

extension OfficeLine {
  /// The marks of a line with their braces, in order.
  ///
  /// - Parameter text: the line as `compile` places it.
  static func marks(
    in text: XMLText
  ) throws(Diagnostic) -> [(range: Range<Int>, mark: OfficeMark)] {
    try text.pieces().compactMap { piece in
      guard case .expression(let range) = piece else { return nil }
      return ((range.lowerBound - 2)..<(range.upperBound + 2), OfficeMark(text.string, range))
    }
  }

  /// Where the first and the last byte stand that show something: neither space nor directive.
  ///
  /// A line whose fields are faulty shows all of them; that is told where it is compiled.
  fileprivate static func shown(in text: String, of element: XMLElement) -> ClosedRange<Int>? {
    let whole = XMLText(text, startingAt: 0, in: element.span.file)
    var directives: [Range<Int>] = []
    do throws(Diagnostic) {
      directives = try marks(in: whole).filter(\.mark.isDirective).map(\.range)
    } catch {}
    var first: Int?
    var last = 0
    var next = directives[...]
    for (offset, byte) in text.utf8.enumerated() {
      while let directive = next.first, directive.upperBound <= offset { next.removeFirst() }
      if isOfficeSpace(byte) || next.first?.contains(offset) == true { continue }
      first = first ?? offset
      last = offset
    }
    return first.map { $0...last }
  }

  var isBare: Bool { shown == nil }

  func isBare(before offset: Int) -> Bool { shown.map { $0.lowerBound >= offset } ?? true }

  func isBare(after offset: Int) -> Bool { shown.map { $0.upperBound < offset } ?? true }
}
