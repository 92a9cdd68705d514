import Diagnostics
import Documents
import Templates
import TestSupport
import Testing

// Many rows as pages of one document.

private let fields = TemplateFields([
  .init(name: "year", type: .text, meaning: ""), .init(name: "name", type: .text, meaning: ""),
])

private let rows: [[Value]] = ["a", "b", "c"].map { [.text("2015"), .text($0)] }

private func compiled(_ text: String, _ name: String) throws -> LooseTemplate {
  try compileTemplate(
    SourceFile(id: SourceFile.ID(name), bytes: Array(text.utf8)), fields: fields,
    gathering: .together(changing: 1))
}

private func pages(_ template: LooseTemplate) throws -> LooseDocument {
  try template.pages(
    rows.map { ($0, nil) }, titled: "t", at: DocumentPlace(folder: "", stem: "t", formats: [.odt]),
    header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""))
}

/// The document's text from its body on, and its automatic styles.
private func content(_ text: String) throws -> (styles: String, body: String) {
  let office = try #require(try pages(try compiled(text, "l.fodt")).office)
  let content = String(decoding: office.content, as: UTF8.self)
  let start = try #require(content.firstRange(of: "<office:text>"))
  let end = try #require(content.firstRange(of: "</office:text>"))
  return (
    String(content[..<start.lowerBound]), String(content[start.upperBound..<end.lowerBound])
  )
}

private let pageBreak = "<text:p text:style-name=\"Nouvelle_page_de_liste\"/>"

@Suite struct `Many rows in one document` {
  @Test func `of the vocabulary stand each after a page break`() throws {
    let document = try pages(
      try compiled("<document kind=\"letter\"><p>{{ name }}</p></document>", "t.xml")
    ).document
    #expect(document.lines.filter { $0.hasPrefix("p ") } == ["p a", "p b", "p c"])
    #expect(document.body.filter { $0 == .pageBreak }.count == 2)
  }

  @Test func `of Writer repeat the body, with names that stand once`() throws {
    let (styles, body) = try content(
      flatDocument(
        """
        <text:p>{{ name }}</text:p><table:table table:name="T"><table:table-row>\
        <table:table-cell><text:p>{{ if name == 'b' }}b{{ else }}x{{ end }}</text:p>\
        </table:table-cell></table:table-row></table:table>
        """))
    let texts = ["a", "b", "c"].enumerated().map { index, name in
      """
      <text:p>\(name)</text:p><table:table table:name="T\(index == 0 ? "" : " \(index + 1)")">\
      <table:table-row><table:table-cell><text:p>\(name == "b" ? "b" : "x")</text:p>\
      </table:table-cell></table:table-row></table:table>
      """
    }
    #expect(body == texts.joined(separator: pageBreak))
    #expect(styles.contains("style:name=\"Nouvelle_page_de_liste\""))
    #expect(styles.ranges(of: "office:automatic-styles").count == 2)
  }

  @Test func `begin a page by their own style where it does so`() throws {
    let text = flatDocument(
      "<text:p>{{ if year == '2015' }}</text:p><text:p text:style-name=\"P1\">{{ name }}</text:p>"
        + "<text:p>{{ end }}</text:p>"
    ).replacing(
      "<office:automatic-styles>",
      with: "<office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\" "
        + "style:master-page-name=\"Standard\"/>")
    let (styles, body) = try content(text)
    #expect(
      body == ["a", "b", "c"].map { "<text:p text:style-name=\"P1\">\($0)</text:p>" }.joined())
    #expect(!styles.contains("Nouvelle_page_de_liste"))
  }

  @Test func `share the header, which can name no column`() throws {
    let text = flatDocument("<text:p>{{ name }}</text:p>", header: "<text:p>{{ year }}</text:p>")
    let office = try #require(try pages(try compiled(text, "l.fodt")).office)
    #expect(String(decoding: office.styles ?? [], as: UTF8.self).contains("<text:p>2015</text:p>"))
    let error = try #require(throws: Stopped.self) {
      _ = try compiled(text.replacing("{{ year }}", with: "{{ name }}"), "l.fodt")
    }
    #expect(error.diagnostics.map(\.id.text) == ["template.unknown-name"])
    #expect(error.diagnostics[0].help.last?.english.hasPrefix("in one document") == true)
  }

  @Test(arguments: [
    ["<draw:frame draw:name=\"F\"/><text:p/>", "template.frame-of-page"], ["", "template.empty"],
  ])
  func `refuse what cannot be repeated`(_ row: [String]) throws {
    let error = try #require(throws: Stopped.self) {
      _ = try compiled(flatDocument(row[0]), "l.fodt")
    }
    #expect(error.diagnostics.map(\.id.text) == [row[1]])
  }
}
