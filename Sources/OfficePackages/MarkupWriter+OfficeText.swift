package import Markup

extension MarkupWriter {
  /// Appends text so that a reader of OpenDocument gets it back as it was: runs of spaces, tabs and
  /// line ends have elements of their own (ODF 1.3 part 3, 6.1.2 to 6.1.5).
  ///
  /// - Parameter isContinued: whether it follows a letter, so that a space at its start is one.
  package mutating func officeText(_ string: String, isContinued: Bool = false) {
    guard needsElements(string, after: isContinued ? 0 : UInt8(ascii: " ")) else {
      return text(string)
    }
    var run = String.UnicodeScalarView()
    var spaces = 0
    var isStart = !isContinued
    for scalar in string.unicodeScalars {
      if scalar == " " {
        spaces += 1
        continue
      }
      flush(spaces, &run, isEdge: isStart)
      spaces = 0
      isStart = false
      switch scalar {
      case "\n", "\u{2028}", "\t":
        text(String(run))
        run.removeAll()
        markup(scalar == "\t" ? "<text:tab/>" : "<text:line-break/>")
        isStart = true
      case "\r": break
      default: run.append(scalar)
      }
    }
    flush(spaces, &run, isEdge: true)
    text(String(run))
  }

  /// One space between two words is a space; all others are elements.
  private mutating func flush(
    _ spaces: Int, _ run: inout String.UnicodeScalarView, isEdge: Bool
  ) {
    guard spaces > 0 else { return }
    if spaces == 1, !isEdge {
      run.append(" ")
      return
    }
    text(String(run))
    run.removeAll()
    markup("<text:s text:c=\"")
    number(spaces)
    markup("\"/>")
  }

  private func needsElements(_ string: String, after first: UInt8) -> Bool {
    var last = first
    let bytes = string.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      // Most letters are past both.
      if byte <= 0x20 {
        if byte < 0x20 || last == 0x20 { return true }
      } else if byte == 0xA8, last == 0x80, index > 1, bytes[index - 2] == 0xE2 {
        return true
      }
      last = byte
    }
    return last == 0x20 && !string.isEmpty
  }
}
