// Numbers as French text: U+202F between groups of three digits (four-digit numbers too), a comma
// before decimals, U+2212 for minus, and a no-break space before what is counted.

/// Whether the digits of a number stand in groups of three.
package enum NumberGrouping: Hashable, Sendable {
  /// « 35 000 », for quantities.
  case thousands
  /// « 2015 », for years, postcodes and article numbers.
  case none
}

/// A whole number in French: « 35 000 ».
package func inFrench(_ number: Int, _ grouping: NumberGrouping = .thousands) -> String {
  let digits = String(number.magnitude)
  let sign = number < 0 ? "\u{2212}" : ""
  switch grouping {
  case .none: return sign + digits
  case .thousands: return sign + grouped(digits)
  }
}

/// A number and what it counts: « 3 établissements ».
///
/// In French the plural begins at two: « 0 établissement », « 1 établissement ».
package func count(_ number: Int, _ singular: String, _ plural: String) -> String {
  "\(inFrench(number))\(NoBreak.space)\(number.magnitude < 2 ? singular : plural)"
}

/// A rank in figures: « 1er », « 1re », « 2e ». An unknown gender is written as masculine.
///
/// A printer who has superscripts raises all that follows the figures.
package func ordinal(_ rank: Int, _ gender: Gender) -> String {
  guard rank == 1 else { return "\(inFrench(rank))e" }
  return gender == .feminine ? "1re" : "1er"
}

/// How the cents of an amount are written.
package enum MoneyStyle: Hashable, Sendable {
  /// « 12,00 € », for columns of figures.
  case exact
  /// « 12 € » when there are no cents, for sentences.
  case brief
}

/// An amount of money in French: « 12,50 € », « 1 250,00 € ».
package func euros(cents: Int, _ style: MoneyStyle = .exact) -> String {
  let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = cents < 0 ? "\u{2212}" : ""
  let decimals = style == .brief && rest == 0 ? "" : ",\(padded(Int(rest), to: 2))"
  return "\(sign)\(grouped(String(whole)))\(decimals)\(NoBreak.space)€"
}

/// A number from 0 to 24 in words, « vingt-quatre », or nil when it is better in figures.
///
/// Only « un » and « vingt et un » have a feminine.
package func inWords(_ number: Int, _ gender: Gender = .masculine) -> String? {
  guard numberWords.indices.contains(number) else { return nil }
  let isUnit = number == 1 || number == 21
  return numberWords[number] + (isUnit && gender == .feminine ? "e" : "")
}

private let numberWords = [
  "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
  "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
  "vingt et un", "vingt-deux", "vingt-trois", "vingt-quatre",
]

private func grouped(_ digits: String) -> String {
  var text = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset) % 3 == 0 { text += NoBreak.thin }
    text.append(digit)
  }
  return text
}
