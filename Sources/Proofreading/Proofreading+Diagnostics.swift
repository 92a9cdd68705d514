import Diagnostics
import Documents
import French

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func acronym(_ fault: AcronymReader.Fault, at place: ProofPlace) -> Diagnostic {
    switch fault.reason {
    case .unexplained(let acronym):
      found(
        "proof.unexplained-acronym", .warning,
        Phrase(
          en: "`\(acronym.short)` is not explained where it first stands",
          fr: "« \(acronym.short) » n’est pas développé à son premier emploi"),
        fault.bytes, place,
        help: Phrase(
          en: "write “\(acronym.long) (\(acronym.short))” there, or before",
          fr: "écrivez là, ou avant, « \(acronym.long) (\(acronym.short)) »"))
    case .unknown(let text):
      found(
        "proof.unknown-acronym", .warning,
        Phrase(
          en: "the glossary does not know `\(text)`",
          fr: "le glossaire ne connaît pas « \(text) »"),
        fault.bytes, place,
        help: Phrase(
          en:
            "add it to `glossary.xml`, with `everyday=\"yes\"` if everybody knows it, or write it out",
          fr: "ajoutez-le à « glossary.xml », avec everyday=\"yes\" si chacun le connaît, ou "
            + "écrivez-le en toutes lettres"))
    }
  }

  static func day(_ fault: DayFault, at place: ProofPlace) -> Diagnostic {
    switch fault.reason {
    case .noSuchDay:
      found(
        "proof.no-such-day", .error,
        Phrase(en: "no calendar has this day", fr: "ce jour n’existe pas"), fault.bytes, place,
        help: takeFromPlan)
    case .otherWeekday(let day):
      found(
        "proof.wrong-weekday", .error,
        Phrase(
          en: "\(day) is a \(day.weekday)",
          fr: "le \(day.inFrench(.medium)) est un \(day.weekday.inFrench)"),
        fault.bytes, place, help: takeFromPlan)
    case .outOfSeason(let day):
      found(
        "proof.out-of-season", .error,
        Phrase(
          en: "\(day) lies outside the season of this kit",
          fr: "le \(day.inFrench(.medium)) est hors de la saison de ce kit"), fault.bytes, place,
        help: Phrase(
          en: "give the year if it is a day of the past; else take it from the plan",
          fr: "donnez l’année si c’est une date passée ; sinon, prenez-la dans le plan"))
    case .otherThanPlanned(let event, let name):
      found(
        "proof.contradictory-day", .error,
        Phrase(
          en: "“\(name)” has another day in the plan, and so in the other documents",
          fr: "« \(name) » a une autre date dans le plan, donc dans les autres documents"),
        fault.bytes, place,
        help: Phrase(
          en: "the plan says \(event.first) to \(event.last)",
          fr: "le plan dit \(dateRange(event.first, event.last, .weekdays))"))
    }
  }

  static func letterTooLong(
    _ estimate: LetterEstimate, limit: Int, _ copy: ProofCopy
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      "proof.letter-too-long", .error,
      Phrase(
        en: "the letter takes about \(estimate.pages) pages, and \(limit) is the most",
        fr: "la lettre tient sur environ \(estimate.pages) pages, et \(limit) est le plus"),
      at: SourceSpan(wholeOf: copy.template),
      help: [
        Phrase(
          en: "shorten it: it has about \(estimate.lines) lines, and a page "
            + "\(LetterEstimate.linesOfPage)",
          fr: "raccourcissez-la : elle a environ \(estimate.lines) lignes, et une page "
            + "\(LetterEstimate.linesOfPage)")
      ])
    diagnostic.excerpt = Excerpt(
      place: [copy.document.quoted], text: copy.document.title, fault: 0..<0)
    return diagnostic
  }

  private static var takeFromPlan: Phrase {
    Phrase(
      en: "let the program write it: `{{ task.due | long }}`, `{{ edition.start | long }}`",
      fr: "laissez le programme l’écrire : {{ task.due | long }}, {{ edition.start | long }}")
  }

  private static func found(
    _ id: ID, _ severity: Severity, _ message: Phrase, _ fault: Range<Int>, _ place: ProofPlace,
    help: Phrase
  ) -> Diagnostic {
    var diagnostic = Diagnostic(id, severity, message, at: place.span, help: [help])
    diagnostic.excerpt = place.excerpt(fault)
    return diagnostic
  }
}
