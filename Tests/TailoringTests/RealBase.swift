import Diagnostics
import French
import KnowledgeBase
import Planning
import Tailoring
import TestSupport
import Testing

/// The base of the project, with some of its text replaced.
func realBase(_ edits: [(old: String, new: String)] = []) throws -> KnowledgeBase {
  var files = try assets("KnowledgeBase") + assets("Calendars")
  for edit in edits { files = try replacing(edit.old, with: edit.new, in: files) }
  return try base(of: files)
}

func base(of files: [SourceFile]) throws -> KnowledgeBase {
  try load(files, schemas: try assets("Schemas"), folder: "Assets/KnowledgeBase").value
}

/// The base as it is, read once for all tests.
let theBase = Result { try realBase() }

/// The editions of which the week is known and whole.
let years = ["2015", "2016", "2018"]

/// The brief of a basin, as the pipeline makes it.
func brief(_ basin: String, _ year: String, in base: KnowledgeBase) throws -> Brief {
  let found = try #require(base.basins.first { $0.id.text == basin })
  let edition = try #require(base.editions.first { $0.id.text == year })
  let plan = try makePlan(
    try Season(base, edition: edition), profile: profile(of: found, in: edition, base))
  return tailor(
    Memory(base, of: edition), for: found, plan: plan, from: try #require(edition.firstKitDay))
}

/// The briefs of all basins in an edition, in the order of the basins.
func briefs(_ year: String, in base: KnowledgeBase) throws -> [Brief] {
  let edition = try #require(base.editions.first { $0.id.text == year })
  let memory = Memory(base, of: edition)
  var plans: [PlanProfile: Plan] = [:]
  return try base.basins.map { basin in
    let profile = profile(of: basin, in: edition, base)
    let plan =
      try plans[profile]
      ?? makePlan(
        try Season(base, edition: edition), profile: profile)
    plans[profile] = plan
    return tailor(memory, for: basin, plan: plan, from: try #require(edition.firstKitDay))
  }
}

/// The briefs of an edition from the base as it is, made once for all tests.
func briefs(_ year: String) throws -> [Brief] { try #require(theBriefs[year]).get() }

private let theBriefs = Dictionary(
  uniqueKeysWithValues: years.map { year in
    (year, Result { try briefs(year, in: theBase.get()) })
  })

extension Known {
  /// The name of the blank; nil when the value is known.
  var blank: String? {
    switch self {
    case .known: nil
    case .blank(let name): name
    }
  }

  var value: Value? {
    switch self {
    case .known(let value): value
    case .blank: nil
    }
  }
}

extension Brief {
  /// All past actions it tells, the basin's own first.
  var actions: [Action] {
    (ownActions + actionGroups.flatMap(\.actions)).map(\.action)
  }
}
