package import Diagnostics
import French
package import JSON
import Templates

extension RowList {
  /// The rows of a JSON list of objects, whose values may be lists and objects in turn.
  ///
  /// Types are JSON's own; texts that are all days (`2015-03-16`) or all times (`08:30`) are days
  /// or times. What one row lacks, `null` and an empty text are blanks.
  ///
  /// - Throws: `Stopped` with all values of other types than the same value of a row before has.
  /// - Complexity: linear in the number of values.
  package static func read(_ json: JSONValue) throws(Stopped) -> RowList {
    guard case .array(let items) = json.content else { throw Stopped([.notAList(json.span)]) }
    guard !items.isEmpty else { throw Stopped([.noRows(json.span.file)]) }
    var surveyor = Surveyor()
    var shape = JSONShape.unknown
    for item in items {
      guard case .object = item.content else {
        surveyor.diagnostics.append(.notARow(item.span))
        continue
      }
      surveyor.survey(item, into: &shape)
    }
    surveyor.checkNames(shape)
    guard case .record(let fields) = shape, surveyor.diagnostics.isEmpty, !fields.isEmpty else {
      throw Stopped(surveyor.diagnostics.isEmpty ? [.noRows(json.span.file)] : surveyor.diagnostics)
    }
    let columns = fields.map { field in
      Column(
        heading: field.heading, name: field.name, type: field.shape.type(named: field.name),
        span: field.span)
    }
    let rows = items.enumerated().map { index, item in
      Row(number: index + 1, values: values(of: item, fields))
    }
    return RowList(file: json.span.file, columns: columns, rows: rows)
  }

  private static func values(of object: JSONValue, _ fields: [JSONShape.Field]) -> [Value] {
    guard case .object(let members) = object.content else {
      return fields.map { .blank($0.heading) }
    }
    let byName = Dictionary(
      members.map { ($0.name.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    return fields.map { field in
      byName[field.heading].map { value(of: $0, field.shape, field.heading) }
        ?? field.shape.nothing(field.heading)
    }
  }

  private static func value(of json: JSONValue, _ shape: JSONShape, _ heading: String) -> Value {
    switch json.content {
    case .null: shape.nothing(heading)
    case .boolean(let isTrue): .boolean(isTrue)
    case .number(let number): number.value ?? .blank(heading)
    case .string(let text):
      switch shape {
      case .day: Value(text, as: .day) ?? .blank(heading)
      case .time: Value(text, as: .time) ?? .blank(heading)
      default: text.isEmpty ? .blank(heading) : .text(typeset(text))
      }
    case .array(let items):
      if case .list(let element) = shape {
        .list(items.map { value(of: $0, element, heading) })
      } else {
        .list([])
      }
    case .object:
      if case .record(let fields) = shape {
        .record(values(of: json, fields))
      } else {
        .blank(heading)
      }
    }
  }
}

/// What the values at one place of all rows have in common.
private indirect enum JSONShape {
  struct Field {
    let heading: String
    let name: String
    let span: SourceSpan
    var shape: JSONShape
  }

  /// Only blanks so far.
  case unknown
  case text, day, time, number, boolean
  case list(JSONShape)
  case record([Field])

  func type(named name: String) -> ValueType {
    switch self {
    case .unknown, .text: .text
    case .day: .day
    case .time: .time
    case .number: .number
    case .boolean: .boolean
    case .list(let element): .list(element.type(named: name))
    case .record(let fields):
      .record(
        RecordType(
          name: name,
          fields: fields.map { field in
            RecordType.Field(
              name: field.name, type: field.shape.type(named: field.name),
              meaning: "« \(field.heading) »")
          }))
    }
  }

  /// What stands where a row says nothing.
  func nothing(_ heading: String) -> Value {
    if case .list = self { .list([]) } else { .blank(heading) }
  }

  var names: Phrase {
    switch self {
    case .unknown: Phrase(en: "nothing", fr: "rien")
    case .text: Phrase(en: "a text", fr: "un texte")
    case .day: Phrase(en: "a day", fr: "un jour")
    case .time: Phrase(en: "a time of day", fr: "une heure")
    case .number: Phrase(en: "a number", fr: "un nombre")
    case .boolean: Phrase(en: "true or false", fr: "vrai ou faux")
    case .list: Phrase(en: "a list", fr: "une liste")
    case .record: Phrase(en: "an object", fr: "un objet")
    }
  }
}

/// Goes through all values and notes what they have in common.
private struct Surveyor {
  var diagnostics: [Diagnostic] = []

  mutating func survey(_ value: JSONValue, into shape: inout JSONShape) {
    switch (value.content, shape) {
    case (.null, _): break
    case (.string(let text), _): survey(text, value, into: &shape)
    case (.boolean, .unknown), (.boolean, .boolean): shape = .boolean
    case (.number(let number), .unknown), (.number(let number), .number):
      shape = .number
      if number.value == nil { diagnostics.append(.tooManyDigits(value.span)) }
    case (.array(let items), .unknown), (.array(let items), .list):
      var element = if case .list(let element) = shape { element } else { JSONShape.unknown }
      for item in items { survey(item, into: &element) }
      shape = .list(element)
    case (.object(let members), .unknown), (.object(let members), .record):
      var fields = if case .record(let fields) = shape { fields } else { [JSONShape.Field]() }
      // Rows mostly have the same names in the same order.
      for (index, member) in members.enumerated() {
        let heading = member.name.value
        let place =
          fields.indices.contains(index) && fields[index].heading == heading
          ? index : fields.firstIndex { $0.heading == heading }
        if let place {
          survey(member.value, into: &fields[place].shape)
        } else {
          var field = JSONShape.Field(
            heading: heading, name: fieldName(of: heading, letter: "\(fields.count + 1)"),
            span: member.name.span, shape: .unknown)
          survey(member.value, into: &field.shape)
          fields.append(field)
        }
      }
      shape = .record(fields)
    default: diagnostics.append(.otherType(shape.names, at: value.span))
    }
  }

  /// A text that is a day is one only where all are.
  private mutating func survey(
    _ text: String, _ value: JSONValue, into shape: inout JSONShape
  ) {
    guard !text.isEmpty else { return }
    switch shape {
    case .unknown:
      shape = CalendarDay(text) != nil ? .day : ClockTime(text) != nil ? .time : .text
    case .day: if CalendarDay(text) == nil { shape = .text }
    case .time: if ClockTime(text) == nil { shape = .text }
    case .text: break
    case .number, .boolean, .list, .record:
      diagnostics.append(.otherType(shape.names, at: value.span))
    }
  }

  /// Reports names that two different headings give.
  mutating func checkNames(_ shape: JSONShape) {
    switch shape {
    case .unknown, .text, .day, .time, .number, .boolean: break
    case .list(let element): checkNames(element)
    case .record(let fields):
      var seen: [String: JSONShape.Field] = [:]
      for field in fields {
        if let first = seen[field.name] {
          diagnostics.append(
            .sameName(field.name, at: field.span, first: first.heading, at: first.span))
        }
        seen[field.name] = field
        checkNames(field.shape)
      }
    }
  }
}

extension JSONNumber {
  /// nil for more digits than templates reckon with.
  fileprivate var value: Value? {
    guard let exact, let number = DecimalNumber(digits: exact.digits, decimals: exact.decimals)
    else { return nil }
    return number.whole.map { .number($0) } ?? .decimal(number)
  }
}
