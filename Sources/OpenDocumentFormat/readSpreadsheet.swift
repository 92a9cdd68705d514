internal import Archive
package import Diagnostics
import FileTree
package import Sheets

/// The sheets of an OpenDocument spreadsheet (ODS), as anybody may have saved and sent it.
///
/// - Throws: `Stopped` with what makes the archive unfit (`odf.not-a-spreadsheet`,
///   `odf.damaged`), or as `readSpreadsheetContent`.
/// - Complexity: linear in the size of the file unpacked, which has a limit.
package func readSpreadsheet(
  _ file: SourceFile, limits: SheetLimits = .standard, formulas: Formulas = .refused
) throws(Stopped) -> [Sheet] {
  let content: [UInt8]?
  do throws(ZipError) {
    let archive = try ZipReader(file.bytes, limits: spreadsheetLimits)
    content = try archive[.literal("content.xml")].map { (entry) throws(ZipError) in
      try archive.bytes(of: entry)
    }
  } catch {
    throw Stopped([.damagedSpreadsheet(error.message, file.id)])
  }
  guard let content else { throw Stopped([.notASpreadsheet(file.id)]) }
  return try readSpreadsheetContent(
    SourceFile(id: file.id, bytes: content), limits: limits, formulas: formulas)
}

/// Whether a file is a ZIP archive, as spreadsheets are, by its first bytes (APPNOTE 4.3.7).
package func isSpreadsheet(_ file: SourceFile) -> Bool {
  file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
}

/// XML is dense: a hundred equal rows take hardly more room than one.
private let spreadsheetLimits = ZipReader.Limits(
  entryCount: 1_000, inflatedBytes: 96 << 20, ratio: 400)
