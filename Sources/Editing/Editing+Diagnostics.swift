import Diagnostics
import French
import KnowledgeBase
import Sheets

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func missingPart(_ name: String) -> Diagnostic {
    Diagnostic(
      "edit.missing-file", .error,
      Phrase(
        en: "the knowledge base needs the file `\(name)`",
        fr: "la base de connaissances a besoin du fichier « \(name) »"))
  }

  static func unknownSheet(_ table: SheetTable, among known: [String]) -> Diagnostic {
    let name = table.name ?? table.file.path
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "edit.unknown-sheet", .error,
      Phrase(
        en: "nothing in the knowledge base is kept in a sheet `\(name)` with these headings",
        fr: "rien dans la base n’est tenu dans une feuille « \(name) » avec ces titres"),
      at: table.headings.first?.span,
      help: [
        Phrase(
          en: "name the sheet, or the CSV file, as one of: \(list)",
          fr: "donnez à la feuille, ou au fichier CSV, un de ces noms : \(list)")
      ])
  }

  static func unknownColumn(_ heading: SheetCell, among known: [String]) -> Diagnostic {
    let name = heading.located.value
    return ofCell(
      "edit.unknown-column", heading.address,
      Phrase(
        en: "there is no column `\(name)` for these items",
        fr: "il n’y a pas de colonne « \(name) » pour ces éléments"),
      at: heading.span, help: didYouMean(name, among: known))
  }

  static func noID(_ cell: SheetCell) -> Diagnostic {
    ofCell(
      "edit.no-id", cell.address,
      Phrase(
        en: "the row has neither an id nor a title to make one of",
        fr: "la ligne n’a ni identifiant, ni titre pour en former un"),
      at: cell.span)
  }

  static func unknownRow(
    _ cell: SheetCell, _ id: String, of kind: ItemKind, among known: [String]
  ) -> Diagnostic {
    ofCell(
      "edit.unknown-row", cell.address,
      Phrase(
        en: "the base has no \(kind.english.one) `\(id)`",
        fr: "la base n’a pas de \(kind.french.one) « \(id) »"),
      at: cell.span,
      help: didYouMean(id, among: known) + [
        Phrase(
          en: "leave this cell blank for a new row",
          fr: "laissez cette cellule vide pour une ligne nouvelle")
      ])
  }

  static func unknownOwner(_ cell: SheetCell, among known: [String]) -> Diagnostic {
    let id = cell.located.value
    return ofCell(
      "edit.unknown-owner", cell.address,
      Phrase(
        en: "the base has no `\(id)` to which the row could belong",
        fr: "la base n’a pas de « \(id) » à qui la ligne pourrait appartenir"),
      at: cell.span, help: didYouMean(id, among: known))
  }

  static func otherOwner(_ cell: SheetCell, _ said: String, owner: String) -> Diagnostic {
    ofCell(
      "edit.other-owner", cell.address,
      Phrase(
        en: "this row belongs to `\(owner)`, not to `\(said)`",
        fr: "cette ligne appartient à « \(owner) », non à « \(said) »"),
      at: cell.span,
      help: [
        Phrase(
          en: "write a new row for `\(said)`, with a blank first cell, and remove this one",
          fr: "écrivez une ligne nouvelle pour « \(said) », la première cellule vide, et retirez "
            + "celle-ci")
      ])
  }

  static func missingFields(_ fields: [Field], _ cell: SheetCell) -> Diagnostic {
    let english = fields.map { "`\($0.heading)`" }.joined(separator: ", ")
    let french = fields.map { "« \($0.heading) »" }.joined(separator: ", ")
    let words = fields.compactMap { field -> String? in
      switch field.content {
      case .choice(let words), .choices(let words):
        "\(field.heading)\u{A0}: \(words.map(\.label).joined(separator: ", "))"
      default: nil
      }
    }
    return ofCell(
      "edit.missing-fields", cell.address,
      Phrase(
        en: "the new row lacks \(english)", fr: "il manque à la ligne nouvelle \(french)"),
      at: cell.span, help: words.map { Phrase(en: $0, fr: $0) })
  }

  static func idTwice(_ cell: SheetCell, _ id: String, first: SheetCell) -> Diagnostic {
    ofCell(
      "edit.id-twice", cell.address,
      Phrase(
        en: "the id `\(id)` stands already in \(first.address.name)",
        fr: "l’identifiant « \(id) » se trouve déjà en \(first.address.name)"),
      at: cell.span,
      help: [
        Phrase(
          en: "leave the id of a new row blank, and give it a title of its own",
          fr: "laissez vide l’identifiant d’une ligne nouvelle, et donnez-lui un titre à elle")
      ])
  }

  static func notANumber(_ cell: SheetCell) -> Diagnostic {
    let text = cell.located.value
    return ofCell(
      "edit.not-a-number", cell.address,
      Phrase(
        en: "`\(text)` is not a whole number", fr: "« \(text) » n’est pas un nombre entier"),
      at: cell.span)
  }

  static func notADay(_ cell: SheetCell) -> Diagnostic {
    let text = cell.located.value
    return ofCell(
      "edit.not-a-day", cell.address,
      Phrase(
        en: "`\(text)` is not a day of the calendar",
        fr: "« \(text) » n’est pas un jour du calendrier"),
      at: cell.span,
      help: [
        Phrase(
          en: "write day, month and year, as in `16/03/2015`",
          fr: "écrivez le jour, le mois et l’année, comme « 16/03/2015 »")
      ])
  }

  static func notAWord(_ cell: SheetCell, _ text: String, among known: [String]) -> Diagnostic {
    ofCell(
      "edit.unknown-word", cell.address,
      Phrase(
        en: "`\(text)` is not one of the words that stand here",
        fr: "« \(text) » n’est pas un des mots attendus ici"),
      at: cell.span, help: didYouMean(text, among: known))
  }

  static func absentItems(_ ids: [String], of kind: ItemKind, in table: SheetTable) -> Diagnostic {
    let shown = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    let (english, french) = (
      ids.count == 1 ? kind.english.one : kind.english.many,
      ids.count == 1 ? kind.french.one : kind.french.many
    )
    return Diagnostic(
      "edit.absent", .warning,
      Phrase(
        en: "\(ids.count) \(english) of the base without a row here, kept: \(shown)",
        fr: "\(ids.count) \(french) de la base sans ligne ici, gardés : \(shown)"),
      at: table.headings.first?.span,
      help: [
        Phrase(
          en: "`--remove` takes out of the base what the sheet has no row for",
          fr: "« --remove » retire de la base ce que la feuille n’a plus")
      ])
  }

  /// What the base says of a file as it would be, at the cell that is the reason.
  static func refused(_ diagnostic: Diagnostic, by cell: SheetCell) -> Diagnostic {
    let place = cell.address.phrase
    var told = diagnostic
    told.message = Phrase(
      en: "\(place.english): \(diagnostic.message.english)",
      fr: "\(place.french) : \(diagnostic.message.french)")
    told.span = cell.span
    told.notes = []
    return told
  }

  // MARK: Another academy, another edition

  static func newName(_ name: String) -> Diagnostic {
    Diagnostic(
      "new.name", .error,
      Phrase(
        en: "`\(name)` has neither a letter nor a digit to make an id of",
        fr: "« \(name) » n’a ni lettre ni chiffre pour former un identifiant"))
  }

  static func newTwice(_ name: String) -> Diagnostic {
    Diagnostic(
      "new.twice", .error,
      Phrase(en: "`\(name)` is given twice", fr: "« \(name) » est donné deux fois"))
  }

  static func newDepartment(_ code: String) -> Diagnostic {
    Diagnostic(
      "new.department", .error,
      Phrase(
        en: "`\(code)` is not the code of a department",
        fr: "« \(code) » n’est pas le code d’un département"),
      help: [
        Phrase(
          en: "write the code, or code and name, as in `35` or `35=Ille-et-Vilaine`",
          fr: "écrivez le code, ou le code et le nom, comme « 35 » ou « 35=Ille-et-Vilaine »")
      ])
  }

  static func newBasinWhere(
    _ basin: String, _ code: String?, among known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "new.basin-where", .error,
      Phrase(
        en: "the department of the basin `\(basin)` is not told",
        fr: "le département du bassin « \(basin) » n’est pas dit"),
      help: [
        Phrase(
          en: "write one of \(list) before it, as in `\(known.first ?? "35")=\(basin)`",
          fr: "écrivez devant l’un de \(list), comme « \(known.first ?? "35")=\(basin) »")
      ])
  }

  static func newWeekNotMonday(_ day: CalendarDay) -> Diagnostic {
    Diagnostic(
      "new.not-a-monday", .error,
      Phrase(
        en: "the week begins on a Monday, and \(day) is none",
        fr: "la Semaine commence un lundi, et le \(day) n’en est pas un"),
      help: [
        Phrase(
          en: "the Monday of that week is \(day.monday)",
          fr: "le lundi de cette semaine-là est le \(day.monday)")
      ])
  }

  static func newOtherYear(_ week: CalendarDay, _ year: Int) -> Diagnostic {
    Diagnostic(
      "new.other-year", .error,
      Phrase(
        en: "an edition is named by the year of its week, and \(week) is not in \(year)",
        fr: "une édition porte l’année de sa Semaine, et le \(week) n’est pas en \(year)"))
  }

  static func newEditionExists(_ edition: Edition) -> Diagnostic {
    Diagnostic(
      "new.edition-exists", .error,
      Phrase(
        en: "the edition \(edition.id) exists already",
        fr: "l’édition \(edition.id) existe déjà"),
      at: edition.span)
  }

  static func newEditionNotLast(_ last: Edition) -> Diagnostic {
    Diagnostic(
      "new.not-after-last", .error,
      Phrase(
        en: "an edition is opened after the last one, which is \(last.id), of rank \(last.rank)",
        fr: "une édition s’ouvre après la dernière, qui est \(last.id), de rang \(last.rank)"),
      at: last.span,
      help: [
        Phrase(
          en: "an earlier one is history: write it into the file by hand, or through a sheet",
          fr: "une édition plus ancienne est de l’histoire : écrivez-la dans le fichier, ou par "
            + "une feuille")
      ])
  }

  static func newWeekInHolidays(
    _ week: CalendarDay, _ holiday: SchoolCalendar.Holiday
  ) -> Diagnostic {
    Diagnostic(
      "new.week-in-holidays", .error,
      Phrase(
        en: "the week of \(week) meets holidays of zone \(holiday.zone): \(holiday.name), from "
          + "\(holiday.start) to \(holiday.end)",
        fr: "la semaine du \(week) touche des vacances de la zone \(holiday.zone) : "
          + "\(holiday.name), du \(holiday.start) au \(holiday.end)"),
      help: [Phrase(en: "choose a week of class", fr: "choisissez une semaine de classe")])
  }
}
