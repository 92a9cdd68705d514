import Diagnostics
import French
import KnowledgeBase

/// The day that a lead time names, and the school day on which a task is due by it.
struct Deadline {
  /// By the lead time alone: school may be closed on it.
  let target: CalendarDay
  /// The number of the school day.
  let number: Int
}

extension Season {
  /// How far a due day may lie from the day that the lead time names.
  static let reachDays = 70

  /// The deadline of a task in this season: the day set for the edition, else its lead time.
  func deadline(of task: Task, _ experience: Experience) -> Deadline? {
    if let fixed = fixedDay(of: task) { return near(fixed.day.value) }
    return deadline(of: leadTime(of: task, experience).value)
  }

  func fixedDay(of task: Task) -> Task.FixedDay? {
    task.fixedDays.first { $0.edition == edition.id }
  }

  func leadTime(of task: Task, _ experience: Experience) -> Located<LeadTime> {
    switch experience {
    case .new: task.lead
    case .experienced: task.experiencedLead ?? task.lead
    }
  }

  /// The deadline of a lead time; nil when no school day is near enough or known.
  func deadline(of lead: LeadTime) -> Deadline? {
    switch lead.unit {
    case .weeks: near(monday.adding(days: 4 - 7 * lead.count))
    case .schoolWeeks: schoolWeek(lead.count).flatMap { near($0.adding(days: 4)) }
    case .schoolDays: schoolDay(lead.count)
    }
  }

  /// The Monday of the so-many-th week with class before the week, or after it when negative.
  private func schoolWeek(_ count: Int) -> CalendarDay? {
    var monday = monday
    var rest = abs(count)
    while rest > 0 {
      monday = monday.adding(days: count > 0 ? -7 : 7)
      guard days.first <= monday, monday.adding(days: 4) <= days.last else { return nil }
      if days.closures(ofWeek: monday).days < 5 { rest -= 1 }
    }
    return monday
  }

  /// The so-many-th school day before the first day of the week, or after the last when negative.
  private func schoolDay(_ count: Int) -> Deadline? {
    let number =
      count > 0
      ? days.firstNumber(notBefore: start).map { $0 - count }
      : days.lastNumber(notAfter: end).map { $0 - count }
    guard let number, (0..<days.count).contains(number) else { return nil }
    return Deadline(target: days[number], number: number)
  }

  /// The last school day on or before a day. What comes after the week stays after it: where
  /// going back would reach the week, the next school day is taken.
  private func near(_ target: CalendarDay) -> Deadline? {
    guard let number = days.lastNumber(notAfter: target) else { return nil }
    if target > end, days[number] <= end {
      return days.firstNumber(notBefore: target).flatMap { within(target, $0) }
    }
    return within(target, number)
  }

  private func within(_ target: CalendarDay, _ number: Int) -> Deadline? {
    abs(days[number].days(until: target)) <= Season.reachDays
      ? Deadline(target: target, number: number) : nil
  }
}
