package import Diagnostics
package import French

/// When there is no school: holidays by zone, public holidays, and dated events.
package struct SchoolCalendar: Sendable {
  /// A period without class.
  ///
  /// The ministry's convention: holidays begin after class on `start` and classes resume on the
  /// morning of `end`. So `start` is still a school day, unless it is a Saturday, and `end` is one.
  package struct Holiday: Hashable, Sendable {
    package let zone: String
    package let name: String
    package let start: CalendarDay
    package let end: CalendarDay

    package func covers(_ day: CalendarDay) -> Bool {
      (start < day && day < end) || (day == start && day.weekday == .saturday)
    }
  }

  package struct PublicHoliday: Hashable, Sendable {
    package let day: CalendarDay
    package let name: String
  }

  package let holidays: [Holiday]
  package let publicHolidays: [PublicHoliday]
  /// For messages: the file to complete when a year is missing.
  package let holidaysFile: SourceFile.ID

  /// Whether the data say something of every day from `first` to `last`, in a zone.
  package func covers(_ first: CalendarDay, _ last: CalendarDay, zone: String) -> Bool {
    let own = holidays.filter { $0.zone == zone }
    guard let start = own.map(\.start).min(), let end = own.map(\.end).max() else { return false }
    return start <= first && last <= end
  }
}
