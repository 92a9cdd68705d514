import French

/// A day that a text names: « lundi 16 mars », « 1er avril 2015 », « 16/03/2015 ».
struct DayMention: Hashable {
  let weekday: Weekday?
  let day: Int
  let month: Int
  /// Nil where the text leaves it to the season.
  let year: Int?
  let bytes: Range<Int>
  /// Whether it only names a week: « la semaine du 16 mars ».
  var isOfWeek = false

  /// The day itself; nil when there is none of that name.
  ///
  /// - Parameter season: decides on the year where the text does not: the one that brings the day
  ///   nearest to the middle of the season.
  func resolved(in season: ProofSeason) -> CalendarDay? {
    if let year { return CalendarDay(year: year, month: month, day: day) }
    let middle = season.week.lowerBound
    let years = (middle.year - 1)...(middle.year + 1)
    return years.compactMap { CalendarDay(year: $0, month: month, day: day) }
      .min { abs($0.days(until: middle)) < abs($1.days(until: middle)) }
  }

  var isWithoutYear: Bool { year == nil }
}

extension WordRun {
  /// The days that the text names, in order. Of « du 16 au 22 mars » only the last has its month,
  /// and the first is left to it.
  var days: [DayMention] {
    var found: [DayMention] = []
    for place in words.indices {
      if let mention = namedDay(at: place) ?? numericDay(at: place) { found.append(mention) }
    }
    return found
  }

  private func namedDay(at place: Int) -> DayMention? {
    guard let month = DayWords.months[words[place].fold], place > 0,
      let day = dayNumber(words[place - 1])
    else { return nil }
    var bytes = words[place - 1].bytes.lowerBound..<words[place].bytes.upperBound
    var year: Int?
    if place + 1 < words.count, let number = number(words[place + 1]),
      (1900...2200).contains(number), parted(place, place + 1, by: " \u{A0}\u{202F}")
    {
      year = number
      bytes = bytes.lowerBound..<words[place + 1].bytes.upperBound
    }
    var weekday: Weekday?
    if place > 1, parted(place - 2, place - 1, by: " \u{A0}\u{202F}") {
      weekday = DayWords.weekdays[words[place - 2].fold]
      if weekday != nil { bytes = words[place - 2].bytes.lowerBound..<bytes.upperBound }
    }
    let before = place - (weekday == nil ? 2 : 3)
    let isOfWeek = before > 0 && words[before - 1].fold == DayWords.week
    return DayMention(
      weekday: weekday, day: day, month: month, year: year, bytes: bytes, isOfWeek: isOfWeek)
  }

  private func numericDay(at place: Int) -> DayMention? {
    guard place + 2 < words.count, let day = number(words[place]),
      let month = number(words[place + 1]),
      let year = number(words[place + 2]), (1900...2200).contains(year), (1...12).contains(month),
      parted(place, place + 1, by: "/"), parted(place + 1, place + 2, by: "/")
    else { return nil }
    return DayMention(
      weekday: nil, day: day, month: month, year: year,
      bytes: words[place].bytes.lowerBound..<words[place + 2].bytes.upperBound)
  }

  /// « 16 », and « 1er ».
  private func dayNumber(_ word: Word) -> Int? {
    if let number = number(word) { return (1...31).contains(number) ? number : nil }
    return text(of: word.bytes) == "1er" ? 1 : nil
  }

  private func number(_ word: Word) -> Int? {
    word.letters == 0 && word.bytes.count <= 4 ? Int(text(of: word.bytes)) : nil
  }

  /// Whether nothing but one of these signs stands between two words.
  private func parted(_ first: Int, _ second: Int, by signs: String) -> Bool {
    let between = text(of: words[first].bytes.upperBound..<words[second].bytes.lowerBound)
    return between.count == 1 && between.allSatisfy(signs.contains)
  }
}

/// The names of days and months, folded as words are.
private enum DayWords {
  static let months = Dictionary(
    uniqueKeysWithValues: monthNames.enumerated().map { (fold($1), $0 + 1) })

  static let weekdays = Dictionary(
    uniqueKeysWithValues: Weekday.allCases.map { (fold($0.inFrench), $0) })

  static let week = fold("semaine")

  private static func fold(_ word: String) -> UInt64 { WordRun(word).words[0].fold }
}
