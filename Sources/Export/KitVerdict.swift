import Archive
package import FileTree

/// What became of a kit since it was built: which files are as they were, and what of the others.
package struct KitVerdict: Hashable, Sendable {
  /// In the order of the paths.
  package fileprivate(set) var changed: [String] = []
  package fileprivate(set) var damaged: [String] = []
  package fileprivate(set) var missing: [String] = []
  /// Files that the kit did not bring.
  package fileprivate(set) var foreign: [String] = []
  package fileprivate(set) var unchangedCount = 0
  package fileprivate(set) var shippedCount = 0

  /// Whether all that was shipped can still be used. What the basin changed or added is its right.
  package var isWhole: Bool { damaged.isEmpty && missing.isEmpty }

  /// Whether every file is as it was built, and nothing was added.
  package var isUntouched: Bool { unchangedCount == shippedCount && foreign.isEmpty }

  /// What somebody would lose if the kit were replaced.
  package var work: [String] { changed + foreign }
}

/// Compares what a kit shipped with what is there.
///
/// A file with other bytes is *changed* when it is still whole of its kind, else *damaged*: a text
/// document whose parts all have their sums; a page, style or text in UTF-8 of another length, the
/// page closed at its end. A page of the same length with other bytes is damaged: people do not
/// write so, and worn-out keys do.
///
/// - Parameters:
///   - names: the paths of all files there, from the kit's root.
///   - read: the bytes of one of them; nil when they cannot be read.
package func examine(
  _ kit: ShippedKit, names: [String], read: (RelativePath) -> [UInt8]?
) -> KitVerdict {
  let present = Set(names)
  var states: [RelativePath: FileState] = [:]
  for file in kit.files where present.contains(file.path.text) {
    states[file.path] = state(of: file, read(file.path))
  }
  return KitVerdict(kit, names: present, states, checksums: read(ShippedKit.checksumsPath))
}

/// The same, with several files read and summed side by side.
///
/// - Parameters:
///   - jobs: how many at a time, one at least.
///   - read: called from several tasks at once.
package func examine(
  _ kit: ShippedKit, names: [String], jobs: Int,
  read: @escaping @Sendable (RelativePath) -> [UInt8]?
) async -> KitVerdict {
  let present = Set(names)
  let files = kit.files.filter { present.contains($0.path.text) }
  let states = await withTaskGroup(of: [(RelativePath, FileState)].self) { group in
    let jobs = min(max(1, jobs), max(1, files.count))
    for job in 0..<jobs {
      group.addTask {
        stride(from: job, to: files.count, by: jobs).map { index in
          (files[index].path, state(of: files[index], read(files[index].path)))
        }
      }
    }
    var states: [RelativePath: FileState] = [:]
    for await found in group {
      states.merge(found) { first, _ in first }
    }
    return states
  }
  return KitVerdict(kit, names: present, states, checksums: read(ShippedKit.checksumsPath))
}

/// What became of a file that is there.
private enum FileState: Sendable {
  case unchanged, changed, damaged
}

private func state(of file: ShippedKit.File, _ bytes: [UInt8]?) -> FileState {
  guard let bytes else { return .damaged }
  if file.isShipped(as: bytes) { return .unchanged }
  return isWhole(bytes, at: file.path, shippedBytes: file.sizeBytes) ? .changed : .damaged
}

extension KitVerdict {
  /// - Parameter checksums: what `SHA256SUMS` holds; nil when it cannot be read.
  fileprivate init(
    _ kit: ShippedKit, names: Set<String>, _ states: [RelativePath: FileState],
    checksums: [UInt8]?
  ) {
    self.init()
    var others = names
    others.remove(Manifest.path.text)
    shippedCount = kit.files.count + 2
    unchangedCount = 1
    for path in kit.files.map(\.path).sorted() {
      others.remove(path.text)
      switch states[path] {
      case .unchanged: unchangedCount += 1
      case .changed: changed.append(path.text)
      case .damaged: damaged.append(path.text)
      case nil: missing.append(path.text)
      }
    }
    compareChecksums(of: kit, &others, checksums)
    foreign = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension KitVerdict {
  /// `SHA256SUMS` is the manifest's witness: where the two differ, one of them is not what was
  /// shipped, and nobody can say which.
  fileprivate mutating func compareChecksums(
    of kit: ShippedKit, _ others: inout Set<String>, _ found: [UInt8]?
  ) {
    let path = ShippedKit.checksumsPath
    guard others.remove(path.text) != nil else {
      missing.append(path.text)
      return
    }
    if found == kit.checksums {
      unchangedCount += 1
    } else {
      unchangedCount -= 1
      damaged += [Manifest.path.text, path.text]
    }
  }
}

private func isWhole(_ bytes: [UInt8], at path: RelativePath, shippedBytes: Int) -> Bool {
  if path.name.hasSuffix(".odt") || path.name.hasSuffix(".ods") { return isWholeDocument(bytes) }
  guard bytes.count != shippedBytes, !bytes.isEmpty, !bytes.contains(0),
    let text = String(validating: bytes, as: UTF8.self)
  else { return false }
  guard path.name.hasSuffix(".html") else { return true }
  let blanks: Set<UInt8> = [9, 10, 13, 32]
  let end = text.utf8.reversed().drop { blanks.contains($0) }.prefix(7).reversed()
  return String(decoding: Array(end), as: UTF8.self).lowercased() == "</html>"
}

/// OpenDocument 1.3 part 2, 3.1: a package is a ZIP archive with a manifest; and a text document
/// has its content.
private func isWholeDocument(_ bytes: [UInt8]) -> Bool {
  do throws(ZipError) {
    let archive = try ZipReader(bytes)
    for entry in archive.entries { _ = try archive.bytes(of: entry) }
    return archive[.literal("content.xml")] != nil
      && archive[.literal("META-INF/manifest.xml")] != nil
  } catch {
    return false
  }
}
