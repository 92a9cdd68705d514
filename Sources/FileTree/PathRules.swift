/// What makes a text a `RelativePath`.
enum PathRules {
  static func parts(of text: String) throws(PathError) -> [String] {
    guard !text.isEmpty else { throw .empty }
    guard !text.utf8.starts(with: "/".utf8) else { throw .absolute(text) }
    let parts = text.scalarRuns(between: "/")
    for part in parts { try check(part, in: text) }
    guard text.utf16.count <= RelativePath.longestPath else { throw .pathTooLong(text) }
    return parts
  }

  private static func check(_ part: String, in text: String) throws(PathError) {
    guard part != "", part != ".", part != ".." else { throw .escapes(text) }
    for scalar in part.unicodeScalars { try check(scalar, in: text) }
    guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last,
      first != " ", last != " ", last != "."
    else { throw .looseEnd(part, in: text) }
    guard part.utf8.count <= RelativePath.longestPart else { throw .partTooLong(part) }
    guard !isReserved(part) else { throw .reservedName(part, in: text) }
  }

  private static func check(_ scalar: Unicode.Scalar, in text: String) throws(PathError) {
    switch scalar {
    case "\\": throw .backslash(text)
    case ":": throw .colon(text)
    case "<", ">", "\"", "|", "?", "*": throw .unportableCharacter(Character(scalar), in: text)
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": throw .controlCharacter(scalar.value, in: text)
    // Line and paragraph separators, and the marks that turn the direction of writing: a name
    // with one of them shows on the screen as another name.
    case "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      throw .controlCharacter(scalar.value, in: text)
    default: return
    }
  }

  /// Whether Windows takes the name for a device. It looks no further than the first dot, ignores
  /// case and blanks before the dot, and takes superscript digits for digits.
  private static func isReserved(_ part: String) -> Bool {
    let stem = part.unicodeScalars.prefix { $0 != "." }
    guard (3...7).contains(stem.count) else { return false }
    var name = String(Substring(stem)).uppercased()
    while name.utf8.last == UInt8(ascii: " ") { name.removeLast() }
    switch name {
    case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$": return true
    default: break
    }
    guard name.hasPrefix("COM") || name.hasPrefix("LPT") else { return false }
    let rest = Array(name.unicodeScalars.dropFirst(3))
    return rest.count == 1 && "123456789¹²³".unicodeScalars.contains(rest[0])
  }
}

extension String {
  /// The runs between separators, empty ones too. Scalars are compared and not characters, as a
  /// slash with a combining accent after it is still a slash for the file system.
  fileprivate func scalarRuns(between separator: Unicode.Scalar) -> [String] {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }
}
