import Diagnostics

/// `trousse import`, as typed.
struct ImportCommand: Subcommand {
  var inputs = InputOptions()
  var files: [String] = []
  var applies = false
  var removes = false
  var source: String?

  static let name = "import"

  static let options: [CommandOption<ImportCommand>] =
    InputOptions.options(["--data"], in: \.inputs)
    + [.flag("--apply", \.applies), .flag("--remove", \.removes), .text("--source", \.source)]

  mutating func take(_ word: String) throws(UsageError) { files.append(word) }

  func checkComplete() throws(UsageError) {
    if files.isEmpty {
      throw .missingWord(Phrase(en: "a file", fr: "un fichier"), command: Self.name)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    ImportRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "read sheets back: show what would change, and write it with --apply",
    fr: "relire des feuilles : montrer ce qui changerait, et l’écrire avec --apply")

  static let help = Phrase(
    en: """
      trousse import: read sheets back into the knowledge base

      usage: trousse import FILE… [--apply] [--remove] [--source ID] [--data DIR]

        FILE…       ODS spreadsheets, or CSV (UTF-8 or Windows-1252, `;` `,` or tabs), named after
                    what they hold: actions, bassins, retours-d-experience…
        --apply     write the changes; without it they are only shown
        --remove    take out of the base the items that a sheet has no row for
        --source ID what new rows rest on that name no source: without it they are proposals
        --data DIR  the folder whose KnowledgeBase is compared, and changed

      Nothing is written unless everything is in order: each fault is told with its sheet and
      cell. Comments, order and formatting of what does not change stay as they are.

      """,
    fr: """
      trousse import : relire des feuilles dans la base de connaissances

      usage : trousse import FICHIER… [--apply] [--remove] [--source ID] [--data DOSSIER]

        FICHIER…        classeurs ODS, ou CSV (UTF-8 ou Windows-1252, « ; », « , » ou tabulations),
                        nommés d’après leur contenu : actions, bassins, retours-d-experience…
        --apply         écrire les changements ; sans cela, ils sont seulement montrés
        --remove        retirer de la base les éléments qui n’ont plus de ligne
        --source ID     ce sur quoi reposent les lignes nouvelles sans source : sans cela, elles
                        sont des propositions
        --data DOSSIER  le dossier dont la KnowledgeBase est comparée, et changée

      Rien n’est écrit si tout n’est pas en ordre : chaque faute est dite avec sa feuille et sa
      cellule. Commentaires, ordre et mise en forme de ce qui ne change pas restent tels quels.

      """)
}
