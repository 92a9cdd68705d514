import FileTree

/// What an output folder remembers of the kits that were built into it, so that a kit whose inputs
/// are the same is not built again.
///
/// It lies beside the kits and says nothing to anybody but the next build on the same machine: a
/// record that is lost, old or spoilt costs one whole build. It is believed only as far as the kit
/// itself agrees.
struct BuildRecord: Equatable {
  struct Entry: Equatable, Sendable {
    /// The sum of all that the kit was made from.
    let inputs: String
    /// The sum of its `SHA256SUMS`, which holds those of all its files.
    let checksums: String
    /// The sum of the zip beside it, if there was one.
    let zip: String?
  }

  static let path = RelativePath.literal(".trousse-record")
  private static let head = "trousse-record 1"

  /// By the name of the kit's folder.
  var entries: [String: Entry] = [:]

  init() {}

  /// Lines that are not understood are passed over.
  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.head[...] else { return }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4 else { continue }
      entries[words[0]] = Entry(
        inputs: words[1], checksums: words[2], zip: words[3] == "-" ? nil : words[3])
    }
  }

  var bytes: [UInt8] {
    let lines = entries.sorted { $0.key < $1.key }.map { name, entry in
      "\(name) \(entry.inputs) \(entry.checksums) \(entry.zip ?? "-")"
    }
    return Array(([Self.head] + lines).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
  }
}
