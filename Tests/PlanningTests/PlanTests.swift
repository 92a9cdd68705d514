import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `A plan` {
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  @Test(arguments: Kind.all)
  func `lets nothing fall due when there is no school`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    try #require(plan.tasks.count >= 40)
    for planned in plan.tasks + plan.support {
      #expect(closure(of: planned.due) == nil, "\(planned.task.id) \(planned.due)")
    }
  }

  @Test(arguments: Kind.all)
  func `says of each day that is not that of the lead time why`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    for planned in plan.tasks + plan.support {
      guard let move = planned.move else {
        #expect(closure(of: planned.due) == nil)
        continue
      }
      #expect(planned.due < move.from, "\(planned.task.id)")
      switch move.reason {
      case .closed(let name):
        #expect(!name.isEmpty && name == closure(of: move.from), "\(planned.task.id)")
        let between = (1...planned.due.days(until: move.from)).map { planned.due.adding(days: $0) }
        #expect(between.allSatisfy { closure(of: $0) != nil }, "\(planned.task.id)")
      case .neededBy(let id):
        let successor = try #require((plan.tasks + plan.support).first { $0.task.id == id })
        #expect(successor.task.after.map(\.value).contains(planned.task.id))
        #expect(planned.due < successor.start)
      case .lateStart: Issue.record("\(planned.task.id) is late in a plan that starts in time")
      }
    }
  }

  @Test(arguments: Kind.all)
  func `gives each task its school days, after what it waits for`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    let all = plan.tasks + plan.support
    let byID = Dictionary(all.map { ($0.task.id, $0) }, uniquingKeysWith: { first, _ in first })
    for planned in all {
      #expect(closure(of: planned.start) == nil)
      let span = (0...planned.start.days(until: planned.due)).map { planned.start.adding(days: $0) }
      let schoolDays = span.count { closure(of: $0) == nil }
      #expect(schoolDays == max(1, planned.task.days) || !kind.isOwn(planned), "\(planned.task.id)")
      for first in planned.task.after.compactMap({ byID[$0.value] }) {
        let isEarly =
          planned.task.days == 0 ? first.due <= planned.start : first.due < planned.start
        #expect(isEarly, "\(planned.task.id) after \(first.task.id)")
      }
      #expect(planned.slackDays >= 0)
    }
  }

  @Test(arguments: Kind.all)
  func `holds the tasks of its kind of basin, each once`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    let hasElection = !(try kind.season(of: base)).elections.isEmpty
    let expected = base.tasks.filter { task in
      let audience: Task.Audience = kind.profile.experience == .new ? .new : .experienced
      guard task.audience == .all || task.audience == audience else { return false }
      return (!task.conditions.contains(.firstDegree) || kind.profile.takesInFirstDegree)
        && (!task.conditions.contains(.fse) || kind.profile.isFunded)
        && (!task.conditions.contains(.election) || hasElection)
    }
    let own = expected.filter { $0.level == .bassin || $0.level == .etablissement }
    let support = expected.filter { $0.level == .departement || $0.level == .academie }
    #expect(plan.tasks.map(\.task.id).sorted() == own.map(\.id).sorted())
    #expect(plan.support.map(\.task.id).sorted() == support.map(\.id).sorted())
  }

  @Test(arguments: Kind.all)
  func `is in the order of the days, then of the base`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    let places = Dictionary(
      base.tasks.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for tasks in [plan.tasks, plan.support] {
      let keys = tasks.map { [$0.due.daysSince1970, places[$0.task.id] ?? -1] }
      #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test(arguments: Kind.all)
  func `has a week for every seven days, and every task in its week`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    #expect(plan.weeks.flatMap(\.tasks) == Array(plan.tasks.indices))
    for week in plan.weeks {
      #expect(week.monday.weekday == .monday)
      #expect(week.monday.adding(days: 7 * week.leadWeeks) == plan.monday)
      #expect(week.tasks.allSatisfy { plan.tasks[$0].due.monday == week.monday })
      let closures = (0..<5).map { closure(of: week.monday.adding(days: $0)) }
      #expect(Set(week.closures) == Set(closures.compactMap(\.self)))
      #expect(Set(week.closures).count == week.closures.count)
      #expect(week.isHoliday == !closures.contains(nil))
      #expect(!week.isHoliday || week.tasks.isEmpty)
    }
    #expect(zip(plan.weeks, plan.weeks.dropFirst()).allSatisfy { $0.leadWeeks == $1.leadWeeks + 1 })
    #expect(plan.weeks.contains { $0.leadWeeks == 0 && $0.monday == plan.monday })
    #expect(plan.weeks.first?.monday == plan.tasks.map(\.start).min()?.monday)
    #expect(plan.weeks.last?.tasks.isEmpty == false)
  }

  @Test(arguments: Kind.all)
  func `begins twenty-four weeks before for a new basin, fourteen for another`(
    _ kind: Kind
  ) throws {
    let plan = try kind.plan(of: base)
    let first = try #require(plan.weeks.first?.leadWeeks)
    switch kind.profile.experience {
    case .new: #expect(first == 24)
    case .experienced: #expect((8...14).contains(first))
    }
    #expect(plan.tasks.contains { $0.leadWeeks < 0 })
  }

  @Test(arguments: [
    (Kind("2015", .new), ["ouvrir-le-kit 2014-10-03", "equipe-bassin-constituee 2014-10-10"]),
    (
      Kind("2015", .new),
      [
        "rapport-au-dasen 2015-05-07 (2015-05-08, Victoire de 1945)",
        "passation 2015-05-13 (2015-05-15, Pont de l’Ascension)",
        "capitaliser-et-produire-le-kit 2014-07-04 (2014-08-15, Assomption)",
        "presenter-aux-inspecteurs 2014-12-15",
      ]
    ),
    (Kind("2016", .new), ["rapport-au-dasen 2016-05-04 (2016-05-06, Pont de l’Ascension)"]),
    // The long holidays of a first edition: from the end of August back to before the summer.
    (
      Kind("2013", .new),
      ["equipe-academique-constituee 2012-07-05 (2012-08-24, Vacances d’été)"]
    ),
  ])
  func `says from where and why a task was moved`(_ kind: Kind, _ rows: [String]) throws {
    let plan = try kind.plan(of: base)
    let told = (plan.tasks + plan.support).map { planned in
      guard let move = planned.move, case .closed(let name) = move.reason else {
        return "\(planned.task.id) \(planned.due)"
      }
      return "\(planned.task.id) \(planned.due) (\(move.from), \(name))"
    }
    for row in rows { #expect(told.contains(row), "\(row)") }
  }

  @Test func `of 2015 shows the holidays of zone C`() throws {
    let weeks = try Kind("2015", .new).plan(of: base).weeks.filter { !$0.closures.isEmpty }
    let told = weeks.map { week in
      "\(week.monday) \(week.closures.joined(separator: ", "))\(week.isHoliday ? " -" : "")"
    }
    #expect(
      told == [
        "2014-10-20 Vacances de la Toussaint -", "2014-10-27 Vacances de la Toussaint -",
        "2014-11-10 Armistice de 1918", "2014-12-22 Vacances de Noël, Noël -",
        "2014-12-29 Vacances de Noël, Jour de l’An -", "2015-02-16 Vacances d’hiver -",
        "2015-02-23 Vacances d’hiver -", "2015-04-06 Lundi de Pâques",
        "2015-04-20 Vacances de printemps -", "2015-04-27 Vacances de printemps, Fête du Travail -",
        "2015-05-04 Victoire de 1945", "2015-05-11 Ascension, Pont de l’Ascension",
      ])
  }

  /// Why there is no school on a day, by the calendar's files and the computed public holidays,
  /// without the code of the plan; nil on a school day.
  private func closure(of day: CalendarDay) -> String? {
    if let holiday = publicHolidays(in: day.year).first(where: { $0.day == day }) {
      return holiday.name
    }
    let holiday = base.calendar.holidays.first { holiday in
      guard holiday.zone == "C" else { return false }
      if day == holiday.start { return day.weekday == .saturday }
      return holiday.start < day && day < holiday.end
    }
    return holiday?.name ?? (day.weekday.isWeekend ? "fin de semaine" : nil)
  }
}
