import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `Lead times` {
  @Test(arguments: [
    ("22 weeks", 22, LeadTime.Unit.weeks), ("1 week", 1, .weeks), ("0 weeks", 0, .weeks),
    ("-2 weeks", -2, .weeks), ("6 school-weeks", 6, .schoolWeeks),
    ("3 school-days", 3, .schoolDays),
    ("-1 school-day", -1, .schoolDays),
  ])
  func `are read`(_ text: String, _ count: Int, _ unit: LeadTime.Unit) throws {
    let lead = try #require(LeadTime(text))
    #expect(lead == LeadTime(count, unit))
    #expect(LeadTime(lead.description) == lead)
  }

  @Test(arguments: [
    "", "12", "weeks", "12 months", "12  weeks", "1.5 weeks", "9999 weeks", "x weeks",
  ])
  func `of other forms are none`(_ text: String) {
    #expect(LeadTime(text) == nil)
  }

  /// Monday 16 March 2015 follows two weeks of class, after holidays from 14 February to 2 March.
  @Test(arguments: [
    ("2 weeks", "2015-03-06"), ("3 weeks", "2015-02-13"), ("2 school-weeks", "2015-03-06"),
    ("3 school-weeks", "2015-02-13"), ("4 school-weeks", "2015-02-06"),
    ("1 school-day", "2015-03-13"), ("10 school-days", "2015-03-02"),
    ("11 school-days", "2015-02-13"), ("0 weeks", "2015-03-20"), ("-1 week", "2015-03-27"),
    ("-1 school-day", "2015-03-23"), ("-5 school-weeks", "2015-05-07"),
    ("-5 weeks", "2015-04-17"),
  ])
  func `name a school day`(_ lead: String, _ due: String) throws {
    let base = try base(withTasks: taskXML("tache", lead: lead))
    #expect(try Kind("2015", .new).plan(of: base).dates == ["tache \(due)"])
  }

  @Test func `after the week stay after it when holidays follow at once`() throws {
    let files = [
      (
        "school-year=\"2014-2015\" start=\"2015-03-16\" end=\"2015-03-22\"",
        "school-year=\"2014-2015\" start=\"2015-04-13\" end=\"2015-04-19\""
      )
    ]
    let plan = try Kind("2015", .new).plan(of: try realBase(files))
    let after = plan.tasks.filter { $0.leadWeeks < 0 }
    #expect(!after.isEmpty && after.allSatisfy { $0.due > CalendarDay("2015-04-19") ?? $0.due })
  }
}

@Suite struct `A chain of tasks` {
  @Test func `is due one after the other, each with its days`() throws {
    let base = try base(
      withTasks: taskXML("a", lead: "6 weeks", days: 3)
        + taskXML("b", lead: "6 weeks", after: ["a"], days: 2)
        + taskXML("c", lead: "2 weeks", after: ["b"], days: 8))
    let plan = try Kind("2015", .new).plan(of: base)
    // Of the eight school days to 6 March, three lie before the winter holidays.
    #expect(
      plan.dates == [
        "a 2015-02-02–2015-02-04", "b 2015-02-05–2015-02-06", "c 2015-02-11–2015-03-06",
      ])
    #expect(plan.longestChain == [0, 1, 2])
    #expect(plan.tasks[0].move?.reason == .neededBy(plan.tasks[1].task.id))
    #expect(plan.tasks.map(\.slackDays).first == 0)
  }

  @Test func `whose first task is due later than its second is refused`() throws {
    let base = try base(
      withTasks: taskXML("a", lead: "4 weeks") + taskXML("b", lead: "6 weeks", after: ["a"])
        + taskXML("c", lead: "5 weeks", after: ["b"]))
    let problem = try #require(try Kind("2015", .new).problems(in: base).first)
    #expect(problem.id == "plan.due-before-prerequisite")
    #expect(problem.message.english.contains("`b` is due on 2015-02-06 and waits for `a`"))
    #expect(problem.message.english.hasSuffix("`a` → `b`"))
    #expect(problem.span?.file.path.hasSuffix("tasks.xml") == true)
    #expect(problem.span.map { $0.bytes.count } == 1)
  }

  @Test func `whose lead times cross because of holidays goes back`() throws {
    let base = try base(
      withTasks: taskXML("a", lead: "2 weeks") + taskXML("b", lead: "11 school-days", after: ["a"]))
    // Eleven school days before 16 March is 13 February, before the winter holidays.
    let plan = try Kind("2015", .new).plan(of: base)
    #expect(plan.dates == ["a 2015-02-12", "b 2015-02-13"])
    #expect(plan.tasks[0].move?.from == (try day("2015-03-06")))
  }

  @Test func `longer than the school year is refused, and shown`() throws {
    let chain = (0..<4).map { index in
      taskXML(
        "t\(index)", lead: "\(24 - index) weeks", after: index == 0 ? [] : ["t\(index - 1)"],
        days: 20)
    }
    let problem = try #require(
      try Kind("2015", .new).problems(in: try base(withTasks: chain.joined())).first)
    #expect(problem.id == "plan.chain-too-long")
    #expect(problem.message.english.hasSuffix("→ `t3`"))
  }

  @Test func `with a set day keeps it, and what comes before is earlier`() throws {
    let base = try base(
      withTasks: taskXML("a", lead: "15 weeks")
        + taskXML("b", lead: "13 weeks", after: ["a"], days: 2, fixed: "2014-12-08"))
    #expect(
      try Kind("2015", .new).plan(of: base).dates == ["a 2014-12-04", "b 2014-12-05–2014-12-08"])
    let wrong = try Test.base(fixedBeforeIts: "2014-12-01")
    #expect(
      try Kind("2015", .new).problems(in: wrong).map(\.id.text) == ["plan.due-before-prerequisite"])
  }

  @Test func `that leads into another school year is refused at its lead time`() throws {
    let base = try base(withTasks: taskXML("loin", lead: "40 weeks"))
    let problem = try #require(try Kind("2015", .new).problems(in: base).first)
    #expect(problem.id == "plan.other-school-year")
    #expect(problem.span?.bytes.count == "40 weeks".utf8.count)
  }

  /// Tasks of a part of a day each, which a single day can hold.
  @Test func `of five hundred tasks among five thousand is planned`() throws {
    let tasks = (0..<5_000).map { index in
      taskXML(
        "t\(index)", lead: "\(20 - index % 500 / 50) weeks",
        after: index % 500 == 0 ? [] : ["t\(index - 1)"], days: 0, hours: 0)
    }
    let plan = try Kind("2015", .new).plan(of: try base(withTasks: tasks.reversed().joined()))
    #expect(plan.tasks.count == 5_000)
    #expect(plan.longestChain.count == 500)
    let places = Dictionary(
      plan.tasks.enumerated().map { ($0.element.task.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (place, planned) in plan.tasks.enumerated() {
      #expect(planned.task.after.allSatisfy { (places[$0.value] ?? .max) < place })
    }
  }

  @Test(arguments: Seed.first(40))
  func `keeps its order, its days and the school's`(_ seed: Seed) throws {
    var generator = seed.generator
    let count = Int.random(in: 2...25, using: &generator)
    var leads: [Int] = []
    var tasks = ""
    for index in 0..<count {
      let lead = Int.random(in: -6...20, using: &generator)
      let firsts = leads.indices.filter { leads[$0] > lead }.shuffled(using: &generator).prefix(2)
      leads.append(lead)
      tasks += taskXML(
        "t\(index)", lead: lead == 0 ? "0 weeks" : "\(lead) weeks",
        after: firsts.map { "t\($0)" }, days: Int.random(in: 0...6, using: &generator))
    }
    let base = try base(withTasks: tasks)
    let season = try Kind("2015", .new).season(of: base)
    let plan: Plan
    do throws(Stopped) {
      plan = try makePlan(season, profile: Kind("2015", .new).profile)
    } catch {
      // Two deadlines may fall on one day, or a chain be too long: then all that is said is that.
      #expect(error.diagnostics.allSatisfy { $0.id.text.hasPrefix("plan.") })
      return
    }
    let byID = Dictionary(
      plan.tasks.map { ($0.task.id, $0) }, uniquingKeysWith: { first, _ in first })
    for planned in plan.tasks {
      for day in [planned.start, planned.due] {
        #expect(season.days.closure(day) == nil && !day.weekday.isWeekend)
      }
      for first in planned.task.after.compactMap({ byID[$0.value] }) {
        #expect(planned.task.days == 0 ? first.due <= planned.start : first.due < planned.start)
      }
    }
  }
}

extension Test {
  fileprivate static func base(fixedBeforeIts day: String) throws -> KnowledgeBase {
    try PlanningTests.base(
      withTasks: taskXML("a", lead: "13 weeks", fixed: "2014-12-10")
        + taskXML("b", lead: "12 weeks", after: ["a"], fixed: day))
  }
}
