import Documents
import OfficePackages
import OpenDocumentFormat
import Templates

/// Writes the ODT and the ODS of any document, whichever kind of template it was made from.
struct OfficeWriting: ~Copyable {
  private var texts: TextDocumentWriter
  private var packages = OfficePackageWriter()

  private let palette: Palette

  /// - Parameter mentions: what every page says at its foot.
  init(_ looks: Looks, mentions: [Paragraph] = []) {
    texts = TextDocumentWriter(look: looks.text.adding(mentions))
    palette = looks.palette
  }

  /// - Parameter office: what a Writer template made; nil for a document of the vocabulary.
  mutating func bytes(
    of document: Document, _ office: OfficeDocument?, properties: DocumentProperties
  ) -> [UInt8] {
    guard let office else { return texts.bytes(of: document, properties: properties) }
    return packages.bytes(
      content: office.content, styles: office.styles,
      meta: properties.metaXML(adding: office.properties), common: office.common,
      adding: office.pictures)
  }

  /// The tables of a document as a spreadsheet.
  func sheets(of document: Document, properties: DocumentProperties) -> [UInt8] {
    SpreadsheetWriter(palette: palette, properties: properties)
      .bytes(of: sheetDrafts(of: document))
  }
}
