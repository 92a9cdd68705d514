import Templates
import TestSupport
import Testing

/// Saved by LibreOffice 7.4: comments over a word and over a row, a partial with styles of its own
/// under the same names, a rich text.
@Suite struct `A letter that LibreOffice saved` {
  @Test func `takes its comments as directives and a partial with its styles`() throws {
    let files = try RepositoryInputs.files(under: "Tests/Fixtures/Writer", endings: ["fodt"])
    let entry = TemplateFolder.entry("lettre", "formats=\"odt\"", template: "l.fodt")
    let folder = TemplateFolder(bytes: [
      "kit.xml": Array(TemplateFolder.plan(entry).utf8),
      "t.xml": Array("<document/>".utf8),
      "l.fodt": try #require(files["commentaires.fodt"]),
      "signature.fodt": try #require(files["signature.fodt"]),
    ])
    let document = try #require(try folder.composed().officeDocuments.values.first)
    let content = String(decoding: document.content, as: UTF8.self)
    let start = try #require(content.firstRange(of: "<office:automatic-styles>"))
    let end = try #require(content.firstRange(of: "</office:text>"))
    try expectGolden(
      content[start.lowerBound..<end.lowerBound] + "\n", "Templates/writer-comments.xml")
    #expect(document.styles == nil, "styles are the same in all documents")
  }
}
