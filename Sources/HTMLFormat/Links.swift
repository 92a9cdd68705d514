import Documents
import Markup

// Links are relative, so that a kit works from any disk, and percent-encoded by RFC 3986, 2.1:
// what is neither unreserved nor `/` is encoded, which also leaves nothing to escape in an
// attribute. A path is written piece by piece, without a string for the whole.

extension DocumentPlace {
  /// How many folders the page lies below the root.
  var depth: Int {
    folder.isEmpty ? 0 : 1 + folder.utf8.count { $0 == UInt8(ascii: "/") }
  }

  /// Whether both are the same document, whatever their formats.
  func isSamePlace(as other: DocumentPlace) -> Bool {
    stem == other.stem && folder == other.folder
  }
}

extension MarkupWriter {
  /// Writes ` href="…"` to a document, from a page `depth` folders below the root.
  mutating func href(
    to place: DocumentPlace, as format: DocumentPlace.Format, fromDepth depth: Int
  ) {
    markup(" href=\"")
    up(depth)
    if !place.folder.isEmpty {
      path(place.folder)
      markup("/")
    }
    path(place.stem)
    fileExtension(of: format)
    markup("\"")
  }

  /// Writes ` href="…"` to a document in the page's own folder.
  mutating func href(toNeighbour place: DocumentPlace, as format: DocumentPlace.Format) {
    markup(" href=\"")
    path(place.stem)
    fileExtension(of: format)
    markup("\"")
  }

  /// Writes ` (ODT)` where a link leads to another kind of file than a page.
  mutating func fileType(_ format: DocumentPlace.Format) {
    switch format {
    case .html: break
    case .odt: markup(" (ODT)")
    case .ods: markup(" (ODS)")
    }
  }

  /// Writes `../` as many times as the page is folders below the root.
  mutating func up(_ depth: Int) {
    for _ in 0..<depth { markup("../") }
  }

  /// Writes a path below the root, percent-encoded.
  mutating func path(_ path: String) {
    text(path.utf8.allSatisfy(isPlainInPath) ? path : percentEncoded(path, keeping: isPlainInPath))
  }

  /// Writes ` href="…"` to a full address; the caller has seen that `isSafeAddress` holds.
  mutating func href(toAddress address: String) {
    let isClean = address.utf8.allSatisfy(isPlainInAddress)
    attribute("href", isClean ? address : percentEncoded(address, keeping: isPlainInAddress))
  }

  private mutating func fileExtension(of format: DocumentPlace.Format) {
    switch format {
    case .html: markup(".html")
    case .odt: markup(".odt")
    case .ods: markup(".ods")
    }
  }
}

/// Whether an address is of a kind that only leads somewhere: no script comes from data.
func isSafeAddress(_ address: String) -> Bool {
  guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
  switch address[..<colon].lowercased() {
  case "https", "http", "mailto", "tel": return true
  default: return false
  }
}

/// RFC 3986, 2.3: the unreserved characters, and the separator of folders.
private func isPlainInPath(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
    return true
  default: return false
  }
}

/// The URL code points of the WHATWG URL standard, and `%`: an address is encoded already, and
/// only what no address may hold is mended.
private func isPlainInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F: return false
  case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
    UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
    UInt8(ascii: "}"):
    return false
  default: return true
  }
}

private func percentEncoded(_ text: String, keeping isPlain: (UInt8) -> Bool) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isPlain(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
