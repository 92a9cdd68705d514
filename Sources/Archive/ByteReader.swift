/// Little-endian fields, in the order a format's table lists them, never past the end.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var offset: Int

  /// - Parameter range: the bytes that may be read; it must lie inside `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "not inside the bytes")
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset == end }

  /// Nil when fewer bytes are left; then nothing is read.
  mutating func range(_ count: Int) -> Range<Int>? {
    guard count >= 0, count <= end - offset else { return nil }
    offset += count
    return offset - count..<offset
  }

  mutating func u16() -> UInt16? { number(2).map(UInt16.init(truncatingIfNeeded:)) }

  mutating func u32() -> UInt32? { number(4).map(UInt32.init(truncatingIfNeeded:)) }

  mutating func u64() -> UInt64? { number(8) }

  private mutating func number(_ count: Int) -> UInt64? {
    range(count).map { range in
      range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
  }
}
