import Documents
import OpenDocumentFormat
import TestSupport
import Testing

@Suite struct PackageTests {
  static let everything = Sample.document(
    kind: .sheet,
    [
      paragraph("Pour commencer.", .lead),
      .facts([Fact(label: "Durée", value: [.blank(Blank("durée"))])]),
      .heading(Heading(level: 2, text("Faire"))),
      .list(List(isNumbered: true, items: [[paragraph("un ;")], [paragraph("deux.")]])),
      .checklist([CheckItem(text("salle")), CheckItem([.blank(Blank("nom"))])]),
      .callout(Callout(.todo, [paragraph("Écrire.")])),
      .callout(Callout(.proposal, [paragraph("Un café.")])),
      .heading(Heading(level: 2, text("Dates"), startsPage: true)),
      .table(TableTests.table),
      .form([FormField(label: "Nom", answer: .lines(2))]),
      .slip(Slip(title: "Coupon", blocks: [.form([FormField(label: "Oui", answer: .lines(1))])])),
    ])

  @Test func `a whole document`() throws {
    try expectGolden(
      lines(of: try Sample.content(Self.everything)), "OpenDocumentFormat/sheet.content.xml.txt")
  }

  @Test func `a whole letter`() throws {
    let letter = LetterTests.letter(senderLines: 3, references: 2)
    let document = Sample.document(kind: .letter, [.letter(letter)])
    try expectGolden(
      lines(of: try Sample.content(document)), "OpenDocumentFormat/letter.content.xml.txt")
  }

  @Test func `the properties carry the day of the kit and no other`() {
    let xml = String(decoding: Sample.properties.metaXML(), as: UTF8.self)
    #expect(xml.contains("<meta:creation-date>2014-11-17T00:00:00</meta:creation-date>"))
    #expect(xml.contains("<dc:date>2014-11-17T00:00:00</dc:date>"))
    #expect(
      xml.contains(
        #"<meta:user-defined meta:name="Kit">Kit du 17 novembre 2014</meta:user-defined>"#))
    #expect(!xml.contains("dc:description"))
  }

  @Test func `the type of the file stands at byte 38, and five files follow in order`() throws {
    var writer = try Sample.writer()
    let bytes = writer.bytes(of: Self.everything, properties: Sample.properties)
    // OpenDocument 1.3 part 2, 3.3: local header of 30 bytes, a name of 8, no extra field, stored.
    #expect(bytes[26..<30].elementsEqual([8, 0, 0, 0]))
    #expect(bytes[8..<10].elementsEqual([0, 0]))
    let start = "mimetypeapplication/vnd.oasis.opendocument.textPK"
    #expect(bytes[30..<30 + start.utf8.count].elementsEqual(start.utf8))
    let names = ["mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]
    let places = names.compactMap { name in bytes.firstRange(of: Array(name.utf8))?.lowerBound }
    #expect(places.count == 5 && places == places.sorted())
  }

  @Test func `the same document is the same bytes, whatever was written before`() throws {
    var first = try Sample.writer()
    var second = try Sample.writer()
    _ = second.bytes(of: Sample.document([paragraph("autre")]), properties: Sample.properties)
    let bytes = first.bytes(of: Self.everything, properties: Sample.properties)
    #expect(second.bytes(of: Self.everything, properties: Sample.properties) == bytes)
    #expect(first.bytes(of: Self.everything, properties: Sample.properties) == bytes)
  }

  @Test func `every blank keeps its name as a description`() throws {
    let content = try Sample.content(Self.everything)
    let described = content.matches(of: /text:description="([^"]*)"/).map { String($0.output.1) }
    #expect(described == Self.everything.body.blankNames)
  }

  @Test(arguments: Document.Kind.allCases, Document.Page.allCases)
  func `the first paragraph's style brings its page style`(
    _ kind: Document.Kind, _ page: Document.Page
  ) throws {
    let letter = Block.letter(LetterTests.letter(senderLines: 1))
    let content = try Sample.content(
      Sample.document(kind: kind, page: page, kind == .letter ? [letter] : [paragraph("a")]))
    let style =
      switch (kind, page) {
      case (.sheet, .portrait): "Titre_20_de_20_fiche"
      case (.sheet, .landscape): "Titre_20_de_20_fiche_20_en_20_paysage"
      case (.form, .portrait): "Titre_20_de_20_formulaire"
      case (.form, .landscape): "Titre_20_de_20_formulaire_20_en_20_paysage"
      case (.letter, _): "Place_20_du_20_logo"
      }
    let start = try #require(content.firstRange(of: "<office:text>"))
    let first = try #require(
      content[start.upperBound...].firstMatch(of: /text:style-name="([^"]*)"/))
    let anchor = try #require(content[start.upperBound...].firstMatch(of: /style-name="([^"]*)"/))
    #expect(anchor.output.1 == style)
    #expect(first.output.1 == style)
    #expect(Reference.text.contains(#"style:name="\#(style)""#))
  }
}

/// One line for each paragraph, row, cell and style, so that a difference can be read.
private func lines(of xml: String) -> String {
  var lines = xml
  for tag in [
    "text:p ", "text:h ", "text:list ", "text:list-item>", "table:table", "draw:frame ",
    "style:style ", "office:body>", "office:automatic-styles>",
  ] {
    lines = lines.replacing("<" + tag, with: "\n<" + tag)
  }
  return lines
}
