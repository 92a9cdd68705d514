// The pairs of words that a line does not part.

extension [UInt8] {
  /// Whether a plain space from `start` to `next` ties what is before it to what is after it.
  func isBound(_ start: Int, _ next: Int) -> Bool {
    guard let last = byte(start - 1), let first = byte(next) else { return false }
    if first == UInt8(ascii: "%") || first == 0xE2, isRateSign(next) {
      return last > 0x20 && spaceLength(before: start) == 0
    }
    if isDigit(first) { return isReference(before: start) || isHour(before: start, minutes: next) }
    if isDigit(last) { return isUnit(at: next) || isDay(before: start) && isMonth(at: next) }
    if last == UInt8(ascii: "r"), has(Bond.first, before: start), !isWord(before: start - 3) {
      return isMonth(at: next)
    }
    // The cheaper question first: few words begin with a capital.
    return isCapital(at: next) && isCivility(before: start)
  }

  /// `%`, `‰` or `€`, not glued to a word.
  private func isRateSign(_ index: Int) -> Bool {
    for sign in Bond.rates where has(sign, at: index) { return !isWord(at: index + sign.count) }
    return false
  }

  /// A unit that nothing lengthens: `m` but not `mars` nor `m'a`.
  private func isUnit(at index: Int) -> Bool {
    for unit in Bond.units where has(unit, at: index) {
      let follower = scalar(at: index + unit.count)
      if !(follower?.isWord ?? false), follower != "'", follower != "’" { return true }
    }
    return false
  }

  private func isMonth(at index: Int) -> Bool {
    Bond.months.contains { has($0, at: index) && !isWord(at: index + $0.count) }
  }

  /// One or two digits that stand alone and are not the decimals of a number.
  private func isDay(before index: Int) -> Bool {
    let start = index - (byte(index - 2).map(isDigit) ?? false ? 2 : 1)
    guard !isWord(before: start) else { return false }
    let isPoint = byte(start - 1) == UInt8(ascii: ",") || byte(start - 1) == UInt8(ascii: ".")
    return !(isPoint && byte(start - 2).map(isDigit) ?? false)
  }

  /// `14 h` or `14h` before two digits that are minutes.
  private func isHour(before index: Int, minutes: Int) -> Bool {
    guard byte(index - 1) == UInt8(ascii: "h"), byte(minutes + 1).map(isDigit) ?? false,
      !isWord(at: minutes + 2)
    else { return false }
    let hourEnd = index - 1 - spaceLength(before: index - 1)
    return byte(hourEnd - 1).map(isDigit) ?? false
  }

  private func isReference(before index: Int) -> Bool {
    Bond.references.contains { has($0, before: index) && !isWord(before: index - $0.count) }
  }

  private func isCivility(before index: Int) -> Bool {
    Bond.civilities.contains { has($0, before: index) && !isWord(before: index - $0.count) }
  }

  private func isCapital(at index: Int) -> Bool {
    guard let scalar = scalar(at: index) else { return false }
    return scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }
}

private enum Bond {
  static let first = Array("1er".utf8)
  static let rates = words("%", "‰", "€")
  static let units = words("h", "min", "km", "cm", "mm", "m", "kg", "ko", "Mo", "Go", "p.", "°C")
  static let references = words(
    "n°", "N°", "nº", "Nº", "nᵒ", "Nᵒ", "no", "p.", "pp.", "art.", "chap.", "fig.")
  static let civilities = words("M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Me")
  static let months = monthNames.map { Array($0.utf8) }

  private static func words(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
