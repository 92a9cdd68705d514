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
  func `puts each task in the week of its lead time, on the last school day`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    for planned in plan.tasks + plan.support {
      let friday = plan.monday.adding(days: 4 - 7 * planned.leadWeeks)
      guard let move = planned.move else {
        #expect(planned.due == friday, "\(planned.task.id)")
        continue
      }
      #expect(move.from == friday, "\(planned.task.id)")
      #expect(planned.due < friday, "\(planned.task.id)")
      #expect(!move.reason.isEmpty && move.reason == closure(of: friday), "\(planned.task.id)")
      let between = (1...planned.due.days(until: friday)).map { planned.due.adding(days: $0) }
      #expect(between.allSatisfy { closure(of: $0) != nil }, "\(planned.task.id)")
    }
  }

  @Test(arguments: Kind.all)
  func `holds the tasks of its kind of basin, each once`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    let expected = base.tasks.filter { task in
      switch task.audience {
      case .all: kind.profile.takesInFirstDegree || !task.needsFirstDegree
      case .new:
        kind.profile.experience == .new
          && (kind.profile.takesInFirstDegree || !task.needsFirstDegree)
      case .experienced:
        kind.profile.experience == .experienced
          && (kind.profile.takesInFirstDegree || !task.needsFirstDegree)
      }
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
  func `names no task before those it waits for`(_ kind: Kind) throws {
    let plan = try kind.plan(of: base)
    for tasks in [plan.tasks, plan.support] {
      for (index, planned) in tasks.enumerated() {
        let rest = tasks[index...].map(\.task.id)
        #expect(!planned.task.after.contains(where: rest.contains), "\(planned.task.id)")
      }
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
    #expect(plan.weeks.first?.tasks.isEmpty == false && plan.weeks.last?.tasks.isEmpty == false)
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
        "lettre-aux-chefs-d-etablissement 2014-10-17 (2014-10-31, Vacances de la Toussaint)",
        "programme-provisoire 2014-12-19 (2014-12-26, Vacances de Noël)",
        "rapport-au-dasen 2015-05-07 (2015-05-08, Victoire de 1945)",
        "passation 2015-05-13 (2015-05-15, Pont de l’Ascension)",
        "capitaliser-et-produire-le-kit 2014-07-04 (2014-08-15, Assomption)",
      ]
    ),
    (
      Kind("2015", .experienced),
      ["lettres-aux-maires 2014-12-19 (2014-12-26, Vacances de Noël)"]
    ),
    (
      Kind("2016", .new),
      [
        "programme-provisoire 2015-12-18 (2015-12-25, Noël)",
        "communique-envoye 2016-02-19 (2016-03-04, Vacances d’hiver)",
        "rapport-au-dasen 2016-05-04 (2016-05-06, Pont de l’Ascension)",
      ]
    ),
    // The long holidays of a first edition: from the end of August back to before the summer.
    (
      Kind("2013", .new),
      ["equipe-academique-constituee 2012-07-05 (2012-08-24, Vacances d’été)"]
    ),
  ])
  func `says from where and why a task was moved`(_ kind: Kind, _ rows: [String]) throws {
    let plan = try kind.plan(of: base)
    let told = (plan.tasks + plan.support).map { planned in
      let move = planned.move.map { " (\($0.from), \($0.reason))" } ?? ""
      return "\(planned.task.id) \(planned.due)\(move)"
    }
    for row in rows { #expect(told.contains(row)) }
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

  @Test(arguments: [
    ("2015", "2 semaines après la rentrée des vacances d’hiver (lundi 2 mars 2015)"),
    ("2016", "1 semaine après la rentrée des vacances d’hiver (lundi 7 mars 2016)"),
    ("2018", "1 semaine après la rentrée des vacances d’hiver (lundi 5 mars 2018)"),
  ])
  func `warns of a week that comes soon after the holidays`(
    _ year: String, _ gap: String
  ) throws {
    let plan = try Kind(year, .new).plan(of: base)
    let plain = plan.warnings.map { $0.replacing("\u{A0}", with: " ") }
    let rest = "tout ce qui dépend des équipes doit être réglé avant le départ en vacances."
    #expect(plain == ["La Semaine commence \(gap) : \(rest)"])
  }

  @Test func `of a week in full term warns of nothing`() throws {
    #expect(try Kind("2013", .new).plan(of: base).warnings == [])
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
