/// The two colours in which an academy looks like itself.
package struct Palette: Hashable, Sendable {
  /// The colour of titles and links.
  package let accent: Colour
  /// The colour of what is due or missing.
  package let due: Colour

  package init(accent: Colour, due: Colour) {
    self.accent = accent
    self.due = due
  }

  /// - Returns: Nothing if either is not `#` and six hexadecimal digits.
  package init?(accent: String, due: String) {
    guard let accent = Colour(accent), let due = Colour(due) else { return nil }
    self.init(accent: accent, due: due)
  }
}

/// Red, green and blue, from 0 to 255.
package struct Colour: Hashable, Sendable {
  package let channels: [Int]

  private init(channels: [Int]) { self.channels = channels }

  /// - Returns: Nothing if the text is not `#` and six hexadecimal digits, as in `#5b2a6f`.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.hasPrefix("#"), text.utf8.count == 7, digits.count == 6 else { return nil }
    channels = [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
  }

  /// `#5b2a6f`, in lower case.
  package var text: String {
    channels.reduce(into: "#") { text, channel in
      text += channel < 16 ? "0" : ""
      text += String(channel, radix: 16)
    }
  }

  /// The colour mixed with white, `thousandths` of it.
  package func tinted(thousandths: Int) -> Colour {
    Colour(channels: channels.map { 255 - ((255 - $0) * thousandths + 500) / 1000 })
  }
}
