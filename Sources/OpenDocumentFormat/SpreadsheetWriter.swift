internal import Archive
package import Documents
import FileTree
import Markup
package import Sheets

/// Writes tables as an OpenDocument spreadsheet (ODS) for Calc and Excel.
///
/// Headings stay in sight and are printed on each page; words come from lists; dates are dates; the
/// cells of protected columns cannot be changed without lifting the protection, which has no
/// password. A text is never a formula, whatever it begins with, as each cell says its type.
package struct SpreadsheetWriter {
  private let palette: Palette
  private let properties: DocumentProperties

  package init(palette: Palette, properties: DocumentProperties) {
    self.palette = palette
    self.properties = properties
  }

  /// The whole `.ods` file. Costs time and memory in proportion to the number of cells. Same
  /// tables, same bytes.
  ///
  /// - Precondition: there is a table, and no two have one name.
  package func bytes(of sheets: [SheetDraft]) -> [UInt8] {
    precondition(!sheets.isEmpty, "a spreadsheet has a sheet")
    var deflater = Deflater()
    let type = Array(SpreadsheetParts.mediaType.description.utf8)
    let parts: [(RelativePath, Deflated)] = [
      // OpenDocument 1.3 part 2, 3.3: `mimetype` comes first, stored, without an extra field.
      (.literal("mimetype"), Deflated(storing: type)),
      (.literal("content.xml"), deflater.deflate(contentXML(of: sheets))),
      (.literal("styles.xml"), deflater.deflate(SpreadsheetParts.styles(properties, sheets))),
      (.literal("settings.xml"), deflater.deflate(SpreadsheetParts.settings(sheets))),
      (.literal("meta.xml"), deflater.deflate(properties.metaXML())),
      (.literal("META-INF/manifest.xml"), deflater.deflate(SpreadsheetParts.manifest())),
    ]
    var zip = ZipWriter()
    do throws(ArchiveError) {
      for (path, part) in parts { try zip.add(part, at: path) }
      return try zip.finish()
    } catch {
      preconditionFailure("six different names were refused: \(error)")
    }
  }

  /// `content.xml` before it is compressed, for who wants to read it.
  package func contentXML(of sheets: [SheetDraft]) -> [UInt8] {
    var content = SpreadsheetContent(palette)
    for (index, sheet) in sheets.enumerated() { content.number(sheet, index) }
    var out = MarkupWriter(reserving: 1 << 16)
    content.writeOpening(sheets, to: &out)
    for (index, sheet) in sheets.enumerated() { content.write(sheet, index, to: &out) }
    out.markup("</office:spreadsheet></office:body></office:document-content>\n")
    return out.finish()
  }
}
