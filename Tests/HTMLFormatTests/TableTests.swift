import Documents
import Testing

@Suite struct `Tables in HTML` {
  private func cell(_ text: String, isHeading: Bool = false, span: Int = 1) -> Table.Cell {
    Table.Cell(text.isEmpty ? [] : [paragraph(text)], isHeading: isHeading, span: span)
  }

  @Test func `a narrow table has caption, widths, and headings with their scope`() {
    let table = Table(
      caption: "Sigles & sens", columns: [.init(share: 1), .init(share: 2, alignment: .end)],
      header: [.init([cell("Sigle"), cell("Sens")])],
      rows: [.init([cell("CIO", isHeading: true), cell("centre")])])
    #expect(
      SampleSite.body([.table(table)]) == """
        <div class="table">
        <table>
        <caption>Sigles &amp; sens</caption>
        <colgroup><col style="width:33%"><col style="width:67%"></colgroup>
        <thead>
        <tr><th scope="col">Sigle</th><th scope="col" class="end">Sens</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">CIO</th><td class="end">centre</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `a wide table scrolls in a region that a keyboard reaches, by a name of its own`() {
    let table = Table(
      columns: Array(repeating: .init(share: 1), count: 3), header: [],
      rows: [.init([cell("a"), cell("b"), cell("c")])])
    let many = Table(
      columns: Array(repeating: .init(share: 1), count: 6), header: [],
      rows: [.init([cell("a", span: 6)])])
    let html = SampleSite.body([.table(table), .table(many)])
    let opening = "role=\"region\" tabindex=\"0\" aria-label=\"Tableau\u{A0}"
    #expect(html.contains("<div class=\"table wide\" \(opening)1\">\n"))
    #expect(html.contains("<div class=\"table wide many\" \(opening)2\">\n"))
  }

  @Test func `a band with a heading begins a group, and one without only stands between`() {
    let table = Table(
      columns: [.init(share: 1), .init(share: 1, alignment: .center)], header: [],
      rows: [
        .init([cell("Préparer", isHeading: true, span: 2)], look: .band),
        .init([cell("a"), cell("b")]),
        .init([cell("Vacances", span: 2)], look: .band),
        .init([cell("Diffuser", isHeading: true, span: 2)], look: .band),
      ])
    let html = SampleSite.body([.table(table)])
    let rows = html.split(separator: "\n").filter { $0.hasPrefix("<t") || $0.hasPrefix("</tb") }
    #expect(
      rows == [
        "<table>", "<tbody>",
        "<tr class=\"band\"><th scope=\"rowgroup\" colspan=\"2\">Préparer</th></tr>",
        "<tr><td>a</td><td class=\"center\">b</td></tr>",
        "<tr class=\"band\"><td colspan=\"2\">Vacances</td></tr>",
        "</tbody>", "<tbody>",
        "<tr class=\"band\"><th scope=\"rowgroup\" colspan=\"2\">Diffuser</th></tr>",
        "</tbody>",
      ])
  }

  @Test func `an empty corner is no heading, and a heading over several columns heads the group`() {
    let table = Table(
      columns: [.init(share: 1), .init(share: 1), .init(share: 1)],
      header: [.init([cell(""), cell("Élèves", span: 2)])], rows: [])
    #expect(
      SampleSite.body([.table(table)]).contains(
        "<tr><td></td><th scope=\"colgroup\" colspan=\"2\">Élèves</th></tr>"))
  }

  @Test func `a cell of several blocks keeps them apart`() {
    let table = Table(
      columns: [.init(share: 0)], header: [],
      rows: [.init([Table.Cell([paragraph("a"), paragraph("b")])])])
    #expect(SampleSite.body([.table(table)]).contains("<td><p>a</p>\n<p>b</p>\n</td>"))
  }

  @Test func `a cell may reach down, and the columns go on beside it`() {
    let table = Table(
      columns: [.init(share: 1), .init(share: 1, alignment: .end)], header: [],
      rows: [
        .init([Table.Cell([paragraph("a")], rowSpan: 2), cell("b")]), .init([cell("c")]),
        .init([Table.Cell([paragraph("d")], span: 9, rowSpan: 9)]),
      ])
    let html = SampleSite.body([.table(table)])
    #expect(html.contains("<tr><td rowspan=\"2\">a</td><td class=\"end\">b</td></tr>"))
    #expect(html.contains("<tr><td class=\"end\">c</td></tr>"))
    #expect(html.contains("<tr><td colspan=\"2\">d</td></tr>"))
  }
}
