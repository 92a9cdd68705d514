/// Where byte offsets stand as a person counts: lines and columns from 1, columns in Unicode
/// scalars, so that `É` is one. The only conversion of coordinates in the program.
struct LineMap {
  private let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  struct Place {
    var line: Int
    var column: Int
  }

  func place(of offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: scalarCount(lineStarts[low]..<offset) + 1)
  }

  /// The text of a line without its end.
  func text(ofLine line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The length in scalars of what `range` covers on the line where it begins, at least 1.
  func width(of range: Range<Int>) -> Int {
    let line = byteRange(ofLine: place(of: range.lowerBound).line)
    let end = min(range.upperBound, line.upperBound)
    return max(1, scalarCount(min(range.lowerBound, end)..<end))
  }

  private func byteRange(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Bytes that begin a scalar; a stray continuation byte counts for nothing.
  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0b1100_0000 == 0b1000_0000 ? 0 : 1) }
  }
}
