package import French
package import KnowledgeBase

/// Something that a team must watch: what meets the week, or what the plan asks too much of.
package enum Conflict: Hashable, Sendable {
  /// The week, or a part of it, lies in school holidays.
  case weekInHolidays(String)
  /// The week comes soon after the holidays: `schoolDays` of class lie between them.
  case afterHolidays(name: String, return: CalendarDay, schoolDays: Int)
  /// A public holiday in the week.
  case publicHoliday(name: String, day: CalendarDay, isFirstDay: Bool)
  /// Elections within a fortnight of the week: the period of reserve.
  case elections([SchoolCalendar.Event], isDuringWeek: Bool)
  /// Nobody has entered the elections of that year.
  case electionsUnknown(year: Int)
  /// Other national weeks at the same time, just before or just after.
  case nationalWeeks([SchoolCalendar.Event], Meeting)
  /// Many tasks that are due on one day because school is closed afterwards.
  case crowdedDay(CalendarDay, tasks: Int)
  /// A role with more work in a week than it can give, both in minutes.
  case overload(Role.ID, monday: CalendarDay, minutes: Int, allowance: Int)

  package enum Meeting: Hashable, Sendable, CaseIterable {
    case before, sameTime, after
  }
}

/// All conflicts of a plan: what meets the week first, then the work by day and role.
///
/// The hours of the week itself are not counted against an allowance, which is for the preparation,
/// and less than a quarter of an hour too much is not worth a word.
func conflicts(
  _ season: Season, _ tasks: [PlannedTask], _ weeks: [PlanWeek], _ loads: [RoleLoad]
) -> [Conflict] {
  var found = holidayConflicts(season)
  if !season.elections.isEmpty {
    let isDuring = season.elections.contains { $0.meets(season.start, season.end) }
    found.append(.elections(season.elections, isDuringWeek: isDuring))
  } else if season.base.calendar.electionYears?.contains(season.start.year) != true {
    found.append(.electionsUnknown(year: season.start.year))
  }
  found += nationalWeeks(season)
  found += crowdedDays(tasks)
  for load in loads {
    guard let allowance = load.allowance else { continue }
    for (week, minutes) in zip(weeks, load.minutes)
    where minutes >= allowance + 15 && week.leadWeeks != 0 {
      found.append(
        .overload(load.role, monday: week.monday, minutes: minutes, allowance: allowance))
    }
  }
  return found
}

private func holidayConflicts(_ season: Season) -> [Conflict] {
  var found: [Conflict] = []
  let calendar = season.base.calendar
  let zone = season.base.academy.zone
  let week = (0...max(0, season.start.days(until: season.end))).map {
    season.start.adding(days: $0)
  }
  for holiday in calendar.holidays where holiday.zone == zone {
    if week.contains(where: holiday.covers) {
      found.append(.weekInHolidays(holiday.name))
    } else if holiday.start.days(until: holiday.end) > 7, holiday.end <= season.start,
      let from = season.days.firstNumber(notBefore: holiday.end),
      let to = season.days.firstNumber(notBefore: season.start), to - from <= 10
    {
      found.append(
        .afterHolidays(name: holiday.name, return: holiday.end, schoolDays: to - from))
    }
  }
  for holiday in calendar.publicHolidays where week.contains(holiday.day) {
    found.append(
      .publicHoliday(
        name: holiday.name, day: holiday.day, isFirstDay: holiday.day == season.start))
  }
  return found
}

private func nationalWeeks(_ season: Season) -> [Conflict] {
  let events = season.base.calendar.events.filter { $0.kind == .week }
  return Conflict.Meeting.allCases.compactMap { meeting in
    let met = events.filter { season.meeting(with: $0) == meeting }
    return met.isEmpty ? nil : .nationalWeeks(met, meeting)
  }
}

extension Season {
  /// How an event meets the week: it shares a day with it, or with the seven days before or after.
  fileprivate func meeting(with event: SchoolCalendar.Event) -> Conflict.Meeting? {
    if event.meets(start, end) { return .sameTime }
    if event.meets(monday.adding(days: -7), start) { return .before }
    return event.meets(end, monday.adding(days: 13)) ? .after : nil
  }
}

/// The days on which at least six tasks are due, most of them because of a closure.
private func crowdedDays(_ tasks: [PlannedTask]) -> [Conflict] {
  var found: [Conflict] = []
  var rest = tasks[...]
  while let day = rest.first?.due {
    let own = rest.prefix { $0.due == day }
    let moved = own.filter { task in
      if case .closed = task.move?.reason { true } else { false }
    }
    if own.count >= 6, moved.count * 2 > own.count {
      found.append(.crowdedDay(day, tasks: own.count))
    }
    rest = rest.dropFirst(own.count)
  }
  return found
}

extension SchoolCalendar.Event {
  /// Whether it shares a day with a span of days.
  fileprivate func meets(_ first: CalendarDay, _ last: CalendarDay) -> Bool {
    start <= last && first <= end
  }
}
