import Diagnostics
import French
import KnowledgeBase

/// The backward schedule of one profile, by the positions of tasks in the base and the numbers of
/// school days.
///
/// A task ends at its deadline, or earlier where a task that waits for it must begin.
struct Schedule {
  let season: Season
  /// The tasks of the profile, each after those that it waits for.
  let tasks: [Int]
  /// For every task of the base; nil where the profile does not have it.
  private(set) var deadlines: [Deadline?]
  /// The school day on which a task ends, and that on which it begins.
  var ends: [Int]
  var starts: [Int]
  /// The task for whose sake a task ends before its deadline.
  private(set) var neededBy: [Int?]
  private let experience: Experience

  init(_ season: Season, _ profile: PlanProfile, _ problems: inout [Diagnostic]) {
    self.season = season
    experience = profile.experience
    let all = season.base.tasks
    tasks = season.order.filter { season.concerns(all[$0], profile) }
    deadlines = Array(repeating: nil, count: all.count)
    ends = Array(repeating: 0, count: all.count)
    starts = Array(repeating: 0, count: all.count)
    neededBy = Array(repeating: nil, count: all.count)
    setDeadlines(&problems)
    guard problems.isEmpty else { return }
    goBackwards(&problems)
  }

  /// The tasks that a task waits for and the profile has.
  func prerequisites(_ task: Int) -> [Int] {
    season.prerequisites[task].filter { deadlines[$0] != nil }
  }

  private mutating func setDeadlines(_ problems: inout [Diagnostic]) {
    for index in tasks {
      let task = season.base.tasks[index]
      guard let deadline = season.deadline(of: task, experience) else {
        problems.append(.noSchoolDay(season.leadTime(of: task, experience), task: task))
        continue
      }
      if !isInSeason(deadline, task) {
        problems.append(
          .otherSchoolYear(
            season.leadTime(of: task, experience), day: season.days[deadline.number], task: task))
      }
      deadlines[index] = deadline
    }
  }

  /// The academy may begin in the school year before; a basin's work lies in that of its week.
  private func isInSeason(_ deadline: Deadline, _ task: Task) -> Bool {
    let year = season.monday.schoolYear
    let years = [deadline.target.schoolYear, season.days[deadline.number].schoolYear]
    return years.allSatisfy { $0 == year || (task.level == .academie && $0 == year - 1) }
  }

  private func isInYear(_ day: CalendarDay) -> Bool {
    day.schoolYear == season.monday.schoolYear
  }

  private mutating func goBackwards(_ problems: inout [Diagnostic]) {
    var limits = deadlines.map { $0?.number ?? 0 }
    for index in tasks.reversed() {
      let task = season.base.tasks[index]
      ends[index] = limits[index]
      starts[index] = limits[index] - task.reach
      // When the academy began in a year that the calendar does not know is nobody's trouble.
      if !task.isOwn { starts[index] = max(0, starts[index]) }
      guard starts[index] >= 0, !task.isOwn || isInYear(season.days[starts[index]]) else {
        problems.append(.chainTooLong(chain(from: index), task: task))
        return
      }
      for first in prerequisites(index) {
        if contradicts(first, index) {
          problems.append(contradiction(first, index))
          continue
        }
        if starts[index] - task.gap < limits[first] {
          limits[first] = starts[index] - task.gap
          neededBy[first] = index
        }
      }
    }
  }

  /// Whether a task cannot end before another begins: its day is set, or its own lead time says
  /// later. Lead times of two units may cross in one year and not in another; then the first task
  /// goes back before the second.
  private func contradicts(_ first: Int, _ index: Int) -> Bool {
    let (task, other) = (season.base.tasks[first], season.base.tasks[index])
    guard let deadline = deadlines[first] else { return false }
    if season.fixedDay(of: task) != nil { return deadline.number > starts[index] - other.gap }
    guard season.fixedDay(of: other) == nil else { return false }
    let (lead, otherLead) = (
      season.leadTime(of: task, experience).value, season.leadTime(of: other, experience).value
    )
    return lead.unit == otherLead.unit && lead.count < otherLead.count
  }

  /// Ids from a task to the one that sets its time.
  private func chain(from index: Int) -> [String] {
    var chain = [season.base.tasks[index].id.text]
    var next = neededBy[index]
    while let index = next {
      chain.append(season.base.tasks[index].id.text)
      next = neededBy[index]
    }
    return chain
  }

  private func contradiction(_ first: Int, _ index: Int) -> Diagnostic {
    let tasks = season.base.tasks
    func day(_ index: Int) -> CalendarDay {
      season.days[deadlines[index]?.number ?? 0]
    }
    let chain = [tasks[first].id.text] + chain(from: index)
    let place = tasks[index].after.first { $0.value == tasks[first].id }
    return .dueBeforePrerequisite(
      chain, first: (tasks[first], day(first)), then: (tasks[index], day(index)),
      at: place?.span ?? tasks[index].span)
  }
}

extension Season {
  func concerns(_ task: Task, _ profile: PlanProfile) -> Bool {
    guard task.conditions.isSubset(of: conditions(of: profile)) else { return false }
    switch (task.audience, profile.experience) {
    case (.all, _), (.new, .new), (.experienced, .experienced): return true
    case (.new, .experienced), (.experienced, .new): return false
    }
  }

  /// What holds for basins of a profile.
  func conditions(of profile: PlanProfile) -> Set<Task.Condition> {
    let held = Task.Condition.allCases.filter { condition in
      switch condition {
      case .firstDegree: profile.takesInFirstDegree
      case .fse: profile.isFunded
      case .election: !elections.isEmpty
      }
    }
    return Set(held)
  }
}

extension Task {
  /// Whether the basin's team or its schools do it: the plan is theirs.
  var isOwn: Bool {
    switch level {
    case .bassin, .etablissement: true
    case .academie, .departement: false
    }
  }
}
