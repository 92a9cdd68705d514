import Glibc

/// Keeps other builds out of an output folder, by flock(2) on `.trousse-lock`.
///
/// The system drops the lock when the process ends, however it ends, so a lock never outlives its
/// build. The file is there for the lock alone and goes when it is released.
struct OutputLock: Sendable {
  private let file: Descriptor
  private let folder: Descriptor

  init(in folder: Descriptor, _ path: String) throws(DiskError) {
    self.folder = folder
    self.file = try Self.takenFile(in: folder, path)
  }

  /// Whether the file with the lock is still the one that other builds would find. It is not once
  /// the lock was released, or when a person has removed the file.
  var isHeld: Bool {
    var status = stat()
    return fstat(file.number, &status) == 0 && Self.isCurrent(status, in: folder)
  }

  /// Gives the folder free. The file is removed first, while the lock is still held.
  func release() {
    guard isHeld else { return }
    _ = unlinkat(folder.number, Names.lock, 0)
    _ = flock(file.number, LOCK_UN)
  }

  private static func takenFile(
    in folder: Descriptor, _ path: String
  ) throws(DiskError) -> Descriptor {
    while true {
      let file: Descriptor
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW
      switch opened(Names.lock, in: folder.number, flags, mode: 0o644) {
      case .success(let descriptor): file = descriptor
      case .failure(let failure): throw DiskError(.lock, path, errno: failure.number)
      }
      guard unlessInterrupted({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
        guard errno == EWOULDBLOCK else { throw DiskError(.lock, path, errno: errno) }
        throw DiskError(.lock, path, .busy(owner: owner(in: file)))
      }
      var status = stat()
      guard fstat(file.number, &status) == 0 else {
        throw DiskError(.lock, path, errno: errno)
      }
      // Between opening and locking, the former owner may have removed the file: then the lock is
      // on a file without a name, and another build may hold one on the next.
      guard isCurrent(status, in: folder) else { continue }
      try sign(file, path)
      return file
    }
  }

  private static func isCurrent(_ status: stat, in folder: Descriptor) -> Bool {
    var named = stat()
    return fstatat(folder.number, Names.lock, &named, AT_SYMLINK_NOFOLLOW) == 0
      && named.st_ino == status.st_ino && named.st_dev == status.st_dev
  }

  /// Writes the process number, for the message that a second build gives.
  private static func sign(_ file: Descriptor, _ path: String) throws(DiskError) {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(file.number, 0) == 0,
      unlessInterrupted({ pwrite(file.number, text, text.count, 0) }) == text.count
    else { throw DiskError(.lock, path, errno: errno) }
  }

  private static func owner(in file: Descriptor) -> Int32? {
    var text = [UInt8](repeating: 0, count: 16)
    let count = unlessInterrupted { pread(file.number, &text, text.count, 0) }
    guard count > 0 else { return nil }
    let digits = text[..<count].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int32(String(decoding: digits, as: UTF8.self))
  }
}
