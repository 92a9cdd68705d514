package import French

/// What an expression gives.
package indirect enum Value: Hashable, Sendable {
  case text(String)
  case number(Int)
  case day(CalendarDay)
  case boolean(Bool)
  case list([Value])
  /// Its fields, in the order of its `RecordType`.
  case record([Value])
  /// Something that nobody has said yet, by name.
  case blank(String)
}

extension Value {
  var isTrue: Bool { self == .boolean(true) }

  var items: [Value] {
    if case .list(let items) = self { items } else { [] }
  }

  func field(_ index: Int) -> Value {
    switch self {
    case .record(let fields): fields[index]
    case .blank: self
    case .text, .number, .day, .boolean, .list:
      preconditionFailure("a field was asked of what is no record")
    }
  }

  /// As it stands in a sentence; a blank by its name.
  var prose: String {
    switch self {
    case .text(let text), .blank(let text): text
    case .number(let number): inFrench(number)
    case .day(let day): day.inFrench(.medium)
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .list, .record: preconditionFailure("a list or a record was put into a sentence")
    }
  }
}
