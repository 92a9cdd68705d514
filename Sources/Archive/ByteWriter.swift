/// Little-endian fields, in the order a format's table lists them.
package struct ByteWriter: ~Copyable {
  private var bytes: [UInt8] = []

  package init() {}

  /// The number of bytes written so far, which is the offset of the next one.
  package var count: Int { bytes.count }

  package mutating func u16(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  package mutating func u32(_ value: UInt32) {
    u16(UInt16(truncatingIfNeeded: value))
    u16(UInt16(truncatingIfNeeded: value >> 16))
  }

  package mutating func u64(_ value: UInt64) {
    u32(UInt32(truncatingIfNeeded: value))
    u32(UInt32(truncatingIfNeeded: value >> 32))
  }

  package mutating func run(_ run: [UInt8]) {
    bytes.append(contentsOf: run)
  }

  package mutating func text(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Hands out what was written since the last time, and keeps nothing of it.
  mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package consuming func finish() -> [UInt8] { bytes }
}
