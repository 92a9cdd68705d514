import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `Conflicts` {
  private func conflicts(
    _ year: String, week: (String, String)? = nil, _ experience: Experience = .new
  ) throws -> [Conflict] {
    let base = try realBase(
      week.map {
        [
          (
            "school-year=\"2014-2015\" start=\"2015-03-16\" end=\"2015-03-22\"",
            "school-year=\"2014-2015\" start=\"\($0.0)\" end=\"\($0.1)\""
          )
        ]
      }
        ?? [])
    return try Kind(year, experience).plan(of: base).conflicts
  }

  @Test(arguments: [("2015", 10), ("2016", 5), ("2018", 5)])
  func `name the return from holidays and the school days since`(
    _ year: String, _ days: Int
  ) throws {
    let found = try conflicts(year).compactMap { conflict -> Int? in
      if case .afterHolidays(_, _, let count) = conflict { count } else { nil }
    }
    #expect(found == [days])
  }

  @Test(arguments: [("2015", 2, true), ("2016", 0, false)])
  func `name the elections of the fortnight`(
    _ year: String, _ count: Int, _ isDuring: Bool
  ) throws {
    let found = try conflicts(year).compactMap { conflict -> (Int, Bool)? in
      if case .elections(let events, let isDuring) = conflict {
        (events.count, isDuring)
      } else {
        nil
      }
    }
    #expect(found.first?.0 ?? 0 == count)
    #expect(found.first?.1 ?? false == isDuring)
  }

  @Test func `name a week in the holidays, and one that begins on a public holiday`() throws {
    let holidays = try conflicts("2015", week: ("2015-02-23", "2015-02-27"))
    #expect(holidays.contains(.weekInHolidays("Vacances d’hiver")))
    let easter = try conflicts("2015", week: ("2015-04-06", "2015-04-10"))
    #expect(
      easter.contains(
        .publicHoliday(name: "Lundi de Pâques", day: try day("2015-04-06"), isFirstDay: true)))
  }

  @Test func `name the press week that follows`() throws {
    let names = try conflicts("2015").flatMap { conflict -> [String] in
      if case .nationalWeeks(let events, .after) = conflict { events.map(\.name) } else { [] }
    }
    #expect(names.contains("Semaine de la presse et des médias dans l’École"))
  }

  @Test func `name a role with more hours in a week than it has`() throws {
    let tasks = (0..<3).map { taskXML("t\($0)", lead: "6 weeks", hours: 3) }.joined()
    let plan = try Kind("2015", .new).plan(of: try base(withTasks: tasks))
    let role = try #require(plan.loads.first?.role)
    #expect(
      plan.conflicts.contains(
        .overload(role, monday: try day("2015-02-02"), minutes: 540, allowance: 240)))
  }

  @Test func `of one task spread over two weeks count its hours in both`() throws {
    let tasks = taskXML("a", lead: "6 weeks", days: 10, hours: 10)
    let plan = try Kind("2015", .new).plan(of: try base(withTasks: tasks))
    let load = try #require(plan.loads.first)
    #expect(load.minutes.reduce(0, +) == 600)
    #expect(load.minutes.filter { $0 > 0 } == [300, 300])
  }
}
