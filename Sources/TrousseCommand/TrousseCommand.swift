import Diagnostics

/// The command line: arguments as typed, arguments as meant, one function a subcommand, exit codes.
///
/// The world comes in here and nowhere else: arguments, environment, terminal, and through `Disk`
/// the files. Everything below is given values.
package enum TrousseCommand {
  /// The program's version, as kits and `--version` say it.
  package static let version = "0.1.0"

  /// Runs the command that the process was started with, and ends the process.
  package static func main() async -> Never {
    let surroundings = Surroundings.ofThisProcess()
    let code = await run(Array(CommandLine.arguments.dropFirst()), surroundings)
    code.exit()
  }

  static func run(_ words: [String], _ surroundings: Surroundings) async -> ExitCode {
    let typed: TypedArguments
    do throws(UsageError) {
      typed = try TypedArguments(words)
    } catch {
      let language = TypedArguments.language(in: words) ?? surroundings.language
      let format = TypedArguments.format(in: words) ?? .human
      let console = Console(surroundings, language: language, format: format)
      console.complain(error)
      return .usage
    }
    let language = typed.language ?? surroundings.language
    let console = Console(surroundings, language: language, format: typed.diagnostics ?? .human)
    switch typed.request {
    case .help(let topic):
      console.say(topic?.help.text(in: language) ?? helpText(in: language))
      return .success
    case .version:
      console.say("trousse \(version)\n")
      return .success
    case .run(let subcommand): return await subcommand.run(surroundings, console)
    }
  }
}
