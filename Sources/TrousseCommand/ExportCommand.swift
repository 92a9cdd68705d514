import Diagnostics

/// `trousse export`, as typed.
struct ExportCommand: Subcommand {
  var places: [String] = []
  var zip: String?
  var keys: [String] = []

  static let name = "export"

  static let options: [CommandOption<ExportCommand>] = [
    .text("--zip", \.zip),
    .texts("--usb", \.keys),
  ]

  mutating func take(_ word: String) { places.append(word) }

  func checkComplete() throws(UsageError) {
    guard !places.isEmpty else {
      throw .missingWord(
        Phrase(
          en: "a kit's folder, or a folder of kits",
          fr: "le dossier d’un kit, ou un dossier de kits"
        ), command: Self.name)
    }
    guard zip != nil || !keys.isEmpty else {
      throw .missingWord(
        Phrase(en: "`--zip FILE` or `--usb FOLDER`", fr: "« --zip FICHIER » ou « --usb DOSSIER »"),
        command: Self.name)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    await ExportRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "carry kits onto USB keys or into a zip, and prove that they arrived",
    fr: "porter des kits sur des clés USB ou dans un zip, et prouver qu’ils y sont")

  static let help = Phrase(
    en: """
      trousse export: carry kits onto USB keys or into a zip, and prove that they arrived

      usage: trousse export KIT … --usb FOLDER …
             trousse export KIT … --zip FILE

        KIT             a kit's folder, or a folder of kits
        --usb FOLDER …  the folders where keys are mounted
        --zip FILE      one zip with all the kits

      Kits are looked through first; one that is not whole goes nowhere. On a key, room is checked
      before the first byte; each kit is written beside, flushed, read back and compared, and takes
      its place in one step. A kit that is there already is passed over, so a run that was cut short
      can be begun again. What is not ours on the key is never touched, and a kit in which somebody
      has worked is not replaced. OUVRIR-LA-CLE.html at the key's root lists its kits.

      Kits with the basin's changes and additions are carried with them.

      """,
    fr: """
      trousse export : porter des kits sur des clés USB ou dans un zip, et prouver qu’ils y sont

      usage : trousse export KIT … --usb DOSSIER …
              trousse export KIT … --zip FICHIER

        KIT              le dossier d’un kit, ou un dossier de kits
        --usb DOSSIER …  les dossiers où les clés sont montées
        --zip FICHIER    un seul zip avec tous les kits

      Les kits sont d’abord contrôlés ; un kit qui n’est pas entier ne part pas. Sur une clé, la
      place est vérifiée avant le premier octet ; chaque kit est écrit à côté, vidé sur la clé, relu
      et comparé, puis mis en place d’un coup. Un kit qui s’y trouve déjà est passé : une copie
      interrompue peut être reprise. Ce qui n’est pas à nous sur la clé n’est jamais touché, et un
      kit où quelqu’un a travaillé n’est pas remplacé. OUVRIR-LA-CLE.html, à la racine de la clé, en
      énumère les kits.

      Les kits partent avec ce que le bassin y a modifié et ajouté.

      """)
}
