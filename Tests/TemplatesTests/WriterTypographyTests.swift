import Diagnostics
import French
import Markup
import Tailoring
import Templates
import TestSupport
import Testing

/// The text of what a template's body becomes, without its tags.
private func renderedText(_ body: String) throws -> String {
  try rendered(body).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
    .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
}

@Suite struct `A space that Writer saved as an element` {
  @Test(arguments: [
    ("<text:s/>?", "\u{202F}?"), ("<text:s text:c=\"2\"/>?", "<text:s text:c=\"2\"/>?"),
  ])
  func `is one, if it is alone`(_ end: String, _ expected: String) throws {
    #expect(
      try rendered("<text:p>{{ basin.name }}\(end)</text:p>")
        == "<text:p>Antony\(expected)</text:p>"
    )
  }
}

@Suite struct `Ordinals in a Writer template` {
  private static let style = "<text:span text:style-name=\"Exposant_i0\">"

  @Test(arguments: [
    (
      "le 1er mars, la 3e, {{ edition.rank | ordinal: 'f' }} et {{ basin.name }}",
      "le 1^er/\u{A0}mars, la 3^e/, 3^e/ et Antony"
    ),
    ("n° {{ edition.rank }}", "n^o/\u{A0}3"),
    (
      "{{ edition.rank }}<text:span text:style-name=\"Exposant\">e</text:span>",
      "3<text:span text:style-name=\"Exposant\">e</text:span>"
    ),
    ("{{ if basin.isNew }}1er{{ end }} a", "1^er/ a"),
    (
      "1<text:bookmark text:name=\"b\"/>er {{ basin.name }}",
      "1<text:bookmark text:name=\"b\"/>^er/ Antony"
    ),
    (
      "<text:user-defined text:name=\"x\">1er {{ edition.rank | ordinal: 'f' }}</text:user-defined>",
      "<text:user-defined text:name=\"x\">1er 3e</text:user-defined>"
    ),
    ("https://e.fr/1er {{ basin.name }}", "https://e.fr/1er Antony"),
    ("le 1er mars", "le 1er mars"),
  ])
  func `have their letters raised, and only those on the line`(
    _ line: String, _ expected: String
  ) throws {
    let parts = expected.split(separator: "^", omittingEmptySubsequences: false)
    let raised = parts.dropFirst().map { part in
      let end = part.firstIndex(of: "/") ?? part.endIndex
      return Self.style + part[..<end] + "</text:span>" + part[end...].dropFirst()
    }
    #expect(
      try rendered("<text:p>\(line)</text:p>")
        == "<text:p>\(parts[0])\(raised.joined())</text:p>")
  }

  @Test func `have a style that stands in the document once`() throws {
    let content = String(
      decoding: try writerDocument(flatDocument("<text:p>{{ basin.name }}, 1er</text:p>")).content,
      as: UTF8.self)
    #expect(content.ranges(of: "style:name=\"Exposant_i0\" style:family").count == 1)
    let plain = try writerDocument(flatDocument("<text:p>1er</text:p>"))
    #expect(!String(decoding: plain.content, as: UTF8.self).contains("Exposant_i0"))
  }
}

@Suite struct `Typography in a Writer template` {
  @Test(arguments: [
    (
      "{{ basin.name }} : l'eau ; \"oui\" ! 12 km",
      "Antony\u{A0}: l’eau\u{202F}; «\u{A0}oui\u{A0}»\u{202F}! 12\u{A0}km"
    ),
    (
      "l<text:span>'</text:span>eau {{ basin.name }}<text:span> !</text:span>",
      "l<text:span>’</text:span>eau Antony<text:span>\u{202F}!</text:span>"
    ),
    (
      "<text:span>\"a</text:span> b\" {{ basin.name }}",
      "<text:span>«\u{A0}a</text:span> b\u{A0}» Antony"
    ),
    ("{{ team | size }} km", "7\u{A0}km"),
    ("{{ if basin.isNew }}a{{ end }} ; b", "a\u{202F}; b"),
    ("l&apos;eau &amp; {{ basin.name }}&#32;;", "l’eau &amp; Antony\u{202F};"),
    (
      "<text:span text:style-name=\"Source_20_Text\">l'eau ;</text:span> {{ basin.name }}",
      "<text:span text:style-name=\"Source_20_Text\">l'eau ;</text:span> Antony"
    ),
    ("a@b.fr {{ basin.name }} https://a.fr/l'eau", "a@b.fr Antony https://a.fr/l'eau"),
    ("a<text:s text:c=\"2\"/>; {{ basin.name }}", "a<text:s text:c=\"2\"/>; Antony"),
  ])
  func `changes the author's words where they stand`(text: String, expected: String) throws {
    #expect(
      try rendered("<text:p>\(text)</text:p>")
        == "<text:p>\(expected.replacing("7\u{A0}km", with: "\(try teamSize())\u{A0}km"))</text:p>")
  }

  private func teamSize() throws -> Int { try TestBasin.new.brief().team.count }

  @Test func `leaves words in another language`() throws {
    let document = flatDocument(
      "<text:p><text:span text:style-name=\"T1\">it's 5 km!</text:span> {{ basin.name }} l'eau"
        + "</text:p>"
    ).replacing(
      "<office:automatic-styles>",
      with: "<office:automatic-styles><style:style style:name=\"T1\" style:family=\"text\">"
        + "<style:text-properties fo:language=\"en\"/></style:style>"
    ).replacing(
      "xmlns:style=",
      with: "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:style=")
    let content = String(decoding: try writerDocument(document).content, as: UTF8.self)
    #expect(content.contains("it's 5 km!</text:span> Antony l’eau"))
  }

  @Test func `reaches headers as soon as there is a field anywhere`() throws {
    let header = "<text:p>l'eau ;</text:p>"
    let filled = try writerDocument(
      flatDocument("<text:p>{{ basin.name }}</text:p>", header: header))
    #expect(filled.styles == nil, "a header without a field is the same in all documents")
    let kit = try writerFolder(flatDocument("<text:p/>", header: header)).composed()
    #expect(kit.officeDocuments.count == 1)
  }

  /// Words and signs of which typography makes something, in spans that split them anywhere.
  private func text(_ seed: Seed) -> String {
    let words = [
      "l", "'", "eau", " ", ";", "!", "12", "h", "30", "\"", "km", "...", " - ", "M.", "a@b.fr",
      "«", "»", "(", ")", "etc", "1er", "\u{A0}", "\u{202F}", "&amp;", "n°", "<text:s/>", "%", "€",
    ]
    var generator = seed.generator
    var text = ""
    for _ in 0..<60 {
      let word = words.randomElement(using: &generator) ?? ""
      text += Bool.random(using: &generator) ? "<text:span>\(word)</text:span>" : word
    }
    return text
  }

  @Test(arguments: Seed.first(40))
  func `gives what typesetting the whole line gives, and once`(_ seed: Seed) throws {
    let text = text(seed).replacing("<text:s/>", with: " ")
    let field = "<text:p>{{ basin.name }}</text:p>"
    let plain = text.replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
    let body = try rendered("<text:p>\(text)</text:p>\(field)")
    let once = body.replacing("<text:p>Antony</text:p>", with: "")
    #expect(try renderedText("<text:p>\(text)</text:p>\(field)") == typeset(plain) + "Antony")
    #expect(try rendered(once + field) == once + "<text:p>Antony</text:p>")
  }

  @Test(arguments: Seed.first(20))
  func `leaves a document that is no template, byte for byte`(_ seed: Seed) throws {
    let body = "<text:p>\(text(seed))</text:p>"
    #expect(try rendered(body) == body)
  }
}

@Suite struct `A comment in a Writer template` {
  private static func comment(_ text: String, _ name: String = "") -> String {
    let attribute = name.isEmpty ? "" : " office:name=\"\(name)\""
    return "<office:annotation\(attribute)><dc:creator>A. Auteur</dc:creator>"
      + "<text:p><text:span>\(text)</text:span></text:p></office:annotation>"
  }

  private static func end(_ name: String) -> String {
    "<office:annotation-end office:name=\"\(name)\"/>"
  }

  private static func row(_ first: String, _ second: String) -> String {
    "<table:table-row><table:table-cell><text:p>\(first)</text:p></table:table-cell>"
      + "<table:table-cell><text:p>\(second)</text:p></table:table-cell></table:table-row>"
  }

  @Test(arguments: [
    ("<text:p>a\(comment("À revoir ?", "c"))b\(end("c"))</text:p>", "<text:p>ab</text:p>"),
    (
      "<text:p>Un \(comment("if basin.isNew"))nouveau\(comment("{{ else }}"))ancien"
        + "\(comment("end")) bassin</text:p>", "<text:p>Un nouveau bassin</text:p>"
    ),
    (
      "<text:p>Un \(comment("if basin.isExperienced", "c"))ancien\(end("c")) bassin</text:p>",
      "<text:p>Un  bassin</text:p>"
    ),
    (
      "<text:p>\(comment("for r in team | take: 2", "c"))<text:span>{{ r.letter }}</text:span>"
        + "\(end("c"))</text:p>",
      "<text:p><text:span>A</text:span></text:p><text:p><text:span>B</text:span></text:p>"
    ),
    (
      "<table:table>"
        + row("\(comment("for r in team | take: 2", "c"))a", "{{ r.letter }}\(end("c"))")
        + "</table:table>", "<table:table>" + row("a", "A") + row("a", "B") + "</table:table>"
    ),
    (
      "<text:p>\(comment("if basin.isNew", "c"))a</text:p><text:p>b</text:p>"
        + "<text:p>c\(end("c"))</text:p>",
      "<text:p>a</text:p><text:p>b</text:p><text:p>c</text:p>"
    ),
    (
      "<text:p>\(comment("for r in team | take: 1"))</text:p><text:p>{{ r.letter }}</text:p>"
        + "<text:p>\(comment("end"))</text:p>", "<text:p>A</text:p>"
    ),
  ])
  func `acts where it is anchored, and never leaves`(body: String, expected: String) throws {
    #expect(try rendered(body) == expected)
  }

  @Test func `with a fault is shown in its paragraph`() throws {
    let problems = try writerFolder(
      flatDocument("<text:p>Un \(Self.comment("if basin.isNu"))mot\(Self.comment("end"))</text:p>")
    ).problems()
    #expect(problems.map(\.id.text) == ["template.unknown-field"])
    #expect(problems.first?.excerpt?.text == "Un {{ if basin.isNu }}mot{{ end }}")
  }
}
