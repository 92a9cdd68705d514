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
      if isSpace(byte) {
        offset += 1
        continue
      }
      if let sign = sign(bytes, at: offset, before: range.upperBound) {
        offset += sign.length
        tokens.append(Token(kind: sign.kind, range: start..<offset))
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
        throw .strayCharacter(at: text.span(ofUTF8: start..<offset))
      }
      let word = String(decoding: bytes[start..<offset], as: UTF8.self)
      let isNumeric = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isNumeric {
        guard let number = Int(word), number <= 1_000_000_000 else {
          throw .strayCharacter(at: text.span(ofUTF8: start..<offset))
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

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
