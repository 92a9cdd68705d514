import Diagnostics

extension XMLReader {
  /// Text up to the next `<` or the end of the file, added to the run.
  mutating func readText() throws(Stopped) {
    var plain = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"):
        run.append(plain..<at, of: bytes)
        return
      case UInt8(ascii: "&"):
        run.append(plain..<at, of: bytes)
        try readReference()
        plain = at
      case 0x0D:
        run.append(plain..<at, of: bytes)
        readEndOfLine()
        plain = at
      case UInt8(ascii: "]") where isAt("]]>"):
        throw Stopped([.endOfCDATAInText(at: span(at..<at + 3))])
      default: at += 1
      }
    }
    run.append(plain..<at, of: bytes)
  }

  /// CRLF and a lone CR are one line feed (XML 1.0, 2.11).
  private mutating func readEndOfLine() {
    let length = byte(after: 1) == 0x0A ? 2 : 1
    run.append(at..<at + length, meaning: "\n", of: bytes)
    at += length
  }

  /// `<![CDATA[…]]>`, whose text joins the run.
  mutating func readCDATA() throws(Stopped) {
    let start = at
    try skip("<![CDATA[", to: "]]>")
    let end = at
    at = start + 9
    var plain = at
    while at < end - 3 {
      if bytes[at] == 0x0D {
        run.append(plain..<at, of: bytes)
        readEndOfLine()
        plain = at
      } else {
        at += 1
      }
    }
    run.append(plain..<at, of: bytes)
    at = end
  }

  /// `&#233;`, `&#xE9;` or one of the five names that XML has without a document type.
  mutating func readReference() throws(Stopped) {
    let start = at
    at += 1
    if byte == UInt8(ascii: "#") {
      at += 1
      let scalar = try readNumber(from: start)
      run.append(start..<at, meaning: scalar, of: bytes)
      return
    }
    let name = readName()
    guard !name.isEmpty, byte == UInt8(ascii: ";") else {
      throw Stopped([.bareAmpersand(at: span(start..<start + 1))])
    }
    at += 1
    switch string(name) {
    case "amp": run.append(start..<at, meaning: "&", of: bytes)
    case "lt": run.append(start..<at, meaning: "<", of: bytes)
    case "gt": run.append(start..<at, meaning: ">", of: bytes)
    case "quot": run.append(start..<at, meaning: "\"", of: bytes)
    case "apos": run.append(start..<at, meaning: "'", of: bytes)
    case let other: throw Stopped([.undefinedEntity(other, at: span(start..<at))])
    }
  }

  /// The digits behind `&#`, and the semicolon.
  private mutating func readNumber(from start: Int) throws(Stopped) -> Unicode.Scalar {
    let radix: UInt32 = byte == UInt8(ascii: "x") ? 16 : 10
    if radix == 16 { at += 1 }
    let first = at
    var value: UInt32 = 0
    while let digit = digit(byte), digit < radix {
      // More than a scalar can be, however many digits follow.
      value = min(value * radix + digit, 0x11_0000)
      at += 1
    }
    guard at > first, byte == UInt8(ascii: ";") else {
      throw Stopped([.bareAmpersand(at: span(start..<start + 1))])
    }
    at += 1
    guard let scalar = Unicode.Scalar(value), isXMLCharacter(value) else {
      throw Stopped([.badCharacterReference(string(start..<at), at: span(start..<at))])
    }
    return scalar
  }

  private func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

/// Whether XML 1.0 has the character (2.2, Char); surrogates do not come here.
func isXMLCharacter(_ value: UInt32) -> Bool {
  switch value {
  case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}
