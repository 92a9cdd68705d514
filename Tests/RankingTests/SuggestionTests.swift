import Diagnostics
import French
import KnowledgeBase
import Ranking
import Tailoring
import TestSupport
import Testing

/// What is suggested to a basin, with the actions themselves.
struct Outcome {
  let situation: Situation
  let suggestions: Suggestions
  let actions: [Action]

  init(_ base: KnowledgeBase, basin: String, year: String, weeksLeft: Int? = nil) throws {
    let edition = try #require(base.editions.first { $0.id.text == year })
    let memory = Memory(base, of: edition)
    let found = try #require(base.basins.first { $0.id.text == basin })
    let monday = try #require(edition.start).monday
    let day = weeksLeft.map { monday.adding(days: -7 * $0) } ?? edition.firstKitDay
    situation = memory.situation(of: found, from: try #require(day))
    suggestions = memory.ranking.suggestions(for: situation)
    actions = memory.past.actions
  }

  var chosen: [Action] { suggestions.chosen.map { actions[$0.position] } }
  var ids: [String] { chosen.map(\.id.text) }
}

@Suite struct `The suggestions of any base` {
  private static let basins = ["massy", "cergy", "etampes", "evry"]

  private func outcome(
    _ samples: [Sample], _ random: inout SplitMix64
  ) throws -> Outcome {
    try Outcome(
      try base(with: samples), basin: try #require(Self.basins.randomElement(using: &random)),
      year: Bool.random(using: &random) ? "2015" : "2016",
      weeksLeft: Int.random(in: 0...26, using: &random))
  }

  @Test(arguments: Seed.first(12))
  func `can be held in time, by somebody, and are known`(_ seed: Seed) throws {
    var random = seed.generator
    let outcome = try outcome(samples(40, &random), &random)
    #expect(Set(outcome.ids).count == outcome.ids.count)
    #expect(outcome.ids.count <= 10)
    for action in outcome.chosen {
      #expect(action.leadWeeks <= outcome.situation.weeksLeft)
      #expect(!action.basins.contains(outcome.situation.basin.id), "it was held here")
      let year = action.edition?.text ?? ""
      #expect(year < (outcome.situation.stakes.isEmpty ? "2016" : "2015"), "\(action.id)")
      if action.venues == [.ecole] { #expect(outcome.situation.takesInFirstDegree) }
    }
    let own = outcome.suggestions.own.map { outcome.actions[$0.position] }
    #expect(own.allSatisfy { $0.basins.contains(outcome.situation.basin.id) })
    #expect(own.count == outcome.actions.count { $0.basins.contains(outcome.situation.basin.id) })
  }

  @Test(arguments: Seed.first(12))
  func `add up to the points of their reasons`(_ seed: Seed) throws {
    var random = seed.generator
    let outcome = try outcome(samples(40, &random), &random)
    for suggestion in outcome.suggestions.own + outcome.suggestions.chosen {
      #expect(suggestion.reasons.reduce(0) { $0 + $1.points } == suggestion.points)
      let points = suggestion.reasons.map(\.points)
      #expect(points == points.sorted(by: >))
    }
    let own = outcome.suggestions.own.map(\.points)
    #expect(own == own.sorted(by: >))
  }

  @Test(arguments: Seed.first(12))
  func `do not depend on the order of the file`(_ seed: Seed) throws {
    var random = seed.generator
    let all = samples(40, &random)
    var other = random
    let first = try outcome(all, &random)
    let second = try outcome(all.reversed(), &other)
    #expect(first.ids == second.ids)
  }

  @Test(arguments: Seed.first(12))
  func `keep places for what is thin, as far as there is any`(_ seed: Seed) throws {
    var random = seed.generator
    let outcome = try outcome(samples(60, &random), &random)
    let all = outcome.feasible
    for (stake, isKept) in [
      ("premier-degre", outcome.situation.takesInFirstDegree), ("parents", true),
    ] where isKept {
      let available = all.count { $0.theme.text == stake }
      let chosen = outcome.chosen.count { $0.theme.text == stake }
      #expect(chosen >= min(2, available), "\(stake)")
    }
  }

  /// It stands at the same place or before, and before it nothing changes.
  @Test(arguments: Seed.first(24))
  func `never put an action lower because more is known of it`(_ seed: Seed) throws {
    var random = seed.generator
    var all = samples(40, &random)
    var other = random
    let before = try outcome(all, &random)
    let index = Int.random(in: all.indices, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: all[index].hasResult = true
    case 1: all[index].isWithinWeek = true
    default:
      // A further basin: the first one is where it comes from.
      if !all[index].basins.isEmpty { all[index].basins.append("gonesse") }
    }
    let after = try outcome(all, &other)
    let id = all[index].id
    let place = before.ids.firstIndex(of: id) ?? before.ids.count
    let newPlace = after.ids.firstIndex(of: id) ?? after.ids.count
    #expect(newPlace <= place)
    #expect(after.ids.prefix(newPlace) == before.ids.prefix(newPlace))
  }
}

extension Outcome {
  /// Those that could have been chosen.
  fileprivate var feasible: [Action] {
    actions.filter { action in
      let isForSchools = action.venues.contains { $0 != .ecole }
      return action.leadWeeks <= situation.weeksLeft
        && !action.basins.contains(situation.basin.id)
        && (isForSchools || situation.takesInFirstDegree)
    }
  }
}

@Suite struct `The suggestions of the project's base` {
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  @Test(arguments: ["2015", "2016", "2018"])
  func `are of many kinds, and forget neither the first degree nor the parents`(
    _ year: String
  ) throws {
    for basin in base.basins {
      let outcome = try Outcome(base, basin: basin.id.text, year: year)
      #expect(outcome.chosen.count == 10, "\(basin.id)")
      let families = Dictionary(grouping: outcome.chosen) { action in
        base.ranking.families[action.format].map(String.init) ?? action.format
      }
      #expect(families.values.allSatisfy { $0.count <= 2 }, "\(basin.id)")
      #expect(Set(outcome.chosen.map(\.theme)).count >= 5, "\(basin.id)")
      for stake in ["parents", "premier-degre"] {
        let known = outcome.feasible.count { $0.theme.text == stake }
        let isAsked = stake == "parents" || outcome.situation.takesInFirstDegree
        let count = outcome.chosen.count { $0.theme.text == stake }
        #expect(!isAsked || count >= min(2, known), "\(basin.id) \(stake)")
      }
    }
  }

  @Test func `are fewer and lighter for a basin that begins late`() throws {
    let early = try Outcome(base, basin: "etampes", year: "2015")
    let late = try Outcome(base, basin: "etampes", year: "2015", weeksLeft: 4)
    #expect(early.situation.weeksLeft == 24 && late.situation.weeksLeft == 4)
    #expect(!late.ids.isEmpty && late.chosen.allSatisfy { $0.leadWeeks <= 4 })
    #expect(early.chosen.contains { $0.leadWeeks > 4 })
  }

  @Test func `follow the stakes that a basin keeps`() throws {
    let massy = "<basin id=\"massy\" name=\"Massy\" de=\"de Massy\""
    let files = try replacing(
      massy, with: massy + " stakes=\"parents\"",
      in: try assets("KnowledgeBase") + assets("Calendars"))
    let own = try load(files, schemas: try assets("Schemas"), folder: "KnowledgeBase").value
    let before = try Outcome(base, basin: "massy", year: "2015")
    let after = try Outcome(own, basin: "massy", year: "2015")
    #expect(after.situation.stakes.map(\.id.text) == ["parents"])
    #expect(after.chosen.first?.theme.text == "parents")
    #expect(after.ids != before.ids)
    for (action, suggestion) in zip(after.chosen, after.suggestions.chosen) {
      let criteria = suggestion.reasons.map(\.criterion)
      #expect(criteria.contains(.chosenStake) == (action.theme.text == "parents"))
      #expect(!criteria.contains(.otherStake) || action.theme.text != "parents")
    }
  }

  // New and attested, experienced, not confirmed, and of another department.
  @Test(arguments: ["etampes", "mantes-la-jolie", "nanterre", "cergy"])
  func `are these, for these reasons`(_ id: String) throws {
    let edition = try #require(base.editions.first { $0.id == base.currentEdition })
    let basin = try #require(base.basins.first { $0.id.text == id })
    let found = Memory(base, of: edition)
      .suggestions(for: basin, from: try #require(edition.firstKitDay))
    var text = ""
    for (title, actions) in [("déjà fait", found.own), ("à essayer", found.chosen)] {
      text += "\(title)\n"
      for action in actions {
        text += "- \(action.action.title) (\(action.action.format))\n"
        text += action.reasons.map { "    \($0)\n" }.joined()
        text += action.warnings.map { "    mais \($0)\n" }.joined()
      }
    }
    try expectGolden(text, "Ranking/\(id).txt")
  }
}
