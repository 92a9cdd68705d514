import Foundation

/// A fresh folder that goes away with the value, whatever lies in it by then.
package struct TemporaryFolder: ~Copyable {
  /// Absolute, without a slash at the end.
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "trousse-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a name in the folder.
  package func path(of name: String) -> String { path + "/" + name }

  /// Writes a file, and its folders as needed.
  package func write(_ text: String, at name: String) throws {
    let file = URL(filePath: path(of: name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  package func write(_ bytes: [UInt8], at name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(of: name)))
  }

  /// The text of a file, or nil when there is none.
  package func text(at name: String) -> String? {
    FileManager.default.contents(atPath: path(of: name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything under the folder, hidden names too: `a/` for a folder, `a/b: text` for a file. In
  /// the order of the paths.
  package func contents() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: path(of: name))
      return switch attributes[.type] as? FileAttributeType {
      case .typeDirectory: name + "/"
      case .typeRegular: "\(name): \(text(at: name) ?? "")"
      default: "\(name): neither a file nor a folder"
      }
    }
  }
}
