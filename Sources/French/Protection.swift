/// The runs of a text in which typography has no say: addresses, and code between backticks.
struct Protection {
  private let lastBacktick: Int?

  init(of bytes: [UInt8]) {
    lastBacktick = bytes.lastIndex(of: UInt8(ascii: "`"))
  }

  /// Whether a protected run may begin with a byte: what most bytes are asked, and no more.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: ":") || byte | 0x20 == UInt8(ascii: "w")
  }

  /// The end of the protected run that starts here, or nil when none does.
  ///
  /// A web address is protected from its `://` or `www.`: a scheme has nothing to change.
  func end(at index: Int, in bytes: [UInt8]) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "`"): codeEnd(at: index, in: bytes)
    case UInt8(ascii: ":")
    where bytes.has(Protection.authority, at: index)
      && (bytes.byte(index - 1).map(isASCIILetter) ?? false):
      addressEnd(from: index, in: bytes)
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      bytes.byte(index + 3) == UInt8(ascii: ".") && isWWW(at: index, in: bytes)
        ? addressEnd(from: index, in: bytes) : nil
    default: nil
    }
  }

  /// Whether the apostrophe here belongs to a mail address, where it is allowed.
  func isMail(at index: Int, in bytes: [UInt8]) -> Bool {
    // RFC 5321, 4.1.2 and 4.5.3.1.1: the part before the sign @ has at most 64 octets, and never
    // two full stops together.
    var end = index + 1
    while end - index <= 64, let byte = bytes.byte(end), Protection.isLocal(byte),
      !bytes.has(Protection.twoStops, at: end)
    { end += 1 }
    return bytes.byte(end) == UInt8(ascii: "@") && bytes.isWord(at: end + 1)
  }

  private func codeEnd(at index: Int, in bytes: [UInt8]) -> Int? {
    guard let lastBacktick, index < lastBacktick else { return nil }
    return bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "`")).map { $0 + 1 }
  }

  private func isWWW(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index...].prefix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
      && bytes.isWord(at: index + 4) && !bytes.isWord(before: index)
  }

  private func addressEnd(from index: Int, in bytes: [UInt8]) -> Int {
    var end = index
    while let byte = bytes.byte(end), !Protection.endsAddress(byte),
      bytes.spaceLength(at: end) == 0,
      !bytes.has(Sign.open, at: end), !bytes.has(Sign.close, at: end)
    { end += 1 }
    return end
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "`")
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isDigit(byte) || localSigns.contains(byte)
  }

  private static let authority = Array("://".utf8)
  private static let twoStops = Array("..".utf8)
  private static let localSigns = Array("'.+-_%".utf8)
}
