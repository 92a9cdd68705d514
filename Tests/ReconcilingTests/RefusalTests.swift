import Diagnostics
import Markup
import Reconciling
import TestSupport
import Testing

@Suite struct `A document that came back` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var body = "<text:p>a</text:p>"
    var files: [String: String] = [:]
    let id: String

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "with macros", files: ["Basic/Standard/Module1.xml": "<a/>"], id: "office.macro"),
    Case(
      name: "with a button's macro",
      body: """
        <text:p><text:a xlink:href="vnd.sun.star.script:a?language=Basic">a</text:a></text:p>
        """, id: "office.macro"),
    Case(
      name: "with a picture from elsewhere",
      body: """
        <text:p><draw:frame><draw:image xlink:href="https://example.org/a.png"/></draw:frame></text:p>
        """, id: "reconcile.foreign-content"),
    Case(
      name: "with a picture of the machine's own",
      body: """
        <text:p><draw:frame><draw:image xlink:href="../a.png"/></draw:frame></text:p>
        """, id: "reconcile.foreign-content"),
    Case(
      name: "with corrections under way",
      body: """
        <text:tracked-changes><text:changed-region/></text:tracked-changes><text:p>a</text:p>
        """, id: "reconcile.tracked-changes"),
    Case(
      name: "with a spreadsheet in it",
      body: """
        <text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>
        """, id: "reconcile.embedded-object"),
    Case(name: "with broken markup", body: "<text:p>a", id: "xml.mismatched-tag"),
    Case(
      name: "with an entity", body: "<text:p>&a;</text:p>", id: "xml.undefined-entity"),
  ])
  func `is refused where merging would lose or let in something`(_ row: Case) throws {
    var theirs = SmallDocument(row.body)
    theirs.files = row.files
    let base = try SmallDocument(paragraphs: ["a"]).file("base.odt")
    let file = try theirs.file("theirs.odt")
    let stopped = try #require(throws: Stopped.self) { try ReturnedDocument(file, base: base) }
    #expect(stopped.diagnostics.map(\.id.text) == [row.id])
  }

  @Test func `may hold links that a person follows`() throws {
    let theirs = SmallDocument(
      #"<text:p><text:a xlink:href="https://example.org/">a</text:a></text:p>"#)
    let base = try SmallDocument(paragraphs: ["a"]).file("base.odt")
    #expect(try ReturnedDocument(theirs.file("theirs.odt"), base: base).isChanged)
  }

  @Test(arguments: Seed.first(20))
  func `never traps, whatever its bytes are`(_ seed: Seed) throws {
    var generator = seed.generator
    let base = try SmallDocument(paragraphs: ["a"]).file("base.odt")
    var bytes = try SmallDocument(paragraphs: ["a", "b"]).file("theirs.odt").bytes
    for _ in 0..<4 {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
    }
    let file = named("theirs.odt", bytes)
    do {
      let returned = try ReturnedDocument(file, base: base)
      _ = try returned.merged(with: base)
    } catch let stopped as Stopped {
      #expect(!stopped.diagnostics.isEmpty)
    }
  }

  @Test func `beside a base that is no document is refused too`() throws {
    let theirs = try SmallDocument(paragraphs: ["a"]).file("theirs.odt")
    let forged = named("content.xml", Array("<a/>".utf8))
    let stopped = try #require(throws: Stopped.self) {
      try ReturnedDocument(theirs, content: forged, styles: forged)
    }
    #expect(stopped.diagnostics.map(\.id.text) == ["reconcile.no-body"])
  }
}
