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
    complete("status", isSourced ? "attested" : "unconfirmed")
    complete("standing", isSourced ? "reported" : "proposed")
    complete("week", "unknown")
    if element == "school" {
      complete("kind", value(of: "name").map { School.Kind(name: $0).rawValue })
    }
    if element == "basin" { complete("de", value(of: "name").map { withDe($0) }) }
    let order = Dictionary(
      fields.enumerated().map { ($0.element.heading, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return changes.sorted { (order[$0.field.heading] ?? 0) < (order[$1.field.heading] ?? 0) }
  }
}
