import Archive
package import FileTree

/// A new kit with what a basin had in the old one laid over it.
///
/// It begins as the new kit was built; the basin's files come on top, and no two files ever share a
/// name: what cannot have its own name gets a clear one beside it.
package struct KitOverlay: Sendable {
  private var files: [String: [UInt8]] = [:]
  private var names = PathIndex()
  /// In the order in which they are written: that of the new kit, then what was added.
  private var order: [RelativePath] = []

  /// - Parameter kit: the kit as it was built.
  package init(over kit: Kit) {
    let depth = kit.name.components.count
    for file in kit.files {
      let inside = file.path.components.dropFirst(depth).joined(separator: "/")
      if let path = Self.path(inside) { add(file.bytes, at: path) }
    }
  }

  /// The files, from the kit's root.
  package var all: [(path: RelativePath, bytes: [UInt8])] {
    order.map { ($0, files[$0.text] ?? []) }
  }

  package subscript(path: RelativePath) -> [UInt8]? { files[path.text] }

  /// The sum by which a manifest knows the file at a path.
  package func digest(at path: RelativePath) -> String? {
    files[path.text].map { SHA256.digest(of: $0).hex }
  }

  /// Puts other bytes in the place of a file that is there, or adds it.
  package mutating func put(_ bytes: [UInt8], at path: RelativePath) {
    if files[path.text] != nil { files[path.text] = bytes } else { add(bytes, at: path) }
  }

  /// A name for a file that is written from elsewhere: its own, or where that is taken a clear one
  /// beside it, as `lettre.votre-version-2015.odt`.
  ///
  /// - Parameter word: what the other name says of the file.
  package mutating func reserve(_ path: RelativePath, orBeside word: String) -> RelativePath {
    let path = inKnownFolder(path)
    if isFree(path) { return path }
    for number in 1..<100 {
      let suffix = number == 1 ? word : "\(word)-\(number)"
      // A name too long for a second one is cut until it fits.
      for cut in 0..<path.name.count {
        guard let beside = Self.path(Self.name(of: path, suffix, cut)) else { continue }
        if isFree(beside) { return beside }
        break
      }
    }
    // Its folder has the name of a file of the kit: it gets a folder of its own.
    guard let apart = Self.path("\(word)/\(path.name)"), apart != path else { return path }
    return reserve(apart, orBeside: word)
  }

  /// The path in the folders that are there, where only capitals tell them from its own: on a key
  /// they are the same.
  private func inKnownFolder(_ path: RelativePath) -> RelativePath {
    var names = names
    do throws(TreeError) {
      try names.insert(path)
    } catch {
      guard case .sameName(let own, let known) = error else { return path }
      let folder = own == path ? known.components.dropLast() : known.components[...]
      let rest = path.components.dropFirst(folder.count)
      let text = (folder + rest).joined(separator: "/")
      if let moved = Self.path(text), moved != path { return inKnownFolder(moved) }
    }
    return path
  }

  private static func name(of path: RelativePath, _ suffix: String, _ cut: Int) -> String {
    let parts = path.name.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? ".\(parts[parts.count - 1])" : ""
    let stem = path.name.dropLast(ending.count + cut)
    let name = "\(stem).\(suffix)\(ending)"
    return path.parent.map { "\($0.text)/\(name)" } ?? name
  }

  private mutating func add(_ bytes: [UInt8], at path: RelativePath) {
    guard isFree(path) else { return }
    files[path.text] = bytes
    order.append(path)
  }

  /// Whether nobody has the name, which is then taken.
  private mutating func isFree(_ path: RelativePath) -> Bool {
    do throws(TreeError) { try names.insert(path) } catch { return false }
    return true
  }

  private static func path(_ text: String) -> RelativePath? {
    do throws(PathError) { return try RelativePath(text) } catch { return nil }
  }
}

/// The name under which an old kit stays beside the new one: `kit-evry-2015.ancien`.
package enum FormerKit {
  private static let ending = ".ancien"

  /// - Parameter number: which of several, from 1.
  package static func name(of kit: String, _ number: Int) -> String {
    number == 1 ? kit + ending : "\(kit)\(ending)-\(number)"
  }

  /// Whether a folder's name is one of these.
  package static func isName(_ name: String) -> Bool {
    guard let range = name.firstRange(of: ending) else { return false }
    let rest = name[range.upperBound...]
    return rest.isEmpty || rest.first == "-" && rest.dropFirst().allSatisfy(\.isNumber)
  }
}
