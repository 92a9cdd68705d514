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

  package init(experience: Experience, takesInFirstDegree: Bool) {
    self.experience = experience
    self.takesInFirstDegree = takesInFirstDegree
  }
}

/// The dated work of one edition for one kind of basin.
package struct Plan: Sendable {
  /// The Monday and the last day of the week itself.
  package let monday: CalendarDay
  /// Tasks of the basin and its schools, by due day, then in the order of the base.
  package let tasks: [PlannedTask]
  /// What the department and the academy do meanwhile, in the same order.
  package let support: [PlannedTask]
  /// Every week from the first task to the last, those without a task too.
  package let weeks: [PlanWeek]
  /// What to watch, as French sentences.
  package let warnings: [String]
}

package struct PlannedTask: Sendable {
  package let task: Task
  /// Weeks before the week; negative after it.
  package let leadWeeks: Int
  package let due: CalendarDay
  /// Why the task is due earlier than the Friday of its week.
  package let move: Move?

  package struct Move: Hashable, Sendable {
    package let from: CalendarDay
    /// The holiday's name, as the calendar has it.
    package let reason: String
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
