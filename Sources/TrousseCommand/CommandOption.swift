/// An option that a command understands: its name, and where its value goes.
///
/// A command lists its options once; what is listed is read, and near misses are looked for among
/// what is listed.
struct CommandOption<Command>: Sendable {
  let name: String
  private let read: @Sendable (inout Command, inout ArgumentReader) throws(UsageError) -> Void

  private init(
    _ name: String,
    read: @escaping @Sendable (inout Command, inout ArgumentReader) throws(UsageError) -> Void
  ) {
    self.name = name
    self.read = read
  }

  /// Takes the option's value, if it has one, from the words after it.
  func set(_ command: inout Command, from rest: inout ArgumentReader) throws(UsageError) {
    try read(&command, &rest)
  }
}

extension CommandOption {
  typealias Place<Value> = any WritableKeyPath<Command, Value> & Sendable

  /// `--zip`
  static func flag(_ name: String, _ place: Place<Bool>) -> Self {
    Self(name) { (command, _) throws(UsageError) in command[keyPath: place] = true }
  }

  /// `--out DIR`
  static func text(_ name: String, _ place: Place<String?>) -> Self {
    Self(name) { (command, rest) throws(UsageError) in
      command[keyPath: place] = try rest.value(of: name)
    }
  }

  /// `--basin ID …`, which may stand several times.
  static func texts(_ name: String, _ place: Place<[String]>) -> Self {
    Self(name) { (command, rest) throws(UsageError) in
      command[keyPath: place] += try rest.values(of: name)
    }
  }

  /// `--jobs N`
  static func number(_ name: String, _ place: Place<Int?>, in range: ClosedRange<Int>) -> Self {
    Self(name) { (command, rest) throws(UsageError) in
      command[keyPath: place] = try rest.number(of: name, in: range)
    }
  }

  /// `--format text|html`: one of a few words.
  static func choice<Value: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    _ name: String, _ place: Place<Value?>
  ) -> Self {
    Self(name) { (command, rest) throws(UsageError) in
      let word = try rest.value(of: name)
      guard let value = Value(rawValue: word) else {
        throw .unknownValue(word, option: name, known: Value.allCases.map(\.rawValue))
      }
      command[keyPath: place] = value
    }
  }

  /// The same option for a command that holds this one's values in a part of its own.
  func within<Whole>(
    _ part: any WritableKeyPath<Whole, Command> & Sendable
  ) -> CommandOption<Whole> {
    CommandOption<Whole>(name) { (whole, rest) throws(UsageError) in
      try read(&whole[keyPath: part], &rest)
    }
  }
}
