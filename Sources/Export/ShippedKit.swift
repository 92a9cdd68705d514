import Archive
package import Diagnostics
package import FileTree
import Markup

/// What a kit held when it left, as its own manifest says.
///
/// The manifest may come back from anywhere: its paths are checked before anything is looked for
/// under them, and a list that does not agree with `SHA256SUMS` is told, not believed.
package struct ShippedKit: Sendable {
  /// One file as it was shipped.
  package struct File: Hashable, Sendable {
    /// From the kit's root.
    package let path: RelativePath
    package let sizeBytes: Int
    /// The SHA-256 in lower case.
    package let digest: String
    /// The document of the kit's plan that it shows; nil in kits of former versions.
    package let document: String?

    /// Whether these are the very bytes that were shipped.
    package func isShipped(as bytes: [UInt8]) -> Bool {
      bytes.count == sizeBytes && SHA256.digest(of: bytes).hex == digest
    }
  }

  package let manifest: Manifest
  /// All files but the manifest and `SHA256SUMS`, in the order of the manifest.
  package let files: [File]
  /// What `SHA256SUMS` held.
  let checksums: [UInt8]

  package static let checksumsPath = RelativePath.literal("SHA256SUMS")

  /// Costs one reading of the manifest and one sum over it.
  ///
  /// - Throws: `Stopped` when the file is no manifest of a kit, or lists what no kit can hold.
  package init(_ file: SourceFile) throws(Stopped) {
    let root = try parse(file)
    manifest = try Manifest(root, file.id)
    var files: [File] = []
    var names = PathIndex()
    for element in root.elements where element.name == "file" {
      guard let path = element["path"], let digest = element["sha256"]?.value,
        let size = element["size"].flatMap({ Int($0.value) }), size >= 0
      else { throw Stopped([.notAManifest(file.id, missing: "file")]) }
      let relative: RelativePath
      do throws(PathError) {
        relative = try RelativePath(path.value)
      } catch {
        throw Stopped([.manifestPath(error.message, at: path.span)])
      }
      do throws(TreeError) {
        try names.insert(relative)
      } catch {
        throw Stopped([.manifestPath(error.message, at: path.span)])
      }
      files.append(
        File(
          path: relative, sizeBytes: size, digest: digest,
          document: element["document"]?.value))
    }
    self.files = files
    let sums = files.map { FileSum(path: $0.path, sizeBytes: $0.sizeBytes, digest: $0.digest) }
    checksums = checksumList(sums + [FileSum(path: Manifest.path, bytes: file.bytes)])
  }
}
