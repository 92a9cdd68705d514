import Assembly
import Diagnostics
import Disk

/// `trousse index`, as typed.
struct IndexCommand: Subcommand {
  var inputs = InputOptions()
  var output: String?

  static let name = "index"

  static let options: [CommandOption<IndexCommand>] =
    InputOptions.options(in: \.inputs) + [.text("--out", \.output)]

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    let output = output ?? BuildRun.defaultOutput
    do throws(ExitCode) {
      let preparation = try Preparation(inputs, surroundings, console)
      let page = AcademyPage(output, preparation, surroundings, console)
      var ledger = KitLedger()
      try page.enterAllKits(into: &ledger)
      let staging = try KitFinder(console).writing { () throws(DiskError) in
        try Staging.begin(in: output)
      }
      do throws(ExitCode) {
        try page.write(over: ledger, to: staging)
      } catch {
        staging.discard()
        throw error
      }
      let (kits, place) = (countedKits(ledger.kitCount), surroundings.shown(output))
      console.say(
        Phrase(
          en: "\(kits.english) on the page \(place)/index.html",
          fr: "\(kits.french) sur la page \(place)/index.html"))
      return .success
    } catch {
      return error
    }
  }

  static let summary = Phrase(
    en: "make the academic team's page of kits that were built apart",
    fr: "faire la page de l’équipe académique pour des kits fabriqués à part")

  static let help = Phrase(
    en: """
      trousse index: make the academic team's page of kits that were built apart

      usage: trousse index [--out DIR] [--edition YEAR] [--date DAY] [--data DIR] [--templates DIR]

        --out DIR   the folder in which the kits lie (else build/kits)

      Lists every kit of the edition in the folder, whichever machine built it. The kits themselves
      are not touched. The other options are those of `trousse build`.

      """,
    fr: """
      trousse index : faire la page de l’équipe académique pour des kits fabriqués à part

      usage : trousse index [--out DOSSIER] [--edition ANNÉE] [--date JOUR] [--data DOSSIER]
                            [--templates DOSSIER]

        --out DOSSIER   le dossier où sont les kits (sinon build/kits)

      Énumère tous les kits de l’édition qui sont dans le dossier, quelle que soit la machine qui
      les a fabriqués. Les kits eux-mêmes ne sont pas touchés. Les autres options sont celles de
      « trousse build ».

      """)
}
