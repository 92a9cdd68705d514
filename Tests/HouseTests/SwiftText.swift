/// A Swift file taken apart: code without the words in it, comments, and literals.
///
/// A tidy test that searched the bare text would stumble over a rule's own name in a comment or a
/// message. Lines are kept, so that a place in one part is a place in the file.
struct SwiftText {
  /// The file's lines, with comments left out, texts reduced to their quotes and regular
  /// expressions to a slash.
  private(set) var code: [String] = []
  private(set) var comments: [Remark] = []
  private(set) var literals: [Literal] = []
  /// The lines that lie inside a literal of several lines, where no formatter may break one.
  private(set) var literalLines: Set<Int> = []

  struct Remark {
    var line: Int
    /// Without the slashes and the space behind them.
    var text: String
    var isDocumentation: Bool
  }

  struct Literal {
    var line: Int
    /// What is written between the quotes, with U+FFFC for each interpolation.
    var text: String
    /// The last letters of code before it, without spaces.
    var opener: String
  }

  init(_ text: String) {
    var reader = Reader(text)
    reader.readAll()
    code = String(decoding: reader.code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    comments = reader.comments
    literals = reader.literals
    literalLines = reader.literalLines
  }
}

/// The one pass over the bytes.
private struct Reader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private(set) var code: [UInt8] = []
  private(set) var comments: [SwiftText.Remark] = []
  private(set) var literals: [SwiftText.Literal] = []
  private(set) var literalLines: Set<Int> = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func readAll() { readCode(untilParenthesis: false) }

  /// Code up to the end of the file, or of the interpolation that it stands in.
  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if starts(with: "//") {
        readComment()
      } else if starts(with: "/*") {
        readBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readLiteral(hashes: hashes)
      } else if let length = lengthOfPattern() {
        skip(length)
        code.append(UInt8(ascii: "/"))
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if untilParenthesis, depth == 0 { return }
          depth -= 1
        }
        code.append(take())
      }
    }
  }

  private mutating func readComment() {
    let start = line
    var text: [UInt8] = []
    while peek() != nil, peek() != UInt8(ascii: "\n") { text.append(take()) }
    let isDocumentation = text.starts(with: "///".utf8)
    let words = text.drop { $0 == UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: " ") }
    comments.append(
      SwiftText.Remark(
        line: start, text: String(decoding: words, as: UTF8.self),
        isDocumentation: isDocumentation))
  }

  private mutating func readBlockComment() {
    while peek() != nil, !starts(with: "*/") {
      let byte = take()
      if byte == UInt8(ascii: "\n") { code.append(byte) }
    }
    skip(2)
  }

  /// How many `#` stand before a quote here, if one begins here.
  private func hashesBeforeQuote() -> Int? {
    var end = position
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    return end - position
  }

  /// How long the regular expression is that begins here and ends in this line, if one does.
  private func lengthOfPattern() -> Int? {
    let ending = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
    if ending.starts(with: "#/".utf8) {
      let rest = ending.dropFirst(2)
      return rest.indices.first { rest[$0...].starts(with: "/#".utf8) }.map { $0 + 2 - position }
    }
    // A slash divides behind a value and opens a pattern behind a sign.
    let signs = "(,=:[{!&|?;".utf8
    guard ending.first == UInt8(ascii: "/"), let next = ending.dropFirst().first, !isSpace(next),
      let before = code.last(where: { !isSpace($0) }), signs.contains(before)
    else { return nil }
    var isEscaped = false
    for index in ending.indices.dropFirst() {
      if !isEscaped, ending[index] == UInt8(ascii: "/") { return index + 1 - position }
      isEscaped = !isEscaped && ending[index] == UInt8(ascii: "\\")
    }
    return nil
  }

  private mutating func readLiteral(hashes: Int) {
    let start = line
    let opener = String(
      decoding: code.suffix(200).filter { !isSpace($0) }.suffix(40), as: UTF8.self)
    skip(hashes)
    let quotes = starts(with: "\"\"\"") ? 3 : 1
    skip(quotes)
    let fence = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + fence
    let escape = [UInt8(ascii: "\\")] + fence
    code.append(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while peek() != nil, !bytes[position...].starts(with: end) {
      if bytes[position...].starts(with: escape + [UInt8(ascii: "(")]) {
        text += "\u{FFFC}".utf8
        skip(escape.count + 1)
        readCode(untilParenthesis: true)
        skip(1)
      } else if bytes[position...].starts(with: escape) {
        text += escape
        skip(escape.count)
        if peek() != nil { text.append(takeWord()) }
      } else {
        text.append(takeWord())
      }
    }
    if line > start { literalLines.formUnion(start + 1..<line) }
    skip(end.count)
    code.append(UInt8(ascii: "\""))
    literals.append(
      SwiftText.Literal(
        line: start, text: String(decoding: text, as: UTF8.self), opener: opener))
  }

  /// A byte of a literal; its line ends stay in the code.
  private mutating func takeWord() -> UInt8 {
    let byte = take()
    if byte == UInt8(ascii: "\n") { code.append(byte) }
    return byte
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func take() -> UInt8 {
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte
  }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where position < bytes.count { _ = take() }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }
}
