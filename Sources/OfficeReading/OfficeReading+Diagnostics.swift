import Diagnostics

// The catalogue: every message of this room is written here and nowhere else.

extension Diagnostic {
  static func tooManyCells(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "reading.too-many-cells", .error,
      Phrase(
        en: "the tables of one document hold at most \(limit) cells, repeated ones counted",
        fr: "les tableaux d’un document comptent au plus \(limit) cellules, répétitions comprises"),
      at: span,
      help: [
        Phrase(
          en: "remove rows and columns that nobody needs; a longer table is a sheet of Calc",
          fr: "retirez les lignes et les colonnes inutiles ; un tableau plus long est une feuille "
            + "de Calc")
      ])
  }
}
