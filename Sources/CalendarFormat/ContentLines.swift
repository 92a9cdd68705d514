/// The lines of an iCalendar file (RFC 5545, 3.1): folded at 75 octets, never inside a letter.
struct ContentLines {
  private(set) var bytes: [UInt8] = []
  private static let limit = 75

  /// A line whose value has no sign that needs an escape.
  mutating func add(_ name: String, _ value: String) {
    var room = Self.limit
    for scalar in "\(name):\(value)".unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        bytes += [0x0D, 0x0A, 0x20]
        // The space that begins a continued line counts.
        room = Self.limit - 1
      }
      bytes += Array(String(scalar).utf8)
      room -= size
    }
    bytes += [0x0D, 0x0A]
  }

  /// A line whose value is text (RFC 5545, 3.3.11).
  mutating func addText(_ name: String, _ value: String) { add(name, escaped(value)) }
}

/// Text with its backslashes, semicolons, commas and line ends escaped, and no other control
/// character. Its spaces are plain: several programs show no-break spaces as question marks.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", ";", ",": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\u{A0}", "\u{202F}": result += " "
    case "\u{0}"..."\u{1F}", "\u{7F}": continue
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A value of our own making, kept on its line.
func plain(_ text: String) -> String {
  String(
    String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
}
