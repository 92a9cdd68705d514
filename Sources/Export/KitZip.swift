import Archive
package import Diagnostics
package import FileTree

/// A zip that came back, of any size, read where it lies.
package struct ReturnedZip: Sendable {
  package let id: SourceFile.ID
  fileprivate let source: ByteSource

  /// - Parameter read: just the bytes of the range; nil when the disk does not give them. Called
  ///   from several tasks at once.
  package init(
    _ id: SourceFile.ID, sizeBytes: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?
  ) {
    self.id = id
    source = ByteSource(count: sizeBytes, read: read)
  }

  fileprivate func archive() throws(ZipError) -> ZipReader {
    try ZipReader(source, limits: .kits(archiveBytes: source.count))
  }

  /// Whether it holds a kit, or several.
  package var holdsKits: Bool {
    do throws(ZipError) {
      return try archive().entries.contains(where: isManifest)
    } catch {
      return false
    }
  }
}

private func isManifest(_ entry: ZipReader.Entry) -> Bool {
  entry.path.components.dropFirst().elementsEqual(Manifest.path.components)
}

/// One kit of a zip, and what became of it.
package struct ZippedKit: Sendable {
  /// The kit's folder in the archive.
  package let name: String
  package let kit: ShippedKit
  package let verdict: KitVerdict
  /// All files there, from the kit's root.
  package let names: [String]
  private let archive: ZipReader
  private let root: RelativePath

  fileprivate init(
    _ root: RelativePath, _ kit: ShippedKit, _ verdict: KitVerdict, names: [String],
    in archive: ZipReader
  ) {
    name = root.name
    self.kit = kit
    self.verdict = verdict
    self.names = names
    self.archive = archive
    self.root = root
  }

  /// Nil when the archive holds no such file, or not whole.
  package func bytes(at path: RelativePath) -> [UInt8]? {
    content(of: path, below: root, in: archive)
  }
}

/// The kits that came back in a zip, judged without being unpacked onto a disk.
///
/// Files beside the kits' own folders are foreign to the first kit, and stand under `../`.
///
/// Costs one pass over the files that the kits shipped; in memory are the archive's directory and
/// as many files as there are jobs.
///
/// - Parameter jobs: how many files are unpacked and summed at a time.
/// - Returns: the kits in the order of the archive, one at least.
/// - Throws: `Stopped` when the file is no archive that may be read, or holds no kit.
package func examine(
  zip file: ReturnedZip, jobs: Int
) async throws(Stopped) -> [ZippedKit] {
  let archive: ZipReader
  do throws(ZipError) {
    archive = try file.archive()
  } catch {
    throw Stopped([.unreadableZip(error, file.id)])
  }
  let manifests = archive.entries.filter(isManifest)
  guard !manifests.isEmpty else { throw Stopped([.notAKit(file.id)]) }
  // The files of each folder at the top, by their paths from it.
  let inside = Dictionary(grouping: archive.entries.map(\.path.components)) { $0[0] }
    .mapValues { paths in paths.map { $0.dropFirst().joined(separator: "/") } }
  let roots = Set(manifests.map { $0.path.components[0] })
  var beside = archive.entries.filter { !roots.contains($0.path.components[0]) }
    .map { "../\($0.path.text)" }
  var kits: [ZippedKit] = []
  for entry in manifests {
    guard let root = entry.path.parent?.parent else { continue }
    let kit = try shippedKit(entry, of: archive, file.id)
    let verdict = await examine(
      kit, names: (inside[root.name] ?? []) + beside, jobs: jobs,
      read: { content(of: $0, below: root, in: archive) })
    kits.append(
      ZippedKit(root, kit, verdict, names: inside[root.name] ?? [], in: archive))
    beside = []
  }
  return kits
}

private func shippedKit(
  _ entry: ZipReader.Entry, of archive: ZipReader, _ file: SourceFile.ID
) throws(Stopped) -> ShippedKit {
  let bytes: [UInt8]
  do throws(ZipError) {
    bytes = try archive.bytes(of: entry)
  } catch {
    throw Stopped([.unreadableZip(error, file)])
  }
  let id = SourceFile.ID("\(file.path)/\(entry.path.text)")
  return try ShippedKit(SourceFile(id: id, bytes: bytes))
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
