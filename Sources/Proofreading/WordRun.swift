/// A text as words, each known by a number that stands for its folded form: small letters, without
/// the ending of a plural, so that « chefs » is « chef ».
///
/// A word is a run of letters and digits; hyphens and apostrophes part words. Letters are those of
/// ASCII and of U+00C0 to U+017F, in which all French is written.
struct WordRun {
  struct Word {
    /// In the UTF-8 of the text.
    let bytes: Range<Int>
    let fold: UInt64
    /// How many of its letters are capitals, and how many there are.
    let capitals: Int
    let letters: Int
    /// Whether it is of capitals and digits alone, two letters or more, all of ASCII.
    let isInCapitals: Bool
  }

  let utf8: [UInt8]
  let words: [Word]

  init(_ text: String) {
    utf8 = Array(text.utf8)
    var words: [Word] = []
    words.reserveCapacity(utf8.count / 6)
    var start = 0
    while start < utf8.count {
      guard let width = Self.letterWidth(utf8, at: start) else {
        start += 1
        continue
      }
      var end = start + width
      while let next = Self.letterWidth(utf8, at: end) { end += next }
      // « REP+ » is one word.
      if end < utf8.count, utf8[end] == UInt8(ascii: "+") { end += 1 }
      words.append(Self.word(utf8, start..<end))
      start = end
    }
    self.words = words
  }

  /// Whether a word stands alone in parentheses.
  func isParenthesised(_ word: Word) -> Bool {
    word.bytes.lowerBound > 0 && utf8[word.bytes.lowerBound - 1] == UInt8(ascii: "(")
      && word.bytes.upperBound < utf8.count && utf8[word.bytes.upperBound] == UInt8(ascii: ")")
  }

  func text(of bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

  private static func letterWidth(_ utf8: [UInt8], at place: Int) -> Int? {
    guard place < utf8.count else { return nil }
    switch utf8[place] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      return 1
    case 0xC3...0xC5 where place + 1 < utf8.count: return 2
    default: return nil
    }
  }

  private static func word(_ utf8: [UInt8], _ bytes: Range<Int>) -> Word {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var (capitals, letters, isASCII) = (0, 0, true)
    var after: UInt8 = 0
    for byte in utf8[bytes] {
      var small = byte
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        capitals += 1
        letters += 1
        small = byte + 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
      case 0x80...: isASCII = false
      default: break
      }
      // U+00C0…U+00DE are C3 80…C3 9E, and their small letters lie 0x20 above.
      if after == 0xC3, (0x80...0x9E).contains(byte) { small = byte + 0x20 }
      after = byte
      folded.append(small)
    }
    if folded.count > 3, folded.last == UInt8(ascii: "s") || folded.last == UInt8(ascii: "x") {
      folded.removeLast()
    }
    return Word(
      bytes: bytes, fold: hash(folded), capitals: capitals, letters: letters,
      isInCapitals: isASCII && letters >= 2 && capitals == letters)
  }

  /// FNV-1a: the numbers are compared and never kept, and an equal number of two different words
  /// would only hide a fault.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension [UInt64] {
  /// Whether the other numbers stand in a row among these.
  func contains(run: [UInt64]) -> Bool { firstIndex(ofRun: run) != nil }

  func firstIndex(ofRun run: [UInt64]) -> Int? {
    guard let head = run.first, count >= run.count else { return nil }
    for start in 0...(count - run.count) where self[start] == head {
      if self[start..<start + run.count].elementsEqual(run) { return start }
    }
    return nil
  }
}
