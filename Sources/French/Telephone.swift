/// A telephone number of France in pairs: « 01 23 45 67 89 », « +33 1 23 45 67 89 ».
///
/// Spaces, full stops, hyphens and a bracketed zero are read; nil when what remains is no number of
/// ten digits. The pairs are tied, so that no line parts them.
package func telephone(_ text: String) -> String? {
  let signs: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", ".", "-", "/"]
  var digits = ""
  for scalar in text.replacing("(0)", with: "").unicodeScalars where !signs.contains(scalar) {
    digits.unicodeScalars.append(scalar)
  }
  var head = ""
  if let international = ["+33", "0033"].first(where: digits.hasPrefix) {
    digits.removeFirst(international.count)
    head = "+33"
    guard digits.utf8.count == 9 else { return nil }
  }
  guard digits.utf8.allSatisfy(isDigit), head.isEmpty == digits.hasPrefix("0"),
    digits.utf8.count == (head.isEmpty ? 10 : 9)
  else { return nil }
  var pairs = head.isEmpty ? [] : [head, String(digits.removeFirst())]
  var rest = digits[...]
  while !rest.isEmpty {
    pairs.append(String(rest.prefix(2)))
    rest = rest.dropFirst(2)
  }
  return pairs.joined(separator: NoBreak.space)
}
