import Diagnostics

extension XMLReader {
  /// `<name a="1">` or `<name a="1"/>`.
  mutating func readStartTag() throws(Stopped) {
    let start = at
    at += 1
    let nameRange = readName()
    guard !nameRange.isEmpty else { throw Stopped([.bareLessThan(at: span(start..<start + 1))]) }
    let name = string(nameRange)
    var attributes: [XMLAttribute] = []
    while true {
      let isSeparated = isXMLSpace(byte)
      skipSpace()
      switch byte {
      case UInt8(ascii: ">"):
        at += 1
        try push(OpenElement(name: name, attributes: attributes, span: span(start..<at)))
        return
      case UInt8(ascii: "/") where byte(after: 1) == UInt8(ascii: ">"):
        at += 2
        try push(OpenElement(name: name, attributes: attributes, span: span(start..<at)))
        pop()
        return
      case 0, UInt8(ascii: "<"):
        throw Stopped([.unfinishedTag(name, at: span(start..<nameRange.upperBound))])
      default:
        let attribute = try readAttribute(of: name, isSeparated: isSeparated)
        if let first = attributes.first(where: { $0.name == attribute.name }) {
          throw Stopped([.duplicateAttribute(attribute, first: first, of: name)])
        }
        attributes.append(attribute)
        guard attributes.count <= limits.attributesPerElement else {
          let limit = limits.attributesPerElement
          throw Stopped([.tooManyAttributes(of: name, limit: limit, at: attribute.nameSpan)])
        }
      }
    }
  }

  private mutating func readAttribute(
    of element: String, isSeparated: Bool
  ) throws(Stopped) -> XMLAttribute {
    let nameRange = readName()
    guard !nameRange.isEmpty else {
      throw Stopped([.strayCharacter(inTag: element, at: characterSpan())])
    }
    let name = string(nameRange)
    guard isSeparated else { throw Stopped([.missingSpace(before: name, at: span(nameRange))]) }
    skipSpace()
    guard byte == UInt8(ascii: "=") else {
      throw Stopped([.attributeWithoutValue(name, at: span(nameRange))])
    }
    at += 1
    skipSpace()
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
      throw Stopped([.attributeWithoutQuotes(name, at: span(nameRange))])
    }
    return XMLAttribute(
      name: name, value: try readValue(of: name), nameStart: nameRange.lowerBound)
  }

  /// From one quote to the other. Tabs and ends of line become spaces (XML 1.0, 3.3.3).
  private mutating func readValue(of name: String) throws(Stopped) -> XMLText {
    let quote = byte
    let start = at
    at += 1
    var plain = at
    while byte != quote {
      switch byte {
      case UInt8(ascii: "&"):
        run.append(plain..<at, of: bytes)
        try readReference()
        plain = at
      case 0x09, 0x0A, 0x0D:
        run.append(plain..<at, of: bytes)
        let length = byte == 0x0D && byte(after: 1) == 0x0A ? 2 : 1
        run.append(at..<at + length, meaning: " ", of: bytes)
        at += length
        plain = at
      case UInt8(ascii: "<"), 0:
        throw Stopped([
          .unfinishedValue(of: name, at: span(start..<start + 1), meets: span(atMostOne))
        ])
      default: at += 1
      }
    }
    run.append(plain..<at, of: bytes)
    at += 1
    return run.finish(bytes, in: file) ?? XMLText(string: "", span: span(start..<at), pieces: [])
  }

  private var atMostOne: Range<Int> { at..<min(at + 1, bytes.count) }

  /// `</name>`
  mutating func readEndTag() throws(Stopped) {
    let start = at
    at += 2
    let nameRange = readName()
    let name = string(nameRange)
    let last = open[open.count - 1]
    guard name == last.name else {
      // An element further out has this name: then the inner one was forgotten.
      let isForgotten = open.contains { $0.name == name }
      let end = byte == UInt8(ascii: ">") ? at + 1 : at
      throw Stopped([
        .mismatchedTag(name, at: span(start..<end), open: last.name, last.span, isForgotten)
      ])
    }
    skipSpace()
    guard byte == UInt8(ascii: ">") else {
      throw Stopped([.unfinishedTag("/" + name, at: span(start..<nameRange.upperBound))])
    }
    at += 1
    pop()
  }

  // MARK: Names

  /// Goes behind a name (XML 1.0, 2.3, Name); an empty range if there is none.
  mutating func readName() -> Range<Int> {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        guard isNameByte(byte), at > start || isNameStart(byte) else { break }
        at += 1
      } else {
        let scalar = self.scalar(at: at)
        guard isNameScalar(scalar.value), at > start || isNameStart(scalar) else { break }
        at += UTF8.width(scalar)
      }
    }
    return start..<at
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The scalar whose first byte stands at `offset`.
  func scalar(at offset: Int) -> Unicode.Scalar {
    var iterator = bytes[offset...].prefix(4).makeIterator()
    var decoder = UTF8()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): return scalar
    case .emptyInput, .error: return "\u{FFFD}"
    }
  }

  private func characterSpan() -> SourceSpan {
    span(at..<min(bytes.count, at + UTF8.width(scalar(at: at))))
  }
}

private func isNameStart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: ":"):
    true
  default: false
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
  default: isNameStart(byte)
  }
}

/// Letters beyond ASCII that may begin a name (XML 1.0, fifth edition, 2.3, NameStartChar).
private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
    0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
    0x10000...0xEFFFF:
    true
  default: false
  }
}

/// And those that may follow (NameChar).
private func isNameScalar(_ value: UInt32) -> Bool {
  switch value {
  case 0xB7, 0x300...0x36F, 0x203F...0x2040: true
  default: Unicode.Scalar(value).map(isNameStart) ?? false
  }
}
