import Diagnostics
import Export
import KnowledgeBase
import OpenDocumentFormat

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func unknownBasin(_ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-basin", .error,
      Phrase(
        en: "no basin has the id `\(id)`", fr: "aucun bassin n’a l’identifiant « \(id) »"),
      help: near(id, known))
  }

  static func unknownEdition(_ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-edition", .error,
      Phrase(
        en: "no edition has the id `\(id)`", fr: "aucune édition n’a l’identifiant « \(id) »"),
      help: near(id, known))
  }

  static func editionWithoutEnd(_ edition: Edition) -> Diagnostic {
    Diagnostic(
      "build.edition-without-end", .error,
      Phrase(
        en: "the last day of the edition `\(edition.id)` is not known",
        fr: "le dernier jour de l’édition « \(edition.id) » n’est pas connu"),
      at: edition.span,
      help: [
        Phrase(
          en: "give its `end`: letters and posters name both days",
          fr: "indiquez « end » : les lettres et les affiches donnent les deux jours")
      ])
  }

  private static func near(_ id: String, _ known: [String]) -> [Phrase] {
    let near = didYouMean(id, among: known)
    guard near.isEmpty else { return near }
    let list = known.sorted().joined(separator: ", ")
    return [Phrase(en: "known here: \(list)", fr: "connus ici : \(list)")]
  }

  static func unknownPreview(_ name: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-template", .error,
      Phrase(
        en: "no document of the kit's plan is `\(name)` or comes from the template `\(name)`",
        fr: "aucun document du plan n’est « \(name) » ni ne vient du modèle « \(name) »"),
      help: near(name, known))
  }

  static func notInKit(_ name: String, basin: String) -> Diagnostic {
    Diagnostic(
      "build.not-in-kit", .error,
      Phrase(
        en: "the kit of `\(basin)` has no document `\(name)`",
        fr: "le kit de « \(basin) » n’a pas de document « \(name) »"),
      help: [
        Phrase(
          en: "its condition in `kit.xml` leaves it out; try another basin",
          fr: "sa condition dans « kit.xml » l’écarte ; essayez un autre bassin")
      ])
  }

  static func missingLook(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      "build.missing-look", .error,
      Phrase(
        en: "the templates need the file `\(name)`", fr: "les modèles ont besoin de « \(name) »"),
      at: SourceSpan(wholeOf: SourceFile.ID("\(folder)/\(name)")))
  }

  static func notUTF8(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "build.not-utf8", .error,
      Phrase(
        en: "templates are written in UTF-8, where the byte \(hex) cannot stand here",
        fr: "les modèles sont écrits en UTF-8, où l’octet \(hex) ne peut être ici"),
      at: span,
      help: [Phrase(en: "save the file in UTF-8", fr: "enregistrez le fichier en UTF-8")])
  }

  static func notAColour(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "build.not-a-colour", .error,
      Phrase(
        en: "`\(text)` is not a colour", fr: "« \(text) » n’est pas une couleur"),
      at: span,
      help: [
        Phrase(
          en: "write `#` and six digits from 0 to f, as in `#5b2a6f`",
          fr: "écrivez « # » et six chiffres de 0 à f, comme « #5b2a6f »")
      ])
  }

  static func unknownTaskDocument(
    _ reference: DocumentReference, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "build.unknown-document", .error,
      Phrase(
        en: "the kit's plan has no document `\(reference.value)`",
        fr: "le plan du kit n’a pas de document « \(reference.value) »"),
      at: reference.span, help: didYouMean(reference.value, among: known))
  }

  static func cannotPack(_ error: PackError, basin: String) -> Diagnostic {
    Diagnostic(
      "build.cannot-pack", .error,
      Phrase(
        en: "the kit of `\(basin)` cannot be packed: \(error.message.english)",
        fr: "le kit de « \(basin) » ne peut pas être rassemblé : \(error.message.french)"))
  }
}
