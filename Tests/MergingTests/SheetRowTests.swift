import Diagnostics
import French
import Merging
import Sheets
import Templates
import TestSupport
import Testing

@Suite struct `The rows of a sheet` {
  struct Case: Sendable, CustomTestStringConvertible {
    var heading = "Chose"
    var cells: [String]
    var type: String
    var testDescription: String { "\(heading): \(cells)" }
  }

  @Test(arguments: [
    Case(cells: ["a", "12"], type: "text"), Case(cells: ["", " "], type: "text"),
    Case(cells: ["12", "", "-3,5", "1 250"], type: "number"),
    Case(cells: ["0", "0,5"], type: "number"), Case(cells: ["01", "2"], type: "text"),
    Case(cells: ["0123456789"], type: "text"), Case(cells: ["12345678901234"], type: "text"),
    Case(cells: ["16/03/2015", "2015-03-17"], type: "day"),
    Case(cells: ["16/03/2015", "à fixer"], type: "text"),
    Case(cells: ["8 h 30", "14h", "8:30", "08:30:00"], type: "time"),
    Case(cells: ["12 €", "1 250,50 €"], type: "money"),
    Case(cells: ["oui", "Non", "VRAI", "faux"], type: "boolean"),
    Case(heading: "Code postal", cells: ["91000", "78000"], type: "text"),
    Case(heading: "Année", cells: ["2015"], type: "text"),
    Case(heading: "N° UAI", cells: ["910"], type: "text"),
    Case(heading: "Élèves", cells: ["910"], type: "number"),
  ])
  func `have the type that all their cells have`(_ row: Case) throws {
    let text = ([row.heading] + row.cells).map { "\"\($0)\";x" }.joined(separator: "\n")
    #expect(try csv(text).value.columns.first?.type.outline == row.type)
  }

  @Test func `have values of their column's type, and blanks for empty cells`() throws {
    let list = try csv(
      """
      Commune;Jour;Places;Payant
      "Évry ""la"" ville";16/03/2015;1250;oui
       ;;;
      ;17/03/2015;;non
      """
    ).value
    #expect(list.outline == "commune:text jour:day places:number payant:boolean")
    #expect(list.rows.map(\.number) == [2, 4])
    #expect(list.values("commune") == [.text("Évry «\u{A0}la\u{A0}» ville"), .blank("Commune")])
    let days = try [16, 17].map { day in
      Value.day(try #require(CalendarDay(year: 2015, month: 3, day: day)))
    }
    #expect(list.values("jour") == days)
    #expect(list.values("places") == [.number(1250), .blank("Places")])
    #expect(list.values("payant") == [.boolean(true), .boolean(false)])
  }

  @Test func `are data whatever stands in them`() throws {
    let list = try csv("a\n\"{{ basin.name }} <b>&amp;\"\n").value
    #expect(list.values("a") == [.text("{{ basin.name }} <b>&amp;")])
  }

  @Test(arguments: [
    ["a;b\n1;2;①3②", "sheet.no-heading ①②"], ["a;①A②\n1;2", "sheet.heading-twice ①②"],
    ["Nom du maire;①nom-du maire②\n1;2", "merge.same-name ①②"],
    ["a;b\n", "merge.no-rows file"], ["", "sheet.no-headings file"],
    ["a\n①\"②b", "sheet.unclosed-quote ①②"],
  ])
  func `that are faulty are refused at their place`(_ row: [String]) {
    let found = faults(row[0]) { (text) throws(Stopped) in _ = try csv(text) }
    #expect(found == [row[1]])
  }

  @Test func `that are too short are told, and filled with blanks`() throws {
    let list = try csv("a;b\n1")
    #expect(list.diagnostics.map(\.id) == ["sheet.short-row"])
    #expect(list.value.values("b") == [.blank("b")])
  }

  @Test func `name the cell that makes a text of a column of days`() throws {
    let list = try csv("Jour\n16/03/2015\n17/03/2015\nlundi\n")
    #expect(list.value.outline == "jour:text")
    #expect(list.diagnostics.map(\.id) == ["merge.mixed-column"])
    #expect(list.diagnostics.first?.message.english.hasPrefix("cell A4") == true)
  }

  @Test func `of a spreadsheet have the types that it says`() throws {
    let file = SourceFile.ID("l.ods")
    func cell(_ kind: SheetCell.Kind, _ text: String, _ row: Int, _ column: Int) -> SheetCell {
      SheetCell(
        kind: kind, text: text, address: CellAddress(sheet: "f", row: row, column: column),
        span: SourceSpan(wholeOf: file))
    }
    let list = try RowList.read(
      Sheet(
        name: "f", file: file,
        rows: [
          [cell(.text, "Jour", 0, 0), cell(.text, "Nombre", 0, 1), cell(.text, "CP", 0, 2)],
          [
            cell(.day, "2015-03-16", 1, 0), cell(.number, "1250.5", 1, 1),
            cell(.number, "91000", 1, 2),
          ],
          [cell(.text, "", 2, 0), cell(.text, "", 2, 1), cell(.text, "2A", 2, 2)],
        ])
    ).value
    #expect(list.outline == "jour:day nombre:number cp:text")
    #expect(list.values("cp") == [.text("91000"), .text("2A")])
    #expect(list.rows.map(\.number) == [2, 3])
  }
}
