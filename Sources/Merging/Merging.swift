/// **Merge**: a person's list (a sheet, a CSV file, JSON) as rows of typed values that a template
/// may name.
///
/// A column becomes a field: its heading becomes a name by one rule (`fieldName`), and the cells of
/// all rows decide its type, so that a template is checked against the list before the first letter
/// is written. An empty cell becomes a blank with the heading's name. A value is never read as a
/// template, whatever stands in it.
///
/// Files, in reading order: `RowList`, `fieldName`, `CellType`, `RowList+Sheet`, `RowList+JSON`.
package enum Merging {}
