import Diagnostics

/// `trousse check`, as typed.
struct CheckCommand: Subcommand {
  var inputs = InputOptions()

  static let name = "check"

  static let options: [CommandOption<CheckCommand>] = InputOptions.options(in: \.inputs)

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    await CheckRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "check knowledge base and templates against all basins; write nothing",
    fr: "contrôler la base et les modèles pour tous les bassins, sans rien écrire")

  static let help = Phrase(
    en: """
      trousse check: check knowledge base and templates against all basins; write nothing

      usage: trousse check [--edition YEAR] [--basin ID …] [--date DAY] [--start DAY]
                           [--data DIR] [--templates DIR] [--jobs N] [--strict]

      The options are those of `trousse build`.

      """,
    fr: """
      trousse check : contrôler la base et les modèles pour tous les bassins, sans rien écrire

      usage : trousse check [--edition ANNÉE] [--basin ID …] [--date JOUR] [--start JOUR]
                            [--data DOSSIER] [--templates DOSSIER] [--jobs N] [--strict]

      Les options sont celles de « trousse build ».

      """)
}
