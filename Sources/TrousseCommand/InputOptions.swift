/// The options that say what a command reads; several commands share them.
struct InputOptions: Sendable {
  var edition: String?
  var basins: [String] = []
  var day: String?
  var start: String?
  var data: String?
  var templates: String?
  var jobs: Int?
  var isStrict = false

  private static let all: [CommandOption<InputOptions>] = [
    .text("--edition", \.edition),
    .texts("--basin", \.basins),
    .text("--date", \.day),
    .text("--start", \.start),
    .text("--data", \.data),
    .text("--templates", \.templates),
    .number("--jobs", \.jobs, in: 1...256),
    .flag("--strict", \.isStrict),
  ]

  /// All of them, for a command that keeps them in a part of its own.
  static func options<Command>(
    in part: any WritableKeyPath<Command, InputOptions> & Sendable
  ) -> [CommandOption<Command>] {
    all.map { $0.within(part) }
  }

  /// Those of these names.
  static func options<Command>(
    _ names: Set<String>, in part: any WritableKeyPath<Command, InputOptions> & Sendable
  ) -> [CommandOption<Command>] {
    options(in: part).filter { names.contains($0.name) }
  }
}
