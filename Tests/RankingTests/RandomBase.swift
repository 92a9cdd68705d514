import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

/// An action of a random base.
struct Sample: Sendable {
  var id: String
  var stake: String
  var format: String
  var venues: String
  var effort: String
  var leadWeeks: Int
  var basins: [String]
  var school: String?
  var edition: String?
  var isOfFirstDegree: Bool
  var isWithinWeek: Bool
  var hasResult: Bool
  var hasSteps: Bool

  init(number: Int, _ random: inout SplitMix64) {
    func one<Value>(_ values: [Value], _ random: inout SplitMix64) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    id = "a\(number)"
    stake = one(
      [
        "premier-degre", "pedagogie", "parents", "professionnalisation", "ambition",
        "communication",
      ], &random)
    format = one(["conférence", "séminaire", "clip vidéo", "exposition", "jeu", "chant"], &random)
    venues = one(["ecole", "college", "lycee", "lp", "bassin", "academie", "college lp"], &random)
    effort = one(["small", "medium", "large"], &random)
    leadWeeks = Int.random(in: 0...30, using: &random)
    basins = one([[], ["massy"], ["cergy"], ["evry", "massy"], ["vanves"]], &random)
    school = one([nil, "Collège A", "Collège B"], &random)
    edition = one([nil, "2013", "2014", "2015", "2018"], &random)
    isOfFirstDegree = Bool.random(using: &random)
    isWithinWeek = Bool.random(using: &random)
    hasResult = Bool.random(using: &random)
    hasSteps = Bool.random(using: &random)
  }

  var markup: String {
    let place = [
      basins.isEmpty ? nil : "basin=\"\(basins.joined(separator: " "))\"",
      school.map { "school=\"\($0)\"" },
    ].compactMap(\.self).joined(separator: " ")
    return """
      <action id="\(id)" title="\(id)" school-types="\(venues)" \
      \(edition.map { "edition=\"\($0)\" " } ?? "")\
      \(isOfFirstDegree ? "first-degree=\"yes\" " : "")\
      week="\(isWithinWeek ? "yes" : "no")" stake="\(stake)" format="\(format)" \
      effort="\(effort)" lead-weeks="\(leadWeeks)" standing="reported" \
      sources="editorial-recteur">\(place.isEmpty ? "" : "<place \(place)/>")\
      <description>D</description>\(hasResult ? "<result>R</result>" : "")\
      \(hasSteps ? "<step>S</step>" : "")</action>
      """
  }
}

func samples(_ count: Int, _ random: inout SplitMix64) -> [Sample] {
  (0..<count).map { Sample(number: $0, &random) }
}

/// The project's base with other actions.
func base(with samples: [Sample]) throws -> KnowledgeBase {
  let text = """
    <actions><theme id="ambition" title="A"/><theme id="communication" title="C"/>
    \(samples.map(\.markup).joined(separator: "\n"))
    </actions>
    """
  let files = try assets("KnowledgeBase") + assets("Calendars")
  return try load(
    files.map { file in
      file.id.path.hasSuffix("/actions.xml")
        ? SourceFile(id: file.id, bytes: Array(text.utf8)) : file
    }, schemas: try assets("Schemas"), folder: "KnowledgeBase"
  ).value
}

/// The project's base as it is.
let theBase = Result {
  try load(
    try assets("KnowledgeBase") + assets("Calendars"), schemas: try assets("Schemas"),
    folder: "KnowledgeBase"
  ).value
}
