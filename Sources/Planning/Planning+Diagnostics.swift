import Diagnostics
import French
import KnowledgeBase

extension Diagnostic {
  static func editionWithoutWeek(_ edition: Edition, known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "plan.edition-without-week", .error,
      Phrase(
        en: "the first day of the edition `\(edition.id)` is not known",
        fr: "le premier jour de l’édition « \(edition.id) » n’est pas connu"),
      at: edition.span,
      help: [
        Phrase(
          en: "give its `start` and `end`, or choose an edition that has them: \(list)",
          fr: "indiquez « start » et « end », ou choisissez une édition qui les a : \(list)")
      ])
  }

  static func calendarTooShort(
    _ first: CalendarDay, _ last: CalendarDay, zone: String, file: SourceFile.ID
  ) -> Diagnostic {
    Diagnostic(
      "plan.calendar-too-short", .error,
      Phrase(
        en: "the school holidays of zone \(zone) are not known from \(first) to \(last)",
        fr: "les vacances scolaires de la zone \(zone) ne sont pas connues du \(first) au \(last)"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "complete this file with the ministry's dates",
          fr: "complétez ce fichier avec les dates du ministère")
      ])
  }

  static func publicHolidaysTooShort(
    _ first: CalendarDay, _ last: CalendarDay, file: SourceFile.ID
  ) -> Diagnostic {
    Diagnostic(
      "plan.public-holidays-too-short", .error,
      Phrase(
        en: "the public holidays are not known for every school year from \(first) to \(last)",
        fr: "les jours fériés ne sont pas connus pour chaque année scolaire du \(first) au \(last)"
      ),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "complete this file, eleven days a year",
          fr: "complétez ce fichier, onze jours par an")
      ])
  }

  static func noSchoolDay(_ lead: Located<LeadTime>, task: Task) -> Diagnostic {
    Diagnostic(
      "plan.no-school-day", .error,
      Phrase(
        en: "the task `\(task.id)` finds no school day near its lead time, \(lead.value)",
        fr: "la tâche « \(task.id) » ne trouve aucun jour de classe près de son délai, "
          + "« \(lead.value) »"),
      at: lead.span,
      help: [
        Phrase(
          en: "check its lead time and the school calendar: \(Season.reachDays) days are searched",
          fr: "vérifiez son délai et le calendrier scolaire : la recherche porte sur "
            + "\(Season.reachDays) jours")
      ])
  }

  static func otherSchoolYear(
    _ lead: Located<LeadTime>, day: CalendarDay, task: Task
  ) -> Diagnostic {
    Diagnostic(
      "plan.other-school-year", .error,
      Phrase(
        en: "the task `\(task.id)` would be due on \(day), in another school year than the week",
        fr: "la tâche « \(task.id) » tomberait le \(day), dans une autre année scolaire que la "
          + "Semaine"),
      at: lead.span,
      help: [
        Phrase(
          en: "give it a shorter lead time; only the academy may begin a school year earlier",
          fr: "donnez-lui un délai plus court ; seule l’académie peut commencer l’année d’avant")
      ])
  }

  /// - Parameter chain: ids from the task to the one that sets its time.
  static func chainTooLong(_ chain: [String], task: Task) -> Diagnostic {
    let text = chain.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "plan.chain-too-long", .error,
      Phrase(
        en: "the task `\(task.id)` would have to begin before the school year does: \(text)",
        fr: "la tâche « \(task.id) » devrait commencer avant l’année scolaire : \(text)"),
      at: task.span,
      help: [
        Phrase(
          en: "shorten the `days` of the chain, or let its last task be due later",
          fr: "réduisez les « days » de la chaîne, ou rapprochez l’échéance de la dernière tâche")
      ])
  }

  /// - Parameter chain: ids, each waited for by the next.
  static func dueBeforePrerequisite(
    _ chain: [String], first: (task: Task, due: CalendarDay), then: (task: Task, due: CalendarDay),
    at span: SourceSpan
  ) -> Diagnostic {
    let text = chain.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "plan.due-before-prerequisite", .error,
      Phrase(
        en: "`\(then.task.id)` is due on \(then.due) and waits for `\(first.task.id)`, "
          + "which ends on \(first.due): \(text)",
        fr: "« \(then.task.id) » est à faire pour le \(then.due) et attend "
          + "« \(first.task.id) », qui finit le \(first.due) : \(text)"),
      at: span,
      notes: [
        Note(Phrase(en: "what it waits for", fr: "ce qu’elle attend"), at: first.task.span)
      ],
      help: [
        Phrase(
          en: "let the first be due earlier or the second later, or take it out of `after`",
          fr: "avancez l’échéance de la première ou reculez la seconde, ou retirez-la de « after »")
      ])
  }

  static func startTooLate(
    _ start: CalendarDay, week: CalendarDay, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      "plan.start-too-late", .error,
      Phrase(
        en: "no school day lies between the start day \(start) and the week, which begins on "
          + "\(week)",
        fr: "aucun jour de classe ne sépare le jour de départ \(start) de la Semaine, qui "
          + "commence le \(week)"),
      at: span,
      help: [
        Phrase(
          en: "give an earlier start day, or another edition",
          fr: "indiquez un jour de départ plus tôt, ou une autre édition")
      ])
  }
}
