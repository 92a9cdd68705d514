import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct `Writing markup` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var markup: String
    var value: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ markup: String, value: String? = nil) {
      self.text = text
      self.markup = markup
      self.value = value ?? markup
    }
  }

  @Test(arguments: [
    Case("", ""),
    Case("Arts & sciences", "Arts &amp; sciences"),
    Case("a<b>c", "a&lt;b&gt;c"),
    Case("l’élève", "l’élève"),
    Case("\"oui\"", "\"oui\"", value: "&quot;oui&quot;"),
    Case("l'oral", "l'oral"),
    Case("a\tb\nc\rd", "a\tb\nc&#13;d", value: "a&#9;b&#10;c&#13;d"),
    Case("a\0b\u{1B}c", "a\u{FFFD}b\u{FFFD}c"),
    Case("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
    Case("\u{FEFF}\u{FFFD}\u{F000}", "\u{FEFF}\u{FFFD}\u{F000}"),
    Case(
      "une phrase de plus de seize signes & une autre",
      "une phrase de plus de seize signes &amp; une autre"),
    Case("seize signes ici&", "seize signes ici&amp;"),
    Case("\u{1F600}&&&&", "\u{1F600}&amp;&amp;&amp;&amp;"),
  ])
  func `escapes text and values, and no more than that`(_ row: Case) {
    var writer = MarkupWriter(reserving: 100)
    writer.text(row.text)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == row.markup)
    var tag = MarkupWriter()
    tag.attribute("title", row.text)
    #expect(String(decoding: tag.finish(), as: UTF8.self) == " title=\"\(row.value)\"")
  }

  @Test(arguments: [0, 7, 10, 2014, -45, Int.max, Int.min])
  func `writes numbers`(_ number: Int) {
    var writer = MarkupWriter()
    writer.number(number)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == "\(number)")
  }

  @Test func `takes over finished fragments as they are`() {
    var part = MarkupWriter()
    part.markup("<b>é</b>")
    let fragment = part.finishFragment()
    var page = MarkupWriter()
    page.markup("<p>")
    page.append(fragment)
    page.append(fragment)
    page.markup("</p>")
    #expect(String(decoding: page.finish(), as: UTF8.self) == "<p><b>é</b><b>é</b></p>")
  }

  @Test func `writes a tree as it was read`() throws {
    let source = "<o:a xmlns:o=\"u\" b=\"1\"><c/>&amp;<d>é</d>\n</o:a>"
    var writer = MarkupWriter()
    writer.element(try parse(SourceFile(id: SourceFile.ID("a.xml"), bytes: Array(source.utf8))))
    #expect(String(decoding: writer.finish(), as: UTF8.self) == source)
  }

  @Test(arguments: Seed.first(200))
  func `escaped text parses back to itself and holds no tag`(_ seed: Seed) throws {
    var generator = seed.generator
    let text = randomText(&generator, count: Int.random(in: 0...200, using: &generator))
    var writer = MarkupWriter()
    writer.text(text)
    let escaped = writer.finish()
    #expect(!escaped.contains(UInt8(ascii: "<")))

    var page = MarkupWriter()
    page.markup("<a")
    page.attribute("b", text)
    page.markup(">")
    page.text(text)
    page.markup("</a>")
    let root = try parse(SourceFile(id: SourceFile.ID("a.xml"), bytes: page.finish()))
    #expect(Array(root.text.utf8) == Array(text.utf8))
    #expect(root["b"].map { Array($0.value.utf8) } == Array(text.utf8))
  }

  @Test(arguments: Seed.first(100))
  func `a tree that is written parses back to itself`(_ seed: Seed) throws {
    var generator = seed.generator
    let source = randomDocument(&generator)
    let tree = try parse(SourceFile(id: SourceFile.ID("a.xml"), bytes: Array(source.utf8)))
    var writer = MarkupWriter()
    writer.element(tree)
    let bytes = writer.finish()
    let again = try parse(SourceFile(id: SourceFile.ID("a.xml"), bytes: bytes))
    #expect(outline(again) == outline(tree))
    var second = MarkupWriter()
    second.element(again)
    #expect(second.finish() == bytes)
  }
}

/// Text with all that is hard: signs of markup, ends of line, letters of one to four bytes.
private func randomText(_ generator: inout SplitMix64, count: Int) -> String {
  let letters: [Unicode.Scalar] = [
    "a", "b", " ", "\n", "\t", "\r", "&", "<", ">", "\"", "'", "]", "é", "’", "\u{A0}", "€",
    "\u{F000}", "\u{1F600}", "-", ";",
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<count { text.append(letters.randomElement(using: &generator) ?? "a") }
  return String(text)
}

/// A well-formed document, written by hand here so that the writer does not test itself.
private func randomDocument(_ generator: inout SplitMix64) -> String {
  var source = "<?xml version=\"1.0\"?>\n<root"
  var open = ["root"]
  var isInTag = true
  for step in 0..<Int.random(in: 1...60, using: &generator) {
    switch Int.random(in: 0..<(isInTag ? 2 : 7), using: &generator) {
    case 0 where isInTag: source += "\n a\(step)='\(reference(&generator))&quot;É'"
    case 1 where isInTag:
      source += ">"
      isInTag = false
    case 0, 1:
      source += "<é\(step)"
      open.append("é\(step)")
      isInTag = true
    case 2 where open.count > 1: source += "</\(open.removeLast())>"
    case 3: source += "<![CDATA[<&]\r\n]]>"
    case 4: source += "<!-- \(step) --><?p \(step)?>"
    case 5: source += reference(&generator)
    default: source += "texte\r\n "
    }
  }
  if isInTag { source += ">" }
  for name in open.reversed() { source += "</\(name)>" }
  return source
}

private func reference(_ generator: inout SplitMix64) -> String {
  ["&amp;", "&lt;", "&#10;", "&#xD;", "&#x1F600;", "&apos;"].randomElement(using: &generator) ?? ""
}
