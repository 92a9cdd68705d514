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
  private let items: [String: XMLElement]
  private let order: [String]
  private(set) var diagnostics: [Diagnostic] = []
  /// Items of the base that the sheet has no row for.
  private(set) var absent: [String] = []
  private(set) var isOfNewItems = false

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
    let elements = root.elements.filter { $0.name == kind.element }
    let named = elements.compactMap { element in element["id"].map { ($0.value, element) } }
    items = Dictionary(named, uniquingKeysWith: { first, _ in first })
    order = named.map(\.0)
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

  private func difference(_ reading: Reading, _ item: XMLElement) -> FieldChange? {
    if case .id = reading.field.content { return nil }
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
    if let own = fields.first(where: { $0.field.name == "id" }), let id = own.value {
      return (id, own.cell)
    }
    let naming = fields.first { ["title", "name", "short", "text"].contains($0.field.name) }
    guard let naming, let title = naming.value, !slug(title).isEmpty else {
      diagnostics.append(.noID(record.cells[0]))
      return nil
    }
    return (slug(title), naming.cell)
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

  /// The kind that a sheet holds: by the sheet's name, else by its headings.
  static func kind(of table: SheetTable) -> ItemKind? {
    let fileName = table.file.path.split(separator: "/").last.map(String.init) ?? ""
    let base = fileName.prefix { $0 != "." }
    for name in [table.name ?? "", String(base)] where !name.isEmpty {
      let wanted = plain(name)
      let named = all.first {
        plain($0.sheet) == wanted || plain($0.part.rawValue) == wanted
          || plain($0.fileName) == wanted
      }
      if let named { return named }
    }
    let fitting = all.filter { kind in
      table.headings.map(\.located.value).allSatisfy {
        kind.field(called: $0) != nil || kind.passesOver($0)
      }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

private func plain(_ text: String) -> String {
  slug(text.replacing("_", with: " "))
}
