import FileTree
import OfficePackages

/// The files that a document carries along, of all that it is put together from.
struct OfficeFiles {
  private(set) var all: [OfficePackage.File]

  init(_ files: [OfficePackage.File]) { all = files }

  /// Adds the pictures and objects of a document; its settings are its own affair.
  ///
  /// - Returns: new names for folders in which files of ours bear the same names and say other
  ///   things.
  mutating func add(_ package: OfficePackage) throws(PathError) -> [String: String] {
    let more = package.files.filter { $0.path.components.count > 1 }
    let known = Dictionary(
      all.map { ($0.path.foldedText, $0) }, uniquingKeysWith: { first, _ in first })
    var renamed: [String: String] = [:]
    for file in more {
      let folder = file.path.components[0]
      let other = known[file.path.foldedText]
      let isSame = other.map { $0.path == file.path && $0.data == file.data } ?? true
      let isFile = known[file.path.top.foldedText] != nil
      if !isSame || isFile, renamed[folder] == nil {
        renamed[folder] = try freeName(like: file.path.top)
      }
    }
    for file in more {
      var path = file.path
      if let folder = renamed[path.components[0]] {
        path = try RelativePath(([folder] + path.components.dropFirst()).joined(separator: "/"))
      }
      guard !all.contains(where: { $0.path == path }) else { continue }
      all.append(OfficePackage.File(path: path, mediaType: file.mediaType, data: file.data))
    }
    return renamed
  }

  /// The name, or the name with a number, that no folder and no file has.
  func freeName(_ name: StaticString) -> String {
    let taken = Set(all.map { $0.path.top.foldedText })
    let folder = RelativePath.literal(name)
    guard taken.contains(folder.foldedText) else { return folder.text }
    let numbers = (2...all.count + 2).map { "\(folder.text)-\($0)" }
    return numbers.first { !taken.contains($0.lowercased()) } ?? folder.text
  }

  private func freeName(like folder: RelativePath) throws(PathError) -> String {
    let taken = Set(all.map { $0.path.top.foldedText })
    var number = 2
    while true {
      let name = try RelativePath("\(folder.text) \(number)")
      guard taken.contains(name.foldedText) else { return name.text }
      number += 1
    }
  }
}

extension RelativePath {
  /// Its first part.
  fileprivate var top: RelativePath {
    var path = self
    while let parent = path.parent { path = parent }
    return path
  }
}
