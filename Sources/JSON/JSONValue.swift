package import Diagnostics

/// A value of a JSON text, with its place.
package struct JSONValue: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    /// In the order of the text; no name stands twice.
    case object([Member])
  }

  package struct Member: Hashable, Sendable {
    package let name: Located<String>
    package let value: JSONValue
  }

  package let content: Content
  /// An array or an object is shown by the bracket that opens it.
  package let span: SourceSpan
}

/// A number as it was written, and exactly what it is worth.
package struct JSONNumber: Hashable, Sendable {
  package let text: String

  /// The number as so many units of a power of ten: `-1.5e1` is −15 units of 1, `0.07` is 7
  /// hundredths. nil when that needs more than 18 digits.
  ///
  /// - Returns: `decimals` is how many of the digits stand behind the point.
  package var exact: (digits: Int, decimals: Int)? {
    var digits = 0
    var decimals = 0
    var isBehindPoint = false
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    for byte in parts[0].utf8 {
      switch byte {
      case UInt8(ascii: "-"): continue
      case UInt8(ascii: "."): isBehindPoint = true
      default:
        guard digits < 100_000_000_000_000_000 else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if isBehindPoint { decimals += 1 }
      }
    }
    if parts.count > 1 {
      // A power that no number here can have; a plus sign is none of `Int`'s.
      guard let power = Int(parts[1].drop { $0 == "+" }), abs(power) <= 1_000 else { return nil }
      decimals -= power
    }
    while decimals > 0, digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
    while decimals < 0 {
      guard digits < 100_000_000_000_000_000 else { return nil }
      if digits == 0 { break }
      (digits, decimals) = (digits * 10, decimals + 1)
    }
    guard decimals <= 18 else { return nil }
    return (text.hasPrefix("-") ? -digits : digits, max(0, decimals))
  }
}
