import Archive
import Diagnostics
package import FileTree

/// Zips files that lie on a disk, piece by piece, so that an archive of any size passes through a
/// memory of any size.
package struct KitZipper: ~Copyable {
  private var writer = ZipWriter()
  private var deflater = Deflater()

  package init() {}

  /// Adds a file, deflated unless it is so inside already.
  ///
  /// - Returns: the next bytes of the archive.
  /// - Throws: `PackError` when the name is taken.
  package mutating func add(_ bytes: [UInt8], at path: RelativePath) throws(PackError) -> [UInt8] {
    do throws(ArchiveError) {
      let isPacked = [".odt", ".zip", ".png", ".jpg"].contains { path.name.hasSuffix($0) }
      try writer.add(isPacked ? Deflated(storing: bytes) : deflater.deflate(bytes), at: path)
    } catch {
      throw .archive(error)
    }
    return writer.drain()
  }

  /// The last bytes of the archive.
  package consuming func finish() throws(PackError) -> [UInt8] {
    do throws(ArchiveError) { return try writer.finish() } catch { throw .archive(error) }
  }
}

/// Whether the bytes are a zip with a kit in it, or several.
package func isKitZip(_ bytes: [UInt8]) -> Bool {
  do throws(ZipError) {
    return try ZipReader(bytes).entries.contains {
      $0.path.components.dropFirst().elementsEqual(Manifest.path.components)
    }
  } catch {
    return false
  }
}
