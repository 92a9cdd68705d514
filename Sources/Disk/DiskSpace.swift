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

  /// What files of these sizes take, each with its last cluster, and a cluster for each folder.
  package func bytesTaken(byFiles sizes: [Int], folderCount: Int) -> Int {
    sizes.reduce(folderCount * clusterBytes) { total, size in
      total + (size + clusterBytes - 1) / clusterBytes * clusterBytes
    }
  }
}
