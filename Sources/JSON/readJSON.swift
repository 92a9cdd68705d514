package import Diagnostics

/// How large a JSON text may be. What goes beyond is a diagnostic, never a trap.
package struct JSONLimits: Hashable, Sendable {
  /// Arrays and objects inside each other.
  package var depth: Int
  /// Values of all kinds, all together.
  package var values: Int

  package init(depth: Int = 64, values: Int = 4_000_000) {
    self.depth = depth
    self.values = values
  }

  package static let standard = JSONLimits()
}

/// The value of a JSON text (RFC 8259) in UTF-8; a byte order mark is passed over (8.1).
///
/// - Throws: `Stopped` with the first fault of the grammar or the first limit that is passed, or
///   with all names that stand twice in one object (`json.…`).
/// - Complexity: linear in the size of the file.
package func readJSON(
  _ file: SourceFile, limits: JSONLimits = .standard
) throws(Stopped) -> JSONValue {
  var reader = JSONReader(file, limits)
  let value: JSONValue
  do throws(Diagnostic) {
    value = try reader.text()
  } catch {
    throw Stopped(reader.duplicates + [error])
  }
  guard reader.duplicates.isEmpty else { throw Stopped(reader.duplicates) }
  return value
}

private struct JSONReader {
  private let file: SourceFile.ID
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var at = 0
  private var depth = 0
  private var count = 0
  var duplicates: [Diagnostic] = []

  init(_ file: SourceFile, _ limits: JSONLimits) {
    self.file = file.id
    bytes = file.bytes
    self.limits = limits
  }

  mutating func text() throws(Diagnostic) -> JSONValue {
    if let offset = firstByteOutsideUTF8() { throw .notUTF8(bytes[offset], at: span(offset)) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipSpace()
    let value = try value()
    skipSpace()
    if at < bytes.count { throw .textAfterEnd(at: span(at)) }
    return value
  }

  // MARK: Values

  private mutating func value() throws(Diagnostic) -> JSONValue {
    count += 1
    guard count <= limits.values else { throw .tooManyValues(limits.values, at: here) }
    let start = at
    switch byte ?? 0 {
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(Diagnostic) in .object(try reader.members()) }
    case UInt8(ascii: "["):
      return try nested { (reader) throws(Diagnostic) in .array(try reader.elements()) }
    case UInt8(ascii: "\""):
      let text = try string()
      return JSONValue(content: .string(text.value), span: text.span)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let text = try number()
      return JSONValue(
        content: .number(JSONNumber(text: text)), span: SourceSpan(file: file, bytes: start..<at))
    default:
      let content = try word()
      return JSONValue(content: content, span: SourceSpan(file: file, bytes: start..<at))
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(Diagnostic) -> JSONValue.Content
  ) throws(Diagnostic) -> JSONValue {
    let open = here
    guard depth < limits.depth else { throw .tooDeep(limits.depth, at: open) }
    depth += 1
    defer { depth -= 1 }
    at += 1
    return JSONValue(content: try read(&self), span: open)
  }

  private mutating func elements() throws(Diagnostic) -> [JSONValue] {
    let open = span(at - 1)
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return [] }
    repeat {
      skipSpace()
      if byte == UInt8(ascii: "]") { throw .trailingComma(at: here) }
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw separatorFault(.array, open) }
    return values
  }

  private mutating func members() throws(Diagnostic) -> [JSONValue.Member] {
    let open = span(at - 1)
    var members: [JSONValue.Member] = []
    var places: [String: SourceSpan] = [:]
    skipSpace()
    if take("}") { return [] }
    repeat {
      skipSpace()
      if byte == UInt8(ascii: "}") { throw .trailingComma(at: here) }
      guard byte == UInt8(ascii: "\"") else {
        throw at < bytes.count ? .wanted(.name, at: here) : .unclosed(.object, at: open)
      }
      let name = try string()
      if let first = places[name.value] {
        duplicates.append(.duplicateName(name, first: first))
      }
      places[name.value] = places[name.value] ?? name.span
      skipSpace()
      guard take(":") else { throw .wanted(.colon, at: here) }
      skipSpace()
      members.append(JSONValue.Member(name: name, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw separatorFault(.object, open) }
    return members
  }

  private func separatorFault(_ whole: JSONWhole, _ open: SourceSpan) -> Diagnostic {
    at < bytes.count ? .wanted(.separator(whole), at: here) : .unclosed(whole, at: open)
  }

  private mutating func word() throws(Diagnostic) -> JSONValue.Content {
    let words: [(name: String, content: JSONValue.Content)] = [
      ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)),
    ]
    let start = at
    while isLetter(byte) { at += 1 }
    let found = String(decoding: bytes[start..<at], as: UTF8.self)
    if let word = words.first(where: { $0.name == found }) { return word.content }
    throw .wanted(
      .value, at: start == at ? here : SourceSpan(file: file, bytes: start..<at))
  }

  // MARK: Numbers

  /// RFC 8259, 6: no leading zero, no plus sign, digits on both sides of the point.
  private mutating func number() throws(Diagnostic) -> String {
    let start = at
    _ = take("-")
    let isWhole = take("0") || takeDigits()
    let hasFraction = !take(".") || takeDigits()
    var hasPower = true
    if take("e") || take("E") {
      _ = take("+") || take("-")
      hasPower = takeDigits()
    }
    let isRight = isWhole && hasFraction && hasPower
    if !isRight || isDigit(byte) || byte == UInt8(ascii: ".") {
      while isDigit(byte) || byte == UInt8(ascii: ".") || isLetter(byte) { at += 1 }
      throw .badNumber(at: SourceSpan(file: file, bytes: start..<max(at, start + 1)))
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func takeDigits() -> Bool {
    let start = at
    while isDigit(byte) { at += 1 }
    return at > start
  }

  // MARK: Strings

  private mutating func string() throws(Diagnostic) -> Located<String> {
    let start = at
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return Located(
          String(decoding: text, as: UTF8.self), at: SourceSpan(file: file, bytes: start..<at))
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0x0A, 0x0D: throw .unclosed(.string, at: span(start))
      case 0..<0x20: throw .controlCharacter(byte, at: span(at))
      default:
        text.append(byte)
        at += 1
      }
    }
    throw .unclosed(.string, at: span(start))
  }

  /// RFC 8259, 7.
  private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
    let start = at
    at += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let byte, let meant = plain[byte] {
      at += 1
      return text.append(meant)
    }
    guard take("u"), let unit = hexadecimal() else { throw badEscape(from: start) }
    var scalar = UInt32(unit)
    if UTF16.isLeadSurrogate(unit) {
      guard take("\\"), take("u"), let second = hexadecimal(), UTF16.isTrailSurrogate(second)
      else { throw badEscape(from: start) }
      scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(scalar) else { throw badEscape(from: start) }
    text += Array(String(Character(scalar)).utf8)
  }

  private func badEscape(from start: Int) -> Diagnostic {
    .badEscape(at: SourceSpan(file: file, bytes: start..<min(max(at, start + 2), bytes.count)))
  }

  private mutating func hexadecimal() -> UInt16? {
    guard at + 4 <= bytes.count else { return nil }
    let digits = bytes[at..<at + 4]
    guard digits.allSatisfy({ isDigit($0) || (0x41...0x46).contains($0 & 0xDF) }) else {
      return nil
    }
    at += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  // MARK: Bytes

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private var here: SourceSpan { span(at) }

  /// The whole character at an offset; the end of the file for one beyond it.
  private func span(_ offset: Int) -> SourceSpan {
    let start = min(offset, max(0, bytes.count - 1))
    var end = min(start + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceSpan(file: file, bytes: start..<end)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private func firstByteOutsideUTF8() -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return min(offset, bytes.count - 1)
  }
}

private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

private func isLetter(_ byte: UInt8?) -> Bool {
  byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
}
