package import Diagnostics
package import French
package import KnowledgeBase

/// What all plans of an edition stand on: its school days, and the order of its tasks.
///
/// Made once for an edition; each plan then costs little more than its own tasks.
package struct Season: Sendable {
  package let edition: Edition
  /// The first day of the week and the last.
  package let start: CalendarDay
  package let end: CalendarDay
  package let days: SchoolDays
  /// The elections that fall within a fortnight of the week.
  package let elections: [SchoolCalendar.Event]
  let base: KnowledgeBase
  /// For each task of the base, the positions of those that it waits for.
  let prerequisites: [[Int]]
  /// Positions of all tasks, each after those that it waits for.
  let order: [Int]

  package var monday: CalendarDay { start.monday }

  /// - Throws: `Stopped` when the edition has no week or the calendar does not cover its plans.
  /// - Complexity: linear in the days of two years, the tasks and what they wait for.
  package init(_ base: KnowledgeBase, edition: Edition) throws(Stopped) {
    guard let start = edition.start else {
      let known = base.editions.filter { $0.start != nil && $0.end != nil }.map(\.id.text)
      throw Stopped([.editionWithoutWeek(edition, known: known)])
    }
    self.base = base
    self.edition = edition
    self.start = start
    let end = edition.end ?? start
    self.end = end
    try Season.checkCalendar(base, monday: start.monday)
    let zone = base.academy.zone
    let known = base.calendar.holidays.filter { $0.zone == zone }
    let (from, to) = (known.map(\.start).min() ?? start, known.map(\.end).max() ?? end)
    days = SchoolDays(
      base.calendar, zone: zone, from: max(from, start.adding(days: -500)),
      to: min(to, start.adding(days: 400)))
    elections = base.calendar.events.filter { event in
      event.kind == .election && event.end >= start.adding(days: -14)
        && event.start <= end.adding(days: 14)
    }
    let positions = Dictionary(
      zip(base.tasks.map(\.id), base.tasks.indices), uniquingKeysWith: { first, _ in first })
    prerequisites = base.tasks.map { task in task.after.compactMap { positions[$0.value] } }
    order = Season.order(prerequisites)
  }

  /// Every day that a lead time can name must be known, whichever the basin.
  private static func checkCalendar(
    _ base: KnowledgeBase, monday: CalendarDay
  ) throws(Stopped) {
    let leads = base.tasks.flatMap { [$0.lead, $0.experiencedLead].compactMap(\.self) }
      .map(\.value.roughWeeks)
    let first = monday.adding(days: -7 * max(0, leads.max() ?? 0))
    let last = monday.adding(days: -7 * min(0, leads.min() ?? 0) + 4)
    let zone = base.academy.zone
    guard base.calendar.coversHolidays(first, last, zone: zone) else {
      throw Stopped([
        .calendarTooShort(first, last, zone: zone, file: base.calendar.holidaysFile)
      ])
    }
    // Before the school year there is nothing but the academy's own summer.
    guard base.calendar.coversPublicHolidays(monday, last) else {
      throw Stopped([
        .publicHolidaysTooShort(monday, last, file: base.calendar.publicHolidaysFile)
      ])
    }
  }

  /// Kahn's order: a task comes when it waits for nothing more. Loading has made sure that there
  /// are no circles.
  private static func order(_ prerequisites: [[Int]]) -> [Int] {
    var waiting = prerequisites.map(\.count)
    var followers = [[Int]](repeating: [], count: prerequisites.count)
    for (task, firsts) in prerequisites.enumerated() {
      for first in firsts { followers[first].append(task) }
    }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    order.reserveCapacity(waiting.count)
    while order.count < ready.count {
      let task = ready[order.count]
      order.append(task)
      for follower in followers[task] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
    }
    return order
  }
}

extension LeadTime {
  /// Whole weeks, at least: how far from the week a calendar must reach.
  fileprivate var roughWeeks: Int {
    switch unit {
    case .weeks, .schoolWeeks: count
    case .schoolDays: count / 5
    }
  }
}
