internal import Archive
import FileTree
import Markup

/// The parts of a package that are the same in all documents made from one template, deflated once.
package struct OfficeCommonParts: Sendable {
  let mimetype: Deflated
  let manifest: Deflated
  /// `styles.xml`, if no document has its own.
  let styles: Deflated?
  let files: [OfficePackage.File]

  /// - Parameters:
  ///   - files: what is carried along.
  ///   - styles: `styles.xml` as all documents have it, nil if each has its own.
  package init(files: [OfficePackage.File], styles: [UInt8]?) {
    var deflater = Deflater()
    mimetype = Deflated(storing: Array(MediaType.text.utf8))
    manifest = deflater.deflate(officeManifest(files))
    self.styles = styles.map { deflater.deflate($0) }
    self.files = files
  }
}

/// Puts parts into `.odt` files, one after the other, with one deflater.
///
/// Keep one for each task: it is cheap to use and not to make.
package struct OfficePackageWriter: ~Copyable {
  private var deflater = Deflater(level: Deflater.documentLevel)

  package init() {}

  /// The whole `.odt` file.
  ///
  /// - Parameters:
  ///   - styles: `styles.xml` of this document, nil where the common one serves.
  ///   - more: files that this document has beside the common ones.
  package mutating func bytes(
    content: [UInt8], styles: [UInt8]?, meta: [UInt8], common: OfficeCommonParts,
    adding more: [OfficePackage.File] = []
  ) -> [UInt8] {
    let content = deflater.deflate(content)
    let own = styles.map { deflater.deflate($0) }
    let meta = deflater.deflate(meta)
    let manifest =
      more.isEmpty ? common.manifest : deflater.deflate(officeManifest(common.files + more))
    guard let styles = own ?? common.styles else {
      preconditionFailure("a package without styles was asked for")
    }
    var zip = ZipWriter()
    do throws(ArchiveError) {
      // OpenDocument 1.3 part 2, 3.3: `mimetype` comes first, stored, without an extra field.
      try zip.add(common.mimetype, at: PartPath.mimetype)
      try zip.add(content, at: PartPath.content)
      try zip.add(styles, at: PartPath.styles)
      try zip.add(meta, at: PartPath.meta)
      for file in common.files + more { try zip.add(file.data, at: file.path) }
      try zip.add(manifest, at: PartPath.manifest)
      return try zip.finish()
    } catch {
      preconditionFailure("the names of a package that was read were refused: \(error)")
    }
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

/// The list of files of OpenDocument 1.3 part 2, 4.3; `mimetype` and the list are not in it.
private func officeManifest(_ files: [OfficePackage.File]) -> [UInt8] {
  var out = MarkupWriter()
  out.markup(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
    manifest:version="1.3">\
    <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
    manifest:media-type="application/vnd.oasis.opendocument.text"/>\
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
    <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
    <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
    """)
  for file in files {
    out.markup("<manifest:file-entry")
    out.attribute("manifest:full-path", file.path.text)
    out.attribute("manifest:media-type", file.mediaType)
    out.markup("/>")
  }
  out.markup("</manifest:manifest>\n")
  return out.finish()
}
