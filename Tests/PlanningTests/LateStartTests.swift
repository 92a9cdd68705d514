import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

@Suite struct `A late start` {
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  @Test(arguments: ["2014-09-01", "2014-09-29"])
  func `that is not late changes nothing`(_ start: String) throws {
    let usual = try Kind("2015", .new).plan(of: base)
    let other = try Kind("2015", .new, start: start).plan(of: base)
    #expect(other.lateStart == nil)
    #expect(other.dates == usual.dates)
  }

  @Test(
    arguments: ["2014-11-03", "2015-01-05", "2015-02-02", "2015-03-02", "2015-03-12"],
    [Experience.new, .experienced])
  func `loses no task in silence and asks for nothing before its day`(
    _ start: String, _ experience: Experience
  ) throws {
    let usual = try Kind("2015", experience).plan(of: base)
    let plan = try Kind("2015", experience, start: start).plan(of: base)
    guard let late = plan.lateStart else {
      #expect(plan.dates == usual.dates)
      return
    }
    let kept = plan.tasks.map(\.task.id)
    let dropped = late.dropped.map(\.task.id)
    #expect((kept + dropped).sorted() == usual.tasks.map(\.task.id).sorted())
    #expect(plan.tasks.allSatisfy { $0.start >= late.day })
    let byID = Dictionary(
      plan.tasks.map { ($0.task.id, $0) }, uniquingKeysWith: { first, _ in first })
    for planned in plan.tasks {
      for first in planned.task.after.compactMap({ byID[$0.value] }) {
        let isEarly =
          planned.task.days == 0 ? first.due <= planned.start : first.due < planned.start
        #expect(isEarly, "\(planned.task.id) after \(first.task.id)")
      }
    }
    for dropped in late.dropped {
      #expect(dropped.task.fallback != nil, "\(dropped.task.id) leaves no way out")
    }
  }

  @Test func `the later it is, the more it leaves undone`() throws {
    let counts = try ["2015-01-05", "2015-02-02", "2015-03-02", "2015-03-12"].map { start in
      try Kind("2015", .new, start: start).plan(of: base).lateStart?.dropped.count ?? 0
    }
    #expect(counts == counts.sorted())
    #expect((counts.last ?? 0) > 5)
  }

  @Test func `does the essential first, and drops what no longer makes sense`() throws {
    let own = try PlanningTests.base(
      withTasks: taskXML(
        "bracelets", lead: "10 weeks", days: 20, importance: "optional", latest: "1 week")
        + taskXML("lettre", lead: "18 weeks", importance: "essential", latest: "2 weeks")
        + taskXML("affiche", lead: "12 weeks", importance: "useful", latest: "1 week"))
    let plan = try Kind("2015", .new, start: "2015-03-03").plan(of: own)
    #expect(plan.lateStart?.dropped.map(\.task.id.text) == ["bracelets"])
    #expect(plan.dates == ["lettre 2015-03-03", "affiche 2015-03-03"])
    #expect(plan.tasks.allSatisfy { $0.move?.reason == .lateStart })
  }

  /// The animateur gives four hours a week.
  @Test func `gives no role more hours in a week than it has, but for what matters`() throws {
    let tasks = (0..<6).map { index in
      taskXML(
        "t\(index)", lead: "20 weeks", hours: 3, importance: index == 5 ? "essential" : "useful",
        latest: "1 week")
    }
    let plan = try Kind("2015", .new, start: "2015-01-05").plan(
      of: try PlanningTests.base(withTasks: tasks.joined()))
    #expect(plan.tasks.first?.task.id.text == "t5")
    #expect(Set(plan.tasks.map(\.due.monday)).count == 6)
  }

  @Test(arguments: ["2015-03-14", "2015-03-16", "2015-06-01"])
  func `with no school day before the week is refused`(_ start: String) throws {
    let found = try Kind("2015", .new, start: start).problems(in: base)
    #expect(found.map(\.id.text) == ["plan.start-too-late"])
  }
}
