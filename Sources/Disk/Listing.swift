import Glibc

/// What a listing does with names that begin with a dot, and with all that lies in them.
package enum HiddenNames: Hashable, Sendable {
  case leftOut
  case listed
}

/// The paths of all plain files under a folder, relative to it, in the order of their bytes.
///
/// A symbolic link is an
/// error wherever it leads: followed, it could read files from outside the folder or never end,
/// and silently left out, its file would be missed. Devices, pipes and sockets are errors too.
///
/// - Parameters:
///   - depthLimit: how many folders may lie in each other; 0 allows none.
///   - countLimit: how many names are looked at, folders included.
///   - hidden: whether names that begin with a dot count.
/// - Throws: `.nameNotUTF8` for a name that no path of a kit could hold, with `\xNN` for its
///   strange bytes.
package func listFiles(
  under folder: String, depthLimit: Int, countLimit: Int = 50_000, hidden: HiddenNames = .leftOut
) throws(DiskError) -> [String] {
  switch opened(folder, in: AT_FDCWD, O_RDONLY | O_DIRECTORY) {
  case .failure(let failure) where failure.number == ENOTDIR:
    throw DiskError(.list, folder, .notAFolder)
  case .failure(let failure):
    throw DiskError(.list, folder, errno: failure.number)
  case .success(let descriptor):
    var listing = Listing(
      root: folder, depthLimit: depthLimit, countLimit: countLimit, hidden: hidden)
    try listing.add(descriptor, at: "", depth: 0)
    return listing.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The names in a folder that are text and not hidden, in the order of their bytes. Nothing is
/// said of what they are names of.
package func listNames(in folder: String) throws(DiskError) -> [String] {
  switch opened(folder, in: AT_FDCWD, O_RDONLY | O_DIRECTORY).flatMap({ descriptor in
    entryNames(in: descriptor.number)
  }) {
  case .success(let names):
    return names.filter { !$0.isHidden }.compactMap(\.text)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  case .failure(let failure): throw DiskError(.list, folder, errno: failure.number)
  }
}

private struct Listing {
  let root: String
  let depthLimit: Int
  let countLimit: Int
  let hidden: HiddenNames
  var paths: [String] = []
  private var count = 0

  init(root: String, depthLimit: Int, countLimit: Int, hidden: HiddenNames) {
    self.root = root
    self.depthLimit = depthLimit
    self.countLimit = countLimit
    self.hidden = hidden
  }

  mutating func add(_ folder: Descriptor, at path: String, depth: Int) throws(DiskError) {
    let names: [EntryName]
    switch entryNames(in: folder.number) {
    case .success(let found): names = found
    case .failure(let failure):
      throw DiskError(.list, joined(root, path), errno: failure.number)
    }
    count += names.count
    guard count <= countLimit else {
      throw DiskError(.list, root, .tooManyEntries(limit: countLimit))
    }
    for name in names where hidden == .listed || !name.isHidden {
      let place = joined(path, name.description)
      guard let text = name.text else {
        throw DiskError(.read, joined(root, place), .nameNotUTF8)
      }
      try add(text, in: folder, at: place, depth: depth)
    }
  }

  private mutating func add(
    _ name: String, in folder: Descriptor, at path: String, depth: Int
  ) throws(DiskError) {
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw DiskError(.read, joined(root, path), errno: errno)
    }
    switch status.kind {
    case .file: paths.append(path)
    case .symbolicLink: throw DiskError(.read, joined(root, path), .symbolicLink)
    case .other: throw DiskError(.read, joined(root, path), .notAFile)
    case .folder:
      guard depth < depthLimit else {
        throw DiskError(.list, joined(root, path), .tooDeep(limit: depthLimit))
      }
      switch opened(name, in: folder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) {
      case .success(let descriptor): try add(descriptor, at: path, depth: depth + 1)
      case .failure(let failure):
        throw DiskError(.list, joined(root, path), errno: failure.number)
      }
    }
  }
}
