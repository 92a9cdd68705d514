/// Which straight quotes of a text pair up, and how deep.
///
/// A quote opens or closes by its neighbours; one with a space on both sides closes what is open or
/// else opens. Quotes without a partner (inches, seconds) have no role and stay straight. Quote
/// signs of all kinds count as spaces for their neighbours, so that pairing comes out the same
/// after typesetting.
struct StraightQuotes {
  enum Role {
    case open, close, openInner, closeInner
  }

  private var roles: [Int: Role] = [:]

  /// The role of the quote at this place, or nil when it has none.
  func role(at index: Int) -> Role? { roles[index] }

  /// Pairs the quotes from this place on, which is the first straight one.
  init(in bytes: [UInt8], from start: Int, _ protection: Protection) {
    var open: [(index: Int, isInside: Bool)] = []
    var pairs: [(open: Int, close: Int, isInside: Bool)] = []
    var depth = StraightQuotes.depth(in: bytes, before: start, protection)
    var index = start
    while index < bytes.count {
      if let end = protection.end(at: index, in: bytes) {
        index = end
        continue
      }
      depth = StraightQuotes.depth(depth, after: index, in: bytes)
      if bytes[index] == UInt8(ascii: "\"") {
        switch StraightQuotes.shape(at: index, in: bytes, isOpen: !open.isEmpty) {
        case .opening: open.append((index, depth > 0))
        case .closing:
          if let last = open.popLast(), last.index + 1 < index {
            pairs.append((last.index, index, last.isInside))
          }
        case .neither: break
        }
      }
      index += 1
    }
    assign(pairs.sorted { $0.open < $1.open })
  }

  /// Gives the pairs, in the order of their openings, the signs of their level.
  private mutating func assign(_ pairs: [(open: Int, close: Int, isInside: Bool)]) {
    var enclosingEnd = -1
    for pair in pairs {
      let isInner = pair.isInside || pair.open < enclosingEnd
      roles[pair.open] = isInner ? .openInner : .open
      roles[pair.close] = isInner ? .closeInner : .close
      enclosingEnd = max(enclosingEnd, pair.close)
    }
  }

  /// Whether it is a quotation mark of any kind.
  static func isQuote(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\"", "«", "»", "“", "”": true
    default: false
    }
  }
}

extension StraightQuotes {
  private enum Shape {
    case opening, closing, neither
  }

  private enum Neighbour {
    case space, border, other
  }

  private static func shape(at index: Int, in bytes: [UInt8], isOpen: Bool) -> Shape {
    let left = neighbour(bytes.scalar(before: index), opens)
    let right = neighbour(bytes.scalar(at: index + 1), closes)
    switch (left, right) {
    case (.space, .space): return isOpen ? .closing : .opening
    case (.space, _), (.border, .other): return .opening
    case (_, .space), (.other, .border): return .closing
    case (.border, .border), (.other, .other): return .neither
    }
  }

  private static func neighbour(
    _ scalar: Unicode.Scalar?, _ isBorder: (Unicode.Scalar) -> Bool
  ) -> Neighbour {
    guard let scalar else { return .space }
    switch scalar {
    case " ", "\u{A0}", "\u{202F}", "\n", "\r", "\t": return .space
    default: return isQuote(scalar) ? .space : isBorder(scalar) ? .border : .other
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "(", "[", "{", "-", "–", "—", "/": true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", ")", "]", "}", "-", "–", "—", "/", ".", ",", ";", ":", "!", "?", "…": true
    default: false
    }
  }

  /// How many guillemets are open after the byte at this place, given how many were before.
  private static func depth(_ depth: Int, after index: Int, in bytes: [UInt8]) -> Int {
    guard bytes[index] == 0xC2 else { return depth }
    if bytes.has(Sign.open, at: index) { return depth + 1 }
    return bytes.has(Sign.close, at: index) ? max(0, depth - 1) : depth
  }

  private static func depth(in bytes: [UInt8], before end: Int, _ protection: Protection) -> Int {
    var depth = 0
    var index = 0
    while index < end {
      if let next = protection.end(at: index, in: bytes) {
        index = next
      } else {
        depth = StraightQuotes.depth(depth, after: index, in: bytes)
        index += 1
      }
    }
    return depth
  }
}
