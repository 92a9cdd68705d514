/// A number with a few decimals, exact: 7,6 is 76 tenths.
///
/// It has no decimals that are zero, so that two equal numbers are equal values.
package struct DecimalNumber: Hashable, Sendable {
  /// The number without its comma.
  package let digits: Int
  /// How many of the digits stand behind the comma, 0 to 9.
  package let decimals: Int

  /// The number of these digits, of which some are decimals; nil for more than nine.
  package init?(digits: Int, decimals: Int) {
    guard (0...9).contains(decimals) else { return nil }
    var (digits, decimals) = (digits, decimals)
    while decimals > 0, digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
    self.digits = digits
    self.decimals = decimals
  }

  package init(_ whole: Int) {
    digits = whole
    decimals = 0
  }

  /// The number written with a comma or a point, and perhaps with spaces between the thousands:
  /// « 1 234,5 », `-3.25`. At most fifteen digits.
  package init?(_ text: String) {
    var digits = 0
    var count = 0
    var decimals: Int?
    let isNegative = text.first == "-" || text.first == "\u{2212}"
    for scalar in text.unicodeScalars.dropFirst(isNegative ? 1 : 0) {
      switch scalar {
      case "0"..."9":
        digits = digits * 10 + Int(scalar.value - 0x30)
        count += 1
        decimals = decimals.map { $0 + 1 }
        guard count <= 15 else { return nil }
      case ",", ".":
        guard decimals == nil, count > 0 else { return nil }
        decimals = 0
      case " ", "\u{A0}", "\u{202F}":
        guard decimals == nil, count > 0 else { return nil }
      default: return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    self.init(digits: isNegative ? -digits : digits, decimals: decimals ?? 0)
  }

  /// The number itself when it has no decimals.
  package var whole: Int? { decimals == 0 ? digits : nil }

  /// In French: « 1 234,5 ».
  package var inFrench: String {
    guard decimals > 0 else { return French.inFrench(digits) }
    let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let (front, rest) = digits.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    let sign = digits < 0 ? "\u{2212}" : ""
    return "\(sign)\(French.inFrench(Int(front))),\(padded(Int(rest), to: decimals))"
  }
}

extension DecimalNumber: Comparable {
  package static func < (first: DecimalNumber, second: DecimalNumber) -> Bool {
    first.scaled(like: second) < second.scaled(like: first)
  }

  /// The digits with as many decimals as the other number has at least.
  private func scaled(like other: DecimalNumber) -> Int128 {
    (decimals..<max(decimals, other.decimals)).reduce(Int128(digits)) { number, _ in number * 10 }
  }
}
