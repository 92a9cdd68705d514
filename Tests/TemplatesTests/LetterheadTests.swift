import Diagnostics
import Templates
import TestSupport
import Testing

/// A letterhead: pages with header and footer, styles of its own, and a body that never shows.
private let letterhead = flatDocument(
  "<text:p>{{ never.read }}</text:p>",
  header: "<text:p text:style-name=\"Enseigne\">{{ academy.name }}</text:p>"
    + "<text:p>{{ if basin.isFunded }}</text:p><text:p>FSE</text:p><text:p>{{ end }}</text:p>"
).replacing(
  "<office:styles>",
  with: "<office:styles><style:style style:name=\"Enseigne\" style:family=\"paragraph\"/>"
    + "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"papier\"/>")

private let letter = flatDocument(
  "<text:p text:style-name=\"P1\">{{ basin.name }}</text:p>", header: "<text:p>au rebut</text:p>"
).replacing(
  "<office:styles>",
  with: "<office:styles><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    + "<style:style style:name=\"Corps\" style:family=\"paragraph\"/>"
    + "<style:style style:name=\"Standard\" style:family=\"text\"/>"
).replacing(
  "<office:automatic-styles>",
  with: "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\"/>")

private func folder(
  _ files: [String: String], kit: String = "", folder: String = "", document: String = ""
) -> TemplateFolder {
  let entry = TemplateFolder.entry("lettre", "formats=\"odt\" \(document)", template: "l.fodt")
  let plan = TemplateFolder.plan(entry)
    .replacing("<kit>", with: "<kit \(kit)>").replacing("<folder ", with: "<folder \(folder) ")
  return TemplateFolder(
    ["kit.xml": plan, "t.xml": "<document/>", "l.fodt": letter].merging(files) { $1 })
}

private func styles(_ folder: TemplateFolder, for basin: TestBasin = .new) throws -> String {
  let document = try #require(try folder.composed(for: basin).officeDocuments.values.first)
  return String(decoding: try #require(document.styles), as: UTF8.self)
}

@Suite struct `A letterhead` {
  @Test(arguments: [
    ("letterhead='p.fodt'", "", ""), ("", "letterhead='p.fodt'", ""),
    ("", "", "letterhead='p.fodt'"), ("letterhead='q.fodt'", "", "letterhead='p.fodt'"),
  ])
  func `gives a letter its pages, the nearest one first`(
    kit: String, folder place: String, document: String
  ) throws {
    let files = ["p.fodt": letterhead, "q.fodt": flatDocument("<text:p/>")]
    let made = try styles(folder(files, kit: kit, folder: place, document: document))
    #expect(
      made.contains("<style:header><text:p text:style-name=\"Enseigne\">Versailles</text:p>"))
    #expect(!made.contains("au rebut"))
    #expect(!made.contains("FSE"))
  }

  @Test func `is refused by a letter that names none`() throws {
    let made = try folder(
      ["p.fodt": letterhead], kit: "letterhead='p.fodt'", document: "letterhead=''"
    ).composed()
    let document = try #require(made.officeDocuments.values.first)
    #expect(document.styles == nil)
  }

  @Test func `shows what holds for the basin`() throws {
    let basin = TestBasin.made("", "<fse edition='2015'/>")
    let made = try styles(folder(["p.fodt": letterhead], kit: "letterhead='p.fodt'"), for: basin)
    #expect(made.contains("<text:p>FSE</text:p>"))
  }

  @Test func `keeps the styles that only the letter has`() throws {
    let made = try styles(folder(["p.fodt": letterhead], kit: "letterhead='p.fodt'"))
    let start = try #require(made.firstRange(of: "<office:styles>"))
    let end = try #require(made.firstRange(of: "</office:styles>"))
    try expectGolden(
      made[start.lowerBound..<end.upperBound].replacing("><", with: ">\n<") + "\n",
      "Templates/writer-letterhead.xml")
  }

  @Test func `of another kind of template, or of no file, is told`() throws {
    let files = ["p.fodt": letterhead]
    let absent = try folder(files, kit: "letterhead='r.fodt'").problems().map(\.id.text)
    #expect(absent == ["template.unknown-file", "template.unknown-file"])
    let other = TemplateFolder([
      "kit.xml": TemplateFolder.plan(TemplateFolder.entry("b", "letterhead='p.fodt'")),
      "t.xml": "<document/>", "p.fodt": letterhead,
    ])
    #expect(try other.problems().map(\.id.text) == ["kitplan.letterhead"])
  }

  @Test func `is told of with its own name and place`() throws {
    let faulty = letterhead.replacing("academy.name", with: "academy.nme")
    let problems = try folder(["p.fodt": faulty], kit: "letterhead='p.fodt'").problems()
    #expect(problems.map(\.span?.file.path) == ["KitTemplates/p.fodt"])
    #expect(problems.first?.excerpt?.place.map(\.english) == ["page header"])
  }
}

/// What the body of a letter becomes that includes partials.
private func body(_ text: String, _ partials: [String: String]) throws -> String {
  let kit = try folder(partials.merging(["l.fodt": flatDocument(text)]) { $1 }).composed()
  let document = try #require(kit.officeDocuments.values.first)
  let content = String(decoding: document.content, as: UTF8.self)
  let start = try #require(content.firstRange(of: "<office:text>"))
  let end = try #require(content.firstRange(of: "</office:text>"))
  return String(content[start.upperBound..<end.lowerBound])
}

@Suite struct `A partial of Writer` {
  @Test(arguments: [
    "b.fodt", "’b.fodt’", "« b.fodt »", "\u{A0}\"b.fodt\"\u{202F}",
  ])
  func `stands where a paragraph names it`(name: String) throws {
    let partial = flatDocument(
      "<text:sequence-decls/><text:h>{{ basin.name }}</text:h><text:p>b</text:p>")
    let made = try body(
      "<text:p>a</text:p><text:p>{{ include <text:span>\(name)</text:span> }}</text:p>",
      ["b.fodt": partial])
    #expect(made == "<text:p>a</text:p><text:h>Antony</text:h><text:p>b</text:p>")
  }

  @Test func `sees the variables of the place that includes it, and includes others`() throws {
    let made = try body(
      "<text:p>{{ for r in team | take: 2 }}</text:p><text:p>{{ include b.fodt }}</text:p>"
        + "<text:p>{{ end }}</text:p>",
      [
        "b.fodt": flatDocument(
          "<text:p>{{ r.letter }}</text:p><text:p>{{ include c.fodt }}</text:p>"),
        "c.fodt": flatDocument("<text:p>{{ loop.index }}</text:p>"),
      ])
    #expect(made == "<text:p>A</text:p><text:p>1</text:p><text:p>B</text:p><text:p>2</text:p>")
  }

  @Test func `stands in one paragraph with its condition`() throws {
    let text =
      "<text:p>{{ if basin.isNew }}{{ include b.fodt }}{{ end }}</text:p>"
      + "<text:p>{{ if basin.isExperienced }}{{ include b.fodt }}{{ end }}</text:p>"
      + "<text:p>{{ for r in team | take: 2 }}{{ include b.fodt }}{{ end }}</text:p>"
    let made = try body(text, ["b.fodt": flatDocument("<text:p>b</text:p>")])
    #expect(made == "<text:p>b</text:p><text:p>b</text:p><text:p>b</text:p>")
  }

  private static let dressed = flatDocument(
    "<text:p text:style-name=\"P1\"><text:span text:style-name=\"Fort\">b</text:span></text:p>"
      + "<table:table table:name=\"T\" xml:id=\"i\" table:style-name=\"T\"/>"
  ).replacing(
    "<office:automatic-styles>",
    with: "<office:font-face-decls><style:font-face style:name=\"F\"/></office:font-face-decls>"
      + "<office:automatic-styles>"
      + "<style:style style:name=\"P1\" style:family=\"paragraph\" "
      + "style:master-page-name=\"Standard\" style:list-style-name=\"L\"/>"
      + "<text:list-style style:name=\"L\"/><style:style style:name=\"T\" style:family=\"table\"/>"
  ).replacing(
    "<office:styles>",
    with: "<office:styles><style:style style:name=\"Fort\" style:family=\"text\"/>")

  @Test func `brings its styles, and its names stand once`() throws {
    let text =
      "<text:p text:style-name=\"P1\">a</text:p><table:table table:name=\"T 2\"/>"
      + "<text:p>{{ include b.fodt }}</text:p><text:p>{{ include b.fodt }}</text:p>"
    let files = [
      "b.fodt": Self.dressed,
      "l.fodt": flatDocument(text, header: "<text:p>{{ include b.fodt }}</text:p>"),
    ]
    let kit = try folder(files).composed()
    let document = try #require(kit.officeDocuments.values.first)
    let parts = [document.content, try #require(document.styles)]
      .map { String(decoding: $0, as: UTF8.self).replacing("><", with: ">\n<") }
    try expectGolden(parts.joined(separator: "\n"), "Templates/writer-partial.xml")
  }

  /// Nineteen partials and the document are the twenty that may be open at once.
  @Test func `goes twenty deep and no deeper`() throws {
    var partials = ["p19.fodt": flatDocument("<text:p>a</text:p>")]
    for depth in 1..<19 {
      partials["p\(depth).fodt"] = flatDocument("<text:p>{{ include p\(depth + 1).fodt }}</text:p>")
    }
    #expect(try body("<text:p>{{ include p1.fodt }}</text:p>", partials) == "<text:p>a</text:p>")
    partials["p0.fodt"] = flatDocument("<text:p>{{ include p1.fodt }}</text:p>")
    let problems = try folder(
      partials.merging(["l.fodt": flatDocument("<text:p>{{ include p0.fodt }}</text:p>")]) { $1 }
    ).problems()
    #expect(problems.map(\.id.text) == ["template.includes-too-deep"])
  }

  static let rows: [(text: String, id: String)] = [
    ("<text:p>a {{ include b.fodt }}</text:p>", "template.include-among-text"),
    ("<text:p>{{ include b.fodt }}{{ basin.name }}</text:p>", "template.include-among-text"),
    (
      "<text:p>{{ if basin.isNew }}{{ include b.fodt }}</text:p><text:p>{{ end }}</text:p>",
      "template.include-among-text"
    ),
    (
      "<text:list><text:list-item><text:p>{{ include b.fodt }}</text:p></text:list-item></text:list>",
      "template.include-among-text"
    ),
    ("<text:p>{{ include c.fodt }}</text:p>", "template.unknown-file"),
    ("<text:p>{{ include x.fodt }}</text:p>", "template.clashing-prefix"),
    ("<text:p>{{ include d.fodt }}</text:p>", "template.missing-end"),
    ("<text:p>{{ include e.fodt }}</text:p>", "office.not-flat"),
  ]

  @Test(arguments: rows)
  func `that cannot stand there is told`(text: String, id: String) throws {
    let partials = [
      "b.fodt": flatDocument("<text:p>b</text:p>"),
      "d.fodt": flatDocument("<text:p>{{ if basin.isNew }}</text:p>"), "e.fodt": "<a/>",
      "x.fodt": flatDocument("<text:p>b</text:p>").replacing(
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", with: "xmlns:dc=\"urn:a\""),
      "l.fodt": flatDocument(text),
    ]
    #expect(try Set(folder(partials).problems().map(\.id.text)) == [id])
  }

  @Test func `that includes itself is told with the chain`() throws {
    let folder = folder([
      "l.fodt": flatDocument("<text:p>{{ include a.fodt }}</text:p>"),
      "a.fodt": flatDocument("<text:h>Pied</text:h><text:p>{{ include b.fodt }}</text:p>"),
      "b.fodt": flatDocument("<text:p>{{ include a.fodt }}</text:p>"),
    ])
    for language in Language.allCases {
      try expectGolden(
        folder.rendered(language), "Templates/writer-include-cycle.\(language.rawValue).txt")
    }
  }

  @Test func `with a fault is told once, however often it is included`() throws {
    let faulty = flatDocument("<text:p>{{ basin.nme }}</text:p>")
    let twice = "<text:p>{{ include b.fodt }}</text:p><text:p>{{ include b.fodt }}</text:p>"
    let problems = try folder(["b.fodt": faulty, "l.fodt": flatDocument(twice)]).problems()
    #expect(Set(problems).count == 1)
  }

  @Test func `that tells of blanks is made after all others`() throws {
    let partial = flatDocument("<text:p>{{ kit . blankCount }}</text:p>")
    let blank = flatDocument(
      "<text:p><text:text-input>a</text:text-input></text:p><text:p>{{ include b.fodt }}</text:p>")
    let kit = try folder(["b.fodt": partial, "l.fodt": blank]).composed()
    let document = try #require(kit.officeDocuments.values.first)
    #expect(String(decoding: document.content, as: UTF8.self).contains("<text:p>1</text:p>"))
  }
}
