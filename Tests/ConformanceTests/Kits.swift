import Foundation
import Testing

/// The kits that `make conformance` has just built.
enum Kits {
  /// Absolute, without a slash at the end.
  static let root: String = {
    let named = environment["TROUSSE_KITS"].flatMap { $0.isEmpty ? nil : $0 }
    let folder = URL(filePath: named ?? "build/conformance", relativeTo: checkout)
    let path = folder.absoluteURL.standardizedFileURL.path(percentEncoded: false)
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }()

  /// Every file below the root, as a path from there, in order.
  static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }()

  /// The folders of the kits, as names, in order.
  static let names = files.filter { $0.hasSuffix("/SHA256SUMS") }
    .map { String($0.prefix { $0 != "/" }) }

  /// Absolute paths of the files with an ending.
  static func paths(_ ending: String) -> [String] {
    files.filter { $0.hasSuffix(ending) }.map { "\(root)/\($0)" }
  }

  /// Absolute paths of a kit's files with an ending.
  static func paths(_ ending: String, of kit: String) -> [String] {
    files.filter { $0.hasPrefix(kit + "/") && $0.hasSuffix(ending) }.map { "\(root)/\($0)" }
  }

  /// The first kit, and the first that holds other documents than it: a new basin's and an
  /// experienced one's.
  static let examples: [String] = {
    guard let first = names.first else { return [] }
    let other = names.first { inside($0) != inside(first) }
    return [first] + (other.map { [$0] } ?? [])
  }()

  private static func inside(_ kit: String) -> [String] {
    files.filter { $0.hasPrefix(kit + "/") }.map { String($0.dropFirst(kit.count + 1)) }
  }

  /// Every page of one kit, those that only the other example has, and the academic team's page.
  static var examplePages: [String] {
    var seen: Set<String> = []
    let pages = examples.flatMap { kit in
      inside(kit).filter { $0.hasSuffix(".html") && seen.insert($0).inserted }
        .map { "\(root)/\(kit)/\($0)" }
    }
    return pages + ["\(root)/index.html"]
  }

  /// A path as a person reads it.
  static func short(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }
}
