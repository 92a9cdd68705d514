import Archive
package import Diagnostics
package import FileTree

/// What the text documents of a kit said when it left: `.trousse/base.zip` in every kit.
///
/// A document is known by the SHA-256 of the ODT that was shipped, so that renaming does it no
/// harm. Its content is kept as the ODT holds it, deflated already; its styles too, unless they are
/// those that most documents share.
package struct KitBase: Sendable {
  package static let path = RelativePath.literal(".trousse/base.zip")

  /// Content and styles of one document.
  package struct Texts: Sendable {
    package let content: SourceFile
    package let styles: SourceFile
  }

  private let archive: ZipReader
  private let file: SourceFile.ID

  /// - Throws: `Stopped` when the file is no archive that may be read.
  package init(_ file: SourceFile) throws(Stopped) {
    self.file = file.id
    do throws(ZipError) {
      archive = try ZipReader(file.bytes)
    } catch {
      throw Stopped([.unreadableBase(error, file.id)])
    }
  }

  /// What a file said when it was shipped; nil when the base does not hold it.
  ///
  /// - Throws: `Stopped` when it is not as it was packed.
  package func texts(of shipped: ShippedKit.File) throws(Stopped) -> Texts? {
    guard let content = try source("\(shipped.digest)/\(KitBaseWriter.contentName)") else {
      return nil
    }
    for name in ["\(shipped.digest)/\(KitBaseWriter.stylesName)", KitBaseWriter.stylesName] {
      if let styles = try source(name) { return Texts(content: content, styles: styles) }
    }
    return nil
  }

  private func source(_ name: String) throws(Stopped) -> SourceFile? {
    guard let entry = archive.entries.first(where: { $0.path.text == name }) else { return nil }
    do throws(ZipError) {
      return SourceFile(
        id: SourceFile.ID("\(file.path)/\(name)"), bytes: try archive.bytes(of: entry))
    } catch {
      throw Stopped([.unreadableBase(error, file)])
    }
  }
}

/// Gathers the base of a kit from its ODTs, without deflating anything again.
struct KitBaseWriter: ~Copyable {
  static let contentName = "content.xml"
  static let stylesName = "styles.xml"

  private var zip = ZipWriter()
  private var common: Deflated?
  private var digests: Set<String> = []

  /// Adds what an ODT of ours says. Other files, and ODTs that are there already, are passed over.
  mutating func add(_ bytes: [UInt8], digest: String) {
    guard bytes.starts(with: [0x50, 0x4B]), digests.insert(digest).inserted else { return }
    do {
      let archive = try ZipReader(bytes)
      guard let content = archive[.literal("content.xml")],
        let styles = archive[.literal("styles.xml")]
      else { return }
      let packed = try archive.packed(styles)
      if common == nil {
        common = packed
        try zip.add(packed, at: RelativePath(Self.stylesName))
      }
      try zip.add(try archive.packed(content), at: RelativePath("\(digest)/\(Self.contentName)"))
      if packed != common {
        try zip.add(packed, at: RelativePath("\(digest)/\(Self.stylesName)"))
      }
    } catch {
      preconditionFailure("an ODT of ours cannot be read again: \(error)")
    }
  }

  /// The archive; nil when nothing was added.
  consuming func finish() -> [UInt8]? {
    guard common != nil else { return nil }
    do throws(ArchiveError) {
      return try zip.finish()
    } catch {
      preconditionFailure("the base of a kit is no archive: \(error)")
    }
  }
}
