package import Diagnostics
import French
import KnowledgeBase

/// Plans an edition backwards from its week, for basins of one profile.
///
/// - Parameter place: where the profile's start day was written, for messages.
/// - Throws: `Stopped` when a lead time leads out of the school year, a task is due before what it
///   waits for can end, or nothing can be prepared from the start day on.
/// - Complexity: linear in the tasks and what they wait for, but for a sort; in a late plan each
///   task may also try every day up to its last.
package func makePlan(
  _ season: Season, profile: PlanProfile, startAt place: SourceSpan? = nil
) throws(Stopped) -> Plan {
  var problems: [Diagnostic] = []
  var schedule = Schedule(season, profile, &problems)
  guard problems.isEmpty else { throw Stopped(problems) }
  let own = schedule.tasks.filter { season.base.tasks[$0].isOwn }
  var late: LateSchedule?
  var first = own.map { schedule.starts[$0] }.min() ?? 0
  if let start = try startNumber(season, profile, place), start > first {
    let made = LateSchedule(schedule, from: start)
    schedule = made.schedule
    late = made
    first = start
  }
  let draft = Draft(schedule: schedule, late: late, first: first)
  return draft.plan(profile)
}

/// The number of the school day on which a late basin begins; nil for one that is in time.
private func startNumber(
  _ season: Season, _ profile: PlanProfile, _ place: SourceSpan?
) throws(Stopped) -> Int? {
  guard let start = profile.start else { return nil }
  guard start < season.start, let eve = season.days.lastNumber(notAfter: season.start),
    let number = season.days.firstNumber(notBefore: max(start, season.days.first)),
    number <= eve, season.days[number] < season.start
  else { throw Stopped([.startTooLate(start, week: season.start, at: place)]) }
  return number
}

/// A schedule on its way to a plan.
private struct Draft {
  let schedule: Schedule
  let late: LateSchedule?
  /// The number of the first school day of the plan.
  let first: Int

  private var season: Season { schedule.season }

  func plan(_ profile: PlanProfile) -> Plan {
    let kept = schedule.tasks.filter { late?.keeps($0) ?? true }
    let slack = slackDays(kept)
    let steps = stepsWithinDay(kept)
    let ordered = kept.sorted {
      (schedule.ends[$0], steps[$0], $0) < (schedule.ends[$1], steps[$1], $1)
    }
    let own = ordered.filter { season.base.tasks[$0].isOwn }
    let support = ordered.filter { !season.base.tasks[$0].isOwn }
    let tasks = own.map { planned($0, slack[$0]) }
    let helping = support.map { planned($0, slack[$0]) }
    let weeks = weeks(of: tasks)
    let loads = loads(tasks, weeks: weeks, season.base, season.days)
    let lateStart = late.map { late in
      LateStart(
        day: season.days[first],
        dropped: late.dropped.sorted { ($0.task.importance, $0.due) < ($1.task.importance, $1.due) }
      )
    }
    return Plan(
      monday: season.monday, tasks: tasks, support: helping,
      weeks: weeks, longestChain: longestChain(own), loads: loads,
      conflicts: conflicts(season, tasks, weeks, loads),
      conditions: season.conditions(of: profile),
      messages: datedMessages(season, profile, tasks + helping), lateStart: lateStart)
  }

  /// For tasks that end on the day of what they wait for: how many come before on that day.
  private func stepsWithinDay(_ tasks: [Int]) -> [Int] {
    var steps = Array(repeating: 0, count: schedule.ends.count)
    for index in tasks {
      for first in schedule.prerequisites(index) where schedule.ends[first] == schedule.ends[index]
      {
        steps[index] = max(steps[index], steps[first] + 1)
      }
    }
    return steps
  }

  private func planned(_ index: Int, _ slack: Int) -> PlannedTask {
    let target = schedule.deadlines[index]?.target ?? season.monday
    let due = season.days[schedule.ends[index]]
    return PlannedTask(
      task: season.base.tasks[index],
      leadWeeks: target.monday.days(until: season.monday) / 7,
      start: season.days[schedule.starts[index]], due: due,
      move: due == target ? nil : PlannedTask.Move(from: target, reason: reason(index, target)),
      slackDays: slack)
  }

  private func reason(_ index: Int, _ target: CalendarDay) -> PlannedTask.Move.Reason {
    if late?.delayed.contains(index) == true { return .lateStart }
    if let successor = schedule.neededBy[index] {
      return .neededBy(season.base.tasks[successor].id)
    }
    return .closed(season.days.reason(target))
  }

  /// How much later each task begins than it could if all went as fast as can be. What the academy
  /// and the department do has its day, and no slack of the basin's.
  private func slackDays(_ tasks: [Int]) -> [Int] {
    var earliestEnds = schedule.ends
    var slack = Array(repeating: 0, count: schedule.ends.count)
    for index in tasks {
      let task = season.base.tasks[index]
      guard task.isOwn else { continue }
      let ready = schedule.prerequisites(index).filter { late?.keeps($0) ?? true }
        .map { earliestEnds[$0] + task.gap }
      let start = max(first, ready.max() ?? first)
      slack[index] = max(0, schedule.starts[index] - start)
      earliestEnds[index] = start + task.reach
    }
    return slack
  }

  /// The chain of tasks up to the week that takes the most school days, first to last, by position
  /// in the plan.
  private func longestChain(_ own: [Int]) -> [Int] {
    let positions = Dictionary(
      zip(own, own.indices), uniquingKeysWith: { first, _ in first })
    let lastOfWeek = season.days.lastNumber(notAfter: max(season.end, season.start)) ?? 0
    var lengths = Array(repeating: 0, count: schedule.ends.count)
    var before: [Int?] = Array(repeating: nil, count: schedule.ends.count)
    var last: Int?
    for index in own where schedule.ends[index] <= lastOfWeek {
      let firsts = schedule.prerequisites(index).filter { positions[$0] != nil }
      before[index] = firsts.max { lengths[$0] < lengths[$1] }
      // A part of a day counts a little, so that a chain of such parts is longer than one alone.
      let own = max(1, season.base.tasks[index].days * 100)
      lengths[index] = own + (before[index].map { lengths[$0] } ?? 0)
      if lengths[index] > (last.map { lengths[$0] } ?? 0) { last = index }
    }
    var chain: [Int] = []
    while let index = last {
      if let position = positions[index] { chain.append(position) }
      last = before[index]
    }
    return chain.reversed()
  }

  private func weeks(of tasks: [PlannedTask]) -> [PlanWeek] {
    guard let first = tasks.map(\.start).min()?.monday, let last = tasks.last?.due.monday else {
      return []
    }
    let from = min(first, season.monday)
    let count = from.days(until: max(last, season.monday)) / 7 + 1
    var due = [[Int]](repeating: [], count: count)
    for (position, task) in tasks.enumerated() {
      due[from.days(until: task.due.monday) / 7].append(position)
    }
    return (0..<count).map { offset in
      let monday = from.adding(days: 7 * offset)
      let closures = season.days.closures(ofWeek: monday)
      return PlanWeek(
        monday: monday, leadWeeks: monday.days(until: season.monday) / 7, tasks: due[offset],
        closures: closures.names, isHoliday: closures.days == 5)
    }
  }
}
