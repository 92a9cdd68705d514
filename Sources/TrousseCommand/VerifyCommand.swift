import Diagnostics

/// `trousse verify`, as typed.
struct VerifyCommand: Subcommand {
  var places: [String] = []

  static let name = "verify"

  static let options: [CommandOption<VerifyCommand>] = []

  mutating func take(_ word: String) { places.append(word) }

  func checkComplete() throws(UsageError) {
    guard places.isEmpty else { return }
    throw .missingWord(
      Phrase(
        en: "a kit's folder or zip, or a folder of kits",
        fr: "le dossier ou le zip d’un kit, ou un dossier de kits"),
      command: Self.name)
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    await VerifyRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "tell whether kits are whole, and what was changed or added in them",
    fr: "dire si des kits sont entiers, et ce qui y a été modifié ou ajouté")

  static let help = Phrase(
    en: """
      trousse verify: tell whether kits are whole, and what was changed or added in them

      usage: trousse verify PATH …

        PATH   a kit's folder, a kit's zip, or a folder (a key, say) with kits and zips in it

      Every file is compared with what the kit says it shipped. It is as it was built; or changed
      by the basin (it still opens); or damaged (it does not, or only some bytes differ); or
      missing; or it was added. Nothing is written: a key may be write-protected.

      exit codes: 0 all kits are whole, perhaps with the basin's own work in them
                  1 something is damaged or missing, or is no kit
                  2 wrong usage · 3 the machine refused

      """,
    fr: """
      trousse verify : dire si des kits sont entiers, et ce qui y a été modifié ou ajouté

      usage : trousse verify CHEMIN …

        CHEMIN   le dossier d’un kit, le zip d’un kit, ou un dossier (une clé par exemple) qui
                 contient des kits et des zips

      Chaque fichier est comparé à ce que le kit dit avoir livré. Il est tel qu’à la fabrication ;
      ou modifié par le bassin (il s’ouvre encore) ; ou abîmé (il ne s’ouvre plus, ou seuls quelques
      octets diffèrent) ; ou manquant ; ou encore il a été ajouté. Rien n’est écrit : une clé peut
      être protégée en écriture.

      codes de sortie : 0 tous les kits sont entiers, avec ou sans le travail du bassin
                        1 quelque chose est abîmé ou manque, ou n’est pas un kit
                        2 commande mal écrite · 3 refus de la machine

      """)
}
