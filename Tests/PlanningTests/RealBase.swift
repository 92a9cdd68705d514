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

  init(_ year: String, _ experience: Experience, firstDegree: Bool = true) {
    self.year = year
    profile = PlanProfile(experience: experience, takesInFirstDegree: firstDegree)
  }

  /// Every kind of basin in every edition of which the week is known.
  static let all = ["2013", "2015", "2016", "2018"].flatMap { year in
    [Experience.new, .experienced].flatMap { experience in
      [true, false].map { Kind(year, experience, firstDegree: $0) }
    }
  }

  func plan(of base: KnowledgeBase) throws -> Plan {
    let edition = try #require(base.editions.first { $0.id.text == year })
    return try makePlan(base, edition: edition, profile: profile)
  }
}

func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
