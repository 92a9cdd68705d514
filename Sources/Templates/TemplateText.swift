import Diagnostics
import French
import Markup

/// A piece of text between two tags: literals and what stands between `{{` and `}}`.
enum TextPiece {
  /// UTF-8 bytes of the text.
  case literal(Range<Int>)
  case expression(Range<Int>)
}

/// What becomes of white space in a literal.
enum SpaceFolding {
  /// Runs become one space.
  case asInHTML
  case none
  /// Nothing, and nothing else changes either.
  case verbatim
}

extension XMLText {
  /// Cuts the text at `{{` and `}}`.
  func pieces() throws(Diagnostic) -> [TextPiece] {
    let bytes = Array(string.utf8)
    var pieces: [TextPiece] = []
    var start = 0
    var offset = 0
    while offset < bytes.count {
      if isPair(bytes, "{", at: offset) {
        if start < offset { pieces.append(.literal(start..<offset)) }
        guard let close = closingPair(bytes, from: offset + 2) else {
          throw unclosed(bytes, from: offset)
        }
        pieces.append(.expression((offset + 2)..<close))
        offset = close + 2
        start = offset
      } else if isPair(bytes, "}", at: offset) {
        throw .strayClosing(at: span(ofUTF8: offset..<(offset + 2)))
      } else if let end = foreignTagEnd(bytes, from: offset) {
        throw .foreignTag(at: span(ofUTF8: offset..<end))
      } else {
        offset += 1
      }
    }
    if start < bytes.count { pieces.append(.literal(start..<bytes.count)) }
    return pieces
  }

  /// What is told of a `{{` without its end: up to the one brace that may have been meant to close it.
  private func unclosed(_ bytes: [UInt8], from start: Int) -> Diagnostic {
    let rest = bytes[(start + 2)...].prefix { $0 != UInt8(ascii: "{") }
    let brace = rest.firstIndex(of: UInt8(ascii: "}"))
    return .unclosedExpression(
      hasOneBrace: brace != nil, at: span(ofUTF8: start..<(brace.map { $0 + 1 } ?? bytes.count)))
  }

  /// Behind a `{% … %}`, which other programs' templates have, if one begins here.
  private func foreignTagEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{"), start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "%")
    else { return nil }
    return bytes[start...].firstRange(of: Array("%}".utf8))?.upperBound
  }

  /// A literal, made typographically right.
  func literal(_ range: Range<Int>, _ folding: SpaceFolding) -> String {
    let utf8 = string.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let last = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    switch folding {
    case .asInHTML: return typeset(foldingSpaces(string[first..<last]))
    case .none: return typeset(String(string[first..<last]))
    case .verbatim: return String(string[first..<last])
    }
  }

  private func isPair(_ bytes: [UInt8], _ sign: Unicode.Scalar, at offset: Int) -> Bool {
    let byte = UInt8(ascii: sign)
    return offset + 1 < bytes.count && bytes[offset] == byte && bytes[offset + 1] == byte
  }

  /// Where the `}}` stands that ends an expression. Those in a text between quotes that are a pair,
  /// as in `{{ '{{ basin.name }}' }}`, end nothing: they are shown.
  private func closingPair(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + 1 < bytes.count {
      if isPair(bytes, "{", at: offset) { return nil }
      if isPair(bytes, "}", at: offset) { return offset }
      offset = quotedEnd(bytes, at: offset) ?? offset + 1
    }
    return nil
  }

  /// Behind the closing quote of a text that opens here; nil where braces inside it mean that its
  /// quote was forgotten.
  private func quotedEnd(_ bytes: [UInt8], at offset: Int) -> Int? {
    let rest = bytes[offset...]
    guard let quotes = Token.quotes.first(where: { rest.starts(with: $0.open) }) else { return nil }
    let content = rest.dropFirst(quotes.open.count)
    guard let close = content.firstRange(of: quotes.close) else { return nil }
    return showsBraces(bytes, in: content.startIndex..<close.lowerBound) ? close.upperBound : nil
  }

  /// Whether each `{{` of a text has its `}}`, or the text is one of them alone.
  private func showsBraces(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    if ["{{", "}}"].contains(String(decoding: bytes[range], as: UTF8.self)) { return true }
    var depth = 0
    var offset = range.lowerBound
    while offset + 1 < range.upperBound, depth >= 0 {
      if isPair(bytes, "{", at: offset) {
        depth += 1
        offset += 2
      } else if isPair(bytes, "}", at: offset) {
        depth -= 1
        offset += 2
      } else {
        offset += 1
      }
    }
    return depth == 0
  }
}

/// Runs of ASCII white space become one space; no-break spaces stay.
private func foldingSpaces(_ text: Substring) -> String {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      if folded.last != 0x20 { folded.append(0x20) }
    } else {
      folded.append(byte)
    }
  }
  return String(decoding: folded, as: UTF8.self)
}
