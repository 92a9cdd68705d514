import Diagnostics
import Documents
import Templates
import TestSupport
import Testing

@Suite struct `A rich text` {
  @Test(arguments: [
    ("a\nb", "p a|p b"), ("- a\n- b\nc", "list|- p a|- p b|p c"),
    ("1. a\n2) b", "numbered list|- p a|- p b"), ("a **b** c", "p a ‹strong›b‹/› c"),
    ("a ** b", "p a ** b"), ("\n \n", ""), ("12 km\n– l'eau", "p 12~km|list|- p l’eau"),
  ])
  func `is read as people write it in a mail`(text: String, expected: String) throws {
    let found = try lines("<p>{{ x | rich }}</p>", text)
    #expect(found.joined(separator: "|") == expected)
  }

  /// The lines of a document that may name the text as `x`.
  private func lines(_ body: String, _ text: String) throws -> [String] {
    let file = SourceFile(
      id: SourceFile.ID("t.xml"), bytes: Array("<document>\(body)</document>".utf8))
    let fields = TemplateFields([
      RecordType.Field(name: "x", type: .text, meaning: "")
    ])
    let template = try compileTemplate(file, fields: fields)
    return try template.document(
      [.text(text)], titled: "T", at: DocumentPlace(folder: "", stem: "t", formats: [.odt]),
      header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: "")
    ).document.lines
  }

  @Test(arguments: [
    (
      "<text:p text:style-name=\"P\" xml:id=\"i\"><text:span text:style-name=\"T\">"
        + "{{ team | take: 2 | each: 'letter' | rich }}</text:span></text:p>",
      "<text:list text:style-name=\"Puces_i0\"><text:list-item><text:p text:style-name=\"P\">"
        + "<text:span text:style-name=\"T\">A</text:span></text:p></text:list-item>"
        + "<text:list-item><text:p text:style-name=\"P\"><text:span text:style-name=\"T\">B"
        + "</text:span></text:p></text:list-item></text:list>"
    ),
    (
      "<text:p>{{ if basin.isNew }}{{ 'a **b** &amp; c' | rich }}{{ end }}</text:p>",
      "<text:p>a<text:s text:c=\"1\"/><text:span text:style-name=\"Gras_i0\">b</text:span>"
        + "<text:s text:c=\"1\"/>&amp; c</text:p>"
    ),
    (
      "<text:p>Soit {{ team | take: 2 | each: 'letter' | rich }}.</text:p>",
      "<text:p>Soit A B.</text:p>"
    ),
    (
      "<text:h>{{ team | take: 2 | each: 'letter' | rich }}</text:h>", "<text:h>A B</text:h>"
    ),
    ("<text:p>{{ team | take: 0 | each: 'letter' | rich }}</text:p>", ""),
  ])
  func `takes the place of the paragraph in which it stands alone`(
    body: String, expected: String
  ) throws {
    #expect(try rendered(body) == expected)
  }

  @Test func `has the styles of the document, or else brings some`() throws {
    let body = "<text:p>{{ '**a**' | rich }}</text:p>"
    let own = String(decoding: try writerDocument(flatDocument(body)).content, as: UTF8.self)
    #expect(own.contains("style:name=\"Gras_i0\""))
    let styled = flatDocument(body).replacing(
      "<office:styles>",
      with: "<office:styles><style:style style:name=\"Strong_20_Emphasis\" "
        + "style:family=\"text\"/>")
    let made = String(decoding: try writerDocument(styled).content, as: UTF8.self)
    #expect(made.contains("<text:span text:style-name=\"Strong_20_Emphasis\">a</text:span>"))
  }
}
