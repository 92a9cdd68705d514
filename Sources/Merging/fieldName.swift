import French

/// The name by which a template calls a column: « Nom du maire » is `nomDuMaire`, « Tél. » is `tel`,
/// « CP » is `cp`. What is a name already (`nom_du_maire`, `codePostal`) stays as it is.
///
/// Accents go, words are joined in small letters, and each but the first begins with a capital. A heading
/// that gives a number, a word of the language or nothing stands behind `colonne`.
///
/// - Parameter letter: the column's letter, for a heading without letters and figures: `colonneC`.
package func fieldName(of heading: String, letter: String) -> String {
  if isName(heading) { return guarded(heading) }
  let words = heading.split { !($0.isLetter || $0.isNumber) }
    .map { folded(String($0)).filter(isWordSign) }
    .filter { !$0.isEmpty }
  guard let first = words.first else { return "colonne" + letter }
  let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
  return guarded(first + rest.joined())
}

private func isWordSign(_ sign: Character) -> Bool {
  sign.isASCII && (sign.isLetter || sign.isNumber)
}

/// A small letter, then letters, figures, `_` and `-`.
private func isName(_ text: String) -> Bool {
  guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
  return text.utf8.allSatisfy { byte in
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

private func guarded(_ name: String) -> String {
  let isNumber = name.utf8.first.map { (0x30...0x39).contains($0) } ?? true
  guard isNumber || wordsOfTheLanguage.contains(name) else { return name }
  return "colonne" + name.prefix(1).uppercased() + name.dropFirst()
}

private let wordsOfTheLanguage: Set = [
  "and", "or", "not", "in", "true", "false", "for", "if", "else", "end", "loop", "row", "rows",
]
