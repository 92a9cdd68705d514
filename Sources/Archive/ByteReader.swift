/// Little-endian fields, in the order a format's table lists them, never past the end.
struct ByteReader {
  private let window: ByteWindow
  private let end: Int
  private(set) var offset: Int

  /// - Parameter range: the bytes that may be read; it must lie inside the window.
  init(_ window: ByteWindow, _ range: Range<Int>) {
    precondition(
      range.lowerBound >= window.range.lowerBound && range.upperBound <= window.range.upperBound,
      "not inside the window")
    self.window = window
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
      range.reversed().reduce(0) { $0 << 8 | UInt64(window[$1]) }
    }
  }
}
