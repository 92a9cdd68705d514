import French
import KnowledgeBase

/// The days without school in a span of time, by their reason.
struct ClosedDays {
  private let first: CalendarDay
  /// One reason a day from `first` on; nil is a school day. Week-ends have an empty reason.
  private let reasons: [String?]

  init(_ calendar: SchoolCalendar, zone: String, from first: CalendarDay, to last: CalendarDay) {
    self.first = first
    let own = calendar.holidays.filter { $0.zone == zone }
    let listed = Dictionary(
      calendar.publicHolidays.map { ($0.day, $0.name) }, uniquingKeysWith: { first, _ in first })
    reasons = (0...max(0, first.days(until: last))).map { offset in
      let day = first.adding(days: offset)
      if let name = listed[day] { return name }
      if let holiday = own.first(where: { $0.covers(day) }) { return holiday.name }
      return day.weekday.isWeekend ? "" : nil
    }
  }

  /// The name of what closes the schools on a day: a holiday; nil for a school day or a plain
  /// week-end.
  func closure(_ day: CalendarDay) -> String? {
    reason(at: day).flatMap { $0.isEmpty ? nil : $0 }
  }

  func reason(_ day: CalendarDay) -> String { closure(day) ?? "fin de semaine" }

  /// The nearest school day on or before a day, within 70 days.
  func lastOpenDay(notAfter day: CalendarDay) -> CalendarDay? {
    (0..<70).lazy.map { day.adding(days: -$0) }.first { isOpen($0) }
  }

  private func isOpen(_ day: CalendarDay) -> Bool {
    let offset = first.days(until: day)
    return reasons.indices.contains(offset) && reasons[offset] == nil
  }

  private func reason(at day: CalendarDay) -> String? {
    let offset = first.days(until: day)
    return reasons.indices.contains(offset) ? reasons[offset] : nil
  }
}
