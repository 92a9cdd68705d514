package import French
import KnowledgeBase

/// The days with class in a span of time, numbered from 0, and what closes the others.
///
/// Every question costs the same however long the span.
package struct SchoolDays: Sendable {
  package let first: CalendarDay
  package let last: CalendarDay
  /// One reason a day from `first` on; nil is a school day. Week-ends have an empty reason.
  private let reasons: [String?]
  /// For each day, how many school days come before it.
  private let numbers: [Int]
  private let days: [CalendarDay]

  /// - Complexity: the number of days and of holidays.
  init(_ calendar: SchoolCalendar, zone: String, from first: CalendarDay, to last: CalendarDay) {
    let count = max(1, first.days(until: last) + 1)
    var reasons = (0..<count).map { offset -> String? in
      first.adding(days: offset).weekday.isWeekend ? "" : nil
    }
    for holiday in calendar.holidays where holiday.zone == zone {
      let from = max(0, first.days(until: holiday.start))
      let to = min(count, first.days(until: holiday.end))
      guard from < to else { continue }
      for offset in from..<to where holiday.covers(first.adding(days: offset)) {
        reasons[offset] = holiday.name
      }
    }
    // A public holiday closes a day by its own name, in holidays too.
    for holiday in calendar.publicHolidays {
      let offset = first.days(until: holiday.day)
      if reasons.indices.contains(offset) { reasons[offset] = holiday.name }
    }
    var numbers: [Int] = []
    var days: [CalendarDay] = []
    for (offset, reason) in reasons.enumerated() {
      numbers.append(days.count)
      if reason == nil { days.append(first.adding(days: offset)) }
    }
    self.first = first
    self.last = first.adding(days: count - 1)
    self.reasons = reasons
    self.numbers = numbers
    self.days = days
  }

  /// How many school days the span has.
  package var count: Int { days.count }

  package subscript(number: Int) -> CalendarDay { days[number] }

  /// The name of what closes the schools on a day: a holiday; nil for a school day or a plain
  /// week-end.
  package func closure(_ day: CalendarDay) -> String? {
    let offset = first.days(until: day)
    guard reasons.indices.contains(offset), let reason = reasons[offset] else { return nil }
    return reason.isEmpty ? nil : reason
  }

  func reason(_ day: CalendarDay) -> String { closure(day) ?? "fin de semaine" }

  /// The number of the last school day that is not after a day; nil before the first.
  func lastNumber(notAfter day: CalendarDay) -> Int? {
    let offset = first.days(until: day)
    guard offset >= 0, offset < reasons.count else { return nil }
    let number = reasons[offset] == nil ? numbers[offset] : numbers[offset] - 1
    return number >= 0 ? number : nil
  }

  /// The number of the first school day that is not before a day; nil after the last.
  func firstNumber(notBefore day: CalendarDay) -> Int? {
    let offset = first.days(until: day)
    guard offset >= 0, offset < reasons.count, numbers[offset] < days.count else { return nil }
    return numbers[offset]
  }

  /// The names of what closes any of the five days of a week, each once, and how many days it does.
  func closures(ofWeek monday: CalendarDay) -> (names: [String], days: Int) {
    let found = (0..<5).compactMap { closure(monday.adding(days: $0)) }
    var names: [String] = []
    for name in found where !names.contains(name) { names.append(name) }
    return (names, found.count)
  }
}
