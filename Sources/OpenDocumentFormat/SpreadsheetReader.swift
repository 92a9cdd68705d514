package import Diagnostics
import Markup
package import Sheets

/// The sheets of `content.xml`, as Calc and others save them.
///
/// What a person sees is what is read: the text of a text cell, the value of a number, the day of a
/// date. A formula is refused unless its result is asked for, and so are merged cells, for they have
/// no one row or column. Comments on cells, drawings and hidden sheets' settings
/// are passed over. Runs of equal cells and rows are unrolled, empty ones only as far as something
/// follows.
///
/// - Parameter file: `content.xml`, under the name of the spreadsheet.
/// - Throws: `Stopped` with what makes the XML unreadable, all formulas and merged cells (`odf.…`),
///   or the first limit that is passed.
/// - Complexity: linear in the size of the file and the number of cells.
package func readSpreadsheetContent(
  _ file: SourceFile, limits: SheetLimits = .standard, formulas: Formulas = .refused
) throws(Stopped) -> [Sheet] {
  let root = try parse(file, limits: SpreadsheetReader.xmlLimits)
  let body = root.elements.first { $0.name == "office:body" }
  guard let spreadsheet = body?.elements.first(where: { $0.name == "office:spreadsheet" }) else {
    throw Stopped([.notASpreadsheet(file.id)])
  }
  var reader = SpreadsheetReader(file: file.id, limits: limits, formulas: formulas)
  var sheets: [Sheet] = []
  for table in spreadsheet.elements where table.name == "table:table" {
    sheets.append(try reader.sheet(table))
  }
  guard reader.diagnostics.isEmpty else { throw Stopped(reader.diagnostics) }
  return sheets
}

/// What becomes of a cell that holds a formula.
package enum Formulas: Sendable {
  /// Where a cell stands for what a person typed.
  case refused
  /// Where it is only shown: the result that the spreadsheet saved.
  case results
}

struct SpreadsheetReader {
  /// A sheet of two million filled cells has some six million nodes; nobody edits one by hand.
  static let xmlLimits = XMLLimits(bytes: 64 << 20, depth: 100, nodes: 8_000_000)

  let file: SourceFile.ID
  let limits: SheetLimits
  let formulas: Formulas
  var diagnostics: [Diagnostic] = []
  private var cellCount = 0

  init(file: SourceFile.ID, limits: SheetLimits, formulas: Formulas) {
    self.file = file
    self.limits = limits
    self.formulas = formulas
  }

  mutating func sheet(_ table: XMLElement) throws(Stopped) -> Sheet {
    let name = table["table:name"]?.value ?? ""
    var rows: [[SheetCell]] = []
    var emptyRows = 0
    for row in Self.rows(in: table) {
      let count = Self.number("table:number-rows-repeated", of: row)
      let first = rows.count + emptyRows
      let cells = try cells(of: row, CellAddress(sheet: name, row: first, column: 0))
      guard !cells.isEmpty else {
        emptyRows += count
        continue
      }
      guard first + count <= limits.rows else {
        let address = CellAddress(sheet: name, row: limits.rows, column: 0)
        throw Stopped([.tooManyRows(limits.rows, address, at: row.span)])
      }
      cellCount += cells.count * count
      guard cellCount <= limits.cells else {
        throw Stopped([.tooManyCells(limits.cells, cells[0].address, at: row.span)])
      }
      rows += Array(repeating: [], count: emptyRows)
      emptyRows = 0
      for offset in 0..<count { rows.append(offset == 0 ? cells : moved(cells, down: offset)) }
    }
    return Sheet(name: name, file: file, rows: rows)
  }

  /// The rows of a table, those of its headers and groups too, in the order in which they show.
  private static func rows(in table: XMLElement) -> [XMLElement] {
    var rows: [XMLElement] = []
    var waiting: [ArraySlice<XMLElement>] = [table.elements[...]]
    while var next = waiting.popLast() {
      guard let element = next.popFirst() else { continue }
      waiting.append(next)
      switch element.name {
      case "table:table-row": rows.append(element)
      case "table:table-header-rows", "table:table-row-group", "table:table-rows":
        waiting.append(element.elements[...])
      default: break
      }
    }
    return rows
  }

  private static func number(_ name: String, of element: XMLElement) -> Int {
    min(max(1, element[name].flatMap { Int($0.value) } ?? 1), 1 << 24)
  }

  private func moved(_ cells: [SheetCell], down offset: Int) -> [SheetCell] {
    cells.map { cell in
      let place = cell.address
      let address = CellAddress(
        sheet: place.sheet, row: place.row + offset, column: place.column)
      return SheetCell(kind: cell.kind, text: cell.text, address: address, span: cell.span)
    }
  }

  // MARK: Cells

  /// The cells of a row up to the last that is not empty.
  private mutating func cells(
    of row: XMLElement, _ start: CellAddress
  ) throws(Stopped) -> [SheetCell] {
    var cells: [SheetCell] = []
    var column = 0
    for element in row.elements {
      guard element.name == "table:table-cell" || element.name == "table:covered-table-cell"
      else { continue }
      let count = Self.number("table:number-columns-repeated", of: element)
      let address = CellAddress(sheet: start.sheet, row: start.row, column: column)
      refuse(element, address)
      let (kind, text) = content(of: element)
      if text.isEmpty {
        column += count
        continue
      }
      guard column + count <= limits.columns, text.utf8.count <= limits.cellBytes else {
        throw Stopped([.cellTooLarge(limits, address, at: element.span)])
      }
      while cells.count < column { cells.append(blank(address, cells.count, element)) }
      for offset in 0..<count {
        let place = CellAddress(sheet: start.sheet, row: start.row, column: column + offset)
        cells.append(SheetCell(kind: kind, text: text, address: place, span: element.span))
      }
      column += count
    }
    return cells
  }

  private func blank(_ near: CellAddress, _ column: Int, _ element: XMLElement) -> SheetCell {
    let address = CellAddress(sheet: near.sheet, row: near.row, column: column)
    return SheetCell(kind: .text, text: "", address: address, span: element.span)
  }

  private mutating func refuse(_ cell: XMLElement, _ address: CellAddress) {
    if formulas == .refused, cell["table:formula"] != nil {
      diagnostics.append(.formula(address, at: cell.span))
    }
    let spans = ["table:number-columns-spanned", "table:number-rows-spanned"]
    if spans.contains(where: { Self.number($0, of: cell) > 1 }) {
      diagnostics.append(.mergedCells(address, at: cell.span))
    }
  }

  /// OpenDocument 1.3 part 3, 19.385: the value of a cell is in the attribute of its type.
  private func content(of cell: XMLElement) -> (kind: SheetCell.Kind, text: String) {
    switch cell["office:value-type"]?.value {
    case "float", "percentage", "currency":
      if let value = cell["office:value"]?.value { return (.number, value) }
    case "date":
      if let value = cell["office:date-value"]?.value { return (.day, String(value.prefix(10))) }
    default: break
    }
    return (.text, shownText(of: cell))
  }

  private func shownText(of cell: XMLElement) -> String {
    cell.elements.filter { $0.name == "text:p" }.map(paragraph).joined(separator: "\n")
  }

  /// The text of a paragraph with its white space folded as 6.1.2 of part 3 says, and the spaces,
  /// tabs and line breaks that have elements of their own.
  private func paragraph(_ element: XMLElement) -> String {
    var text = ""
    var waiting: [ArraySlice<XMLNode>] = [element.children[...]]
    while var nodes = waiting.popLast() {
      guard let node = nodes.popFirst() else { continue }
      waiting.append(nodes)
      switch node {
      case .text(let run): append(run.string, to: &text)
      case .element(let inner):
        switch inner.name {
        case "text:s":
          text += String(repeating: " ", count: min(Self.number("text:c", of: inner), 1_000))
        case "text:tab": text += "\t"
        case "text:line-break": text += "\n"
        case "office:annotation", "text:note": break
        default: waiting.append(inner.children[...])
        }
      }
    }
    return text
  }

  private func append(_ run: String, to text: inout String) {
    for character in run.unicodeScalars {
      switch character {
      case " ", "\t", "\n", "\r":
        if let last = text.unicodeScalars.last, last != " " { text += " " }
      default: text.unicodeScalars.append(character)
      }
    }
  }
}
