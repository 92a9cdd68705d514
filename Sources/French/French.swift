// French as it is printed: days and hours, numbers, typography, elision and contraction, gender,
// and the formulas of letters.
//
// All of it is pure text. Days are calendar days without a time zone, rules are the tables of this
// room and never those of the machine's locale, and the same call gives the same bytes anywhere.
// The room stands on nothing, not even Foundation.

/// The two spaces at which a line of French is not broken.
package enum NoBreak {
  /// U+00A0: inside guillemets, before a colon, between a number and what it counts.
  package static let space = "\u{A0}"
  /// U+202F, narrower: before `;`, `!` and `?`, and between groups of three digits.
  package static let thin = "\u{202F}"
}

/// The typographic apostrophe, U+2019.
let apostrophe = "\u{2019}"
