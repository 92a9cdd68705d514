package import Diagnostics
import French
package import KnowledgeBase

/// Plans an edition backwards from its week, for basins of one profile.
///
/// - Throws: `Stopped` when the edition has no week, or the calendar does not cover the plan.
/// - Complexity: number of tasks times the days that one is moved, at most 70.
package func makePlan(
  _ base: KnowledgeBase, edition: Edition, profile: PlanProfile
) throws(Stopped) -> Plan {
  guard let start = edition.start else {
    let known = base.editions.filter { $0.start != nil && $0.end != nil }.map(\.id.text)
    throw Stopped([.editionWithoutWeek(edition, known: known)])
  }
  let monday = start.monday
  let timed = base.tasks.filter { concerns($0, profile) }.map { task in
    (task: task, lead: leadWeeks(of: task, profile))
  }
  let leads = timed.map(\.lead) + [0]
  let first = monday.adding(days: -7 * (leads.max() ?? 0))
  let last = monday.adding(days: -7 * (leads.min() ?? 0) + 4)
  let zone = base.academy.zone
  guard base.calendar.covers(first, last, zone: zone) else {
    throw Stopped([
      .calendarTooShort(first, last, zone: zone, file: base.calendar.holidaysFile)
    ])
  }
  let days = ClosedDays(base.calendar, zone: zone, from: first.adding(days: -70), to: last)
  var planned: [PlannedTask] = []
  var problems: [Diagnostic] = []
  for (task, lead) in timed {
    let friday = monday.adding(days: -7 * lead + 4)
    guard let due = days.lastOpenDay(notAfter: friday) else {
      problems.append(.noSchoolDay(before: friday, task: task))
      continue
    }
    let move = due == friday ? nil : PlannedTask.Move(from: friday, reason: days.reason(friday))
    planned.append(PlannedTask(task: task, leadWeeks: lead, due: due, move: move))
  }
  guard problems.isEmpty else { throw Stopped(problems) }
  let ordered = planned.enumerated().sorted {
    ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
  }.map(\.element)
  let own = ordered.filter { $0.task.level == .bassin || $0.task.level == .etablissement }
  return Plan(
    monday: monday, tasks: own, support: ordered.filter { !isOwn($0.task.level) },
    weeks: weeks(of: own, monday: monday, days: days),
    warnings: returnWarning(monday: monday, start: start, base.calendar, zone: zone))
}

private func isOwn(_ level: Level) -> Bool {
  switch level {
  case .bassin, .etablissement: true
  case .academie, .departement: false
  }
}

private func concerns(_ task: Task, _ profile: PlanProfile) -> Bool {
  if task.needsFirstDegree, !profile.takesInFirstDegree { return false }
  switch (task.audience, profile.experience) {
  case (.all, _), (.new, .new), (.experienced, .experienced): return true
  case (.new, .experienced), (.experienced, .new): return false
  }
}

private func leadWeeks(of task: Task, _ profile: PlanProfile) -> Int {
  switch profile.experience {
  case .new: task.leadWeeks
  case .experienced: task.experiencedLeadWeeks ?? task.leadWeeks
  }
}

private func weeks(
  of tasks: [PlannedTask], monday: CalendarDay, days: ClosedDays
) -> [PlanWeek] {
  guard let first = tasks.first?.due.monday, let last = tasks.last?.due.monday else { return [] }
  let from = min(first, monday)
  let count = from.days(until: max(last, monday)) / 7 + 1
  return (0..<count).map { offset in
    let start = from.adding(days: 7 * offset)
    let due = tasks.indices.filter { tasks[$0].due.monday == start }
    let closures = (0..<5).compactMap { days.closure(start.adding(days: $0)) }
    var names: [String] = []
    for name in closures where !names.contains(name) { names.append(name) }
    return PlanWeek(
      monday: start, leadWeeks: start.days(until: monday) / 7, tasks: due, closures: names,
      isHoliday: closures.count == 5)
  }
}

/// A week that comes soon after the holidays leaves little time for the last preparations.
private func returnWarning(
  monday: CalendarDay, start: CalendarDay, _ calendar: SchoolCalendar, zone: String
) -> [String] {
  let near = calendar.holidays.filter { holiday in
    holiday.zone == zone && holiday.end <= start && holiday.end.days(until: monday) <= 14
      && holiday.start.days(until: holiday.end) > 7
  }
  return near.map { holiday in
    let weeks = (holiday.end.days(until: monday) + 6) / 7
    let name = lowered(holiday.name)
    let gap =
      weeks == 0
      ? "La Semaine commence le jour de la rentrée des \(name)"
      : "La Semaine commence \(count(weeks, "semaine", "semaines")) après la rentrée des \(name)"
    return "\(gap) (\(holiday.end.inFrench(.long)))\u{A0}: "
      + "tout ce qui dépend des équipes doit être réglé avant le départ en vacances."
  }
}
