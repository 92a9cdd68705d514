import Testing

@Suite struct `Swift files` {
  /// Rooms where `unsafe`, or a call that lends a pointer, has a place, and why.
  private static let unsafeRooms: Set = [
    // The two that speak C to a library, and mark every unsafe expression.
    "Markup", "Archive",
    // readdir(3) gives a record that is only as long as its name.
    "Disk",
    // write(2) takes a pointer.
    "TrousseCommand",
  ]

  @Test func `keep unsafe code in few rooms`() {
    expectNone(
      Repository.sources.filter { !Self.unsafeRooms.contains($0.room) }
        .flatMap {
          $0.places(
            of: #/\bunsafe\b|Unsafe[A-Z]|\bunsafe(?:BitCast|Downcast|lyUnwrapped)\b/#,
            "an unsafe word outside its rooms")
        })
  }

  @Test func `of the product use none of the forbidden words`() {
    let rules: [(pattern: Regex<Substring>, what: String)] = [
      (#/\b(?:debugPrint|print|dump)\(/#, "prints, which only Console does"),
      (#/\bDate\(\)/#, "reads the clock"),
      (#/\btry!/#, "`try!`"),
      (#/\bas!/#, "`as!`"),
      (#/@unchecked|nonisolated\(unsafe\)/#, "an unchecked promise"),
      (#/\bfatalError\(/#, "`fatalError`: a broken promise is a precondition"),
      (#/\b(?:public|open)\s+\w+\s+\w/#, "nothing is public: a door is `package`"),
      (#/@testable\b/#, "`@testable`"),
    ]
    expectNone(
      Repository.sources.flatMap { file in
        rules.flatMap { rule in file.places(of: rule.pattern, rule.what) }
      })
  }

  @Test func `unwrap nothing by force`() {
    // A letter or a closing bracket, then `!` that is not the start of `!=`.
    expectNone(
      Repository.allSwift.flatMap { $0.places(of: /[\w)\]}"]!(?!=)/, "unwraps by force") })
  }

  @Test func `have lines of 100 columns at most, without tabs and trailing spaces`() {
    expectNone(
      Repository.allSwift.flatMap { file in
        file.lines.enumerated().flatMap { index, line in
          var faults: [String] = []
          // Nobody can break a line inside a literal, or one that is a literal.
          let isBreakable =
            !file.parts.literalLines.contains(index + 1)
            && file.parts.code[index].contains { !" \",.+()".contains($0) }
          if isBreakable, line.utf8.count > 100, line.count > 100 {
            faults.append("\(line.count) columns")
          }
          if line.utf8.contains(UInt8(ascii: "\t")) { faults.append("a tab") }
          if line.utf8.last == UInt8(ascii: " ") { faults.append("a trailing space") }
          return faults.map { "\(file.path):\(index + 1): \($0)" }
        }
      })
  }

  @Test func `end with one line end`() {
    expectNone(
      Repository.allSwift.filter { $0.lines.last != "" || $0.lines.dropLast().last == "" }
        .map { "\($0.path): no line end at the end, or several" })
  }

  @Test func `hold no code that is commented out`() {
    // A statement that goes on, a call, a closing brace, or a value that is given a name.
    let words = #/^(let|var|func|if|guard|for|while|switch|case|return|import|struct|enum|try)\b/#
    let ends = #/[{(=;,]$/#
    let others = #/^\}|^[\w.]+\([^()]*\)( \{)?$|^(let|var) \w+(: [\w\[\]<>?]+)? = /#
    expectNone(
      Repository.allSwift.flatMap { file in
        file.parts.comments.filter { comment in
          let text = comment.text
          return !comment.isDocumentation
            && (text.contains(others) || (text.contains(words) && text.contains(ends)))
        }
        .map { "\(file.path):\($0.line): looks like code: \($0.text)" }
      })
  }

  @Test func `and all other texts leave no task behind`() throws {
    // In two pieces, so that this file may pass its own test.
    let words = try Regex("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b")
    let folders = Repository.entries.filter(Repository.isFolder)
    let paths =
      folders.flatMap(Repository.paths(under:))
      + Repository.entries.subtracting(folders).sorted()
    expectNone(
      paths.flatMap { path in
        guard let text = Repository.text(path) else { return [String]() }
        return text.matches(of: words).map { "\(path): \(text[$0.range])" }
      })
  }
}

@Suite struct `The reader of Swift` {
  @Test func `tells code, comments and literals apart`() {
    let text = SwiftText(
      """
      let a = "b // c \\(d("e") + f) \\"g\\"" // h
      /// i "j"
      let k = #"l "m" \\(n)"# /* o
      p */ + q
      let r = /s"t/, u = #/v"/#
      """)
    #expect(
      text.code == [#"let a = "d("") + f" "#, "", #"let k = "" "#, " + q", "let r = /, u = /"])
    #expect(text.comments.map(\.text) == ["h", #"i "j""#])
    #expect(text.comments.map(\.isDocumentation) == [false, true])
    #expect(text.literals.map(\.line) == [1, 1, 3])
    #expect(
      text.literals.map(\.text) == ["e", "b // c \u{FFFC} \\\"g\\\"", #"l "m" \(n)"#])
    #expect(text.literals.map { $0.opener.hasSuffix("d(") } == [true, false, false])
  }
}
