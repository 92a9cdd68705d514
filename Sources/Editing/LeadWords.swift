import French

/// Times before the week as the XML and as people write them.
enum LeadWords {
  private static let units: [(one: String, many: String, french: String)] = [
    ("week", "weeks", "semaine"), ("school-week", "school-weeks", "semaine de classe"),
    ("school-day", "school-days", "jour de classe"),
  ]

  /// `6 school-weeks` gives « 6 semaines de classe »; what is no such time stays as it is.
  static func shown(_ value: String) -> String {
    let parts = value.split(separator: " ").map(String.init)
    guard parts.count == 2, let unit = units.first(where: { [$0.one, $0.many].contains(parts[1]) })
    else { return value }
    return "\(parts[0]) \(french(unit.french, isMany: isMany(parts[0], from: 2)))"
  }

  /// The way back; also from the words of the XML themselves, and without regard to accents, case
  /// and number.
  static func read(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return text }
    let wanted = folded(parts[1])
    let unit = units.first { unit in
      [french(unit.french, isMany: false), french(unit.french, isMany: true)].contains(wanted)
    }
    guard let unit else { return text }
    // The XML counts zero as many, which French does not.
    let isOne = parts[0] == "1" || parts[0] == "-1"
    return "\(parts[0]) \(isOne ? unit.one : unit.many)"
  }

  private static func french(_ unit: String, isMany: Bool) -> String {
    guard isMany, let space = unit.firstIndex(of: " ") else { return isMany ? unit + "s" : unit }
    return "\(unit[..<space])s\(unit[space...])"
  }

  private static func isMany(_ number: String, from limit: Int) -> Bool {
    abs(Int(number) ?? 0) >= limit
  }
}
