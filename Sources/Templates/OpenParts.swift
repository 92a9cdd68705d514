import Documents

// What the composer has begun and not ended, where it has parts of more than one kind.

struct OpenTable {
  private(set) var columns: [Table.Column] = []
  private var contents: [Table.Sheet.Content] = []
  private var sums: [Int] = []
  private var header: [Table.Row] = []
  private var rows: [Table.Row] = []

  mutating func append(_ column: Table.Column, _ content: Table.Sheet.Content) {
    columns.append(column)
    contents.append(content)
  }

  mutating func append(_ row: Table.Row, _ part: RowPart) {
    switch part {
    case .header: header.append(row)
    case .sum:
      sums.append(rows.count)
      rows.append(row)
    case .body: rows.append(row)
    }
  }

  consuming func table(caption: String?, sheet: String?) -> Table {
    Table(
      caption: caption?.isEmpty == true ? nil : caption, columns: columns, header: header,
      rows: rows, sheet: sheet.map { Table.Sheet(name: $0, contents: contents, sums: sums) })
  }
}

struct OpenRow {
  private(set) var cells: [Table.Cell] = []
  /// The columns that the cells cover.
  private(set) var covered = 0
  /// The last cell that takes what the others leave.
  private var rest: Int?

  mutating func append(_ blocks: [Block], isHeading: Bool, _ span: CellSpan) {
    switch span {
    case .columns(let count):
      cells.append(Table.Cell(blocks, isHeading: isHeading, span: count))
      covered += count
    case .rest:
      rest = cells.count
      cells.append(Table.Cell(blocks, isHeading: isHeading, span: 1))
      covered += 1
    }
  }

  mutating func fill(_ columns: Int) {
    guard let rest, covered < columns else { return }
    cells[rest].span += columns - covered
    covered = columns
  }
}

struct OpenLetter {
  private var zones = [[[Inline]]](repeating: [], count: LetterZone.allCases.count)

  subscript(zone: LetterZone) -> [[Inline]] {
    get { zones[zone.rawValue] }
    _modify { yield &zones[zone.rawValue] }
  }

  func letter(body: [Block]) -> Letter {
    Letter(
      logo: "Emplacement du logo", sender: self[.sender], addressee: self[.addressee],
      placeAndDate: self[.placeAndDate].first ?? [], references: self[.references],
      subject: self[.subject].first ?? [], attachments: self[.attachments].first,
      call: self[.call].first ?? [], body: body, closing: self[.closing].first ?? [],
      signature: self[.signature], copies: self[.copies])
  }
}
