/// One or several.
package enum GrammaticalNumber: Hashable, Sendable {
  case singular, plural
}

/// A common noun that takes its article with it: « recteur », « inspectrice », « parents ».
package struct Noun: Hashable, Sendable {
  package let text: String
  /// The gender of the word; unknown is treated as masculine, as grammar does.
  package let gender: Gender
  package let number: GrammaticalNumber
  package let initial: InitialH?

  package init(
    _ text: String, _ gender: Gender, _ number: GrammaticalNumber = .singular,
    _ initial: InitialH? = nil
  ) {
    self.text = text
    self.gender = gender
    self.number = number
    self.initial = initial
  }

  /// « le recteur », « la maire », « l’inspectrice », « les parents »
  package var definite: String { select("le ", "la ", "l\(apostrophe)", "les ") }

  /// « du recteur », « de la maire », « de l’inspectrice », « des parents »
  package var withDe: String { select("du ", "de la ", "de l\(apostrophe)", "des ") }

  /// « au recteur », « à la maire », « à l’inspectrice », « aux parents »
  package var withA: String { select("au ", "à la ", "à l\(apostrophe)", "aux ") }

  private func select(
    _ masculine: String, _ feminine: String, _ elided: String, _ plural: String
  ) -> String {
    if number == .plural { return plural + text }
    if elides(text, initial) { return elided + text }
    return (gender == .feminine ? feminine : masculine) + text
  }
}
