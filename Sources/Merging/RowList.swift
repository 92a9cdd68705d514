package import Diagnostics
package import Templates

/// The rows of a list, each of which becomes one document.
package struct RowList: Sendable {
  package struct Column: Sendable {
    /// As the list has it: « Nom du maire ».
    package let heading: String
    /// As templates have it: `nomDuMaire`.
    package let name: String
    package let type: ValueType
    package let span: SourceSpan
  }

  package struct Row: Sendable {
    /// As a person counts in the list: the row of a sheet, or the place in a JSON list from 1.
    package let number: Int
    /// One for each column.
    package let values: [Value]
  }

  package let file: SourceFile.ID
  package let columns: [Column]
  /// Never empty.
  package let rows: [Row]

  /// One row as templates see it.
  package var record: RecordType {
    RecordType(
      name: "row",
      fields: columns.map { column in
        RecordType.Field(
          name: column.name, type: column.type, meaning: "la colonne « \(column.heading) »")
      })
  }
}
