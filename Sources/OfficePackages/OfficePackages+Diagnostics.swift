import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func notFlatDocument(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.not-flat", .error,
      Phrase(
        en: "a `.fodt` file begins with `office:document`",
        fr: "un fichier « .fodt » commence par « office:document »"),
      at: span, help: [.saveAgain])
  }

  static func notAText(_ type: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.not-a-text", .error,
      Phrase(
        en: "templates are texts of Writer, and this document is `\(type)`",
        fr: "les modèles sont des textes de Writer, et ce document est « \(type) »"),
      at: span, help: [.saveAgain])
  }

  static func strangePrefix(_ prefix: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.strange-prefix", .error,
      Phrase(
        en: "the prefix `\(prefix)` does not stand for what it does in OpenDocument",
        fr: "le préfixe « \(prefix) » n’a pas le sens qu’il a dans OpenDocument"),
      at: span, help: [.saveAgain])
  }

  static func unreadablePackage(_ reason: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.unreadable", .error,
      Phrase(
        en: "the document cannot be opened: \(reason.english)",
        fr: "le document ne s’ouvre pas : \(reason.french)"),
      at: span, help: [.saveAgain])
  }

  static func missingPart(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.missing-part", .error,
      Phrase(
        en: "the document has no `\(name)`, and so holds no text",
        fr: "le document n’a pas de « \(name) » : il ne contient pas de texte"),
      at: span, help: [.saveAgain])
  }

  static func emptyPart(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.empty-part", .error,
      Phrase(en: "`\(name)` holds nothing", fr: "« \(name) » ne contient rien"),
      at: span, help: [.saveAgain])
  }

  static func wordDocument(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.word-document", .error,
      Phrase(
        en: "this is a Word document, whatever its name says",
        fr: "c’est un document Word, quoi que dise son nom"),
      at: span, help: [.saveAgain])
  }

  static func encrypted(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.encrypted", .error,
      Phrase(
        en: "the document is protected by a password",
        fr: "le document est protégé par un mot de passe"),
      at: span,
      help: [
        Phrase(
          en: "save it in Writer without a password",
          fr: "enregistrez-le dans Writer sans mot de passe")
      ])
  }

  static func macro(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "office.macro", .error,
      Phrase(
        en: "a template holds no macro", fr: "un modèle ne contient pas de macro"),
      at: span,
      help: [
        Phrase(
          en: "remove it in Writer (Tools, Macros, Organize Macros), buttons and events included",
          fr: "retirez-la dans Writer (Outils, Macros, Gérer les macros), boutons et évènements "
            + "compris")
      ])
  }
}

extension Phrase {
  static let saveAgain = Phrase(
    en: "open it in LibreOffice Writer and save it as an ODF text document (.odt or .fodt)",
    fr: "ouvrez-le dans LibreOffice Writer et enregistrez-le au format texte ODF (.odt ou .fodt)")
}
