/// A length in hundredths of a millimetre.
typealias Hundredths = Int

/// Reads an absolute length of OpenDocument (part 3, 18.3.18), such as `4.5mm` or `0.1772in`.
func hundredths(of text: String) -> Hundredths? {
  let units: [(name: String, hundredths: Double)] = [
    ("mm", 100), ("cm", 1000), ("in", 2540), ("pt", 2540.0 / 72), ("pc", 2540.0 / 6),
    ("px", 2540.0 / 96),
  ]
  for unit in units where text.hasSuffix(unit.name) {
    guard let number = Double(text.dropLast(2)), number.isFinite, abs(number) < 10_000 else {
      return nil
    }
    return Int((number * unit.hundredths).rounded())
  }
  return nil
}

/// `4250` as `42.5mm`.
func millimetres(_ length: Hundredths) -> String {
  let sign = length < 0 ? "-" : ""
  let whole = length.magnitude / 100
  let rest = length.magnitude % 100
  if rest == 0 { return "\(sign)\(whole)mm" }
  let digits = rest < 10 ? "0\(rest)" : "\(rest)"
  return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)mm"
}
