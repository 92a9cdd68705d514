import Archive
package import Diagnostics
import FileTree

/// A kit that came back as a zip, judged without being unpacked onto a disk.
///
/// - Returns: what it shipped, and what became of it. Files beside the kit's own folder are
///   foreign, and stand under `../`.
/// - Throws: `Stopped` when the file is no archive that may be read, or holds no kit.
package func examine(
  zip file: SourceFile
) throws(Stopped) -> (kit: ShippedKit, verdict: KitVerdict) {
  let archive: ZipReader
  do throws(ZipError) {
    archive = try ZipReader(file.bytes)
  } catch {
    throw Stopped([.unreadableZip(error, file.id)])
  }
  let manifests = archive.entries.filter {
    $0.path.components.count == 3 && $0.path.text.hasSuffix("/" + Manifest.path.text)
  }
  guard manifests.count == 1, let entry = manifests.first, let root = entry.path.parent?.parent
  else { throw Stopped([.notAKit(file.id)]) }
  let bytes: [UInt8]
  do throws(ZipError) {
    bytes = try archive.bytes(of: entry)
  } catch {
    throw Stopped([.unreadableZip(error, file.id)])
  }
  let id = SourceFile.ID("\(file.id.path)/\(entry.path.text)")
  let kit = try ShippedKit(SourceFile(id: id, bytes: bytes))
  let verdict = examine(
    kit,
    names: archive.entries.map { entry in
      let parts = entry.path.components
      let isInside = parts.count > 1 && parts[0] == root.name
      return isInside ? parts.dropFirst().joined(separator: "/") : "../\(entry.path.text)"
    },
    read: { content(of: $0, below: root, in: archive) })
  return (kit, verdict)
}

/// Nil when the archive holds no such file, or not whole.
private func content(
  of path: RelativePath, below root: RelativePath, in archive: ZipReader
) -> [UInt8]? {
  do {
    guard let entry = archive[try root.appending(path)] else { return nil }
    return try archive.bytes(of: entry)
  } catch {
    return nil
  }
}
