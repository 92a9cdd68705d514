import French

// A text that an author or a list gives where a value of another type is wanted.

extension Value {
  /// The value that a text writes, as a person or a program would: `2015-03-16` or `16/03/2015`,
  /// `08:30` or « 8 h 30 », `12,5`, « 1 250,00 € », « oui » or `true`; nil when it writes none.
  package init?(_ text: String, as type: ValueType) {
    switch type {
    case .text: self = .text(text)
    case .rich: self = .rich(richText(text))
    case .number:
      guard let number = DecimalNumber(text) else { return nil }
      self.init(number)
    case .day:
      guard let day = CalendarDay(text) ?? Self.frenchDay(text) else { return nil }
      self = .day(day)
    case .time:
      guard let time = ClockTime(text) ?? Self.frenchTime(text) else { return nil }
      self = .time(time)
    case .money:
      guard let cents = Self.cents(text) else { return nil }
      self = .money(cents)
    case .boolean:
      switch text {
      case "oui", "vrai", "true": self = .boolean(true)
      case "non", "faux", "false": self = .boolean(false)
      default: return nil
      }
    case .picture, .list, .record: return nil
    }
  }

  /// `16/03/2015`
  private static func frenchDay(_ text: String) -> CalendarDay? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// « 8 h 30 », « 14h »
  private static func frenchTime(_ text: String) -> ClockTime? {
    let plain = String(text.unicodeScalars.filter { !spaces.contains($0) })
    let parts = plain.split(separator: "h", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), let hour = Int(parts[0]) else {
      return nil
    }
    if parts[1].isEmpty { return ClockTime(hour: hour) }
    guard parts[1].utf8.count == 2, let minute = Int(parts[1]) else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }

  private static func cents(_ text: String) -> Int? {
    guard text.last == "€" else { return nil }
    var amount = text.unicodeScalars.dropLast()
    while let last = amount.last, spaces.contains(last) { amount.removeLast() }
    guard let number = DecimalNumber(String(amount)) else { return nil }
    return Self(number).cents
  }

  /// A number of euros in cents; nil for parts of a cent.
  var cents: Int? {
    switch self {
    case .money(let cents): cents
    case .number(let euros): euros * 100
    case .decimal(let euros) where euros.decimals <= 2:
      euros.decimals == 1 ? euros.digits * 10 : euros.digits
    case .text, .rich, .picture, .decimal, .day, .time, .boolean, .list, .record, .loop, .blank:
      nil
    }
  }

  private static let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}"]
}
