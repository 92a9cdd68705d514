import Diagnostics
import Sheets
import TestSupport
import Testing

@Suite struct `A table` {
  @Test func `has the first filled row for headings, and skips help and blank rows`() throws {
    let text = ";;\n Nom ;Âge;\nAide\u{A0}: le nom;l’âge;\n;;\nÉvry;3;\n;4\n"
    let table = try SheetTable.read(read(text))
    #expect(table.value.headings.map(\.located.value) == ["Nom", "Âge"])
    #expect(table.value.records.map { $0.cells.map(\.text) } == [["Évry", "3"], ["", "4"]])
    #expect(table.value.records.map { $0.cells[1].address.name } == ["B5", "B6"])
    #expect(table.diagnostics.isEmpty)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var places: [String]
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Fault(text: "\n;;\n", places: ["sheet.no-headings file"]),
    Fault(text: "a;b;①A②\n", places: ["sheet.heading-twice ①②"]),
    Fault(text: "a;b\n1;2;①3②\n", places: ["sheet.no-heading ①②"]),
    Fault(text: "a;;b\n1;①2②;3\n", places: ["sheet.no-heading ①②"]),
  ])
  func `is refused where a cell belongs to no column`(_ row: Fault) {
    let marked = MarkedText(row.text)
    let found = faults { try SheetTable.read(readCSV(marked.file("a.csv"))) }
    #expect(marked.places(of: found) == row.places)
  }

  @Test func `warns of a row that ends early`() throws {
    let marked = MarkedText("a;b;c\n1;①2②\n")
    let table = try SheetTable.read(readCSV(marked.file("a.csv")))
    #expect(marked.places(of: table.diagnostics) == ["sheet.short-row ①②"])
    #expect(table.value.records[0].cells.map(\.text) == ["1", "2", ""])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `names its columns as Calc does`(_ column: Int, _ name: String) {
    #expect(CellAddress.columnName(column) == name)
  }

  @Test func `tells an address as a person at the screen says it`() {
    let address = CellAddress(sheet: "Actions", row: 11, column: 5)
    #expect(address.phrase.text(in: .french) == "feuille Actions, cellule F12")
    #expect(CellAddress(sheet: nil, row: 0, column: 0).phrase.text(in: .english) == "cell A1")
  }
}
