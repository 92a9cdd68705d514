import Diagnostics
import Merging
import Templates

/// One document of a merge before it is made.
struct MergeEntry: Sendable {
  let row: RowList.Row
  /// One for each field of the binding.
  let values: [Value]
  /// What the kit's plan makes the document for, if it knows the template.
  let item: PlannedItem?
}

/// What each row of a list gives to a template. Where the kit's plan makes the template's document
/// once for each item of a list (a partner, a role), a column of that name says which item a row is
/// for, by its id or its title; a row that does not say it is for all that the basin has.
struct RowBinding {
  /// The columns, then what the plan adds.
  let fields: [RecordType.Field]
  private(set) var entries: [MergeEntry] = []
  private(set) var warnings: [Diagnostic] = []

  /// - Throws: `Stopped` when a row names what the basin's kit has no document for, or it has none
  ///   at all.
  init(
    _ rows: RowList, _ planned: PlannedTemplate?, _ kit: KitValues?
  ) throws(Stopped) {
    let columns = rows.record.fields
    guard let planned, let kit, let first = planned.itemFields.first else {
      fields = columns
      let item = kit.flatMap { planned?.items(of: $0).first }
      entries = rows.rows.map { MergeEntry(row: $0, values: $0.values, item: item) }
      return
    }
    let added = planned.itemFields
    let places = added.map { field in columns.firstIndex { $0.name == field.name } }
    var fields = columns
    for (field, place) in zip(added, places) {
      if let place { fields[place] = field } else { fields.append(field) }
    }
    self.fields = fields
    let items = planned.items(of: kit)
    guard !items.isEmpty else { throw Stopped([.noItem(first.name, in: rows.file)]) }
    let column = places[0].map { rows.columns[$0] }
    var problems: [Diagnostic] = []
    for row in rows.rows {
      let cell = places[0].map { row.values[$0] }
      let meant = Self.items(items, meantBy: cell)
      if meant.isEmpty, let cell, let column {
        problems.append(.unknownItem(cell, in: row, of: column, among: items))
      }
      for item in meant {
        var values = row.values
        for (value, place) in zip(item.values, places) {
          if let place { values[place] = value } else { values.append(value) }
        }
        entries.append(MergeEntry(row: row, values: values, item: item))
      }
    }
    guard problems.isEmpty else { throw Stopped(problems) }
    if entries.count > rows.rows.count {
      warnings.append(.rowForAllItems(first.name, items, in: rows.file))
    }
  }

  /// Those that a cell means: all of them where it says nothing.
  private static func items(_ items: [PlannedItem], meantBy cell: Value?) -> [PlannedItem] {
    switch cell {
    case nil, .blank?: items
    case let cell?: items.filter { $0.isMeant(by: cell) }
    }
  }
}
