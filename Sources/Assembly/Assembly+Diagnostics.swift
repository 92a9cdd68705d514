import Diagnostics
import Export
import KnowledgeBase
import Merging
import Templates
import OpenDocumentFormat

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func unknownBasin(_ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-basin", .error,
      Phrase(
        en: "no basin has the id `\(id)`", fr: "aucun bassin n’a l’identifiant « \(id) »"),
      help: near(id, known))
  }

  static func unknownEdition(_ id: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-edition", .error,
      Phrase(
        en: "no edition has the id `\(id)`", fr: "aucune édition n’a l’identifiant « \(id) »"),
      help: near(id, known))
  }

  static func editionWithoutEnd(_ edition: Edition) -> Diagnostic {
    Diagnostic(
      "build.edition-without-end", .error,
      Phrase(
        en: "the last day of the edition `\(edition.id)` is not known",
        fr: "le dernier jour de l’édition « \(edition.id) » n’est pas connu"),
      at: edition.span,
      help: [
        Phrase(
          en: "give its `end`: letters and posters name both days",
          fr: "indiquez « end » : les lettres et les affiches donnent les deux jours")
      ])
  }

  private static func near(_ id: String, _ known: [String]) -> [Phrase] {
    let near = didYouMean(id, among: known)
    guard near.isEmpty else { return near }
    let list = known.sorted().joined(separator: ", ")
    return [Phrase(en: "known here: \(list)", fr: "connus ici : \(list)")]
  }

  static func unknownPreview(_ name: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-template", .error,
      Phrase(
        en: "no document of the kit's plan is `\(name)` or comes from the template `\(name)`",
        fr: "aucun document du plan n’est « \(name) » ni ne vient du modèle « \(name) »"),
      help: near(name, known))
  }

  static func notInKit(_ name: String, basin: String) -> Diagnostic {
    Diagnostic(
      "build.not-in-kit", .error,
      Phrase(
        en: "the kit of `\(basin)` has no document `\(name)`",
        fr: "le kit de « \(basin) » n’a pas de document « \(name) »"),
      help: [
        Phrase(
          en: "its condition in `kit.xml` leaves it out; try another basin",
          fr: "sa condition dans « kit.xml » l’écarte ; essayez un autre bassin")
      ])
  }

  static func missingLook(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      "build.missing-look", .error,
      Phrase(
        en: "the templates need the file `\(name)`", fr: "les modèles ont besoin de « \(name) »"),
      at: SourceSpan(wholeOf: SourceFile.ID("\(folder)/\(name)")))
  }

  static func notUTF8(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      "build.not-utf8", .error,
      Phrase(
        en: "templates are written in UTF-8, where the byte \(hex) cannot stand here",
        fr: "les modèles sont écrits en UTF-8, où l’octet \(hex) ne peut être ici"),
      at: span,
      help: [Phrase(en: "save the file in UTF-8", fr: "enregistrez le fichier en UTF-8")])
  }

  static func notAColour(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "build.not-a-colour", .error,
      Phrase(
        en: "`\(text)` is not a colour", fr: "« \(text) » n’est pas une couleur"),
      at: span,
      help: [
        Phrase(
          en: "write `#` and six digits from 0 to f, as in `#5b2a6f`",
          fr: "écrivez « # » et six chiffres de 0 à f, comme « #5b2a6f »")
      ])
  }

  static func unknownTaskDocument(
    _ reference: DocumentReference, among known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "build.unknown-document", .error,
      Phrase(
        en: "the kit's plan has no document `\(reference.value)`",
        fr: "le plan du kit n’a pas de document « \(reference.value) »"),
      at: reference.span, help: didYouMean(reference.value, among: known))
  }

  static func cannotPack(_ error: PackError, basin: String) -> Diagnostic {
    Diagnostic(
      "build.cannot-pack", .error,
      Phrase(
        en: "the kit of `\(basin)` cannot be packed: \(error.message.english)",
        fr: "le kit de « \(basin) » ne peut pas être rassemblé : \(error.message.french)"))
  }
}

// MARK: Proofreading

extension Diagnostic {
  static func unknownOwner(_ role: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-owner", .error,
      Phrase(
        en: "no role has the id `\(role.value)`",
        fr: "aucun rôle n’a l’identifiant « \(role.value) »"),
      at: role.span, help: near(role.value, known))
  }

  static func unknownEventTask(_ task: Located<String>, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.unknown-event-task", .error,
      Phrase(
        en: "no task has the id `\(task.value)`",
        fr: "aucune tâche n’a l’identifiant « \(task.value) »"),
      at: task.span, help: didYouMean(task.value, among: known))
  }

  static func unusedTemplate(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "build.unused-template", .warning,
      Phrase(
        en: "no document is made from this template", fr: "aucun document ne vient de ce modèle"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "plan it in `kit.xml`, include it, or take it out of the folder",
          fr: "prévoyez-le dans « kit.xml », incluez-le, ou retirez-le du dossier")
      ])
  }

  static func missingNumber(_ number: Located<Int>) -> Diagnostic {
    Diagnostic(
      "build.missing-number", .warning,
      Phrase(
        en: "the catalogue has no document \(number.value)",
        fr: "le catalogue n’a pas de document \(number.value)"),
      at: number.span,
      help: [
        Phrase(
          en: "plan a document with that `number`, or lower `catalogue`",
          fr: "prévoyez un document de ce « number », ou diminuez « catalogue »")
      ])
  }

  static func documentNotInKit(
    _ reference: DocumentReference, task: String, basin: String
  ) -> Diagnostic {
    Diagnostic(
      "build.document-not-in-kit", .error,
      Phrase(
        en: "`\(basin)` has the task “\(task)”, and its kit has no document `\(reference.value)`",
        fr: "« \(basin) » a la tâche « \(task) », et son kit n’a pas de document "
          + "« \(reference.value) »"),
      at: reference.span,
      help: [
        Phrase(
          en: "give the document the condition of the task, or the task another document",
          fr: "donnez au document la condition de la tâche, ou à la tâche un autre document")
      ])
  }

  static func roleWithoutSheet(
    _ role: String, sheets: [String], basin: String, at span: SourceSpan
  ) -> Diagnostic {
    let list = sheets.isEmpty ? "" : " (\(sheets.joined(separator: ", ")))"
    return Diagnostic(
      "build.role-without-sheet", .error,
      Phrase(
        en: "in the kit of `\(basin)`, the role `\(role)` lacks its sheet\(list)",
        fr: "dans le kit de « \(basin) », le rôle « \(role) » n’a pas sa fiche\(list)"),
      at: span,
      help: [
        Phrase(
          en: "plan a document `for=\"role in team\"`, for all of them",
          fr: "prévoyez un document « for=\"role in team\" », pour tous")
      ])
  }
}

// MARK: Merging

extension Diagnostic {
  static func noTemplate(_ word: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      "build.no-template", .error,
      Phrase(
        en: "`\(word)` is neither a file nor a template or a document of the kit",
        fr: "« \(word) » n’est ni un fichier, ni un modèle ou un document du kit"),
      help: didYouMean(word, among: known))
  }

  static func emptySpreadsheet(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "build.empty-spreadsheet", .error,
      Phrase(en: "the spreadsheet has no sheet", fr: "le classeur n’a aucune feuille"),
      at: SourceSpan(wholeOf: file))
  }

  static func otherSheets(
    _ others: [String], chosen: String, in file: SourceFile.ID
  ) -> Diagnostic {
    let list = others.joined(separator: ", ")
    return Diagnostic(
      "build.other-sheets", .warning,
      Phrase(
        en: "the rows are those of the sheet \(chosen); left aside: \(list)",
        fr: "les lignes sont celles de la feuille \(chosen) ; laissées de côté : \(list)"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "move the list to the first sheet if it is another one",
          fr: "mettez la liste dans la première feuille si c’en est une autre")
      ])
  }

  static func columnHides(_ column: RowList.Column) -> Diagnostic {
    Diagnostic(
      "build.column-hides", .warning,
      Phrase(
        en: "the column « \(column.heading) » takes the name `\(column.name)`, which the kit's own "
          + "field then no longer has",
        fr: "la colonne « \(column.heading) » prend le nom « \(column.name) », que le champ du kit "
          + "n’a plus alors"),
      at: column.span,
      help: [
        Phrase(
          en: "rename the column if the template means the kit's field",
          fr: "renommez la colonne si le modèle veut le champ du kit")
      ])
  }

  static func unusedColumns(
    _ columns: [RowList.Column], in file: SourceFile.ID
  ) -> Diagnostic {
    let list = columns.map { "\($0.name) (« \($0.heading) »)" }.joined(separator: ", ")
    return Diagnostic(
      "build.unused-columns", .warning,
      Phrase(
        en: "the template never asks for \(list)",
        fr: "le modèle ne se sert pas de \(list)"),
      at: SourceSpan(wholeOf: file))
  }

  static func needsBasin(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "build.needs-basin", .error,
      Phrase(
        en: "the template names what only the kit of a basin has",
        fr: "le modèle nomme ce que seul le kit d’un bassin a"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(en: "add `--basin ID`", fr: "ajoutez « --basin IDENTIFIANT »")
      ])
  }

  static func noItem(_ name: String, in file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "build.no-item", .error,
      Phrase(
        en: "the template is for one `\(name)` each, and the basin's kit has none for it",
        fr: "le modèle est fait pour chaque « \(name) », et le kit du bassin n’en a aucun pour "
          + "lui"),
      at: SourceSpan(wholeOf: file),
      help: [Phrase(en: "try another basin", fr: "essayez un autre bassin")])
  }

  static func unknownItem(
    _ cell: Value, in row: RowList.Row, of column: RowList.Column, among items: [PlannedItem]
  ) -> Diagnostic {
    let word = cell.printed
    return Diagnostic(
      "build.unknown-item", .error,
      Phrase(
        en: "row \(row.number): `\(word)` is no `\(column.name)` for which the basin's kit has "
          + "this document",
        fr: "ligne \(row.number) : « \(word) » n’est aucun des « \(column.name) » pour lesquels "
          + "le kit du bassin a ce document"),
      at: column.span,
      help: didYouMean(word, among: items.flatMap(\.names)) + [.items(items)])
  }

  static func rowForAllItems(
    _ name: String, _ items: [PlannedItem], in file: SourceFile.ID
  ) -> Diagnostic {
    Diagnostic(
      "build.row-for-all-items", .warning,
      Phrase(
        en: "not every row says which `\(name)` it is for: such a row gives \(items.count) "
          + "documents, one for each that the basin's kit has",
        fr: "toutes les lignes ne disent pas pour quel « \(name) » elles sont : une telle ligne "
          + "donne \(items.count) documents, un pour chacun de ceux du kit du bassin"),
      at: SourceSpan(wholeOf: file),
      help: [
        Phrase(
          en: "say it in a column called \(name)",
          fr: "dites-le dans une colonne nommée \(name)"), .items(items),
      ])
  }

  static func nameOfOne(_ column: RowList.Column, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "build.name-of-one", .error,
      Phrase(
        en: "one document for all rows has one name, which no column can give",
        fr: "un seul document pour toutes les lignes a un seul nom, qu’aucune colonne ne peut "
          + "donner"),
      at: SourceSpan(file: file.id, bytes: 0..<file.bytes.count),
      help: [
        Phrase(
          en: "name it without `\(column.name)`", fr: "nommez-le sans « \(column.name) »")
      ])
  }

  static func sameFileName(
    _ path: String, rows: (first: Int, second: Int), renamed: String
  ) -> Diagnostic {
    Diagnostic(
      "build.same-file-name", .warning,
      Phrase(
        en: "rows \(rows.first) and \(rows.second) give the name `\(path)`: the file of row "
          + "\(rows.second) is `\(renamed)`",
        fr: "les lignes \(rows.first) et \(rows.second) donnent le nom « \(path) » : le fichier de "
          + "la ligne \(rows.second) est « \(renamed) »"))
  }

  static func unsafeFileName(_ path: String, _ reason: Phrase, row: Int?) -> Diagnostic {
    let place = row.map { Phrase(en: "row \($0): ", fr: "ligne \($0) : ") }
    return Diagnostic(
      "build.unsafe-file-name", .error,
      Phrase(
        en: "\(place?.english ?? "")`\(path)` can be no file's name: \(reason.english)",
        fr: "\(place?.french ?? "")« \(path) » ne peut être le nom d’un fichier : "
          + reason.french),
      help: [
        Phrase(en: "change the pattern of `--name`", fr: "changez le motif de « --name »")
      ])
  }
}

extension Phrase {
  static func items(_ items: [PlannedItem]) -> Phrase {
    let list = items.prefix(12).compactMap(\.names.first).joined(separator: ", ")
    let more = items.count > 12 ? ", …" : ""
    return Phrase(en: "there are \(list)\(more)", fr: "il y a \(list)\(more)")
  }

  static func fields(of columns: [RowList.Column]) -> Phrase {
    let shown = columns.prefix(12).map { "\($0.name) (« \($0.heading) »)" }
    let more = columns.count > shown.count ? ", …" : ""
    let list = shown.joined(separator: ", ") + more
    return Phrase(en: "the list gives \(list)", fr: "la liste donne \(list)")
  }
}
