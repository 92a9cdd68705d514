/// The name by which the files speak of one item of a kind: lower-case ASCII letters, digits and
/// hyphens, at most 60.
///
/// Ids become file names, so the form also keeps `../x` and the DOS device names out: see
/// `isReserved`.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  package init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    // A hyphen stands between two letters or digits.
    var isAfterHyphen = true
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: isAfterHyphen = false
      case 0x2D where !isAfterHyphen: isAfterHyphen = true
      default: return nil
      }
    }
    guard !isAfterHyphen, text.utf8.count > 4 || !Self.isReserved(text) else { return nil }
    self.text = text
  }

  package var description: String { text }

  package static func < (first: Self, second: Self) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }

  /// Windows keeps these names for devices, whatever the extension and the case.
  private static func isReserved(_ text: String) -> Bool {
    if ["con", "prn", "aux", "nul"].contains(text) { return true }
    return text.utf8.count == 4
      && (text.hasPrefix("com") || text.hasPrefix("lpt"))
      && text.utf8.last.map { (0x30...0x39).contains($0) } == true
  }
}
