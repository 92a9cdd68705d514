package import Archive
package import Diagnostics
package import FileTree

/// One finished kit, in memory: nothing is left to decide, only to write.
package struct Kit: Sendable {
  package struct File: Sendable {
    /// From the kit's root.
    package let path: RelativePath
    package let bytes: [UInt8]
    /// The same bytes as they go into a zip.
    fileprivate let packed: Deflated?
  }

  /// The name of its folder, and of its zip without the extension.
  package let name: RelativePath
  /// In the order in which they are written; checksums last.
  package let files: [File]
  package let zip: [UInt8]?
}

/// How the files of a kit are packed.
package enum Packing: Hashable, Sendable {
  case folder
  case folderAndZip
}

/// Gathers the files of one kit, deflating each once.
package struct KitPacker: ~Copyable {
  private let name: RelativePath
  private let packing: Packing
  private var files: [Kit.File] = []
  private var deflater = Deflater()

  package init(name: RelativePath, packing: Packing) {
    self.name = name
    self.packing = packing
  }

  /// Adds a file that a zip should deflate.
  package mutating func add(_ bytes: [UInt8], at path: RelativePath) {
    let packed = packing == .folderAndZip ? deflater.deflate(bytes) : nil
    files.append(Kit.File(path: path, bytes: bytes, packed: packed))
  }

  /// Adds a file that is deflated inside already, such as an ODT.
  package mutating func addPacked(_ bytes: [UInt8], at path: RelativePath) {
    let packed = packing == .folderAndZip ? Deflated(storing: bytes) : nil
    files.append(Kit.File(path: path, bytes: bytes, packed: packed))
  }

  /// Adds a file whose deflated form is the same in every kit.
  package mutating func add(_ shared: SharedFile) {
    files.append(Kit.File(path: shared.path, bytes: shared.bytes, packed: shared.packed))
  }

  /// The kit, with `SHA256SUMS` over all that was added and its manifest.
  ///
  /// - Throws: `PackError` when two files have one name, or a zip cannot hold them.
  package consuming func finish(_ manifest: Manifest) throws(PackError) -> Kit {
    let sums = files.map { FileSum(path: $0.path, bytes: $0.bytes) }
    let manifestBytes = manifest.bytes(of: sums)
    add(manifestBytes, at: Manifest.path)
    let all = sums + [FileSum(path: Manifest.path, bytes: manifestBytes)]
    add(checksumList(all), at: .literal("SHA256SUMS"))
    guard packing == .folderAndZip else { return Kit(name: name, files: files, zip: nil) }
    return Kit(name: name, files: files, zip: try Self.zip(of: files, in: name))
  }

  private static func zip(
    of files: [Kit.File], in name: RelativePath
  ) throws(PackError) -> [UInt8] {
    var writer = ZipWriter()
    for file in files {
      guard let packed = file.packed else { continue }
      let path: RelativePath
      do throws(PathError) {
        path = try name.appending(file.path)
      } catch {
        throw .path(error)
      }
      do throws(ArchiveError) {
        try writer.add(packed, at: path)
      } catch {
        throw .archive(error)
      }
    }
    do throws(ArchiveError) {
      return try writer.finish()
    } catch {
      throw .archive(error)
    }
  }
}

/// Why files cannot be packed together.
package enum PackError: Error, Hashable, Sendable {
  case path(PathError)
  case archive(ArchiveError)

  package var message: Phrase {
    switch self {
    case .path(let error): error.message
    case .archive(let error): error.message
    }
  }
}

/// A file that stands in every kit, deflated once for all.
package struct SharedFile: Sendable {
  package let path: RelativePath
  package let bytes: [UInt8]
  fileprivate let packed: Deflated

  package init(_ bytes: [UInt8], at path: RelativePath) {
    self.path = path
    self.bytes = bytes
    var deflater = Deflater()
    packed = deflater.deflate(bytes)
  }
}

/// A file's path, size and checksum.
struct FileSum {
  let path: RelativePath
  let sizeBytes: Int
  let digest: String

  init(path: RelativePath, bytes: [UInt8]) {
    self.path = path
    sizeBytes = bytes.count
    digest = SHA256.digest(of: bytes).hex
  }
}

/// `sha256sum -c` reads it: the digest, two spaces, the path, a line each, in the order of paths.
private func checksumList(_ sums: [FileSum]) -> [UInt8] {
  var list: [UInt8] = []
  for sum in sums.sorted(by: { $0.path < $1.path }) {
    list += Array("\(sum.digest)  \(sum.path.text)\n".utf8)
  }
  return list
}
