import Foundation

/// The real inputs of the repository, found from this file and read into memory.
package enum RepositoryInputs {
  /// The repository's root, whichever way the sources were reached; without a slash at the end.
  package static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false).withoutSlash

  package static let assets = root + "/Assets"
  package static let templates = root + "/KitTemplates"

  /// The plain files under a folder of the repository with one of the endings, by their path from
  /// that folder. Hidden names are left out.
  package static func files(
    under folder: String, endings: [String]
  ) throws -> [String: [UInt8]] {
    let place = "\(root)/\(folder)"
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: place)
    where endings.contains(where: path.hasSuffix) && !path.hasPrefix(".") {
      files[path] = [UInt8](try Data(contentsOf: URL(filePath: "\(place)/\(path)")))
    }
    return files
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
