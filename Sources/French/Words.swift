/// The word that joins the last two items of a list.
package enum Conjunction: String, Hashable, Sendable {
  case and = "et"
  case or = "ou"
}

/// Items in a sentence: « a », « a et b », « a, b et c ». No items give no text.
package func listed(_ items: [String], _ conjunction: Conjunction = .and) -> String {
  guard items.count > 1, let last = items.last else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction.rawValue) \(last)"
}

/// The text with a capital at its head, accent kept (« École », « Œuvre »), and no other change.
package func capitalised(_ text: String) -> String {
  guard let first = text.first else { return text }
  return first.uppercased() + text.dropFirst()
}

/// The text with a small letter at its head, unless it opens with an acronym such as « IEN ».
package func lowered(_ text: String) -> String {
  guard let first = text.first else { return text }
  if let second = text.dropFirst().first, second.isUppercase { return text }
  return first.lowercased() + text.dropFirst()
}

/// The text in small letters without accents, ligatures opened, hyphens and apostrophes as spaces:
/// « L’Haÿ-les-Roses » gives `l hay les roses`.
package func folded(_ text: String) -> String {
  var plain = ""
  plain.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      switch scalar {
      case "-", "'": plain += " "
      default: plain += scalar.properties.lowercaseMapping
      }
    } else if scalar.properties.generalCategory != .nonspacingMark {
      let small = scalar.properties.lowercaseMapping
      plain += plainLetters[small] ?? small
    }
  }
  return plain
}

/// A text to sort by, in the order of a French dictionary and of no locale.
///
/// Letters come first, without case or accents and with ligatures opened; texts that differ in
/// nothing else keep the order of their scalars (cote, coté, côte).
package func sortKey(_ text: String) -> String {
  // U+0000 is below every other sign, so that a word comes before the words that it begins.
  "\(folded(text))\u{0}\(text)"
}

private let plainLetters: [String: String] = [
  "à": "a", "â": "a", "ä": "a", "á": "a", "ã": "a", "å": "a", "ç": "c", "é": "e", "è": "e",
  "ê": "e", "ë": "e", "î": "i", "ï": "i", "í": "i", "ì": "i", "ñ": "n", "ô": "o", "ö": "o",
  "ó": "o", "ò": "o", "õ": "o", "ù": "u", "û": "u", "ü": "u", "ú": "u", "ÿ": "y", "ý": "y",
  "œ": "oe", "æ": "ae", "ß": "ss", "\u{2019}": " ", "\u{2010}": " ", "\u{2011}": " ",
  "\u{A0}": " ", "\u{202F}": " ",
]
