// Reading a text as UTF-8 bytes, with a look at whole scalars where a rule asks for letters. The
// bytes always come from a `String`, so they are well formed.

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

extension [UInt8] {
  /// The byte at this place, or nil outside the text.
  func byte(_ index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }

  /// Whether these bytes stand here.
  func has(_ word: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for offset in word.indices where self[index + offset] != word[offset] { return false }
    return true
  }

  /// Whether these bytes end just before this place.
  func has(_ word: [UInt8], before index: Int) -> Bool { has(word, at: index - word.count) }

  /// The scalar that starts here, or nil at the end.
  func scalar(at index: Int) -> Unicode.Scalar? {
    guard let first = byte(index) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      value = value << 6 | UInt32((byte(index + offset) ?? 0) & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends just before this place, or nil at the start.
  func scalar(before index: Int) -> Unicode.Scalar? {
    var start = index - 1
    while let byte = byte(start), byte & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(at: start)
  }

  /// The bytes of the space that starts here (plain, no-break or thin no-break): 0, 1, 2 or 3.
  func spaceLength(at index: Int) -> Int {
    switch byte(index) {
    case 0x20: 1
    case 0xC2 where byte(index + 1) == 0xA0: 2
    case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0xAF: 3
    default: 0
    }
  }

  /// The same for the space that ends just before this place.
  func spaceLength(before index: Int) -> Int {
    switch byte(index - 1) {
    case 0x20: 1
    case 0xA0 where byte(index - 2) == 0xC2: 2
    case 0xAF where byte(index - 2) == 0x80 && byte(index - 3) == 0xE2: 3
    default: 0
    }
  }

  /// Whether a letter starts here.
  func isLetter(at index: Int) -> Bool { scalar(at: index)?.isLetter ?? false }

  /// Whether a letter or a digit starts here.
  func isWord(at index: Int) -> Bool { scalar(at: index)?.isWord ?? false }

  /// Whether a letter or a digit ends just before this place.
  func isWord(before index: Int) -> Bool { scalar(before: index)?.isWord ?? false }
}

extension Unicode.Scalar {
  /// Whether it is a letter, or an accent that follows one.
  var isLetter: Bool {
    isASCII
      ? isASCIILetter(UInt8(ascii: self))
      : properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  var isWord: Bool { isLetter || properties.numericType == .decimal }

  /// Line breaks and tabs, which typesetting leaves as they are.
  var isControlSpace: Bool { self == "\n" || self == "\r" || self == "\t" }
}
