import Diagnostics
import Documents
import KnowledgeBase
import Markup
import OfficePackages
import Tailoring
import Templates
import TestSupport
import Testing

/// A flat Writer document that holds `body`, with what a header and the automatic styles hold.
func flatDocument(_ body: String, header: String = "", title: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" \
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">\
  <office:meta><dc:title>\(title)</dc:title></office:meta>\
  <office:styles><style:style style:name="Champ" style:display-name="Champ à compléter" \
  style:family="text"/></office:styles>\
  <office:automatic-styles><style:page-layout style:name="L"/></office:automatic-styles>\
  <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">\
  <style:header>\(header)</style:header></style:master-page></office:master-styles>\
  <office:body><office:text>\(body)</office:text></office:body></office:document>
  """
}

/// The folder of a kit with one Writer template.
func writerFolder(_ document: String, formats: String = "odt") -> TemplateFolder {
  TemplateFolder([
    "kit.xml": TemplateFolder.plan(
      TemplateFolder.entry("lettre", "formats=\"\(formats)\"", template: "l.fodt")),
    "t.xml": "<document/>", "l.fodt": document,
  ])
}

func writerDocument(_ document: String, for basin: TestBasin = .new) throws -> OfficeDocument {
  let kit = try writerFolder(document).composed(for: basin)
  return try #require(kit.officeDocuments.values.first)
}

/// What a template's body becomes.
func rendered(_ body: String, for basin: TestBasin = .new) throws -> String {
  let content = String(
    decoding: try writerDocument(flatDocument(body), for: basin).content, as: UTF8.self)
  let start = try #require(content.firstRange(of: "<office:text>"))
  let end = try #require(content.firstRange(of: "</office:text>"))
  return String(content[start.upperBound..<end.lowerBound])
}

@Suite struct `A Writer template` {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let expected: String

    init(_ name: String, _ body: String, _ expected: String) {
      testDescription = name
      self.body = body
      self.expected = expected
    }
  }

  private static let filled =
    "<text:span text:style-name=\"Champ\"><text:text-input text:description=\""

  @Test(arguments: [
    Case("a field", "<text:p>Bassin {{ basin.de }}.</text:p>", "<text:p>Bassin d’Antony.</text:p>"),
    Case(
      "split over spans",
      "<text:p>{<text:span>{ bas</text:span><text:bookmark text:name=\"b\"/>in.na"
        + "<text:soft-page-break/><text:span>me }</text:span>}!</text:p>",
      "<text:p>Antony<text:span></text:span><text:bookmark text:name=\"b\"/>"
        + "<text:span></text:span>!</text:p>"),
    Case(
      "Writer's quotes and spaces",
      "<text:p>{{ basin.name == ’Antony’ }} {{\u{A0}‘a’ | upper }} {{ « é » }}</text:p>",
      "<text:p>oui A é</text:p>"),
    Case(
      "a space of Writer inside",
      "<text:p>{{<text:s text:c=\"2\"/>basin.name<text:line-break/>}}</text:p>",
      "<text:p>Antony</text:p>"),
    Case(
      "a paragraph under a condition",
      "<text:p>{{ if basin.isNew }}Nouveau{{ end }}</text:p>"
        + "<text:p>{{ if basin.isExperienced }}Ancien{{ end }}</text:p>",
      "<text:p>Nouveau</text:p>"),
    Case(
      "a branch in a line",
      "<text:p>Un {{ if basin.isNew }}nouveau{{ else }}ancien{{ end }} bassin</text:p>",
      "<text:p>Un nouveau bassin</text:p>"),
    Case(
      "a further condition",
      "<text:p>- {{ if basin.isExperienced }}a{{ else if basin.isNew }}b{{ else }}c{{ end }}</text:p>",
      "<text:p>- b</text:p>"),
    Case(
      "a branch across spans",
      "<text:p>a <text:span text:style-name=\"T\">b {{ if basin.isExperienced }}c</text:span> d"
        + "{{ end }} e</text:p>",
      "<text:p>a <text:span text:style-name=\"T\">b </text:span> e</text:p>"),
    Case(
      "a loop over paragraphs",
      "<text:p>{{ for r in team | take: 2 }}</text:p><text:h>{{ r.letter }}</text:h>"
        + "<text:p>{{ if loop.isLast }}fin{{ end }}</text:p><text:p>{{ end }}</text:p>",
      "<text:h>A</text:h><text:h>B</text:h><text:p>fin</text:p>"),
    Case(
      "a row from its first cell to its last",
      row("{{ for r in team | take: 2 }}{{ r.letter }}", "{{ loop.index }}{{ end }}"),
      row("A", "1") + row("B", "2")),
    Case(
      "rows between rows of directives",
      row("{{ for r in team | take: 2 }}", "") + row("{{ r.letter }}", "x") + row("{{ end }}", ""),
      row("A", "x") + row("B", "x")),
    Case(
      "a table that keeps none of its rows",
      "<text:p>a</text:p><table:table>"
        + row("{{ for r in team | take: 0 }}{{ r.letter }}", "x{{ end }}") + "</table:table>",
      "<text:p>a</text:p>"),
    Case(
      "a table that keeps none of the rows between two others",
      "<table:table>" + row("{{ for r in team | take: 0 }}", "") + row("a", "")
        + row("{{ end }}", "") + "</table:table>",
      ""),
    Case(
      "a table that keeps one",
      "<table:table>" + row("{{ for r in team | take: 1 }}{{ r.letter }}", "x{{ end }}")
        + "</table:table>",
      "<table:table>" + row("A", "x") + "</table:table>"),
    Case(
      "an item",
      "<text:list><text:list-item><text:p>{{ for r in team | take: 2 }}{{ r.letter }}{{ end }}"
        + "</text:p></text:list-item></text:list>",
      "<text:list><text:list-item><text:p>A</text:p></text:list-item>"
        + "<text:list-item><text:p>B</text:p></text:list-item></text:list>"),
    Case(
      "the name and the id of what is repeated",
      "<text:p>{{ for r in team | take: 2 }}</text:p><table:table table:name=\"T\" xml:id=\"i\"/>"
        + "<text:p>{{ end }}</text:p>",
      "<table:table table:name=\"T\" /><table:table table:name=\"T 2\" />"),
    Case(
      "the address of a link",
      "<text:p><text:a xlink:href=\"../../%7B%7B%20academy.site%20%7D%7D\">site</text:a></text:p>",
      "<text:p><text:a xlink:href=\"SITE\">site</text:a></text:p>"),
    Case(
      "a note, and the description of a picture",
      "<text:p>a<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
        + "<text:note-body><text:p>{{ basin.name }}</text:p></text:note-body></text:note>"
        + "<draw:frame><draw:image/><svg:title>À {{ basin.name }}</svg:title>"
        + "<svg:desc>{{ basin.de }} &amp; Cie</svg:desc></draw:frame></text:p>",
      "<text:p>a<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
        + "<text:note-body><text:p>Antony</text:p></text:note-body></text:note>"
        + "<draw:frame><draw:image/><svg:title>À Antony</svg:title>"
        + "<svg:desc>d’Antony &amp; Cie</svg:desc></draw:frame></text:p>"),
    Case(
      "corrections, which are accepted",
      "<text:tracked-changes><text:p>{{ no }}</text:p></text:tracked-changes>"
        + "<text:p>{{ basin.<text:change text:change-id=\"c\"/>name }}</text:p>",
      "<text:p>Antony</text:p>"),
    Case(
      "a frame within a paragraph",
      "<text:p>a<draw:frame draw:name=\"f\"><draw:text-box><text:p>{{ basin.name }}</text:p>"
        + "</draw:text-box></draw:frame>{{ basin.name }}</text:p>",
      "<text:p>a<draw:frame draw:name=\"f\"><draw:text-box><text:p>Antony</text:p>"
        + "</draw:text-box></draw:frame>Antony</text:p>"),
  ])
  func `renders`(_ row: Case) throws {
    let site = try #require(try TestBasin.new.brief().academy.site)
    #expect(try rendered(row.body) == row.expected.replacing("SITE", with: site))
  }

  @Test func `shows what nobody has said as a field to fill, and counts it`() throws {
    let document = try writerDocument(
      flatDocument(
        "<text:p>{{ basin.colleges }} <text:text-input text:description=\"nom du maire\">x"
          + "</text:text-input></text:p>"))
    let text = String(decoding: document.content, as: UTF8.self)
    let name = "nombre de collèges"
    #expect(text.contains("\(Self.filled)\(name)\">\(name)</text:text-input>"))
    #expect(document.blankNames == ["nombre de collèges", "nom du maire"])
  }

  @Test(arguments: [
    (
      "{{ basin.name }} <text:text-input text:description=\"ville : nom\">ville : nom</text:text-input>",
      "ville\u{A0}: nom"
    ),
    ("{{ basin.name }} <text:text-input>l'heure ?</text:text-input>", "l’heure\u{202F}?"),
    ("<text:text-input text:description=\"a : b\">a : b</text:text-input>", "a : b"),
  ])
  func `lists a field to fill under the very name that it stands with`(
    _ line: String, _ name: String
  ) throws {
    let document = try writerDocument(flatDocument("<text:p>\(line)</text:p>"))
    #expect(document.blankNames == [name])
    let text = String(decoding: document.content, as: UTF8.self)
    #expect(text.contains(">\(name)</text:text-input>"))
    if line.contains("description") { #expect(text.contains("description=\"\(name)\"")) }
  }

  @Test func `tells of a fault in a note under which heading the note stands`() throws {
    let body = """
      <text:h>A</text:h><text:p>b<text:note><text:note-body><text:p>{{ x }}</text:p>\
      </text:note-body></text:note></text:p>
      """
    let problem = try #require(try writerFolder(flatDocument(body)).problems().first)
    #expect(problem.excerpt?.place.map(\.english) == ["under the heading “A”", "note"])
  }

  @Test func `tells a fault once, and nothing that only comes from it`() throws {
    let body = """
      <text:p>{{ for t in taks }}{{ t.title }}<text:text-input text:description="{{ t.due }}"/>\
      {{ end }}</text:p><text:p>{{ if basin.nam == 'a' }}1{{ else if basin.nme }}2{{ else if \
      basin.isNew }}3{{ else }}4{{ end }}</text:p><text:p>{{ t.title }}</text:p>
      """
    let problems = try writerFolder(flatDocument(body)).problems()
    #expect(
      problems.map(\.id.text) == [
        "template.unknown-name", "template.unknown-field", "template.unknown-field",
        "template.unknown-name",
      ])
  }

  @Test func `fills headers and its own title, and leaves other styles common`() throws {
    let filled = try writerDocument(
      flatDocument(
        "<text:p/>", header: "<text:p>{{ basin.name }}</text:p>", title: "À {{ basin.name }}"))
    let styles = String(decoding: try #require(filled.styles), as: UTF8.self)
    #expect(styles.contains("<style:header><text:p>Antony</text:p></style:header>"))
    #expect(filled.title == "À Antony")
    let plain = try writerDocument(flatDocument("<text:p/>", header: "<text:p>a</text:p>"))
    #expect(plain.styles == nil)
    #expect(plain.title == nil)
  }

  @Test func `without a field gives its own bytes`() throws {
    let body =
      "<text:p text:style-name='a'  >é &amp; &#233;<!-- c --><text:s/></text:p\n><text:p/>"
    #expect(try rendered(body) == body)
  }

  private static func row(_ first: String, _ second: String) -> String {
    "<table:table-row><table:table-cell><text:p>\(first)</text:p></table:table-cell>"
      + "<table:table-cell><text:p>\(second)</text:p></table:table-cell></table:table-row>"
  }
}

@Suite struct `A value in a Writer template` {
  @Test(arguments: [
    ("a & b < c", "a &amp; b &lt; c"),
    ("a  b", "a<text:s text:c=\"2\"/>b"),
    (" a ", "<text:s text:c=\"1\"/>a<text:s text:c=\"1\"/>"),
    ("a\nb\tc", "a<text:line-break/>b<text:tab/>c"),
    ("l’été – à 8\u{202F}h\u{2029}", "l’été – à 8\u{202F}h\u{2029}"),
    ("l’été\u{2028}fin", "l’été<text:line-break/>fin"),
    ("{{ basin.name }}", "{{ basin.name }}"),
    ("a\u{1}b", "a\u{FFFD}b"),
  ])
  func `is escaped as a reader of OpenDocument reads it`(value: String, markup: String) {
    var out = MarkupWriter()
    out.officeText(value)
    #expect(String(decoding: out.finish(), as: UTF8.self) == markup)
  }

  /// As a reader of OpenDocument reads it (6.1.2 to 6.1.5), whatever stands in the value.
  @Test(arguments: Seed.first(60)) func `comes back as it was`(_ seed: Seed) throws {
    var generator = seed.generator
    let signs = ["&", "<", ">", "\"", "'", "{{", "}}", " ", "  ", "\t", "\n", "]]>", "é", "a", "€"]
    let value = (0..<40).compactMap { _ in signs.randomElement(using: &generator) }.joined()
    var out = MarkupWriter()
    out.markup("<text:p xmlns:text=\"urn:a\">")
    out.officeText(value)
    out.markup("</text:p>")
    let file = SourceFile(id: SourceFile.ID("a.xml"), bytes: out.finish())
    let read = try parse(file).children.map { node in
      switch node {
      case .text(let text): text.string
      case .element(let element) where element.name == "text:tab": "\t"
      case .element(let element) where element.name == "text:line-break": "\n"
      case .element(let element):
        String(repeating: " ", count: element["text:c"].flatMap { Int($0.value) } ?? 1)
      }
    }
    #expect(read.joined() == value)
  }
}

@Suite struct `A fault in a Writer template` {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let id: String
    let fault: String
    var testDescription: String { id }

    init(_ body: String, _ id: String, _ fault: String) {
      self.body = body
      self.id = id
      self.fault = fault
    }
  }

  static let rows = [
    Case(
      "<text:p>é {{ basin.<text:span>nme</text:span> }}</text:p>", "template.unknown-field", "nme"),
    Case("<text:p>{{ for r in team }}</text:p>", "template.missing-end", "{{ for r in team }}"),
    Case("<text:p>{{ end }}</text:p>", "template.stray-end", "{{ end }}"),
    Case("<text:p>{{ else }}</text:p>", "template.stray-else", "{{ else }}"),
    Case("<text:p>{{ basin.name</text:p>", "template.unclosed-expression", "{{ basin.name"),
    Case("<text:p>{{ team }}</text:p>", "template.not-prose", " team "),
    Case(
      "<text:p>{a} {x.y} {{ '{{ a }}' }} {<text:span>basin</text:span>.name }</text:p>",
      "template.single-braces", "{basin.name }"),
    Case("<text:p>{{ if basin.name }}a{{ end }}</text:p>", "template.wrong-type", " basin.name "),
    Case(
      "<text:p>a {{ if basin.isNew }}</text:p><text:p>b</text:p><text:p>{{ end }}</text:p>",
      "template.directive-among-text", "{{ if basin.isNew }}"),
    Case(
      "<text:p>{{ if basin.isNew }}</text:p><text:section><text:p>{{ end }}</text:p></text:section>"
        + "<table:table table:name=\"T\"><table:table-row><table:table-cell>"
        + "<text:p>{{ for r in team }}</text:p></table:table-cell></table:table-row></table:table>"
        + "<text:p>{{ end }}</text:p>",
      "template.crosses-edge", "{{ for r in team }}"),
    Case(
      "<text:p>{{ if basin.isNew }}</text:p><text:p>{{ else }}</text:p><text:p>{{ else }}</text:p>"
        + "<text:p>{{ end }}</text:p>",
      "template.second-else", "{{ else }}"),
    Case(
      "<table:table><table:table-row><table:table-cell><text:p>{{ if basin.isNew }}a</text:p>"
        + "</table:table-cell><table:table-cell><text:p>{{ else }}</text:p></table:table-cell>"
        + "<table:table-cell><text:p>{{ end }}</text:p></table:table-cell></table:table-row>"
        + "</table:table>",
      "template.else-within-row", "{{ else }}"),
    Case(
      "<text:p>{{ basin<text:note><text:note-body/></text:note>.name }}</text:p>",
      "template.object-in-field", "\u{FFFC}"),
  ]

  @Test(arguments: rows)
  func `is told with the paragraph that holds it`(_ row: Case) throws {
    let problems = try writerFolder(flatDocument(row.body)).problems()
    let found = problems.map { problem in
      let text = Array((problem.excerpt?.text ?? "").utf8)
      let fault = problem.excerpt?.fault.clamped(to: 0..<text.count) ?? 0..<0
      return "\(problem.id.text): \(String(decoding: text[fault], as: UTF8.self))"
    }
    #expect(found.contains("\(row.id): \(row.fault)"), "\(found)")
  }

  @Test func `is shown with its place`() throws {
    let folder = writerFolder(
      flatDocument(
        """
        <text:h>Contacts</text:h>
        <table:table table:name="Tableau1"><table:table-row><table:table-cell><text:p>a</text:p>\
        </table:table-cell><table:table-cell><text:p>Élève : {{ basin.<text:span>nme</text:span> }}\
        </text:p></table:table-cell></table:table-row></table:table>
        <text:p>{{ for r in team }}</text:p>
        """, header: "<text:p>{{ end }}</text:p>"))
    for language in Language.allCases {
      try expectGolden(
        folder.rendered(language), "Templates/writer-faults.\(language.rawValue).txt")
    }
    try expectGolden(folder.rendered(.french, .short), "Templates/writer-faults.short.txt")
    try expectGolden(folder.rendered(.french, .json), "Templates/writer-faults.json.txt")
  }

  @Test(arguments: [
    (
      flatDocument("<text:p/>").replacing("opendocument.text", with: "opendocument.graphics"),
      "office.not-a-text"
    ),
    (
      flatDocument("<text:p/>").replacing("xmlns:text:1.0", with: "xmlns:texte:1.0"),
      "office.strange-prefix"
    ),
    ("<a/>", "office.not-flat"),
    ("<a>", "xml.never-closed"),
    (
      flatDocument("<text:p><text:a xlink:href=\"vnd.sun.star.script:a\"/></text:p>"),
      "office.macro"
    ),
  ])
  func `of the file is refused`(document: String, id: String) throws {
    #expect(try writerFolder(document).problems().map(\.id.text) == [id])
  }

  @Test func `of ten thousand conditions ends`() throws {
    let deep = String(repeating: "<text:p>{{ if basin.isNew }}</text:p>", count: 10_000)
    let ids = Set(try writerFolder(flatDocument(deep)).problems().map(\.id.text))
    #expect(ids == ["template.nested-too-deep", "template.missing-end"])
  }
}

@Suite struct `A page of a Writer template` {
  private func document(_ body: String) throws -> Document {
    let folder = TemplateFolder([
      "kit.xml": TemplateFolder.plan(TemplateFolder.entry("lettre", template: "l.fodt")),
      "t.xml": "<document/>", "l.fodt": flatDocument(body),
    ])
    let kit = try folder.composed()
    return try #require(kit.documents.first { kit.officeDocuments[$0.place] != nil })
  }

  @Test func `says what was rendered`() throws {
    let document = try document(
      "<text:h>{{ basin.name }}</text:h><text:p>{{ for r in team | take: 2 }}</text:p>"
        + "<text:list><text:list-item><text:p>{{ r.letter }} {{ r.person.name }}</text:p>"
        + "</text:list-item></text:list><text:p>{{ end }}</text:p><text:h>Fin</text:h>")
    #expect(document.place.formats == [.html, .odt])
    #expect(document.kind == .form)
    #expect(
      document.lines.filter { !$0.hasPrefix("-") } == ["## Antony", "list", "list", "## Fin"])
    #expect(document.body.blankNames.count == 2)
  }

  @Test func `of a letter is a letter`() throws {
    let zones = ["Objet", "Appel"].map { "<text:p text:style-name=\"\($0)\">a</text:p>" }
    let styles = ["Objet", "Appel"].map {
      "<style:style style:name=\"\($0)\" style:family=\"paragraph\"/>"
    }
    let text = flatDocument(zones.joined())
      .replacing("<office:styles>", with: "<office:styles>" + styles.joined())
    let folder = TemplateFolder([
      "kit.xml": TemplateFolder.plan(TemplateFolder.entry("lettre", template: "l.fodt")),
      "t.xml": "<document/>", "l.fodt": text,
    ])
    let documents = try folder.composed().documents
    #expect(documents.contains { $0.kind == .letter && $0.lines.first == "letter" })
  }
}

/// Saved by LibreOffice 7.4, whose editing has split fields over spans and bookmarks.
@Suite struct `A document that LibreOffice saved` {
  @Test(arguments: ["odt", "fodt"]) func `renders`(ending: String) throws {
    let files = try RepositoryInputs.files(under: "Tests/Fixtures/Writer", endings: [ending])
    let entry = TemplateFolder.entry("lettre", "formats=\"odt\"", template: "l.\(ending)")
    let folder = TemplateFolder(bytes: [
      "kit.xml": Array(TemplateFolder.plan(entry).utf8),
      "t.xml": Array("<document/>".utf8),
      "l.\(ending)": try #require(files["bassin.\(ending)"]),
    ])
    let document = try #require(try folder.composed().officeDocuments.values.first)
    let content = String(decoding: document.content, as: UTF8.self)
    let start = try #require(content.firstRange(of: "</text:sequence-decls>"))
    let end = try #require(content.firstRange(of: "</office:text>"))
    let lines = content[start.upperBound..<end.lowerBound]
      .replacing("</text:p>", with: "</text:p>\n").replacing("</text:h>", with: "</text:h>\n")
    try expectGolden(lines + "\n", "Templates/writer-saved.\(ending).txt")
  }
}
