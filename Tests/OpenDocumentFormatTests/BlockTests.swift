import Documents
import Testing

struct BlockRow: Sendable, CustomTestStringConvertible {
  let name: String
  let blocks: [Block]
  let xml: String

  init(_ name: String, _ blocks: [Block], _ xml: String) {
    self.name = name
    self.blocks = blocks
    self.xml = xml
  }

  var testDescription: String { name }
}

private let box = #"<text:span text:style-name="Case">☐</text:span>"#
private let twice = Table.Column(share: 1)

@Suite struct BlockTests {
  static let rows: [BlockRow] = [
    BlockRow(
      "looks of paragraphs", [paragraph("a"), paragraph("b", .lead), paragraph("c", .small)],
      #"<text:p text:style-name="Text_20_body">a</text:p>"#
        + #"<text:p text:style-name="Chapeau">b</text:p>"#
        + #"<text:p text:style-name="Petit_20_texte">c</text:p>"#),
    BlockRow("an empty paragraph is not written", [.paragraph(Paragraph([]))], ""),
    BlockRow(
      "a heading skips no level", [.heading(Heading(level: 4, text("a")))],
      #"<text:h text:style-name="Heading_20_2" text:outline-level="2">a</text:h>"#),
    BlockRow(
      "a section on a new page", [.heading(Heading(level: 2, text("a"), startsPage: true))],
      #"<text:h text:style-name="A1" text:outline-level="2">a</text:h>"#),
    BlockRow(
      "a page break is the next paragraph's style", [.pageBreak, paragraph("a"), paragraph("b")],
      #"<text:p text:style-name="A1">a</text:p>"#
        + #"<text:p text:style-name="Text_20_body">b</text:p>"#),
    BlockRow("a page break at the end is nothing", [.pageBreak], ""),
    BlockRow(
      "bullets, with a numbered list inside",
      [
        .list(
          List(
            isNumbered: false,
            items: [
              [paragraph("a"), .list(List(isNumbered: true, items: [[paragraph("b")]]))]
            ]))
      ],
      #"<text:list text:style-name="List_20_1"><text:list-item>"#
        + #"<text:p text:style-name="List_20_1">a</text:p>"#
        + #"<text:list text:style-name="Numbering_20_123"><text:list-item>"#
        + #"<text:p text:style-name="Numbering_20_1">b</text:p>"#
        + "</text:list-item></text:list></text:list-item></text:list>"),
    BlockRow("a list without items is nothing", [.list(List(isNumbered: true, items: []))], ""),
    BlockRow(
      "a line to tick begins with a box that is text",
      [.checklist([CheckItem(text("a"))])],
      #"<text:list text:style-name="Cases_20_à_20_cocher"><text:list-item>"#
        + #"<text:p text:style-name="Liste_20_à_20_cocher">\#(box) a</text:p>"#
        + "</text:list-item></text:list>"),
    BlockRow(
      "a callout is one frame with its word, sign and source",
      [.callout(Callout(.experience, [paragraph("a")], source: "édition 2"))],
      #"<text:p text:style-name="Titre_20_Retour_20_d_2019_expérience">"#
        + "↺ Retour d’expérience</text:p>"
        + #"<text:p text:style-name="Encadré_20_Retour_20_d_2019_expérience">a</text:p>"#
        + #"<text:p text:style-name="Encadré_20_Retour_20_d_2019_expérience">"#
        + #"<text:span text:style-name="Source">Source"# + "\u{A0}: édition 2</text:span></text:p>"),
    BlockRow(
      "a list in a callout",
      [.callout(Callout(.todo, [.list(List(isNumbered: false, items: [[paragraph("a")]]))]))],
      #"<text:p text:style-name="Titre_20_À_20_faire">☞ À faire</text:p>"#
        + #"<text:list text:style-name="Puces_20_d_2019_encadré"><text:list-item>"#
        + #"<text:p text:style-name="Encadré_20_À_20_faire">a</text:p>"#
        + "</text:list-item></text:list>"),
    BlockRow(
      "a table in a list item gives its cells",
      [
        .list(
          List(
            isNumbered: false,
            items: [
              [.table(Table(columns: [twice], header: [], rows: [Table.Row([cell("a")])]))]
            ]))
      ],
      #"<text:list text:style-name="List_20_1"><text:list-item>"#
        + #"<text:p text:style-name="List_20_1">a</text:p></text:list-item></text:list>"#),
    BlockRow(
      "a slip is cut off at a line", [.slip(Slip(title: "Coupon", blocks: [paragraph("a")]))],
      #"<text:p text:style-name="Ligne_20_de_20_coupe">"#
        + "✂\u{FE0E} Partie à découper et à renvoyer</text:p>"
        + #"<text:p text:style-name="Titre_20_de_20_coupon">Coupon</text:p>"#
        + #"<text:p text:style-name="Text_20_body">a</text:p>"#),
  ]

  @Test(arguments: rows)
  func `a block is written with the styles of the reference`(_ row: BlockRow) throws {
    #expect(try Sample.body(row.blocks) == row.xml)
  }

  @Test func `the four callouts have four styles`() throws {
    let names = try Callout.Kind.allCases.map { kind in
      try Sample.body([.callout(Callout(kind, [paragraph("a")]))])
    }
    #expect(Set(names).count == 4)
  }

  @Test func `equal automatic styles are one`() throws {
    let content = try Sample.content(
      Sample.document([.pageBreak, paragraph("a"), .pageBreak, paragraph("b")]))
    let style =
      #"<style:style style:name="A1" style:family="paragraph" "#
      + #"style:parent-style-name="Text_20_body"><style:paragraph-properties "#
      + #"fo:break-before="page"/></style:style></office:automatic-styles>"#
    #expect(content.contains(style))
    #expect(!content.contains(#"style:name="A2""#))
  }
}
