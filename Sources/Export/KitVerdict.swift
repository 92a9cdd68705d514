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
  var verdict = KitVerdict()
  var others = Set(names)
  others.remove(Manifest.path.text)
  verdict.shippedCount = kit.files.count + 2
  verdict.unchangedCount = 1
  for file in kit.files.sorted(by: { $0.path < $1.path }) {
    guard others.remove(file.path.text) != nil else {
      verdict.missing.append(file.path.text)
      continue
    }
    guard let bytes = read(file.path) else {
      verdict.damaged.append(file.path.text)
      continue
    }
    if file.isShipped(as: bytes) {
      verdict.unchangedCount += 1
    } else if isWhole(bytes, at: file.path, shippedBytes: file.sizeBytes) {
      verdict.changed.append(file.path.text)
    } else {
      verdict.damaged.append(file.path.text)
    }
  }
  verdict.compareChecksums(of: kit, &others, read)
  verdict.foreign = others.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return verdict
}

extension KitVerdict {
  /// `SHA256SUMS` is the manifest's witness: where the two differ, one of them is not what was
  /// shipped, and nobody can say which.
  fileprivate mutating func compareChecksums(
    of kit: ShippedKit, _ others: inout Set<String>, _ read: (RelativePath) -> [UInt8]?
  ) {
    let path = ShippedKit.checksumsPath
    guard others.remove(path.text) != nil else {
      missing.append(path.text)
      return
    }
    if read(path) == kit.checksums {
      unchangedCount += 1
    } else {
      unchangedCount -= 1
      damaged += [Manifest.path.text, path.text]
    }
  }
}

private func isWhole(_ bytes: [UInt8], at path: RelativePath, shippedBytes: Int) -> Bool {
  if path.name.hasSuffix(".odt") { return isWholeDocument(bytes) }
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
