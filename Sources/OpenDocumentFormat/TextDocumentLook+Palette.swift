extension TextDocumentLook {
  /// An academy's two colours, which take the place of those of the reference document.
  package struct Palette: Hashable, Sendable {
    let accent: Colour
    let due: Colour

    /// - Parameters:
    ///   - accent: The colour of titles and links, as in `#5b2a6f`.
    ///   - due: The colour of what is due or missing, as in `#a34400`.
    /// - Returns: Nothing if either is not `#` and six hexadecimal digits.
    package init?(accent: String, due: String) {
      guard let accent = Colour(accent), let due = Colour(due) else { return nil }
      self.init(accent: accent, due: due)
    }

    init(accent: Colour, due: Colour) {
      self.accent = accent
      self.due = due
    }
  }
}

/// Red, green and blue, from 0 to 255.
struct Colour: Hashable, Sendable {
  var channels: [Int]

  init?(_ text: some StringProtocol) {
    let digits = text.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.hasPrefix("#"), text.utf8.count == 7, digits.count == 6 else { return nil }
    channels = [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
  }

  init(channels: [Int]) { self.channels = channels }

  var text: String {
    channels.reduce(into: "#") { text, channel in
      text += channel < 16 ? "0" : ""
      text += String(channel, radix: 16)
    }
  }

  /// The colour mixed with white, `thousandths` of it.
  func tinted(thousandths: Int) -> Colour {
    Colour(channels: channels.map { 255 - ((255 - $0) * thousandths + 500) / 1000 })
  }

  /// How many thousandths of `colour` give this one when mixed with white, if any do: rounding
  /// may have moved a channel by one. 1000 is the colour itself.
  func share(of colour: Colour) -> Int? {
    let depths = colour.channels.map { 255 - $0 }
    guard let deepest = depths.max(), deepest > 0, let channel = depths.firstIndex(of: deepest)
    else { return nil }
    let share = ((255 - channels[channel]) * 1000 + deepest / 2) / deepest
    // Below 3 % a tint is as good as white, and any pale grey would pass for one.
    guard (30...1000).contains(share) else { return nil }
    let mixed = colour.tinted(thousandths: share)
    let isTint = zip(mixed.channels, channels).allSatisfy { abs($0 - $1) <= 1 }
    return isTint ? share : nil
  }
}

/// Puts one palette in the place of another in the values of attributes.
struct Recolouring {
  let from: TextDocumentLook.Palette
  let to: TextDocumentLook.Palette

  /// `0.5pt solid #5b2a6f` with the other palette's colour. A light tint becomes the same tint of
  /// the other colour; colours that belong to neither stay.
  func apply(to value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "#")) else { return value }
    return value.split(separator: " ", omittingEmptySubsequences: false)
      .map { word in Colour(word).flatMap { replacement(for: $0) }?.text ?? String(word) }
      .joined(separator: " ")
  }

  private func replacement(for colour: Colour) -> Colour? {
    if let share = colour.share(of: from.accent) { return to.accent.tinted(thousandths: share) }
    if let share = colour.share(of: from.due) { return to.due.tinted(thousandths: share) }
    return nil
  }
}
