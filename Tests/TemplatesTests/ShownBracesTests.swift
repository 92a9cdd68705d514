import Diagnostics
import Documents
import Templates
import TestSupport
import Testing

private let fields = TemplateFields([.init(name: "name", type: .text, meaning: "")])

private func line(_ text: String) throws -> String {
  let source = "<document><p>\(text)</p></document>"
  let file = SourceFile(id: SourceFile.ID("t.xml"), bytes: Array(source.utf8))
  let made = try compileTemplate(file, fields: fields).document(
    [.text("{{ x }}")], titled: "", at: DocumentPlace(folder: "", stem: "t", formats: [.odt]),
    header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""))
  return try #require(made.document.lines.first)
}

@Suite struct `Braces between quotes` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var line: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "{{ '{{' }} a {{ '}}' }}", line: "p {{ a }}"),
    Case(text: "{{ '{{ basin.name }}' }}", line: "p {{ basin.name }}"),
    Case(text: "{{ ‘{{ a }}’ }}", line: "p {{ a }}"),
    Case(text: "{{ « {{ a | default: 'b' }} » }}", line: "p {{ a | default: 'b' }}"),
    Case(text: "{{ « {{ '{{ a }}' }} » }}", line: "p {{ '{{ a }}' }}"),
    Case(
      text: "{{ '{{ for a in b }} … {{ end }}' | upper }}", line: "p {{ FOR A IN B }} … {{ END }}"),
    Case(text: "{{ name }}", line: "p {{ x }}"),
    Case(
      text: "{{ name | default: '' }}l'un{{ name | default: 'a' }}", line: "p {{ x }}l’un{{ x }}"),
  ])
  func `are shown`(_ row: Case) throws {
    #expect(try line(row.text) == row.line)
  }

  @Test func `are shown in a Writer template too`() throws {
    let text = flatDocument("<text:p>{{ '{{ <text:span>end</text:span> }}' }}</text:p>")
    let file = SourceFile(id: SourceFile.ID("l.fodt"), bytes: Array(text.utf8))
    let made = try compileTemplate(file, fields: fields).document(
      [.text("")], titled: "", at: DocumentPlace(folder: "", stem: "t", formats: [.odt]),
      header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""))
    let content = String(decoding: try #require(made.office).content, as: UTF8.self)
    #expect(content.contains("<text:p>{{ end }}"))
  }

  @Test(arguments: [
    ["{{ ①'a ②}} b", "template.unclosed-text ①②"],
    ["{{ ①'a ②}} b {{ 'c' }}", "template.unclosed-text ①②"],
    ["①{{ '{{ a' }}②", "template.unclosed-expression ①②"],
  ])
  func `do not hide a quote or a brace that was forgotten`(_ row: [String]) throws {
    let marked = MarkedText("<document><p>\(row[0])</p></document>")
    let error = try #require(throws: Stopped.self) {
      _ = try compileTemplate(marked.file("t.xml"), fields: fields)
    }
    #expect(marked.places(of: error.diagnostics) == [row[1]])
  }
}
