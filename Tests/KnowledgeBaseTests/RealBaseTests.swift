import Diagnostics
import French
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `The base of the project` {
  private static let loaded = Result { try Reported<KnowledgeBase>.real() }
  private let base: KnowledgeBase

  init() throws { base = try Self.loaded.get().value }

  @Test func `loads without a complaint`() throws {
    #expect(try Self.loaded.get().diagnostics == [])
  }

  @Test func `holds what the academy has`() {
    #expect(base.basins.count == 24)
    #expect(base.academy.departments.count == 4)
    #expect(base.tasks.count >= 40)
    #expect(base.editions.map(\.rank) == Array(1...6))
    #expect(base.editions.map(\.id.text) == (2013...2018).map(String.init))
    #expect(base.phases.map(\.number) == Array(1...6))
    #expect(base.roles.filter(\.isOfTeam).count == 8)
  }

  @Test func `names a source of all that is told as a fact`() {
    var rested: [(String, Provenance)] = base.actions.map { ($0.id.text, $0.provenance) }
    rested += base.lessons.map { ($0.id.text, $0.provenance) }
    rested += base.tasks.map { ($0.id.text, $0.provenance) }
    rested += base.roles.map { ($0.id.text, $0.provenance) }
    rested += base.basins.map { ($0.id.text, $0.provenance) }
    rested += base.editions.map { ($0.id.text, $0.provenance) }
    rested += base.editions.flatMap(\.facts).map { ($0.text, $0.provenance) }
    rested += base.roles.flatMap(\.duties).map { ($0.statement.text, $0.statement.provenance) }
    rested += base.roles.flatMap(\.tips).map { ($0.text, $0.provenance) }
    rested += base.glossary.map { ($0.id.text, $0.provenance) }
    rested += base.partners.map { ($0.id.text, $0.provenance) }
    for (name, provenance) in rested where provenance.standing != .proposed {
      #expect(!provenance.sources.isEmpty, "\(name)")
    }
    #expect(base.actions.allSatisfy { $0.provenance.standing == .reported })
    #expect(base.actions.allSatisfy { !$0.provenance.sources.isEmpty })
    #expect(base.lessons.allSatisfy { !$0.provenance.sources.isEmpty })
  }

  @Test func `resolves every reference`() {
    let editions = Set(base.editions.map(\.id))
    let basins = Set(base.basins.map(\.id))
    let roles = Set(base.roles.map(\.id))
    let tasks = Set(base.tasks.map(\.id))
    let phases = Set(base.phases.map(\.id))
    let themes = Set(base.themes.map(\.id))
    let stakes = Set(base.editions.flatMap(\.stakes).map(\.id))
    let departments = Set(base.academy.departments.map(\.id))
    let sources = Set(base.sources.map(\.id))
    #expect(editions.contains(base.currentEdition))
    #expect(sources.isSuperset(of: base.actions.flatMap(\.provenance.sources)))
    #expect(sources.isSuperset(of: base.lessons.flatMap(\.provenance.sources)))
    for basin in base.basins {
      #expect(departments.contains(basin.department))
      #expect(stakes.isSuperset(of: basin.stakes))
      #expect(roles.isSuperset(of: basin.people.map(\.role)))
    }
    for role in base.roles {
      #expect(phases.isSuperset(of: role.duties.map(\.phase)))
      #expect(role.deputy.map(roles.contains) != false)
    }
    for task in base.tasks {
      #expect(phases.contains(task.phase))
      #expect(roles.isSuperset(of: [task.owner] + task.helpers))
      #expect(tasks.isSuperset(of: task.after.map(\.value)))
    }
    for action in base.actions {
      #expect(themes.contains(action.theme))
      #expect(basins.isSuperset(of: action.basins))
      #expect(action.department.map(departments.contains) != false)
      #expect(action.edition.map(editions.contains) != false)
    }
    for lesson in base.lessons {
      #expect(tasks.isSuperset(of: lesson.tasks))
      #expect(lesson.edition.map(editions.contains) != false)
      #expect(lesson.phase == "financement" || phases.contains { $0.text == lesson.phase })
    }
  }

  @Test func `holds no text that is typographically wrong`() {
    var count = 0
    for (path, text) in texts(of: base) {
      count += 1
      #expect(!text.contains("'"), "\(path): \(text)")
      #expect(!text.contains("\""), "\(path): \(text)")
      for sign in [" ;", " :", " !", " ?", "« ", " »", "  "] {
        #expect(!text.contains(sign), "\(path): \(text)")
      }
      #expect(
        text.first?.isWhitespace != true && text.last?.isWhitespace != true, "\(path): \(text)")
    }
    // The walk has seen them all, and not only the first level.
    #expect(count > 2_000)
  }

  @Test func `lists the terms as a French dictionary does`() {
    let shorts = base.glossary.map { sortKey($0.short) }
    #expect(shorts == shorts.sorted())
  }

  @Test func `has the public holidays that the calendar has`() throws {
    let listed = base.calendar.publicHolidays
    let first = try #require(listed.first?.day)
    let last = try #require(listed.last?.day)
    #expect(first.description == "2012-11-01" && last.year >= 2027)
    for year in first.year...last.year {
      let computed = publicHolidays(in: year).filter { first <= $0.day && $0.day <= last }
      let own = listed.filter { $0.day.year == year }
      #expect(own.map(\.day) == computed.map(\.day), "\(year)")
      #expect(own.map(\.name) == computed.map(\.name), "\(year)")
    }
  }

  @Test func `has school holidays that follow each other in each zone`() {
    for zone in ["A", "B", "C"] {
      let own = base.calendar.holidays.filter { $0.zone == zone }
      for (holiday, next) in zip(own, own.dropFirst()) {
        #expect(holiday.end <= next.start, "\(holiday.name) \(holiday.start)")
      }
      #expect(own.allSatisfy { $0.start < $0.end })
    }
    #expect(base.calendar.holidays.contains { $0.zone == base.academy.zone })
  }
}

extension Reported<KnowledgeBase> {
  fileprivate static func real() throws -> Self {
    try load(
      try assets("KnowledgeBase") + assets("Calendars"), schemas: try assets("Schemas"),
      folder: "Assets/KnowledgeBase")
  }
}

/// All strings of a value, however deep, each with the names that lead to it.
private func texts(of value: Any) -> [(path: String, text: String)] {
  var found: [(String, String)] = []
  var rest: [(path: String, value: Any)] = [("", value)]
  while let (path, value) = rest.popLast() {
    if let text = value as? String {
      found.append((path, text))
      continue
    }
    for child in Mirror(reflecting: value).children {
      rest.append((child.label.map { "\(path).\($0)" } ?? path, child.value))
    }
  }
  return found
}
