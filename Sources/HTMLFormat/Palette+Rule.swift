package import Documents

extension Palette {
  /// The rule to add after the stylesheet, ending in a newline: the colours themselves, which go on
  /// white, and a light tint of each for the dark scheme. At 45 % or less, even black reads on the
  /// stylesheet's dark paper.
  package var rule: String {
    """
    :root {
      --accent: \(accent.text);
      --due: \(due.text);
      --accent-tint: \(accent.tinted(thousandths: 350).text);
      --due-tint: \(due.tinted(thousandths: 450).text);
    }

    """
  }
}
