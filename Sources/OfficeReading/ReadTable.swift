import Documents

/// A table as it stands, from which it is told what it is for: facts, a form, a table proper, or
/// only a way to put things side by side.
struct ReadTable {
  let name: String
  var widths: [Double]
  var rows: [ReadRow]

  func pieces() -> [Piece] {
    let cells = rows.flatMap(\.cells)
    if cells.count == 1 || cells.contains(where: { $0.pieces.contains(where: \.isZone) }) {
      return cells.flatMap(\.pieces)
    }
    guard !cells.isEmpty else { return [] }
    if let form { return [Piece(.form(form))] }
    if let facts { return [Piece(.facts(facts))] }
    return [Piece(.table(table))]
  }

  // MARK: Tables

  private var table: Table {
    let isNamedHeader = rows.contains(where: \.isHeader)
    let headerCount =
      isNamedHeader
      ? rows.prefix(while: \.isHeader).count : rows.first?.isOfHeadings == true ? 1 : 0
    let header = Self.tableRows(rows[..<headerCount], areHeader: true)
    let body = Self.tableRows(rows[headerCount...], areHeader: false)
    let count = max(widths.count, widest(header), widest(body))
    var table = Table(
      columns: columns(count), header: headerCount < rows.count ? header : [],
      rows: headerCount < rows.count ? body : header)
    table.alignColumns(rows[headerCount...])
    return table
  }

  /// Rows whose cells reach no further down than they are.
  private static func tableRows(
    _ rows: ArraySlice<ReadRow>, areHeader: Bool
  ) -> [Table.Row] {
    rows.enumerated().map { index, row in
      var tableRow = row.tableRow
      for cell in tableRow.cells.indices {
        // What heads columns is told by where it stands.
        if areHeader { tableRow.cells[cell].isHeading = false }
        tableRow.cells[cell].rowSpan = min(tableRow.cells[cell].rowSpan, rows.count - index)
      }
      return tableRow
    }
  }

  /// How many columns the rows reach over.
  private func widest(_ rows: [Table.Row]) -> Int {
    rows.map { $0.cells.reduce(0) { $0 + $1.span } }.max() ?? 0
  }

  /// Shares in percent of the width.
  private func columns(_ count: Int) -> [Table.Column] {
    let known = widths + [Double](repeating: 1, count: max(0, count - widths.count))
    let total = known.reduce(0, +)
    return known.map { width in
      Table.Column(share: total > 0 ? max(1, Int((width * 100 / total).rounded())) : 1)
    }
  }

  // MARK: Facts and forms

  private var isOfPairs: Bool {
    rows.allSatisfy {
      $0.cells.count == 2 && $0.cells.allSatisfy { $0.span == 1 && $0.rowSpan == 1 }
    }
  }

  private var facts: [Fact]? {
    guard name.hasPrefix("Repères –"), isOfPairs else { return nil }
    var facts: [Fact] = []
    for row in rows {
      guard let label = row.cells[0].line, let value = row.cells[1].line else { return nil }
      facts.append(Fact(label: label.plainText, value: value))
    }
    return facts
  }

  private var form: [FormField]? {
    guard isOfPairs, rows.allSatisfy({ $0.cells[0].role == .question }) else {
      return nil
    }
    return rows.map { row in
      FormField(label: row.cells[0].line?.plainText ?? "", answer: answer(in: row))
    }
  }

  /// Boxes are choices; room without a word is for lines of 8 mm.
  private func answer(in row: ReadRow) -> FormField.Answer {
    let pieces = row.cells[1].pieces
    if case .block(.checklist(let items))? = pieces.first?.content {
      return .choices(items.map(\.inlines))
    }
    guard let line = row.cells[1].line, !line.isEmpty else {
      return .lines(max(1, Int(((row.height ?? 8) / 8).rounded())))
    }
    return choices(in: line).map { .choices($0) } ?? .value(line)
  }

  /// Choices side by side, each behind a box and apart by a wide space.
  private func choices(in line: [Inline]) -> [[Inline]]? {
    guard case .box? = line.first else { return nil }
    var choices: [[Inline]] = []
    for inline in line {
      if case .box = inline {
        choices.append([])
        continue
      }
      choices[choices.count - 1].append(inline)
    }
    return choices.map { choice in
      var choice = choice
      if case .text(let text)? = choice.first {
        choice[0] = .text(String(text.drop { $0 == "\u{A0}" || $0 == " " }))
      }
      if case .text(let text)? = choice.last {
        let rest = text.reversed().drop { $0 == " " || $0 == "\u{2003}" }
        choice[choice.count - 1] = .text(String(rest.reversed()))
      }
      return choice
    }
  }
}

extension ReadCell {
  /// What the cell says in one paragraph; nil when it holds more than that.
  fileprivate var line: [Inline]? {
    switch pieces.count {
    case 0: []
    case 1: pieces[0].inlines
    default: nil
    }
  }

  fileprivate var isHeading: Bool {
    switch role {
    case .rowHeading, .columnHeading, .band: !pieces.isEmpty
    default: false
    }
  }

  fileprivate func tableCell(isHeading: Bool) -> Table.Cell {
    // Headings in a table are no headings of the document.
    let blocks = gathered(pieces).map { block in
      if case .heading(let heading) = block {
        Block.paragraph(Paragraph([.strong(heading.inlines)]))
      } else {
        block
      }
    }
    return Table.Cell(blocks, isHeading: isHeading, span: span, rowSpan: rowSpan)
  }
}

extension ReadRow {
  /// Whether all that the row says is the headings of columns.
  fileprivate var isOfHeadings: Bool {
    let said = cells.filter { !$0.pieces.isEmpty }
    return !said.isEmpty && said.allSatisfy { $0.role == .columnHeading }
  }

  fileprivate var tableRow: Table.Row {
    Table.Row(
      cells.map { $0.tableCell(isHeading: $0.isHeading) },
      look: cells.contains { $0.role == .band } ? .band : .plain)
  }
}

extension Table {
  /// A column stands as its first cell does that says how.
  fileprivate mutating func alignColumns(_ read: ArraySlice<ReadRow>) {
    var isKnown = [Bool](repeating: false, count: columns.count)
    var spans = RowSpans(columnCount: columns.count, rowCount: read.count)
    for (row, readRow) in zip(rows, read) {
      var column = 0
      for (cell, readCell) in zip(row.cells, readRow.cells) {
        _ = spans.skip(&column)
        guard column < columns.count else { break }
        let first = column
        guard spans.place(cell, at: &column).span == 1, !isKnown[first], readCell.role == nil,
          let piece = readCell.pieces.first, piece.inlines != nil
        else { continue }
        isKnown[first] = true
        columns[first].alignment = piece.alignment ?? .start
      }
      _ = spans.skip(&column)
      spans.endRow()
    }
  }
}

extension Piece {
  /// Whether it has a place of its own in a letter.
  var isZone: Bool {
    switch role {
    case .letter(.body): false
    case .letter: true
    default: false
    }
  }
}
