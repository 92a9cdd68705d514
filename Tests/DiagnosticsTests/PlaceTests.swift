import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct `The place of a problem` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var place: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ place: String) {
      self.text = text
      self.place = place
    }
  }

  @Test(arguments: [
    Case("①a②b", "1:1 1:2"),
    Case("a\n①b②", "2:1 2:2"),
    Case("a\n\n①b②\n", "3:1 3:2"),
    // Only a line feed ends a line; a carriage return is a column like another.
    Case("a\r\n①b②\r\nc", "2:1 2:2"),
    Case("a①\r\n②b", "1:2 2:1"),
    Case("a\r①b②", "1:3 1:4"),
    // Columns are scalars, whatever their bytes.
    Case("É①é②", "1:2 1:3"),
    Case("a①😀②b", "1:2 1:3"),
    Case("e\u{301}①x②", "1:3 1:4"),
    Case("\t①x②", "1:2 1:3"),
    Case("\u{FEFF}①x②", "1:2 1:3"),
    Case("a\n①bé\nc②d", "2:1 3:2"),
    Case("ab①\n②", "1:3 2:1"),
  ])
  func `is counted in lines and scalars from one`(_ row: Case) throws {
    let marked = MarkedText(row.text)
    let file = marked.file()
    let problem = problem(at: try #require(marked.range(1, 2)), of: file)
    #expect(try place(in: rendered([problem], .json, of: file)) == row.place)
    let start = row.place.split(separator: " ")[0]
    #expect(rendered([problem], .short, of: file) == "test.xml:\(start): error: here [test.here]\n")
  }

  @Test func `stops at the end of the file`() throws {
    let file = MarkedText("ab\nc").file()
    let problem = problem(at: 40..<45, of: file)
    #expect(try place(in: rendered([problem], .json, of: file)) == "2:2 2:2")
    #expect(
      rendered([problem], .human, of: file)
        == "error[test.here]: here\n --> test.xml:2:2\n  |\n2 | c\n  |  ^\n")
  }

  @Test(arguments: DiagnosticRenderer.Format.allCases)
  func `is the file alone when no text is meant`(_ format: DiagnosticRenderer.Format) {
    let file = MarkedText("ab").file()
    let text = rendered([problem(at: 0..<0, of: file)], format, of: file)
    #expect(text.contains("test.xml"))
    #expect(!text.contains("1:1") && !text.contains("line"))
  }

  /// `line:column endLine:endColumn` as Foundation reads it from the object.
  private func place(in json: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let fields = try #require(object as? [String: Any])
    let numbers = try ["line", "column", "endLine", "endColumn"].map {
      try #require(fields[$0] as? Int)
    }
    return "\(numbers[0]):\(numbers[1]) \(numbers[2]):\(numbers[3])"
  }
}

@Suite struct `The line that is shown` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var line: String
    var carets: String
    var testDescription: String { String(text.prefix(40)).debugDescription }

    init(_ text: String, _ line: String, _ carets: String) {
      self.text = text
      self.line = line
      self.carets = carets
    }
  }

  private static let hundred = String(repeating: "0123456789", count: 10)

  @Test(arguments: [
    Case("<basin ①É②='x'/>", "<basin É='x'/>", "       ^"),
    Case("É É ①évry②", "É É évry", "    ^^^^"),
    // A tab becomes one space, so that the caret stays under its column.
    Case("\ta\t①b②", " a b", "   ^"),
    // The end of a line is not shown, nor underlined when the text goes on below.
    Case("a①b②c\r\nd", "abc", " ^"),
    Case("a①bc\r\ndef②g", "abc", " ^^"),
    Case("ab①\n②cd", "ab", "  ^"),
    Case("ab①\r\n②cd", "ab", "  ^"),
    // What could drive a terminal is spelt out, and the caret still stands below the fault.
    Case("a\u{202E}b①c②", #"a\u{202e}bc"#, "          ^"),
    Case("①a\u{9B}b②c", #"a\u{9b}bc"#, "^^^^^^^^"),
    Case("x\u{1B}[2J①y②", #"x\u{1b}[2Jy"#, "          ^"),
    // A line of a hundred columns is shown whole, a longer one around the fault.
    Case("①01234②56789" + hundred.dropFirst(10), hundred, "^^^^^"),
    Case("①x②" + hundred, "x" + hundred.dropLast() + "…", "^"),
    Case(
      hundred + hundred + "①xyz②" + hundred + hundred,
      "…" + "789" + String(hundred.prefix(30)) + "xyz" + String(hundred.prefix(64)) + "…",
      String(repeating: " ", count: 34) + "^^^"),
    Case(
      hundred + "①xyz②", "…" + hundred.dropFirst(3) + "xyz",
      String(repeating: " ", count: 98) + "^^^"),
    Case(
      hundred + "①" + hundred + "②", "…" + String(hundred.dropFirst(67)) + hundred.prefix(67) + "…",
      String(repeating: " ", count: 34) + String(repeating: "^", count: 67)),
    Case(
      hundred + hundred + "①\n②", "…" + hundred, String(repeating: " ", count: 101) + "^"),
  ])
  func `carries the caret below the fault`(_ row: Case) throws {
    let marked = MarkedText(row.text)
    let file = marked.file()
    let problem = problem(at: try #require(marked.range(1, 2)), of: file)
    let lines = rendered([problem], .human, of: file).split(separator: "\n")
    try #require(lines.count == 5)
    #expect(lines[3] == "1 | \(row.line)")
    #expect(lines[4] == "  | \(row.carets)")
  }

  @Test func `has a margin as wide as its number`() throws {
    let marked = MarkedText(String(repeating: "\n", count: 119) + "a①b②")
    let file = marked.file()
    var problem = problem(at: try #require(marked.range(1, 2)), of: file)
    problem.help = [Phrase(en: "do", fr: "faites")]
    #expect(
      rendered([problem], .human, of: file) == """
        error[test.here]: here
           --> test.xml:120:2
            |
        120 | ab
            |  ^
            = help: do

        """)
  }

  @Test(arguments: [
    (DiagnosticRenderer.Format.human, #"error[test.here]: a\u{1b}b\u{a}c\u{9b}d\u{202e}e"#),
    (.short, #"error: a\u{1b}b\u{a}c\u{9b}d\u{202e}e [test.here]"#),
    (.json, #"{"id":"test.here","severity":"error","message":"a\u001bb\nc\u009bd\u202ee"}"#),
  ])
  func `like every message lets no control character through`(
    _ format: DiagnosticRenderer.Format, _ expected: String
  ) {
    let message = "a\u{1B}b\nc\u{9B}d\u{202E}e"
    let problem = Diagnostic("test.here", .error, Phrase(en: message, fr: message))
    #expect(rendered([problem], format) == expected + "\n")
  }

  @Test(arguments: DiagnosticRenderer.Format.allCases)
  func `lets none through from paths, notes and helps either`(
    _ format: DiagnosticRenderer.Format
  ) {
    let evil = "\u{1B}]0;x\u{7}\u{9D}\u{2066}"
    let file = SourceFile(id: SourceFile.ID(evil), bytes: Array(evil.utf8))
    let phrase = Phrase(en: evil, fr: evil)
    let span = SourceSpan(file: file.id, bytes: 0..<4)
    let problem = Diagnostic(
      "t.evil", .error, phrase, at: span, notes: [Diagnostic.Note(phrase, at: span)],
      help: [phrase])
    let text = rendered([problem], format, of: file)
    #expect(text.contains("0;x"))
    let controls = text.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{2066}")
    }
    #expect(controls.isEmpty)
  }
}
