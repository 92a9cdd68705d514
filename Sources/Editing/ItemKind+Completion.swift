import French
import KnowledgeBase
import Sheets

// What a new row may leave out, because the rest of it says so.

extension ItemKind {
  /// The fields of a new item in the order of its columns, with those that follow from the others.
  ///
  /// - Parameters:
  ///   - source: on what the items of the sheet rest that name no source.
  ///   - cell: where a problem with them is told.
  func completed(_ said: [FieldChange], source: String?, _ cell: SheetCell) -> [FieldChange] {
    var changes = said
    func value(of name: String) -> String? { changes.first { $0.field.name == name }?.after }
    func complete(_ name: String, _ after: String?) {
      guard let after, let field = fields.first(where: { $0.name == name }), value(of: name) == nil
      else { return }
      changes.append(FieldChange(field: field, before: nil, after: after, cell: cell))
    }
    complete("sources", source)
    let isSourced = value(of: "sources") != nil
    if element == "stake" { complete("id", value(of: "short").map(slug)) }
    complete("status", isSourced ? "attested" : "unconfirmed")
    // A fact that says nothing rests on what its edition rests on.
    complete("standing", isSourced ? "reported" : element == "fact" ? nil : "proposed")
    if element == "action" {
      complete("week", "unknown")
      // Proposals, which the diff shows before anything is written.
      complete("effort", "medium")
      complete("lead-weeks", "8")
    }
    if element == "school" {
      complete("kind", value(of: "name").map { School.Kind(name: $0).rawValue })
    }
    if element == "basin" { complete("de", value(of: "name").map { withDe($0) }) }
    let order = Dictionary(
      fields.enumerated().map { ($0.element.heading, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return changes.sorted { (order[$0.field.heading] ?? 0) < (order[$1.field.heading] ?? 0) }
  }

  /// The columns that a new item cannot do without, and has nothing in.
  func missing(in changes: [FieldChange]) -> [Field] {
    let said = Set(changes.map(\.field.heading))
    return fields.filter { required.contains($0.name) && !said.contains($0.heading) }
  }

  /// The names of those columns, where the XML's own words would puzzle people.
  private var required: Set<String> {
    switch element {
    case "action": ["title", "school-types", "stake", "format", "description"]
    case "lesson": ["kind", "phase", "for", "text"]
    case "basin": ["name", "department"]
    case "school": ["name", "town", "sources"]
    case "source": ["title"]
    case "term": ["short", "long", "means"]
    case "person": ["basin", "role"]
    case "start", "fse": ["basin", "edition"]
    case "stake": ["edition", "title", "short"]
    case "fact": ["edition", "text"]
    case "duty": ["role", "phase", "text"]
    case "tip": ["role", "text"]
    case "fixed": ["task", "edition", "day", "sources"]
    case "later": ["term", "year", "text"]
    case "department": ["code", "name", "de", "in"]
    case "kept": ["stake", "places", "text"]
    case "formula": ["title", "call-masculine", "call-feminine", "closing-start", "closing"]
    case "line": ["side", "title"]
    case "risk": ["title", "owner", "sign", "prevention", "fallback"]
    case "message": ["title", "to", "text"]
    default: []
    }
  }
}
