import Diagnostics
import Markup

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func missingFile(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      "kb.missing-file", .error,
      Phrase(
        en: "the knowledge base needs the file `\(name)`",
        fr: "la base de connaissances a besoin du fichier « \(name) »"),
      at: SourceSpan(wholeOf: SourceFile.ID("\(folder)/\(name)")),
      help: [
        Phrase(
          en: "put it back in `\(folder)`, or name another data folder with `--data`",
          fr: "remettez-le dans « \(folder) », ou indiquez un autre dossier avec « --data »")
      ])
  }

  static func missingAttribute(_ name: String, on element: XMLElement) -> Diagnostic {
    Diagnostic(
      "kb.missing-attribute", .error,
      Phrase(
        en: "`\(element.name)` needs the attribute `\(name)`",
        fr: "« \(element.name) » doit porter l’attribut « \(name) »"),
      at: element.span)
  }

  static func missingChild(_ name: String, in element: XMLElement) -> Diagnostic {
    Diagnostic(
      "kb.missing-element", .error,
      Phrase(
        en: "`\(element.name)` needs a `<\(name)>`",
        fr: "« \(element.name) » doit contenir un « <\(name)> »"),
      at: element.span)
  }

  static func notAnIdentifier(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-an-id", .error,
      Phrase(
        en: "`\(text.value)` cannot be an id",
        fr: "« \(text.value) » ne peut pas servir d’identifiant"),
      at: text.span,
      help: [
        Phrase(
          en: "use lower-case letters without accents, digits and single hyphens, 60 at most, "
            + "and no name that Windows reserves, such as `con`",
          fr: "écrivez des minuscules sans accent, des chiffres et des traits d’union simples, "
            + "60 au plus, et aucun nom réservé par Windows, comme « con »")
      ])
  }

  static func notADay(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-day", .error,
      Phrase(
        en: "`\(text.value)` is not a day of the calendar",
        fr: "« \(text.value) » n’est pas un jour du calendrier"),
      at: text.span,
      help: [
        Phrase(
          en: "write the year, month and day, as in `2014-03-17`",
          fr: "écrivez l’année, le mois et le jour, comme « 2014-03-17 »")
      ])
  }

  static func notALeadTime(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-lead-time", .error,
      Phrase(
        en: "`\(text.value)` is not a lead time",
        fr: "« \(text.value) » n’est pas un délai"),
      at: text.span,
      help: [
        Phrase(
          en: "write a number and a unit: `12 weeks`, `6 school-weeks`, `3 school-days`; "
            + "a negative number is after the week",
          fr: "écrivez un nombre et une unité : « 12 weeks » (semaines), « 6 school-weeks » "
            + "(semaines de classe), « 3 school-days » (jours de classe) ; un nombre négatif "
            + "est après la Semaine")
      ])
  }

  static func notHours(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-hours", .error,
      Phrase(
        en: "`\(text.value)` is not a number of hours",
        fr: "« \(text.value) » n’est pas un nombre d’heures"),
      at: text.span,
      help: [
        Phrase(
          en: "write whole or half hours from 0 to 999, as in `2` or `1.5`",
          fr: "écrivez des heures ou des demi-heures de 0 à 999, comme « 2 » ou « 1.5 »")
      ])
  }

  static func unknownZone(
    _ zone: Located<String>, among known: [String], file: SourceFile.ID
  ) -> Diagnostic {
    Diagnostic(
      "kb.unknown-zone", .error,
      Phrase(
        en: "no zone of school holidays has the id `\(zone.value)`",
        fr: "« \(zone.value) » ne désigne aucune zone de vacances scolaires"),
      at: zone.span,
      help: didYouMean(zone.value, among: known) + [
        Phrase(
          en: "a zone and its holidays are added in `\(file)`",
          fr: "une zone et ses vacances s’ajoutent dans « \(file) »")
      ])
  }

  static func holidaysOverlap(_ span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kb.holidays-overlap", .error,
      Phrase(
        en: "the holidays begin before the former ones of the zone have ended",
        fr: "ces vacances commencent avant la fin des précédentes de la zone"),
      at: span, notes: [Note(Phrase(en: "the former ones", fr: "les précédentes"), at: first)],
      help: [
        Phrase(
          en: "compare both with the ministry's dates",
          fr: "comparez les deux avec les dates du ministère")
      ])
  }

  static func periodEndsFirst(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kb.period-ends-first", .error,
      Phrase(
        en: "this `\(name)` ends before it starts",
        fr: "cette période (« \(name) ») finit avant de commencer"),
      at: span,
      help: [Phrase(en: "exchange `start` and `end`", fr: "échangez « start » et « end »")])
  }

  static func conditionedOut(
    _ reference: Located<Task.ID>, of task: Task, _ first: Task
  ) -> Diagnostic {
    Diagnostic(
      "kb.dependency-conditioned-out", .error,
      Phrase(
        en: "`\(task.id)` waits for `\(first.id)`, which not every basin has that has the former",
        fr: "« \(task.id) » attend « \(first.id) », que n’ont pas tous les bassins qui ont la "
          + "première"),
      at: reference.span, notes: [Note(Phrase(en: "its task", fr: "sa tâche"), at: first.span)],
      help: [
        Phrase(
          en: "give both tasks the same `for` and `only-if`, or take the id out of `after`",
          fr: "donnez aux deux tâches les mêmes « for » et « only-if », ou retirez "
            + "l’identifiant de « after »")
      ])
  }

  static func latestBeforeDue(
    _ latest: Located<LeadTime>, due: Located<LeadTime>
  ) -> Diagnostic {
    Diagnostic(
      "kb.latest-before-due", .error,
      Phrase(
        en: "the last moment of the task, \(latest.value), comes before the day on which it is "
          + "due, \(due.value)",
        fr: "le dernier moment de la tâche, « \(latest.value) », vient avant son échéance, "
          + "« \(due.value) »"),
      at: latest.span,
      notes: [Note(Phrase(en: "its lead time", fr: "son délai"), at: due.span)],
      help: [
        Phrase(
          en: "give `latest` a number that is at most that of the lead time",
          fr: "donnez à « latest » un nombre qui ne dépasse pas celui du délai")
      ])
  }

  static func notANumber(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-number", .error,
      Phrase(
        en: "`\(text.value)` is not a whole number",
        fr: "« \(text.value) » n’est pas un nombre entier"),
      at: text.span)
  }

  static func notACount(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-count", .error,
      Phrase(
        en: "`\(text.value)` is no number from 0 to 999999",
        fr: "« \(text.value) » n’est pas un nombre de 0 à 999999"),
      at: text.span)
  }

  static func notOneOf(_ text: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "kb.unknown-word", .error,
      Phrase(
        en: "`\(text.value)` is not one of the words that stand here",
        fr: "« \(text.value) » n’est pas un des mots attendus ici"),
      at: text.span, help: didYouMean(text.value, among: known))
  }

  static func duplicate(_ id: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kb.duplicate-id", .error,
      Phrase(
        en: "the id `\(id.value)` is already taken",
        fr: "l’identifiant « \(id.value) » est déjà pris"),
      at: id.span,
      notes: [Note(Phrase(en: "first used here", fr: "première utilisation ici"), at: first)])
  }

  /// - Parameter letter: the one that the digits call for; nil where there are no seven digits.
  static func wrongSchoolNumber(_ number: Located<String>, letter: Character?) -> Diagnostic {
    guard let letter else {
      return Diagnostic(
        "kb.school-number", .error,
        Phrase(
          en: "`\(number.value)` is no school's number: it has seven digits and a letter",
          fr: "« \(number.value) » n’est le numéro d’aucun établissement : il a sept chiffres et "
            + "une lettre"),
        at: number.span)
    }
    return Diagnostic(
      "kb.school-number", .error,
      Phrase(
        en: "`\(number.value)` is no school's number: its digits call for the letter \(letter)",
        fr: "« \(number.value) » n’est le numéro d’aucun établissement : ses chiffres appellent la "
          + "lettre \(letter)"),
      at: number.span,
      help: [
        Phrase(
          en: "a digit is mistyped, or the letter is", fr: "un chiffre est faux, ou la lettre")
      ])
  }

  static func notAPostcode(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-postcode", .error,
      Phrase(
        en: "`\(code.value)` is not a postcode: it has five digits",
        fr: "« \(code.value) » n’est pas un code postal : il a cinq chiffres"),
      at: code.span)
  }

  static func unknownDepartmentCode(
    _ code: Located<String>, among known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "kb.unknown-department-code", .error,
      Phrase(
        en: "no department of the academy has the code `\(code.value)`",
        fr: "aucun département de l’académie n’a le code « \(code.value) »"),
      at: code.span,
      help: [Phrase(en: "known here: \(list)", fr: "connus ici : \(list)")])
  }

  static func roleHeldTwice(_ role: Located<String>, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kb.role-held-twice", .error,
      Phrase(
        en: "the basin gives the role `\(role.value)` to two persons",
        fr: "le bassin confie le rôle « \(role.value) » à deux personnes"),
      at: role.span,
      notes: [Note(Phrase(en: "first given here", fr: "confié une première fois ici"), at: first)],
      help: [
        Phrase(
          en: "keep one `person` for each role; the deputy is the one that the role names",
          fr: "gardez un seul « person » par rôle ; le suppléant est celui que nomme le rôle")
      ])
  }

  static func unknownReference(
    _ id: Located<String>, to kind: Phrase, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "kb.unknown-reference", .error,
      Phrase(
        en: "no \(kind.english) has the id `\(id.value)`",
        fr: "« \(id.value) » ne désigne \(kind.french)"),
      at: id.span, help: didYouMean(id.value, among: known))
  }

  static func unknownPicture(_ name: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "kb.unknown-picture", .error,
      Phrase(
        en: "the folder `pictures` has no file `\(name.value)`",
        fr: "le dossier « pictures » n’a pas de fichier « \(name.value) »"),
      at: name.span, help: didYouMean(name.value, among: known))
  }

  static func notAPicture(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.not-a-picture", .error,
      Phrase(
        en: "`\(name.value)` is no picture that documents can show",
        fr: "« \(name.value) » n’est pas une image que les documents peuvent montrer"),
      at: name.span,
      help: [
        Phrase(
          en: "save it as PNG, JPEG or SVG without script or link, under a name of letters without "
            + "accents, digits, hyphens and full stops",
          fr: "enregistrez-la en PNG, JPEG ou SVG sans script ni lien, sous un nom en lettres sans "
            + "accent, chiffres, traits d’union et points")
      ])
  }

  static func endBeforeStart(_ edition: String, _ end: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.end-before-start", .error,
      Phrase(
        en: "the week of the edition `\(edition)` ends before it starts",
        fr: "la semaine de l’édition « \(edition) » finit avant de commencer"),
      at: end.span,
      help: [
        Phrase(en: "exchange `start` and `end`", fr: "échangez « start » et « end »")
      ])
  }

  static func fundYears(
    _ first: Int, _ last: Int, _ element: XMLElement, other: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      "kb.fund-years", .error,
      Phrase(
        en: "the years \(first) to \(last) of a fund are no period of their own",
        fr: "les années \(first) à \(last) d’un fonds ne sont pas une période à elles seules"),
      at: element["first"]?.span ?? element.span,
      notes: other.map {
        [
          Note(
            Phrase(en: "another fund has some of them", fr: "un autre fonds en a une partie"),
            at: $0)
        ]
      } ?? [],
      help: [
        Phrase(
          en: "the first year comes before the last, and no year lies in two periods",
          fr: "la première année précède la dernière, et aucune n’est dans deux périodes")
      ])
  }

  static func weekTooLong(_ edition: String, days: Int, _ end: Located<String>) -> Diagnostic {
    Diagnostic(
      "kb.week-too-long", .error,
      Phrase(
        en: "the week of the edition `\(edition)` lasts \(days) days; a week has at most 7",
        fr: "la semaine de l’édition « \(edition) » dure \(days) jours ; une semaine en a 7 au plus"
      ),
      at: end.span)
  }

  static func missingSource(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      "kb.missing-source", .error,
      Phrase(
        en: "what is reported or computed names its source",
        fr: "ce qui est rapporté ou calculé indique sa source"),
      at: element.span,
      help: [
        Phrase(
          en: "add `sources=\"…\"`, or `standing=\"proposed\"` if it is good practice only",
          fr: "ajoutez « sources=\"…\" », ou « standing=\"proposed\" » si ce n’est qu’un conseil")
      ])
  }

  /// - Parameter chain: ids in the order in which each waits for the next; the last is the first.
  static func taskCycle(_ chain: [String], at span: SourceSpan) -> Diagnostic {
    let text = chain.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "kb.task-cycle", .error,
      Phrase(
        en: "tasks wait for each other in a circle: \(text)",
        fr: "des tâches s’attendent en rond : \(text)"),
      at: span,
      help: [
        Phrase(
          en: "take one of the ids out of its task's `after`",
          fr: "retirez un de ces identifiants du « after » de sa tâche")
      ])
  }

  static func missingWeight(_ criterion: String, in element: XMLElement) -> Diagnostic {
    Diagnostic(
      "kb.missing-weight", .error,
      Phrase(
        en: "the ranking says nothing of the criterion `\(criterion)`",
        fr: "le classement ne dit rien du critère « \(criterion) »"),
      at: element.nameSpan,
      help: [
        Phrase(
          en: "add a `weight` with that id; `points=\"0\"` leaves the criterion out",
          fr: "ajoutez un « weight » de cet identifiant ; « points=\"0\" » écarte le critère")
      ])
  }

  static func wrongSign(_ points: Located<String>, isBonus: Bool) -> Diagnostic {
    Diagnostic(
      "kb.wrong-sign", .error,
      Phrase(
        en: isBonus
          ? "a criterion that adds points has none below zero"
          : "a criterion that takes points away has none above zero",
        fr: isBonus
          ? "un critère qui ajoute des points n’en a pas moins de zéro"
          : "un critère qui retire des points n’en a pas plus de zéro"),
      at: points.span)
  }

  static func formatInTwoFamilies(_ format: XMLElement, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "kb.format-in-two-families", .error,
      Phrase(
        en: "the form `\(format.text)` belongs to two families",
        fr: "la forme « \(format.text) » est dans deux familles"),
      at: format.span,
      notes: [Note(Phrase(en: "first named here", fr: "nommée une première fois ici"), at: first)])
  }

  static func brackets(_ message: XMLElement) -> Diagnostic {
    Diagnostic(
      "kb.brackets", .error,
      Phrase(
        en: "a bracket of this text has no other, or nothing stands in it",
        fr: "un crochet de ce texte n’a pas son pendant, ou ne contient rien"),
      at: message.span,
      help: [
        Phrase(
          en: "what is to be filled in stands between two brackets: `[place and hour]`",
          fr: "ce qu’il y a à compléter est entre deux crochets : « [lieu et heure] »")
      ])
  }

  static func emptyPart(_ name: String, in file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "kb.empty-file", .error,
      Phrase(en: "the file holds no `\(name)`", fr: "le fichier ne contient aucun « \(name) »"),
      at: SourceSpan(wholeOf: file))
  }
}
