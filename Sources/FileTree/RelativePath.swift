import Diagnostics

/// A path inside a kit: no empty, `.` or `..` part, and nothing that a FAT key or Windows refuses.
///
/// The rules are those of « Naming Files, Paths, and Namespaces » (Microsoft Learn), which are
/// stricter than those of Linux and macOS but for one: a part holds at most 255 bytes of UTF-8 on
/// Linux (`NAME_MAX`), which also keeps it within the 255 UTF-16 units of FAT and NTFS.
///
/// Two paths are equal when their bytes are, and the order is that of the parts' bytes; both agree
/// with each other and never depend on a locale. `foldedText` is the looser comparison.
package struct RelativePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The longest path, in UTF-16 units.
  ///
  /// Windows programs that never heard of long paths stop at `MAX_PATH`, 260 units with the drive,
  /// `:`, `\` and the final NUL. 240 leaves 16 for the folder into which a kit was unpacked.
  package static let longestPath = 240
  /// The longest part of a path, in bytes of UTF-8.
  package static let longestPart = 255

  /// The parts joined by `/`.
  package let text: String
  /// The folders from the top, then the name. Never empty.
  package let components: [String]

  /// Checks once, so that nothing further in has to.
  package init(_ text: String) throws(PathError) {
    self.components = try PathRules.parts(of: text)
    self.text = text
  }

  /// A name written in code: a mistake in it is a mistake of ours and traps.
  package static func literal(_ text: StaticString) -> RelativePath {
    do throws(PathError) {
      return try RelativePath("\(text)")
    } catch {
      preconditionFailure("`\(text)` is not a path for a kit: \(error.message.english)")
    }
  }

  private init(trusted components: [String]) {
    self.components = components
    self.text = components.joined(separator: "/")
  }

  package var description: String { text }

  /// The last part.
  package var name: String { components[components.count - 1] }

  /// The folder the path lies in, or nil at the top.
  package var parent: RelativePath? {
    components.count > 1 ? RelativePath(trusted: components.dropLast()) : nil
  }

  /// The path `other` inside the folder `self`.
  ///
  /// - Throws: `.pathTooLong` alone, as both halves are sound.
  package func appending(_ other: RelativePath) throws(PathError) -> RelativePath {
    let whole = RelativePath(trusted: components + other.components)
    guard whole.text.utf16.count <= Self.longestPath else { throw .pathTooLong(whole.text) }
    return whole
  }

  /// The text under which two paths are the same for a machine that does not mind case.
  ///
  /// Compare two of these with `==`, which in Swift is canonical equivalence: `é` written as one
  /// scalar or as two. Upper case and back merges a little more than any one file system does
  /// (`ß` with `ss`): that may refuse a pair that would have passed, and never the other way.
  package var foldedText: String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : text.uppercased().lowercased()
  }

  package static func == (first: RelativePath, second: RelativePath) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // Equal bytes are equal strings, so the string's own hash will do.
    hasher.combine(text)
  }

  /// The parts compared by their bytes: a slash, which ends a part, comes before every other byte.
  package static func < (first: RelativePath, second: RelativePath) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8) { one, other in
      let one = one == UInt8(ascii: "/") ? 0 : one
      let other = other == UInt8(ascii: "/") ? 0 : other
      return one < other
    }
  }
}
