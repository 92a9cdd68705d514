import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct `Reading XML` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var source: String
    var outline: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "one element", source: "①<a>②</a>", outline: ["<a> ①②"]),
    Case(name: "an empty tag", source: "①<a />②", outline: ["<a> ①②"]),
    Case(
      name: "attributes in the order of the file", source: "①<a  z='③1④' b = \"⑤2⑥\">②</a>",
      outline: ["<a> ①②", "@z=1 ③④", "@b=2 ⑤⑥"]),
    Case(
      name: "attributes over several lines",
      source: "①<a\n  nom=\"③École④\"\n\tville='⑤Évry⑥'\n>②</a>",
      outline: ["<a> ①②", "@nom=École ③④", "@ville=Évry ⑤⑥"]),
    Case(
      name: "a value with nothing in it", source: "①<a b=③\"\"④/>②", outline: ["<a> ①②", "@b= ③④"]),
    Case(
      name: "signs of tags in values", source: "①<a b='③a > b / c④'>②</a>",
      outline: ["<a> ①②", "@b=a > b / c ③④"]),
    Case(
      name: "text and elements in turn", source: "①<a>②③un ④⑤<b>⑥⑦deux⑧</b>⑨ trois⑩</a>",
      outline: ["<a> ①②", " \"un \" ③④", " <b> ⑤⑥", "  \"deux\" ⑦⑧", " \" trois\" ⑨⑩"]),
    Case(
      name: "entities", source: "①<a b='③&lt;&#233;&quot;④'>②⑤R&amp;D &#x20AC;⑥</a>",
      outline: ["<a> ①②", "@b=<é\" ③④", " \"R&D €\" ⑤⑥"]),
    Case(
      name: "CDATA joined with its neighbours", source: "①<a>②③x <![CDATA[<b> & ]]]]>y④</a>",
      outline: ["<a> ①②", " \"x <b> & ]]y\" ③④"]),
    Case(
      name: "CDATA alone", source: "①<a>②<![CDATA[③b④]]></a>", outline: ["<a> ①②", " \"b\" ③④"]),
    Case(name: "empty CDATA", source: "①<a>②<![CDATA[]]></a>", outline: ["<a> ①②"]),
    Case(
      name: "comments and instructions dropped",
      source: "<!-- a --><?x y?>①<a>②③b<!-- c -->d④<?e?></a>\n<!--f-->",
      outline: ["<a> ①②", " \"bd\" ③④"]),
    Case(
      name: "ends of line as one line feed", source: "①<a b='③1\r\n2\n3\r4\t5④'>②⑤u\r\nv\rw⑥</a>",
      outline: ["<a> ①②", "@b=1 2 3 4 5 ③④", " \"u\\10v\\10w\" ⑤⑥"]),
    Case(
      name: "ends of line kept by reference", source: "①<a b='③&#10;&#9;&#13;④'>②⑤&#13;⑥</a>",
      outline: ["<a> ①②", "@b=\\10\\9\\13 ③④", " \"\\13\" ⑤⑥"]),
    Case(
      name: "a byte order mark and a declaration",
      source: "\u{FEFF}<?xml version=\"1.0\" encoding='utf-8'?>\n①<a>②</a>", outline: ["<a> ①②"]),
    Case(
      name: "names as they are written",
      source: "①<o:a xmlns:o=\"③urn:o④\" o:b='⑤1⑥'>②</o:a>",
      outline: ["<o:a> ①②", "@xmlns:o=urn:o ③④", "@o:b=1 ⑤⑥"]),
    Case(
      name: "names with accents", source: "①<élève prénom='③É④'>②</élève>",
      outline: ["<élève> ①②", "@prénom=É ③④"]),
  ])
  func `keeps the place of everything`(_ row: Case) throws {
    let marked = MarkedText(row.source)
    #expect(outline(try parse(marked.file()), in: marked) == row.outline)
  }

  @Test func `gives attributes by name, elements and all text`() throws {
    let marked = MarkedText("<a ①b②=\"③c④\">x<d>y<e/></d><d>z</d>\n</a>")
    let root = try parse(marked.file())
    #expect(root["b"]?.value == "c")
    #expect(marked.place(root["b"]?.span) == "③④")
    #expect(marked.place(root.attribute("b")?.nameSpan) == "①②")
    #expect(root["c"] == nil)
    #expect(root.elements.map(\.name) == ["d", "d"])
    #expect(root.text == "xyz\n")
  }

  struct Run: Sendable, CustomTestStringConvertible {
    var source: String
    var part: String
    var place: String
    var testDescription: String { "\(part) in \(source)" }
  }

  @Test(arguments: [
    Run(source: "<a>abc①def②ghi</a>", part: "def", place: "①②"),
    Run(source: "<a>École ①Évry② é</a>", part: "Évry", place: "①②"),
    Run(source: "<a>x &amp; ①y②</a>", part: "y", place: "①②"),
    Run(source: "<a>x ①&amp;② y</a>", part: "&", place: "①②"),
    Run(source: "<a>x ①&amp; y②</a>", part: "& y", place: "①②"),
    Run(source: "<a>①x &#233;② y</a>", part: "x é", place: "①②"),
    Run(source: "<a>&#x20AC;&#x20AC;①€ y②</a>", part: "€ y", place: "①②"),
    Run(source: "<a>u\r\nv ①w② x</a>", part: "w", place: "①②"),
    Run(source: "<a>u①\r\n②v w x</a>", part: "\n", place: "①②"),
    Run(source: "<a>u <![CDATA[<①v②]]> x</a>", part: "v", place: "①②"),
    Run(source: "<a>①u <![CDATA[<v② w]]> x</a>", part: "u <v", place: "①②"),
    Run(source: "<a>u<!-- t --> ①t② v</a>", part: "t", place: "①②"),
    Run(source: "<a>①u<!-- t --> t② v</a>", part: "u t", place: "①②"),
  ])
  func `finds a part of a text where it stands in the file`(_ row: Run) throws {
    let marked = MarkedText(row.source)
    guard case .text(let text) = try parse(marked.file()).children.first else {
      Issue.record("no text")
      return
    }
    let whole = Array(text.string.utf8)
    let part = Array(row.part.utf8)
    let start = try #require(
      (0...(whole.count - part.count)).last { whole[$0..<$0 + part.count] == part[...] })
    #expect(marked.place(text.span(ofUTF8: start..<start + part.count)) == row.place)
  }

  @Test func `shows a letter for an empty run`() throws {
    let marked = MarkedText("<a b='①É②&amp;③x④'/>")
    let value = try #require(try parse(marked.file()).attribute("b")).value
    #expect(marked.place(value.span(ofUTF8: 0..<0)) == "①②")
    #expect(marked.place(value.span(ofUTF8: 1..<1)) == "①②")
    #expect(marked.place(value.span(ofUTF8: 2..<2)) == "②③")
    #expect(marked.place(value.span(ofUTF8: 4..<4)) == "③④")
    #expect(marked.place(value.span(ofUTF8: 90..<99)) == "③④")
  }
}
