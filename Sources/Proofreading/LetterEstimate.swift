import Documents

/// How much of its pages a letter takes, in lines of its body, without laying it out.
///
/// The numbers are those of the kit's letter paper (A4, body in 11 points on a line of 15), taken
/// from its letters as LibreOffice lays them out; the estimate differs by two lines at most.
struct LetterEstimate {
  /// Letters of a full line of the body.
  private static let lettersOfLine = 92
  /// Lines from the top of a page to its foot.
  static let linesOfPage = 52

  private(set) var lines = 0
  /// Pages that are full or were left.
  private(set) var pages = 1

  init(_ document: Document) {
    for block in document.body { add(block, width: Self.lettersOfLine) }
    let over = max(0, lines - 1) / Self.linesOfPage
    pages += over
  }

  private mutating func add(_ block: Block, width: Int) {
    switch block {
    case .heading(let heading):
      if heading.startsPage { breakPage() }
      add(heading.inlines, width * 3 / 4, after: 1)
    case .paragraph(let paragraph): add(paragraph.inlines, width, after: 0)
    case .list(let list):
      for item in list.items { item.forEach { add($0, width: width - 4) } }
    case .checklist(let items): items.forEach { add($0.inlines, width - 4, after: 0) }
    case .facts(let facts): lines += facts.count
    case .table(let table):
      for row in table.header + table.rows { lines += height(of: row, table, width) }
    case .callout(let callout): callout.blocks.forEach { add($0, width: width - 4) }
    case .form(let fields):
      for field in fields {
        if case .lines(let count) = field.answer { lines += count }
        lines += 1
      }
    case .slip(let slip):
      lines += 2
      slip.blocks.forEach { add($0, width: width) }
    case .letter(let letter): add(letter, width)
    case .chart: lines += 12
    case .pageBreak: breakPage()
    }
  }

  private mutating func breakPage() {
    pages += 1 + max(0, lines - 1) / Self.linesOfPage
    lines = 0
  }

  private mutating func add(_ inlines: [Inline], _ width: Int, after: Int) {
    let text = inlines.plainText
    lines += max(1, (text.count + width - 1) / width) + after
  }

  private func height(of row: Table.Row, _ table: Table, _ width: Int) -> Int {
    let total = max(1, table.columns.reduce(0) { $0 + $1.share })
    var column = 0
    return row.cells.map { cell in
      let covered = table.columns.dropFirst(column).prefix(cell.span).reduce(0) { $0 + $1.share }
      column += cell.span
      var inner = LetterEstimate()
      cell.blocks.forEach { inner.add($0, width: max(4, width * covered / total - 3)) }
      return inner.lines
    }.max() ?? 1
  }

  private init() {}

  /// The zones: sender and addressee stand side by side at the top, as deep as the window asks.
  private mutating func add(_ letter: Letter, _ width: Int) {
    letter.letterhead.forEach { add($0, width: width) }
    lines += max(9, max(letter.sender.count + 1, letter.addressee.count + 5)) + 2
    for line in letter.references { add(line, width / 2, after: 0) }
    add(letter.subject, width - 8, after: 0)
    if let attachments = letter.attachments { add(attachments, width - 8, after: 0) }
    add(letter.call, width, after: 1)
    letter.body.forEach { add($0, width: width) }
    add(letter.closing, width, after: 1)
    lines += letter.signature.count + 2
    for line in letter.copies { add(line, width, after: 0) }
  }
}
