import French
import Testing

/// The table of usage of the Imprimerie nationale, sign by sign: what an author types, and what is
/// printed. `~` stands for U+00A0, `^` for U+202F, and braces for raised letters.
@Suite struct `Printed French` {
  @Test(arguments: [
    Row("Venez ; parlez ! Quand ?", "Venez^; parlez^! Quand^?"),
    Row("Objet : salle", "Objet~: salle"),
    Row("« oui \"non\" »", "«~oui “non”~»"),
    Row("12 %, 25 km, 16 h 15, p. 3, 30 €", "12~%, 25~km, 16~h~15, p.~3, 30~€"),
    Row("et puis...", "et puis…"), Row("l'école", "l’école"),
    Row("la Semaine - la troisième - en 2014-2015", "la Semaine – la troisième – en 2014-2015"),
    Row("35 000 élèves, 7,6 %, en 2015, 91000 Évry", "35^000 élèves, 7,6~%, en 2015, 91000 Évry"),
    Row("01 23 45 67 89", "01~23~45~67~89"),
    Row("lundi 16 mars 2015, le 1er mars", "lundi 16~mars 2015, le 1{er}~mars"),
    Row("du 16 au 22 mars 2015", "du 16 au 22~mars 2015"),
    Row("à 8h30, 14 h, midi", "à 8~h~30, 14~h, midi"),
    Row("1er, 1re, 2e, 3es, XXIe", "1{er}, 1{re}, 2{e}, 3{es}, XXI{e}"),
    Row("M. Roy, MM. Roy, Mme Roy, Dr Roy", "M.~Roy, MM.~Roy, Mme~Roy, Dr~Roy"),
    Row("n° 3", "n{o}~3"), Row("l'ÉCOLE, l'État, À Évry", "l’ÉCOLE, l’État, À Évry"),
    Row("les CIO, etc...", "les CIO, etc."),
    Row("6e, 5e, 2de, 1re, Tle, terminale", "6{e}, 5{e}, 2{de}, 1{re}, T{le}, terminale"),
  ])
  func `has its signs, spaces and raised letters`(_ row: Row) {
    let printed = raisedRuns(typeset(row.text))
      .map { $0.isRaised ? "{\($0.text)}" : $0.text }.joined()
    #expect(printed == row.expected)
  }
}
