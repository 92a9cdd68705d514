import Diagnostics
import TestSupport
import Testing

@Suite struct `A rendered report` {
  private static let basins = MarkedText(
    """
    <basins>
      <basin id="①evry②" name="Évry"/>
      <basin name="Évry" id="③evry④">
      </basin>
    </basins>

    """)

  private static let file = basins.file("base/basins.xml")

  /// A duplicate with a note and a help, a warning about a file that was not read, an error that
  /// has no place at all.
  private static func problems() throws -> [Diagnostic] {
    let first = try #require(basins.range(1, 2))
    let second = try #require(basins.range(3, 4))
    return [
      Diagnostic(
        "kb.duplicate-id", .error,
        Phrase(en: "the id `evry` is already taken", fr: "l’identifiant « evry » est déjà pris"),
        at: SourceSpan(file: file.id, bytes: second),
        notes: [
          Diagnostic.Note(
            Phrase(en: "first used here", fr: "première utilisation ici"),
            at: SourceSpan(file: file.id, bytes: first))
        ],
        help: [Phrase(en: "give it another id", fr: "donnez-lui un autre identifiant")]),
      Diagnostic(
        "disk.odd-name", .warning, Phrase(en: "the name is odd", fr: "le nom est étrange"),
        at: SourceSpan(wholeOf: SourceFile.ID("autre \"x\".xml"))),
      Diagnostic(
        "kit.no-folder", .error, Phrase(en: "there is no folder", fr: "il n’y a pas de dossier"),
        help: [Phrase(en: "make one", fr: "créez-en un"), Phrase(en: "or two", fr: "ou deux")]),
    ]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var format: DiagnosticRenderer.Format
    var language: Language
    var text: String
    var testDescription: String { "\(format) \(language)" }
  }

  private static let cases = [
    Case(
      format: .human, language: .english,
      text: """
        error[kit.no-folder]: there is no folder
         = help: make one
         = help: or two

        warning[disk.odd-name]: the name is odd
         --> autre "x".xml

        error[kb.duplicate-id]: the id `evry` is already taken
         --> base/basins.xml:3:26
          |
        3 |   <basin name="Évry" id="evry">
          |                          ^^^^
          = note: first used here
         --> base/basins.xml:2:14
          |
        2 |   <basin id="evry" name="Évry"/>
          |              ^^^^
          = help: give it another id

        """),
    Case(
      format: .human, language: .french,
      text: """
        erreur[kit.no-folder]\u{A0}: il n’y a pas de dossier
         = aide\u{A0}: créez-en un
         = aide\u{A0}: ou deux

        avertissement[disk.odd-name]\u{A0}: le nom est étrange
         --> autre "x".xml

        erreur[kb.duplicate-id]\u{A0}: l’identifiant « evry » est déjà pris
         --> base/basins.xml:3:26
          |
        3 |   <basin name="Évry" id="evry">
          |                          ^^^^
          = note\u{A0}: première utilisation ici
         --> base/basins.xml:2:14
          |
        2 |   <basin id="evry" name="Évry"/>
          |              ^^^^
          = aide\u{A0}: donnez-lui un autre identifiant

        """),
    Case(
      format: .short, language: .english,
      text: """
        error: there is no folder [kit.no-folder]
        autre "x".xml: warning: the name is odd [disk.odd-name]
        base/basins.xml:3:26: error: the id `evry` is already taken [kb.duplicate-id]

        """),
    Case(
      format: .short, language: .french,
      text: """
        erreur\u{A0}: il n’y a pas de dossier [kit.no-folder]
        autre "x".xml: avertissement\u{A0}: le nom est étrange [disk.odd-name]
        base/basins.xml:3:26: erreur\u{A0}: l’identifiant « evry » est déjà pris [kb.duplicate-id]

        """),
    Case(
      format: .json, language: .english,
      text: #"""
        {"id":"kit.no-folder","severity":"error","message":"there is no folder",\#
        "help":["make one","or two"]}
        {"id":"disk.odd-name","severity":"warning","message":"the name is odd",\#
        "file":"autre \"x\".xml"}
        {"id":"kb.duplicate-id","severity":"error","message":"the id `evry` is already taken",\#
        "file":"base/basins.xml","line":3,"column":26,"endLine":3,"endColumn":30,\#
        "notes":[{"message":"first used here","file":"base/basins.xml","line":2,"column":14,\#
        "endLine":2,"endColumn":18}],"help":["give it another id"]}

        """#),
    Case(
      format: .json, language: .french,
      text: #"""
        {"id":"kit.no-folder","severity":"error","message":"il n’y a pas de dossier",\#
        "help":["créez-en un","ou deux"]}
        {"id":"disk.odd-name","severity":"warning","message":"le nom est étrange",\#
        "file":"autre \"x\".xml"}
        {"id":"kb.duplicate-id","severity":"error",\#
        "message":"l’identifiant « evry » est déjà pris",\#
        "file":"base/basins.xml","line":3,"column":26,"endLine":3,"endColumn":30,\#
        "notes":[{"message":"première utilisation ici","file":"base/basins.xml","line":2,\#
        "column":14,"endLine":2,"endColumn":18}],"help":["donnez-lui un autre identifiant"]}

        """#),
  ]

  @Test(arguments: cases)
  func `says all there is to say, in its format and language`(_ row: Case) throws {
    #expect(rendered(try Self.problems(), row.format, row.language, of: Self.file) == row.text)
  }

  @Test(arguments: cases)
  func `does not depend on the order in which problems were found`(_ row: Case) throws {
    let problems = try Self.problems().reversed() + Self.problems()
    #expect(rendered(problems, row.format, row.language, of: Self.file) == row.text)
  }

  @Test(arguments: DiagnosticRenderer.Format.allCases)
  func `is empty when there is no problem`(_ format: DiagnosticRenderer.Format) {
    #expect(rendered([], format).isEmpty)
  }

  @Test func `is sorted by file, then place, then id`() {
    func problem(_ id: Diagnostic.ID, _ path: String, _ offset: Int) -> Diagnostic {
      let span = SourceSpan(file: SourceFile.ID(path), bytes: offset..<offset + 1)
      return Diagnostic(id, .error, Phrase(en: "m", fr: "m"), at: span)
    }
    let problems = [
      problem("t.b", "b.xml", 1), problem("t.a", "b.xml", 1), problem("t.c", "b.xml", 0),
      problem("t.z", "a.xml", 9), problem("t.y", "É.xml", 0), problem("t.x", "Z.xml", 0),
    ]
    let ids = rendered(problems, .short).split(separator: "\n").map {
      $0.split(separator: " ").last
    }
    #expect(ids == ["[t.x]", "[t.z]", "[t.c]", "[t.a]", "[t.b]", "[t.y]"])
  }

  @Test(arguments: [
    (DiagnosticRenderer.Format.short, Language.english, "… and 3 more, not shown"),
    (.short, .french, "… et encore 3, sans les afficher"),
    (.human, .english, "… and 3 more, not shown"),
    (.human, .french, "… et encore 3, sans les afficher"),
  ])
  func `counts what comes after the fiftieth`(
    _ format: DiagnosticRenderer.Format, _ language: Language, _ last: String
  ) {
    let problems = numbered(53)
    let text = rendered(problems, format, language)
    #expect(text.ranges(of: "message ").count == 50)
    #expect(text.hasSuffix("\n\(last)\n"))
    #expect(!rendered(numbered(50), format, language).contains("…"))
  }

  @Test func `counts repeats once`() {
    let text = rendered(numbered(50) + numbered(50), .short)
    #expect(text.split(separator: "\n").count == 50)
    #expect(!text.contains("…"))
  }

  @Test func `for machines holds nothing but objects`() {
    let lines = rendered(numbered(53), .json).split(separator: "\n")
    #expect(lines.count == 50)
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  private func numbered(_ count: Int) -> [Diagnostic] {
    (1...count).map { number in
      Diagnostic("t.many", .error, Phrase(en: "message \(number)", fr: "message \(number)"))
    }
  }
}
