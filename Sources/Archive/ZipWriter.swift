package import FileTree

/// Writes a ZIP archive in memory, entry by entry, in the caller's order.
///
/// The order is kept because OpenDocument 1.3 part 2, 3.3 wants `mimetype` first, stored and
/// without an extra field. Each entry has the same time and the same permissions, so the archive
/// is a function of what was added and of nothing else. Folders have no entries of their own.
package struct ZipWriter: ~Copyable {
  private let limits: ZipLimits
  private var output = ByteWriter()
  /// How many bytes were handed out before `output`.
  private var drainedBytes = 0
  /// The central directory, which grows beside the entries and comes after them.
  private var directory = ByteWriter()
  private var names = PathIndex()
  private var count = 0

  package init() { self.init(limits: .classic) }

  /// - Parameter limits: where Zip64 begins. Only tests set it lower, to see it without 4 GB.
  package init(limits: ZipLimits) { self.limits = limits }

  /// Adds bytes as they are.
  package mutating func addStored(
    _ bytes: [UInt8], at path: RelativePath
  ) throws(ArchiveError) {
    try add(Deflated(storing: bytes), at: path)
  }

  /// Adds bytes as they are, when their check sum is known from before.
  package mutating func addStored(
    _ bytes: [UInt8], crc32: UInt32, at path: RelativePath
  ) throws(ArchiveError) {
    try add(Deflated(storing: bytes, crc32: crc32), at: path)
  }

  /// Adds bytes that a `Deflater` has prepared. Costs one copy of them.
  ///
  /// - Throws: `ArchiveError` when the name is taken; the archive is then as it was.
  package mutating func add(_ data: Deflated, at path: RelativePath) throws(ArchiveError) {
    do throws(TreeError) { try names.insert(path) } catch { throw ArchiveError(error) }
    let entry = ZipEntry(
      name: path.text, method: data.method, crc32: data.crc32, packedBytes: data.bytes.count,
      sizeBytes: data.sizeBytes, offset: drainedBytes + output.count, limits: limits)
    output.localHeader(of: entry)
    output.run(data.bytes)
    directory.directoryHeader(of: entry)
    count += 1
  }

  /// The next piece of the archive: all entries added since the last call. An archive of any size
  /// can be written so, as only the directory stays in memory.
  package mutating func drain() -> [UInt8] {
    let piece = output.drain()
    drainedBytes += piece.count
    return piece
  }

  /// The whole archive, or what was not drained of it.
  ///
  /// - Throws: `ArchiveError.empty` alone.
  package consuming func finish() throws(ArchiveError) -> [UInt8] {
    guard count > 0 else { throw .empty }
    let end = ZipEnd(
      count: count, directoryOffset: drainedBytes + output.count, directoryBytes: directory.count,
      limits: limits)
    output.run(directory.finish())
    output.endRecords(of: end)
    return output.finish()
  }
}
