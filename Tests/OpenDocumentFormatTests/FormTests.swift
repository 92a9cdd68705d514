import Documents
import Testing

@Suite struct FormTests {
  /// What the answer's cell holds.
  private func answer(_ answer: FormField.Answer) throws -> String {
    let body = try Sample.body([.form([FormField(label: "Nom", answer: answer)])])
    let cell =
      #"<table:table-cell table:style-name="FormulaireReponse" office:value-type="string">"#
    let parts = body.split(separator: cell)
    return parts.count == 2 ? String(parts[1]) : body
  }

  private let end = "</table:table-cell></table:table-row></table:table>"
  private let empty = #"<text:p text:style-name="Réponse"></text:p>"#
  private let box = #"<text:span text:style-name="Case">☐</text:span>"#

  @Test func `lines to write on are room, without tabs or underscores`() throws {
    #expect(try answer(.lines(1)) == empty + end)
    let content = try Sample.content(
      Sample.document([.form([FormField(label: "Nom", answer: .lines(3))])]))
    #expect(content.contains(#"style:min-row-height="24mm" fo:keep-together="always""#))
  }

  @Test func `short choices stand side by side`() throws {
    let choices = try answer(.choices([text("oui"), text("non")]))
    let line = "\(box)\u{A0}oui\u{2003} \(box)\u{A0}non</text:p>"
    #expect(choices == #"<text:p text:style-name="Réponse">"# + line + end)
  }

  @Test func `long choices are lines to tick`() throws {
    let long = "une réponse qui demande une ligne pour elle seule"
    let expected = [
      #"<text:list text:style-name="Cases_20_à_20_cocher">"#,
      #"<text:list-item><text:p text:style-name="Réponse">\#(box) \#(long)</text:p>"#,
      #"</text:list-item><text:list-item><text:p text:style-name="Réponse">\#(box) b</text:p>"#,
      "</text:list-item></text:list>", end,
    ]
    #expect(try answer(.choices([text(long), text("b")])) == expected.joined())
  }

  @Test func `a value or a blank stands in the room of the answer`() throws {
    let value = try answer(.value([.blank(Blank("nom du référent"))]))
    #expect(value.contains(#"text:description="nom du référent""#))
  }
}
