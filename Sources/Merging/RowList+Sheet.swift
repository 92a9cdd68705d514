package import Diagnostics
package import Sheets
import Templates

extension RowList {
  /// The rows below the headings of a sheet.
  ///
  /// A column has the type that all its filled cells have, and is text when they differ; a warning
  /// names the cell that stands against most others.
  ///
  /// - Throws: `Stopped` with what makes the rows ambiguous (`sheet.…`, `merge.…`).
  /// - Complexity: linear in the number of cells.
  package static func read(_ sheet: Sheet) throws(Stopped) -> Reported<RowList> {
    let table = try SheetTable.read(sheet)
    var diagnostics = table.diagnostics
    let records = table.value.records
    guard !records.isEmpty else { throw Stopped(diagnostics + [.noRows(sheet.file)]) }
    diagnostics += repeatedNames(table.value.headings)
    guard !diagnostics.hasErrors else { throw Stopped(diagnostics) }
    let columns = table.value.headings.enumerated().map { index, heading in
      column(heading, cells: records.lazy.map { $0.cells[index] }, &diagnostics)
    }
    let rows = records.map { record in
      Row(
        number: (record.cells.first?.address.row ?? 0) + 1,
        values: zip(columns, record.cells).map { column, cell in
          cell.isBlank
            ? .blank(column.heading)
            : CellType.value(cell, as: column.type) ?? .blank(column.heading)
        })
    }
    return Reported(RowList(file: sheet.file, columns: columns, rows: rows), diagnostics)
  }

  private static func name(of heading: SheetCell) -> String {
    fieldName(
      of: heading.located.value, letter: CellAddress.columnName(heading.address.column))
  }

  private static func repeatedNames(_ headings: [SheetCell]) -> [Diagnostic] {
    var seen: [String: SheetCell] = [:]
    return headings.compactMap { heading in
      let name = name(of: heading)
      guard let first = seen[name] else {
        seen[name] = heading
        return nil
      }
      return .sameName(name, heading, first: first)
    }
  }

  private static func column(
    _ heading: SheetCell, cells: some Sequence<SheetCell>, _ diagnostics: inout [Diagnostic]
  ) -> Column {
    var counts: [(type: ValueType, count: Int, first: SheetCell)] = []
    for cell in cells where !cell.isBlank {
      let type = CellType.of(cell)
      if let index = counts.firstIndex(where: { $0.type == type }) {
        counts[index].count += 1
      } else {
        counts.append((type, 1, cell))
      }
    }
    let text = heading.located.value
    var type = counts.count == 1 ? counts[0].type : .text
    if type == .number, CellType.namesCodes(text) { type = .text }
    let total = counts.reduce(0) { $0 + $1.count }
    if let most = counts.first(where: { $0.count * 2 > total && $0.type != .text }),
      let odd = counts.first(where: { $0.type != most.type })
    {
      diagnostics.append(.mixedColumn(text, most.type, odd.first))
    }
    return Column(heading: text, name: name(of: heading), type: type, span: heading.span)
  }
}
