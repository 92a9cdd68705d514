import Diagnostics
import Documents
import Foundation
import Templates
import TestSupport
import Testing

@Suite struct `Any text as a template` {
  /// Either documents come out or a reason why not; nothing traps.
  private func read(_ folder: TemplateFolder) throws -> [String] {
    let brief = try TestBasin.new.brief()
    do throws(Stopped) {
      return try compose(folder.compiled(), brief: brief, stamp: .test).documents.flatMap(\.lines)
    } catch {
      #expect(error.diagnostics.hasErrors)
      return error.diagnostics.map(\.id.text)
    }
  }

  @Test(arguments: Seed.first(8))
  func `of 64 KiB of nonsense is answered`(_ seed: Seed) throws {
    var generator = seed.generator
    let bytes = generator.bytes(count: 65_536)
    _ = try read(TemplateFolder(bytes: ["t.xml": bytes]))
    _ = try read(TemplateFolder(bytes: ["t.xml": Array("<document/>".utf8), "kit.xml": bytes]))
    _ = try read(
      TemplateFolder(bytes: ["t.xml": Array("<document/>".utf8), "LISEZ-MOI.txt": bytes]))
  }

  /// Well-formed, of known words, in no order that makes sense.
  @Test(arguments: Seed.first(40))
  func `of known words in any order is answered`(_ seed: Seed) throws {
    var soup = Soup(generator: seed.generator)
    let body = soup.text(bytes: seed.value % 8 == 0 ? 65_536 : 2_000)
    _ = try read(
      TemplateFolder([
        "t.xml": "<document>\(body)</document>",
        "p.xml": "<partial>\(soup.text(bytes: 400))</partial>",
      ]))
  }

  @Test(arguments: Seed.first(200))
  func `in an expression is answered`(_ seed: Seed) throws {
    var generator = seed.generator
    let bytes = generator.bytes(count: 60)
    let text = String(decoding: bytes, as: UTF8.self)
    let signs = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0xFFFE }
    let escaped = String(String.UnicodeScalarView(signs)).replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;")
    var soup = Soup(generator: generator)
    for text in [escaped, soup.expression(words: 12)] {
      let quoted = text.replacing("\"", with: "&quot;")
      _ = try read(
        TemplateFolder([
          "t.xml": """
          <document><p>{{\(text)}}</p><p if="\(quoted)">a</p><p for="\(quoted)">a</p></document>
          """
        ]))
    }
  }

  struct Long: Sendable, CustomTestStringConvertible {
    let head: String
    let repeated: String
    let tail: String
    let problem: String

    var testDescription: String { "\(head)\(repeated)…\(tail)" }
  }

  @Test(arguments: [
    Long(head: "", repeated: "true or ", tail: "true", problem: "template.expression-too-long"),
    Long(head: "", repeated: "true and ", tail: "true", problem: "template.expression-too-long"),
    Long(head: "'a'", repeated: " | upper", tail: "", problem: "template.expression-too-long"),
    Long(
      head: "'a'", repeated: " | default: 'a'", tail: "", problem: "template.expression-too-long"),
    Long(head: "", repeated: "not ", tail: "true", problem: "template.expression-too-deep"),
    Long(head: "", repeated: "(", tail: "1", problem: "template.expression-too-deep"),
    Long(head: "basin", repeated: ".name", tail: "", problem: "template.no-fields"),
    Long(head: "1", repeated: " == 1", tail: "", problem: "template.unexpected"),
  ])
  func `of 64 KiB in one expression is answered`(_ row: Long) throws {
    let repeats = String(repeating: row.repeated, count: 65_536 / row.repeated.utf8.count)
    let expression = row.head + repeats + row.tail
    let found = try read(
      TemplateFolder(["t.xml": "<document><p>{{ \(expression) }}</p></document>"]))
    #expect(found == [row.problem])
  }

  @Test(arguments: ["block", "section title='a'", "list><item", "callout kind='todo'"])
  func `nested a hundred deep is composed`(_ element: String) throws {
    let names = element.split(separator: "><").map { String($0.split(separator: " ")[0]) }
    let depth = 99 / names.count
    let closing = names.reversed().map { "</\($0)>" }.joined()
    let found = try lines(
      String(repeating: "<\(element)>", count: depth) + "<p>a</p>"
        + String(repeating: closing, count: depth))
    #expect(found.last?.hasSuffix("p a") == true)
  }

  @Test func `nested through partials is answered`() throws {
    let depth = 50
    func wrapped(_ inner: String) -> String {
      String(repeating: "<block>", count: depth) + inner
        + String(repeating: "</block>", count: depth)
    }
    var texts = ["t.xml": "<document>\(wrapped("<include template='p1.xml'/>"))</document>"]
    for index in 1..<19 {
      texts["p\(index).xml"] =
        "<partial>\(wrapped("<include template='p\(index + 1).xml'/>"))</partial>"
    }
    texts["p19.xml"] = "<partial><p>a</p></partial>"
    #expect(try read(TemplateFolder(texts)) == ["template.nested-too-deep"])
  }
}

@Suite struct `Composing` {
  @Test(arguments: [TestBasin.new, .experienced])
  func `the real templates gives the same twice`(_ basin: TestBasin) throws {
    let folder = try TemplateFolder(bytes: realTemplates())
    let first = try folder.composed(for: basin)
    let second = try folder.composed(for: basin)
    #expect(first.documents == second.documents)
    #expect(first.readMe == second.readMe)
    #expect(first.blanks == second.blanks)
    #expect(first.outline == second.outline)
    #expect(first.documents.count > 10)
  }

  @Test(arguments: Seed.first(4))
  func `does not depend on the order of the files`(_ seed: Seed) throws {
    var generator = seed.generator
    let texts = [
      "t.xml":
        "<document><p>{{ basin.name }} <blank name='a'/></p><include template='p.xml'/></document>",
      "p.xml": "<partial><p>{{ kit.blankCount }}</p></partial>",
    ]
    let expected = try TemplateFolder(texts).composed()
    var folder = TemplateFolder(texts)
    let files = folder.files.shuffled(using: &generator)
    folder.files = Dictionary(uniqueKeysWithValues: files)
    #expect(try folder.composed().documents == expected.documents)
  }

  private func realTemplates() throws -> [String: [UInt8]] {
    let folder = root.appending(path: "KitTemplates")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var files: [String: [UInt8]] = [:]
    let endings = [".xml", ".fodt", ".txt"]
    for path in paths where endings.contains(where: path.hasSuffix) {
      files[path] = Array(try Data(contentsOf: folder.appending(path: path)))
    }
    return files
  }
}

/// Random text of the template language: every piece is known, and hardly anything makes sense.
private struct Soup {
  var generator: SplitMix64
  private var depth = 0

  init(generator: SplitMix64) { self.generator = generator }

  private static let elements = [
    "section", "p", "list", "item", "checklist", "check", "facts", "fact", "table", "column",
    "head",
    "row", "cell", "callout", "form", "field", "choice", "slip", "letter", "sender", "addressee",
    "line", "subject", "call", "closing", "signature", "page-break", "block", "include", "strong",
    "em", "sup", "a", "blank", "br", "box", "span", "document", "kit",
  ]
  private static let attributes = [
    "title", "name", "label", "look", "kind", "source", "caption", "share", "span", "lines",
    "break",
    "numbered", "heading", "align", "to", "href", "file", "template", "for", "if",
  ]
  private static let words = [
    "basin", "team", "phases", "plan", "kit", "x", "loop", ".", ".", "name", "title", "weeks", "id",
    "|", "|", "upper", "default", "listed", "where", "sort", "take", "count", "size", "known", ":",
    ",", "'id'", "'title'", "'a'", "12", "0", "true", "false", "and", "or", "not", "(", ")", "==",
    "!=", "&lt;", ">=", "in", "in", "é", "{{", "}}",
  ]
  private static let values = [
    "lead", "yes", "todo", "experience", "2", "rest", "p.xml", "t.xml", "accueil", "before",
    "center",
    "x in team", "x in team | take: 2", "true", "team | any", "{{ basin.name }}", "",
  ]

  mutating func text(bytes: Int) -> String {
    var text = ""
    while text.utf8.count < bytes { text += element() }
    return text
  }

  private mutating func element() -> String {
    let name = pick(Self.elements)
    var attributes: [String: String] = [:]
    for _ in 0..<Int.random(in: 0..<4, using: &generator) {
      attributes[pick(Self.attributes)] = pick(Self.values)
    }
    let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }
      .joined()
    depth += 1
    defer { depth -= 1 }
    let count = depth > 7 ? 0 : Int.random(in: 0..<5, using: &generator)
    let children = (0..<count).map { _ -> String in
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: "a "
      case 1: "{{ \(expression(words: 3)) }}"
      default: element()
      }
    }
    return "<\(name)\(written)>\(children.joined())</\(name)>"
  }

  mutating func expression(words: Int) -> String {
    (0..<Int.random(in: 0...words, using: &generator)).map { _ in pick(Self.words) }
      .joined(separator: " ")
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &generator)]
  }
}
