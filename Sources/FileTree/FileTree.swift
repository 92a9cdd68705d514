package import Diagnostics

// Files in memory: where they go, and what they hold. The room is pure; `Disk` and `Archive` turn
// a tree into files and into one archive.
//
// A kit travels from Linux to a FAT key to a Windows or Apple machine, so a tree refuses on the
// way in whatever one of them would refuse, or would silently merge, on the way out.

/// Files and their bytes, each under a path that every machine accepts.
package struct FileTree: Sendable {
  package struct File: Hashable, Sendable {
    package let path: RelativePath
    package let bytes: [UInt8]

    package init(path: RelativePath, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  private var entries: [File] = []
  private var names = PathIndex()
  /// Whether `entries` is already in path order, as it is when the caller adds in that order.
  private var isInOrder = true
  /// The bytes of all files together.
  package private(set) var totalBytes = 0

  package init() {}

  /// The number of files; folders are not counted.
  package var count: Int { entries.count }

  /// All files in the order of their paths. Sorts at each call, unless they were added in order.
  package var files: [File] {
    isInOrder ? entries : entries.sorted { $0.path < $1.path }
  }

  /// Puts one file into the tree.
  ///
  /// - Throws: `TreeError` when a case-blind machine could not hold the path beside the others;
  ///   the tree is then as it was.
  package mutating func add(_ bytes: [UInt8], at path: RelativePath) throws(TreeError) {
    try names.insert(path)
    if let last = entries.last, path < last.path { isInOrder = false }
    entries.append(File(path: path, bytes: bytes))
    totalBytes += bytes.count
  }
}

/// Two paths that cannot live in one tree.
package enum TreeError: Error, Hashable, Sendable {
  /// The second path has the same name as the first, or differs only in case or in the way its
  /// accents are encoded. For a folder the paths are those of the folder.
  case sameName(RelativePath, as: RelativePath)
  /// The path would have to be a file and a folder at once.
  case fileAndFolder(RelativePath)

  package var message: Phrase {
    switch self {
    case .sameName(let path, let other) where path == other:
      Phrase(
        en: "two files have the path `\(path)`",
        fr: "deux fichiers ont le chemin « \(path) »")
    case .sameName(let path, let other):
      Phrase(
        en: "`\(path)` and `\(other)` are one name on a USB key or a Windows machine",
        fr: "« \(path) » et « \(other) » sont un seul nom sur une clé USB ou sous Windows")
    case .fileAndFolder(let path):
      Phrase(
        en: "`\(path)` is at once a file and a folder",
        fr: "« \(path) » est à la fois un fichier et un dossier")
    }
  }
}
