import Diagnostics
import KnowledgeBase
import Markup
import Sheets

/// Compares one sheet with the base.
struct ChangeReader {
  let kind: ItemKind
  /// On what new items rest that do not say it.
  private let source: String?
  private let vocabulary: Vocabulary
  private let columns: [(index: Int, field: Field)]
  private let items: [String: Item]
  private let order: [String]
  private(set) var diagnostics: [Diagnostic] = []
  /// Items of the base that the sheet has no row for.
  private(set) var absent: [String] = []
  private(set) var isOfNewItems = false
  private var newCount = 0

  init(
    _ table: SheetTable, _ kind: ItemKind, _ root: XMLElement, _ vocabulary: Vocabulary,
    source: String?
  ) {
    self.kind = kind
    self.vocabulary = vocabulary
    self.source = source
    var columns: [(Int, Field)] = []
    for (index, heading) in table.headings.enumerated() {
      if let field = kind.field(called: heading.located.value) {
        columns.append((index, field))
      } else if !kind.passesOver(heading.located.value) {
        diagnostics.append(.unknownColumn(heading, among: kind.fields.map(\.heading)))
      }
    }
    self.columns = columns
    let all = kind.items(in: root)
    items = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    order = all.map(\.id)
  }

  mutating func changes(in table: SheetTable) -> [ItemChange] {
    var changes: [ItemChange] = []
    var seen: [String: SheetCell] = [:]
    for record in table.records {
      let fields = readings(of: record)
      guard let (id, cell) = id(of: fields, record) else { continue }
      if let first = seen[id] {
        diagnostics.append(.idTwice(cell, id, first: first))
        continue
      }
      seen[id] = cell
      if let item = items[id] {
        checkOwner(of: item, fields)
        let differing = fields.compactMap { difference($0, item) }
        if !differing.isEmpty { changes.append(.changed(kind, id: id, differing)) }
      } else {
        let new = added(fields, id, cell)
        let missing = kind.missing(in: new)
        if !missing.isEmpty { diagnostics.append(.missingFields(missing, cell)) }
        changes.append(.added(kind, id: id, new))
      }
    }
    absent = order.filter { seen[$0] == nil }
    // A sheet that names no item of the base is a list of new ones.
    isOfNewItems = absent.count == order.count
    return changes
  }

  private typealias Reading = (field: Field, cell: SheetCell, value: String?)

  private mutating func readings(of record: SheetRecord) -> [Reading] {
    let read = columns.map { column in
      let cell = record.cells[column.index]
      return (
        field: column.field, cell: cell, value: column.field.read(cell, vocabulary, &diagnostics)
      )
    }
    // What is said of a text goes with the text.
    let blankChildren = read.compactMap { reading -> String? in
      guard case .child(let name) = reading.field.place, reading.value == nil else { return nil }
      return name
    }
    return read.map { reading in
      guard case .childAttribute(let name, _) = reading.field.place, blankChildren.contains(name)
      else { return reading }
      return (reading.field, reading.cell, nil)
    }
  }

  private func difference(_ reading: Reading, _ item: Item) -> FieldChange? {
    if case .id = reading.field.content { return nil }
    if case .owner = reading.field.place { return nil }
    let before = reading.field.value(in: item)
    guard !reading.field.areSame(before, reading.value) else { return nil }
    return FieldChange(
      field: reading.field, before: before, after: reading.value, cell: reading.cell)
  }

  private func added(_ fields: [Reading], _ id: String, _ cell: SheetCell) -> [FieldChange] {
    let own = FieldChange(field: kind.fields[0], before: nil, after: id, cell: cell)
    let said = fields.compactMap { reading -> FieldChange? in
      if case .id = reading.field.content { return nil }
      guard let value = reading.value else { return nil }
      return FieldChange(field: reading.field, before: nil, after: value, cell: reading.cell)
    }
    return kind.completed([own] + said, source: source, cell)
  }

  /// The id of a row: what its cell says, else made of the first text of the row that names it.
  private mutating func id(
    of fields: [Reading], _ record: SheetRecord
  ) -> (id: String, cell: SheetCell)? {
    let own = fields.first { if case .id = $0.field.content { true } else { false } }
    if let own, let id = own.value {
      guard kind.belonging != nil, items[id] == nil else { return (id, own.cell) }
      diagnostics.append(.unknownRow(own.cell, id, of: kind, among: order))
      return nil
    }
    if let belonging = kind.belonging { return id(of: fields, record, belonging) }
    let naming = fields.first { ["title", "name", "short", "text"].contains($0.field.name) }
    guard let naming, let title = naming.value, !slug(title).isEmpty else {
      diagnostics.append(.noID(record.cells[0]))
      return nil
    }
    return (slug(title), naming.cell)
  }
}

// Items that belong to others.
extension ChangeReader {
  /// The id of a new row: what it belongs to, and what tells it apart there. A row without a key
  /// that says what an item of the base says is that item.
  private mutating func id(
    of fields: [Reading], _ record: SheetRecord, _ belonging: Belonging
  ) -> (id: String, cell: SheetCell)? {
    let owner = fields.first { if case .owner = $0.field.place { true } else { false } }
    if belonging.owner != nil, owner?.value == nil {
      diagnostics.append(.missingFields([kind.fields[1]], owner?.cell ?? record.cells[0]))
      return nil
    }
    let text = fields.first { $0.field.place == .text }
    let place = belonging.key.map { key in fields.first { $0.field.place == .attribute(key) } }
    let anchor = owner?.cell ?? record.cells[0]
    let prefix = owner?.value.map { $0 + "/" } ?? ""
    if let key = place {
      // A stake that names no code gets one from its short name.
      let value = key?.value ?? fields.first { $0.field.name == "short" }?.value.map(slug)
      return (prefix + (value ?? ""), key?.cell ?? anchor)
    }
    let same = order.first { id in
      guard let text, let item = items[id], id.hasPrefix(prefix) else { return false }
      return text.field.areSame(text.field.value(in: item), text.value)
    }
    newCount += 1
    return (same ?? "\(prefix)+\(newCount)", text?.cell ?? anchor)
  }

  /// An item stays where it is: a row that names another owner is a mistake.
  private mutating func checkOwner(of item: Item, _ fields: [Reading]) {
    guard let owner = item.owner?["id"]?.value,
      let reading = fields.first(where: { if case .owner = $0.field.place { true } else { false } }
      ),
      let said = reading.value, said != owner
    else { return }
    diagnostics.append(.otherOwner(reading.cell, said, owner: owner))
  }
}

extension ItemKind {
  /// The field of a heading: as people know it, or by its name in the XML.
  func field(called heading: String) -> Field? {
    let wanted = plain(heading)
    return fields.first { plain($0.heading) == wanted }
      ?? fields.first { plain($0.name) == wanted }
      ?? fields.first { field in field.aliases.contains { plain($0) == wanted } }
  }

  func passesOver(_ heading: String) -> Bool {
    let wanted = plain(heading)
    return passedOver.contains { plain($0) == wanted }
  }

  /// Which of all kinds a sheet holds: by the sheet's name, else by its headings.
  static func rank(of table: SheetTable) -> Int? {
    let fileName = table.file.path.split(separator: "/").last.map(String.init) ?? ""
    let base = fileName.prefix { $0 != "." }
    for name in [table.name ?? "", String(base)] where !name.isEmpty {
      let wanted = plain(name)
      let named = all.firstIndex {
        plain($0.sheet) == wanted || plain($0.part.rawValue) == wanted
          || plain($0.fileName) == wanted
      }
      if let named { return named }
    }
    let fitting = all.indices.filter { index in
      table.headings.map(\.located.value).allSatisfy {
        all[index].field(called: $0) != nil || all[index].passesOver($0)
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

private func plain(_ text: String) -> String {
  slug(text.replacing("_", with: " "))
}
