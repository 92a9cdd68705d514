package import Diagnostics

/// Appends XML or HTML to one buffer. Everything that is not a literal of our code is escaped.
///
/// Text is searched eight bytes at a time for what needs an escape, and the runs between are
/// copied in one go.
package struct MarkupWriter: ~Copyable {
  private var bytes: [UInt8] = []

  package init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// Appends text of our own source, as it is. Nothing that comes from a file can come this way.
  package mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends text. What XML 1.0 cannot hold becomes U+FFFD; a carriage return is written as a
  /// reference, for a reader would take it for a line feed.
  package mutating func text(_ string: String) { append(string, .text) }

  /// Appends ` name="value"`. Tabs and line feeds are written as references, for a reader would
  /// take them for spaces.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    markup(name)
    markup("=\"")
    append(value, .value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a part of an attribute's value, for who writes the quotes himself.
  package mutating func attributeText(_ string: String) { append(string, .value) }

  package mutating func number(_ value: Int) {
    var rest = value.magnitude
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Appends the finished bytes of another writer, as they are.
  package mutating func append(_ fragment: MarkupFragment) {
    bytes.append(contentsOf: fragment.bytes)
  }

  /// Appends a part of such bytes.
  package mutating func append(_ fragment: MarkupFragment, _ range: Range<Int>) {
    unsafe fragment.bytes.withUnsafeBufferPointer { buffer in
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }

  /// How many bytes were written.
  package var count: Int { bytes.count }

  package consuming func finish() -> [UInt8] { bytes }

  /// Takes back all that was written behind a place.
  package mutating func cut(to count: Int) { bytes.removeLast(max(0, bytes.count - count)) }

  /// What was written so far, after which the writer is as new.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package consuming func finishFragment() -> MarkupFragment { MarkupFragment(bytes: bytes) }
}

/// Finished markup, to be put into several pages (a navigation, say). Only a writer makes it.
package struct MarkupFragment: Hashable, Sendable {
  fileprivate let bytes: [UInt8]

  package var count: Int { bytes.count }

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  /// A passage of a file that a parser has read, byte for byte. Who cuts one out sees to it that
  /// what is put together again is well-formed.
  package init(_ range: Range<Int>, of file: SourceFile) {
    bytes = Array(file.bytes[range])
  }

  /// Fragments one behind the other.
  package static func joined(_ fragments: [MarkupFragment]) -> MarkupFragment {
    MarkupFragment(bytes: Array(fragments.map(\.bytes).joined()))
  }

  /// This fragment and another one behind it.
  package func appending(_ other: MarkupFragment) -> MarkupFragment {
    MarkupFragment(bytes: bytes + other.bytes)
  }
}

// MARK: Trees

extension MarkupWriter {
  /// Writes a tree out as XML: names and attributes as they were read, `<a/>` where nothing is
  /// inside. Comments, instructions and the declaration were never in the tree.
  package mutating func element(_ tree: XMLElement) {
    var open: [(element: XMLElement, rest: ArraySlice<XMLNode>)] = []
    start(tree, &open)
    while var last = open.popLast() {
      guard let node = last.rest.popFirst() else {
        endTag(of: last.element)
        continue
      }
      open.append(last)
      switch node {
      case .element(let element): start(element, &open)
      case .text(let text): self.text(text.string)
      }
    }
  }

  private mutating func start(
    _ element: XMLElement, _ open: inout [(element: XMLElement, rest: ArraySlice<XMLNode>)]
  ) {
    beginTag(of: element)
    for attribute in element.attributes { self.attribute(attribute, attribute.value.string) }
    if element.children.isEmpty {
      markup("/>")
    } else {
      markup(">")
      open.append((element, element.children[...]))
    }
  }

  /// Writes `<name`; attributes may follow, and then `markup(">")` or `markup("/>")`.
  ///
  /// For who rewrites a tree while writing it. The name was read by the parser and is one.
  package mutating func beginTag(of element: XMLElement) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.name.utf8)
  }

  /// Writes `</name>`.
  package mutating func endTag(of element: XMLElement) {
    markup("</")
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an attribute with the name that it had in its file, and `value`.
  package mutating func attribute(_ attribute: XMLAttribute, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: attribute.name.utf8)
    markup("=\"")
    append(value, .value)
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: Escaping

private enum Place {
  case text, value
}

extension MarkupWriter {
  private mutating func append(_ string: String, _ place: Place) {
    var string = string
    string.withUTF8 { unsafe append($0, place) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ place: Place) {
    let count = text.count
    var plain = 0
    var at = 0
    while at < count {
      at = unsafe placeOfSuspect(in: text, from: at)
      guard at < count else { break }
      let (length, escape) = unsafe escape(at: at, in: text, place)
      if length > 0 {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<at]))
        markup(escape)
        plain = at + length
      }
      at += max(1, length)
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<count]))
  }

  /// What replaces the bytes at `at`, and how many they are; none where they mean themselves.
  private func escape(
    at: Int, in text: UnsafeBufferPointer<UInt8>, _ place: Place
  ) -> (length: Int, escape: StaticString) {
    switch unsafe text[at] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): place == .value ? (1, "&quot;") : (0, "")
    case 0x09: place == .value ? (1, "&#9;") : (0, "")
    case 0x0A: place == .value ? (1, "&#10;") : (0, "")
    case 0x0D: (1, "&#13;")
    case 0x00..<0x20: (1, "\u{FFFD}")
    case 0xEF where at + 2 < text.count:
      // U+FFFE and U+FFFF, which XML does not have (2.2, Char).
      unsafe text[at + 1] == 0xBF && text[at + 2] >= 0xBE ? (3, "\u{FFFD}") : (0, "")
    default: (0, "")
    }
  }
}

/// The next byte that may need an escape: `&`, `<`, `>`, `"`, a control character, or the first
/// byte of U+F000 to U+FFFF. The length of the text if there is none.
private func placeOfSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var at = start
  let raw = UnsafeRawBufferPointer(text)
  while at + 8 <= raw.count {
    let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let suspects = suspects(in: word)
    if suspects != 0 { return at + suspects.trailingZeroBitCount / 8 }
    at += 8
  }
  while unsafe at < raw.count && !isSuspect(text[at]) { at += 1 }
  return at
}

/// The high bit of each suspect byte of eight; above the lowest, bytes may be marked in error.
///
/// `x - 1` borrows from the high bit of a byte that is zero. `"` and `&` differ in one bit, and so
/// do `<` and `>`.
@inline(__always)
private func suspects(in word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quoteOrAmpersand = (word | ones &* 0x04) ^ (ones &* 0x26)
  let lessOrGreater = (word | ones &* 0x02) ^ (ones &* 0x3E)
  let lastPlane = word ^ (ones &* 0xEF)
  let marks =
    ((word &- ones &* 0x20) & ~word)
    | ((quoteOrAmpersand &- ones) & ~quoteOrAmpersand)
    | ((lessOrGreater &- ones) & ~lessOrGreater)
    | ((lastPlane &- ones) & ~lastPlane)
  return marks & (ones &* 0x80)
}

private func isSuspect(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x00..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0xEF: true
  default: false
  }
}
