import Diagnostics

// The catalogue of the room: every message that `Markup` has, and the only place where one is
// written. First what makes a file unreadable (`xml.…`), then what a schema does not allow
// (`schema.…`), each in the order in which a reader would meet it.

// MARK: Encoding and size

extension Diagnostic {
  static func fileTooLarge(_ file: SourceFile.ID, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "xml.too-large", .error,
      Phrase(
        en: "an XML file has at most \(limit) bytes, and this one has \(bytes)",
        fr: "un fichier XML a au plus \(limit) octets, et celui-ci en a \(bytes)"),
      at: SourceSpan(wholeOf: file),
      help: [Phrase(en: "split it into several files", fr: "répartissez-le en plusieurs fichiers")])
  }

  static func emptyFile(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "xml.empty", .error, Phrase(en: "the file is empty", fr: "le fichier est vide"),
      at: SourceSpan(wholeOf: file))
  }

  static func blankFile(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "xml.empty", .error,
      Phrase(en: "the file holds only white space", fr: "le fichier ne contient que des blancs"),
      at: SourceSpan(wholeOf: file))
  }

  static func wideEncoding(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "xml.encoding", .error,
      Phrase(
        en: "XML files are written in UTF-8, and this one is in UTF-16 or UTF-32",
        fr: "les fichiers XML sont écrits en UTF-8, et celui-ci est en UTF-16 ou UTF-32"),
      at: SourceSpan(wholeOf: file), help: [saveAsUTF8])
  }

  static func declaredEncoding(_ encoding: Located<String>) -> Diagnostic {
    Diagnostic(
      "xml.encoding", .error,
      Phrase(
        en: "XML files are written in UTF-8, and this one declares `\(encoding.value)`",
        fr: "les fichiers XML sont écrits en UTF-8, et celui-ci déclare `\(encoding.value)`"),
      at: encoding.span,
      help: [
        Phrase(
          en: "save the file in UTF-8 and write `encoding=\"UTF-8\"`",
          fr: "enregistrez le fichier en UTF-8 et écrivez `encoding=\"UTF-8\"`")
      ])
  }

  static func notUTF8(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "xml.encoding", .error,
      Phrase(
        en: "XML files are written in UTF-8, where the byte \(hex) cannot stand here",
        fr: "les fichiers XML sont écrits en UTF-8, où l’octet \(hex) ne peut être ici"),
      at: span, help: [saveAsUTF8])
  }

  private static var saveAsUTF8: Phrase {
    Phrase(en: "save the file in UTF-8", fr: "enregistrez le fichier en UTF-8")
  }

  static func nulByte(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.nul", .error,
      Phrase(en: "a text file holds no zero byte", fr: "un fichier texte n’a pas d’octet nul"),
      at: span,
      help: [
        Phrase(
          en: "this is not text, or the file is damaged: take it from a copy",
          fr: "ce n’est pas du texte, ou le fichier est abîmé : reprenez une copie")
      ])
  }

  static func controlCharacter(_ value: UInt32, at span: SourceSpan) -> Diagnostic {
    let name = unicodeName(value)
    return Diagnostic(
      "xml.control-character", .error,
      Phrase(en: "XML does not have the character \(name)", fr: "XML n’a pas le caractère \(name)"),
      at: span, help: [Phrase(en: "delete it", fr: "supprimez-le")])
  }

  private static func unicodeName(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

// MARK: Limits

extension Diagnostic {
  static func tooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.too-deep", .error,
      Phrase(
        en: "elements stand at most \(limit) deep inside one another",
        fr: "les éléments s’emboîtent sur \(limit) niveaux au plus"),
      at: span)
  }

  static func tooManyNodes(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.too-many-nodes", .error,
      Phrase(
        en: "a file has at most \(limit) elements, attributes and texts",
        fr: "un fichier a au plus \(limit) éléments, attributs et textes"),
      at: span)
  }

  static func tooManyAttributes(of element: String, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.too-many-attributes", .error,
      Phrase(
        en: "an element has at most \(limit) attributes, and `\(element)` has more",
        fr: "un élément a au plus \(limit) attributs, et `\(element)` en a davantage"),
      at: span)
  }
}

// MARK: Around the root

extension Diagnostic {
  static func documentType(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.doctype", .error,
      Phrase(
        en: "document types (`<!DOCTYPE`) are not read, nor are the entities they define",
        fr: "les types de document (`<!DOCTYPE`) ne sont pas lus, ni les entités qu’ils définissent"
      ),
      at: span,
      help: [
        Phrase(
          en: "delete it, and write each character itself in place of an entity",
          fr: "supprimez-le, et écrivez chaque caractère lui-même au lieu d’une entité")
      ])
  }

  static func noElement(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "xml.no-element", .error,
      Phrase(en: "an XML file holds an element", fr: "un fichier XML contient un élément"),
      at: SourceSpan(wholeOf: file))
  }

  static func textBeforeRoot(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.text-before-root", .error,
      Phrase(
        en: "an XML file begins with `<`, and no text stands before its first element",
        fr: "un fichier XML commence par `<`, sans texte avant son premier élément"),
      at: span)
  }

  static func afterRoot(_ root: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.after-root", .error,
      Phrase(
        en: "nothing follows the end of the outermost element, `\(root)`",
        fr: "rien ne suit la fin de l’élément le plus extérieur, `\(root)`"),
      at: span,
      help: [
        Phrase(
          en: "move it before `</\(root)>`, or put one element around all",
          fr: "placez-le avant `</\(root)>`, ou entourez le tout d’un seul élément")
      ])
  }

  static func declarationNotFirst(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.declaration-not-first", .error,
      Phrase(
        en: "`<?xml` stands at the very beginning of the file, or not at all",
        fr: "`<?xml` est au tout début du fichier, ou absent"),
      at: span,
      help: [
        Phrase(
          en: "delete what stands before it, blank lines too",
          fr: "supprimez ce qui le précède, lignes vides comprises")
      ])
  }
}

// MARK: Tags

extension Diagnostic {
  static func mismatchedTag(
    _ name: String, at span: SourceSpan, open: String, _ opened: SourceSpan, _ isForgotten: Bool
  ) -> Diagnostic {
    let end = "</\(open)>"
    return Diagnostic(
      "xml.mismatched-tag", .error,
      Phrase(
        en: "`</\(name)>` cannot close `<\(open)>`",
        fr: "`</\(name)>` ne peut fermer `<\(open)>`"),
      at: span,
      notes: [
        Note(
          Phrase(en: "`\(open)` was opened here", fr: "`\(open)` a été ouvert ici"), at: opened)
      ],
      help: [
        isForgotten
          ? Phrase(en: "write `\(end)` before this tag", fr: "écrivez `\(end)` avant cette balise")
          : Phrase(en: "write `\(end)`", fr: "écrivez `\(end)`")
      ])
  }

  static func neverClosed(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.never-closed", .error,
      Phrase(
        en: "`\(name)` is opened here and not closed before the end of the file",
        fr: "`\(name)` est ouvert ici et n’est pas fermé avant la fin du fichier"),
      at: span,
      help: [Phrase(en: "write `</\(name)>`", fr: "écrivez `</\(name)>`")])
  }

  static func unfinishedTag(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.unfinished-tag", .error,
      Phrase(
        en: "the tag `<\(name)` ends with `>`", fr: "la balise `<\(name)` se termine par `>`"),
      at: span)
  }

  static func neverEnded(_ head: String, _ end: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.never-ended", .error,
      Phrase(
        en: "what begins with `\(head)` ends with `\(end)`",
        fr: "ce qui commence par `\(head)` se termine par `\(end)`"),
      at: span)
  }

  static func hyphensInComment(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.hyphens-in-comment", .error,
      Phrase(
        en: "`--` stands only at the ends of a comment",
        fr: "`--` n’est permis qu’aux deux bouts d’un commentaire"),
      at: span)
  }

  static func badName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.bad-name", .error,
      Phrase(
        en: "a name, which begins with a letter, follows `<?`",
        fr: "`<?` est suivi d’un nom, qui commence par une lettre"),
      at: span)
  }

  static func strangeDeclaration(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.strange-declaration", .error,
      Phrase(
        en: "inside an element, `<!` begins a comment (`<!--`) or a section `<![CDATA[`",
        fr: "dans un élément, `<!` commence un commentaire (`<!--`) ou une section `<![CDATA[`"),
      at: span)
  }
}

// MARK: Attributes

extension Diagnostic {
  static func strayCharacter(inTag element: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.bad-name", .error,
      Phrase(
        en: "in the tag `<\(element)` only attributes follow, and their names begin with a letter",
        fr: "dans la balise `<\(element)` ne suivent que des attributs, "
          + "dont le nom commence par une lettre"),
      at: span)
  }

  static func missingSpace(before attribute: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.missing-space", .error,
      Phrase(
        en: "a space stands before the attribute `\(attribute)`",
        fr: "une espace précède l’attribut `\(attribute)`"),
      at: span)
  }

  static func attributeWithoutValue(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.attribute-without-value", .error,
      Phrase(en: "the attribute `\(name)` has a value", fr: "l’attribut `\(name)` a une valeur"),
      at: span,
      help: [Phrase(en: "write `\(name)=\"…\"`", fr: "écrivez `\(name)=\"…\"`")])
  }

  static func attributeWithoutQuotes(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.attribute-without-quotes", .error,
      Phrase(
        en: "the value of `\(name)` stands between straight quotes",
        fr: "la valeur de `\(name)` est entre guillemets droits"),
      at: span,
      help: [Phrase(en: "write `\(name)=\"…\"`", fr: "écrivez `\(name)=\"…\"`")])
  }

  static func unfinishedValue(
    of name: String, at span: SourceSpan, meets place: SourceSpan
  ) -> Diagnostic {
    let note = Note(Phrase(en: "`<` stands here", fr: "`<` est ici"), at: place)
    return Diagnostic(
      "xml.unfinished-value", .error,
      Phrase(
        en: "the value of `\(name)` ends with the quote it began with, and holds no `<`",
        fr: "la valeur de `\(name)` se termine par le guillemet du début, et ne contient pas `<`"),
      at: span, notes: place.bytes.isEmpty ? [] : [note],
      help: [
        Phrase(
          en: "close the quote, or write `&lt;` for `<`",
          fr: "fermez le guillemet, ou écrivez `&lt;` pour `<`")
      ])
  }

  static func duplicateAttribute(
    _ attribute: XMLAttribute, first: XMLAttribute, of element: String
  ) -> Diagnostic {
    Diagnostic(
      "xml.duplicate-attribute", .error,
      Phrase(
        en: "`\(element)` has the attribute `\(attribute.name)` only once",
        fr: "`\(element)` n’a qu’une fois l’attribut `\(attribute.name)`"),
      at: attribute.nameSpan,
      notes: [Note(Phrase(en: "first given here", fr: "déjà donné ici"), at: first.nameSpan)])
  }
}

// MARK: Text

extension Diagnostic {
  static func bareLessThan(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.bare-less-than", .error,
      Phrase(
        en: "`<` begins a tag, and a name follows it at once",
        fr: "`<` ouvre une balise, et un nom le suit aussitôt"),
      at: span,
      help: [
        Phrase(en: "write `&lt;` for the sign itself", fr: "écrivez `&lt;` pour le signe lui-même")
      ])
  }

  static func bareAmpersand(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.bare-ampersand", .error,
      Phrase(
        en: "`&` begins a reference such as `&lt;`, which ends with `;`",
        fr: "`&` commence une référence comme `&lt;`, qui se termine par `;`"),
      at: span,
      help: [
        Phrase(
          en: "write `&amp;` for the sign itself", fr: "écrivez `&amp;` pour le signe lui-même")
      ])
  }

  static func undefinedEntity(_ name: String, at span: SourceSpan) -> Diagnostic {
    let help: Phrase
    switch character(named: name) {
    case "\u{A0}":
      help = Phrase(
        en: "write the no-break space itself, or `&#160;`",
        fr: "écrivez l’espace insécable elle-même, ou `&#160;`")
    case let scalar?:
      help = Phrase(
        en: "write the character itself: `\(scalar)`",
        fr: "écrivez le caractère lui-même : `\(scalar)`")
    case nil:
      help = Phrase(
        en: "write the character itself, or `&amp;` for the sign `&`",
        fr: "écrivez le caractère lui-même, ou `&amp;` pour le signe `&`")
    }
    return Diagnostic(
      "xml.undefined-entity", .error,
      Phrase(
        en: "XML knows `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`, and not `&\(name);`",
        fr: "XML connaît `&amp;`, `&lt;`, `&gt;`, `&quot;` et `&apos;`, mais pas `&\(name);`"),
      at: span, help: [help])
  }

  static func badCharacterReference(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.bad-character-reference", .error,
      Phrase(
        en: "`\(text)` is not a character that XML has",
        fr: "`\(text)` n’est pas un caractère qui existe en XML"),
      at: span)
  }

  static func endOfCDATAInText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.cdata-end-in-text", .error,
      Phrase(
        en: "`]]>` ends a CDATA section, and none is open",
        fr: "`]]>` termine une section CDATA, et aucune n’est ouverte"),
      at: span,
      help: [
        Phrase(en: "write `]]&gt;` for the signs", fr: "écrivez `]]&gt;` pour les signes eux-mêmes")
      ])
  }
}

// MARK: What only libxml2 sees

extension Diagnostic {
  static func undeclaredPrefix(_ prefix: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "xml.undeclared-prefix", .error,
      Phrase(
        en: "the prefix `\(prefix)` of a name is declared by `xmlns:\(prefix)`",
        fr: "le préfixe `\(prefix)` d’un nom est déclaré par `xmlns:\(prefix)`"),
      at: span,
      help: [
        Phrase(
          en: "declare it on this element or on one around it, or drop `\(prefix):`",
          fr: "déclarez-le sur cet élément ou autour, ou ôtez `\(prefix):`")
      ])
  }

  static func malformed(_ complaint: String, at span: SourceSpan) -> Diagnostic {
    let words = complaint.isEmpty ? "?" : complaint
    return Diagnostic(
      "xml.malformed", .error,
      Phrase(
        en: "this is not XML as the standard wants it (libxml2: \(words))",
        fr: "ce n’est pas du XML conforme à la norme (libxml2, en anglais : \(words))"),
      at: span)
  }
}

// MARK: Schemas

extension Diagnostic {
  static func notSelfContained(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      "schema.not-self-contained", .error,
      Phrase(
        en: "a schema stands in one file, without `\(element.name)`",
        fr: "un schéma tient en un seul fichier, sans `\(element.name)`"),
      at: element.span)
  }

  static func schemaError(_ complaint: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "schema.malformed", .error,
      Phrase(
        en: "this is not a RELAX NG schema (libxml2: \(complaint))",
        fr: "ce n’est pas un schéma RELAX NG (libxml2, en anglais : \(complaint))"),
      at: span)
  }
}

// MARK: What a schema does not allow

extension Diagnostic {
  static func unexpectedRoot(_ element: XMLElement, among known: [String]) -> Diagnostic {
    Diagnostic(
      "schema.unexpected-element", .error,
      Phrase(
        en: "`\(element.name)` is not the outermost element of such a file",
        fr: "`\(element.name)` n’est pas l’élément extérieur d’un tel fichier"),
      at: element.nameSpan, help: didYouMean(element.name, among: known))
  }

  static func unexpectedElement(
    _ element: XMLElement, in parent: String, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "schema.unexpected-element", .error,
      Phrase(
        en: "`\(element.name)` does not belong in `\(parent)`",
        fr: "`\(element.name)` n’a pas sa place dans `\(parent)`"),
      at: element.nameSpan, help: didYouMean(element.name, among: known))
  }

  static func misplacedElement(
    _ element: XMLElement, in parent: String?, expected: String?
  ) -> Diagnostic {
    let place =
      parent.map { Phrase(en: " in `\($0)`", fr: " dans `\($0)`") } ?? Phrase(en: "", fr: "")
    let help = expected.map {
      Phrase(en: "`\($0)` is wanted first", fr: "il faut d’abord `\($0)`")
    }
    return Diagnostic(
      "schema.misplaced-element", .error,
      Phrase(
        en: "`\(element.name)` does not stand at this place\(place.english)",
        fr: "`\(element.name)` ne vient pas à cet endroit\(place.french)"),
      at: element.nameSpan,
      help: [
        help
          ?? Phrase(
            en: "look at the order, and at how often it may stand there",
            fr: "voyez l’ordre, et combien de fois il peut y être")
      ])
  }

  static func missingElement(_ name: String?, in element: XMLElement) -> Diagnostic {
    let wanted =
      name.map { Phrase(en: "an element `\($0)`", fr: "un élément `\($0)`") }
      ?? Phrase(en: "another element", fr: "un élément de plus")
    return Diagnostic(
      "schema.missing-element", .error,
      Phrase(
        en: "`\(element.name)` needs \(wanted.english) inside",
        fr: "il faut \(wanted.french) dans `\(element.name)`"),
      at: element.nameSpan,
      help: name.map {
        [Phrase(en: "add `<\($0)>`", fr: "ajoutez `<\($0)>`")]
      } ?? [])
  }

  static func unexpectedText(_ span: SourceSpan, in element: String) -> Diagnostic {
    Diagnostic(
      "schema.unexpected-text", .error,
      Phrase(
        en: "`\(element)` holds no text of its own",
        fr: "`\(element)` ne contient pas de texte à lui"),
      at: span)
  }

  static func unexpectedAttribute(
    _ attribute: XMLAttribute, of element: String, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "schema.unexpected-attribute", .error,
      Phrase(
        en: "`\(element)` has no attribute `\(attribute.name)`",
        fr: "`\(element)` n’a pas d’attribut `\(attribute.name)`"),
      at: attribute.nameSpan, help: didYouMean(attribute.name, among: known))
  }

  static func missingAttribute(_ name: String, of element: XMLElement) -> Diagnostic {
    Diagnostic(
      "schema.missing-attribute", .error,
      Phrase(
        en: "`\(element.name)` needs the attribute `\(name)`",
        fr: "il faut à `\(element.name)` l’attribut `\(name)`"),
      at: element.nameSpan,
      help: [Phrase(en: "add `\(name)=\"…\"`", fr: "ajoutez `\(name)=\"…\"`")])
  }

  static func attributesTogether(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      "schema.attributes", .error,
      Phrase(
        en: "the attributes of `\(element.name)` do not go together",
        fr: "les attributs de `\(element.name)` ne vont pas ensemble"),
      at: element.nameSpan,
      help: [
        Phrase(
          en: "one is missing, or one of two that exclude each other is too many",
          fr: "il en manque un, ou l’un de deux qui s’excluent est de trop")
      ])
  }

  /// - Parameter expected: what the value should have been, as `a whole number`.
  static func badValue(
    _ value: String, at span: SourceSpan, expected: Phrase, help: [Phrase]
  ) -> Diagnostic {
    Diagnostic(
      "schema.bad-value", .error,
      Phrase(
        en: "`\(value)` is not \(expected.english)", fr: "`\(value)` n’est pas \(expected.french)"),
      at: span, help: help)
  }

  static func invalid(_ element: XMLElement, _ complaint: String) -> Diagnostic {
    let words = complaint.isEmpty ? "?" : complaint
    return Diagnostic(
      "schema.invalid", .error,
      Phrase(
        en: "`\(element.name)` does not follow the schema (libxml2: \(words))",
        fr: "`\(element.name)` ne suit pas le schéma (libxml2, en anglais : \(words))"),
      at: element.nameSpan)
  }
}

// MARK: What a value should have been, to follow "is not"

extension Phrase {
  static func didYouMean(_ word: String) -> Phrase {
    Phrase(en: "did you mean `\(word)`?", fr: "vouliez-vous dire « \(word) » ?")
  }

  static func expected(_ rules: [ValueRule]) -> Phrase {
    var literals: [String] = []
    var choices: [Phrase] = []
    for rule in rules {
      switch rule {
      case .literal(let literal): literals.append("`\(literal)`")
      case .data(let type): choices.append(type.words)
      case .words, .anything: break
      }
    }
    let list = literals.joined(separator: ", ")
    if literals.count == 1 { choices.append(Phrase(en: list, fr: list)) }
    if literals.count > 1 {
      choices.append(Phrase(en: "one of \(list)", fr: "une de ces valeurs : \(list)"))
    }
    return Phrase(
      en: choices.map(\.english).joined(separator: ", or "),
      fr: choices.map(\.french).joined(separator: ", ni "))
  }

  static var day: Phrase {
    Phrase(
      en: "a day (year, month, day, as in `2015-03-16`)",
      fr: "un jour (année, mois, jour, comme `2015-03-16`)")
  }

  static var timeOfDay: Phrase {
    Phrase(en: "an hour, as in `14:30:00`", fr: "une heure, comme `14:30:00`")
  }

  static var truthValue: Phrase { Phrase(en: "`true` or `false`", fr: "`true` ou `false`") }

  static func wholeNumber(from lowest: Int?) -> Phrase {
    guard let lowest else { return Phrase(en: "a whole number", fr: "un nombre entier") }
    return Phrase(
      en: "a whole number from \(lowest) up", fr: "un nombre entier à partir de \(lowest)")
  }

  static var number: Phrase {
    Phrase(en: "a number, as in `2.5`", fr: "un nombre, comme `2.5`")
  }

  static var plainName: Phrase {
    Phrase(
      en: "a name (a letter first, then letters, digits, `-`, `_` or `.`)",
      fr: "un nom (une lettre, puis des lettres, chiffres, `-`, `_` ou `.`)")
  }

  static func text(of minimum: String?, _ maximum: String?) -> Phrase {
    switch (minimum, maximum) {
    case (nil, nil): Phrase(en: "a text", fr: "un texte")
    case ("1"?, nil):
      Phrase(en: "a text with something in it", fr: "un texte qui dit quelque chose")
    case (let least?, nil):
      Phrase(en: "a text of \(least) or more letters", fr: "un texte d’au moins \(least) signes")
    case (nil, let most?):
      Phrase(en: "a text of at most \(most) letters", fr: "un texte d’au plus \(most) signes")
    case (let least?, let most?):
      Phrase(
        en: "a text of \(least) to \(most) letters", fr: "un texte de \(least) à \(most) signes")
    }
  }

  static func bounds(_ minimum: String?, _ maximum: String?) -> Phrase {
    switch (minimum, maximum) {
    case (nil, nil): Phrase(en: "", fr: "")
    case (let least?, nil): Phrase(en: ", \(least) or more", fr: ", \(least) ou plus")
    case (nil, let most?): Phrase(en: ", at most \(most)", fr: ", au plus \(most)")
    case (let least?, let most?):
      Phrase(en: ", from \(least) to \(most)", fr: ", de \(least) à \(most)")
    }
  }

  static func form(_ pattern: String) -> Phrase {
    Phrase(en: "of the form `\(pattern)`", fr: "de la forme `\(pattern)`")
  }

  static func type(_ name: String) -> Phrase {
    Phrase(en: "of the type `\(name)`", fr: "du type `\(name)`")
  }
}
