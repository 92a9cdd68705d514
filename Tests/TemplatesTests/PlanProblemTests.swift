import TestSupport
import Testing

@Suite struct `What is wrong with the plan` {
  static let good = TemplateFolder.entry("accueil", "at='root'")

  static let rows = [
    ProblemCase("①<kits>②</kits>", "template.wrong-root ①②"),
    ProblemCase("①<kit>②</kit>", "kitplan.missing-home ①②"),
    ProblemCase(
      "①<kit>②<folder id='a' title='b'>\(TemplateFolder.entry("a"))</folder></kit>",
      "kitplan.missing-home ①②"),
    ProblemCase(
      "<kit ①lang②='fr'><folder id='a' title='b'>\(good)</folder></kit>",
      "template.unknown-attribute ①②"),
    ProblemCase(
      "<kit><folder id='a' title='b'>\(good)</folder>①<document/>②</kit>",
      "template.unknown-element ①②"),
    ProblemCase(
      "<kit><folder id='a' title='b'>\(good)①<folder/>②</folder></kit>",
      "template.unknown-element ①②"),
    ProblemCase(
      "<kit>①texte②<folder id='a' title='b'>\(good)</folder></kit>", "template.text-not-here ①②"),
    ProblemCase(
      "<kit><folder id='a' title='b'>①texte②\(good)</folder></kit>", "template.text-not-here ①②"),
    ProblemCase(
      "<kit>①<folder title='b'>②</folder><folder id='a' title='b'>\(good)</folder></kit>",
      "template.missing-attribute ①②"),
    ProblemCase(
      "<kit>①<folder id='b'>②</folder><folder id='a' title='b'>\(good)</folder></kit>",
      "template.missing-attribute ①②"),
    ProblemCase(
      "<kit><folder id='③a④' title='b'>\(good)</folder><folder id='①a②' title='c'/></kit>",
      "kitplan.duplicate-folder ①② (③④)"),
    ProblemCase(
      "<kit><folder id='a' title='b' ①if②='true'>\(good)</folder></kit>",
      "template.unknown-attribute ①②"),
    ProblemCase(
      "<kit catalogue='①cinquante②'><folder id='a' title='b'>\(good)</folder></kit>",
      "template.number-out-of-range ①②"),
    ProblemCase(
      "<kit>①<event task='t'/>②<folder id='a' title='b'>\(good)</folder></kit>",
      "template.missing-attribute ①②"),
    ProblemCase(
      "<kit>①<event called='t'/>②<folder id='a' title='b'>\(good)</folder></kit>",
      "template.missing-attribute ①②"),
    ProblemCase(
      "<kit><event task='t' called='n'>①x②</event><folder id='a' title='b'>\(good)</folder></kit>",
      "template.text-not-here ①②"),
    ProblemCase(
      "<kit><folder id='a' title='{{ ①basin②.name }}'>\(good)</folder></kit>",
      "template.unknown-name ①②"),
  ]

  static let entries = [
    ProblemCase("①<document/>②", "template.missing-attribute ①②"),
    ProblemCase("①<document id='b'/>②", "template.missing-attribute ①②"),
    ProblemCase(
      "①<document id='b' template='t.xml'/>②", "template.missing-attribute ①②",
      "template.missing-attribute ①②", "template.missing-attribute ①②",
      "template.missing-attribute ①②", "template.missing-attribute ①②"),
    ProblemCase("<document \(rest) id='b' template='①tt.xml②'/>", "template.unknown-file ①②"),
    ProblemCase("<document \(rest) id='b' template='①T.xml②'/>", "template.unknown-file ①②"),
    ProblemCase(
      "<document \(rest) id='①accueil②' template='t.xml'/>", "kitplan.duplicate-document ①② (③④)"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' see='①accueil acueil②'/>",
      "template.unknown-document ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' formats='①html pdf②'/>", "template.unknown-word ①②"
    ),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' formats=①''②/>", "template.unknown-word ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' at='①racine②'/>", "template.unknown-word ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' ①formatts②='html'/>",
      "template.unknown-attribute ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' for='r in ①tem②'/>", "template.unknown-name ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' if='①basin.name②'/>", "template.wrong-type ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' number='1'>①texte②</document>",
      "template.text-not-here ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' pages='①une②'/>", "kitplan.not-pages ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' pages='①2-1②'/>", "kitplan.not-pages ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' pages='①1-2-3②'/>", "kitplan.not-pages ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' pages='①0②'/>", "kitplan.not-pages ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' need='{{ ①r②.id }}'/>",
      "template.unknown-name ①②"),
    ProblemCase(
      "<document \(rest) id='b' template='t.xml' common-title='{{ ①r②.id }}' for='r in team'/>",
      "template.unknown-name ①②"),
  ]

  private static let rest = "file='b' title='t' purpose='p' audience='a' moment='m'"

  private func found(_ plan: String) throws -> [String] {
    let marked = MarkedText(plan)
    return marked.places(
      of: try TemplateFolder(["kit.xml": marked.text, "t.xml": "<document/>"]).problems())
  }

  @Test(arguments: rows)
  func `is told at its place`(_ row: ProblemCase) throws {
    #expect(try found(row.text) == row.problems)
  }

  @Test(arguments: entries)
  func `and so are the faults of an entry`(_ row: ProblemCase) throws {
    let good = Self.good.replacing("\"accueil\"", with: "\"③accueil④\"", maxReplacements: 1)
    #expect(
      try found("<kit><folder id='a' title='b'>\(good)\(row.text)</folder></kit>") == row.problems)
  }

  /// One cause, one report: the home page is planned, whatever is wrong with it.
  @Test func `a home page that does not compile is still the home page`() throws {
    let plan =
      "<kit><folder id='a' title='b'>"
      + TemplateFolder.entry("accueil", "at='root'", template: "①x.xml②") + "</folder></kit>"
    #expect(try found(plan) == ["template.unknown-file ①②"])
  }
}
