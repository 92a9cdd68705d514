package import Diagnostics
import JSON
package import Merging
import OpenDocumentFormat
import Sheets
import Templates

/// The rows of a list that a person or a program made: ODS, CSV or JSON.
///
/// Of several sheets the first one that is not empty counts, and a warning names the others.
///
/// - Returns: the rows, and the file as text when it is one, for diagnostics to show.
/// - Throws: `Stopped` with all that is wrong with the list.
package func readRows(
  _ file: SourceFile
) throws(Stopped) -> Reported<(rows: RowList, text: SourceFile?)> {
  if file.id.path.lowercased().hasSuffix(".json") {
    return Reported((try RowList.read(try readJSON(file)), file))
  }
  let read = try readSheets(file, formulas: .results)
  let filled = read.value.sheets.filter { sheet in
    sheet.rows.contains { row in row.contains { !$0.isBlank } }
  }
  guard let sheet = filled.first ?? read.value.sheets.first else {
    throw Stopped([.emptySpreadsheet(file.id)])
  }
  var diagnostics = read.diagnostics
  if filled.count > 1 {
    diagnostics.append(
      .otherSheets(filled.dropFirst().compactMap(\.name), chosen: sheet.name ?? "", in: file.id))
  }
  do throws(Stopped) {
    let rows = try RowList.read(sheet)
    return Reported((rows.value, read.value.text), diagnostics + rows.diagnostics)
  } catch {
    throw Stopped(diagnostics + error.diagnostics)
  }
}

/// The fields that a list gives to templates: name, type, column and the example of its first row.
package func fieldsText(of rows: RowList) -> String {
  let records = reference(of: rows.record, example: rows.rows.first?.values ?? [])
  return records.enumerated().map { index, record in
    (index == 0 ? "" : "\(record.type)\n") + record.fieldsText
  }.joined()
}
