package import KnowledgeBase
import Tailoring

/// Fields with their values, for a template that stands apart from the plan of a kit.
package struct NamedValues: Sendable {
  package let fields: [RecordType.Field]
  /// One for each field.
  package let values: [Value]

  package init(_ fields: [RecordType.Field], _ values: [Value]) {
    precondition(fields.count == values.count, "a field has no value, or a value no field")
    self.fields = fields
    self.values = values
  }

  /// Those of other names.
  package func without(_ names: Set<String>) -> NamedValues {
    let kept = fields.indices.filter { !names.contains(fields[$0].name) }
    return NamedValues(kept.map { fields[$0] }, kept.map { values[$0] })
  }
}

extension NamedValues {
  /// What needs no basin: `academy`, `edition` and `kit` with its day and version.
  package static let academyFields = [
    RecordType.Field(name: "academy", type: .record(academyShape.type), meaning: "l’académie"),
    RecordType.Field(name: "edition", type: .record(editionShape.type), meaning: "l’édition"),
    RecordType.Field(name: "kit", type: .record(stampShape.type), meaning: "le jour et la version"),
  ]

  /// The values of `academyFields`.
  package static func ofAcademy(
    _ academy: Academy, principles: [Principle], edition: Edition, stamp: BuildStamp
  ) -> NamedValues {
    let edition = EditionView(edition: EditionBrief(edition: edition, facts: []), history: [])
    return NamedValues(
      academyFields,
      [
        academyShape.value(of: (academy, principles)), editionShape.value(of: edition),
        stampShape.value(of: stamp),
      ])
  }

  /// The language itself: `records`, each with its `fields`, and `families` of `filters`.
  package static let languageFields = [
    RecordType.Field(
      name: "records", type: .list(.record(recordShape.type)), meaning: "ce qu’on peut nommer"),
    RecordType.Field(
      name: "families", type: .list(.record(familyShape.type)), meaning: "les filtres"),
  ]

  /// The values of `languageFields`.
  package static func of(_ reference: LanguageReference) -> NamedValues {
    NamedValues(
      languageFields,
      [recordShape.list(of: reference.records), familyShape.list(of: reference.filters)])
  }
}

private let recordShape = Shape<LanguageReference.Record>(
  "record",
  [
    .text("name", "le nom") { $0.name },
    .text("type", "la sorte") { $0.type },
    .flag("isVariable", "vrai si une expression peut commencer par ce nom") { $0.isVariable },
    .init("fields", .list(.record(fieldShape.type)), "ses champs") {
      fieldShape.list(of: $0.fields)
    },
  ])

private let fieldShape = Shape<LanguageReference.Field>(
  "field",
  [
    .text("name", "le nom") { $0.name },
    .text("type", "la sorte") { $0.type },
    .text("meaning", "ce que c’est") { $0.meaning },
    .text("example", "un exemple, ou rien") { $0.example },
  ])

private let familyShape = Shape<(family: String, filters: [LanguageReference.Filter])>(
  "family",
  [
    .text("title", "l’intitulé") { $0.family },
    .init("filters", .list(.record(filterShape.type)), "ses filtres") {
      filterShape.list(of: $0.filters)
    },
  ])

private let filterShape = Shape<LanguageReference.Filter>(
  "filter",
  [
    .text("name", "le nom") { $0.name },
    .text("usage", "comment l’écrire") { $0.usage },
    .text("meaning", "ce qu’il donne") { $0.meaning },
    .text("example", "une expression, avec ses accolades") { "{{ \($0.example) }}" },
    .text("result", "ce qu’elle donne") { $0.result },
  ])
