package import Archive
package import Diagnostics
package import FileTree

/// One finished kit, in memory: nothing is left to decide, only to write.
package struct Kit: Sendable {
  package struct File: Sendable {
    /// From the folder that holds all kits.
    package let path: RelativePath
    package let bytes: [UInt8]
  }

  /// The name of its folder, and of its zip without the extension.
  package let name: RelativePath
  /// In the order in which they are written; checksums last.
  package let files: [File]
  package let zip: File?
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
  private var files: [PackedFile] = []
  private var deflater = Deflater()

  package init(name: RelativePath, packing: Packing) {
    self.name = name
    self.packing = packing
  }

  /// Adds a file that a zip should deflate.
  ///
  /// - Parameter document: the document of the kit's plan that it shows, if it is one.
  package mutating func add(_ bytes: [UInt8], at path: RelativePath, document: String? = nil) {
    let packed = packing == .folderAndZip ? deflater.deflate(bytes) : nil
    files.append(PackedFile(path: path, bytes: bytes, packed: packed, document: document))
  }

  /// Adds a file that is deflated inside already, such as an ODT. The kit's base remembers what
  /// an ODT of the plan said.
  package mutating func addPacked(
    _ bytes: [UInt8], at path: RelativePath, document: String? = nil
  ) {
    let packed = packing == .folderAndZip ? Deflated(storing: bytes) : nil
    files.append(PackedFile(path: path, bytes: bytes, packed: packed, document: document))
  }

  /// Adds a file whose deflated form is the same in every kit.
  package mutating func add(_ shared: SharedFile) {
    files.append(
      PackedFile(path: shared.path, bytes: shared.bytes, packed: shared.packed, document: nil))
  }

  /// The kit, with its base, its manifest, and `SHA256SUMS` over all.
  ///
  /// - Throws: `PackError` when two files have one name, or a zip cannot hold them.
  package consuming func finish(_ manifest: Manifest) throws(PackError) -> Kit {
    var sums = files.map { FileSum($0) }
    if let base = baseBytes(sums) {
      addPacked(base, at: KitBase.path)
      sums.append(FileSum(path: KitBase.path, bytes: base))
    }
    let manifestBytes = manifest.bytes(of: sums)
    add(manifestBytes, at: Manifest.path)
    let all = sums + [FileSum(path: Manifest.path, bytes: manifestBytes)]
    add(checksumList(all), at: ShippedKit.checksumsPath)
    let placed = try Self.placed(files, in: name)
    let zip = packing == .folderAndZip ? try Self.zip(of: placed, name) : nil
    return Kit(
      name: name, files: placed.map { Kit.File(path: $0.path, bytes: $0.bytes) }, zip: zip)
  }

  /// What the ODTs of the plan said; nil for a kit without any.
  private func baseBytes(_ sums: [FileSum]) -> [UInt8]? {
    var writer = KitBaseWriter()
    for (file, sum) in Swift.zip(files, sums)
    where file.document != nil && file.path.name.hasSuffix(".odt") {
      writer.add(file.bytes, digest: sum.digest)
    }
    return writer.finish()
  }

  /// The files with their paths from the folder that holds all kits. Names that would be one on a
  /// key are refused here, as a kit may have no zip to refuse them.
  private static func placed(
    _ files: [PackedFile], in name: RelativePath
  ) throws(PackError) -> [PackedFile] {
    var placed: [PackedFile] = []
    placed.reserveCapacity(files.count)
    var names = PathIndex()
    for file in files {
      let path = try path(of: file, in: name)
      do throws(TreeError) { try names.insert(path) } catch { throw PackError(error) }
      placed.append(
        PackedFile(path: path, bytes: file.bytes, packed: file.packed, document: file.document))
    }
    return placed
  }

  private static func path(
    of file: PackedFile, in name: RelativePath
  ) throws(PackError) -> RelativePath {
    do throws(PathError) { return try name.appending(file.path) } catch { throw .path(error) }
  }

  private static func zip(
    of files: [PackedFile], _ name: RelativePath
  ) throws(PackError) -> Kit.File {
    let path: RelativePath
    do throws(PathError) {
      path = try RelativePath("\(name.text).zip")
    } catch {
      throw .path(error)
    }
    do throws(ArchiveError) {
      var writer = ZipWriter()
      for file in files {
        if let packed = file.packed { try writer.add(packed, at: file.path) }
      }
      return Kit.File(path: path, bytes: try writer.finish())
    } catch {
      throw .archive(error)
    }
  }
}

/// A file with its form inside a zip, where there is to be one.
private struct PackedFile {
  let path: RelativePath
  let bytes: [UInt8]
  let packed: Deflated?
  let document: String?
}

/// Why files cannot be packed together.
package enum PackError: Error, Hashable, Sendable {
  case path(PathError)
  case archive(ArchiveError)

  fileprivate init(_ error: TreeError) {
    switch error {
    case .sameName(let path, let other): self = .archive(.sameName(path, as: other))
    case .fileAndFolder(let path): self = .archive(.fileAndFolder(path))
    }
  }

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
  /// The document of the kit's plan that the file shows.
  let document: String?

  init(path: RelativePath, sizeBytes: Int, digest: String) {
    self.path = path
    self.sizeBytes = sizeBytes
    self.digest = digest
    document = nil
  }

  init(path: RelativePath, bytes: [UInt8], document: String? = nil) {
    self.path = path
    sizeBytes = bytes.count
    digest = SHA256.digest(of: bytes).hex
    self.document = document
  }

  fileprivate init(_ file: PackedFile) {
    self.init(path: file.path, bytes: file.bytes, document: file.document)
  }
}

/// `sha256sum -c` reads it: the digest, two spaces, the path, a line each, in the order of paths.
func checksumList(_ sums: [FileSum]) -> [UInt8] {
  var list: [UInt8] = []
  for sum in sums.sorted(by: { $0.path < $1.path }) {
    list += Array("\(sum.digest)  \(sum.path.text)\n".utf8)
  }
  return list
}
