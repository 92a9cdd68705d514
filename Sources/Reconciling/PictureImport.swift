import FileTree
import OfficePackages

/// The pictures that the basin's passages bring into the merged document.
struct PictureImport {
  private let theirs: [String: OfficePackage.File]
  private var taken: [String: OfficePackage.File]
  private var names: [String: String] = [:]
  /// In the order in which they were asked for.
  private(set) var files: [OfficePackage.File] = []

  init(from theirs: OfficePackage, into new: OfficePackage) {
    self.theirs = Self.byPath(theirs.files)
    taken = Self.byPath(new.files)
  }

  private static func byPath(_ files: [OfficePackage.File]) -> [String: OfficePackage.File] {
    Dictionary(files.map { ($0.path.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The address of a picture in the merged document.
  mutating func path(of address: String) -> String {
    let own = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
    if let name = names[own] { return name }
    guard let file = theirs[own] else { return address }
    if let there = taken[own], there.data == file.data { return own }
    let path = freshPath(for: file.path)
    let moved = OfficePackage.File(path: path, mediaType: file.mediaType, data: file.data)
    names[own] = path.text
    taken[path.text] = moved
    files.append(moved)
    return path.text
  }

  private func freshPath(for path: RelativePath) -> RelativePath {
    var fresh = path
    var number = 1
    while taken[fresh.text] != nil {
      let parts = path.name.split(separator: ".", omittingEmptySubsequences: false)
      let ending = parts.count > 1 ? ".\(parts[parts.count - 1])" : ""
      do throws(PathError) {
        fresh = try RelativePath("Pictures/bassin-\(number)\(ending)")
      } catch {
        fresh = .literal("Pictures/bassin")
      }
      number += 1
    }
    return fresh
  }
}
