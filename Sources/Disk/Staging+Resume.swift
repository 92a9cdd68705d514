import CLinux
package import FileTree
import Glibc

extension Staging {
  /// Like `begin(in:)`, but what a run that was cut short has staged is not thrown away: a file that
  /// is right stays, and needs not be written again. All else goes, empty folders too, so that
  /// nothing but what was asked for can be committed.
  ///
  /// What was staged is flushed first, so that each file is judged by what the disk itself gives.
  ///
  /// - Parameter isRight: whether these are the bytes that the file should have.
  /// - Returns: the files that stay; nil when no run was cut short.
  package static func resume(
    in output: String, limitBytes: Int,
    isRight: @escaping (RelativePath, [UInt8]) -> Bool
  ) throws(DiskError) -> (staging: Staging, kept: Set<RelativePath>?) {
    let (outputFolder, made) = try openOrMakeFolder(output)
    let lock = try OutputLock(in: outputFolder, output)
    try Former(output: output, outputFolder: outputFolder).restore()
    try removeLeftovers(in: outputFolder, output, but: Names.staging)
    guard
      case .success(let folder) = opened(
        Names.staging, in: outputFolder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    else {
      // Nothing, or no folder of ours.
      try removeLeftovers(in: outputFolder, output)
      return (try empty(in: outputFolder, output, lock, made), nil)
    }
    guard syncfs(folder.number) == 0 else { throw DiskError(.write, output, errno: errno) }
    let sieve = LeftoverSieve(
      place: joined(output, Names.staging), limitBytes: limitBytes, isRight: isRight)
    var kept: Set<RelativePath> = []
    guard case .success(let isEmpty) = sieve.sift(folder, at: "", &kept), !isEmpty else {
      try removeLeftovers(in: outputFolder, output)
      return (try empty(in: outputFolder, output, lock, made), [])
    }
    let staging = Staging(
      output: output, outputFolder: outputFolder, stagingFolder: folder, lock: lock,
      madeFolders: made)
    return (staging, kept)
  }
}

/// Keeps what is right of a staging folder and removes the rest.
private struct LeftoverSieve {
  let place: String
  let limitBytes: Int
  let isRight: (RelativePath, [UInt8]) -> Bool

  /// - Returns: whether nothing is left in the folder.
  func sift(
    _ folder: Descriptor, at path: String, _ kept: inout Set<RelativePath>
  ) -> Result<Bool, SystemFailure> {
    let names: [EntryName]
    switch entryNames(in: folder.number) {
    case .success(let found): names = found
    case .failure(let failure): return .failure(failure)
    }
    var isEmpty = true
    for name in names {
      switch sift(name, in: folder, at: joined(path, name.description), &kept) {
      case .success(let isGone): isEmpty = isEmpty && isGone
      case .failure(let failure): return .failure(failure)
      }
    }
    return .success(isEmpty)
  }

  /// - Returns: whether the name is gone.
  private func sift(
    _ name: EntryName, in folder: Descriptor, at path: String, _ kept: inout Set<RelativePath>
  ) -> Result<Bool, SystemFailure> {
    var status = stat()
    guard fstatat(folder.number, name.characters, &status, AT_SYMLINK_NOFOLLOW) == 0,
      let text = name.text
    else { return removeTree(name, in: folder.number).map { true } }
    if status.kind == .folder,
      case .success(let inside) = opened(
        text, in: folder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    {
      switch sift(inside, at: path, &kept) {
      case .success(false): return .success(false)
      case .success(true): break
      case .failure(let failure): return .failure(failure)
      }
    } else if status.kind == .file, status.st_nlink == 1, let file = rightFile(at: path) {
      kept.insert(file)
      return .success(false)
    }
    return removeTree(name, in: folder.number).map { true }
  }

  /// The path of the file, if it is one that is asked for and has the right bytes.
  private func rightFile(at path: String) -> RelativePath? {
    do {
      let file = try RelativePath(path)
      let bytes = try readFile(at: joined(place, path), limitBytes: limitBytes, from: .disk)
      return isRight(file, bytes) ? file : nil
    } catch {
      return nil
    }
  }
}
