import Assembly
import Diagnostics
import French

/// `trousse new edition YEAR`: one more edition in the base's own file.
struct NewEditionRun: Sendable {
  private let typed: NewCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: NewCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  func run() -> ExitCode {
    do throws(ExitCode) {
      var answers = Answers(console, asks: surroundings.inputIsTerminal)
      let text = answers.text(typed.week, "--week", Questions.week)
      guard answers.missing.isEmpty, let year = Int(typed.words[1]) else {
        console.complain(.missingOptions(answers.missing))
        throw .usage
      }
      let week = try NewWorkspaceRun.day(text, console)
      let inputs = try Preparation.read(typed.inputs, surroundings, console)
      let file: SourceFile
      do throws(Stopped) {
        file = try opened(
          year, week: week, rank: typed.rank, in: inputs, version: TrousseCommand.version)
      } catch {
        console.complain(error.diagnostics, inputs.sources)
        throw .inputs
      }
      try typed.replace([file], readAs: inputs.sources, console)
      console.say(
        Phrase(
          en: "edition \(year) is open, from \(week) to \(week.adding(days: 4)): "
            + "`trousse build` is now for it",
          fr: "l’édition \(year) est ouverte, du \(week) au \(week.adding(days: 4)) : "
            + "« trousse build » est désormais pour elle"))
      return .success
    } catch {
      return error
    }
  }
}
