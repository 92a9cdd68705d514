import Documents
import Templates
import TestSupport
import Testing

@Suite struct `Blocks` {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let lines: [String]

    init(_ body: String, _ lines: String...) {
      self.body = body
      self.lines = lines
    }

    var testDescription: String { body }
  }

  @Test(arguments: [
    Case("<p>a</p>", "p a"),
    Case("<p look='lead'>a</p>", "p.lead a"),
    Case("<p look='small'>a</p>", "p.small a"),
    Case("<p look='body'>a</p><p> \n </p><p/>", "p a"),
    Case("<page-break/>", "page break"),
    // A section's title is a level under the document's, and a level deeper inside another.
    Case(
      "<section title='A'><p>a</p><section title='B'><p>b</p></section></section><p>c</p>",
      "## A", "p a", "### B", "p b", "p c"),
    Case("<section title='A' break='before'><p>a</p></section>", "## A (new page)", "p a"),
    Case("<section title='A' break='none'/>", "## A"),
    Case("<section title='À {{ basin.name }}\n  !'/>", "## À Antony¬!"),
  ])
  func `make headings and paragraphs`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    Case("<list><item>a</item><item>b</item></list>", "list", "- p a", "- p b"),
    Case("<list numbered='yes'><item>a</item></list>", "numbered list", "- p a"),
    Case("<list numbered='no'><item>a</item></list>", "list", "- p a"),
    Case(
      "<list><item><p>a</p><list><item>b</item></list></item></list>",
      "list", "- p a", "  list", "  - p b"),
    Case("<list><item> </item><item>a</item><item if='false'>b</item></list>", "list", "- p a"),
    Case("<list/>"),
    Case("<list><item> </item></list>"),
    Case(
      "<checklist><check>a</check><check>b <em>c</em></check></checklist>", "☐ a", "☐ b ‹em›c‹/›"),
    Case("<checklist><check/></checklist>"),
    Case(
      "<facts><fact label='Nom'>{{ basin.name }}</fact><fact label='Vide'/></facts>",
      "Nom = Antony", "Vide = "),
    Case("<facts><fact label='Nom' if='false'>a</fact></facts>"),
  ])
  func `make lists, checklists and facts`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    Case("<callout kind='todo'>a</callout>", "callout todo", "  p a"),
    Case("<callout kind='caution'><p>a</p><p>b</p></callout>", "callout caution", "  p a", "  p b"),
    Case("<callout kind='proposal' source='b'>a</callout>", "callout proposal (b)", "  p a"),
    Case(
      "<callout kind='experience' source='édition {{ edition.rank }}'>a</callout>",
      "callout experience (édition 3)", "  p a"),
    // A passage of which nothing is left is left out.
    Case("<callout kind='todo'><p if='false'>a</p></callout>"),
    Case("<callout kind='todo'> </callout>"),
  ])
  func `make callouts`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    Case("<form><field label='Nom'/></form>", "form", "  Nom: 1 lines"),
    Case("<form><field label='Nom' lines='40'/></form>", "form", "  Nom: 40 lines"),
    Case(
      "<form><field label='Présent'><choice>oui</choice><choice>non</choice></field></form>",
      "form", "  Présent: one of [\"oui\", \"non\"]"),
    Case(
      "<form><field label='Présent'><choice for='s in phases | take: 2'>{{ s.number }}</choice></field></form>",
      "form", "  Présent: one of [\"1\", \"2\"]"),
    Case("<form><field label='Bassin'>{{ basin.name }}</field></form>", "form", "  Bassin: Antony"),
    Case("<form><field label='Le'><blank name='date'/></field></form>", "form", "  Le: [date]"),
    Case(
      "<slip title='Coupon {{ edition.year }}'><p>a</p><form><field label='b'/></form></slip>",
      "slip Coupon 2015", "  p a", "  form", "    b: 1 lines"),
  ])
  func `make forms and slips`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test func `the root says what the sheet is`() throws {
    let folder = TemplateFolder(["t.xml": "<document page='landscape' kind='form'/>"])
    let document = try #require(folder.composed().documents.first)
    #expect(document.page == .landscape)
    #expect(document.kind == .form)
    let plain = try #require(TemplateFolder(["t.xml": "<document/>"]).composed().documents.first)
    #expect(plain.page == .portrait)
    #expect(plain.kind == .sheet)
    #expect(plain.body.isEmpty)
  }
}
