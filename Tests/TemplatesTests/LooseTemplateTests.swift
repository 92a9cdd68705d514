import Diagnostics
import Documents
import Templates
import TestSupport
import Testing

// One template with fields that the test gives, of either kind.

private let mayors = TemplateFields([
  .init(name: "name", type: .text, meaning: ""), .init(name: "places", type: .number, meaning: ""),
  .init(
    name: "schools",
    type: .list(
      .record(
        RecordType(
          name: "school", fields: [RecordType.Field(name: "city", type: .text, meaning: "")]))),
    meaning: ""),
])

private let values: [Value] = [
  .text("Mme Roy & fils"), .number(1250),
  .list([.record([.text("Évry")]), .record([.text("Massy")])]),
]

private func compiled(
  _ text: String, _ name: String = "t.xml", partials: [String: String] = [:],
  _ fields: TemplateFields = mayors
) throws -> LooseTemplate {
  let files = partials.map { path, text in
    (path, SourceFile(id: SourceFile.ID("KitTemplates/\(path)"), bytes: Array(text.utf8)))
  }
  return try compileTemplate(
    SourceFile(id: SourceFile.ID(name), bytes: Array(text.utf8)),
    in: Dictionary(uniqueKeysWithValues: files), fields: fields)
}

private func made(
  _ template: LooseTemplate, _ values: [Value] = values, of kit: KitValues? = nil
) throws -> LooseDocument {
  try template.document(
    values, of: kit, titled: "Lettre", at: DocumentPlace(folder: "", stem: "l", formats: [.odt]),
    header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""))
}

private let loop =
  "{{ for school in schools }}{{ school.city }}, {{ end }}{{ places }} : {{ name }}"

@Suite struct `A template apart from any kit` {
  @Test func `of the vocabulary takes the fields that it is given`() throws {
    let template = try compiled(
      """
      <document kind="letter"><p>{{ name }}</p><p for="school in schools">{{ school.city }}</p>\
      <include template="partials/p.xml"/></document>
      """, partials: ["partials/p.xml": "<partial><p>{{ places }}</p></partial>"])
    let document = try made(template).document
    #expect(document.lines == ["p Mme Roy & fils", "p Évry", "p Massy", "p 1¬250"])
    #expect(document.kind == .letter)
    #expect(document.title == "Lettre")
  }

  @Test func `of Writer takes them too`() throws {
    let template = try compiled(flatDocument("<text:p>\(loop)</text:p>"), "l.fodt")
    let office = try #require(try made(template).office)
    let content = String(decoding: office.content, as: UTF8.self)
    #expect(
      content.contains("<text:p>Évry, Massy, 1\u{202F}250\u{A0}: Mme Roy &amp; fils</text:p>"))
  }

  @Test(arguments: [
    ("t.xml", "<document><p>{{ name }}</p><p for=\"s in schools\"/></document>"),
    ("l.fodt", flatDocument("<text:p>{{ if name == 'a' }}a{{ end }}{{ schools | size }}</text:p>")),
  ])
  func `says which fields it never asks for`(_ name: String, _ text: String) throws {
    #expect(try compiled(text, name).unusedFields == ["places"])
  }

  @Test func `refuses a name that is no field, and the kit’s when there is none`() throws {
    let error = try #require(throws: Stopped.self) {
      _ = try compiled("<document><p>{{ nam }}</p><p>{{ basin.name }}</p></document>")
    }
    #expect(error.diagnostics.map(\.id.text) == ["template.unknown-name", "template.unknown-name"])
    #expect(error.diagnostics[0].help.map(\.english) == ["did you mean `name`?"])
  }

  @Test func `sees the kit’s fields beside its own, which hide them`() throws {
    let fields = TemplateFields(
      [.init(name: "edition", type: .text, meaning: "")], hasKit: true)
    let text = "<document><p>{{ basin.de }}, {{ edition }}, {{ document.title }}</p></document>"
    let kit = KitValues(brief: try TestBasin.new.brief(), stamp: .test)
    let document = try made(try compiled(text, fields), [.text("cette année")], of: kit).document
    #expect(document.lines == ["p d’Antony, cette année, Lettre"])
  }

  @Test func `says that a row does not fill its table`() throws {
    let template = try compiled(
      "<document><table><column/><column/><row><cell for=\"s in schools\"/></row></table></document>"
    )
    _ = try made(template)
    let error = try #require(throws: Stopped.self) {
      _ = try made(template, [.text(""), .number(0), .list([])])
    }
    #expect(error.diagnostics.map(\.id.text) == ["template.ragged-row"])
  }
}

/// With other fields and no more.
private func compiled(_ text: String, _ fields: TemplateFields) throws -> LooseTemplate {
  try compiled(text, "t.xml", fields)
}
