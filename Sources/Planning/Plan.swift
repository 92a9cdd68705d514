package import French
package import KnowledgeBase

/// How long a basin has taken part: it decides between the long and the short plan.
package enum Experience: Hashable, Sendable {
  case new, experienced
}

/// What of a basin matters for its plan.
package struct PlanProfile: Hashable, Sendable {
  package var experience: Experience
  package var takesInFirstDegree: Bool
  /// Whether it asks the European Social Fund for money.
  package var isFunded: Bool
  /// The day on which it sets to work, where that is not the beginning of the plan.
  package var start: CalendarDay?

  package init(
    experience: Experience, takesInFirstDegree: Bool, isFunded: Bool = false,
    start: CalendarDay? = nil
  ) {
    self.experience = experience
    self.takesInFirstDegree = takesInFirstDegree
    self.isFunded = isFunded
    self.start = start
  }
}

/// The dated work of one edition for one kind of basin.
package struct Plan: Sendable {
  /// The Monday of the week itself.
  package let monday: CalendarDay
  /// Tasks of the basin and its schools, by due day, then in the order of the base.
  package let tasks: [PlannedTask]
  /// What the department and the academy do meanwhile, in the same order.
  package let support: [PlannedTask]
  /// Every week from the first task to the last, those without a task too.
  package let weeks: [PlanWeek]
  /// Positions in `tasks`: the longest chain of tasks that wait for each other, as far as the week.
  package let longestChain: [Int]
  /// The work of each member of the team, in the order of the base.
  package let loads: [RoleLoad]
  /// What to watch, in the order in which it matters.
  package let conflicts: [Conflict]
  /// What holds for the basin, of that on which tasks, messages and other items depend.
  package let conditions: Set<Task.Condition>
  /// The short messages of the base that the basin sends, as they leave.
  package let messages: [DatedMessage]
  /// What starting late costs; nil when the plan starts in time.
  package let lateStart: LateStart?
}

package struct PlannedTask: Sendable {
  package let task: Task
  /// Weeks before the week by its lead time; negative after it.
  package let leadWeeks: Int
  /// The day on which to begin at the latest: a school day.
  package let start: CalendarDay
  /// The day on which it must be done: a school day.
  package let due: CalendarDay
  /// Why the task is due on another day than its lead time says.
  package let move: Move?
  /// How many school days later the task could end if everything before it were done as soon as
  /// it can be: what its owner has in hand.
  package let slackDays: Int

  package struct Move: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// There is no school: the holiday's name, as the calendar has it.
      case closed(String)
      /// This task must begin before.
      case neededBy(Task.ID)
      /// The basin starts late.
      case lateStart
    }

    /// The day by the lead time.
    package let from: CalendarDay
    package let reason: Reason
  }
}

extension Plan {
  /// When a basin that has its kit on a day sets to work: in the first week of its plan, if that is
  /// later. What needs more time than there is from then on is not for this edition.
  package func beginning(from day: CalendarDay) -> CalendarDay {
    max(day, weeks.first?.monday ?? day)
  }
}

package struct PlanWeek: Sendable {
  package let monday: CalendarDay
  /// Weeks before the week; 0 is the week itself.
  package let leadWeeks: Int
  /// Positions in `Plan.tasks` of the tasks due in this week.
  package let tasks: [Int]
  /// The holidays and public holidays of its five days, each once, as the calendar names them.
  package let closures: [String]
  /// Whether there is no class on any of its five days.
  package let isHoliday: Bool
}

/// What becomes of a plan when a basin starts after its first day.
package struct LateStart: Sendable {
  /// The first school day on which it works.
  package let day: CalendarDay
  /// What can no longer be done in time, by importance and day.
  package let dropped: [DroppedTask]
}

/// A task that a late start leaves no time for.
package struct DroppedTask: Sendable {
  package let task: Task
  /// When it would have been due.
  package let due: CalendarDay
  /// The last day on which it would still have made sense.
  package let latest: CalendarDay
}

/// The work that a plan gives to one role.
package struct RoleLoad: Sendable {
  package let role: Role.ID
  /// What the role can give in a week; nil when nobody has said.
  package let allowance: Int?
  /// Minutes of work for each of `Plan.weeks`.
  package let minutes: [Int]
}
