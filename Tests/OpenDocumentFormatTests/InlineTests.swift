import Documents
import Markup
import OpenDocumentFormat
import TestSupport
import Testing

struct InlineRow: Sendable, CustomTestStringConvertible {
  let inline: Inline
  let xml: String
  var testDescription: String { xml }

  init(_ inline: Inline, _ xml: String) {
    self.inline = inline
    self.xml = xml
  }
}

struct AddressRow: Sendable {
  let folder: String
  let target: Link.Target
  let address: String

  init(from folder: String, _ target: Link.Target, _ address: String) {
    self.folder = folder
    self.target = target
    self.address = address
  }
}

@Suite struct InlineTests {
  static let rows: [InlineRow] = [
    InlineRow(.text("a < b & c"), "a &lt; b &amp; c"),
    InlineRow(
      .strong([.emphasis(text("a"))]),
      #"<text:span text:style-name="Strong_20_Emphasis">"#
        + #"<text:span text:style-name="Emphasis">a</text:span></text:span>"#),
    InlineRow(
      .superscript(text("er")), #"<text:span text:style-name="Exposant">er</text:span>"#),
    InlineRow(.box, #"<text:span text:style-name="Case">☐</text:span>"#),
    InlineRow(.lineBreak, "<text:line-break/>"),
    InlineRow(.subscript(text("2")), #"<text:span text:style-name="Indice">2</text:span>"#),
    InlineRow(.mark("é"), #"<text:bookmark text:name="é"/>"#),
    InlineRow(
      .note(Note([paragraph("a")])),
      #"<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>"#
        + #"<text:note-body><text:p text:style-name="Footnote">a</text:p></text:note-body>"#
        + "</text:note>"),
    InlineRow(
      .blank(Blank("nom du « maire » & \"co\"")),
      #"<text:span text:style-name="Champ_20_à_20_compléter"><text:text-input "#
        + #"text:description="nom du « maire » &amp; &quot;co&quot;">"#
        + #"nom du « maire » &amp; "co"</text:text-input></text:span>"#),
    InlineRow(
      .link(Link(to: .address("https://a.fr/?b=1&c=2"), [.link(Link(to: .file("d"), text("e")))])),
      #"<text:a xlink:type="simple" xlink:href="https://a.fr/?b=1&amp;c=2" "#
        + #"text:style-name="Internet_20_link" "#
        + #"text:visited-style-name="Visited_20_Internet_20_Link">e</text:a>"#),
  ]

  @Test(arguments: rows)
  func `an inline is written as text of a paragraph`(_ row: InlineRow) throws {
    let body = try Sample.body([.paragraph(Paragraph([row.inline]))])
    #expect(body == #"<text:p text:style-name="Text_20_body">\#(row.xml)</text:p>"#)
  }

  static let both = DocumentPlace(folder: "b", stem: "c", formats: [.html, .odt])
  static let page = DocumentPlace(folder: "", stem: "d", formats: [.html])

  static let addresses: [AddressRow] = [
    AddressRow(from: "b", .document(both), "../c.odt"),
    AddressRow(from: "a", .document(both), "../../b/c.odt"),
    AddressRow(from: "", .document(both), "../b/c.odt"),
    AddressRow(from: "a", .document(page), "../../d.html"),
    AddressRow(from: "a/b", .file("a/e.csv"), "../../e.csv"),
    AddressRow(from: "a", .file("a b/é#%.csv"), "../../a%20b/%C3%A9%23%25.csv"),
    AddressRow(from: "a", .address("mailto:x@y.fr"), "mailto:x@y.fr"),
    AddressRow(from: "a", .address("https://x.fr/a b?é=<c>"), "https://x.fr/a%20b?%C3%A9=%3Cc%3E"),
  ]

  @Test(arguments: addresses)
  func `a link leaves the package before it goes anywhere`(_ row: AddressRow) throws {
    var document = Sample.document([
      .paragraph(Paragraph([.link(Link(to: row.target, text("x")))]))
    ])
    document.place.folder = row.folder
    #expect(try Sample.content(document).contains(#"xlink:href="\#(row.address)""#))
  }

  @Test(arguments: Seed.first(40))
  func `whatever a text holds, the file is XML and the text is in it`(_ seed: Seed) throws {
    var generator = seed.generator
    let hostile: [Unicode.Scalar] = [
      "<", ">", "&", "\"", "'", "]", "a", "é", " ", "\u{0}", "\u{8}", "\u{B}", "\u{1F}", "\u{7F}",
      "\u{85}", "\u{FFFE}", "\u{FFFF}", "\u{1F600}", "\n", "\t", "\r",
    ]
    var run = "x"
    for _ in 0..<60 {
      run.unicodeScalars.append(hostile[Int(generator.next() % UInt64(hostile.count))])
    }
    var document = Sample.document([
      paragraph(run), .paragraph(Paragraph([.blank(Blank(run))])),
      .paragraph(Paragraph([.link(Link(to: .address(run), text(run)))])),
      .table(
        Table(caption: run, columns: [.init(share: 1)], header: [], rows: [.init([cell(run)])])),
    ])
    document.title = run
    let tree = try Reference.tree(try Sample.content(document))
    let readable = run.unicodeScalars.filter { "<>&\"']aé\u{1F600}".unicodeScalars.contains($0) }
    let kept = tree.text.unicodeScalars.filter { "<>&\"']aé\u{1F600}".unicodeScalars.contains($0) }
    // Title, paragraph, blank, link, caption and cell.
    #expect(kept.count == readable.count * 6)
    var properties = Sample.properties
    properties.title = run
    properties.description = run
    _ = try Reference.tree(String(decoding: properties.metaXML(), as: UTF8.self))
  }
}
