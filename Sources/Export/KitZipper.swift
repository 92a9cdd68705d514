import Archive
import Diagnostics
package import FileTree

/// Zips files that lie on a disk, piece by piece, so that an archive of any size passes through a
/// memory of any size.
package struct KitZipper: ~Copyable {
  private var writer = ZipWriter()
  private var deflater = Deflater()
  private var sum = ByteSum()

  package init() {}

  /// Adds a file, deflated unless it is so inside already.
  ///
  /// - Returns: the next bytes of the archive.
  /// - Throws: `PackError` when the name is taken.
  package mutating func add(_ bytes: [UInt8], at path: RelativePath) throws(PackError) -> [UInt8] {
    do throws(ArchiveError) {
      let isPacked = [".odt", ".ods", ".zip", ".png", ".jpg"].contains { path.name.hasSuffix($0) }
      try writer.add(isPacked ? Deflated(storing: bytes) : deflater.deflate(bytes), at: path)
    } catch {
      throw .archive(error)
    }
    let piece = writer.drain()
    sum.add(piece)
    return piece
  }

  /// The last bytes of the archive, and the sum of all of it.
  package consuming func finish() throws(PackError) -> (bytes: [UInt8], sum: ByteSum) {
    do throws(ArchiveError) {
      let bytes = try writer.finish()
      sum.add(bytes)
      return (bytes, sum)
    } catch { throw .archive(error) }
  }
}

/// The sum of bytes that come piece by piece, to tell whether a disk gives back what it was given.
package struct ByteSum: Equatable, Sendable {
  private var sum = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { sum.add(bytes) }

  /// SHA-256 in lower case.
  package var hex: String { sum.digest.hex }

  package static func == (one: ByteSum, other: ByteSum) -> Bool { one.hex == other.hex }
}
