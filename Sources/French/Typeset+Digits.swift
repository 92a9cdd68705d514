// Groups of digits with a space between them: thousands, and telephone numbers.

extension [UInt8] {
  /// Whether the space from `start` to `next` parts the thousands of a number: « 35 000 ».
  ///
  /// Three digits and no more follow, one to three stand before, and the number does not open with
  /// a zero: « 01 234 » is none.
  func isThousands(_ start: Int, _ next: Int) -> Bool {
    guard digitCount(at: next) == 3, !isWord(at: next + 3) else { return false }
    var end = start
    // More than seven groups are no number that anybody writes.
    for _ in 0..<7 {
      let count = digitCount(before: end)
      let head = end - count
      guard (1...3).contains(count) else { return false }
      let space = spaceLength(before: head)
      let isContinued = count == 3 && space > 0 && digitCount(before: head - space) > 0
      if !isContinued {
        let before = scalar(before: head)
        let isJoined = before == "," || before == "." || before == "+" || before?.isWord ?? false
        return self[head] != UInt8(ascii: "0") && !isJoined
      }
      end = head - space
    }
    return false
  }

  /// Whether the space lies inside a telephone number: « 01 23 45 67 89 », « +33 1 23 45 67 89 ».
  func isTelephone(_ start: Int, _ next: Int) -> Bool {
    guard digitCount(before: start) > 0, digitCount(at: next) > 0 else { return false }
    var head = start
    for _ in 0..<6 {
      head -= digitCount(before: head)
      let space = spaceLength(before: head)
      guard space > 0, digitCount(before: head - space) > 0 else { break }
      head -= space
    }
    var groups: [Int] = []
    var index = head
    while groups.count < 7 {
      let count = digitCount(at: index)
      guard count > 0 else { break }
      groups.append(count)
      index += count
      let space = spaceLength(at: index)
      guard space > 0, digitCount(at: index + space) > 0 else { break }
      index += space
    }
    guard !isWord(at: index) else { return false }
    if byte(head - 1) == UInt8(ascii: "+") { return groups == [2, 1, 2, 2, 2, 2] }
    return groups == [2, 2, 2, 2, 2] && self[head] == UInt8(ascii: "0") && !isWord(before: head)
  }

  /// Whether the hour whose letter stands here has minutes; nil where there is no hour. It is written without spaces, in
  /// prose: « 14h30 », « 9h ». Names
  /// of files, mail addresses and « 24h/24 » hold none.
  func hour(at index: Int) -> Bool? {
    let count = digitCount(before: index)
    guard (1...2).contains(count), isOpening(before: index - count) else { return nil }
    let minutes = digitCount(at: index + 1)
    guard minutes == 0 || minutes == 2 else { return nil }
    let end = index + 1 + minutes
    guard !isWord(at: end) else { return nil }
    // A sign that a rule replaces and the one that it becomes say the same.
    if let sign = byte(end), Glue.signs.contains(sign), isWord(at: end + 1) { return nil }
    return has(Sign.curly, at: end) && isWord(at: end + Sign.curly.count) ? nil : minutes == 2
  }

  /// Whether a word of prose may begin here.
  private func isOpening(before index: Int) -> Bool {
    guard let before = scalar(before: index) else { return true }
    switch before {
    case " ", "\u{A0}", "\u{202F}", "\n", "\r", "\t", "(", "[", "«", "»", "“", "”", "’", "'",
      "\"":
      return true
    default: return false
    }
  }

  private func digitCount(at index: Int) -> Int {
    var end = index
    while end - index < 5, let byte = byte(end), isDigit(byte) { end += 1 }
    return end - index
  }

  private func digitCount(before index: Int) -> Int {
    var start = index
    while index - start < 5, let byte = byte(start - 1), isDigit(byte) { start -= 1 }
    return index - start
  }
}

/// What ties a word to the one after it, in the names of files and in addresses.
private enum Glue {
  static let signs = Array("#%&*+-./:=@_'".utf8)
}
