/// An academy's two colours, as the stylesheet wants them: themselves on white, and a light tint of
/// each for the dark scheme.
package struct Palette: Hashable, Sendable {
  private let accent: Colour
  private let due: Colour

  /// - Parameters:
  ///   - accent: The colour of titles and links, as in `#5b2a6f`.
  ///   - due: The colour of what is due or missing, as in `#a34400`.
  /// - Returns: Nothing if either is not `#` and six hexadecimal digits.
  package init?(accent: String, due: String) {
    guard let accent = Colour(accent), let due = Colour(due) else { return nil }
    self.accent = accent
    self.due = due
  }

  /// The rule to add after the stylesheet, ending in a newline.
  package var rule: String {
    """
    :root {
      --accent: \(accent.text);
      --due: \(due.text);
      --accent-tint: \(accent.tinted(percent: 35).text);
      --due-tint: \(due.tinted(percent: 45).text);
    }

    """
  }
}

private struct Colour: Hashable, Sendable {
  var channels: [Int]

  init(channels: [Int]) { self.channels = channels }

  init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.hasPrefix("#"), text.utf8.count == 7, digits.count == 6 else { return nil }
    channels = [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
  }

  /// The colour mixed with white: at 45 % or less, even black reads on the stylesheet's dark paper.
  func tinted(percent: Int) -> Colour {
    Colour(channels: channels.map { ($0 * percent + 255 * (100 - percent) + 50) / 100 })
  }

  var text: String {
    channels.reduce(into: "#") { text, channel in
      text += channel < 16 ? "0" : ""
      text += String(channel, radix: 16)
    }
  }
}
