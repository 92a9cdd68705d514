import Diagnostics
import French
import KnowledgeBase
import Planning
import TestSupport
import Testing

/// The base of the project, with some of its text replaced.
func realBase(_ edits: [(old: String, new: String)] = []) throws -> KnowledgeBase {
  var files = try assets("KnowledgeBase") + assets("Calendars")
  for edit in edits { files = try replacing(edit.old, with: edit.new, in: files) }
  let schemas = try assets("Schemas")
  return try load(files, schemas: schemas, folder: "Assets/KnowledgeBase").value
}

/// The base of the project with tasks of the test's own; lessons and messages then speak of none.
func base(withTasks tasks: String) throws -> KnowledgeBase {
  let ids = ["cadrage", "mobilisation", "preparation", "communication", "deroulement", "suites"]
  let phases =
    "<tasks>"
    + ids.enumerated().map { number, id in
      "<phase id=\"\(id)\" number=\"\(number + 1)\" title=\"\(id)\"/>"
    }.joined()
  let files = try (assets("KnowledgeBase") + assets("Calendars")).map { file in
    let text = String(decoding: file.bytes, as: UTF8.self)
    if file.id.path.hasSuffix("/tasks.xml") {
      return SourceFile(id: file.id, bytes: Array("\(phases)\(tasks)</tasks>".utf8))
    }
    guard ["/lessons.xml", "/messages.xml"].contains(where: file.id.path.hasSuffix) else {
      return file
    }
    let free = text.replacing(#/ tasks="[^"]*"/#, with: "")
      .replacing(#/ task="[^"]*"/#, with: " moment=\"first-day\"")
    return SourceFile(id: file.id, bytes: Array(free.utf8))
  }
  return try load(files, schemas: try assets("Schemas"), folder: "Assets/KnowledgeBase").value
}

/// A task as `tasks.xml` writes it.
func taskXML(
  _ id: String, lead: String, after: [String] = [], days: Int = 1, hours: Int = 1,
  importance: String = "useful", latest: String? = nil, owner: String = "animateur",
  extra: String = "", fixed: String? = nil
) -> String {
  let waits = after.isEmpty ? "" : " after=\"\(after.joined(separator: " "))\""
  let day = fixed.map {
    "<fixed edition=\"2015\" day=\"\($0)\" standing=\"reported\" sources=\"presentation-2014\"/>"
  }
  return """
    <task id="\(id)" title="\(id)" phase="cadrage" level="bassin" owner="\(owner)" lead="\(lead)"
      for="all" \(extra)\(waits) standing="proposed">
      <work days="\(days)" hours="\(hours)" helper-hours="0" importance="\(importance)"
        latest="\(latest ?? lead)" standing="proposed"/>\(day ?? "")
      <how>Faire.</how><done>Fait.</done><fallback standing="proposed">Autrement.</fallback>
    </task>
    """
}

/// The base as it is, read once for all tests.
let theBase = Result { try realBase() }

/// An edition and a kind of basin.
struct Kind: Sendable, CustomTestStringConvertible {
  var year: String
  var profile: PlanProfile
  var testDescription: String {
    let degree = profile.takesInFirstDegree ? "with" : "without"
    return "\(year), \(profile.experience), \(degree) first degree"
  }

  init(
    _ year: String, _ experience: Experience, firstDegree: Bool = true, isFunded: Bool = false,
    start: String? = nil
  ) {
    self.year = year
    profile = PlanProfile(
      experience: experience, takesInFirstDegree: firstDegree, isFunded: isFunded,
      start: start.flatMap { CalendarDay($0) })
  }

  /// Every kind of basin in every edition of which the week is known.
  static let all = ["2013", "2015", "2016", "2018"].flatMap { year in
    [Experience.new, .experienced].flatMap { experience in
      [true, false].map { Kind(year, experience, firstDegree: $0, isFunded: $0) }
    }
  }

  func season(of base: KnowledgeBase) throws -> Season {
    try Season(base, edition: try #require(base.editions.first { $0.id.text == year }))
  }

  func plan(of base: KnowledgeBase) throws -> Plan {
    try makePlan(try season(of: base), profile: profile)
  }

  func isOwn(_ planned: PlannedTask) -> Bool {
    planned.task.level == .bassin || planned.task.level == .etablissement
  }

  /// What planning says when it cannot.
  func problems(in base: KnowledgeBase) throws -> [Diagnostic] {
    let edition = try #require(base.editions.first { $0.id.text == year })
    do throws(Stopped) {
      _ = try makePlan(try Season(base, edition: edition), profile: profile)
      return []
    } catch {
      return error.diagnostics
    }
  }
}

func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

extension Plan {
  /// `id start–due` for each task, the start only where it differs.
  var dates: [String] {
    tasks.map { task in
      task.start == task.due
        ? "\(task.task.id) \(task.due)" : "\(task.task.id) \(task.start)–\(task.due)"
    }
  }
}
