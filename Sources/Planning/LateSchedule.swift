import Diagnostics
import French
import KnowledgeBase

/// What a late start makes of a schedule: tasks one after the other, the essential first, each as
/// early as what it waits for and the hours of its owner allow.
struct LateSchedule {
  private(set) var schedule: Schedule
  private(set) var dropped: [DroppedTask] = []
  /// The tasks that are later than they should be.
  private(set) var delayed: Set<Int> = []
  private let start: Int
  /// Minutes of work by owner and week, so far.
  private var loads: [Week: Int] = [:]
  private var isDropped: [Bool]

  private struct Week: Hashable {
    let role: Role.ID
    let monday: CalendarDay
  }

  /// - Parameter start: the number of the first school day on which the basin works.
  init(_ schedule: Schedule, from start: Int) {
    self.schedule = schedule
    self.start = start
    isDropped = Array(repeating: false, count: schedule.season.base.tasks.count)
    // What a task waits for matters as much as the task and ends no later: this order puts it
    // first, as `schedule.tasks` does among those of one day.
    let importance = inheritedImportance()
    let own = schedule.tasks.filter { schedule.season.base.tasks[$0].isOwn }
    let ordered = own.enumerated().sorted { first, second in
      (importance[first.element], schedule.ends[first.element], first.offset)
        < (importance[second.element], schedule.ends[second.element], second.offset)
    }.map(\.element)
    for index in ordered { place(index, importance[index]) }
  }

  private func inheritedImportance() -> [Task.Work.Importance] {
    var importance = schedule.season.base.tasks.map(\.importance)
    for index in schedule.tasks.reversed() {
      for first in schedule.prerequisites(index) {
        importance[first] = min(importance[first], importance[index])
      }
    }
    return importance
  }

  private mutating func place(_ index: Int, _ importance: Task.Work.Importance) {
    let task = schedule.season.base.tasks[index]
    let ready = schedule.prerequisites(index).filter { !isDropped[$0] }
      .map { schedule.ends[$0] + task.gap }
    let earliest = max(start, ready.max() ?? start)
    if schedule.starts[index] >= earliest { return book(task, endingAt: schedule.ends[index]) }
    let limit = latestNumber(of: index, task)
    let end = earliest + task.reach
    guard end <= limit else { return drop(index, task, limit) }
    let free = (end...limit).first { hasRoom(task, on: $0) }
    if free == nil, importance == .optional { return drop(index, task, limit) }
    // What matters is done all the same: the hours that it takes too many are told as a conflict.
    let chosen = free ?? end
    schedule.ends[index] = chosen
    schedule.starts[index] = chosen - task.reach
    delayed.insert(index)
    book(task, endingAt: chosen)
  }

  private mutating func drop(_ index: Int, _ task: Task, _ limit: Int) {
    isDropped[index] = true
    let days = schedule.season.days
    dropped.append(
      DroppedTask(task: task, due: days[schedule.ends[index]], latest: days[limit]))
  }

  /// The last school day that makes sense: what the task says, and before the week for what
  /// prepares it.
  private func latestNumber(of index: Int, _ task: Task) -> Int {
    let season = schedule.season
    let due = schedule.deadlines[index]?.number ?? schedule.ends[index]
    let eve = (season.days.firstNumber(notBefore: season.start) ?? due + 1) - 1
    let said = task.work.flatMap { season.deadline(of: $0.latest.value)?.number }
    let latest = max(said ?? eve, due)
    return due <= eve ? min(latest, eve) : latest
  }

  private func hasRoom(_ task: Task, on number: Int) -> Bool {
    guard let minutes = task.work?.ownerMinutes,
      let allowance = schedule.season.base[task.owner].weeklyMinutes
    else { return true }
    let load = loads[week(of: task, number)] ?? 0
    return load == 0 || load + minutes <= allowance
  }

  private mutating func book(_ task: Task, endingAt number: Int) {
    guard let minutes = task.work?.ownerMinutes else { return }
    loads[week(of: task, number), default: 0] += minutes
  }

  private func week(of task: Task, _ number: Int) -> Week {
    Week(role: task.owner, monday: schedule.season.days[number].monday)
  }

  /// Whether a task is still in the plan.
  func keeps(_ index: Int) -> Bool { !isDropped[index] }
}
