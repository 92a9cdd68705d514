import Diagnostics
import French
import KnowledgeBase
import Planning
import Tailoring
import TestSupport
import Testing

@Suite struct `What a brief remembers` {
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  @Test(arguments: years)
  func `holds a basin's own actions once, and apart`(_ year: String) throws {
    var own = 0
    for brief in try briefs(year) {
      let id = brief.basin.basin.id
      own += brief.ownActions.count
      #expect(brief.ownActions.allSatisfy { $0.action.basins.contains(id) })
      let others = brief.actionGroups.flatMap(\.actions)
      #expect(!others.contains { $0.action.basins.contains(id) })
      #expect(Set(brief.actions.map(\.id)).count == brief.actions.count)
    }
    #expect(own > 0)
  }

  @Test func `is the same bank for all basins of an edition`() throws {
    let banks = try briefs("2015").map { Set($0.actions.map(\.id)) }
    #expect(Set(banks).count == 1)
  }

  @Test(arguments: years)
  func `groups actions by the stakes of the edition, then by the other themes`(
    _ year: String
  ) throws {
    let brief = try brief("antony", year, in: base)
    let order = brief.edition.edition.stakes.map(\.id.text)
    let ids = brief.actionGroups.map(\.theme.id.text)
    #expect(Array(ids.prefix { order.contains($0) }) == order.filter(ids.contains))
    #expect(Set(ids).count == ids.count)
    for group in brief.actionGroups {
      #expect(!group.actions.isEmpty)
      #expect(group.actions.allSatisfy { $0.action.theme == group.theme.id })
      #expect(group.actions.allSatisfy { $0.theme == group.theme.title })
    }
  }

  @Test(arguments: [
    ("gennevilliers", "2015", false), ("gennevilliers", "2016", true), ("massy", "2013", false),
    ("massy", "2015", true),
  ])
  func `tells what a basin did once its edition is past`(
    _ basin: String, _ year: String, _ isTold: Bool
  ) throws {
    #expect((try brief(basin, year, in: base).basin.knownAction != nil) == isTold)
  }

  @Test(arguments: years)
  func `knows nothing that came with the edition or after it`(_ year: String) throws {
    for brief in try briefs(year) {
      let rank = brief.edition.edition.rank
      let start = try #require(brief.edition.edition.start).description
      let ranks = Dictionary(
        base.editions.map { ($0.id, $0.rank) }, uniquingKeysWith: { first, _ in first })
      for action in brief.actions {
        #expect(action.edition.flatMap { ranks[$0] }.map { $0 < rank } != false, "\(action.id)")
        #expect(
          action.schoolYear.map { $0 < brief.edition.edition.schoolYear } != false, "\(action.id)")
        #expect(restsOnThePast(action.provenance, start), "\(action.id)")
      }
      for lesson in brief.lessons.map(\.lesson) {
        #expect(lesson.edition.flatMap { ranks[$0] }.map { $0 < rank } != false, "\(lesson.id)")
        #expect(restsOnThePast(lesson.provenance, start), "\(lesson.id)")
      }
      #expect(brief.history.allSatisfy { $0.edition.rank < rank })
    }
  }

  @Test func `grows from edition to edition`() throws {
    let banks = try years.map { Set(try brief("evry", $0, in: base).actions.map(\.id)) }
    let lessons = try years.map { Set(try brief("evry", $0, in: base).lessons.map(\.lesson.id)) }
    #expect(banks[0].isStrictSubset(of: banks[1]) && banks[1].isStrictSubset(of: banks[2]))
    #expect(lessons[0].isSubset(of: lessons[1]) && lessons[1].isStrictSubset(of: lessons[2]))
    let names = banks.map { Set($0.map(\.text)) }
    #expect(names[0].contains("clip-lache-pas-l-ecole"))
    // What was done in an edition is for the next one to know.
    #expect(!names[0].contains("concours-de-dessin-des-6e"))
    #expect(names[1].contains("concours-de-dessin-des-6e"))
    #expect(!names[1].contains("coup-d-envoi-avec-un-parrain"))
    #expect(names[2].contains("coup-d-envoi-avec-un-parrain"))
    #expect(!names[2].contains("forum-de-la-perseverance"))
    #expect(!names[2].contains("cafe-des-familles-de-cm2"))
  }

  @Test func `of the first edition is only what has no date, or an old one`() throws {
    let brief = try brief("mantes-la-jolie", "2013", in: base)
    #expect(brief.history.isEmpty)
    #expect(brief.actions.allSatisfy { $0.edition == nil && ($0.schoolYear ?? "") < "2012" })
  }

  @Test(arguments: [
    ("2015", "apb", ""), ("2016", "apb", ""), ("2018", "apb", "Parcoursup remplace APB."),
  ])
  func `tells what became of a word only once it has`(
    _ year: String, _ term: String, _ later: String
  ) throws {
    let brief = try brief("evry", year, in: base)
    let found = try #require(brief.glossary.first { $0.term.id.text == term })
    #expect(found.later == later)
    for term in brief.glossary {
      let told = term.term.successors.filter { !$0.text.isEmpty && term.later.contains($0.text) }
      #expect(told.allSatisfy { "\($0.year)" <= year })
    }
  }

  @Test(arguments: [
    (
      "clip-lache-pas-l-ecole",
      "Collège Les Plaisances, Mantes-la-Ville (Yvelines), bassin de Mantes-la-Jolie",
      "1re édition, 2012-2013"
    ),
    ("bracelets", "académie de Versailles", "2e édition, 2013-2014"),
    (
      "projection-debat-les-heritiers",
      "bassins de Gennevilliers et de Boulogne-Billancourt", "3e édition, 2014-2015"
    ),
  ])
  func `says where and when an action was tried`(
    _ id: String, _ place: String, _ time: String
  ) throws {
    let brief = try brief("evry", "2018", in: base)
    let actions = brief.ownActions + brief.actionGroups.flatMap(\.actions)
    let action = try #require(actions.first { $0.action.id.text == id })
    #expect(action.place.replacing("\u{A0}", with: " ").hasSuffix(place))
    #expect(action.when.replacing("\u{A0}", with: " ") == time)
    #expect(!action.source.isEmpty)
  }

  /// Whether one source at least is not dated later than the week, nor in its very year or month
  /// when it gives no more.
  private func restsOnThePast(_ provenance: Provenance, _ start: String) -> Bool {
    provenance.sources.contains { base[$0].date.map { $0 < start.prefix($0.count) } != false }
  }
}

@Suite struct `The order of the files` {
  /// The elements of a name in a file of the base, last first; all else stays where it is.
  private func reversed(_ name: String, in part: String) throws -> KnowledgeBase {
    let files = try assets("KnowledgeBase") + assets("Calendars")
    return try base(
      of: files.map { file in
        guard file.id.path.hasSuffix("/\(part).xml") else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
        return SourceFile(id: file.id, bytes: Array(reversed(name, text).utf8))
      })
  }

  /// Each element begins a line of its own, indented by two spaces.
  private func reversed(_ name: String, _ text: String) -> String {
    let start = "\n  <\(name) "
    let ranges = text.ranges(of: start)
    guard let first = ranges.first?.lowerBound, let end = text.firstRange(of: "\n</")?.lowerBound
    else { return text }
    let starts = ranges.map(\.lowerBound) + [end]
    let items = zip(starts, starts.dropFirst()).map { text[$0..<$1] }
    return text[..<first] + items.reversed().joined() + text[end...]
  }

  @Test(arguments: years)
  func `of basins changes no brief`(_ year: String) throws {
    let usual = try theBase.get()
    let other = try reversed("basin", in: "basins")
    #expect(other.basins.map(\.id) == usual.basins.map(\.id).reversed())
    for (first, second) in zip(try briefs(year), try briefs(year, in: other).reversed()) {
      #expect(told(first) == told(second))
    }
  }

  @Test(arguments: years)
  func `of tasks changes nothing but the order within a day`(_ year: String) throws {
    let usual = try theBase.get()
    let other = try reversed("task", in: "tasks")
    #expect(other.tasks.map(\.id) == usual.tasks.map(\.id).reversed())
    for (first, second) in zip(try briefs(year), try briefs(year, in: other)) {
      #expect(told(first).sorted() == told(second).sorted())
      #expect(first.tasks.map(\.planned.due) == second.tasks.map(\.planned.due))
    }
  }

  @Test func `of actions changes nothing but their order`() throws {
    let other = try reversed("action", in: "actions")
    let first = try brief("evry", "2018", in: try theBase.get())
    let second = try brief("evry", "2018", in: other)
    #expect(first.actionGroups.map(\.theme.id) == second.actionGroups.map(\.theme.id))
    #expect(told(first).sorted() == told(second).sorted())
  }

  /// What a brief says that hangs on the order of a file, one line each.
  private func told(_ brief: Brief) -> [String] {
    let tasks = brief.tasks + brief.support
    let lines = tasks.map { task in
      let lessons = task.lessons.map(\.lesson.id.text).joined(separator: " ")
      return "\(task.task.id) \(task.planned.due) \(task.phase) \(task.owner.id) \(lessons)"
    }
    let roles = brief.team.map { member in
      let owned = member.owned.map { brief.tasks[$0].task.id.text }.sorted()
      let helped = member.helped.map { brief.tasks[$0].task.id.text }.sorted()
      return "\(member.letter) \(member.role.id) \(owned) \(helped)"
    }
    let groups = brief.actionGroups.flatMap { group in
      group.actions.map { "\(group.theme.id) \($0.action.id) \($0.place) \($0.when)" }
    }
    let own = brief.ownActions.map { "\($0.action.id) \($0.place) \($0.when) \($0.source)" }
    let weeks = brief.weeks.map { week in
      let ids = week.week.tasks.map { brief.tasks[$0].task.id.text }.sorted()
      return "\(week.label) \(week.week.monday) \(ids)"
    }
    let rest = [
      "\(brief.basin.basin.name) \(brief.basin.planWeeks) \(brief.basin.stakes.map(\.id))",
      "\(brief.department.id) \(brief.conflicts.map(\.title)) \(brief.lessons.map(\.lesson.id))",
    ]
    return lines + roles + groups + own + weeks + rest
  }
}
