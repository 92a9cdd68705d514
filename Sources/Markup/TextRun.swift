import Diagnostics

/// Text under way: pieces of the file that will be one `XMLText`.
///
/// One verbatim piece, the usual case, is copied once, at the end.
struct TextRun {
  private var pieces: [XMLText.Piece] = []
  /// What the pieces say, as soon as they are not a single verbatim one.
  private var decoded: [UInt8] = []
  private var isDecoding = false

  var isEmpty: Bool { pieces.isEmpty }

  /// Whether it is one stretch of white space, written as it stands.
  func isBlank(_ bytes: [UInt8]) -> Bool {
    guard pieces.count == 1, let piece = pieces.first, piece.isVerbatim else { return false }
    return bytes[piece.raw].allSatisfy(isXMLSpace)
  }

  /// Forgets it.
  mutating func drop() { reset() }

  /// Adds bytes that mean themselves.
  mutating func append(_ raw: Range<Int>, of bytes: [UInt8]) {
    guard !raw.isEmpty else { return }
    if let last = pieces.last {
      startDecoding(bytes)
      decoded.append(contentsOf: bytes[raw])
      if last.isVerbatim, last.raw.upperBound == raw.lowerBound {
        pieces[pieces.count - 1] = XMLText.Piece(
          decoded: last.decoded.lowerBound..<decoded.count,
          raw: last.raw.lowerBound..<raw.upperBound)
        return
      }
      add(raw, length: raw.count)
    } else {
      pieces.append(XMLText.Piece(decoded: 0..<raw.count, raw: raw))
    }
  }

  /// Adds bytes that stand for something else.
  mutating func append(_ raw: Range<Int>, meaning scalar: Unicode.Scalar, of bytes: [UInt8]) {
    startDecoding(bytes)
    let before = decoded.count
    decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    add(raw, length: decoded.count - before)
  }

  private mutating func add(_ raw: Range<Int>, length: Int) {
    pieces.append(XMLText.Piece(decoded: decoded.count - length..<decoded.count, raw: raw))
  }

  private mutating func startDecoding(_ bytes: [UInt8]) {
    guard !isDecoding else { return }
    isDecoding = true
    for piece in pieces { decoded.append(contentsOf: bytes[piece.raw]) }
  }

  /// The text, after which the run is empty again; nil if there is none.
  mutating func finish(_ bytes: [UInt8], in file: SourceFile.ID) -> XMLText? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    defer { reset() }
    let span = SourceSpan(file: file, bytes: first.raw.lowerBound..<last.raw.upperBound)
    if pieces.count == 1, first.isVerbatim {
      return XMLText(
        string: String(decoding: bytes[first.raw], as: UTF8.self), span: span, pieces: [])
    }
    return XMLText(string: String(decoding: decoded, as: UTF8.self), span: span, pieces: pieces)
  }

  private mutating func reset() {
    pieces.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    isDecoding = false
  }
}
