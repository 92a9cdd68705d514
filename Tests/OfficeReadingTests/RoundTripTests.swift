import Documents
import OfficeReading
import OpenDocumentFormat
import TestSupport
import Testing

@Suite struct `A document of ours, written and read again` {
  @Test(arguments: Seed.first(300)) func `is the same`(_ seed: Seed) throws {
    var random = RandomDocument(seed)
    let document = random.document()
    var writer = try textDocumentWriter()
    let neighbour = RandomDocument.neighbour
    let text = try readAgain(
      document, &writer, documents: [neighbour.path(as: .odt): neighbour])
    let read = text.blocks(under: document.title)
    expectSame(withoutShares(read).lines, document.body.keptInOffice.lines)
    #expect(text.page == document.page)
    #expect(text.header.isEmpty && text.footer.isEmpty)
    #expect(text.isLetter == (document.kind == .letter))
  }

  @Test func `has columns of the same widths, to the percent`() throws {
    let table = Table(
      columns: [3, 7, 10].map { Table.Column(share: $0) }, header: [],
      rows: [Table.Row([Table.Cell([]), Table.Cell([]), Table.Cell([])])])
    let document = Document(
      place: DocumentPlace(folder: "", stem: "a", formats: [.odt]), title: "a",
      header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""),
      body: [.table(table)])
    var writer = try textDocumentWriter()
    let text = try readAgain(document, &writer)
    guard case .table(let read)? = text.body.first else {
      Issue.record("there is no table")
      return
    }
    #expect(read.columns.map(\.share) == [15, 35, 50])
  }
}

/// Widths are asked for by a test of their own.
private func withoutShares(_ blocks: [Block]) -> [Block] {
  blocks.map { block in
    switch block {
    case .table(var table):
      for index in table.columns.indices { table.columns[index].share = 1 }
      return .table(table)
    case .slip(var slip):
      slip.blocks = withoutShares(slip.blocks)
      return .slip(slip)
    case .letter(var letter):
      letter.body = withoutShares(letter.body)
      return .letter(letter)
    default: return block
    }
  }
}
