// French microtypography, after the usage of the Imprimerie nationale.
//
// One pass over the UTF-8 of the text. Nothing is written until a rule changes something, and a
// text that no rule changes is handed back as it came. Rules look only at the text as it was, and
// only at signs that no rule changes the class of, so that a second pass finds nothing to do.

/// The text as French is printed.
///
/// - straight apostrophes between letters, and after an elided word, become ’;
/// - pairs of straight quotes become « » and, inside others, “ ”;
/// - three full stops become …, and one after « etc »; a hyphen between spaces becomes –;
/// - an existing space becomes U+202F before `;`, `!` and `?`, and U+00A0 before `:`, `%`, `€`;
/// - U+00A0 stands inside « », where it is added if it is missing;
/// - an existing space becomes U+00A0 between a number and its unit (12 km, 14 h 30), a day and its
///   month (16 mars), a reference and its number (n° 3, p. 12), a civility and a name (Mme D),
///   the pairs of a telephone number; it becomes U+202F between thousands (35 000);
/// - U+00A0 is added in hours (14h30).
///
/// Letters and digits are never changed, and no space is added before `;`, `:`, `!` or `?`. Web and
/// mail addresses and text between backticks stay as they are. Typesetting twice is typesetting
/// once. The cost is linear.
package func typeset(_ text: String) -> String {
  var typesetter = Typesetter(Array(text.utf8))
  return typesetter.typesetBytes().map { String(decoding: $0, as: UTF8.self) } ?? text
}

/// What `typeset` does to a text, in its order: the UTF-8 bytes that go, and what stands in their
/// place. Who knows where the bytes come from can change them there.
package func typesettingChanges(
  of text: String
) -> [(range: Range<Int>, replacement: String)] {
  var typesetter = Typesetter(Array(text.utf8), isRecording: true)
  _ = typesetter.typesetBytes()
  return typesetter.changes
}

struct Typesetter {
  let bytes: [UInt8]
  private var output: [UInt8] = []
  /// The input up to here is in the output.
  private var copied = 0
  private var hasChanges = false
  private let isRecording: Bool
  private(set) var changes: [(range: Range<Int>, replacement: String)] = []
  private let protection: Protection
  /// Worked out when the first straight quote is met.
  private var quotes: StraightQuotes?

  init(_ bytes: [UInt8], isRecording: Bool = false) {
    self.bytes = bytes
    self.isRecording = isRecording
    protection = Protection(of: bytes)
  }

  /// The bytes of the typeset text, or nil when no rule changes the text.
  mutating func typesetBytes() -> [UInt8]? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Protection.mayBegin(byte), let end = protection.end(at: index, in: bytes) {
        index = end
      } else if isASCIILetter(byte), byte != UInt8(ascii: "h") {
        index += 1
      } else {
        index = step(at: index)
      }
    }
    guard hasChanges else { return nil }
    output += bytes[copied...]
    return output
  }

  /// Applies the rules of the sign that starts here and says where to go on.
  private mutating func step(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "'"): apostrophe(at: index)
    case UInt8(ascii: "."): fullStops(at: index)
    case UInt8(ascii: "\""): quote(at: index)
    case UInt8(ascii: "h"): hour(at: index)
    case UInt8(ascii: "-"): hyphen(at: index)
    case 0x20, 0xE2: space(at: index)
    case 0xC2:
      if bytes.has(Sign.open, at: index) {
        opening(at: index)
      } else if bytes.has(Sign.close, at: index) {
        closing(at: index)
      } else {
        space(at: index)
      }
    default: index + 1
    }
  }

  private mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    output += bytes[copied..<range.lowerBound]
    output += new
    copied = range.upperBound
    hasChanges = true
    if isRecording { changes.append((range, String(decoding: new, as: UTF8.self))) }
  }
}

/// The signs that rules write or look for, in UTF-8.
enum Sign {
  static let noBreak = Array(NoBreak.space.utf8)
  static let thin = Array(NoBreak.thin.utf8)
  static let open = Array("«".utf8)
  static let close = Array("»".utf8)
  static let openInner = Array("“".utf8)
  static let closeInner = Array("”".utf8)
  static let curly = Array("’".utf8)
  static let dash = Array("–".utf8)
  static let etCetera = Array("etc".utf8)
  static let ellipsis = Array("…".utf8)
}

// MARK: - Apostrophes and full stops

extension Typesetter {
  private mutating func apostrophe(at index: Int) -> Int {
    let next = index + 1
    guard bytes.scalar(before: index)?.isLetter ?? false, !protection.isMail(at: index, in: bytes)
    else { return next }
    let isInside = bytes.isWord(at: next)
    let isBeforeOther = next == bytes.count || StraightQuotes.isQuote(bytes.scalar(at: next))
    if isInside || (isBeforeOther && followsElision(index)) {
      replace(index..<next, with: Sign.curly)
    }
    return next
  }

  /// Whether the word before is one that elides: c, d, j, l, m, n, s, t, and all that end in qu.
  private func followsElision(_ index: Int) -> Bool {
    guard let last = bytes.byte(index - 1) else { return false }
    switch last | 0x20 {
    case UInt8(ascii: "u"): return bytes.byte(index - 2).map { $0 | 0x20 } == UInt8(ascii: "q")
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "l"),
      UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      let before = bytes.scalar(before: index - 1)
      return !(before?.isWord ?? false) && before != "'" && before != "’"
    default: return false
    }
  }

  /// Exactly three: longer runs are dotted lines to write on, shorter ones are none of ours.
  private mutating func fullStops(at index: Int) -> Int {
    let stop = UInt8(ascii: ".")
    let slash = UInt8(ascii: "/")
    var end = index
    while bytes.byte(end) == stop { end += 1 }
    let isThree = end - index == 3
    // « etc. » already says that more would follow.
    if isThree, bytes.has(Sign.etCetera, before: index) {
      replace(index..<end, with: [stop])
    } else if isThree, bytes.byte(index - 1) != slash, bytes.byte(end) != slash {
      replace(index..<end, with: Sign.ellipsis)
    }
    return end
  }
}

// MARK: - Hours and dashes

extension Typesetter {
  /// « 14h30 » and « 14h » are spaced, where they are words of prose.
  private mutating func hour(at index: Int) -> Int {
    let next = index + 1
    guard let hasMinutes = bytes.hour(at: index) else { return next }
    replace(index..<index, with: Sign.noBreak)
    if hasMinutes { replace(next..<next, with: Sign.noBreak) }
    return next
  }

  /// A hyphen between two spaces is a dash, but neither a minus between figures nor the sign that
  /// opens the line of a list.
  private mutating func hyphen(at index: Int) -> Int {
    let next = index + 1
    guard bytes.byte(index - 1) == 0x20, bytes.byte(next) == 0x20,
      let before = bytes.byte(index - 2), let after = bytes.byte(next + 1),
      before > 0x20, after > 0x20, after != UInt8(ascii: "-"), before != UInt8(ascii: "-"),
      bytes.spaceLength(before: index - 1) == 0, bytes.spaceLength(at: next + 1) == 0,
      !(isDigit(before) && isDigit(after))
    else { return next }
    replace(index..<next, with: Sign.dash)
    return next
  }
}

// MARK: - Quotes

extension Typesetter {
  private mutating func quote(at index: Int) -> Int {
    let roles = quotes ?? StraightQuotes(in: bytes, from: index, protection)
    quotes = roles
    let next = index + 1
    switch roles.role(at: index) {
    case .none: break
    case .openInner: replace(index..<next, with: Sign.openInner)
    case .closeInner: replace(index..<next, with: Sign.closeInner)
    case .open:
      let end = next + bytes.spaceLength(at: next)
      let isLineEnd = bytes.scalar(at: next)?.isControlSpace ?? false
      replace(index..<end, with: Sign.open + (isLineEnd ? [] : Sign.noBreak))
      return end
    case .close: replace(index..<next, with: spaceMissing(before: index) + Sign.close)
    }
    return next
  }

  /// After «, a no-break space is added unless a space or a sign that brings its own follows.
  private mutating func opening(at index: Int) -> Int {
    let next = index + Sign.open.count
    guard let follower = bytes.scalar(at: next), !follower.isControlSpace,
      bytes.spaceLength(at: next) == 0, quotes?.role(at: next) != .close
    else { return next }
    replace(next..<next, with: Sign.noBreak)
    return next
  }

  private mutating func closing(at index: Int) -> Int {
    let isAfterOpening =
      bytes.has(Sign.open, before: index) || quotes?.role(at: index - 1) == .open
    if index > 0, !isAfterOpening, !spaceMissing(before: index).isEmpty {
      replace(index..<index, with: Sign.noBreak)
    }
    return index + Sign.close.count
  }

  private func spaceMissing(before index: Int) -> [UInt8] {
    let isLineStart = bytes.scalar(before: index)?.isControlSpace ?? false
    return isLineStart || bytes.spaceLength(before: index) > 0 ? [] : Sign.noBreak
  }
}

// MARK: - Spaces

extension Typesetter {
  private mutating func space(at index: Int) -> Int {
    let length = bytes.spaceLength(at: index)
    guard length > 0 else { return index + 1 }
    let next = index + length
    if let wanted = wantedSpace(index, next, isPlain: length == 1),
      !bytes.has(wanted, at: index)
    {
      replace(index..<next, with: wanted)
    }
    return next
  }

  /// The space that a rule asks for between these two places, or nil when it may stay.
  private func wantedSpace(_ start: Int, _ next: Int, isPlain: Bool) -> [UInt8]? {
    let follower = bytes.byte(next)
    // Between two plain words, « 1er mars » apart, no rule has anything to ask.
    if let follower, (0x61...0x7A).contains(follower), let last = bytes.byte(start - 1),
      isASCIILetter(last), last != UInt8(ascii: "r")
    {
      return nil
    }
    if bytes.byte(start - 1) == 0xAB, bytes.has(Sign.open, before: start) { return Sign.noBreak }
    switch follower {
    case 0xC2 where bytes.has(Sign.close, at: next): return Sign.noBreak
    case UInt8(ascii: "\"") where quotes?.role(at: next) == .close: return Sign.noBreak
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return isLastOfWord(next) ? Sign.thin : nil
    case UInt8(ascii: ":"): return isColon(next) ? Sign.noBreak : nil
    default:
      if bytes.isThousands(start, next) { return Sign.thin }
      if bytes.isTelephone(start, next) { return Sign.noBreak }
      return isPlain && bytes.isBound(start, next) ? Sign.noBreak : nil
    }
  }

  /// Whether no letter or digit follows the run of `;`, `!` and `?` that starts here.
  private func isLastOfWord(_ index: Int) -> Bool {
    var end = index
    while let byte = bytes.byte(end), byte == 0x3B || byte == 0x21 || byte == 0x3F { end += 1 }
    return !bytes.isWord(at: end)
  }

  /// Whether the colon is one of prose, and not one of a smiley, a time or an address.
  private func isColon(_ index: Int) -> Bool {
    let next = index + 1
    guard let follower = bytes.scalar(at: next) else { return true }
    return bytes.spaceLength(at: next) > 0 || follower.isControlSpace || follower == ")"
      || follower == "]" || StraightQuotes.isQuote(follower)
  }
}
