/// The bytes of an archive: in memory, or in a file of any size that is read where it is asked for.
package struct ByteSource: Sendable {
  package let count: Int
  private let window: @Sendable (Range<Int>) -> ByteWindow?

  package init(_ bytes: [UInt8]) {
    count = bytes.count
    // Nothing is copied: the whole is a window over every part of it.
    window = { _ in ByteWindow(bytes: bytes, start: 0) }
  }

  /// - Parameter read: just the bytes asked for, which lie within `count`; nil when they cannot be
  ///   had. It may be called from several tasks at once.
  package init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
    self.count = count
    window = { range in
      read(range).flatMap { bytes in
        bytes.count == range.count ? ByteWindow(bytes: bytes, start: range.lowerBound) : nil
      }
    }
  }

  /// A window that holds the range at least.
  func window(over range: Range<Int>) throws(ZipError) -> ByteWindow {
    guard let window = window(range) else { throw .unreadable }
    return window
  }
}

/// A stretch of an archive, in which each byte has the number that it has in the whole.
struct ByteWindow {
  let bytes: [UInt8]
  /// The number of the first of them.
  let start: Int

  var range: Range<Int> { start..<start + bytes.count }

  subscript(offset: Int) -> UInt8 { bytes[offset - start] }

  /// The range within `bytes`.
  func local(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound - start..<range.upperBound - start
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    range == self.range ? bytes : Array(bytes[local(range)])
  }
}
