import Glibc

/// The room on the disk that a folder lies on.
package struct DiskSpace: Hashable, Sendable {
  /// What a person without privileges may still write.
  package let freeBytes: Int
  /// A file takes a whole number of these.
  package let clusterBytes: Int

  package init(freeBytes: Int, clusterBytes: Int) {
    self.freeBytes = freeBytes
    self.clusterBytes = clusterBytes
  }

  /// - Throws: an error of reading when there is no such folder.
  package init(at folder: String) throws(DiskError) {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { throw DiskError(.read, folder, errno: errno) }
    clusterBytes = max(1, Int(status.f_frsize))
    freeBytes = Int(clamping: UInt64(status.f_bavail)) * clusterBytes
  }

  /// What files of these sizes take, each with its last cluster, and folders with these names.
  package func bytesTaken(byFiles sizes: [Int], folders: [[String]]) -> Int {
    let tables = folders.map { names in names.reduce(2 * Self.entryBytes) { $0 + entry($1) } }
    return (sizes + tables).reduce(0) { total, size in
      total + (size + clusterBytes - 1) / clusterBytes * clusterBytes
    }
  }

  /// A folder of FAT is a table of entries of 32 bytes. A name takes one, and one more for each 13
  /// letters of its long form (Microsoft, FAT32 File System Specification 1.03); exFAT is near it.
  private static let entryBytes = 32

  private func entry(_ name: String) -> Int {
    Self.entryBytes * (1 + (name.utf16.count + 12) / 13)
  }
}
