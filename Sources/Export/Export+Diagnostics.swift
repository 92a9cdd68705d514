import Archive
package import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func notAManifest(_ file: SourceFile.ID, missing: String) -> Diagnostic {
    Diagnostic(
      "export.not-a-manifest", .warning,
      Phrase(
        en: "this is not the manifest of a kit: it has no `\(missing)`",
        fr: "ce n’est pas la fiche d’un kit : il y manque « \(missing) »"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "build that kit again to have it on the academy's page",
          fr: "refaites ce kit pour qu’il figure sur la page de l’académie")
      ])
  }

  static func manifestPath(_ reason: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "export.manifest-path", .error,
      Phrase(
        en: "the manifest lists what no kit can hold: \(reason.english)",
        fr: "la fiche du kit annonce ce qu’aucun kit ne peut contenir : \(reason.french)"),
      at: span,
      help: [
        Phrase(
          en: "do not trust this kit: somebody has changed its manifest",
          fr: "ne vous fiez pas à ce kit : sa fiche a été modifiée")
      ])
  }

  static func unreadableZip(_ error: ZipError, _ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "export.unreadable-zip", .error, error.message, at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "ask for the file once more, or for the kit's folder",
          fr: "redemandez ce fichier, ou le dossier du kit")
      ])
  }

  static func unreadableBase(_ error: ZipError, _ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "export.unreadable-base", .warning,
      Phrase(
        en: "what the kit remembers of itself cannot be read: \(error.message.english)",
        fr: "ce que le kit a retenu de lui-même est illisible : \(error.message.french)"),
      at: SourceSpan(wholeOf: file))
  }

  /// A folder or a zip in which no kit is found.
  package static func notAKit(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "export.not-a-kit", .error,
      Phrase(
        en: "there is no kit in `\(file.path)`", fr: "il n’y a pas de kit dans « \(file.path) »"),
      help: [
        Phrase(
          en: "name the folder that holds OUVRIR-LA-CLE.html, the folder of several kits, or a "
            + "kit's zip",
          fr: "indiquez le dossier qui contient OUVRIR-LA-CLE.html, le dossier de plusieurs kits, "
            + "ou le zip d’un kit")
      ])
  }

  package static func severalKits(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "export.several-kits", .error,
      Phrase(
        en: "there are several kits in `\(file.path)`",
        fr: "il y a plusieurs kits dans « \(file.path) »"),
      help: [
        Phrase(en: "name one of them", fr: "indiquez l’un d’eux")
      ])
  }

  /// A kit whose own list cannot be believed: nobody can tell the basin's work from ours.
  package static func manifestNotSound(_ place: String) -> Diagnostic {
    Diagnostic(
      "export.manifest-not-sound", .error,
      Phrase(
        en: "the list of what the kit `\(place)` shipped is not as it was",
        fr: "la liste de ce que le kit « \(place) » contenait à l’origine n’est plus intacte"),
      help: [
        Phrase(
          en:
            "copy `.trousse/manifest.xml` and `SHA256SUMS` again from a sound kit; or build a new "
            + "kit elsewhere and carry your work over by hand",
          fr: "recopiez « .trousse/manifest.xml » et « SHA256SUMS » depuis un kit sain ; ou "
            + "fabriquez un nouveau kit ailleurs et reportez-y votre travail à la main")
      ])
  }

  /// A kit that is not whole leaves no machine.
  package static func notWhole(_ place: String, _ verdict: KitVerdict) -> Diagnostic {
    let paths = verdict.damaged + verdict.missing
    let more = paths.count > 3 ? "…" : ""
    let list = paths.prefix(3).joined(separator: ", ") + more
    return Diagnostic(
      "export.not-whole", .error,
      Phrase(
        en: "the kit `\(place)` is not whole: \(list)",
        fr: "le kit « \(place) » n’est pas entier : \(list)"),
      help: [
        Phrase(
          en: "`trousse verify` tells what is damaged or missing; build the kit again or copy it "
            + "from a sound one",
          fr: "« trousse verify » dit ce qui est abîmé ou manque ; refaites le kit ou recopiez-le "
            + "depuis un kit sain")
      ])
  }

  /// A file that a key, or another machine, could not hold.
  package static func unportable(_ reason: Phrase, in place: String) -> Diagnostic {
    Diagnostic(
      "export.unportable-name", .error,
      Phrase(
        en: "in `\(place)`, \(reason.english)", fr: "dans « \(place) », \(reason.french)"),
      help: [Phrase(en: "give it another name", fr: "donnez-lui un autre nom")])
  }

  /// What is there is somebody's own.
  package static func nameTaken(_ place: String) -> Diagnostic {
    Diagnostic(
      "export.name-taken", .error,
      Phrase(
        en: "`\(place)` is there already and was not made by this program",
        fr: "« \(place) » existe déjà et ne vient pas de ce programme"),
      help: [
        Phrase(
          en: "give it another name, or choose another place: nothing of yours is overwritten",
          fr: "donnez-lui un autre nom, ou choisissez un autre emplacement : rien de ce qui est à "
            + "vous n’est écrasé")
      ])
  }

  /// An update would have to write over a kit that it was not made from.
  package static func kitInTheWay(_ place: String) -> Diagnostic {
    Diagnostic(
      "export.kit-in-the-way", .error,
      Phrase(
        en: "there is another kit at `\(place)` already",
        fr: "il y a déjà un autre kit dans « \(place) »"),
      help: [
        Phrase(
          en: "update that kit, or choose another folder with `--out`",
          fr: "mettez ce kit-là à jour, ou choisissez un autre dossier avec « --out »")
      ])
  }

  /// A kit in which people have worked, on a key or where kits are built.
  package static func workWouldBeLost(
    _ place: String, _ paths: [String], isOnKey: Bool
  ) -> Diagnostic {
    let list = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? "…" : "")
    return Diagnostic(
      "export.work-would-be-lost", .error,
      Phrase(
        en: "somebody has worked in the kit `\(place)`: \(list)",
        fr: "quelqu’un a travaillé dans le kit « \(place) » : \(list)"),
      help: [
        isOnKey
          ? Phrase(
            en: "copy that kit off the key first, or give its folder another name",
            fr: "copiez d’abord ce kit hors de la clé, ou donnez un autre nom à son dossier")
          : Phrase(
            en: "`trousse update` makes the new kit and keeps that work; `--replace` loses it",
            fr: "« trousse update » fait le nouveau kit en gardant ce travail ; « --replace » "
              + "le perd")
      ])
  }

  package static func noRoom(
    _ place: String, neededBytes: Int, freeBytes: Int
  ) -> Diagnostic {
    let (needed, free) = (neededBytes / 1_000_000 + 1, freeBytes / 1_000_000)
    return Diagnostic(
      "export.no-room", .error,
      Phrase(
        en: "`\(place)` has \(free) MB free, and \(needed) MB are needed",
        fr: "« \(place) » a \(free) Mo de libres, et il en faut \(needed)"),
      help: [
        Phrase(
          en: "make room or take a larger key: new kits are written beside the old ones",
          fr: "faites de la place ou prenez une clé plus grande : les nouveaux kits s’écrivent à "
            + "côté des anciens")
      ])
  }

  /// What was written does not come back.
  package static func readBackDiffers(_ place: String) -> Diagnostic {
    Diagnostic(
      "export.read-back", .error,
      Phrase(
        en: "`\(place)` does not give back what was written",
        fr: "« \(place) » ne rend pas ce qui y a été écrit"),
      help: [
        Phrase(
          en: "take another key: what was on this one before is as it was",
          fr: "prenez une autre clé : ce qui était sur celle-ci n’a pas changé")
      ])
  }
}
