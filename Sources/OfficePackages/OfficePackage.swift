package import Archive
package import Diagnostics
package import FileTree
package import Markup

/// An OpenDocument text, read.
package struct OfficePackage: Sendable {
  /// A file of the package that is carried along and never looked into: a picture, the settings.
  package struct File: Sendable {
    package let path: RelativePath
    /// As the list of files gives it; empty if nobody has said.
    package let mediaType: String
    package let data: Deflated

    package init(path: RelativePath, mediaType: String, data: Deflated) {
      self.path = path
      self.mediaType = mediaType
      self.data = data
    }

    /// A file that is not worth deflating, such as a picture.
    package init(storing bytes: [UInt8], at path: RelativePath, mediaType: String) {
      self.init(path: path, mediaType: mediaType, data: Deflated(storing: bytes))
    }
  }

  /// The endings of the documents that are read.
  package static let endings = [".odt", ".ott", ".fodt"]

  /// The document that was read, as a person knows it.
  package let file: SourceFile.ID
  package let content: OfficePart
  package let styles: OfficePart
  /// The document's own title, which may hold fields; nil without one.
  package let title: XMLText?
  /// The custom properties (`meta:user-defined`), which fields in the text may show.
  package let properties: [XMLElement]
  /// `meta.xml` as it was read; nil for a flat document, and where there is none.
  package let meta: SourceFile?
  package let files: [File]

  /// Reads a document; the ending of its name says which kind.
  ///
  /// - Throws: `Stopped` with the first thing that makes it unreadable, `office.…` or `xml.…`.
  package init(_ file: SourceFile) throws(Stopped) {
    if file.id.path.hasSuffix(".fodt") {
      self = try FlatDocument(file).package()
    } else {
      self = try PackedDocument(file).package()
    }
  }

  init(
    file: SourceFile.ID, content: OfficePart, styles: OfficePart, title: XMLText?,
    properties: [XMLElement], meta: SourceFile?, files: [File]
  ) {
    self.file = file
    self.content = content
    self.styles = styles
    self.title = title
    self.properties = properties
    self.meta = meta
    self.files = files
  }
}
