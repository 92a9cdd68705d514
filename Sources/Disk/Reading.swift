import Glibc

/// Where bytes are read from.
package enum ReadingPlace: Hashable, Sendable {
  /// Wherever the system has them.
  case anywhere
  /// Not from the system's own copy, where it agrees to drop it (posix_fadvise(3)).
  case disk
}

/// The bytes of a plain file.
///
/// - Parameter limitBytes: the largest file that is read, asked of the system before the first
///   byte and kept to while reading, in case the file grows.
/// - Throws: `.notAFile` for folders, devices and pipes, which are never waited for.
package func readFile(
  at path: String, limitBytes: Int, from place: ReadingPlace = .anywhere
) throws(DiskError) -> [UInt8] {
  let (file, status) = try openedFile(path)
  guard Int(status.st_size) <= limitBytes else {
    throw DiskError(.read, path, .tooLarge(limitBytes: limitBytes))
  }
  if place == .disk { _ = posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED) }
  // One byte more than expected, so that a whole file comes in one piece, which is then handed on.
  var piece = [UInt8](repeating: 0, count: max(Int(status.st_size) + 1, 4096))
  var bytes: [UInt8] = []
  while true {
    let count = unlessInterrupted { read(file.number, &piece, piece.count) }
    guard count >= 0 else { throw DiskError(.read, path, errno: errno) }
    if bytes.isEmpty, count == Int(status.st_size), count < piece.count {
      // A plain file gives less than was asked for only at its end.
      piece.removeLast(piece.count - count)
      return piece
    }
    if count == 0 { return bytes }
    bytes.append(contentsOf: piece[..<count])
    guard bytes.count <= limitBytes else {
      throw DiskError(.read, path, .tooLarge(limitBytes: limitBytes))
    }
  }
}

/// A plain file of any size that is read here and there.
package struct ReadableFile: Sendable {
  package let path: String
  /// When it was opened.
  package let sizeBytes: Int
  private let file: Descriptor

  /// - Throws: `.notAFile` for folders, devices and pipes, which are never waited for.
  package init(_ path: String) throws(DiskError) {
    self.path = path
    let (file, status) = try openedFile(path)
    self.file = file
    sizeBytes = Int(status.st_size)
  }

  /// Just the bytes of the range, which lies within the file. Any number of tasks may read at once.
  ///
  /// - Throws: EIO also where the file has become shorter.
  package func bytes(in range: Range<Int>) throws(DiskError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let place = off_t(range.lowerBound)
    let count = unlessInterrupted { pread(file.number, &bytes, range.count, place) }
    if count == range.count { return bytes }
    guard count > 0 else { throw DiskError(.read, path, errno: count == 0 ? EIO : errno) }
    return Array(bytes[..<count]) + (try self.bytes(in: range.dropFirst(count)))
  }
}

/// A plain file, opened without waiting: a pipe without a writer would keep the call for ever.
private func openedFile(_ path: String) throws(DiskError) -> (file: Descriptor, status: stat) {
  let file: Descriptor
  switch opened(path, in: AT_FDCWD, O_RDONLY | O_NONBLOCK | O_NOCTTY) {
  case .success(let descriptor): file = descriptor
  case .failure(let failure):
    // What a socket answers to being opened.
    guard failure.number != ENXIO else { throw DiskError(.read, path, .notAFile) }
    throw DiskError(.read, path, errno: failure.number)
  }
  var status = stat()
  guard fstat(file.number, &status) == 0 else { throw DiskError(.read, path, errno: errno) }
  guard status.kind == .file else { throw DiskError(.read, path, .notAFile) }
  return (file, status)
}

/// Reads a plain file of any size piece by piece, from the disk itself where the system lets its
/// own copy go.
func readPieces(
  of path: String, pieceBytes: Int = 1 << 20, _ take: ([UInt8]) -> Void
) throws(DiskError) {
  let file: Descriptor
  switch opened(path, in: AT_FDCWD, O_RDONLY | O_NONBLOCK | O_NOCTTY) {
  case .success(let descriptor): file = descriptor
  case .failure(let failure): throw DiskError(.read, path, errno: failure.number)
  }
  _ = posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED)
  var piece = [UInt8](repeating: 0, count: pieceBytes)
  while true {
    let count = unlessInterrupted { read(file.number, &piece, piece.count) }
    guard count >= 0 else { throw DiskError(.read, path, errno: errno) }
    if count == 0 { return }
    take(count == piece.count ? piece : Array(piece[..<count]))
  }
}

/// Whether a plain file is there, or a link to one. A file that may not be looked at is not there.
package func fileExists(at path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.kind == .file
}

/// The size of a plain file in bytes; nil where there is none.
package func fileSize(at path: String) -> Int? {
  var status = stat()
  return stat(path, &status) == 0 && status.kind == .file ? Int(status.st_size) : nil
}

/// What tells whether a file is still the same one, without reading it: its place on the disk, its
/// size and times. Nil where there is none.
package func fileStamp(of path: String) -> String? {
  var status = stat()
  guard stat(path, &status) == 0, status.kind == .file else { return nil }
  return "\(status.st_dev) \(status.st_ino) \(status.st_size) "
    + "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}

/// What tells whether a file of a folder has changed: for each, its path, size and times. Empty
/// where the folder cannot be listed.
package func folderStamp(of folder: String) -> [String] {
  let paths: [String]
  do throws(DiskError) {
    paths = try listFiles(under: folder, depthLimit: 8)
  } catch {
    return []
  }
  return paths.map { "\($0) \(fileStamp(of: joined(folder, $0)))" }
}

/// What tells whether a file has changed: its size and times; empty where there is none.
package func fileStamp(of path: String) -> String {
  var status = stat()
  guard stat(path, &status) == 0 else { return "" }
  let times = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_nsec)"
  return "\(status.st_size) \(status.st_ino) \(times)"
}

/// Whether a folder is there, or a link to one.
package func folderExists(at path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.kind == .folder
}

/// Whether two paths lead to one and the same folder.
package func isSameFolder(_ first: String, _ second: String) -> Bool {
  var (one, other) = (stat(), stat())
  return stat(first, &one) == 0 && stat(second, &other) == 0 && one.kind == .folder
    && one.st_dev == other.st_dev && one.st_ino == other.st_ino
}

enum EntryKind {
  case file
  case folder
  case symbolicLink
  /// A device, a pipe or a socket.
  case other
}

extension stat {
  var kind: EntryKind {
    switch st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .other
    }
  }
}
