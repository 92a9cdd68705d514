import Documents
import OfficePackages
import OpenDocumentFormat
import Templates

/// Writes the ODT of any document, whichever kind of template it was made from.
struct OfficeWriting: ~Copyable {
  private var texts: TextDocumentWriter
  private var packages = OfficePackageWriter()

  init(look: TextDocumentLook) { texts = TextDocumentWriter(look: look) }

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
}
