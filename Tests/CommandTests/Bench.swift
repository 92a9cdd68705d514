import Foundation
import TestSupport
import Testing

/// A copy of the repository's inputs to be spoilt (`data`, `templates`), beside the kits of a
/// former build (`kits`).
struct Bench: ~Copyable {
  private let folder: TemporaryFolder

  init() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    self.folder = folder
  }

  private static func fill(_ folder: borrowing TemporaryFolder) throws {
    let manager = FileManager.default
    for (source, copy) in [
      (RepositoryInputs.assets, "data"), (RepositoryInputs.templates, "templates"),
    ] {
      try manager.copyItem(atPath: source, toPath: folder.path(of: copy))
    }
    try folder.write("the former index", at: "kits/index.html")
    try folder.write("the former kit", at: "kits/kit-evry-2014/OUVRIR-LA-CLE.html")
  }

  /// All that the bench holds, to be spoilt.
  var files: Files { Files(root: folder.path) }

  /// The words of a build from the bench's inputs into its kits.
  static let build = "build --basin evry --zip --data data --templates templates --out kits"

  /// Builds, and looks whether the former kits are as they were.
  func build(
    _ command: String = build, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let before = try tree(at: folder.path(of: "kits"))
    let outcome = try Trousse.run(command, in: folder.path)
    let after = try tree(at: folder.path(of: "kits"))
    #expect(differences(before, after) == [], sourceLocation: sourceLocation)
    return outcome
  }
}

/// Files by their path from a root.
struct Files: Sendable {
  let root: String

  static let basins = "data/KnowledgeBase/basins.xml"
  static let tasks = "data/KnowledgeBase/tasks.xml"
  static let plan = "templates/kit.xml"
  static let note = "templates/01-pilotage/note-de-cadrage.xml"

  func place(_ path: String) -> String { "\(root)/\(path)" }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: place(path))), as: UTF8.self)
  }

  func write(_ text: String, _ path: String) throws { try write(Data(text.utf8), path) }

  func write(_ data: Data, _ path: String) throws {
    try data.write(to: URL(filePath: place(path)))
  }

  /// Puts a text in the place of the first one like `old`, which must be there.
  func replace(_ old: String, _ new: String, _ path: String) throws {
    var text = try text(path)
    let range = try #require(text.range(of: old), "\(path) holds `\(old)`")
    text.replaceSubrange(range, with: new)
    try write(text, path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: place(path))
  }

  /// Leaves the folder, and nothing in it.
  func empty(_ path: String) throws {
    try remove(path)
    try makeFolder(path)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: place(path), withIntermediateDirectories: false)
  }

  func shell(_ line: String) throws {
    let outcome = try Trousse.shell(line, in: root)
    try #require(outcome.code == 0, "\(line): \(outcome.errors)")
  }
}
