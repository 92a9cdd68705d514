package import Diagnostics

/// A sheet understood as headings and the records below them.
package struct SheetTable: Sendable {
  package let name: String?
  package let file: SourceFile.ID
  /// The cells of the headings that are not blank, in their order.
  package let headings: [SheetCell]
  package let records: [SheetRecord]

  /// The first row that is not blank holds the headings. Blank rows, and the row of help that
  /// `SheetDraft` writes, are no records.
  ///
  /// A row that is shorter than the headings is completed with empty cells: a warning when its
  /// line of a CSV file has too few, as a separator may be missing.
  ///
  /// - Throws: `Stopped` with all that makes the rows ambiguous: no heading at all, a heading that
  ///   stands twice, a filled cell without a heading.
  package static func read(_ sheet: Sheet) throws(Stopped) -> Reported<SheetTable> {
    guard let first = sheet.rows.firstIndex(where: { $0.contains { !$0.isBlank } }) else {
      throw Stopped([.noHeadings(sheet)])
    }
    let headings = sheet.rows[first].filter { !$0.isBlank }
    var diagnostics = repeated(headings)
    var records: [SheetRecord] = []
    for cells in sheet.rows[(first + 1)...] where cells.contains(where: { !$0.isBlank }) {
      if records.isEmpty, isHelp(cells) { continue }
      diagnostics += misfits(cells, headings, sheet)
      records.append(SheetRecord(cells, headings))
    }
    guard !diagnostics.hasErrors else { throw Stopped(diagnostics) }
    let table = SheetTable(
      name: sheet.name, file: sheet.file, headings: headings, records: records)
    return Reported(table, diagnostics)
  }

  private static func repeated(_ headings: [SheetCell]) -> [Diagnostic] {
    var seen: [String: SheetCell] = [:]
    return headings.compactMap { heading in
      let name = heading.located.value.lowercased()
      guard let first = seen[name] else {
        seen[name] = heading
        return nil
      }
      return .headingTwice(heading, first: first)
    }
  }

  private static func isHelp(_ cells: [SheetCell]) -> Bool {
    let text = cells.first?.text ?? ""
    return text.replacing("\u{A0}", with: " ").hasPrefix("Aide :")
  }

  private static func misfits(
    _ cells: [SheetCell], _ headings: [SheetCell], _ sheet: Sheet
  ) -> [Diagnostic] {
    let columns = Set(headings.map(\.address.column))
    let stray = cells.filter { !$0.isBlank && !columns.contains($0.address.column) }
    if !stray.isEmpty { return stray.map { .cellWithoutHeading($0) } }
    let width = (headings.last?.address.column ?? 0) + 1
    guard sheet.name == nil, cells.count < width, let last = cells.last else { return [] }
    return [.shortRow(last, cells: cells.count, of: width)]
  }
}

/// One row below the headings.
package struct SheetRecord: Sendable {
  /// One cell for each heading, in the same order.
  package let cells: [SheetCell]

  fileprivate init(_ row: [SheetCell], _ headings: [SheetCell]) {
    // A row that is no record is never read, so there is a cell to take the place from.
    let anchor = row[row.count - 1]
    cells = headings.map { heading in
      let column = heading.address.column
      if column < row.count, row[column].address.column == column { return row[column] }
      if let cell = row.first(where: { $0.address.column == column }) { return cell }
      let address = CellAddress(
        sheet: anchor.address.sheet, row: anchor.address.row, column: column)
      return SheetCell(kind: .text, text: "", address: address, span: anchor.span)
    }
  }
}
