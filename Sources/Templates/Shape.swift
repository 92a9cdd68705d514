import French
import KnowledgeBase
import Tailoring

/// How values of one Swift type look to a template: each field with its type, its meaning, and
/// the way to read it. Type and value come from one list, so they cannot disagree.
struct Shape<Subject>: Sendable {
  struct Field: Sendable {
    let declaration: RecordType.Field
    let read: @Sendable (Subject) -> Value
  }

  let type: RecordType
  private let readers: [@Sendable (Subject) -> Value]

  init(_ name: String, _ fields: [Field]) {
    type = RecordType(name: name, fields: fields.map(\.declaration))
    readers = fields.map(\.read)
  }

  func value(of subject: Subject) -> Value {
    .record(readers.map { $0(subject) })
  }

  func list(of subjects: some Sequence<Subject>) -> Value {
    .list(subjects.map { value(of: $0) })
  }
}

extension Shape.Field {
  init(
    _ name: String, _ type: ValueType, _ meaning: String,
    _ read: @escaping @Sendable (Subject) -> Value
  ) {
    declaration = RecordType.Field(name: name, type: type, meaning: meaning)
    self.read = read
  }

  static func text(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> String
  ) -> Self {
    Self(name, .text, meaning) { .text(read($0)) }
  }

  static func texts(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> [String]
  ) -> Self {
    Self(name, .list(.text), meaning) { .list(read($0).map(Value.text)) }
  }

  static func number(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> Int
  ) -> Self {
    Self(name, .number, meaning) { .number(read($0)) }
  }

  static func day(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> CalendarDay
  ) -> Self {
    Self(name, .day, meaning) { .day(read($0)) }
  }

  static func flag(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> Bool
  ) -> Self {
    Self(name, .boolean, meaning) { .boolean(read($0)) }
  }

  /// A picture that may be missing.
  static func picture(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> Logo?
  ) -> Self {
    Self(name, .picture, meaning) { read($0).map(Value.picture) ?? .blank(meaning) }
  }

  /// A text that may be a blank.
  static func known(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> Known<String>
  ) -> Self {
    Self(name, .text, meaning) { subject in
      switch read(subject) {
      case .known(let text): .text(text)
      case .blank(let name): .blank(name)
      }
    }
  }

  /// A number that may be a blank.
  static func knownNumber(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Subject) -> Known<Int>
  ) -> Self {
    Self(name, .number, meaning) { subject in
      switch read(subject) {
      case .known(let number): .number(number)
      case .blank(let name): .blank(name)
      }
    }
  }
}
