import Diagnostics

/// The arguments as they were typed: nothing is looked up yet.
struct TypedArguments: Sendable {
  enum Request: Sendable {
    case version
    /// The help of all, or of one command.
    case help((any Subcommand.Type)?)
    case run(any Subcommand)
  }

  private(set) var request = Request.help(nil)
  private(set) var language: Language?
  private(set) var diagnostics: DiagnosticRenderer.Format?

  init(_ words: [String]) throws(UsageError) {
    var rest = ArgumentReader(words)
    while let word = rest.peek, Self.commonOptions.contains(word) {
      try setCommon(word, &rest)
    }
    guard let first = rest.next() else { throw .noVerb }
    switch first {
    case "--help", "-h":
      try readCommon(&rest)
    case "--version":
      request = .version
      try readCommon(&rest)
    case "help":
      request = .help(try topic(&rest))
      try readCommon(&rest)
    default:
      if first.hasPrefix("-") {
        throw .unknownOption(first, known: ["--help", "--version"] + Self.commonOptions)
      }
      request = try read(try Self.subcommand(first), &rest)
    }
  }

  private static func subcommand(_ name: String) throws(UsageError) -> any Subcommand.Type {
    for subcommand in TrousseCommand.subcommands where subcommand.name == name {
      return subcommand
    }
    throw .unknownVerb(name)
  }

  /// The command that help is asked for, if it is one.
  private func topic(
    _ rest: inout ArgumentReader
  ) throws(UsageError) -> (any Subcommand.Type)? {
    guard let word = rest.peek, !word.hasPrefix("-") else { return nil }
    let topic = word == "help" ? nil : try Self.subcommand(word)
    _ = rest.next()
    return topic
  }

  private mutating func read<Command: Subcommand>(
    _: Command.Type, _ rest: inout ArgumentReader
  ) throws(UsageError) -> Request {
    var command = Command()
    var wantsHelp = false
    while let word = rest.peek {
      if try setCommon(word, &rest) { continue }
      _ = rest.next()
      if word == "--help" || word == "-h" {
        wantsHelp = true
      } else if let option = Command.options.first(where: { $0.name == word }) {
        try option.set(&command, from: &rest)
      } else if word.hasPrefix("-") {
        let known = Command.options.map(\.name) + ["--help"] + Self.commonOptions
        throw .unknownOption(word, known: known)
      } else {
        try command.take(word)
      }
    }
    if wantsHelp { return .help(Command.self) }
    try command.checkComplete()
    return .run(command)
  }

  // MARK: Options of all commands

  private static let commonOptions = ["--lang", "--diagnostics"]

  private mutating func readCommon(_ rest: inout ArgumentReader) throws(UsageError) {
    while let word = rest.peek {
      guard try setCommon(word, &rest) else {
        throw word.hasPrefix("-")
          ? .unknownOption(word, known: Self.commonOptions) : .strayWord(word)
      }
    }
  }

  /// Reads a common option and its value, if one comes next.
  @discardableResult
  private mutating func setCommon(
    _ word: String, _ rest: inout ArgumentReader
  ) throws(UsageError) -> Bool {
    guard Self.commonOptions.contains(word) else { return false }
    _ = rest.next()
    let value = try rest.value(of: word)
    if word == "--lang" {
      guard let language = Language(rawValue: value) else {
        throw .unknownValue(value, option: word, known: Language.allCases.map(\.rawValue))
      }
      self.language = language
    } else {
      guard let format = DiagnosticRenderer.Format(rawValue: value) else {
        throw .unknownValue(
          value, option: word, known: DiagnosticRenderer.Format.allCases.map(\.rawValue))
      }
      diagnostics = format
    }
    return true
  }

  /// The language that a faulty command line asks for, if it says so.
  static func language(in words: [String]) -> Language? {
    value(of: "--lang", in: words).flatMap(Language.init(rawValue:))
  }

  /// The form of problems that a faulty command line asks for, if it says so.
  static func format(in words: [String]) -> DiagnosticRenderer.Format? {
    value(of: "--diagnostics", in: words).flatMap(DiagnosticRenderer.Format.init(rawValue:))
  }

  private static func value(of option: String, in words: [String]) -> String? {
    let split = ArgumentReader(words).all
    guard let index = split.firstIndex(of: option), index + 1 < split.count else { return nil }
    return split[index + 1]
  }
}
