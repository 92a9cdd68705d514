/// An archive written field by field, so that any of them can be made to lie.
struct Forge {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8] = Array("Bonjour".utf8)
    /// The bytes as they are packed; nil stores `data`.
    var packed: [UInt8]?
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var madeBy: UInt16 = 0x0314
    var attributes: UInt32 = 0o100644 << 16
    var localExtra: [UInt8] = []
    var extra: [UInt8] = []
    /// What stands in place of the honest value, where one is given.
    var crc32: UInt32?
    var sizeBytes: UInt32?
    var packedBytes: UInt32?
    var localName: [UInt8]?
    var localSize: UInt32?
    var localMethod: UInt16?
    var offset: UInt32?
    /// What follows the data; with bit 3 set, the local header has no sum and no sizes.
    var descriptor: [UInt8] = []

    init(_ name: String) { self.name = Array(name.utf8) }

    /// A copy with some fields changed.
    func with(_ change: (inout Entry) -> Void) -> Entry {
      var copy = self
      change(&copy)
      return copy
    }
  }

  var entries: [Entry]
  var prefix: [UInt8] = []
  var comment: [UInt8] = []
  var suffix: [UInt8] = []
  var disk: UInt16 = 0
  var count: UInt16?
  /// What stands in place of the end records, given where the directory begins and how long it is.
  var end: ((_ offset: Int, _ bytes: Int) -> [UInt8])?

  init(_ entries: [Entry]) { self.entries = entries }

  init(_ names: String...) { entries = names.map { Entry($0) } }

  var bytes: [UInt8] {
    var output = prefix
    var directory: [UInt8] = []
    for entry in entries {
      directory += self.directory(of: entry, at: output.count)
      output += local(of: entry)
    }
    let offset = output.count
    output += directory
    if let end {
      output += end(offset, directory.count)
    } else {
      let count = le(self.count ?? UInt16(entries.count))
      output += le(0x0605_4B50 as UInt32) + le(disk) + le(disk) + count + count
      output += le(UInt32(directory.count)) + le(UInt32(offset)) + le(UInt16(comment.count))
      output += comment
    }
    return output + suffix
  }

  private func local(of entry: Entry) -> [UInt8] {
    let name = entry.localName ?? entry.name
    var output = le(0x0403_4B50 as UInt32) + le(20 as UInt16) + le(entry.flags)
    output += le(entry.localMethod ?? entry.method) + le(0 as UInt32)
    output +=
      entry.flags & 8 != 0
      ? [UInt8](repeating: 0, count: 12) : sums(of: entry, size: entry.localSize)
    output += le(UInt16(name.count)) + le(UInt16(entry.localExtra.count)) + name + entry.localExtra
    return output + (entry.packed ?? entry.data) + entry.descriptor
  }

  private func directory(of entry: Entry, at offset: Int) -> [UInt8] {
    var output = le(0x0201_4B50 as UInt32) + le(entry.madeBy) + le(20 as UInt16)
    output += le(entry.flags) + le(entry.method) + le(0 as UInt32) + sums(of: entry, size: nil)
    output += le(UInt16(entry.name.count)) + le(UInt16(entry.extra.count)) + le(0 as UInt16)
    output += le(0 as UInt32) + le(entry.attributes) + le(entry.offset ?? UInt32(offset))
    return output + entry.name + entry.extra
  }

  private func sums(of entry: Entry, size: UInt32?) -> [UInt8] {
    le(entry.crc32 ?? sum(entry.data))
      + le(entry.packedBytes ?? UInt32((entry.packed ?? entry.data).count))
      + le(size ?? entry.sizeBytes ?? UInt32(entry.data.count))
  }
}

/// Little-endian bytes.
func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}

/// The CRC-32 of ZIP, bit by bit, on its own.
func sum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0 as UInt32) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
