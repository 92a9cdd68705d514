import Foundation
import TestSupport
import Testing

// The house rules that no compiler keeps, as ordinary tests that read the tree. A place is told as
// `path:line: what`, so that an editor can go there.

/// The repository as it lies on the disk.
enum Repository {
  static let root = RepositoryInputs.root

  /// What may stand at the top level. What git ignores is left out before.
  static let entries: Set<String> = [
    ".ci", ".gitignore", ".swift-format", "ARCHITECTURE.md", "Assets", "KitTemplates", "LICENSE",
    "Makefile", "Package.swift", "README.md", "Sources", "Tests",
  ]

  /// Names at the top level that git does not keep.
  static func isIgnored(_ name: String) -> Bool {
    name == ".git" || name == "build" || name == ".swiftpm" || name == "Package.resolved"
      || name.hasPrefix(".build")
  }

  static let sources = swiftFiles(under: "Sources")
  static let tests = swiftFiles(under: "Tests")
  static let allSwift = sources + tests + [SwiftFile(path: "Package.swift")].compactMap(\.self)

  private static func swiftFiles(under folder: String) -> [SwiftFile] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.compactMap(SwiftFile.init(path:))
  }

  /// The files under a folder, as paths from the root, in order.
  static func paths(under folder: String) -> [String] {
    // Links are followed once, at the top, as the enumerator itself follows none.
    let place = URL(filePath: "\(root)/\(folder)").resolvingSymlinksInPath()
    let names = try? FileManager.default.subpathsOfDirectory(
      atPath: place.path(percentEncoded: false))
    return (names ?? []).filter { !$0.contains("__pycache__") }.map { "\(folder)/\($0)" }
      .filter { !isFolder($0) }.sorted()
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The text of a file; nil when there is none or it is no text.
  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(root)/\(path)")
      .flatMap { String(validating: $0, as: UTF8.self) }
  }
}

/// A Swift file and its parts.
struct SwiftFile {
  let path: String
  let lines: [Substring]
  let parts: SwiftText

  init?(path: String) {
    guard let text = Repository.text(path) else { return nil }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    parts = SwiftText(text)
  }

  /// The room, or the tests, that the file belongs to; empty for the manifest.
  var room: String {
    let pieces = path.split(separator: "/")
    return pieces.count > 2 ? String(pieces[1]) : ""
  }

  /// The names that the file imports.
  var imports: [(line: Int, name: String)] {
    let access = ["private", "fileprivate", "internal", "package", "public", "@testable"]
    let kinds = ["struct", "class", "enum", "func", "let", "var", "protocol", "typealias"]
    return parts.code.enumerated().compactMap { index, line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, access.contains(String(word)) { words.removeFirst() }
      guard words.popFirst() == "import" else { return nil }
      if let kind = words.first, kinds.contains(String(kind)) { words.removeFirst() }
      guard let module = words.first?.split(separator: ".").first else { return nil }
      return (index + 1, String(module))
    }
  }

  /// The places in code (no comment, no literal) where a pattern is found.
  func places(of pattern: some RegexComponent, _ what: String) -> [String] {
    parts.code.enumerated().compactMap { index, line in
      line.contains(pattern) ? "\(path):\(index + 1): \(what)" : nil
    }
  }
}

/// Fails once, with all the places in it.
func expectNone(_ places: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  guard !places.isEmpty else { return }
  Issue.record("\(places.sorted().joined(separator: "\n"))", sourceLocation: sourceLocation)
}
