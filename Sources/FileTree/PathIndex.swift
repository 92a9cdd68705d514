/// The names taken in a tree, and the rules under which another one may join them.
///
/// FAT, NTFS and APFS compare names without regard to case, and APFS without regard to the way an
/// accent is encoded. So a name is looked up under its `RelativePath.foldedText`, in a dictionary,
/// where Swift compares strings by canonical equivalence (Unicode standard annex 15). The rule
/// covers folders too: `Fiches/a` and `fiches/b` would be one folder on a key and two on Linux.
package struct PathIndex: Sendable {
  private enum Entry {
    case file(RelativePath)
    case folder(RelativePath)
  }

  private var entries: [String: Entry] = [:]

  package init() {}

  /// Takes the name. When it is refused, the index is as it was.
  ///
  /// Costs one look-up for the file and one for each folder that is new.
  package mutating func insert(_ path: RelativePath) throws(TreeError) {
    let key = path.foldedText
    switch entries[key] {
    case nil: break
    case .file(let other): throw .sameName(path, as: other)
    case .folder(let other): throw .fileAndFolder(other)
    }
    var newFolders: [(key: String, path: RelativePath)] = []
    var folder = path.parent
    climb: while let current = folder {
      let key = current.foldedText
      switch entries[key] {
      case nil: newFolders.append((key, current))
      case .file(let other): throw .fileAndFolder(other)
      case .folder(let other) where other == current: break climb
      case .folder(let other): throw .sameName(current, as: other)
      }
      folder = current.parent
    }
    entries[key] = .file(path)
    for folder in newFolders { entries[folder.key] = .folder(folder.path) }
  }
}
