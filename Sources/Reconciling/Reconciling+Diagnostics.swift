import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func trackedChanges(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "reconcile.tracked-changes", .warning,
      Phrase(
        en: "the document holds corrections that nobody has accepted or rejected",
        fr: "le document contient des corrections que personne n’a acceptées ni rejetées"),
      at: span,
      help: [
        Phrase(
          en: "accept or reject them in Writer (Edit, Track Changes), then update again",
          fr: "acceptez-les ou rejetez-les dans Writer (Édition, Suivi des modifications), puis "
            + "refaites la mise à jour")
      ])
  }

  static func embeddedObject(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "reconcile.embedded-object", .warning,
      Phrase(
        en: "the document holds an object of another program",
        fr: "le document contient un objet d’un autre programme"),
      at: span,
      help: [
        Phrase(
          en: "put a picture in its place, then update again",
          fr: "mettez une image à la place, puis refaites la mise à jour")
      ])
  }

  static func foreignContent(_ address: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "reconcile.foreign-content", .warning,
      Phrase(
        en: "the document fetches contents from elsewhere: `\(address)`",
        fr: "le document va chercher un contenu ailleurs : « \(address) »"),
      at: span,
      help: [
        Phrase(
          en: "put the picture or the text itself into the document, then update again",
          fr: "mettez l’image ou le texte lui-même dans le document, puis refaites la mise à jour")
      ])
  }

  static func noBody(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "reconcile.no-body", .warning,
      Phrase(en: "the document has no text", fr: "le document n’a pas de texte"), at: span)
  }
}
