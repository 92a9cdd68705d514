import Documents
import French
import KnowledgeBase
package import Tailoring

/// All that an author of templates may write: the fields with their types and meanings, and the
/// filters with their examples. It is made from what the compiler checks by, so it cannot be wrong.
package struct LanguageReference: Sendable {
  /// A variable of a kit, or a record that several of them hold.
  package struct Record: Sendable {
    /// `basin`, or the name of the record.
    package let name: String
    /// Whether expressions begin with the name.
    package let isVariable: Bool
    /// The type of the variable or record.
    package let type: String
    package let fields: [Field]
  }

  package struct Field: Sendable {
    package let name: String
    package let type: String
    package let meaning: String
    /// What it holds in one kit; empty where nothing short can be shown.
    package let example: String
  }

  package struct Filter: Sendable {
    package let name: String
    package let usage: String
    package let meaning: String
    package let example: String
    package let result: String
  }

  package let records: [Record]
  package let filters: [(family: String, filters: [Filter])]
}

/// The reference of the language, with examples from one brief if there is one.
///
/// - Complexity: linear in the number of fields and of the brief's values.
package func languageReference(brief: Brief? = nil) -> LanguageReference {
  var collector = RecordCollector()
  let examples = brief.map { globalValues(of: BriefView(brief: $0, titles: [:])) }
  for (slot, variable) in kitVariables.enumerated() {
    let value = examples.flatMap { $0.indices.contains(slot) ? $0[slot] : nil }
    collector.add(variable, value)
  }
  collector.add(Variable(name: "loop", type: loopType), LoopState.first.value)
  return LanguageReference(
    records: collector.variables + collector.others,
    filters: FilterCatalogue.families.map { family in
      (
        family.title,
        family.rules.map { rule in
          LanguageReference.Filter(
            name: rule.name, usage: rule.name + rule.usage, meaning: rule.meaning,
            example: rule.example.expression,
            result: rule.example.result.replacing("~", with: "\u{A0}")
              .replacing("^", with: "\u{202F}"))
        }
      )
    })
}

/// The reference of one record and of all records in it, with the examples of one value of it. The
/// record itself comes first.
package func reference(of record: RecordType, example: [Value]) -> [LanguageReference.Record] {
  var collector = RecordCollector()
  collector.add(Variable(name: record.name, type: .record(record)), .record(example))
  return collector.variables + collector.others
}

extension LoopState {
  fileprivate static let first = LoopState(index: 0, count: 3)
}

/// Walks the types of the variables; a record that several hold is told once.
private struct RecordCollector {
  var variables: [LanguageReference.Record] = []
  var others: [LanguageReference.Record] = []
  private var told: Set<String> = []

  mutating func add(_ variable: Variable, _ value: Value?) {
    switch variable.type {
    case .record(let record):
      // A variable may be named as its record is, and tells of it then.
      told.insert(record.name)
      variables.append(
        LanguageReference.Record(
          name: variable.name, isVariable: true, type: variable.type.reference,
          fields: fields(of: record, value)))
      descend(record, value)
    case .list(let element):
      variables.append(
        LanguageReference.Record(
          name: variable.name, isVariable: true, type: variable.type.reference, fields: []))
      add(element, value?.items.first)
    case .text, .rich, .picture, .number, .day, .time, .money, .boolean: break
    }
  }

  /// The records that are reached through a type.
  private mutating func add(_ type: ValueType, _ value: Value?) {
    switch type {
    case .record(let record):
      guard told.insert(record.name).inserted else { return }
      others.append(
        LanguageReference.Record(
          name: record.name, isVariable: false, type: type.reference,
          fields: fields(of: record, value)))
      descend(record, value)
    case .list(let element): add(element, value?.items.first)
    case .text, .rich, .picture, .number, .day, .time, .money, .boolean: break
    }
  }

  private mutating func descend(_ record: RecordType, _ value: Value?) {
    for (index, field) in record.fields.enumerated() { add(field.type, value?.part(index)) }
  }

  private func fields(of record: RecordType, _ value: Value?) -> [LanguageReference.Field] {
    record.fields.enumerated().map { index, field in
      LanguageReference.Field(
        name: field.name, type: field.type.reference, meaning: field.meaning,
        example: value?.part(index).example ?? "")
    }
  }
}

extension Value {
  fileprivate func part(_ index: Int) -> Value {
    switch self {
    case .record, .loop: field(index)
    default: .text("")
    }
  }

  /// Short, on one line.
  fileprivate var example: String {
    switch self {
    case .list, .record, .loop: return ""
    case .picture(let picture): return picture.name
    case .blank(let name): return "[\(name)]"
    case .text, .rich, .number, .decimal, .day, .time, .money, .boolean:
      let words = prose
      return words.count <= 60 ? words : words.prefix(57) + "…"
    }
  }
}

extension ValueType {
  /// As the reference names it, in French.
  fileprivate var reference: String {
    switch self {
    case .text: "texte"
    case .rich: "texte riche"
    case .picture: "image"
    case .number: "nombre"
    case .day: "jour"
    case .time: "heure"
    case .money: "montant"
    case .boolean: "oui ou non"
    case .list(.text): "liste de textes"
    case .list(.record(let record)): "liste de fiches « \(record.name) »"
    case .list(let element): "liste (\(element.reference))"
    case .record(let record): "fiche « \(record.name) »"
    }
  }
}
