import Diagnostics
import Documents
import Foundation
import OfficeReading
import TestSupport
import Testing

@Suite struct `What stands in a Writer document` {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let lines: [String]

    init(_ name: String, _ body: String, _ lines: String...) {
      testDescription = name
      self.body = body
      self.lines = lines
    }
  }

  private static let lines = [
    Case(
      "a paragraph", "<text:p> a\n  b<text:s text:c=\"3\"/>c<text:tab/>d </text:p>", "p a b c d"),
    Case("an empty paragraph", "<text:p/><text:p> </text:p><text:p>a</text:p>", "p a"),
    Case(
      "lines", "<text:p>a <text:line-break/> b<text:line-break/></text:p>", "p a⏎b"),
    Case(
      "bold and italics by automatic styles",
      "<text:p>a <text:span text:style-name=\"B\">b <text:span text:style-name=\"I\">c</text:span>"
        + "</text:span><text:span text:style-name=\"I\">d</text:span></text:p>",
      "p a ‹strong›b ‹em›c‹/›‹/›‹em›d‹/›"),
    Case(
      "text that spans split",
      "<text:p><text:span text:style-name=\"B\">a</text:span><text:span "
        + "text:style-name=\"B\">b</text:span><text:span text:style-name=\"X\">c</text:span></text:p>",
      "p ‹strong›ab‹/›c"),
    Case(
      "underlined words, which are emphasised unless they are bold or a link",
      "<text:p>a <text:span text:style-name=\"U\">b</text:span> <text:span "
        + "text:style-name=\"BU\">c</text:span> <text:a xlink:href=\"https://a.fr\"><text:span "
        + "text:style-name=\"U\">d</text:span></text:a></text:p>",
      "p a ‹em›b‹/› ‹strong›c‹/› ‹https://a.fr›d‹/›"),
    Case(
      "bold by the style's name",
      "<text:p><text:span text:style-name=\"Strong_20_Emphasis\">a</text:span></text:p>",
      "p ‹strong›a‹/›"),
    Case(
      "a bold paragraph with a word that is not",
      "<text:p text:style-name=\"PB\">a<text:span text:style-name=\"R\">b</text:span></text:p>",
      "p ‹strong›a‹/›b"),
    Case(
      "code, with its spaces, and lines of code",
      "<text:p>a <text:span text:style-name=\"Source_20_Text\">b<text:s text:c=\"2\"/>c"
        + "</text:span><text:s/> d</text:p><text:p text:style-name=\"Preformatted_20_Text\"><text:s "
        + "text:c=\"3\"/>e</text:p><text:p text:style-name=\"Preformatted_20_Text\">f</text:p>",
      "p a ‹code›b  c‹/› d", "p ‹code›   e‹/›⏎‹code›f‹/›"),
    Case(
      "raised and lowered",
      "<text:p>1<text:span text:style-name=\"Up\">er</text:span> H<text:span "
        + "text:style-name=\"Down\">2</text:span>O</text:p>",
      "p 1‹sup›er‹/› H‹sub›2‹/›O"),
    Case(
      "a link, one that runs something, and one to a file beside",
      "<text:p><text:a xlink:href=\"https://a.fr/b\">a</text:a><text:a "
        + "xlink:href=\"ftp://a\">b</text:a><text:a xlink:href=\"../../04/c%20d.odt\">c</text:a>"
        + "<text:a xlink:href=\"../../../d.odt\">d</text:a></text:p>",
      "p ‹https://a.fr/b›a‹/›b‹file 04/c d.odt›c‹/›d"),
    Case(
      "a link to a bookmark, one to none, and a bookmark without a link",
      "<text:p><text:a xlink:href=\"#ici\">a</text:a><text:a xlink:href=\"#rien\">b</text:a>"
        + "<text:bookmark text:name=\"seul\"/><text:bookmark-start text:name=\"ici\"/>c</text:p>",
      "p ‹#ici›a‹/›b‹mark ici›c"),
    Case(
      "a note",
      "<text:p>a<text:note text:note-class=\"footnote\"><text:note-citation>1"
        + "</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note> c"
        + "</text:p>", "p a‹note p b› c"),
    Case(
      "fields to fill",
      "<text:p><text:text-input text:description=\"nom\">x</text:text-input>, <text:text-input>"
        + "rue</text:text-input>, <text:placeholder>&lt;ville&gt;</text:placeholder></text:p>",
      "p [nom], [rue], [ville]"),
    Case("a box", "<text:p>☐ oui ☐ non</text:p>", "p ☐ oui ☐ non"),
    Case(
      "fields",
      "<text:p><text:title>a</text:title> <text:page-number>3</text:page-number>"
        + "<text:sequence>2</text:sequence><text:hidden-text>x</text:hidden-text></text:p>", "p a 2"
    ),
    Case(
      "what is not for the reader",
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p>"
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + "<text:p>a<text:change text:change-id=\"1\"/><office:annotation><text:p>x</text:p>"
        + "</office:annotation><text:span text:style-name=\"H\">x</text:span></text:p>"
        + "<text:table-of-content><text:index-body><text:p>x</text:p></text:index-body>"
        + "</text:table-of-content><text:section text:display=\"none\"><text:p>x</text:p>"
        + "</text:section><text:p>x<text:hidden-paragraph text:is-hidden=\"true\"/></text:p>",
      "p a"),
    Case(
      "headings, which skip no level",
      "<text:h text:outline-level=\"1\">a</text:h><text:h text:outline-level=\"3\">b</text:h>"
        + "<text:p text:style-name=\"Heading_20_2\">c</text:p><text:h>d</text:h>",
      "## a", "### b", "### c", "## d"),
    Case(
      "a new page",
      "<text:p>a</text:p><text:p text:style-name=\"PP\"/><text:p>b</text:p>"
        + "<text:h text:style-name=\"PP\">c</text:h>", "p a", "page break", "p b",
      "## c (new page)"),
    Case("a section", "<text:section><text:p>a</text:p></text:section>", "p a"),
  ]

  private static let lists = [
    Case(
      "a list in a list",
      list("N", item("<text:p>a</text:p>" + list(nil, item("<text:p>b</text:p>")))),
      "numbered list", "- p a", "  list", "  - p b"),
    Case(
      "a list that another one interrupts",
      list("N", item("<text:p>a</text:p>")) + "<text:p>b</text:p>"
        + list("N", item("<text:p>c</text:p>"), " text:continue-numbering=\"true\""),
      "numbered list", "- p a", "p b", "numbered list from 2", "- p c"),
    Case(
      "a list that begins elsewhere",
      list(
        "N",
        "<text:list-item text:start-value=\"4\"><text:p>a</text:p></text:list-item>"
          + item("<text:p>b</text:p>")), "numbered list from 4", "- p a", "- p b"),
    Case(
      "an item that is only an inner list",
      list("N", item("<text:p>a</text:p>") + item(list(nil, item("<text:p>b</text:p>")))),
      "numbered list", "- p a", "  list", "  - p b"),
    Case(
      "a numbered chapter", list("N", item("<text:h>a</text:h>")) + "<text:p>b</text:p>", "## a",
      "p b"),
    Case(
      "things to tick", list(nil, item("<text:p>☐ a</text:p>") + item("<text:p>☐\u{A0}b</text:p>")),
      "☐ a", "☐ b"),
  ]

  private static let tables = [
    Case(
      "spans in both directions, and a head",
      "<table:table><table:table-column table:number-columns-repeated=\"3\"/>"
        + "<table:table-header-rows>"
        + row(
          cell("a", " table:number-columns-spanned=\"2\"")
            + "<table:covered-table-cell/>" + cell("b")) + "</table:table-header-rows>"
        + row(cell("c", " table:number-rows-spanned=\"2\"") + cell("d") + cell("e"))
        + row("<table:covered-table-cell/>" + cell("f") + cell("g")) + "</table:table>",
      "table", "  columns 33 start, 33 start, 33 start", "  head | a (2) | b",
      "  row | c (2 rows) | d | e", "  row | f | g"),
    Case(
      "a head by its style, and a caption below",
      "<table:table>"
        + row(
          cell("a", style: "Table_20_Heading")
            + cell("b", style: "Table_20_Heading"))
        + row(
          cell("c", style: "Table_20_Heading")
            + cell("d")) + "</table:table><text:p text:style-name=\"Table\">Tableau 1</text:p>",
      "table « Tableau 1 »", "  columns 50 start, 50 start", "  head | a | b", "  row | *c | d"),
    Case(
      "repeated rows and cells",
      "<table:table>"
        + row(
          cell("a", " table:number-columns-repeated=\"2\""),
          " table:number-rows-repeated=\"2\"") + "</table:table>",
      "table", "  columns 50 start, 50 start", "  row | a | a", "  row | a | a"),
    Case(
      "a table in a table",
      "<table:table>"
        + row(
          cell("a") + "<table:table-cell><table:table>"
            + row(cell("b") + cell("c")) + "</table:table></table:table-cell>") + "</table:table>",
      "table", "  columns 50 start, 50 start",
      "  row | a | table /   columns 50 start, 50 start /   row | b | c"),
    Case("a box around one thing", "<table:table>" + row(cell("a")) + "</table:table>", "p a"),
  ]

  private static let frames = [
    Case(
      "text in a frame follows its paragraph",
      "<text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p>",
      "p a", "p b"),
    Case(
      "a picture",
      "<text:p><draw:frame svg:width=\"2cm\" svg:height=\"1cm\"><draw:image>"
        + "<office:binary-data>iVBOR\nw0KGgo=</office:binary-data></draw:image>"
        + "<svg:title>Logo</svg:title><svg:desc>rouge</svg:desc></draw:frame></text:p>",
      "p ‹picture Logo. rouge›"),
    Case(
      "a drawing (SVG) before its picture of dots, as Writer keeps both",
      "<text:p><draw:frame><draw:image><office:binary-data>\(encoded(drawing("")))"
        + "</office:binary-data></draw:image><draw:image><office:binary-data>iVBORw0KGgo="
        + "</office:binary-data></draw:image><svg:title>Carte</svg:title></draw:frame></text:p>",
      "p ‹picture Carte›"),
    Case(
      "a picture that no page shows",
      "<text:p><draw:frame><draw:image xlink:href=\"Pictures/a.svm\"/><svg:title>Carte</svg:title>"
        + "</draw:frame></text:p>", "p Carte"),
    Case(
      "a drawing with text",
      "<text:p>a</text:p><draw:g><draw:custom-shape><text:p>b</text:p></draw:custom-shape></draw:g>",
      "p a", "p b"),
  ]

  @Test(arguments: lines + lists + tables + frames) func `comes over`(_ row: Case) throws {
    expectSame(try read(flatText(row.body)).blocks(under: "").lines, row.lines)
  }

  @Test(arguments: [
    ("", "svg"), ("<a href='#b'><rect fill='url(#c)'/></a>", "svg"),
    ("<image href='data:image/png;base64,AA=='/>", "svg"), ("<script/>", "png"),
    ("<rect onload='x()'/>", "png"), ("<image href='https://a.fr/b.png'/>", "png"),
    ("<style>@import 'a.css';</style>", "png"), ("<rect style='fill:url(https://a.fr)'/>", "png"),
    ("<a><set attributeName='href' to='javascript:x()'/></a>", "png"), ("<p", "png"),
  ])
  func `shows a drawing unless it could run or fetch something`(
    _ content: String, _ ending: String
  ) throws {
    let text = try read(
      flatText(
        "<text:p><draw:frame><draw:image><office:binary-data>\(encoded(drawing(content)))"
          + "</office:binary-data></draw:image><draw:image><office:binary-data>iVBORw0KGgo="
          + "</office:binary-data></draw:image></draw:frame></text:p>"))
    #expect(text.body.pictures.map(\.path).map { $0.suffix(3) } == [ending[...]])
  }

  @Test func `leaves out of its foot what the page says anyway`() throws {
    var text = try read(
      flatText(
        "<text:p>a</text:p>",
        pages: "<style:footer><text:p>[Logo : emblème] Cofinancé par l’Union</text:p>"
          + "<text:p>Cofinancé par l’Union, 2015</text:p></style:footer>"))
    let mentions = ["[Logo\u{A0}: emblème]", "Cofinancé par l’Union"]
    text.leaveOut(mentions.map { Paragraph([.text($0)]) })
    #expect(text.footer.lines == ["p Cofinancé par l’Union, 2015"])
  }

  @Test func `opens with its title, which the page says already`() throws {
    let body = "<text:p text:style-name=\"Title\">Ma « fiche »</text:p><text:h>a</text:h>"
    let text = try read(flatText(body))
    #expect(text.blocks(under: "Ma fiche").lines == ["## a"])
    #expect(text.blocks(under: "Autre").lines == ["## Ma « fiche »", "### a"])
  }

  @Test func `opens with its only heading of the first level`() throws {
    let body = "<text:h>a</text:h><text:h text:outline-level=\"2\">b</text:h>"
    #expect(try read(flatText(body)).blocks(under: "A").lines == ["## b"])
    #expect(try read(flatText(body + "<text:h>c</text:h>")).title == nil)
  }

  @Test func `says what stands on every page, but for numbers and properties`() throws {
    let text = try read(
      flatText(
        "<text:p>a</text:p>",
        pages: "<style:header><text:p>Académie</text:p><text:p><text:title>x</text:title>"
          + "</text:p></style:header><style:footer><text:p>page <text:page-number>1"
          + "</text:page-number></text:p><text:p>Fonds social européen</text:p></style:footer>"))
    let lines = ["p Académie", "p a", "p page", "p.small Fonds social européen"]
    #expect(text.blocks(under: "").lines == lines.filter { $0 != "p page" })
  }

  @Test func `stands on a page of its own kind`() throws {
    #expect(try read(flatText("<text:p/>")).page == .portrait)
    let across = flatText("<text:p/>", layout: "style:print-orientation=\"landscape\"")
    #expect(try read(across).page == .landscape)
  }
}

@Suite struct `A letter in Writer` {
  private static let opening =
    zone("Sender", "Collège<text:line-break/>Évry")
    + "<text:p><draw:frame><draw:text-box>" + zone("Addressee", "Mairie")
    + zone("Addressee", "Évry")
    + "</draw:text-box></draw:frame></text:p>" + zone("Lieu_20_et_20_date", "Évry, le 3 mars")
    + zone("Objet", "<text:span text:style-name=\"B\">Objet\u{A0}:</text:span> salle")
    + zone("Pièces_20_jointes", "P. J. : plan") + zone("Appel", "Monsieur,")
  private static let end =
    zone("Salutation", "Merci.") + zone("Signature", "A. B.") + zone("Copies", "Copie à : DSDEN")
  private static let expected = [
    "  sender Évry", "  addressee Mairie", "  addressee Évry",
    "  place and date Évry, le 3 mars", "  subject salle", "  attachments plan",
    "  call Monsieur,", "  p a", "  closing Merci.", "  signature A. B.", "  copy DSDEN",
  ]

  @Test func `is known by the styles of its zones`() throws {
    let text = try read(flatText(Self.opening + "<text:p>a</text:p>" + Self.end))
    #expect(text.isLetter)
    #expect(text.blocks(under: "x").lines == ["letter", "  sender Collège"] + Self.expected)
  }

  @Test func `has its letterhead in the page's head`() throws {
    let text = try read(
      flatText(
        Self.opening + "<text:p>a</text:p>" + Self.end,
        pages: "<style:header><text:p>Académie</text:p></style:header>"))
    let lines = text.blocks(under: "x").lines
    #expect(lines.starts(with: ["letter", "  letterhead Académie", "  sender Collège"]))
  }

  @Test func `may be laid out with a table, and followed by another`() throws {
    let table =
      "<table:table>" + row(cell("Collège", style: "Sender") + cell("")) + "</table:table>"
    let one = table + zone("Objet", "b") + zone("Appel", "c")
    let lines = try read(flatText(one + "<text:p>d</text:p>" + one)).blocks(under: "").lines
    let letter = ["letter", "  sender Collège", "  place and date ", "  subject b", "  call c"]
    #expect(
      lines == letter + ["  p d", "  closing ", "page break"] + letter + ["  closing "])
  }

  @Test func `is none without a call`() throws {
    let text = try read(flatText(zone("Sender", "a") + zone("Objet", "b")))
    #expect(!text.isLetter)
    #expect(text.body.lines == ["p a", "p b"])
  }
}

/// The file of a drawing.
private func drawing(_ content: String) -> String {
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\">\(content)</svg>"
}

private func encoded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

private func zone(_ style: String, _ text: String) -> String {
  "<text:p text:style-name=\"\(style)\">\(text)</text:p>"
}

private func list(_ style: String?, _ items: String, _ attributes: String = "") -> String {
  let name = style.map { " text:style-name=\"\($0)\"" } ?? ""
  return "<text:list\(name)\(attributes)>\(items)</text:list>"
}

private func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }

private func row(_ cells: String, _ attributes: String = "") -> String {
  "<table:table-row\(attributes)>\(cells)</table:table-row>"
}

private func cell(_ text: String, _ attributes: String = "", style: String = "Standard") -> String {
  "<table:table-cell\(attributes)><text:p text:style-name=\"\(style)\">\(text)</text:p>"
    + "</table:table-cell>"
}
