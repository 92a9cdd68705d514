import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

/// One faulty piece of template and what is said of it: `room.problem ①②`, in order.
struct ProblemCase: Sendable, CustomTestStringConvertible {
  let text: String
  let problems: [String]

  init(_ text: String, _ problems: String...) {
    self.text = text
    self.problems = problems
  }

  var testDescription: String { text }
}

@Suite struct `What is wrong with an expression` {
  static let rows = [
    ProblemCase("{{ ①basn②.name }}", "template.unknown-name ①②"),
    ProblemCase("{{ ①loop②.index }}", "template.unknown-name ①②"),
    ProblemCase("<span for='x in team'>a</span>{{ ①x②.id }}", "template.unknown-name ①②"),
    ProblemCase("{{ basin.①nme② }}", "template.unknown-field ①②"),
    ProblemCase("<span for='r in team'>{{ r.person.①nam② }}</span>", "template.unknown-field ①②"),
    ProblemCase("{{ team | ①listed②: 'lettre' }}", "template.unknown-field ①②"),
    ProblemCase("{{ team | ①where②: 'lettre', 'A' | size }}", "template.unknown-field ①②"),
    ProblemCase("{{ basin.name.①length② }}", "template.no-fields ①②"),
    ProblemCase("{{ team.①title② }}", "template.no-fields ①②"),
    ProblemCase("{{ basin.name | ①uper② }}", "template.unknown-filter ①②"),
    ProblemCase("{{ basin.name | ①long② }}", "template.filter-subject ①②"),
    ProblemCase("{{ edition.start | ①upper② }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①count②: 'a', 'b' }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①ordinal②: 'f' }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①number② }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①size② }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①any② }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①take②: 2 }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①listed② }}", "template.filter-subject ①②"),
    ProblemCase("{{ team | ①listed② }}", "template.filter-subject ①②"),
    ProblemCase("{{ plan.warnings | ①listed②: 'title' }}", "template.filter-subject ①②"),
    ProblemCase("{{ plan.warnings | ①where②: 'a', 'b' }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①sort② }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin | ①default②: 'a' }}", "template.filter-subject ①②"),
    ProblemCase("{{ basin.name | ①upper②: 'a' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ basin.name | ①known②: 1 }}", "template.filter-arguments ①②"),
    ProblemCase("{{ edition.rank | ①count②: 'a' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ edition.rank | ①count②: 1, 2 }}", "template.filter-arguments ①②"),
    ProblemCase("{{ edition.rank | ①ordinal② }}", "template.filter-arguments ①②"),
    ProblemCase("{{ edition.rank | ①ordinal②: 'x' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ basin.name | ①default② }}", "template.filter-arguments ①②"),
    ProblemCase("{{ basin.name | ①default②: 'a', 'b' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ basin.name | ①default②: 1 }}", "template.filter-arguments ①②"),
    ProblemCase("{{ basin.name | ①default②: team }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①take② }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①take②: 'a' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①where②: 'id' | size }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①where②: 'id', 1 | size }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①where②: basin.id, 'a' | size }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①where②: 'tasks', 'a' | size }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①sort② }}", "template.filter-subject ①②"),
    ProblemCase("{{ team | ①sort②: 'tasks' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ team | ①listed②: 'id', 'title' }}", "template.filter-arguments ①②"),
    ProblemCase("{{ ①not② basin.name }}", "template.wrong-type ①②"),
    ProblemCase("{{ basin.isNew ①and② basin.name }}", "template.wrong-type ①②"),
    ProblemCase("{{ team ①or② true }}", "template.wrong-type ①②"),
    ProblemCase("<em if='①basin.name②'>a</em>", "template.wrong-type ①②"),
    ProblemCase("<em if='①team②'>a</em>", "template.wrong-type ①②"),
    ProblemCase("<em for='x in ①basin②.name'>a</em>", "template.wrong-type ①②"),
    ProblemCase("{{ 1 ①==② 'a' }}", "template.cannot-compare ①②"),
    ProblemCase("{{ true ①&lt;② false }}", "template.cannot-compare ①②"),
    ProblemCase("{{ team ①==② team }}", "template.cannot-compare ①②"),
    ProblemCase("{{ basin ①!=② basin }}", "template.cannot-compare ①②"),
    ProblemCase("{{① team ②}}", "template.not-prose ①②"),
    ProblemCase("{{① basin ②}}", "template.not-prose ①②"),
    ProblemCase("<blank name='a {{①team②}}'/>", "template.not-prose ①②"),
    ProblemCase("<em for='①x② of team'>a</em>", "template.loop-without-in ①②"),
    ProblemCase("<em for='①team②'>a</em>", "template.loop-without-in ①②"),
    ProblemCase("{{ ①'a ②}}", "template.unclosed-text ①②"),
    ProblemCase("{{ basin.name ①é②}}", "template.stray-character ①②"),
    ProblemCase("{{ basin①@②name }}", "template.stray-character ①②"),
    ProblemCase("{{ 1 ①=② 1 }}", "template.stray-character ①②"),
    ProblemCase("{{ ①99999999999999999999② }}", "template.stray-character ①②"),
    ProblemCase("{{ ①&amp;② }}", "template.stray-character ①②"),
    ProblemCase("{{ basin ①basin② }}", "template.unexpected ①②"),
    ProblemCase("{{ basin.name ①)② }}", "template.unexpected ①②"),
    ProblemCase("{{ ①|② upper }}", "template.unexpected ①②"),
    ProblemCase("{{ basin.①12② }}", "template.unexpected ①②"),
    ProblemCase("{{ basin.name | ①'upper'② }}", "template.unexpected ①②"),
    ProblemCase("{{ 1 &lt; 2 ①&lt;② 3 }}", "template.unexpected ①②"),
    ProblemCase("{{ ①,② }}", "template.unexpected ①②"),
    ProblemCase("<em for='①1② in team'>a</em>", "template.unexpected ①②"),
    ProblemCase("<em for='x in team ①team②'>a</em>", "template.unexpected ①②"),
    ProblemCase("{{① ②}}", "template.ends-early ①②"),
    ProblemCase("{{①}②}", "template.ends-early ①②"),
    ProblemCase("{{① basin. ②}}", "template.ends-early ①②"),
    ProblemCase("{{① basin.name | ②}}", "template.ends-early ①②"),
    ProblemCase("{{① true and ②}}", "template.ends-early ①②"),
    ProblemCase("{{① 1 == ②}}", "template.ends-early ①②"),
    ProblemCase("{{① basin.name | default: ②}}", "template.ends-early ①②"),
    ProblemCase("<em if=①''②>a</em>", "template.ends-early ①②"),
    ProblemCase("<em for='①x in②'>a</em>", "template.ends-early ①②"),
    ProblemCase("{{ ①(②true }}", "template.missing-parenthesis ①②"),
    ProblemCase("{{ ①(②true and (false) }}", "template.missing-parenthesis ①②"),
    ProblemCase("{{ \(String(repeating: "(", count: 40))①(②1 }}", "template.expression-too-deep ①②"),
    ProblemCase("{{ \(String(repeating: "not ", count: 40))①not② true }}", "template.expression-too-deep ①②"),
    ProblemCase("{{ \(String(repeating: "(", count: 40))①(②\(String(repeating: "(", count: 9959)) }}", "template.expression-too-deep ①②"),
    ProblemCase("{{ true\(String(repeating: " or true", count: 200)) ①and② true }}", "template.expression-too-long ①②"),
    ProblemCase("{{ 'a'\(String(repeating: " | upper", count: 200)) | ①upper② }}", "template.expression-too-long ①②"),
    ProblemCase("a ①{{ basin.name②", "template.unclosed-expression ①②"),
    ProblemCase("①{{ basin.name②<em>}</em>", "template.unclosed-expression ①②"),
    ProblemCase("①{{ '{{' }}②", "template.unclosed-expression ①②"),
    ProblemCase("①{{ a {{ basin.name }}②", "template.unclosed-expression ①②"),
    ProblemCase("①{{②", "template.unclosed-expression ①②"),
    ProblemCase("①{{ }②", "template.unclosed-expression ①②"),
    ProblemCase("a ①}}② b", "template.stray-closing ①②"),
    ProblemCase("{{ basin.name }}①}}②", "template.stray-closing ①②"),
    ProblemCase("{{ ' }}' ①}}②", "template.stray-closing ①②"),
  ]

  @Test(arguments: rows)
  func `is told at its place`(_ row: ProblemCase) throws {
    #expect(try problems("<p>\(row.text)</p>") == row.problems)
  }
}

@Suite struct `What is wrong with an element` {
  static let rows = [
    ProblemCase("①<para>②a</para>", "template.unknown-element ①②"),
    ProblemCase("<list>①<check>②a</check></list>", "template.unknown-element ①②"),
    ProblemCase("<checklist>①<item>②a</item></checklist>", "template.unknown-element ①②"),
    ProblemCase("<facts>①<p>②a</p></facts>", "template.unknown-element ①②"),
    ProblemCase("<table><column/>①<cell>②a</cell></table>", "template.unknown-element ①②"),
    ProblemCase("<table><column/><row>①<p>②a</p></row></table>", "template.unknown-element ①②"),
    ProblemCase("<table><column>①<p/>②</column></table>", "template.unknown-element ①②"),
    ProblemCase("<page-break>①<p/>②</page-break>", "template.unknown-element ①②"),
    ProblemCase("<form><field label='a' lines='2'>①<em>②b</em></field></form>", "template.unknown-element ①②"),
    ProblemCase("<p>①<p>②a</p></p>", "template.unknown-inline ①②"),
    ProblemCase("<p>①<include template='t.xml'/>②</p>", "template.unknown-inline ①②"),
    ProblemCase("<p>①<block>②a</block></p>", "template.unknown-inline ①②"),
    ProblemCase("<p ①loook②='lead'>a</p>", "template.unknown-attribute ①②"),
    ProblemCase("<p ①For②='x in team'>a</p>", "template.unknown-attribute ①②"),
    ProblemCase("<list><item ①title②='a'>b</item></list>", "template.unknown-attribute ①②"),
    ProblemCase("<block ①title②='a'/>", "template.unknown-attribute ①②"),
    ProblemCase("<p><br ①clear②='a'/><box ③clear④='a'/></p>", "template.unknown-attribute ①②", "template.unknown-attribute ③④"),
    ProblemCase("<p look='①leed②'>a</p>", "template.unknown-word ①②"),
    ProblemCase("<list numbered='①oui②'/>", "template.unknown-word ①②"),
    ProblemCase("<callout kind='①experiance②' source='a'>b</callout>", "template.unknown-word ①②"),
    ProblemCase("<section title='a' break='①after②'/>", "template.unknown-word ①②"),
    ProblemCase("<table><column align='①right②'/></table>", "template.unknown-word ①②"),
    ProblemCase("<form><field label='a' lines='①0②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase("<form><field label='a' lines='①41②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase("<form><field label='a' lines='①deux②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase("<table><column share='①0②'/></table>", "template.number-out-of-range ①②"),
    ProblemCase("<table><column share='①99999999999999999999②'/></table>", "template.number-out-of-range ①②"),
    ProblemCase("<table><column/><row><cell span='①-1②'/></row></table>", "template.number-out-of-range ①②"),
    ProblemCase(
      String(repeating: "<block>", count: 100) + "①<p>②a</p>" + String(repeating: "</block>", count: 100),
      "template.nested-too-deep ①②"),
    ProblemCase(
      "<letter>\(String(repeating: "<block>", count: 99))①<block>②</block>\(String(repeating: "</block>", count: 99))</letter>",
      "template.nested-too-deep ①②"),
    ProblemCase("①<section>②<p>a</p></section>", "template.missing-attribute ①②"),
    ProblemCase("<p>①<blank/>②</p>", "template.missing-attribute ①②"),
    ProblemCase("<p>①<a>②b</a></p>", "template.missing-attribute ①②"),
    ProblemCase("①<callout kind='experience'>②a</callout>", "template.missing-attribute ①②"),
    ProblemCase("①<include/>②", "template.missing-attribute ①②"),
    ProblemCase("①<slip>②<p>a</p></slip>", "template.missing-attribute ①②"),
    ProblemCase("<facts>①<fact>②a</fact></facts>", "template.missing-attribute ①②"),
    ProblemCase("<form>①<field/>②</form>", "template.missing-attribute ①②"),
    ProblemCase("①<table>②<row/></table>", "template.missing-element ①②"),
    ProblemCase(
      "①<letter>②<p>a</p></letter>", "template.missing-element ①②", "template.missing-element ①②",
      "template.missing-element ①②", "template.missing-element ①②", "template.missing-element ①②",
      "template.missing-element ①②", "template.missing-element ①②"),
    ProblemCase("①texte②<p>a</p>", "template.text-not-here ①②"),
    ProblemCase("<list>①texte②</list>", "template.text-not-here ①②"),
    ProblemCase("<list><item>①texte②<p>a</p></item></list>", "template.text-not-here ①②"),
    ProblemCase("<table>①texte②<column/></table>", "template.text-not-here ①②"),
    ProblemCase("<table><column/><row>①{{ basin.name }}②</row></table>", "template.text-not-here ①②"),
    ProblemCase("<block>①texte②</block>", "template.text-not-here ①②"),
    ProblemCase("<letter><block>①texte②</block></letter>", "template.text-not-here ①②"),
    ProblemCase("<p><br>①texte②</br></p>", "template.text-not-here ①②"),
    ProblemCase("<p><blank name='a'>①texte②</blank></p>", "template.text-not-here ①②"),
    ProblemCase("<form><field label='a' lines='2'>①texte②</field></form>", "template.text-not-here ①②"),
    ProblemCase("<include template='①partiel.xml②'/>", "template.unknown-file ①②"),
    ProblemCase("<include template='①../t.xml②'/>", "template.unknown-file ①②"),
    ProblemCase("<p><a to='①acueil②'>a</a></p>", "template.unknown-document ①②"),
    ProblemCase("<p><a to='①acueil/x②'>a</a></p>", "template.unknown-document ①②"),
    ProblemCase("<p><a to=①''②>a</a></p>", "template.unknown-document ①②"),
    ProblemCase("<letter><block>③<section title='a'/>④</block>①<callout kind='todo'>②a</callout></letter>", "template.unknown-element ③④", "template.unknown-element ①②"),
    ProblemCase("<table><column/>①<row>②<cell/><cell/></row></table>", "template.ragged-row ①②"),
  ]

  @Test(arguments: rows)
  func `is told at its place`(_ row: ProblemCase) throws {
    #expect(try problems(row.text) == row.problems)
  }
}

@Suite struct `What is wrong with a file` {
  @Test func `a document that is none`() throws {
    let marked = MarkedText("①<partial>②<p>a</p></partial>")
    let folder = TemplateFolder(["t.xml": marked.text])
    #expect(marked.places(of: try folder.problems()) == ["template.wrong-root ①②"])
  }

  @Test func `a partial that is none`() throws {
    let partial = MarkedText("①<document>②<p>a</p></document>")
    let folder = TemplateFolder([
      "t.xml": "<document><include template='p.xml'/></document>", "p.xml": partial.text,
    ])
    #expect(partial.places(of: try folder.problems()) == ["template.wrong-root ①②"])
  }

  @Test func `a document that includes itself is no partial`() throws {
    let marked = MarkedText("①<document>②<include template='t.xml'/></document>")
    let folder = TemplateFolder(["t.xml": marked.text])
    #expect(marked.places(of: try folder.problems()) == ["template.wrong-root ①②"])
  }

  /// The golden `include-cycle` shows the chain.
  @Test func `a circle of three partials`() throws {
    let last = MarkedText("<partial><p>a</p><include template='①a.xml②'/></partial>")
    let problems = try TemplateFolder([
      "t.xml": "<document><include template='a.xml'/></document>",
      "a.xml": "<partial><include template='b.xml'/></partial>",
      "b.xml": "<partial><include template='c.xml'/></partial>", "c.xml": last.text,
    ]).problems()
    #expect(problems.map { "\($0.id.text) \(last.place($0.span))" } == ["template.include-cycle ①②"])
    #expect(
      problems.flatMap(\.notes).map(\.span.file.path) == [
        "KitTemplates/kit.xml", "KitTemplates/t.xml", "KitTemplates/a.xml", "KitTemplates/b.xml",
      ])
  }

  @Test func `partials too deep in each other`() throws {
    var texts = ["t.xml": "<document><include template='p1.xml'/></document>"]
    for depth in 1..<25 {
      texts["p\(depth).xml"] = "<partial><include template='p\(depth + 1).xml'/></partial>"
    }
    texts["p25.xml"] = "<partial/>"
    let problems = try TemplateFolder(texts).problems()
    #expect(problems.map(\.id.text) == ["template.includes-too-deep"])
    #expect(problems.first?.span?.file.path == "KitTemplates/p19.xml")
  }

  /// Each file of a circle asks twice for the next one: to follow all ways would never end.
  @Test func `a circle with many ways round`() throws {
    let twice = "<partial><include template='N.xml'/><include template='N.xml'/></partial>"
    var texts = ["t.xml": "<document><include template='p0.xml'/></document>"]
    for index in 0..<6 {
      texts["p\(index).xml"] = twice.replacing("N", with: "p\((index + 1) % 6)")
    }
    #expect(Set(try TemplateFolder(texts).problems().map(\.id.text)) == ["template.include-cycle"])
  }

  @Test func `a plan or a text for the root that is not there`() throws {
    for path in ["kit.xml", "LISEZ-MOI.txt"] {
      var folder = TemplateFolder(["t.xml": "<document/>"])
      folder.files[path] = nil
      let problems = try folder.problems()
      #expect(problems.map(\.id.text) == ["plan.missing-file"])
      #expect(problems.first?.span == SourceSpan(wholeOf: SourceFile.ID("KitTemplates/\(path)")))
    }
  }

  @Test func `the text for the root`() throws {
    let marked = MarkedText("Kit\n{{ ①basn②.name }}\n")
    let folder = TemplateFolder(["LISEZ-MOI.txt": marked.text, "t.xml": "<document/>"])
    #expect(marked.places(of: try folder.problems()) == ["template.unknown-name ①②"])
  }

  /// What is wrong in one file keeps nobody from hearing of the others.
  @Test func `all files are told of at once`() throws {
    let folder = TemplateFolder([
      "kit.xml": TemplateFolder.plan(
        TemplateFolder.entry("a", "iff='a'", template: "a.xml")
          + TemplateFolder.entry("b", template: "b.xml")),
      "t.xml": "<document><p>{{ basn.name }} a</p><p>{{ basin.nme }}</p><para/></document>",
      "a.xml": "<document pages='a'><include template='p.xml'/></document>",
      "b.xml": "<document><include template='p.xml'/><p look='x'/></document>",
      "p.xml": "<partial><p>{{ 'a </p></partial>", "LISEZ-MOI.txt": "{{",
    ])
    let text = try folder.rendered(.english, .short)
    let found = text.split(separator: "\n").map { line -> String in
      let words = line.split(separator: " ")
      return "\(words[0]) \(words[words.count - 1])"
    }
    #expect(
      found == [
        "KitTemplates/LISEZ-MOI.txt:1:1: [template.unclosed-expression]",
        "KitTemplates/a.xml:1:11: [template.unknown-attribute]",
        "KitTemplates/b.xml:1:47: [template.unknown-word]",
        "KitTemplates/kit.xml:2:11: [template.unknown-attribute]",
        "KitTemplates/p.xml:1:13: [template.unclosed-expression]",
        "KitTemplates/t.xml:1:17: [template.unknown-name]",
        "KitTemplates/t.xml:1:47: [template.unknown-field]",
        "KitTemplates/t.xml:1:57: [template.unknown-element]",
      ])
  }

  @Test func `XML that is none is told of for all files`() throws {
    let folder = TemplateFolder(["t.xml": "<document>", "a.xml": "<partial></p>", "b.txt": "<"])
    let problems = try folder.problems()
    #expect(Set(problems.compactMap(\.span?.file.path)) == ["KitTemplates/a.xml", "KitTemplates/t.xml"])
  }
}

@Suite struct `What is wrong with the plan` {
  static let good = TemplateFolder.entry("accueil", "at='root'")

  static let rows = [
    ProblemCase("①<kits>②</kits>", "template.wrong-root ①②"),
    ProblemCase("①<kit>②</kit>", "plan.missing-home ①②"),
    ProblemCase("①<kit>②<folder id='a' title='b'>\(TemplateFolder.entry("a"))</folder></kit>", "plan.missing-home ①②"),
    ProblemCase("<kit ①lang②='fr'><folder id='a' title='b'>\(good)</folder></kit>", "template.unknown-attribute ①②"),
    ProblemCase("<kit><folder id='a' title='b'>\(good)</folder>①<document/>②</kit>", "template.unknown-element ①②"),
    ProblemCase("<kit><folder id='a' title='b'>\(good)①<folder/>②</folder></kit>", "template.unknown-element ①②"),
    ProblemCase("<kit>①texte②<folder id='a' title='b'>\(good)</folder></kit>", "template.text-not-here ①②"),
    ProblemCase("<kit><folder id='a' title='b'>①texte②\(good)</folder></kit>", "template.text-not-here ①②"),
    ProblemCase("<kit>①<folder title='b'>②</folder><folder id='a' title='b'>\(good)</folder></kit>", "template.missing-attribute ①②"),
    ProblemCase("<kit>①<folder id='b'>②</folder><folder id='a' title='b'>\(good)</folder></kit>", "template.missing-attribute ①②"),
    ProblemCase("<kit><folder id='a' title='b' ①if②='true'>\(good)</folder></kit>", "template.unknown-attribute ①②"),
    ProblemCase("<kit><folder id='a' title='{{ ①basin②.name }}'>\(good)</folder></kit>", "template.unknown-name ①②"),
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
    ProblemCase("<document \(rest) id='①accueil②' template='t.xml'/>", "plan.duplicate-document ①② (③④)"),
    ProblemCase("<document \(rest) id='b' template='t.xml' see='①accueil acueil②'/>", "template.unknown-document ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' formats='①html pdf②'/>", "template.unknown-word ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' formats=①''②/>", "template.unknown-word ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' at='①racine②'/>", "template.unknown-word ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' ①formatts②='html'/>", "template.unknown-attribute ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' for='r in ①tem②'/>", "template.unknown-name ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' if='①basin.name②'/>", "template.wrong-type ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' number='1'>①texte②</document>", "template.text-not-here ①②"),
    ProblemCase("<document \(rest) id='b' template='t.xml' common-title='{{ ①r②.id }}' for='r in team'/>", "template.unknown-name ①②"),
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
    #expect(try found("<kit><folder id='a' title='b'>\(good)\(row.text)</folder></kit>") == row.problems)
  }

  /// One cause, one report: the home page is planned, whatever is wrong with it.
  @Test func `a home page that does not compile is still the home page`() throws {
    let plan = "<kit><folder id='a' title='b'>\(TemplateFolder.entry("accueil", "at='root'", template: "①x.xml②"))</folder></kit>"
    #expect(try found(plan) == ["template.unknown-file ①②"])
  }
}

@Suite struct `The catalogue of problems` {
  /// Ids that are not told by a row of a table, but by a test of their own above or beside.
  static let elsewhere = [
    "plan.missing-file", "plan.unsafe-name", "plan.duplicate-path", "template.include-cycle",
    "template.includes-too-deep",
  ]

  @Test func `has a row for each id`() throws {
    let file = root.appending(path: "Sources/Templates/Templates+Diagnostics.swift")
    let catalogue = try String(contentsOf: file, encoding: .utf8)
    let ids = catalogue.matches(of: /"((?:template|plan)\.[a-z-]+)", \.error/).map { String($0.1) }
    let rows =
      `What is wrong with an expression`.rows + `What is wrong with an element`.rows
      + `What is wrong with the plan`.rows + `What is wrong with the plan`.entries
    let told = rows.flatMap(\.problems).compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count == Set(ids).count)
    #expect(Set(ids).subtracting(told).subtracting(Self.elsewhere) == [])
    #expect(Set(told + Self.elsewhere).subtracting(ids) == [])
  }
}
