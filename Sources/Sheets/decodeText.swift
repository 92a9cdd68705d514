package import Diagnostics

/// A text file in UTF-8, whatever encoding it was saved in.
///
/// A byte order mark is taken off. What is not UTF-8 is read as Windows-1252, the encoding in which
/// Excel saves « CSV (séparateur : point-virgule) », and a warning says so. The file that is
/// returned has the places that diagnostics speak of.
///
/// - Throws: `Stopped` for UTF-16 and for what is no text at all.
package func decodeText(_ file: SourceFile) throws(Stopped) -> Reported<SourceFile> {
  var bytes = file.bytes
  if [[0xFF, 0xFE], [0xFE, 0xFF]].contains(where: { bytes.starts(with: $0) }) {
    throw Stopped([.utf16(file.id)])
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  if let nul = bytes.firstIndex(of: 0) {
    throw Stopped([.notText(SourceFile(id: file.id, bytes: bytes), at: nul)])
  }
  guard let first = firstByteOutsideUTF8(bytes) else {
    return Reported(SourceFile(id: file.id, bytes: bytes))
  }
  let decoded = try decodedFromWindows1252(SourceFile(id: file.id, bytes: bytes))
  // Before the first foreign byte, both encodings have the same bytes or decode longer.
  let place = decodedLength(of: bytes[..<first])
  let span = SourceSpan(file: file.id, bytes: place..<place + 1)
  return Reported(decoded, [.windows1252(at: span)])
}

/// The offset of the first byte that breaks UTF-8 (Unicode 3.9, table 3-7), if one does.
private func firstByteOutsideUTF8(_ bytes: [UInt8]) -> Int? {
  var at = 0
  var decoder = Unicode.UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  while true {
    switch decoder.parseScalar(from: &rest) {
    case .valid(let scalar): at += scalar.count
    case .error: return at
    case .emptyInput: return nil
    }
  }
}

private func decodedFromWindows1252(_ file: SourceFile) throws(Stopped) -> SourceFile {
  var text = String.UnicodeScalarView()
  text.reserveCapacity(file.bytes.count)
  for (offset, byte) in file.bytes.enumerated() {
    guard let scalar = windows1252(byte) else { throw Stopped([.notText(file, at: offset)]) }
    text.append(scalar)
  }
  return SourceFile(id: file.id, bytes: Array(String(text).utf8))
}

private func decodedLength(of bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 + (windows1252($1).map { UTF8.width($0) } ?? 1) }
}

/// The WHATWG index of windows-1252, but for the five bytes that Windows itself leaves undefined.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
  return upperControls[Int(byte) - 0x80].flatMap(Unicode.Scalar.init)
}

private let upperControls: [UInt16?] = [
  0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D, nil,
  nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
]
