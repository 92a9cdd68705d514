import French
import Testing

/// A text, and what a rule makes of it. In `french`, `~` stands for U+00A0 and `^` for U+202F.
struct Row: Sendable, CustomTestStringConvertible {
  var text: String
  var expected: String

  init(_ text: String, _ french: String) {
    self.text = text
    expected = spaced(french)
  }

  var testDescription: String { text }
}

/// The text with its no-break spaces, which cannot be seen in a source file.
func spaced(_ text: String) -> String {
  text.replacing("~", with: "\u{A0}").replacing("^", with: "\u{202F}")
}

/// The day of a row. A row that is not a day fails its test.
func day(_ text: String) throws -> CalendarDay {
  try #require(CalendarDay(text))
}
