import Documents
import OpenDocumentFormat
import Testing

@Suite struct ChartTests {
  private static let periods = [
    Chart.Period(start: 100, label: "−2", group: "mars", look: .plain),
    Chart.Period(start: 107, label: "−1", group: "mars", look: .closed),
    Chart.Period(start: 114, label: "S", group: "avril", look: .goal),
  ]

  private func markup(_ rows: Chart.Rows) throws -> String {
    try Sample.body(
      [
        .chart(
          Chart(caption: "Plan", description: "Dit.", periods: Self.periods, rows: rows))
      ])
  }

  @Test func `a timeline is a table whose bars are shaded cells`() throws {
    let text = try markup(
      .bars([Chart.Bar(label: "Écrire", note: "9 mars", first: 101, last: 116, look: .tight)]))
    #expect(text.contains(#"<text:p text:style-name="Table">Plan</text:p>"#))
    #expect(text.contains(#"<text:p text:style-name="Table_20_Heading">mars</text:p>"#))
    // Holidays stay what they are under a bar.
    let shades = text.matches(of: /table:style-name="(Graphique[A-Za-z]+)"/).map { String($0.1) }
    #expect(shades == ["GraphiqueTendue", "GraphiqueConges", "GraphiqueTendue"])
  }

  @Test func `loads are a table of numbers, with a sign where there is too much`() throws {
    let text = try markup(
      .loads([Chart.Load(label: "a", amounts: [60, 0, 300], texts: ["1", "", "5"], limit: 240)]))
    #expect(text.contains(">−2 (mars)<") && text.contains(">S (avril)<"))
    #expect(!text.contains(">−1 (mars)<"))
    #expect(text.contains("5 ▲"))
    #expect(text.contains(">Dit.</text:p>"))
  }
}
