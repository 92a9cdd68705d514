import Diagnostics

/// Makes sure that a file is UTF-8 text of a bearable size, and holds only characters that XML
/// 1.0 has (2.2, Char). The rooms after this one need not think of encodings again.
func checkCharacters(of file: SourceFile, _ limits: XMLLimits) throws(Stopped) {
  let bytes = file.bytes
  guard bytes.count <= limits.bytes else {
    throw Stopped([.fileTooLarge(file.id, bytes: bytes.count, limit: limits.bytes)])
  }
  if bytes.isEmpty { throw Stopped([.emptyFile(file.id)]) }
  if isWide(bytes) { throw Stopped([.wideEncoding(file.id)]) }
  if let encoding = declaredEncoding(of: file), !isUTF8(encoding.value) {
    throw Stopped([.declaredEncoding(encoding)])
  }
  if let problem = firstBadCharacter(of: file) { throw Stopped([problem]) }
  if bytes.dropFirst(lengthOfByteOrderMark(bytes)).allSatisfy(isXMLSpace) {
    throw Stopped([.blankFile(file.id)])
  }
}

/// Space, tab, line feed and carriage return (XML 1.0, 2.3, S).
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

/// The length of a UTF-8 byte order mark at the head of a file.
func lengthOfByteOrderMark(_ bytes: [UInt8]) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// UTF-16 and UTF-32, by their byte order mark or by the zeros beside the first `<` (XML 1.0,
/// appendix F).
private func isWide(_ bytes: [UInt8]) -> Bool {
  let heads: [[UInt8]] = [
    [0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0], [0, 0x3C], [0, 0, 0xFE, 0xFF], [0, 0, 0, 0x3C],
  ]
  return heads.contains { bytes.starts(with: $0) }
}

private func isUTF8(_ encoding: String) -> Bool { encoding.lowercased() == "utf-8" }

/// What the XML declaration says of the encoding, if it says anything.
private func declaredEncoding(of file: SourceFile) -> Located<String>? {
  let bytes = file.bytes
  let start = lengthOfByteOrderMark(bytes)
  // A declaration is short; a file that never closes it is not searched to its end.
  let head = bytes[start..<min(bytes.count, start + 400)]
  guard head.starts(with: "<?xml".utf8), head.dropFirst(5).first.map(isXMLSpace) == true,
    let end = head.firstIndex(of: UInt8(ascii: ">")),
    let word = place(of: "encoding", in: head[..<end])
  else { return nil }
  let rest = head[word + 8..<end]
  guard let open = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
    let close = rest[(open + 1)...].firstIndex(of: rest[open]), close > open + 1
  else { return nil }
  let value = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
  return Located(value, at: SourceSpan(file: file.id, bytes: (open + 1)..<close))
}

/// Where a word of ASCII first stands. The generic search of the library is far slower.
func place(of word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
  let count = word.utf8CodeUnitCount
  guard count > 0, bytes.count >= count else { return nil }
  let first = unsafe word.utf8Start[0]
  for start in bytes.startIndex...(bytes.endIndex - count) where bytes[start] == first {
    var length = 1
    while length < count, unsafe word.utf8Start[length] == bytes[start + length] { length += 1 }
    if length == count { return start }
  }
  return nil
}

/// The first byte that is not UTF-8, or the first character that XML 1.0 does not have.
private func firstBadCharacter(of file: SourceFile) -> Diagnostic? {
  let bytes = file.bytes
  var at = 0
  while at < bytes.count {
    let byte = bytes[at]
    if byte < 0x80 {
      if byte < 0x20, !isXMLSpace(byte) {
        let span = SourceSpan(file: file.id, bytes: at..<at + 1)
        return byte == 0 ? .nulByte(at: span) : .controlCharacter(UInt32(byte), at: span)
      }
      at += 1
      continue
    }
    let length = lengthOfScalar(bytes, at)
    if length == 0 {
      return .notUTF8(byte, at: SourceSpan(file: file.id, bytes: at..<at + 1))
    }
    if length == 3, byte == 0xEF, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE {
      let scalar: UInt32 = bytes[at + 2] == 0xBE ? 0xFFFE : 0xFFFF
      return .controlCharacter(scalar, at: SourceSpan(file: file.id, bytes: at..<at + 3))
    }
    at += length
  }
  return nil
}

/// How many bytes the scalar at `at` takes, 0 if they are none (Unicode 3.9, table 3-7: nothing
/// overlong, no surrogate, nothing above U+10FFFF).
private func lengthOfScalar(_ bytes: [UInt8], _ at: Int) -> Int {
  let lead = bytes[at]
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch lead {
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: length = 4
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
  for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
  return length
}
