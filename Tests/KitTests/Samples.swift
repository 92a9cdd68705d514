import Assembly
import Diagnostics
import Export
import FileTree
import KnowledgeBase
import Templates
import TestSupport
import Testing

/// The kits that the tests of this suite look at, built once from the repository's inputs.
enum Samples {
  /// A new basin and an experienced one, with names that sources attest, and two basins that
  /// differ from them: `nanterre`, whose name is not confirmed, and `cergy` in the Val-d'Oise.
  static let basins = ["evry", "etampes", "nanterre", "cergy"]

  static func inputs() throws -> BuildInputs {
    let knowledge = "Assets/KnowledgeBase"
    let templates = "KitTemplates"
    return BuildInputs(
      knowledgeFolder: knowledge, templatesFolder: templates,
      knowledge: Array(try files(knowledge, [".xml"]).values)
        + Array(try files("Assets/Calendars", [".xml"]).values),
      schemas: Array(try files("Assets/Schemas", [".rng"]).values),
      templates: try files(templates, [".xml", ".txt", ".fodt", ".odt", ".ott"]),
      look: try files(templates, [".css", ".js", ".fodt"]))
  }

  static func files(_ folder: String, _ endings: [String]) throws -> [String: SourceFile] {
    let found = try RepositoryInputs.files(under: folder, endings: endings)
    return Dictionary(
      uniqueKeysWithValues: found.map { path, bytes in
        (path, SourceFile(id: SourceFile.ID("\(folder)/\(path)"), bytes: bytes))
      })
  }

  static let request = BuildRequest(edition: "2015", day: nil, version: "0.0.0")

  /// Made once; every test that asks shares it, or its failure.
  static let workshop = Result { try Workshop.prepare(inputs(), request).value }

  static func basin(_ id: String) throws -> Basin {
    let basins = try workshop.get().basins([id])
    return try #require(basins.first)
  }

  static let all = Result {
    let prepared = try workshop.get()
    return try basins.map { id in
      let basin = try basin(id)
      return try Sample(
        id: id, finished: prepared.kit(for: basin, packing: .folderAndZip),
        composed: prepared.documents(for: basin))
    }
  }

  static func sample(_ id: String) throws -> Sample {
    let all = try all.get()
    return try #require(all.first { $0.id == id })
  }
}

/// One finished kit, its files by path, and the documents that it was written from.
struct Sample: Sendable {
  let id: String
  let finished: FinishedKit
  let composed: ComposedKit
  /// By their path from the kit's root.
  let files: [String: [UInt8]]

  init(id: String, finished: FinishedKit, composed: ComposedKit) throws {
    self.id = id
    self.finished = finished
    self.composed = composed
    let root = finished.kit.name.text + "/"
    var files: [String: [UInt8]] = [:]
    for file in finished.kit.files {
      try #require(file.path.text.hasPrefix(root))
      files[String(file.path.text.dropFirst(root.count))] = file.bytes
    }
    try #require(files.count == finished.kit.files.count, "no path stands twice")
    self.files = files
  }

  func text(of path: String) throws -> String {
    String(decoding: try #require(files[path], "\(path) is in the kit"), as: UTF8.self)
  }
}
