import Diagnostics
import TestSupport
import Testing

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
    #expect(
      problems.map { "\($0.id.text) \(last.place($0.span))" } == ["template.include-cycle ①②"])
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

  /// Each of eighteen partials includes the next twice: a quarter of a million in all.
  @Test func `partials that double at each step`() throws {
    var texts = ["t.xml": "<document><include template='p0.xml'/></document>"]
    for index in 0..<18 {
      let next = "<include template='p\(index + 1).xml'/>"
      texts["p\(index).xml"] = "<partial>\(next)\(next)</partial>"
    }
    texts["p18.xml"] = "<partial><p>a</p></partial>"
    let problems = try TemplateFolder(texts).problems()
    #expect(problems.map(\.id.text) == ["template.too-many-inclusions"])
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
      #expect(problems.map(\.id.text) == ["kitplan.missing-file"])
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
    #expect(
      Set(problems.compactMap(\.span?.file.path)) == ["KitTemplates/a.xml", "KitTemplates/t.xml"])
  }
}
