package import Documents
package import Sheets

/// The tables of a document that have a place in a spreadsheet, as sheets to fill, in order.
///
/// A cell of boxes alone offers their words; a blank is an empty cell; a row that was marked so
/// adds up what stands above it. Two tables of one name are told apart by a number. Where data leave
/// no table, there is a sheet with nothing but the document's title.
package func sheetDrafts(of document: Document) -> [SheetDraft] {
  let drafts = drafts(of: document)
  guard drafts.isEmpty else { return drafts }
  let column = SheetDraft.Column(heading: document.title, help: "", widthMillimetres: 120)
  return [SheetDraft(name: "Feuille", columns: [column], rows: [])]
}

private func drafts(of document: Document) -> [SheetDraft] {
  var names: [String: Int] = [:]
  return tables(in: document.body).compactMap { table in
    guard let sheet = table.sheet else { return nil }
    let name = sheetName(sheet.name)
    names[name.lowercased(), default: 0] += 1
    let count = names[name.lowercased()] ?? 1
    return draft(of: table, sheet, named: count == 1 ? name : "\(name) \(count)")
  }
}

private func tables(in blocks: [Block]) -> [Table] {
  blocks.compactMap { block in
    if case .table(let table) = block { table } else { nil }
  }
}

/// What Calc and Excel take for a name: 31 letters, without the signs of references.
private func sheetName(_ text: String) -> String {
  let plain = text.filter { !"[]*?:/\\'".contains($0) }.prefix(28)
  return plain.allSatisfy(\.isWhitespace) ? "Feuille" : String(plain)
}

private func draft(of table: Table, _ sheet: Table.Sheet, named name: String) -> SheetDraft {
  let total = max(1, table.columns.reduce(0) { $0 + $1.share })
  let headings = table.header.last.map(texts) ?? []
  let words = table.columns.indices.map { boxes(inColumn: $0, of: table) }
  let columns = table.columns.enumerated().map { index, column in
    SheetDraft.Column(
      heading: headings.indices.contains(index) ? headings[index] : "", help: "",
      content: words[index].map { .choice($0) } ?? content(sheet.contents[index]),
      widthMillimetres: max(18, 250 * column.share / total))
  }
  let rows = table.rows.map { row in
    texts(row).enumerated().map { column, text -> SheetDraft.Value in
      let isNumber = [.number, .amount].contains(sheet.contents[column])
      if words[column] != nil || text.isEmpty { return .empty }
      if isNumber, let number = Int(text) { return .number(number) }
      return .text(text)
    }
  }
  return SheetDraft(name: name, columns: columns, rows: rows, sums: sheet.sums)
}

private func content(_ content: Table.Sheet.Content) -> SheetDraft.Column.Content {
  switch content {
  case .text: .text
  case .number: .wholeNumber
  case .amount: .amount
  case .day: .day
  }
}

/// The text of each column: a cell over several columns stands in its first.
private func texts(_ row: Table.Row) -> [String] {
  row.cells.flatMap { cell in
    [lines(of: cell.blocks).joined(separator: "\n")]
      + Array(repeating: "", count: cell.span - 1)
  }
}

private func lines(of blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    var text = ""
    block.forEachInline { inline in
      switch inline {
      case .text(let run), .code(let run): text += run
      case .lineBreak: text += "\n"
      case .box: text += "☐"
      case .blank, .picture, .strong, .emphasis, .superscript, .subscript, .link, .note, .mark:
        break
      }
    }
    return text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// The words behind the boxes of a column, if each filled cell of it has these boxes and nothing
/// else.
private func boxes(inColumn column: Int, of table: Table) -> [String]? {
  let cells = table.rows.map { texts($0) }.filter { column < $0.count }.map { $0[column] }
  let filled = Set(cells.filter { !$0.isEmpty })
  guard filled.count == 1, let text = filled.first, text.hasPrefix("☐") else { return nil }
  let words = text.split(separator: "☐").map { trimmed($0) }.filter { !$0.isEmpty }
  return words.isEmpty ? nil : words
}
