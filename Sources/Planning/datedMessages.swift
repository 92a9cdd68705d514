import Diagnostics
package import French
package import KnowledgeBase

/// A short message of the base that a basin sends, and when.
package struct DatedMessage: Sendable {
  package enum Day: Hashable, Sendable {
    case on(CalendarDay)
    case eachDay
    /// The task with which it leaves is not in this plan, or no school day is near enough.
    case unknown
  }

  package let message: Message
  package let day: Day
}

/// The messages of a basin of one profile, in the order in which they leave. One of each day of the
/// week stands after those of its first day; one whose day is unknown stands last.
///
/// - Parameter tasks: those of the plan, dated.
func datedMessages(
  _ season: Season, _ profile: PlanProfile, _ tasks: [PlannedTask]
) -> [DatedMessage] {
  let due = Dictionary(
    tasks.map { ($0.task.id, $0.due) }, uniquingKeysWith: { first, _ in first })
  let conditions = season.conditions(of: profile)
  let own = season.base.messages.filter { $0.conditions.isSubset(of: conditions) }
  let dated = own.map { message in
    DatedMessage(message: message, day: season.day(of: message.moment, due))
  }
  func rank(_ day: DatedMessage.Day) -> (CalendarDay, Int) {
    switch day {
    case .on(let day): (day, 0)
    case .eachDay: (season.start, 1)
    case .unknown: (season.days.last, 2)
    }
  }
  return dated.enumerated().sorted { first, second in
    let (one, other) = (rank(first.element.day), rank(second.element.day))
    return (one.0, one.1, first.offset) < (other.0, other.1, second.offset)
  }.map(\.element)
}

extension Season {
  fileprivate func day(
    of moment: Message.Moment, _ due: [Task.ID: CalendarDay]
  ) -> DatedMessage.Day {
    let day: CalendarDay? =
      switch moment {
      case .task(let id): due[id]
      case .lead(let lead): deadline(of: lead.value).map { days[$0.number] }
      case .firstDay: start
      case .eachDay: nil
      }
    if case .eachDay = moment { return .eachDay }
    return day.map(DatedMessage.Day.on) ?? .unknown
  }
}
