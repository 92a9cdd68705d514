package import Diagnostics

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
