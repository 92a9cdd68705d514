import Diagnostics
import Markup

/// A word or sign of an expression.
struct Token {
  enum Kind: Equatable {
    case name(String)
    case text(String)
    case number(Int)
    case comparison(Comparison)
    case dot, bar, colon, comma, open, close
    case end
  }

  let kind: Kind
  /// Its UTF-8 bytes in the text that holds the expression.
  let range: Range<Int>

  /// The tokens of a piece of text, `end` last.
  static func all(of text: XMLText, in range: Range<Int>) throws(Diagnostic) -> [Token] {
    let bytes = Array(text.string.utf8)
    var tokens: [Token] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      let byte = bytes[offset]
      if let length = spaceLength(bytes, at: offset) {
        offset += length
        continue
      }
      if let sign = sign(bytes, at: offset, before: range.upperBound) {
        offset += sign.length
        tokens.append(Token(kind: sign.kind, range: start..<offset))
        continue
      }
      if let quoted = try typographicText(text, bytes, at: offset, before: range.upperBound) {
        tokens.append(quoted)
        offset = quoted.range.upperBound
        continue
      }
      if byte == UInt8(ascii: "'") {
        guard let close = bytes[(start + 1)..<range.upperBound].firstIndex(of: byte) else {
          throw .unclosedText(at: text.span(ofUTF8: start..<range.upperBound))
        }
        let string = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
        tokens.append(Token(kind: .text(string), range: start..<(close + 1)))
        offset = close + 1
        continue
      }
      while offset < range.upperBound, isWord(bytes[offset]) { offset += 1 }
      guard offset > start else {
        // One whole character, so that the caret stands under all of it.
        repeat { offset += 1 } while offset < range.upperBound && bytes[offset] & 0xC0 == 0x80
        let sign = String(decoding: bytes[start..<offset], as: UTF8.self)
        throw .strayCharacter(sign, at: text.span(ofUTF8: start..<offset))
      }
      let word = String(decoding: bytes[start..<offset], as: UTF8.self)
      let isNumeric = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isNumeric {
        guard let number = Int(word), number <= 1_000_000_000 else {
          throw .strayCharacter(word, at: text.span(ofUTF8: start..<offset))
        }
        tokens.append(Token(kind: .number(number), range: start..<offset))
      } else {
        tokens.append(Token(kind: .name(word), range: start..<offset))
      }
    }
    tokens.append(Token(kind: .end, range: range))
    return tokens
  }

  private static func sign(
    _ bytes: [UInt8], at offset: Int, before end: Int
  ) -> (kind: Kind, length: Int)? {
    if offset + 1 < end {
      let pair = String(decoding: bytes[offset...(offset + 1)], as: UTF8.self)
      if let comparison = Comparison(rawValue: pair) { return (.comparison(comparison), 2) }
    }
    switch bytes[offset] {
    case UInt8(ascii: "<"): return (.comparison(.less), 1)
    case UInt8(ascii: ">"): return (.comparison(.greater), 1)
    case UInt8(ascii: "."): return (.dot, 1)
    case UInt8(ascii: "|"): return (.bar, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "("): return (.open, 1)
    case UInt8(ascii: ")"): return (.close, 1)
    default: return nil
    }
  }

  /// The length of a space, of which Writer's French typing puts several kinds before a colon.
  private static func spaceLength(_ bytes: [UInt8], at offset: Int) -> Int? {
    if bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) { return 1 }
    let wide = ["\u{A0}", "\u{202F}", "\u{2009}"].map { Array($0.utf8) }
    return wide.first { bytes[offset...].starts(with: $0) }?.count
  }

  /// The quotes that open and close a text, the straight one first.
  static let quotes = [("'", "'"), ("‘", "’"), ("’", "’"), ("“", "”"), ("«", "»"), ("\"", "\"")]
    .map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) }

  /// A text between the quotes that Writer makes of `'` and `"` while one types. The closing `’` is
  /// also the apostrophe: a text that holds one stands between « and ».
  private static func typographicText(
    _ text: XMLText, _ bytes: [UInt8], at offset: Int, before end: Int
  ) throws(Diagnostic) -> Token? {
    guard
      let (open, mark) = quotes.dropFirst().first(where: {
        bytes[offset..<end].starts(with: $0.open)
      })
    else { return nil }
    let start = offset + open.count
    guard let stop = (start..<end).first(where: { bytes[$0..<end].starts(with: mark) }) else {
      throw .unclosedText(at: text.span(ofUTF8: offset..<end))
    }
    var string = String(decoding: bytes[start..<stop], as: UTF8.self)[...]
    if open == Array("«".utf8) {
      while let first = string.first, first.isWhitespace { string.removeFirst() }
      while let last = string.last, last.isWhitespace { string.removeLast() }
    }
    return Token(kind: .text(String(string)), range: offset..<(stop + mark.count))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
