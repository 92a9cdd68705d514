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

  static func noSchoolDay(before day: CalendarDay, task: Task) -> Diagnostic {
    Diagnostic(
      "plan.no-school-day", .error,
      Phrase(
        en: "the task `\(task.id)` finds no school day within 70 days before \(day)",
        fr: "la tâche « \(task.id) » ne trouve aucun jour de classe dans les 70 jours avant le "
          + "\(day)"),
      at: task.span,
      help: [
        Phrase(
          en: "check its lead time and the school calendar",
          fr: "vérifiez son délai et le calendrier scolaire")
      ])
  }
}
