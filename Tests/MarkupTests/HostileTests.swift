import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct `Hostile XML` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var problem: String
    var place: Range<Int>
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ problem: String, _ place: Range<Int>) {
      self.name = name
      self.bytes = bytes
      self.problem = problem
      self.place = place
    }
  }

  private static let bomb = """
    <?xml version="1.0"?>
    <!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>
    <a>&d;</a>
    """

  static let cases = [
    Case("an empty file", [], "xml.empty", 0..<0),
    Case("white space", Array(" \n\t\r\n".utf8), "xml.empty", 0..<0),
    Case("a byte order mark alone", [0xEF, 0xBB, 0xBF], "xml.empty", 0..<0),
    Case("a zero byte", Array("<a>\0</a>".utf8), "xml.nul", 3..<4),
    Case("a control character", Array("<a>\u{8}</a>".utf8), "xml.control-character", 3..<4),
    Case("U+FFFF", Array("<a>\u{FFFF}</a>".utf8), "xml.control-character", 3..<6),
    Case("Latin-1", Array("<a>".utf8) + [0xE9] + Array("</a>".utf8), "xml.encoding", 3..<4),
    Case("a lone surrogate", [0x3C, 0x61, 0x3E, 0xED, 0xA0, 0x80, 0x3C], "xml.encoding", 3..<4),
    Case("an overlong sign", [0x3C, 0x61, 0x3E, 0xC0, 0xBC, 0x3C], "xml.encoding", 3..<4),
    Case("an overlong euro", [0x3C, 0x61, 0x3E, 0xF0, 0x82, 0x82, 0xAC], "xml.encoding", 3..<4),
    Case("beyond Unicode", [0x3C, 0x61, 0x3E, 0xF4, 0x90, 0x80, 0x80], "xml.encoding", 3..<4),
    Case("a letter cut off", [0x3C, 0x61, 0x3E, 0xC3], "xml.encoding", 3..<4),
    Case("UTF-16 with a mark", [0xFF, 0xFE, 0x3C, 0, 0x61, 0], "xml.encoding", 0..<0),
    Case("UTF-16 without", [0, 0x3C, 0, 0x61], "xml.encoding", 0..<0),
    Case(
      "a declared ISO-8859-1", Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8),
      "xml.encoding", 30..<40),
    Case("a bomb of entities", Array(bomb.utf8), "xml.doctype", 22..<35),
    Case(
      "an external entity",
      Array("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".utf8),
      "xml.doctype", 0..<13),
    Case("a web page", Array("<!doctype html><html></html>".utf8), "xml.doctype", 0..<15),
    Case(
      "10,000 levels", Array((String(repeating: "<a>", count: 10_000)).utf8), "xml.too-deep",
      600..<603),
    Case(
      "10,000 levels, all closed",
      Array(
        (String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)).utf8),
      "xml.too-deep", 600..<603),
    Case(
      "a thousand attributes",
      Array(("<a" + (100...1100).map { " a\($0)=''" }.joined() + "/>").utf8),
      "xml.too-many-attributes", 1603..<1607),
  ]

  @Test(arguments: cases)
  func `is refused, with the place`(_ row: Case) throws {
    let problems = diagnostics(row.bytes)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.id.text == row.problem)
    #expect(problem.span?.bytes == row.place)
  }

  @Test func `may be as deep as the limit`() {
    let fits = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    #expect(diagnostics(Array(fits.utf8)) == [])
  }

  @Test func `of 100 MB is refused unread`() {
    let problems = diagnostics([UInt8](repeating: 0x3C, count: 100_000_000))
    #expect(problems.map(\.id.text) == ["xml.too-large"])
  }

  @Test func `with too many nodes is refused`() {
    let limits = XMLLimits(nodes: 5)
    #expect(diagnostics(Array("<a b=''>c<d/>e</a>".utf8), limits: limits) == [])
    let problems = diagnostics(Array("<a b=''>c<d/>e<f/></a>".utf8), limits: limits)
    #expect(problems.map(\.id.text) == ["xml.too-many-nodes"])
  }

  @Test(arguments: Seed.first(40))
  func `nonsense is refused and nothing worse`(_ seed: Seed) {
    var generator = seed.generator
    let nonsense = (0..<65_536).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(!diagnostics(nonsense).isEmpty)
    #expect(!diagnostics(nonsense.map { 0x20 + $0 % 0x5F }).isEmpty)
  }

  /// Nonsense of the right words comes further than nonsense of bytes.
  @Test(arguments: Seed.first(300))
  func `nonsense of markup is read by both readers or by none`(_ seed: Seed) {
    var generator = seed.generator
    let words = [
      "<a", "<b", ">", "/>", "</a>", "</b>", " c='", "d=\"", "'", "\"", "&amp;", "&#233;", "&#",
      "&",
      "é", "\r\n", "\n", "]]>", "<![CDATA[", "<!--", "-->", "--", "<?x", "?>", "<", " ", "x:", "=",
      "\u{1F600}", "<a>", "<b>", "<a/>", "text", "<?xml",
    ]
    let count = Int.random(in: 1...60, using: &generator)
    var text = "<a>"
    for _ in 0..<count { text += words.randomElement(using: &generator) ?? "" }
    for tail in ["", "</a>"] {
      let problems = diagnostics(Array((text + tail).utf8))
      // What libxml2 alone refuses would show that our reader lets too much pass.
      #expect(!problems.contains { $0.id.text == "xml.malformed" }, "\(text + tail)")
    }
  }
}
