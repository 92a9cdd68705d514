import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `Another week` {
  private static let week = "start=\"2015-03-16\" end=\"2015-03-22\""

  /// The plan of the third edition, held in another week.
  private func plan(starting start: String, _ experience: Experience) throws -> Plan {
    let base = try realBase([(Self.week, "start=\"\(start)\"")])
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
      let from = planned.move?.from ?? planned.due
      #expect(from.adding(days: shift) == other.move?.from ?? other.due)
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
    #expect(other.tasks.map(\.due) == usual.tasks.map(\.due))
  }

  @Test func `may begin on the day on which school does`() throws {
    let warning = try #require(try plan(starting: "2015-03-02", .new).warnings.first)
    #expect(
      warning.replacing("\u{A0}", with: " ").hasPrefix(
        "La Semaine commence le jour de la rentrée des vacances d’hiver (lundi 2 mars 2015)"))
  }

  @Test func `long after the holidays needs no warning`() throws {
    #expect(try plan(starting: "2015-03-23", .new).warnings == [])
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
  /// What planning says, in both languages: message, then help.
  private func problems(
    _ year: String, in base: KnowledgeBase, _ experience: Experience = .new
  ) throws -> [Diagnostic] {
    let edition = try #require(base.editions.first { $0.id.text == year })
    do throws(Stopped) {
      _ = try makePlan(
        base, edition: edition,
        profile: PlanProfile(experience: experience, takesInFirstDegree: true))
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `for want of the week says which editions have one`() throws {
    let base = try theBase.get()
    let problem = try #require(try problems("2017", in: base).first)
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
    let problem = try #require(try problems(year, in: base, experience).first)
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
    let base = try realBase([
      (
        "name=\"Vacances d’hiver\" start=\"2015-02-14\" end=\"2015-03-02\"",
        "name=\"Grève\" start=\"2014-11-28\" end=\"2015-03-02\""
      )
    ])
    let found = try problems("2015", in: base)
    #expect(!found.isEmpty && found.allSatisfy { $0.id == "plan.no-school-day" })
    let late = base.tasks.filter { $0.audience != .experienced && [4, 3].contains($0.leadWeeks) }
    let soon = base.tasks.filter { $0.audience != .experienced && (5...6).contains($0.leadWeeks) }
    let spans = Set(found.compactMap(\.span))
    #expect(spans.isSuperset(of: late.map(\.span)))
    #expect(!soon.isEmpty && spans.isSuperset(of: soon.map(\.span)))
    let message = try #require(found.first?.message)
    #expect(message.english.contains("finds no school day within 70 days before 2015-0"))
    #expect(
      message.french.contains("ne trouve aucun jour de classe dans les 70 jours avant le 2015-0"))
  }
}
