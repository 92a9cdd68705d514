/// A day of the proleptic Gregorian calendar, without an hour and without a time zone.
///
/// It is one number, so days compare, hash and subtract as numbers do. A day read from text or
/// from fields lies in the years 1900 to 2200: anything else in a school's files is a slip of the
/// hand. Days reached by arithmetic are not bounded.
package struct CalendarDay: Hashable, Sendable {
  /// Whole days since 1 January 1970, negative before it.
  package let daysSince1970: Int

  init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// The years in which a day may be written.
  package static let writableYears = 1900...2200

  /// The day of these fields, or nil for a day that does not exist, such as 31 February, and for
  /// a year that may not be written.
  package init?(year: Int, month: Int, day: Int) {
    guard CalendarDay.writableYears.contains(year), (1...12).contains(month),
      (1...CalendarDay.length(ofMonth: month, in: year)).contains(day)
    else { return nil }
    self.init(civil: year, month, day)
  }

  /// The day written `2015-03-16`: ISO 8601, four digits, two and two, and nothing around them.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that it is in Greenwich at this instant, counted as in `SOURCE_DATE_EPOCH`.
  package init(secondsSince1970 seconds: Int) {
    self.init(daysSince1970: floorDivide(seconds, by: 86_400).quotient)
  }

  /// The Gregorian year, such as 2015.
  package var year: Int { civil.year }

  /// The month, 1 to 12.
  package var month: Int { civil.month }

  /// The day of the month, 1 to 31.
  package var day: Int { civil.day }

  /// The day of the week.
  package var weekday: Weekday {
    // 1 January 1970 was a Thursday, three days after a Monday.
    Weekday.allCases[floorDivide(daysSince1970 + 3, by: 7).remainder]
  }

  /// The Monday of the same ISO 8601 week, which may be this day.
  package var monday: CalendarDay {
    adding(days: 1 - weekday.rawValue)
  }

  /// The number of the ISO 8601 week, 1 to 53. The week belongs to the year of its Thursday.
  package var isoWeek: Int {
    let thursday = monday.adding(days: 3)
    let newYear = CalendarDay(civil: thursday.year, 1, 1)
    return newYear.days(until: thursday) / 7 + 1
  }

  /// The day so many days later, or earlier when negative.
  package func adding(days: Int) -> CalendarDay {
    CalendarDay(daysSince1970: daysSince1970 + days)
  }

  /// How many days later the other day is: 0 on the same day, negative when it is earlier.
  package func days(until other: CalendarDay) -> Int {
    other.daysSince1970 - daysSince1970
  }
}

extension CalendarDay: Comparable {
  package static func < (first: CalendarDay, second: CalendarDay) -> Bool {
    first.daysSince1970 < second.daysSince1970
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as ISO 8601 writes it: `2015-03-16`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

// The conversions count years from 1 March, so that the leap day comes last, and eras of 400
// years, which all have the same length of 146 097 days.
extension CalendarDay {
  /// The day of fields that are known to be good, in any year.
  init(civil year: Int, _ month: Int, _ day: Int) {
    let (era, yearOfEra) = floorDivide(month > 2 ? year : year - 1, by: 400)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: era * 146_097 + dayOfEra - CalendarDay.epochFromYearZero)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = floorDivide(daysSince1970 + CalendarDay.epochFromYearZero, by: 146_097)
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days from 1 March of the year 0 to 1 January 1970.
  private static let epochFromYearZero = 719_468

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The number that ASCII digits write, or nil when one of the bytes is no digit.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in digits {
    guard isDigit(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

/// The number in at least so many digits, with zeros before it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func floorDivide(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}
