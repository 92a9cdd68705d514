import Assembly
import Diagnostics

/// `trousse fields`: all that a template may name, with type, meaning and example.
struct FieldsCommand: Subcommand {
  var inputs = InputOptions()
  var output: String?

  static let name = "fields"

  static let options: [CommandOption<FieldsCommand>] =
    InputOptions.options(
      ["--edition", "--basin", "--date", "--data", "--templates", "--strict"], in: \.inputs)
    + [.text("--out", \.output)]

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(inputs, surroundings, console)
      guard let basin = preparation.basins.first else { throw .inputs }
      let workshop = preparation.workshop
      guard let output else {
        console.say(workshop.fieldsText(for: basin))
        return .success
      }
      let files = try preparation.told(console) { () throws(Stopped) in
        try workshop.fieldsFiles(for: basin)
      }
      try write(files, to: output, console)
      let place = surroundings.shown(output)
      console.say(
        Phrase(
          en: "\(place)/champs.html and \(place)/champs.odt list all fields and filters",
          fr: "\(place)/champs.html et \(place)/champs.odt donnent tous les champs et filtres"))
      return .success
    } catch {
      return error
    }
  }

  static let summary = Phrase(
    en: "list the fields and filters of templates, with examples",
    fr: "lister les champs et les filtres des modèles, avec des exemples")

  static let help = Phrase(
    en: """
      trousse fields: list the fields and filters of templates, with examples

      usage: trousse fields [--out DIR] [--basin ID] [--edition YEAR] [--date DAY] [--data DIR]
                            [--templates DIR] [--strict]

        --out DIR    write champs.html and champs.odt there, to read or to print (else the list
                     goes to standard output)
        --basin ID   the basin that the examples are of (else the first one)

      The other options are those of `trousse build`. The list is in French, as templates are.

      """,
    fr: """
      trousse fields : lister les champs et les filtres des modèles, avec des exemples

      usage : trousse fields [--out DOSSIER] [--basin ID] [--edition ANNÉE] [--date JOUR]
                             [--data DOSSIER] [--templates DOSSIER] [--strict]

        --out DOSSIER  y écrire champs.html et champs.odt, à lire ou à imprimer (sinon la liste
                       va à la sortie standard)
        --basin ID     le bassin dont viennent les exemples (sinon le premier)

      Les autres options sont celles de « trousse build ».

      """)
}
