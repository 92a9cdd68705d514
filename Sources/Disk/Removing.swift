import Glibc

/// Removes a name and, if it is a folder, all that lies in it. A symbolic link is removed and
/// never followed. Nothing there is no failure.
///
/// Each level holds a folder open, so that a tree of some hundred levels fails with EMFILE.
func removeTree(_ name: EntryName, in folder: Int32) -> Result<Void, SystemFailure> {
  if unlinkat(folder, name.characters, 0) == 0 || errno == ENOENT { return .success(()) }
  // Linux answers EISDIR for a folder, POSIX allows EPERM.
  guard errno == EISDIR || errno == EPERM else { return .failure(SystemFailure(number: errno)) }
  let refusal = errno
  let number = unlessInterrupted {
    openat(folder, name.characters, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }
  guard number >= 0 else {
    return .failure(SystemFailure(number: errno == ENOTDIR ? refusal : errno))
  }
  let inside = Descriptor(number)
  switch entryNames(in: inside.number) {
  case .failure(let failure): return .failure(failure)
  case .success(let names):
    for name in names {
      if case .failure(let failure) = removeTree(name, in: inside.number) {
        return .failure(failure)
      }
    }
  }
  let status = unlinkat(folder, name.characters, AT_REMOVEDIR)
  return status == 0 ? .success(()) : .failure(SystemFailure(number: errno))
}

extension EntryName {
  init(_ text: String) {
    self.init(characters: text.utf8.map { CChar(bitPattern: $0) } + [0])
  }
}
