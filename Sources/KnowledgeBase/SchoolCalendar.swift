package import Diagnostics
package import French

/// When there is no school: holidays by zone, public holidays, and dated events.
package struct SchoolCalendar: Sendable {
  /// Academies that have their holidays together.
  package struct Zone: Hashable, Sendable {
    package let id: String
    package let name: String
  }

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

  /// Something national that a week may meet.
  package struct Event: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case election, week
    }

    package let kind: Kind
    package let name: String
    /// Both days belong to the event.
    package let start: CalendarDay
    package let end: CalendarDay
    /// Whether a source was read; otherwise the day is to be checked.
    package let isReported: Bool
    package let source: String
  }

  package let zones: [Zone]
  package let holidays: [Holiday]
  package let publicHolidays: [PublicHoliday]
  package let events: [Event]
  /// The years for which the elections are complete; nil when the file does not say.
  package let electionYears: ClosedRange<Int>?
  /// For messages: the files to complete when a year is missing.
  package let holidaysFile: SourceFile.ID
  package let publicHolidaysFile: SourceFile.ID

  /// Whether the holidays are known for every day from `first` to `last`, in a zone.
  ///
  /// The first and the last of the periods bound what is known, and no school year between them
  /// may be without one; the first year may be known by its summer alone.
  package func coversHolidays(
    _ first: CalendarDay, _ last: CalendarDay, zone: String
  ) -> Bool {
    let own = holidays.filter { $0.zone == zone }
    guard let start = own.map(\.start).min(), let end = own.map(\.end).max(),
      start <= first, last <= end
    else { return false }
    // A summer lies between two school years and says nothing of either.
    let inner = own.filter { $0.start.schoolYear == $0.end.schoolYear }
    let known = Set(inner.map { $0.start.schoolYear })
    return (first.schoolYear...last.schoolYear).allSatisfy {
      known.contains($0) || $0 == start.schoolYear
    }
  }

  /// Whether the public holidays are known for every school year from `first` to `last`.
  package func coversPublicHolidays(_ first: CalendarDay, _ last: CalendarDay) -> Bool {
    let known = Set(publicHolidays.map { $0.day.schoolYear })
    return (first.schoolYear...last.schoolYear).allSatisfy(known.contains)
  }
}

extension CalendarDay {
  /// The year in which the school year of this day began: 2014 from 1 August 2014 to 31 July 2015.
  package var schoolYear: Int { month >= 8 ? year : year - 1 }
}
