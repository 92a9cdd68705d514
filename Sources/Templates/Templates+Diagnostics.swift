import Diagnostics
import Markup

// The catalogue: every message of this room is written here and nowhere else.

extension Phrase {
  /// A value of one type.
  static func type(_ type: ValueType) -> Phrase {
    Phrase(en: type.names.english, fr: type.names.french)
  }

  static let condition = Phrase(
    en: "true or false", fr: "une condition (vrai ou faux)")
}

/// Expressions.
extension Diagnostic {
  static func unknownVariable(
    _ name: String, _ known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-name", .error,
      Phrase(
        en: "nothing here has the name `\(name)`", fr: "rien ne porte ici le nom « \(name) »"),
      at: span, help: keywordHelp(name).map { [$0] } ?? nearHelp(name, known))
  }

  /// The word of ours for one of French, or of another language of templates.
  private static func keywordHelp(_ name: String) -> Phrase? {
    let words = [
      "for": ["pour", "foreach", "each", "boucle"], "if": ["si", "when", "unless"],
      "else": ["sinon", "autrement"], "else if": ["elif", "elsif", "elseif", "sinonsi"],
      "end": ["fin", "finsi", "finpour", "endif", "endfor", "done"], "and": ["et"], "or": ["ou"],
      "not": ["non"], "include": ["inclure", "import"],
    ]
    guard let word = words.first(where: { $1.contains(name.lowercased()) })?.key else { return nil }
    return Phrase(
      en: "this is written `\(word)` in a template, as in `{{ for task in tasks }} … {{ end }}`",
      fr: "ce mot s’écrit « \(word) » dans un modèle, comme dans "
        + "« {{ for task in tasks }} … {{ end }} »")
  }

  static func unknownField(
    _ name: String, of record: RecordType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-field", .error,
      Phrase(
        en: "a `\(record.name)` has no field `\(name)`",
        fr: "une fiche « \(record.name) » n’a pas de champ « \(name) »"),
      at: span, help: nearHelp(name, record.fields.map(\.name)))
  }

  /// Near names, or all of them on one line: an author who guesses needs the list.
  private static func nearHelp(_ name: String, _ known: [String]) -> [Phrase] {
    let near = didYouMean(name, among: known)
    guard near.isEmpty, !known.isEmpty else { return near }
    let list = Set(known).sorted().map { "`\($0)`" }.joined(separator: ", ")
    return [Phrase(en: "known here: \(list)", fr: "connus ici : \(list)")]
  }

  static func noFields(_ type: ValueType, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.no-fields", .error,
      Phrase(
        en: "\(type.names.english) has no fields", fr: "\(type.names.french) n’a pas de champs"),
      at: span,
      help: {
        if case .list = type {
          [
            Phrase(
              en: "repeat an element with `for=\"x in …\"` to reach the items",
              fr: "répétez un élément avec « for=\"x in …\" » pour atteindre les éléments")
          ]
        } else {
          []
        }
      }())
  }

  static func unknownFilter(
    _ name: String, _ known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-filter", .error,
      Phrase(en: "no filter is called `\(name)`", fr: "aucun filtre ne s’appelle « \(name) »"),
      at: span, help: nearHelp(name, known))
  }

  static func filterSubject(
    _ name: String, _ wanted: Phrase, _ type: ValueType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.filter-subject", .error,
      Phrase(
        en: "`\(name)` takes \(wanted.english), and stands after \(type.names.english)",
        fr: "« \(name) » s’applique à \(wanted.french), et suit ici \(type.names.french)"),
      at: span)
  }

  static func filterArguments(
    _ name: String, _ wanted: Phrase, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.filter-arguments", .error,
      Phrase(
        en: "`\(name)` wants after its colon: \(wanted.english)",
        fr: "« \(name) » attend après ses deux-points : \(wanted.french)"),
      at: span)
  }

  static func filterWord(
    _ word: String, of name: String, among known: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.filter-word", .error,
      Phrase(
        en: "`\(name)` does not know the word `\(word)`",
        fr: "« \(name) » ne connaît pas le mot « \(word) »"),
      at: span, help: nearHelp(word, known))
  }

  static func wrongType(
    _ type: ValueType, wanted: Phrase, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.wrong-type", .error,
      Phrase(
        en: "\(wanted.english) is needed here, and this is \(type.names.english)",
        fr: "il faut ici \(wanted.french), et ceci est \(type.names.french)"),
      at: span,
      help: wanted == .condition
        ? [
          Phrase(
            en: "compare it (`== …`), or ask `| known` of a text and `| any` of a list",
            fr: "comparez (« == … »), ou demandez « | known » d’un texte et « | any » d’une liste")
        ] : [])
  }

  static func cannotCompare(
    _ first: ValueType, _ second: ValueType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "template.cannot-compare", .error,
      Phrase(
        en: "\(first.names.english) and \(second.names.english) cannot be compared so",
        fr: "\(first.names.french) et \(second.names.french) ne se comparent pas ainsi"),
      at: span)
  }

  static func notProse(_ type: ValueType, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.not-prose", .error,
      Phrase(
        en: "\(type.names.english) cannot stand in a sentence",
        fr: "\(type.names.french) ne peut pas figurer dans une phrase"),
      at: span, help: [proseHelp(type)])
  }

  private static func proseHelp(_ type: ValueType) -> Phrase {
    switch type {
    case .list(.record(let record)):
      let field = record.fields.first { $0.name != "id" && $0.type.isProse }?.name ?? "title"
      return Phrase(
        en: "join it with `| listed: '\(field)'`, or repeat it with `{{ for … in … }}`",
        fr: "réunissez-la avec « | listed: '\(field)' », ou répétez-la avec « {{ for … in … }} »")
    case .record(let record):
      let fields = record.fields.filter(\.type.isProse).prefix(8).map(\.name)
        .joined(separator: ", ")
      return Phrase(
        en: "name one of its fields: \(fields)", fr: "nommez un de ses champs : \(fields)")
    case .picture:
      return Phrase(
        en: "give its name to a picture of the document instead",
        fr: "donnez plutôt son nom à une image du document")
    case .list, .text, .rich, .number, .day, .time, .money, .boolean:
      return Phrase(en: "join it with `| listed`", fr: "réunissez-la avec « | listed »")
    }
  }

  static func loopWithoutIn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.loop-without-in", .error,
      Phrase(
        en: "a loop reads `name in list`", fr: "une répétition s’écrit « nom in liste »"),
      at: span,
      help: [
        Phrase(
          en: "as in `for task in tasks`: the name is yours, and stands for each item in turn",
          fr: "comme « for task in tasks » : le nom est le vôtre, et désigne chaque élément à son "
            + "tour")
      ])
  }

  static func unclosedText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.unclosed-text", .error,
      Phrase(
        en: "a text between single quotes is not closed",
        fr: "un texte entre apostrophes n’est pas fermé"),
      at: span)
  }

  static func strayCharacter(_ sign: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.stray-character", .error,
      Phrase(
        en: "this sign has no meaning in an expression",
        fr: "ce signe n’a pas de sens dans une expression"),
      at: span, help: [signHelp(sign)])
  }

  private static func signHelp(_ sign: String) -> Phrase {
    switch sign {
    case "=":
      Phrase(en: "two values are compared with `==`", fr: "deux valeurs se comparent avec « == »")
    case "&": Phrase(en: "write `and`", fr: "écrivez « and »")
    case "!": Phrase(en: "write `not`, or `!=`", fr: "écrivez « not », ou « != »")
    case "+", "-", "*", "/", "÷", "×":
      Phrase(
        en: "a template does not calculate; `| plus: 7` and `| minus: 7` move a day",
        fr: "un modèle ne calcule pas ; « | plus: 7 » et « | minus: 7 » déplacent un jour")
    case "[", "]":
      Phrase(
        en: "`| first`, `| last` and `| take: 3` take items of a list",
        fr: "« | first », « | last » et « | take: 3 » prennent des éléments d’une liste")
    case "{", "}":
      Phrase(
        en: "a field stands between two pairs of braces: `{{ basin.name }}`",
        fr: "un champ va entre deux paires d’accolades : « {{ basin.name }} »")
    default:
      Phrase(
        en: "names are written without accents; texts stand between single quotes",
        fr: "les noms s’écrivent sans accent ; les textes vont entre apostrophes droites")
    }
  }

  static func unexpectedInExpression(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.unexpected", .error,
      Phrase(
        en: "the expression was not expected to go on like this",
        fr: "l’expression ne peut pas continuer ainsi"),
      at: span,
      help: [
        Phrase(
          en: "a field follows a full stop (`basin.name`), a filter a bar (`| upper`)",
          fr: "un champ suit un point (« basin.name »), un filtre une barre (« | upper »)")
      ])
  }

  static func expressionEndsEarly(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.ends-early", .error,
      Phrase(en: "the expression is not finished", fr: "l’expression n’est pas finie"), at: span,
      help: [
        Phrase(
          en: "a name is missing: a field, or what follows a full stop, a sign or a bar",
          fr: "il manque un nom : un champ, ou ce qui suit un point, un signe ou une barre")
      ])
  }

  static func missingParenthesis(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.missing-parenthesis", .error,
      Phrase(en: "this parenthesis is not closed", fr: "cette parenthèse n’est pas fermée"),
      at: span)
  }

  static func expressionTooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.expression-too-deep", .error,
      Phrase(
        en: "an expression nests at most \(limit) deep",
        fr: "une expression s’emboîte au plus \(limit) fois"),
      at: span)
  }

  static func expressionTooLong(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.expression-too-long", .error,
      Phrase(
        en: "an expression has at most \(limit) operators and filters",
        fr: "une expression compte au plus \(limit) opérateurs et filtres"),
      at: span)
  }

  /// - Parameter hasOneBrace: whether one brace closes it where two should.
  static func unclosedExpression(hasOneBrace: Bool, at span: SourceSpan) -> Diagnostic {
    let help =
      hasOneBrace
      ? Phrase(en: "a second brace is missing at its end", fr: "il manque une accolade à la fin")
      : Phrase(
        en: "write `}}` behind the field; both stand in one paragraph",
        fr: "écrivez « }} » après le champ ; les deux vont dans le même paragraphe")
    return Diagnostic(
      "template.unclosed-expression", .error,
      Phrase(en: "`{{` is not closed by `}}`", fr: "« {{ » n’est pas fermé par « }} »"), at: span,
      help: [help])
  }

  static func singleBraces(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.single-braces", .error,
      Phrase(
        en: "one pair of braces is text, and no field",
        fr: "une seule paire d’accolades est du texte, et non un champ"),
      at: span,
      help: [Phrase(en: "write `{{ \(path) }}`", fr: "écrivez « {{ \(path) }} »")])
  }

  static func foreignTag(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.foreign-tag", .error,
      Phrase(
        en: "`{% … %}` is written in templates of other programs",
        fr: "« {% … %} » s’écrit dans les modèles d’autres programmes"),
      at: span,
      help: [
        Phrase(
          en: "here it is `{{ for … in … }}`, `{{ if … }}`, `{{ else }}` and `{{ end }}`",
          fr: "ici, c’est « {{ for … in … }} », « {{ if … }} », « {{ else }} » et « {{ end }} »")
      ])
  }

  static func strayClosing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.stray-closing", .error,
      Phrase(en: "`}}` closes nothing", fr: "« }} » ne ferme rien"), at: span,
      help: [
        Phrase(
          en: "write `{{` before the field; both stand in one paragraph",
          fr: "écrivez « {{ » avant le champ ; les deux vont dans le même paragraphe")
      ])
  }
}

/// Elements and files.
extension Diagnostic {
  static func unknownElement(
    _ element: XMLElement, in parent: XMLElement, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-element", .error,
      Phrase(
        en: "`\(parent.name)` cannot hold `\(element.name)`",
        fr: "« \(parent.name) » ne peut pas contenir « \(element.name) »"),
      at: element.span, help: nearHelp(element.name, known))
  }

  static func unknownInline(_ element: XMLElement, among known: [String]) -> Diagnostic {
    Diagnostic(
      "template.unknown-inline", .error,
      Phrase(
        en: "`\(element.name)` cannot stand inside a text",
        fr: "« \(element.name) » ne peut pas figurer dans un texte"),
      at: element.span, help: nearHelp(element.name, known))
  }

  static func unknownAttribute(
    _ attribute: XMLAttribute, on element: String, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "template.unknown-attribute", .error,
      Phrase(
        en: "`\(element)` has no attribute `\(attribute.name)`",
        fr: "« \(element) » n’a pas d’attribut « \(attribute.name) »"),
      at: attribute.nameSpan, help: nearHelp(attribute.name, known))
  }

  static func unknownWord(_ text: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "template.unknown-word", .error,
      Phrase(
        en: "`\(text.value)` is not one of the words that stand here",
        fr: "« \(text.value) » n’est pas un des mots attendus ici"),
      at: text.span, help: nearHelp(text.value, known))
  }

  static func numberNotIn(_ range: ClosedRange<Int>, _ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "template.number-out-of-range", .error,
      Phrase(
        en: "a number from \(range.lowerBound) to \(range.upperBound) is needed here",
        fr: "il faut ici un nombre de \(range.lowerBound) à \(range.upperBound)"),
      at: text.span)
  }

  static func missingTemplateAttribute(_ name: String, on element: XMLElement) -> Diagnostic {
    Diagnostic(
      "template.missing-attribute", .error,
      Phrase(
        en: "`\(element.name)` needs the attribute `\(name)`",
        fr: "« \(element.name) » doit porter l’attribut « \(name) »"),
      at: element.span)
  }

  static func missingTemplateChild(_ name: String, in element: XMLElement) -> Diagnostic {
    Diagnostic(
      "template.missing-element", .error,
      Phrase(
        en: "`\(element.name)` needs a `<\(name)>`",
        fr: "« \(element.name) » doit contenir un « <\(name)> »"),
      at: element.span)
  }

  static func textNotHere(_ span: SourceSpan, in parent: String) -> Diagnostic {
    Diagnostic(
      "template.text-not-here", .error,
      Phrase(
        en: "`\(parent)` holds elements, not text",
        fr: "« \(parent) » contient des éléments, pas de texte"),
      at: span,
      help: [Phrase(en: "put the text into a `<p>`", fr: "mettez le texte dans un « <p> »")])
  }

  static func wrongRoot(_ root: XMLElement, wanted: String) -> Diagnostic {
    Diagnostic(
      "template.wrong-root", .error,
      Phrase(
        en: "the file begins with `\(root.name)`, and `\(wanted)` is needed",
        fr: "le fichier commence par « \(root.name) », et il faut « \(wanted) »"),
      at: root.span)
  }

  static func unknownTemplate(_ path: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "template.unknown-file", .error,
      Phrase(
        en: "no template has the path `\(path.value)`",
        fr: "aucun modèle ne se trouve en « \(path.value) »"),
      at: path.span, help: didYouMean(path.value, among: known))
  }

  static func includeCycle(
    _ path: Located<String>, through chain: [(path: String, span: SourceSpan)]
  ) -> Diagnostic {
    Diagnostic(
      "template.include-cycle", .error,
      Phrase(
        en: "`\(path.value)` includes itself", fr: "« \(path.value) » s’inclut lui-même"),
      at: path.span,
      notes: chain.map { link in
        Note(
          Phrase(en: "`\(link.path)` is read here", fr: "« \(link.path) » est lu ici"),
          at: link.span)
      })
  }

  static func includesTooDeep(_ path: Located<String>, limit: Int) -> Diagnostic {
    Diagnostic(
      "template.includes-too-deep", .error,
      Phrase(
        en: "partials include each other at most \(limit) deep",
        fr: "les morceaux s’incluent au plus \(limit) fois l’un dans l’autre"),
      at: path.span)
  }

  static func tooManyInclusions(_ path: Located<String>, limit: Int) -> Diagnostic {
    Diagnostic(
      "template.too-many-inclusions", .error,
      Phrase(
        en: "the templates of a kit include partials at most \(limit) times in all",
        fr: "les modèles d’un kit incluent des morceaux au plus \(limit) fois en tout"),
      at: path.span,
      help: [
        Phrase(
          en: "let a loop repeat what a partial holds",
          fr: "faites répéter par une boucle ce que contient un morceau")
      ])
  }

  static func nestedTooDeep(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.nested-too-deep", .error,
      Phrase(
        en: "elements nest at most \(limit) deep, partials included",
        fr: "les éléments s’emboîtent au plus \(limit) fois, morceaux compris"),
      at: span)
  }

  static func unknownDocument(_ id: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "template.unknown-document", .error,
      Phrase(
        en: "the kit's plan has no document `\(id.value)`",
        fr: "le plan du kit n’a pas de document « \(id.value) »"),
      at: id.span, help: didYouMean(id.value, among: known))
  }

  static func raggedRow(cells: Int, columns: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.ragged-row", .error,
      Phrase(
        en: "a row covers \(cells) column\(cells == 1 ? "" : "s") of a table that has \(columns)",
        fr: "une ligne couvre \(cells) colonne\(cells < 2 ? "" : "s") d’un tableau "
          + "qui en a \(columns)"
      ),
      at: span,
      help: [
        Phrase(
          en: "add or remove cells, or let one cover several columns with `span`",
          fr: "ajoutez ou retirez des cellules, ou faites-en couvrir plusieurs avec « span »")
      ])
  }
}

/// Writer documents.
extension Diagnostic {
  static func objectInField(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.object-in-field", .error,
      Phrase(
        en: "a picture, a note or a field stands between `{{` and `}}`",
        fr: "une image, une note ou un champ se trouve entre « {{ » et « }} »"),
      at: span)
  }

  static func frameOfPage(_ name: String, in file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "template.frame-of-page", .error,
      Phrase(
        en: "the frame « \(name) » is anchored to a page, which does not repeat with the text",
        fr: "le cadre « \(name) » est ancré à une page, qui ne se répète pas avec le texte"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "anchor it to a paragraph, or make one file for each row",
          fr: "ancrez-le à un paragraphe, ou faites un fichier par ligne")
      ])
  }

  static func nothingToRepeat(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "template.empty", .error,
      Phrase(
        en: "the document has no text to repeat", fr: "le document n’a pas de texte à répéter"),
      at: SourceSpan(wholeOf: file))
  }

  static func missingEnd(isLoop: Bool, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.missing-end", .error,
      Phrase(
        en: "`\(isLoop ? "for" : "if")` has no `{{ end }}`",
        fr: "« \(isLoop ? "for" : "if") » n’a pas de « {{ end }} »"),
      at: span,
      help: [
        Phrase(
          en: "write `{{ end }}` behind what it takes",
          fr: "écrivez « {{ end }} » après ce qu’il \(isLoop ? "répète" : "garde")")
      ])
  }

  static func strayEnd(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.stray-end", .error,
      Phrase(
        en: "`end` closes neither a `for` nor an `if`",
        fr: "« end » ne ferme ni « for » ni « if »"),
      at: span,
      help: [
        Phrase(
          en: "remove it, or write the `for` or the `if` before it",
          fr: "retirez-le, ou écrivez avant lui le « for » ou le « if »")
      ])
  }

  static func elseOutsideCondition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.stray-else", .error,
      Phrase(
        en: "`else` stands between an `if` and its `end`",
        fr: "« else » se place entre un « if » et son « end »"),
      at: span)
  }

  static func elseAfterElse(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.second-else", .error,
      Phrase(
        en: "nothing comes after an `else` but its `end`",
        fr: "rien ne suit un « else », sauf son « end »"),
      at: span,
      help: [
        Phrase(
          en: "a further condition is `{{ else if … }}`, before the last `{{ else }}`",
          fr: "une condition de plus s’écrit « {{ else if … }} », avant le dernier « {{ else }} »")
      ])
  }

  static func elseWithinRow(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.else-within-row", .error,
      Phrase(
        en: "an `else` between rows stands in a row of its own",
        fr: "entre des lignes, un « else » occupe une ligne à lui seul"),
      at: span)
  }

  /// - Parameter marks: the directives of one construct, the first and the last of which are told.
  static func crossesEdge(_ marks: [OfficeCompiler.Place]) -> Diagnostic {
    let last = marks[marks.count - 1]
    return Diagnostic(
      "template.crosses-edge", .error,
      Phrase(
        en: "a loop or a condition ends in the table, list, section or frame in which it began",
        fr: "une boucle ou une condition finit dans le tableau, la liste, la section ou le cadre "
          + "où elle a commencé"),
      at: marks[0].span,
      notes: [Note(Phrase(en: "and it ends here", fr: "et elle finit ici"), at: last.span)],
      help: [
        Phrase(
          en: "put both directives side by side: in the same cell, or each in a row of its own",
          fr: "placez les deux côte à côte : dans la même cellule, ou chacune dans sa propre ligne")
      ])
  }

  static func directiveAmongText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.directive-among-text", .error,
      Phrase(
        en: "a directive whose partner stands in another paragraph stands alone in its own",
        fr: "une instruction dont l’autre moitié est dans un autre paragraphe est seule dans le "
          + "sien"),
      at: span,
      help: [
        Phrase(
          en: "give it a paragraph, an item or a row to itself: that one will vanish",
          fr: "donnez-lui un paragraphe, une puce ou une ligne à elle seule : celle-ci disparaîtra")
      ])
  }

  static func includeAmongText(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "template.include-among-text", .error,
      Phrase(
        en: "a document is included by a paragraph of its own, outside of lists",
        fr: "un document s’inclut par un paragraphe à lui seul, hors d’une liste"),
      at: span,
      help: [
        Phrase(
          en: "give `{{ include … }}` a paragraph to itself: what it names takes its place",
          fr: "donnez un paragraphe à « {{ include … }} » : ce qu’il nomme prend sa place")
      ])
  }

  static func clashingPrefix(_ declaration: XMLAttribute) -> Diagnostic {
    Diagnostic(
      "template.clashing-prefix", .error,
      Phrase(
        en: "`\(declaration.name)` means something else in the document that this one goes into",
        fr: "« \(declaration.name) » a un autre sens dans le document où entre celui-ci"),
      at: declaration.value.span,
      help: [
        Phrase(
          en: "save both with the same version of LibreOffice Writer",
          fr: "enregistrez les deux avec la même version de LibreOffice Writer")
      ])
  }

  static func letterheadOfVocabulary(_ path: Located<String>) -> Diagnostic {
    Diagnostic(
      "kitplan.letterhead", .error,
      Phrase(
        en: "a letterhead dresses Writer templates, and this document has another kind",
        fr: "un papier à lettres habille les modèles Writer, et ce document est d’une autre sorte"),
      at: path.span)
  }
}

/// The kit's plan.
extension Diagnostic {
  static func missingPlan(_ path: String, in folder: String) -> Diagnostic {
    Diagnostic(
      "kitplan.missing-file", .error,
      Phrase(
        en: "the templates need the file `\(path)`", fr: "les modèles ont besoin de « \(path) »"),
      at: SourceSpan(wholeOf: SourceFile.ID("\(folder)/\(path)")))
  }

  static func duplicateDocument(_ id: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.duplicate-document", .error,
      Phrase(
        en: "the document `\(id.value)` is planned twice",
        fr: "le document « \(id.value) » est prévu deux fois"),
      at: id.span,
      notes: [Note(Phrase(en: "first planned here", fr: "prévu une première fois ici"), at: first)])
  }

  static func noSheet(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.no-sheet", .error,
      Phrase(
        en: "the template has no table for a spreadsheet",
        fr: "le modèle n’a pas de tableau pour un classeur"),
      at: span,
      help: [
        Phrase(
          en: "give a table its `sheet`, the name that it has there; Writer templates have none",
          fr: "donnez à un tableau son « sheet », le nom qu’il y porte ; les modèles Writer n’en "
            + "ont pas")
      ])
  }

  static func notPages(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kitplan.not-pages", .error,
      Phrase(
        en: "`\(text.value)` is not a number of pages",
        fr: "« \(text.value) » n’est pas un nombre de pages"),
      at: text.span,
      help: [
        Phrase(
          en: "write `1`, or `1-2` for one or two", fr: "écrivez « 1 », ou « 1-2 » pour une ou deux"
        )
      ])
  }

  static func duplicateFolder(_ id: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.duplicate-folder", .error,
      Phrase(
        en: "the folder `\(id.value)` is planned twice",
        fr: "le dossier « \(id.value) » est prévu deux fois"),
      at: id.span,
      notes: [Note(Phrase(en: "first planned here", fr: "prévu une première fois ici"), at: first)],
      help: [
        Phrase(
          en: "put the documents of both into one", fr: "mettez les documents des deux dans un seul"
        )
      ])
  }

  static func duplicatePath(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.duplicate-path", .error,
      Phrase(
        en: "two documents of one kit have the path `\(path)`",
        fr: "deux documents d’un même kit ont le chemin « \(path) »"),
      at: span,
      help: [
        Phrase(
          en: "let `file` name what repeats, as in `role-{{ role.id }}`",
          fr: "faites varier « file », par exemple « role-{{ role.id }} »")
      ])
  }

  static func unsafeName(_ name: String, _ rule: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.unsafe-name", .error,
      Phrase(
        en: "`\(name)` cannot be the name of a file: \(rule.english)",
        fr: "« \(name) » ne peut pas nommer un fichier : \(rule.french)"),
      at: span)
  }

  static func missingHome(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kitplan.missing-home", .error,
      Phrase(
        en: "the kit's plan has no home page",
        fr: "le plan du kit n’a pas de page d’accueil"),
      at: span,
      help: [
        Phrase(
          en: "plan an HTML document with `at=\"root\"`",
          fr: "prévoyez un document HTML avec « at=\"root\" »")
      ])
  }
}

extension Phrase {
  static let sharedByPages = Phrase(
    en: "in one document for all rows, headers, footers and the title are the same for all",
    fr: "dans un seul document pour toutes les lignes, en-têtes, pieds de page et titre sont "
      + "communs à toutes")
}
