import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `Another week` {
  private static let week = "school-year=\"2014-2015\" start=\"2015-03-16\" end=\"2015-03-22\""

  /// The plan of the third edition, held in another week.
  private func plan(starting start: String, _ experience: Experience) throws -> Plan {
    let base = try realBase([(Self.week, "school-year=\"2014-2015\" start=\"\(start)\"")])
    return try Kind("2015", experience).plan(of: base)
  }

  @Test(arguments: ["2015-03-09", "2015-03-23"], [Experience.new, .experienced])
  func `moves what is not kept by a holiday, and nothing else`(
    _ start: String, _ experience: Experience
  ) throws {
    let usual = try Kind("2015", experience).plan(of: try theBase.get())
    let moved = try plan(starting: start, experience)
    let shift = try day("2015-03-16").days(until: try day(start))
    let days = Dictionary(
      moved.tasks.map { ($0.task.id, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(moved.tasks.count == usual.tasks.count)
    var free = 0
    for planned in usual.tasks {
      let other = try #require(days[planned.task.id])
      // A day that was set for the edition does not follow its week.
      guard planned.task.fixedDays.isEmpty, planned.task.lead.value.unit == .weeks,
        planned.task.experiencedLead?.value.unit != .schoolDays
      else { continue }
      guard planned.move == nil, other.move == nil else { continue }
      free += 1
      #expect(planned.due.adding(days: shift) == other.due)
    }
    #expect(free > usual.tasks.count / 2)
  }

  @Test(arguments: ["2015-03-16", "2015-03-17", "2015-03-20", "2015-03-22"])
  func `is planned from its Monday, on whatever day it starts`(_ start: String) throws {
    let usual = try Kind("2015", .new).plan(of: try theBase.get())
    let other = try plan(starting: start, .new)
    #expect(other.monday == usual.monday)
    // School days are counted from the first day of the week, weeks from its Monday.
    let days = Dictionary(
      other.tasks.filter { $0.move == nil }.map { ($0.task.id, $0.due) },
      uniquingKeysWith: { first, _ in first })
    let weekly = usual.tasks.filter { $0.task.lead.value.unit == .weeks && $0.move == nil }
    #expect(weekly.count > 40)
    for planned in weekly {
      #expect(days[planned.task.id] ?? planned.due == planned.due, "\(planned.task.id)")
    }
  }

  @Test func `of the plan with one day of class is no holiday`() throws {
    let holiday = "name=\"Vacances d’hiver\" start=\"2015-02-14\""
    let base = try realBase([
      ("\(holiday) end=\"2015-03-02\"", "\(holiday) end=\"2015-02-27\"")
    ])
    let weeks = try Kind("2015", .new).plan(of: base).weeks
    for (monday, isHoliday) in [("2015-02-16", true), ("2015-02-23", false)] {
      let week = try #require(weeks.first { $0.monday.description == monday })
      #expect(week.closures == ["Vacances d’hiver"])
      #expect(week.isHoliday == isHoliday)
    }
  }
}

@Suite struct `A plan that cannot be made` {
  @Test func `for want of the week says which editions have one`() throws {
    let base = try theBase.get()
    let problem = try #require(try Kind("2017", .new).problems(in: base).first)
    #expect(problem.id == "plan.edition-without-week")
    #expect(problem.span == base.editions.first { $0.id.text == "2017" }?.span)
    #expect(
      problem.message.english == "the first day of the edition `2017` is not known")
    #expect(
      problem.message.french
        == "le premier jour de l’édition « 2017 » n’est pas connu")
    let years = "2013, 2015, 2016, 2018"
    #expect(
      problem.help.map(\.english) == [
        "give its `start` and `end`, or choose an edition that has them: \(years)"
      ])
    #expect(
      problem.help.map(\.french) == [
        "indiquez « start » et « end », ou choisissez une édition qui les a : \(years)"
      ])
  }

  @Test(arguments: [
    ("2040", Experience.new, "2039-08-08", "2040-05-11"),
    ("2040", .experienced, "2039-08-08", "2040-05-11"),
    ("2010", .new, "2009-08-10", "2010-05-14"),
  ])
  func `for want of a calendar says from when to when`(
    _ year: String, _ experience: Experience, _ first: String, _ last: String
  ) throws {
    let edition = """
      <edition id="\(year)" rank="9" school-year="\(year)-\(year)" start="\(year)-03-15"
        standing="proposed"/>
      """
    let base = try realBase([("</editions>", edition + "</editions>")])
    let problem = try #require(try Kind(year, experience).problems(in: base).first)
    #expect(problem.id == "plan.calendar-too-short")
    let file = SourceFile.ID("Assets/Calendars/school-holidays.xml")
    #expect(problem.span == SourceSpan(wholeOf: file))
    #expect(
      problem.message.english
        == "the school holidays of zone C are not known from \(first) to \(last)")
    #expect(
      problem.message.french
        == "les vacances scolaires de la zone C ne sont pas connues du \(first) au \(last)")
  }

  @Test func `for want of a school day names each task`() throws {
    let base = try base(
      withTasks: taskXML("tard", lead: "3 weeks") + taskXML("tot", lead: "16 weeks"))
    let strike = try realBase([
      (
        "name=\"Vacances d’hiver\" start=\"2015-02-14\" end=\"2015-03-02\"",
        "name=\"Grève\" start=\"2015-01-06\" end=\"2015-03-27\""
      )
    ])
    #expect(try Kind("2015", .new).problems(in: base).isEmpty)
    let found = try Kind("2015", .new).problems(in: strike)
    #expect(found.contains { $0.id == "plan.no-school-day" })
    #expect(found.allSatisfy { $0.id.text.hasPrefix("plan.") })
  }
}

@Suite struct `A week of 2027` {
  /// The last year that the calendar knows: winter holidays from 6 to 22 February, spring ones from
  /// 3 April on, Easter Monday on 29 March.
  @Test(arguments: [Experience.new, .experienced])
  func `is planned to its end, and says that its elections are not known`(
    _ experience: Experience
  ) throws {
    let edition = """
      <edition id="2027" rank="9" school-year="2026-2027" start="2027-03-15" end="2027-03-20"
        standing="proposed"/>
      """
    let base = try realBase([("</editions>", edition + "</editions>")])
    let plan = try Kind("2027", experience).plan(of: base)
    #expect(plan.monday == (try day("2027-03-15")))
    #expect(plan.tasks.count > 60)
    #expect(plan.conflicts.contains(.electionsUnknown(year: 2027)))
    let holidays = plan.weeks.filter(\.isHoliday).map(\.monday.description)
    let own = base.calendar.holidays.filter { $0.zone == "C" }
    for week in plan.weeks where week.isHoliday {
      #expect(own.contains { $0.covers(week.monday.adding(days: 2)) })
    }
    #expect(!holidays.isEmpty)
    #expect(plan.tasks.allSatisfy { !holidays.contains($0.due.monday.description) })
  }
}
