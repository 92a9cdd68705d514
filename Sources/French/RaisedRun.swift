// Ordinals have their letters raised: 1er, 2e, XXIe, and the o of nᵒ. Text alone cannot show it, so
// that those who write text in a format ask for the runs and raise them in their own way.

/// A run of text, on the line or raised above it.
package struct RaisedRun: Hashable, Sendable {
  package let text: String
  package let isRaised: Bool

  package init(_ text: String, isRaised: Bool = false) {
    self.text = text
    self.isRaised = isRaised
  }
}

/// The text cut where letters are raised: « le 1er mars » is « le 1 », raised « er », « mars ».
///
/// Raised are the endings of ordinals in figures (1er, 1re, 2e, 2de, 3es) and in Roman numerals
/// (XXIe), of the class Tle, and the o of nᵒ, which a degree sign may stand for. Addresses and text
/// between backticks stay whole. The cost is linear.
package func raisedRuns(_ text: String) -> [RaisedRun] {
  let endings = raisedEndings(in: text)
  guard !endings.isEmpty else { return [RaisedRun(text)] }
  let bytes = Array(text.utf8)
  var runs: [RaisedRun] = []
  var start = 0
  for ending in endings {
    let line = bytes[start..<ending.range.lowerBound]
    runs.append(RaisedRun(String(decoding: line, as: UTF8.self)))
    runs.append(RaisedRun(ending.raised, isRaised: true))
    start = ending.range.upperBound
  }
  if start < bytes.count {
    runs.append(RaisedRun(String(decoding: bytes[start...], as: UTF8.self)))
  }
  return runs
}

/// Where `raisedRuns` finds letters to raise, in UTF-8 bytes, and what stands there raised. Who knows
/// where the bytes come from can raise them there.
package func raisedEndings(in text: String) -> [(range: Range<Int>, raised: String)] {
  guard mayRaise(text) else { return [] }
  let bytes = Array(text.utf8)
  let protection = Protection(of: bytes)
  var endings: [(range: Range<Int>, raised: String)] = []
  var index = 0
  while index < bytes.count {
    if Protection.mayBegin(bytes[index]), let end = protection.end(at: index, in: bytes) {
      index = end
    } else if let ending = Ending.found(in: bytes, after: index) {
      endings.append((ending.range, ending.raised))
      index = ending.range.upperBound
    } else {
      index += 1
    }
  }
  return endings
}

/// Whether `raisedRuns` may find letters to raise: a cheap look, as most texts hold none.
package func mayRaise(_ text: String) -> Bool {
  let bytes = text.utf8.span
  var index = 1
  while index < bytes.count {
    let byte = bytes[index]
    switch bytes[index - 1] {
    case 0x30...0x39, UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
      switch byte {
      case UInt8(ascii: "e"), UInt8(ascii: "r"), UInt8(ascii: "d"): return true
      default: break
      }
    case UInt8(ascii: "T"): if byte == UInt8(ascii: "l") { return true }
    // A sign, or an o before a space.
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      if beginsSign(byte) { return true }
      if byte == UInt8(ascii: "o"), index + 1 < bytes.count,
        bytes[index + 1] == 0x20 || beginsSign(bytes[index + 1])
      {
        return true
      }
    default: break
    }
    index += 1
  }
  return false
}

/// Whether it is the first byte of a degree sign, a raised o, or a space of another width.
private func beginsSign(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE1 || byte == 0xE2 }

/// The letters of an ordinal that are raised.
private struct Ending {
  let range: Range<Int>
  let raised: String

  /// The ending that follows the byte at this place.
  static func found(in bytes: [UInt8], after index: Int) -> Ending? {
    let byte = bytes[index]
    let next = index + 1
    switch byte {
    case 0x30...0x39:
      guard let ending = first(of: figures, in: bytes, at: next),
        isNumber(bytes, endingAt: index)
      else { return nil }
      return Ending(ending, at: next)
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
      guard let ending = first(of: numerals, in: bytes, at: next),
        let length = numeralLength(bytes, endingAt: index),
        // « Ier » alone has this ending: « Ver » and « Xer » are words.
        ending != er || byte == UInt8(ascii: "I") && length == 1
      else { return nil }
      return Ending(ending, at: next)
    case UInt8(ascii: "T"):
      guard let ending = first(of: terminale, in: bytes, at: next), !bytes.isWord(before: index)
      else { return nil }
      return Ending(ending, at: next)
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      guard let sign = bytes.byte(next), sign == UInt8(ascii: "o") || sign >= 0x80,
        !bytes.isWord(before: index)
      else { return nil }
      return number(in: bytes, at: next)
    default: return nil
    }
  }

  /// The ending that stands here, if the word ends with it.
  private static func first(of endings: [[UInt8]], in bytes: [UInt8], at index: Int) -> [UInt8]? {
    guard let byte = bytes.byte(index), isASCIILetter(byte) else { return nil }
    return endings.first { bytes.has($0, at: index) && !bytes.isWord(at: index + $0.count) }
  }

  private init(_ letters: [UInt8], at index: Int) {
    range = index..<(index + letters.count)
    raised = String(decoding: letters, as: UTF8.self)
  }

  private init(range: Range<Int>, raised: String) {
    self.range = range
    self.raised = raised
  }

  /// Digits that no letter, comma or full stop ties to something before them.
  private static func isNumber(_ bytes: [UInt8], endingAt last: Int) -> Bool {
    var start = last
    while let byte = bytes.byte(start - 1), isDigit(byte), last - start < 4 { start -= 1 }
    guard let before = bytes.scalar(before: start) else { return true }
    return !before.isWord && !joined.contains(before)
  }

  /// The length of the Roman numeral that ends here: I, V and X only, as of centuries and
  /// arrondissements.
  private static func numeralLength(_ bytes: [UInt8], endingAt last: Int) -> Int? {
    var start = last
    while let byte = bytes.byte(start - 1), [0x49, 0x56, 0x58].contains(byte), last - start < 8 {
      start -= 1
    }
    let before = bytes.scalar(before: start)
    return before.map { $0.isWord || joined.contains($0) } ?? false ? nil : last - start + 1
  }

  /// The o of « nᵒ 3 » and « nᵒˢ 3 », before a space and a figure.
  private static func number(in bytes: [UInt8], at index: Int) -> Ending? {
    for (sign, raised) in signs where bytes.has(sign, at: index) {
      let end = index + sign.count
      let space = bytes.spaceLength(at: end)
      guard space > 0, bytes.byte(end + space).map(isDigit) ?? false else { continue }
      return Ending(range: index..<end, raised: raised)
    }
    return nil
  }

  private static let joined: Set<Unicode.Scalar> = [".", ",", "-", "_", "@", "#", "/"]
  private static let er = Array("er".utf8)
  private static let figures = words("ers", "er", "res", "re", "des", "de", "ds", "d", "es", "e")
  private static let numerals = words("er", "es", "e")
  private static let terminale = words("les", "le")
  private static let signs = [
    ("°s", "os"), ("°", "o"), ("ᵒ", "o"), ("º", "o"), ("o", "o"),
  ].map { (Array($0.utf8), $1) }

  private static func words(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
