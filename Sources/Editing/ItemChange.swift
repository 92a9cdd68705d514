package import Diagnostics
import Sheets

/// What a sheet says differently from the base, of one item.
package enum ItemChange: Sendable {
  case added(ItemKind, id: String, [FieldChange])
  case changed(ItemKind, id: String, [FieldChange])
  case removed(ItemKind, id: String)
}

/// One field of it.
package struct FieldChange: Sendable {
  let field: Field
  let before: String?
  let after: String?
  let cell: SheetCell
}

extension ItemChange {
  /// The change in words: a line for the item, and one for each field.
  package var lines: [Phrase] {
    switch self {
    case .added(let kind, let id, let fields):
      [Phrase(en: "+ \(kind.english.one) \(id), new", fr: "+ \(kind.french.one) \(id), à ajouter")]
        + fields.filter { if case .id = $0.field.content { false } else { true } }.map(\.line)
    case .changed(let kind, let id, let fields):
      [Phrase(en: "~ \(kind.english.one) \(id)", fr: "~ \(kind.french.one) \(id)")]
        + fields.map(\.line)
    case .removed(let kind, let id):
      [
        Phrase(
          en: "- \(kind.english.one) \(id), to be removed",
          fr: "- \(kind.french.one) \(id), à retirer")
      ]
    }
  }
}

extension FieldChange {
  fileprivate var line: Phrase {
    let name = "    \(field.heading)"
    switch (before, after) {
    case (nil, let after?):
      return Phrase(en: "\(name): \(quoted(after))", fr: "\(name) : \(quoted(after))")
    case (let before?, nil):
      return Phrase(
        en: "\(name): \(quoted(before)) is taken out", fr: "\(name) : \(quoted(before)) est retiré")
    case (let before, let after):
      let (old, new) = (quoted(before ?? ""), quoted(after ?? ""))
      return Phrase(
        en: "\(name): \(old) becomes \(new)", fr: "\(name) : \(old) devient \(new)")
    }
  }

  /// As the sheet shows it, shortened where it is long.
  private func quoted(_ value: String) -> String {
    let shown: String =
      switch field.shown(value) {
      case .empty: ""
      case .text(let text), .day(let text): text
      case .number(let number): String(number)
      }
    let line = shown.split(separator: "\n").joined(separator: " / ")
    return "« \(line.count > 120 ? line.prefix(117) + "…" : line) »"
  }
}
