import Diagnostics

/// One verb of the command line: what may be typed after it, its help, and what it does.
///
/// The value of a subcommand is its arguments as they were typed. A new one is a file of its own
/// and a line in `TrousseCommand.subcommands`.
protocol Subcommand: Sendable {
  /// The verb.
  static var name: String { get }
  /// What it does, in a line of `trousse --help`.
  static var summary: Phrase { get }
  /// What `trousse help NAME` says.
  static var help: Phrase { get }
  /// All its options but those that every command has.
  static var options: [CommandOption<Self>] { get }

  init()

  /// Takes a word that belongs to no option.
  mutating func take(_ word: String) throws(UsageError)

  /// Says what is still missing when all words have been read.
  func checkComplete() throws(UsageError)

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode
}

extension Subcommand {
  mutating func take(_ word: String) throws(UsageError) { throw .strayWord(word) }

  func checkComplete() throws(UsageError) {}
}
