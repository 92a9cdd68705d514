internal import Archive
package import Documents
import FileTree
import Markup

/// Writes documents as ODT, one after the other, with one look and one deflater.
///
/// Keep one for each task: it is cheap to use and not to make. Same document, properties and look,
/// same bytes.
package struct TextDocumentWriter: ~Copyable {
  private let look: TextDocumentLook
  private var deflater = Deflater(level: Deflater.documentLevel)

  package init(look: TextDocumentLook) { self.look = look }

  /// The whole `.odt` file. Costs time and memory in proportion to the document's text.
  package mutating func bytes(
    of document: Document, properties: DocumentProperties
  ) -> [UInt8] {
    let content = deflater.deflate(contentXML(of: document))
    let meta = deflater.deflate(properties.metaXML())
    var zip = ZipWriter()
    do throws(ArchiveError) {
      // OpenDocument 1.3 part 2, 3.3: `mimetype` comes first, stored, without an extra field.
      try zip.add(look.mimetype, at: PartPath.mimetype)
      try zip.add(content, at: PartPath.content)
      try zip.add(look.styles, at: PartPath.styles)
      try zip.add(meta, at: PartPath.meta)
      try zip.add(look.manifest, at: PartPath.manifest)
      return try zip.finish()
    } catch {
      preconditionFailure("five different names were refused: \(error)")
    }
  }

  /// `content.xml` before it is compressed, for who wants to read it.
  package func contentXML(of document: Document) -> [UInt8] {
    var content = ContentWriter(document, look.letter)
    content.writeDocument(document)
    let automaticStyles = content.styles
    let body = content.finish()
    var out = MarkupWriter(reserving: look.contentOpening.count + body.count + (1 << 12))
    out.append(look.contentOpening)
    automaticStyles.write(to: &out)
    out.markup("</office:automatic-styles><office:body><office:text>")
    out.append(body)
    out.markup("</office:text></office:body></office:document-content>\n")
    return out.finish()
  }
}

/// Where the parts stand in the package, checked once.
private enum PartPath {
  static let mimetype = RelativePath.literal("mimetype")
  static let content = RelativePath.literal("content.xml")
  static let styles = RelativePath.literal("styles.xml")
  static let meta = RelativePath.literal("meta.xml")
  static let manifest = RelativePath.literal("META-INF/manifest.xml")
}
