import Diagnostics
import Markup

// Whole elements and attributes, taken out or put in.

extension XMLEdits {
  /// The element with the white space before it.
  mutating func remove(_ element: XMLElement, in bytes: [UInt8]) {
    replace(Self.wholeRange(of: element, in: bytes), with: [], for: nil)
  }

  /// The attribute with the white space before it.
  mutating func remove(_ attribute: XMLAttribute, in bytes: [UInt8]) {
    let name = attribute.nameSpan.bytes.lowerBound
    let start = bytes[..<name].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    replace(start..<attribute.end, with: [], for: nil)
  }

  mutating func insert(_ text: String, at place: Int) {
    replace(place..<place, with: Array(text.utf8), for: nil)
  }

  static func wholeRange(of element: XMLElement, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<element.span.bytes.lowerBound].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    return start..<element.end
  }
}

extension XMLAttribute {
  /// Behind the quote that closes the value; an empty value has both quotes in its span.
  var end: Int { value.span.bytes.upperBound + (value.string.isEmpty ? 0 : 1) }
}

/// `<name a="b" c="d"`, escaped, wrapped at 100 columns, without its end.
func startTag(_ name: String, _ attributes: [(String, String?)], indent: Int) -> String {
  var text = String(repeating: " ", count: indent) + "<\(name)"
  var column = text.count
  for case (let name, let value?) in attributes {
    let word = String(decoding: attributeText(name, value), as: UTF8.self)
    if column + word.count + 1 > 98 {
      text += "\n" + String(repeating: " ", count: indent + 2) + word
      column = indent + 2 + word.count
    } else {
      text += " " + word
      column += word.count + 1
    }
  }
  return text
}
