import Diagnostics

/// The arguments as they were typed: nothing is looked up yet.
struct TypedArguments: Sendable {
  enum Verb: Hashable, Sendable {
    case build, check, version
    case help(String?)
  }

  var verb: Verb
  var edition: String?
  var basins: [String] = []
  var output: String?
  var data: String?
  var templates: String?
  var jobs: Int?
  var day: String?
  var wantsZip = false
  var isStrict = false
  var diagnostics: DiagnosticRenderer.Format?
  var language: Language?

  static let verbs = ["build", "check", "help"]

  init(_ words: [String]) throws(UsageError) {
    verb = .help(nil)
    var rest = ArgumentReader(words)
    guard let first = rest.next() else {
      throw .noVerb
    }
    switch first {
    case "--help", "-h":
      verb = .help(nil)
      try readCommon(&rest)
      return
    case "--version":
      verb = .version
      try readCommon(&rest)
      return
    case "--lang", "--diagnostics":
      try setCommon(first, &rest)
      let remaining = try TypedArguments(rest.all)
      let (language, format) = (language, diagnostics)
      self = remaining
      self.language = self.language ?? language
      diagnostics = diagnostics ?? format
      return
    case "help":
      verb = .help(try topic(&rest))
      try readCommon(&rest)
      return
    case "build": verb = .build
    case "check": verb = .check
    default:
      throw first.hasPrefix("-")
        ? .unknownOption(first, known: ["--help", "--version", "--lang", "--diagnostics"])
        : .unknownVerb(first)
    }
    try readOptions(&rest, verb: first)
  }

  /// The command that help is asked for, if it is one.
  private func topic(_ rest: inout ArgumentReader) throws(UsageError) -> String? {
    guard let word = rest.peek, !word.hasPrefix("-") else { return nil }
    guard Self.verbs.contains(word) else { throw .unknownVerb(word) }
    return rest.next()
  }

  private mutating func readCommon(_ rest: inout ArgumentReader) throws(UsageError) {
    while let word = rest.next() {
      guard try setCommon(word, &rest) else {
        throw word.hasPrefix("-")
          ? .unknownOption(word, known: ["--lang", "--diagnostics"]) : .strayWord(word)
      }
    }
  }

  private static let buildOptions = [
    "--edition", "--basin", "--out", "--zip", "--data", "--templates", "--jobs", "--date",
    "--strict", "--diagnostics", "--lang", "--help",
  ]
  private static let checkOptions = buildOptions.filter { $0 != "--out" && $0 != "--zip" }

  private mutating func readOptions(
    _ rest: inout ArgumentReader, verb name: String
  ) throws(UsageError) {
    let known = verb == .build ? Self.buildOptions : Self.checkOptions
    while let word = rest.next() {
      if try setCommon(word, &rest) { continue }
      guard known.contains(word) || word == "-h" else {
        throw word.hasPrefix("-") ? .unknownOption(word, known: known) : .strayWord(word)
      }
      switch word {
      case "--edition": edition = try rest.value(of: word)
      case "--basin": basins += try rest.values(of: word)
      case "--out": output = try rest.value(of: word)
      case "--zip": wantsZip = true
      case "--data": data = try rest.value(of: word)
      case "--templates": templates = try rest.value(of: word)
      case "--jobs": jobs = try rest.number(of: word, in: 1...256)
      case "--date": day = try rest.value(of: word)
      case "--strict": isStrict = true
      case "--help", "-h":
        verb = .help(name)
      default: preconditionFailure("the option \(word) is listed and not read")
      }
    }
  }

  @discardableResult
  private mutating func setCommon(
    _ word: String, _ rest: inout ArgumentReader
  ) throws(UsageError) -> Bool {
    switch word {
    case "--lang":
      let value = try rest.value(of: word)
      guard let language = Language(rawValue: value) else {
        throw .unknownValue(value, option: word, known: Language.allCases.map(\.rawValue))
      }
      self.language = language
    case "--diagnostics":
      let value = try rest.value(of: word)
      guard let format = DiagnosticRenderer.Format(rawValue: value) else {
        throw .unknownValue(
          value, option: word, known: DiagnosticRenderer.Format.allCases.map(\.rawValue))
      }
      diagnostics = format
    default: return false
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

/// Words one after the other; `--name=value` counts as two.
struct ArgumentReader {
  private var words: ArraySlice<String>

  init(_ words: [String]) {
    var split: [String] = []
    for word in words {
      guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else {
        split.append(word)
        continue
      }
      split.append(String(word[..<sign]))
      split.append(String(word[word.index(after: sign)...]))
    }
    self.words = split[...]
  }

  var all: [String] { Array(words) }

  mutating func next() -> String? { words.popFirst() }

  var peek: String? { words.first }

  /// An option is never the value of another: `--out --zip` lacks a value. A folder of that name
  /// is `./--zip`.
  mutating func value(of option: String) throws(UsageError) -> String {
    guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
      throw .missingValue(option)
    }
    return value
  }

  /// One word or several, up to the next option; commas separate too.
  mutating func values(of option: String) throws(UsageError) -> [String] {
    var values = [try value(of: option)]
    while let word = words.first, !word.hasPrefix("-") {
      values.append(word)
      words.removeFirst()
    }
    let parts = values.flatMap { $0.split(separator: ",").map(String.init) }
    guard !parts.isEmpty else { throw .missingValue(option) }
    return parts
  }

  mutating func number(
    of option: String, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    let text = try value(of: option)
    guard let number = Int(text), range.contains(number) else {
      throw .notANumber(text, option: option, range)
    }
    return number
  }
}
