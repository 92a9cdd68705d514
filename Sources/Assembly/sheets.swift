package import Diagnostics
import Documents
package import Editing
package import FileTree
import KnowledgeBase
package import OpenDocumentFormat
package import Sheets

/// The two ways in which sheets are written.
package enum SheetFormat: String, CaseIterable, Sendable {
  case ods, csv
}

/// A sheet of the knowledge base, ready to be written.
package struct SheetFile: Sendable {
  package let path: RelativePath
  package let bytes: [UInt8]
  package let rowCount: Int
}

/// The knowledge base as sheets for Calc, one a kind of item.
///
/// - Throws: `Stopped` with all that is wrong with the base: what is broken cannot be edited so.
package func sheetFiles(
  of inputs: BuildInputs, as format: SheetFormat, version: String
) throws(Stopped) -> [SheetFile] {
  let base = try load(inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder)
    .value
  let palette = try Looks.palette(of: base.academy)
  let edition = base[base.currentEdition]
  let day = edition.kitDay ?? edition.start
  var files: [SheetFile] = []
  for (kind, sheet) in try drafts(of: inputs.knowledge) {
    let properties = DocumentProperties(
      title: sheet.name, subject: "base de connaissances, \(base.academy.fullName)",
      creator: base.academy.fullName, kit: "Base de connaissances",
      day: day.map { "\($0)" } ?? "1970-01-01", generator: "trousse/\(version)")
    let bytes =
      switch format {
      case .ods: SpreadsheetWriter(palette: palette, properties: properties).bytes(of: [sheet])
      case .csv: csvBytes(of: sheet)
      }
    let path: RelativePath
    do throws(PathError) {
      path = try RelativePath("\(kind.fileName).\(format.rawValue)")
    } catch {
      preconditionFailure("`\(kind.fileName)` is no name for a file")
    }
    files.append(SheetFile(path: path, bytes: bytes, rowCount: sheet.rows.count))
  }
  return files
}

/// The sheets of a file that a person saved: an ODS, or a CSV in UTF-8 or Windows-1252.
///
/// - Returns: the sheets, and the file as text when it is a CSV, for diagnostics to show.
/// - Throws: `Stopped`; see `readSpreadsheet`, `decodeText` and `readCSV`.
package func readSheets(
  _ file: SourceFile, formulas: Formulas = .refused
) throws(Stopped) -> Reported<(sheets: [Sheet], text: SourceFile?)> {
  if isSpreadsheet(file) { return Reported((try readSpreadsheet(file, formulas: formulas), nil)) }
  let decoded = try decodeText(file)
  do throws(Stopped) {
    let sheet = try readCSV(decoded.value)
    return Reported(([sheet], decoded.value), decoded.diagnostics)
  } catch {
    throw Stopped(decoded.diagnostics + error.diagnostics)
  }
}

/// What sheets would do to the knowledge base of the inputs; see `readRevision`.
package func compare(
  _ sheets: [Sheet], with inputs: BuildInputs, absent: AbsentItems, source: String? = nil
) throws(Stopped) -> Reported<Revision> {
  try readRevision(
    sheets.filter { sheet in sheet.name == nil || sheet.rows.contains { !$0.isEmpty } },
    of: inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder, absent: absent,
    source: source)
}
