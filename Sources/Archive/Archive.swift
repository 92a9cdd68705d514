package import Diagnostics
package import FileTree

// Bytes in, bytes out: raw deflate by zlib, ZIP archives, check sums. The room owns the only
// `z_stream`s of the house, and a pointer never leaves the file that made it.
//
// ZIP is written and read after PKWARE's APPNOTE.TXT 6.3.10, whose clauses are cited where a field
// is met, and SHA-256 after FIPS 180-4. Same inputs, same bytes; what deflate itself gives
// depends on the version of zlib, and on nothing else.

/// Why an archive cannot be made.
package enum ArchiveError: Error, Hashable, Sendable {
  /// The second path has the same name as the first, or differs only in case or in the way its
  /// accents are encoded.
  case sameName(RelativePath, as: RelativePath)
  /// The path would have to be a file and a folder at once.
  case fileAndFolder(RelativePath)
  /// Nothing was added: Explorer and unzip(1) take such an archive for a damaged one.
  case empty

  init(_ error: TreeError) {
    switch error {
    case .sameName(let path, let other): self = .sameName(path, as: other)
    case .fileAndFolder(let path): self = .fileAndFolder(path)
    }
  }

  package var message: Phrase {
    switch self {
    case .sameName(let path, let other): TreeError.sameName(path, as: other).message
    case .fileAndFolder(let path): TreeError.fileAndFolder(path).message
    case .empty:
      Phrase(en: "the archive would hold no file", fr: "l’archive ne contiendrait aucun fichier")
    }
  }
}
