package import French
package import KnowledgeBase
package import Planning

/// A value, or the name of what nobody has said yet.
package enum Known<Value: Sendable>: Sendable {
  case known(Value)
  /// As a reader sees it: « nom du chef d’établissement animateur ».
  case blank(String)

  package init(_ value: Value?, or name: @autoclosure () -> String) {
    if let value { self = .known(value) } else { self = .blank(name()) }
  }
}

/// All that the kit of one basin may say, in the order in which templates see it.
package struct Brief: Sendable {
  package let academy: Academy
  package let principles: [Principle]
  package let department: Department
  package let edition: EditionBrief
  /// The editions before this one, first to last.
  package let history: [EditionBrief]
  package let basin: BasinBrief
  package let team: [RoleBrief]
  package let departmentRoles: [RoleBrief]
  package let academyRoles: [RoleBrief]
  package let schoolRoles: [RoleBrief]
  package let phases: [PhaseBrief]
  package let support: [TaskBrief]
  package let weeks: [WeekBrief]
  /// What to watch, in words.
  package let conflicts: [ConflictBrief]
  package let lateStart: LateBrief?
  /// Positions in `tasks`.
  package let longestChain: [Int]
  /// The work of the team's members, in the order of `team`.
  package let loads: [RoleLoad]
  /// What the basin has held itself, with reasons to hold it again.
  package let ownActions: [ActionBrief]
  /// The few to begin with, each with its reasons.
  package let suggestions: [ActionBrief]
  /// All but the basin's own, the best of each group first.
  package let actionGroups: [ActionGroup]
  package let lessons: [LessonBrief]
  let rules: RankingRules
  package let quantities: [QuantityGroupBrief]
  package let budget: [BudgetLineBrief]
  package let risks: [RiskBrief]
  package let messages: [MessageBrief]
  package let formulas: [LetterFormula]
  package let partners: [PartnerKind]
  package let glossary: [TermBrief]

  /// The tasks of the basin and its schools, by due day.
  package let tasks: [TaskBrief]
}

extension Brief {
  /// The groups without the suggestions; empty ones are left out.
  package var otherGroups: [ActionGroup] {
    let suggested = Set(suggestions.map(\.action.id))
    return actionGroups.compactMap { group in
      let others = group.actions.filter { !suggested.contains($0.action.id) }
      return others.isEmpty ? nil : ActionGroup(theme: group.theme, actions: others)
    }
  }
}

package struct EditionBrief: Sendable {
  package let edition: Edition
  package let facts: [FactBrief]

  package init(edition: Edition, facts: [FactBrief]) {
    self.edition = edition
    self.facts = facts
  }
}

package struct FactBrief: Sendable {
  package let text: String
  package let source: String
}

package struct BasinBrief: Sendable {
  package let basin: Basin
  package let experience: Experience
  package let takesInFirstDegree: Bool
  /// Whether it asks the European Social Fund for money for this edition.
  package let isFunded: Bool
  /// What its documents then say, if the base knows.
  package let fund: Fund?
  package let stakes: [Stake]
  /// What a source says that the basin did in an earlier edition.
  package let knownAction: String?
  /// The schools that the academy has given to the basin.
  package let schools: [School]
  /// As a source gives them, else those of the list.
  package let counts: SchoolCounts
  package let planWeeks: Int
}

package struct RoleBrief: Sendable {
  package let role: Role
  /// A capital letter by which the table of responsibilities names a member of the team.
  package let letter: String
  package let deputy: Known<String>
  package let person: PersonBrief
  /// Each with the title of its phase.
  package let duties: [DutyBrief]
  /// Positions in `Brief.tasks`.
  package let owned: [Int]
  package let helped: [Int]
}

package struct DutyBrief: Sendable {
  package let text: String
  package let phase: String
  package let isProposed: Bool
}

package struct PersonBrief: Sendable {
  package let name: Known<String>
  package let function: Known<String>
  package let phone: Known<String>
  package let mail: Known<String>
}

package struct PhaseBrief: Sendable {
  package let phase: Phase
  /// Positions in `Brief.tasks`.
  package let tasks: [Int]
}

package struct TaskBrief: Sendable {
  package let planned: PlannedTask
  /// Why the day is not that of the lead time, in words; empty when it is.
  package let moved: String
  package let phase: String
  package let owner: Role
  package let helpers: [Role]
  package let lessons: [LessonBrief]
  package let sources: String

  package var task: Task { planned.task }
}

/// Something to watch: what it is, and what to do about it.
package struct ConflictBrief: Hashable, Sendable {
  /// For templates that speak of one kind only.
  package let kind: String
  package let title: String
  package let text: String
  package let advice: String
}

/// What a late start costs.
package struct LateBrief: Sendable {
  package let day: CalendarDay
  package let dropped: [DroppedBrief]
  /// How many tasks of the plan are due later than they should be.
  package let delayedCount: Int
}

package struct DroppedBrief: Sendable {
  package let task: Task
  package let due: CalendarDay
  package let latest: CalendarDay
  package let owner: Role
}

package struct WeekBrief: Sendable {
  package let week: PlanWeek
  /// « S − 12 »
  package let label: String
}

package struct ActionBrief: Sendable {
  package let action: Action
  package let place: String
  package let when: String
  package let theme: String
  package let source: String
  /// Why this basin should look at it, what weighs most first; empty outside the suggestions.
  package internal(set) var reasons: [String] = []
  /// What speaks against it.
  package internal(set) var warnings: [String] = []
}

package struct ActionGroup: Sendable {
  package let theme: Theme
  package let actions: [ActionBrief]
}

package struct LessonBrief: Sendable {
  package let lesson: Lesson
  package let phase: String
  package let source: String
}

package struct TermBrief: Sendable {
  package let term: Term
  /// What became of it by the year of the edition.
  package let later: String
}

/// The name of a week counted from the week itself: « S − 12 », « Semaine », « S + 2 ».
package func weekLabel(_ leadWeeks: Int) -> String {
  switch leadWeeks {
  case 0: "Semaine"
  case 1...: "S\u{A0}−\u{A0}\(leadWeeks)"
  default: "S\u{A0}+\u{A0}\(-leadWeeks)"
  }
}

/// The same in words: « 12 semaines avant », « pendant la Semaine », « 2 semaines après ».
package func weekOffset(_ leadWeeks: Int) -> String {
  switch leadWeeks {
  case 0: "pendant la Semaine"
  case 1...: "\(count(leadWeeks, "semaine", "semaines")) avant"
  default: "\(count(-leadWeeks, "semaine", "semaines")) après"
  }
}
