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
}
