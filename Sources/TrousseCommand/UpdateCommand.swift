import Diagnostics

/// `trousse update`, as typed.
struct UpdateCommand: Subcommand {
  var inputs = InputOptions()
  var kit: String?
  var output: String?
  var isDryRun = false

  static let name = "update"

  static let options: [CommandOption<UpdateCommand>] =
    InputOptions.options(
      ["--edition", "--date", "--start", "--data", "--templates", "--strict"], in: \.inputs)
    + [.text("--out", \.output), .flag("--dry-run", \.isDryRun)]

  mutating func take(_ word: String) throws(UsageError) {
    guard kit == nil else { throw .strayWord(word) }
    kit = word
  }

  func checkComplete() throws(UsageError) {
    guard kit == nil else { return }
    throw .missingWord(
      Phrase(en: "the old kit", fr: "l’ancien kit"), command: Self.name)
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    await UpdateRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "build a kit anew and keep what the basin made of the old one",
    fr: "refaire un kit en gardant ce que le bassin a fait de l’ancien")

  static let help = Phrase(
    en: """
      trousse update: build a kit anew and keep what the basin made of the old one

      usage: trousse update OLD-KIT [--edition YEAR] [--out DIR] [--dry-run]
                            [--data DIR] [--templates DIR] [--date DAY] [--start DAY] [--strict]

        OLD-KIT         the folder of a kit, or its zip
        --edition YEAR  the edition of the new kit (else the base's current one)
        --out DIR       where the new kit goes (else beside the old one)
        --dry-run       only say what would be done

      What the basin did not change is the new version. What only the basin changed stays. A text
      document that both sides changed is merged, paragraph by paragraph, row by row and cell by
      cell; where both changed the same passage, both stand one after the other under a label (⇄).
      What cannot be merged is kept beside the new one, the basin's own files stay, and what it wrote
      into blanks (names, phones, numbers) goes into basins.xml. 00-demarrer/00-mise-a-jour tells all
      of it in words.

      An old kit of the same name stays beside the new one as NAME.ancien, until you remove it. The
      new kit takes its place in one step: an update that fails or is killed leaves the old one whole.

      """,
    fr: """
      trousse update : refaire un kit en gardant ce que le bassin a fait de l’ancien

      usage : trousse update ANCIEN-KIT [--edition ANNÉE] [--out DOSSIER] [--dry-run]
                             [--data DOSSIER] [--templates DOSSIER] [--date JOUR] [--start JOUR]
                             [--strict]

        ANCIEN-KIT       le dossier d’un kit, ou son zip
        --edition ANNÉE  l’édition du nouveau kit (sinon celle en cours)
        --out DOSSIER    où va le nouveau kit (sinon à côté de l’ancien)
        --dry-run        dire seulement ce qui serait fait

      Ce que le bassin n’a pas modifié prend la nouvelle version. Ce que lui seul a modifié reste.
      Un document texte modifié des deux côtés est réuni, paragraphe par paragraphe, ligne par ligne
      et case par case ; là où le même passage a changé des deux côtés, les deux se suivent sous un
      repère (⇄). Ce qui ne peut pas être réuni est gardé à côté, les fichiers du bassin restent, et
      ce qu’il a écrit dans les champs (noms, téléphones, nombres) va dans basins.xml.
      00-demarrer/00-mise-a-jour raconte tout cela.

      Un ancien kit du même nom reste à côté du nouveau sous NOM.ancien, jusqu’à ce que vous
      l’effaciez. Le nouveau kit prend sa place d’un coup : une mise à jour qui échoue ou qu’on
      interrompt laisse l’ancien entier.

      """)
}
