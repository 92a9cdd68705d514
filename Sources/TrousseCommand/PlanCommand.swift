import Assembly
import Diagnostics

/// `trousse plan`: the plan of one basin, without its kit.
struct PlanCommand: Subcommand {
  var inputs = InputOptions()
  var form: PlanForm?

  static let name = "plan"

  static let options: [CommandOption<PlanCommand>] =
    InputOptions.options(
      ["--edition", "--basin", "--start", "--date", "--data", "--templates", "--strict"],
      in: \.inputs) + [.choice("--format", \.form)]

  func checkComplete() throws(UsageError) {
    guard inputs.basins.count == 1 else { throw .oneBasin }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(inputs, surroundings, console)
      guard let basin = preparation.basins.first else { throw .usage }
      do throws(Stopped) {
        console.say(
          bytes: try preparation.workshop.plan(
            of: basin, as: form ?? .table, in: console.language))
        return .success
      } catch {
        console.complain(error.diagnostics, preparation.inputs.sources)
        throw .inputs
      }
    } catch {
      return error
    }
  }

  static let summary = Phrase(
    en: "print the plan of one basin: table, calendar, sheet or picture",
    fr: "écrire le plan d’un bassin : tableau, agenda, feuille ou image")

  static let help = Phrase(
    en: """
      trousse plan: print the plan of one basin

      usage: trousse plan --basin ID [--edition YEAR] [--start DAY]
                          [--format table|ics|csv|svg] [--date DAY] [--data DIR]
                          [--templates DIR] [--strict]

        --basin ID     the basin
        --start DAY    when the basin sets to work, as 2015-01-12: what can still be done is put
                       closer together, the essential first, and what cannot is named (else what
                       the basin says, else the first day of its plan)
        --format       table: to read (the default); ics: a calendar to import; csv: for a
                       spreadsheet; svg: the picture of the plan

      `build` uses the same plan; its options are those of `trousse build`.

      example:
        trousse plan --basin evry --start 2015-01-12
        trousse plan --basin evry --format ics > evry.ics

      """,
    fr: """
      trousse plan : écrire le plan d’un bassin

      usage : trousse plan --basin ID [--edition ANNÉE] [--start JOUR]
                           [--format table|ics|csv|svg] [--date JOUR] [--data DOSSIER]
                           [--templates DOSSIER] [--strict]

        --basin ID     le bassin
        --start JOUR   quand le bassin se met au travail, comme 2015-01-12 : ce qui peut encore
                       se faire est resserré, l’indispensable d’abord, et le reste est nommé
                       (sinon ce que dit le bassin, sinon le premier jour de son plan)
        --format       table : à lire (par défaut) ; ics : un agenda à importer ; csv : pour un
                       tableur ; svg : l’image du plan

      « build » se sert du même plan ; les options sont celles de « trousse build ».

      exemple :
        trousse plan --basin evry --start 2015-01-12
        trousse plan --basin evry --format ics > evry.ics

      """)
}
