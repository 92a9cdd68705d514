import Documents
import OpenDocumentFormat
import Testing

@Suite struct TableTests {
  static let table = Table(
    caption: "Qui fait quoi", columns: [.init(share: 2), .init(share: 1, alignment: .end)],
    header: [Table.Row([cell("Tâche"), cell("Jours")])],
    rows: [
      Table.Row([cell("Phase 1", span: 2)], look: .band),
      Table.Row([cell("Écrire", isHeading: true), cell("12")]),
      Table.Row([cell("")]),
    ])

  @Test func `a table has a caption, columns, header rows, headings and covered cells`() throws {
    let head = #"<table:table-cell table:style-name="CelluleTitre" office:value-type="string">"#
    let plain = #"<table:table-cell table:style-name="Cellule" office:value-type="string">"#
    let row = #"<table:table-row table:style-name="Rang">"#
    let expected = [
      #"<text:p text:style-name="Table">Qui fait quoi</text:p>"#,
      #"<table:table table:name="Qui fait quoi" table:style-name="A1">"#,
      #"<table:table-column table:style-name="A2"/><table:table-column table:style-name="A3"/>"#,
      "<table:table-header-rows>", row,
      head, #"<text:p text:style-name="Table_20_Heading">Tâche</text:p></table:table-cell>"#,
      head, #"<text:p text:style-name="Titre_20_de_20_colonne_20_à_20_droite">Jours</text:p>"#,
      "</table:table-cell></table:table-row></table:table-header-rows>",
      row, #"<table:table-cell table:style-name="CelluleBande" "#,
      #"table:number-columns-spanned="2" office:value-type="string">"#,
      #"<text:p text:style-name="Bande_20_de_20_tableau">Phase 1</text:p></table:table-cell>"#,
      "<table:covered-table-cell/></table:table-row>",
      row, #"<table:table-cell table:style-name="CelluleLigne" office:value-type="string">"#,
      #"<text:p text:style-name="Titre_20_de_20_ligne">Écrire</text:p></table:table-cell>"#,
      plain, #"<text:p text:style-name="Contenu_20_à_20_droite">12</text:p></table:table-cell>"#,
      "</table:table-row>",
      row, plain, #"<text:p text:style-name="Table_20_Contents"></text:p></table:table-cell>"#,
      plain, #"<text:p text:style-name="Table_20_Contents"></text:p></table:table-cell>"#,
      "</table:table-row></table:table>",
    ]
    #expect(try Sample.body([.table(Self.table)]) == expected.joined())
  }

  @Test(arguments: [(Document.Page.portrait, 17_000), (.landscape, 25_700)])
  func `columns share the width of the page`(_ page: Document.Page, _ width: Int) throws {
    let content = try Sample.content(Sample.document(page: page, [.table(Self.table)]))
    #expect(content.contains("style:width=\"\(width / 100)mm\""))
    let first = width * 2 / 3
    #expect(content.contains("style:column-width=\"\(first / 100).\(first % 100)mm\""))
  }

  @Test func `every table has a name of its own`() throws {
    let bare = Table(columns: [.init(share: 1)], header: [], rows: [Table.Row([cell("a")])])
    let body = try Sample.body([
      .table(bare), .heading(Heading(level: 2, text("Les dates."))), .table(bare), .table(bare),
      .facts([Fact(label: "b", value: text("c"))]), .table(Self.table), .table(Self.table),
      .form([FormField(label: "d", answer: .lines(1))]),
    ])
    let names = body.matches(of: /table:name="([^"]*)"/).map { String($0.output.1) }
    #expect(
      names == [
        "Essai", "Les dates", "Les dates (2)", "Repères – Les dates", "Qui fait quoi",
        "Qui fait quoi (2)", "Formulaire – Les dates",
      ])
  }

  @Test func `a break before a table without a caption is in the table's style`() throws {
    let bare = Table(columns: [.init(share: 1)], header: [], rows: [Table.Row([cell("a")])])
    let content = try Sample.content(Sample.document([.pageBreak, .table(bare)]))
    #expect(content.contains(#"table:align="left" fo:break-before="page""#))
  }

  @Test func `facts are a table of headings and values`() throws {
    let body = try Sample.body([.facts([Fact(label: "Durée", value: text("une heure"))])])
    let row = [
      #"<table:table-row table:style-name="Rang">"#,
      #"<table:table-cell table:style-name="RepereLibelle" office:value-type="string">"#,
      #"<text:p text:style-name="Titre_20_de_20_ligne">Durée</text:p></table:table-cell>"#,
      #"<table:table-cell table:style-name="RepereValeur" office:value-type="string">"#,
      #"<text:p text:style-name="Table_20_Contents">une heure</text:p></table:table-cell>"#,
      "</table:table-row></table:table>",
    ]
    #expect(body.hasSuffix(row.joined()))
  }

  @Test func `a cell that reaches down covers those below it`() throws {
    let table = Table(
      columns: [.init(share: 1), .init(share: 1)], header: [],
      rows: [
        .init([Table.Cell([paragraph("a")], span: 1, rowSpan: 2), cell("b")]),
        .init([cell("c")]),
      ])
    let body = try Sample.body([.table(table)])
    #expect(body.contains("table:number-rows-spanned=\"2\""))
    #expect(
      body.contains(
        #"<table:table-row table:style-name="Rang"><table:covered-table-cell/>"#
          + #"<table:table-cell table:style-name="Cellule" office:value-type="string">"#))
  }
}
