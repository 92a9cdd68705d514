import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

/// What is opened and closed.
enum JSONWhole {
  case array, object, string

  var names: Phrase {
    switch self {
    case .array: Phrase(en: "list", fr: "liste")
    case .object: Phrase(en: "object", fr: "objet")
    case .string: Phrase(en: "text", fr: "texte")
    }
  }

  /// What closes it.
  var end: String {
    switch self {
    case .array: "]"
    case .object: "}"
    case .string: "\""
    }
  }
}

/// What the grammar wants at a place.
enum JSONWanted {
  case value, name, colon
  case separator(JSONWhole)

  var phrase: Phrase {
    switch self {
    case .value:
      Phrase(
        en: "a value is wanted here: a text, a number, `true`, `false`, `null`, a list, an object",
        fr: "il faut ici une valeur : texte, nombre, « true », « false », « null », liste ou objet")
    case .name:
      Phrase(
        en: "a name between double quotes is wanted here",
        fr: "il faut ici un nom entre guillemets droits")
    case .colon:
      Phrase(en: "a colon is wanted after a name", fr: "il faut un deux-points après un nom")
    case .separator(let whole):
      Phrase(
        en: "a comma or `\(whole.end)` is wanted here",
        fr: "il faut ici une virgule ou « \(whole.end) »")
    }
  }

  var help: [Phrase] {
    switch self {
    case .value, .name:
      [
        Phrase(
          en: "texts and names stand between double quotes; there are no comments",
          fr: "textes et noms s’écrivent entre guillemets droits ; il n’y a pas de commentaires")
      ]
    case .colon, .separator: []
    }
  }
}

extension Diagnostic {
  static func wanted(_ wanted: JSONWanted, at span: SourceSpan) -> Diagnostic {
    Diagnostic("json.unexpected", .error, wanted.phrase, at: span, help: wanted.help)
  }

  static func unclosed(_ whole: JSONWhole, at span: SourceSpan) -> Diagnostic {
    let names = whole.names
    return Diagnostic(
      "json.unclosed", .error,
      Phrase(
        en: "the \(names.english) that begins here is never closed by `\(whole.end)`",
        fr: "ce qui commence ici (\(names.french)) n’est jamais fermé par « \(whole.end) »"),
      at: span,
      help: whole == .string
        ? [
          Phrase(
            en: "a line end inside a text is written `\\n`",
            fr: "dans un texte, un retour à la ligne s’écrit « \\n »")
        ] : [])
  }

  static func trailingComma(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.trailing-comma", .error,
      Phrase(
        en: "a comma separates two values, and none follows the last one",
        fr: "une virgule sépare deux valeurs, et rien ne suit la dernière"),
      at: span,
      help: [Phrase(en: "remove the comma before it", fr: "supprimez la virgule qui précède")])
  }

  static func textAfterEnd(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.text-after-end", .error,
      Phrase(
        en: "a JSON file holds one value, which has ended before this",
        fr: "un fichier JSON contient une seule valeur, déjà terminée avant ceci"),
      at: span,
      help: [
        Phrase(
          en: "put several rows into one list: `[ {…}, {…} ]`",
          fr: "mettez plusieurs lignes dans une liste : « [ {…}, {…} ] »")
      ])
  }

  static func badNumber(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.number", .error,
      Phrase(
        en: "this is no number of JSON", fr: "ce n’est pas un nombre de JSON"),
      at: span,
      help: [
        Phrase(
          en: "write `12` or `-0.5`; put what keeps its zeros (a postcode) between quotes",
          fr: "écrivez « 12 » ou « -0.5 » ; ce qui garde ses zéros (un code postal) va entre "
            + "guillemets")
      ])
  }

  static func badEscape(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.escape", .error,
      Phrase(
        en: "this sequence after a backslash means nothing",
        fr: "cette suite après une barre oblique inverse ne veut rien dire"),
      at: span,
      help: [
        Phrase(
          en: "a backslash is written `\\\\`; both halves of a pair `\\uD83D\\uDE00` are needed",
          fr: "une barre oblique inverse s’écrit « \\\\ » ; une paire « \\uD83D\\uDE00 » demande "
            + "ses deux moitiés")
      ])
  }

  static func controlCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.control-character", .error,
      Phrase(
        en: "a control character (code \(byte)) cannot stand in a text as it is",
        fr: "un caractère de commande (code \(byte)) ne peut être tel quel dans un texte"),
      at: span,
      help: [Phrase(en: "a tab is written `\\t`", fr: "une tabulation s’écrit « \\t »")])
  }

  static func duplicateName(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.duplicate-name", .error,
      Phrase(
        en: "the name `\(name.value)` stands already in this object",
        fr: "le nom « \(name.value) » se trouve déjà dans cet objet"),
      at: name.span,
      notes: [Note(Phrase(en: "first here", fr: "d’abord ici"), at: first)])
  }

  static func notUTF8(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "json.not-utf8", .error,
      Phrase(
        en: "JSON is written in UTF-8, where the byte \(hex) cannot stand here",
        fr: "JSON s’écrit en UTF-8, où l’octet \(hex) ne peut être ici"),
      at: span,
      help: [Phrase(en: "save the file in UTF-8", fr: "enregistrez le fichier en UTF-8")])
  }

  static func tooDeep(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.too-deep", .error,
      Phrase(
        en: "lists and objects stand at most \(limit) deep in each other",
        fr: "listes et objets s’emboîtent sur \(limit) niveaux au plus"),
      at: span)
  }

  static func tooManyValues(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "json.too-many-values", .error,
      Phrase(
        en: "a file holds at most \(limit) values",
        fr: "un fichier contient au plus \(limit) valeurs"),
      at: span)
  }
}
