import Documents
import Testing

@Suite struct `Blocks in HTML` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var block: Block
    var html: String
    var testDescription: String { name }

    init(_ name: String, _ block: Block, _ html: String) {
      self.name = name
      self.block = block
      self.html = html
    }
  }

  @Test(arguments: [
    Case("a paragraph", paragraph("a"), "<p>a</p>\n"),
    Case(
      "a lead paragraph", .paragraph(Paragraph([.text("a")], look: .lead)),
      "<p class=\"lead\">a</p>\n"),
    Case(
      "a small paragraph", .paragraph(Paragraph([.text("a")], look: .small)),
      "<p class=\"small\">a</p>\n"),
    Case(
      "a heading", .heading(Heading(level: 2, [.text("L’été à Évry")])),
      "<h2 id=\"l-ete-a-evry\">L’été à Évry</h2>\n"),
    Case(
      "a heading on a new page", .heading(Heading(level: 3, [.text("A")], startsPage: true)),
      "<h3 id=\"a\" class=\"new-page\">A</h3>\n"),
    Case("a page break", .pageBreak, "<div class=\"page-break\"></div>\n"),
    Case(
      "a list with a list within",
      .list(
        List(
          isNumbered: false,
          items: [
            [paragraph("a")],
            [paragraph("b"), .list(List(isNumbered: true, items: [[paragraph("c")]]))],
          ])),
      "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"),
    Case(
      "an item of two paragraphs",
      .list(List(isNumbered: true, items: [[paragraph("a"), paragraph("b")]])),
      "<ol>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n"),
    Case(
      "a checklist", .checklist([CheckItem([.text("a")])]),
      "<ul class=\"checks\">\n<li><label><input type=\"checkbox\"> <span>a</span></label></li>\n"
        + "</ul>\n"),
    Case(
      "facts", .facts([Fact(label: "Zone & cie", value: [.text("C")])]),
      "<dl class=\"facts\">\n<div><dt>Zone &amp; cie</dt><dd>C</dd></div>\n</dl>\n"),
  ])
  func `are elements of their own kind`(_ row: Case) {
    #expect(SampleSite.body([row.block]) == row.html)
  }

  @Test(arguments: [
    Case(
      "todo", .callout(Callout(.todo, [paragraph("a")])),
      """
      <div class="callout todo" role="note">
      <p class="word"><span aria-hidden="true">☞</span> À faire</p>
      <p>a</p>
      </div>

      """),
    Case(
      "caution", .callout(Callout(.caution, [paragraph("a")])),
      """
      <div class="callout caution" role="note">
      <p class="word"><span aria-hidden="true">⚠\u{FE0E}</span> Attention</p>
      <p>a</p>
      </div>

      """),
    Case(
      "experience",
      .callout(Callout(.experience, [paragraph("a")], source: "édition 1 & 2")),
      """
      <div class="callout experience" role="note">
      <p class="word"><span aria-hidden="true">↺</span> Retour d’expérience</p>
      <p>a</p>
      <p class="source">Source\u{A0}: édition 1 &amp; 2</p>
      </div>

      """),
    Case(
      "proposal", .callout(Callout(.proposal, [paragraph("a")])),
      """
      <div class="callout proposal" role="note">
      <p class="word"><span aria-hidden="true">✎</span> Proposition</p>
      <p>a</p>
      </div>

      """),
  ])
  func `callouts say their word and their source`(_ row: Case) {
    #expect(SampleSite.body([row.block]) == row.html)
  }

  @Test(arguments: [
    Case(
      "one line", .form([FormField(label: "Nom", answer: .lines(1))]),
      "<p class=\"field\"><label for=\"champ_1\">Nom</label> "
        + "<input type=\"text\" id=\"champ_1\"></p>\n"),
    Case(
      "several lines", .form([FormField(label: "Bilan", answer: .lines(4))]),
      "<p class=\"field\"><label for=\"champ_1\">Bilan</label> "
        + "<textarea id=\"champ_1\" rows=\"4\"></textarea></p>\n"),
    Case(
      "choices",
      .form([FormField(label: "Venue", answer: .choices([[.text("oui")], [.text("non")]]))]),
      """
      <fieldset class="field choices">
      <legend>Venue</legend>
      <label><input type="checkbox"> <span>oui</span></label>
      <label><input type="checkbox"> <span>non</span></label>
      </fieldset>

      """),
    Case(
      "a known value", .form([FormField(label: "Bassin", answer: .value([.text("Évry")]))]),
      "<p class=\"field\"><span class=\"label\">Bassin</span> "
        + "<span class=\"value\">Évry</span></p>\n"),
  ])
  func `fields have a label of their own`(_ row: Case) {
    #expect(SampleSite.body([row.block]) == "<div class=\"form\">\n\(row.html)</div>\n")
  }

  @Test func `a slip is a section with its title and a line to cut`() {
    let slip = Block.slip(Slip(title: "Coupon-réponse", blocks: [paragraph("a")]))
    #expect(
      SampleSite.body([slip]) == """
        <section class="slip" aria-labelledby="coupon_1">
        <p class="cut"><span aria-hidden="true">✂ </span>Partie à découper</p>
        <h2 id="coupon_1">Coupon-réponse</h2>
        <p>a</p>
        </section>

        """)
  }

  @Test func `ids are readable and each is there once`() {
    let titles = [
      "Bilan", "Bilan", "bilan !", "Bilan 2", "Contenu", "Œuvre à l’ÉCOLE", "«\u{A0}»", "…",
    ]
    let html = SampleSite.body(titles.map { .heading(Heading(level: 2, [.text($0)])) })
    let ids = html.matches(of: #/id="([^"]*)"/#).map { String($0.1) }
    #expect(
      ids == [
        "bilan", "bilan-2", "bilan-3", "bilan-2-2", "contenu-2", "oeuvre-a-l-ecole", "section",
        "section-2",
      ])
  }

  @Test(arguments: [(1, "h2"), (2, "h2"), (4, "h4"), (6, "h6"), (9, "h6")])
  func `a heading is below the page's title and no lower than HTML goes`(
    _ row: (level: Int, element: String)
  ) {
    let html = SampleSite.body([.heading(Heading(level: row.level, [.text("a")]))])
    #expect(html == "<\(row.element) id=\"a\">a</\(row.element)>\n")
  }
}
