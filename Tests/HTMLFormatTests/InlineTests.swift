import Documents
import Testing

@Suite struct `Inlines in HTML` {
  struct Case: Sendable, CustomTestStringConvertible {
    var inlines: [Inline]
    var html: String
    var testDescription: String { html }
  }

  @Test(arguments: [
    Case(inlines: [.text("Arts & <sciences>")], html: "Arts &amp; &lt;sciences&gt;"),
    Case(
      inlines: [.strong([.text("a")]), .emphasis([.text("b")])],
      html: "<strong>a</strong><em>b</em>"),
    Case(inlines: [.text("1"), .superscript([.text("er")])], html: "1<sup>er</sup>"),
    Case(inlines: [.text("a"), .lineBreak, .text("b")], html: "a<br>b"),
    Case(inlines: [.code("a  < b")], html: "<code>a  &lt; b</code>"),
    Case(inlines: [.subscript([.text("2")])], html: "<sub>2</sub>"),
    Case(
      inlines: [.link(Link(to: .mark("é"), [.text("a")])), .mark("é")],
      html: "<a href=\"#repere_1\">a</a><span id=\"repere_1\"></span>"),
    Case(
      inlines: [
        .picture(
          Picture(
            path: "images/a.png", bytes: [], description: "a \"b\"",
            size: .init(widthMillimetres: 20, heightMillimetres: 10)))
      ],
      html: "<img src=\"../images/a.png\" alt=\"a &quot;b&quot;\" width=\"76\" height=\"38\">"),
    Case(
      inlines: [.blank(Blank("nom du maire"))],
      html: "<span class=\"blank\"><span class=\"unseen\">à compléter\u{A0}: </span>"
        + "nom du maire</span>"),
    Case(
      inlines: [.box],
      html: "<span class=\"box\" aria-hidden=\"true\">☐</span>"
        + "<span class=\"unseen\">case à cocher</span>"),
  ])
  func `are written with their words escaped`(_ row: Case) {
    let html = SampleSite.body([.paragraph(Paragraph(row.inlines))])
    #expect(html == "<p>\(row.html)</p>\n")
  }

  struct LinkCase: Sendable, CustomTestStringConvertible {
    var target: Link.Target
    var html: String
    var testDescription: String { html }
  }

  @Test(arguments: [
    LinkCase(target: .document(SampleSite.check), html: "<a href=\"09-liste.html\">mot</a>"),
    LinkCase(target: .document(SampleSite.budget), html: "<a href=\"10-budget.odt\">mot (ODT)</a>"),
    LinkCase(
      target: .document(SampleSite.letter),
      html: "<a href=\"../03-partenaires/23-maire.html\">mot</a>"),
    LinkCase(target: .document(SampleSite.home), html: "<a href=\"../OUVRIR-LA-CLE.html\">mot</a>"),
    LinkCase(
      target: .file("kits/évry 1.zip"), html: "<a href=\"../kits/%C3%A9vry%201.zip\">mot</a>"),
    LinkCase(target: .file("a:b?c#d\"e&f"), html: "<a href=\"../a%3Ab%3Fc%23d%22e%26f\">mot</a>"),
    LinkCase(
      target: .address("https://example.org/?a=1&b=2#c"),
      html: "<a href=\"https://example.org/?a=1&amp;b=2#c\">mot</a>"),
    LinkCase(
      target: .address("https://example.org/un mot\""),
      html: "<a href=\"https://example.org/un%20mot%22\">mot</a>"),
    LinkCase(
      target: .address("mailto:equipe@example.org"),
      html: "<a href=\"mailto:equipe@example.org\">mot</a>"),
  ])
  func `links are relative to the page and encoded`(_ row: LinkCase) {
    let link = Inline.link(Link(to: row.target, [.text("mot")]))
    #expect(SampleSite.body([.paragraph(Paragraph([link]))]) == "<p>\(row.html)</p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " javascript:x", "file:///x",
    "//example.org", "sans-deux-points", "",
  ])
  func `an address that does more than lead somewhere is only text`(_ address: String) {
    let link = Inline.link(Link(to: .address(address), [.text("mot")]))
    #expect(SampleSite.body([.paragraph(Paragraph([link]))]) == "<p>mot</p>\n")
  }

  @Test func `a link within a link is only text`() {
    let inner = Inline.link(Link(to: .document(SampleSite.home), [.text("b")]))
    let outer = Inline.link(
      Link(to: .document(SampleSite.check), [.text("a"), .strong([inner]), .text("c")]))
    #expect(
      SampleSite.body([.paragraph(Paragraph([outer]))])
        == "<p><a href=\"09-liste.html\">a<strong>b</strong>c</a></p>\n")
  }

  @Test func `have their notes at the end of the page, with the way back`() {
    let note = Note([paragraph("b")])
    let html = SampleSite.body([
      .paragraph(Paragraph([.text("a"), .note(note)])),
      .paragraph(
        Paragraph([.link(Link(to: .address("https://a.fr"), [.text("c"), .note(note)]))])),
    ])
    #expect(
      html.hasPrefix(
        "<p>a<sup class=\"call-of-note\"><a id=\"appel_1\" href=\"#note_1\"><span "
          + "class=\"unseen\">Note\u{A0}</span>1</a></sup></p>\n"))
    // A link holds no other one.
    #expect(html.contains(">c<sup class=\"call-of-note\">2</sup></a>"))
    #expect(html.contains("<li id=\"note_1\">b <a class=\"back\" href=\"#appel_1\">"))
  }
}
