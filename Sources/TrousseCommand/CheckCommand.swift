import Diagnostics

/// `trousse check`, as typed.
struct CheckCommand: Subcommand {
  var inputs = InputOptions()
  var wantsQuality = false

  static let name = "check"

  static let options: [CommandOption<CheckCommand>] =
    InputOptions.options(in: \.inputs) + [.flag("--quality", \.wantsQuality)]

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
                           [--data DIR] [--templates DIR] [--jobs N] [--strict] [--quality]

      Every kit is made and read: documents that tasks call for, sheets of each role, acronyms, days,
      the length of letters.

        --quality   tell too where the base is thin: what has no source, stakes with few actions,
                    documents and roles that no task names, near doubles, blanks. It is advice, and
                    changes no exit code

      The other options are those of `trousse build`.

      """,
    fr: """
      trousse check : contrôler la base et les modèles pour tous les bassins, sans rien écrire

      usage : trousse check [--edition ANNÉE] [--basin ID …] [--date JOUR] [--start JOUR]
                            [--data DOSSIER] [--templates DOSSIER] [--jobs N] [--strict]
                            [--quality]

      Chaque kit est fabriqué et relu : documents que les tâches demandent, fiches de chaque rôle,
      sigles, dates, longueur des lettres.

        --quality   dire aussi où la base est pauvre : ce qui n’a pas de source, les enjeux avec peu
                    d’actions, les documents et les rôles qu’aucune tâche ne nomme, les doublons
                    possibles, les blancs. Ce sont des conseils, sans effet sur le code de sortie

      Les autres options sont celles de « trousse build ».

      """)
}
