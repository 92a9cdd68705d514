import Diagnostics
import Sheets
import Templates

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func noRows(_ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      "merge.no-rows", .error,
      Phrase(
        en: "the list has no rows: nothing would be written",
        fr: "la liste n’a aucune ligne : rien ne serait écrit"),
      at: SourceSpan(wholeOf: file))
  }

  static func sameName(
    _ name: String, _ heading: SheetCell, first: SheetCell
  ) -> Diagnostic {
    .ofCell(
      "merge.same-name", heading.address,
      Phrase(
        en: "the field is `\(name)` as the one of « \(first.located.value) » in "
          + "\(first.address.name)",
        fr: "le champ s’appelle « \(name) » comme celui de « \(first.located.value) » en "
          + "\(first.address.name)"),
      at: heading.span, help: [renameOne])
  }

  static func sameName(
    _ name: String, at span: SourceSpan, first heading: String, at firstSpan: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "merge.same-name", .error,
      Phrase(
        en: "the field is `\(name)` as the one of `\(heading)`",
        fr: "le champ s’appelle « \(name) » comme celui de « \(heading) »"),
      at: span, notes: [Note(Phrase(en: "first here", fr: "d’abord ici"), at: firstSpan)],
      help: [renameOne])
  }

  private static var renameOne: Phrase {
    Phrase(
      en: "rename one: accents, spaces and signs do not count",
      fr: "renommez l’un des deux : accents, espaces et signes ne comptent pas")
  }

  static func mixedColumn(
    _ heading: String, _ type: ValueType, _ odd: SheetCell
  ) -> Diagnostic {
    .ofCell(
      "merge.mixed-column", odd.address,
      Phrase(
        en: "most cells of « \(heading) » are \(type.names.english), not this one; all are read "
          + "as text",
        fr: "presque toute la colonne « \(heading) » est de la sorte « \(type.names.french) », pas "
          + "cette cellule ; tout est lu comme du texte"),
      at: odd.span, severity: .warning,
      help: [
        Phrase(
          en: "mend the cell or leave it empty: a blank is then shown",
          fr: "corrigez la cellule ou laissez-la vide : un blanc à compléter s’affichera")
      ])
  }

  static func notAList(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "merge.not-a-list", .error,
      Phrase(
        en: "rows are a list of objects, one a document",
        fr: "les lignes sont une liste d’objets, un par document"),
      at: span,
      help: [Phrase(en: "begin with `[ {`", fr: "commencez par « [ { »")])
  }

  static func notARow(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "merge.not-a-row", .error,
      Phrase(
        en: "a row is an object: names with their values",
        fr: "une ligne est un objet : des noms avec leurs valeurs"),
      at: span)
  }

  static func otherType(_ before: Phrase, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "merge.other-type", .error,
      Phrase(
        en: "this value is \(before.english) in the rows before",
        fr: "cette valeur est \(before.french) dans les lignes précédentes"),
      at: span,
      help: [
        Phrase(
          en: "a field has one type in all rows; `null` stands for what nobody knows",
          fr: "un champ a la même sorte dans toutes les lignes ; « null » marque ce qu’on ignore")
      ])
  }

  static func tooManyDigits(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "merge.too-many-digits", .error,
      Phrase(
        en: "a number has at most 18 digits, 9 of them behind the point",
        fr: "un nombre a au plus 18 chiffres, dont 9 après la virgule"),
      at: span,
      help: [
        Phrase(
          en: "put it between quotes if it names something: a SIRET, a code",
          fr: "mettez-le entre guillemets s’il nomme quelque chose : un SIRET, un code")
      ])
  }
}
