import Foundation
import TestSupport

/// A folder with the inputs of two very small kits, quick to build.
struct TinyFolder: ~Copyable {
  let folder: TemporaryFolder
  var path: String { folder.path }

  init() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    self.folder = folder
  }

  static func fill(_ folder: borrowing TemporaryFolder) throws {
    let places = [
      "base/": "data/KnowledgeBase/", "calendars/": "data/Calendars/", "templates/": "templates/",
    ]
    for file in (tinyBase + tinyTemplates).split(separator: #/(^|\n)-- (?=[a-z])/#) {
      guard let end = file.firstRange(of: " --\n") else { continue }
      let name = String(file[..<end.lowerBound])
      guard let (part, place) = places.first(where: { name.hasPrefix($0.key) }) else { continue }
      try folder.write(
        String(file[end.upperBound...]), at: place + name.dropFirst(part.count))
    }
    try FileManager.default.copyItem(
      atPath: "\(RepositoryInputs.templates)/look", toPath: folder.path(of: "templates/look"))
  }

  /// The words of a build of both kits.
  static func build(_ day: String, to output: String) -> String {
    "build --zip --data data --templates templates --date \(day) --out \(output)"
  }
}
