package import Diagnostics

/// A run of text or the value of an attribute, as the reader understands it, with the way back to
/// the bytes it was written with.
package struct XMLText: Hashable, Sendable {
  package let string: String
  /// All that the text was read from; never empty.
  package let span: SourceSpan
  /// Where text and file differ (`&amp;`, CDATA, CRLF, a comment in between), the pieces of which
  /// the text was made, in order. Empty where they are the same, which is nearly always.
  let pieces: [Piece]

  /// Bytes of the text that were read from `raw`. As many there as here means that they are the
  /// same, one by one: what is decoded always gets shorter.
  struct Piece: Hashable, Sendable {
    var decoded: Range<Int>
    var raw: Range<Int>

    var isVerbatim: Bool { decoded.count == raw.count }
  }

  /// Where a run of `string`'s UTF-8 bytes stands in the file.
  ///
  /// Exact also where the text holds entities, character references, CDATA or CRLF: a byte that
  /// came from `&amp;` stands where all of `&amp;` stands. An empty run gives the character that
  /// follows it, or the last one, so that a diagnostic can show its line. Offsets beyond the text
  /// are taken back to its end.
  ///
  /// - Complexity: logarithmic in the number of pieces.
  package func span(ofUTF8 range: Range<Int>) -> SourceSpan {
    let bytes = string.utf8
    guard !bytes.isEmpty else { return span }
    var range = range.clamped(to: 0..<bytes.count)
    if range.isEmpty { range = character(at: range.lowerBound) }
    let start = raw(of: range.lowerBound).lowerBound
    let end = raw(of: range.upperBound - 1).upperBound
    return SourceSpan(file: span.file, bytes: start..<end)
  }

  /// The UTF-8 bytes of the scalar at `offset`, or of the last one.
  private func character(at offset: Int) -> Range<Int> {
    let bytes = string.utf8
    let last = bytes.index(bytes.startIndex, offsetBy: min(offset, bytes.count - 1))
    let scalars = string.unicodeScalars
    let start = String.Index(last, within: scalars) ?? previousScalar(before: last)
    let lower = bytes.distance(from: bytes.startIndex, to: start)
    return lower..<lower + UTF8.width(scalars[start])
  }

  private func previousScalar(before index: String.Index) -> String.Index {
    var index = index
    while index > string.startIndex {
      index = string.utf8.index(before: index)
      if let start = String.Index(index, within: string.unicodeScalars) { return start }
    }
    return string.startIndex
  }

  /// The raw bytes of one decoded byte.
  private func raw(of offset: Int) -> Range<Int> {
    guard !pieces.isEmpty else {
      let place = span.bytes.lowerBound + offset
      return place..<place + 1
    }
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].decoded.lowerBound <= offset { low = middle } else { high = middle }
    }
    let piece = pieces[low]
    guard piece.isVerbatim else { return piece.raw }
    let place = piece.raw.lowerBound + offset - piece.decoded.lowerBound
    return place..<place + 1
  }
}
