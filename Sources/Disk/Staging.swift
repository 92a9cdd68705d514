package import FileTree
import Glibc

/// Files written beside the output folder's own and swapped in when all are there.
///
/// The folder `.trousse-staging` lies inside the output folder and so on the same file system.
/// Nothing that was there before is touched until `commit()`; names that the staging does not hold
/// are never touched. A build that is killed leaves a `.trousse-…` name or two, which the next
/// `begin(in:)` clears away. Until `commit()` or `discard()`, no other build can begin there.
///
/// After `commit()` or `discard()` a staging is spent: a further `write` or `commit` is an error.
package struct Staging: Sendable {
  let output: String
  let outputFolder: Descriptor
  let stagingFolder: Descriptor
  let lock: OutputLock
  /// Folders that were made for it, the innermost last.
  let madeFolders: [String]

  /// Makes the output folder if there is none, takes it, clears what a dead build left, and makes
  /// an empty staging folder.
  ///
  /// - Throws: `.busy` when another build is at work there.
  package static func begin(in output: String) throws(DiskError) -> Staging {
    let (outputFolder, made) = try openOrMakeFolder(output)
    let lock = try OutputLock(in: outputFolder, output)
    try Former(output: output, outputFolder: outputFolder).restore()
    try removeLeftovers(in: outputFolder, output)
    return try empty(in: outputFolder, output, lock, made)
  }

  /// An empty staging folder in an output folder that was taken.
  static func empty(
    in outputFolder: Descriptor, _ output: String, _ lock: OutputLock, _ made: [String]
  ) throws(DiskError) -> Staging {
    guard mkdirat(outputFolder.number, Names.staging, 0o755) == 0 else {
      throw DiskError(.create, joined(output, Names.staging), errno: errno)
    }
    switch opened(Names.staging, in: outputFolder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) {
    case .success(let stagingFolder):
      return Staging(
        output: output, outputFolder: outputFolder, stagingFolder: stagingFolder, lock: lock,
        madeFolders: made)
    case .failure(let failure):
      throw DiskError(.create, joined(output, Names.staging), errno: failure.number)
    }
  }

  /// Clears what a dead run left in a folder into which this one writes nothing. Costs one look where
  /// there is nothing.
  ///
  /// - Throws: `.busy` when another run is at work there.
  package static func clearLeftovers(in folder: String) throws(DiskError) {
    var status = stat()
    let isThere = [Names.lock, Names.staging, Names.former].contains { name in
      lstat(joined(folder, name), &status) == 0
    }
    if isThere { try begin(in: folder).discard() }
  }

  /// Writes a new file, and its folders as needed. Any number of tasks may write at once, each
  /// under another path.
  ///
  /// Costs three system calls, and more only for the first file of a folder. The bytes are handed
  /// to the system, which may keep them for a while before they reach the disk.
  package func write(_ bytes: [UInt8], at path: RelativePath) throws(DiskError) {
    guard !Names.areKept(path.components[0]) else {
      throw DiskError(.create, joined(output, path.text), .reservedName)
    }
    let file = try create(path)
    do throws(SystemFailure) {
      try writeAll(bytes, to: file)
    } catch {
      _ = close(file)
      throw DiskError(.write, joined(output, path.text), errno: error.number)
    }
    // Network disks tell only now that there was no room. After EINTR Linux has closed the file.
    guard close(file) == 0 || errno == EINTR else {
      throw DiskError(.write, joined(output, path.text), errno: errno)
    }
  }

  /// A new file that is written piece by piece, closed when the value goes.
  package func openFile(at path: RelativePath) throws(DiskError) -> StagedFile {
    guard !Names.areKept(path.components[0]) else {
      throw DiskError(.create, joined(output, path.text), .reservedName)
    }
    return StagedFile(file: Descriptor(try create(path)), path: joined(output, path.text))
  }

  /// The bytes of a file that was written, from the disk itself where the system lets its own copy
  /// go: after `flush()`, to see whether a key has kept what it was given.
  package func readBack(_ path: RelativePath, limitBytes: Int) throws(DiskError) -> [UInt8] {
    let place = joined(joined(output, Names.staging), path.text)
    return try readFile(at: place, limitBytes: limitBytes, from: .disk)
  }

  /// The same for a file of any size, piece by piece.
  package func readBack(
    _ path: RelativePath, take: ([UInt8]) -> Void
  ) throws(DiskError) {
    try readPieces(of: joined(joined(output, Names.staging), path.text), take)
  }

  /// Throws away what was written. What was there before is as it was, and a folder that was made
  /// for the output is gone.
  ///
  /// What cannot be cleared away is left to the next `begin(in:)`, which says so if it cannot
  /// either. A spent staging stays as it is.
  package func discard() {
    guard lock.isHeld else { return }
    do throws(DiskError) {
      try Former(output: output, outputFolder: outputFolder).restore()
    } catch {
      // The old kit waits in `.trousse-former`, which is not removed below.
    }
    clear()
    lock.release()
    for folder in madeFolders.reversed() { _ = rmdir(folder) }
  }

  /// Removes the staging folder, which after a commit holds what was replaced.
  @discardableResult
  func clear() -> Result<Void, SystemFailure> {
    removeTree(EntryName(Names.staging), in: outputFolder.number)
  }

  private func create(_ path: RelativePath) throws(DiskError) -> Int32 {
    // Exclusive, and without following links: the file is new, whatever was said of it before.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let folder = stagingFolder.number
    var file = unlessInterrupted { openat(folder, path.text, flags, 0o644) }
    if file < 0, errno == ENOENT {
      try makeFolders(of: path)
      file = unlessInterrupted { openat(folder, path.text, flags, 0o644) }
    }
    guard file >= 0 else {
      throw DiskError(.write, joined(output, path.text), errno: errno)
    }
    return file
  }

  /// Another task may be making the same folders, so one that is there is no failure.
  private func makeFolders(of path: RelativePath) throws(DiskError) {
    var folder = ""
    for part in path.components.dropLast() {
      folder = joined(folder, part)
      guard mkdirat(stagingFolder.number, folder, 0o755) == 0 || errno == EEXIST else {
        throw DiskError(.create, joined(output, folder), errno: errno)
      }
    }
  }
}

/// A file in a staging that is not whole yet.
package struct StagedFile: Sendable {
  fileprivate let file: Descriptor
  fileprivate let path: String

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(DiskError) {
    do throws(SystemFailure) {
      try writeAll(bytes, to: file.number)
    } catch {
      throw DiskError(.write, path, errno: error.number)
    }
  }
}

/// The names that a staging takes in the output folder.
enum Names {
  static let staging = ".trousse-staging"
  static let lock = ".trousse-lock"
  /// What was replaced, on disks that cannot exchange two names.
  static let former = ".trousse-former"

  static func areKept(_ name: String) -> Bool {
    let folded = name.lowercased()
    return folded.hasPrefix(staging) || folded == lock || folded == former
  }
}

private func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemFailure) {
  var rest = bytes
  while !rest.isEmpty {
    let count = unlessInterrupted { Glibc.write(file, rest, rest.count) }
    guard count >= 0 else { throw SystemFailure(number: errno) }
    // Short writes are rare: a disk about to be full.
    rest = count == rest.count ? [] : Array(rest[count...])
  }
}

/// - Parameter kept: a name that stays all the same.
func removeLeftovers(
  in folder: Descriptor, _ path: String, but kept: String? = nil
) throws(DiskError) {
  let names: [EntryName]
  switch entryNames(in: folder.number) {
  case .success(let found): names = found
  case .failure(let failure): throw DiskError(.list, path, errno: failure.number)
  }
  for name in names
  where name.text?.hasPrefix(Names.staging) == true && (kept == nil || name.text != kept) {
    if case .failure(let failure) = removeTree(name, in: folder.number) {
      throw DiskError(.remove, joined(path, name.description), errno: failure.number)
    }
  }
}

/// Opens a folder, making it and the folders above it when they are missing.
///
/// - Returns: the folder, and the paths of those that were made.
func openOrMakeFolder(_ path: String) throws(DiskError) -> (Descriptor, made: [String]) {
  var made: [String] = []
  var result = opened(path, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
  if case .failure(SystemFailure(number: ENOENT)) = result {
    for index in path.utf8.indices where path.utf8[index] == UInt8(ascii: "/") {
      let folder = String(path[..<index])
      if try makeFolder(folder) { made.append(folder) }
    }
    if try makeFolder(path) { made.append(path) }
    result = opened(path, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
  }
  switch result {
  case .success(let folder): return (folder, made)
  case .failure(SystemFailure(number: ENOTDIR)) where fileExists(at: path):
    throw DiskError(.create, path, .notAFolder)
  case .failure(let failure): throw DiskError(.create, path, errno: failure.number)
  }
}

/// - Returns: whether it was not there before.
private func makeFolder(_ path: String) throws(DiskError) -> Bool {
  if path.isEmpty { return false }
  if mkdir(path, 0o755) == 0 { return true }
  guard errno == EEXIST || folderExists(at: path) else {
    throw DiskError(.create, path, errno: errno)
  }
  return false
}
