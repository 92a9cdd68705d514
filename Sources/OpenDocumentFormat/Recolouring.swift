import Documents

/// Puts one palette in the place of another in the values of attributes.
struct Recolouring {
  let from: Palette
  let to: Palette

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

extension Colour {
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
