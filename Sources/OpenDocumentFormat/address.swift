import Documents

/// What `xlink:href` holds for a target, seen from a document.
///
/// A relative reference inside a package has the package itself as its folder (OpenDocument 1.3
/// part 2, "Usage of IRIs Within Packages"): from `a/b.odt` the neighbour `a/c.odt` is `../c.odt`.
func address(of target: Link.Target, from place: DocumentPlace) -> String {
  switch target {
  case .document(let other):
    relativeAddress(of: other.path(as: other.nearest(to: .odt)), from: place)
  case .file(let path): relativeAddress(of: path, from: place)
  case .address(let address): escaped(address, keeping: isAddressByte)
  case .mark(let name): "#" + escaped(name, keeping: isPathByte)
  }
}

private func relativeAddress(of path: String, from place: DocumentPlace) -> String {
  var source = place.folder.split(separator: "/")[...]
  var target = path.split(separator: "/")[...]
  while let folder = source.first, folder == target.first, target.count > 1 {
    source.removeFirst()
    target.removeFirst()
  }
  let up = String(repeating: "../", count: source.count + 1)
  return up + target.map { escaped($0, keeping: isPathByte) }.joined(separator: "/")
}

/// Percent-encodes (RFC 3986, 2.1) the bytes that may not stand for themselves.
private func escaped(_ text: some StringProtocol, keeping isKept: (UInt8) -> Bool) -> String {
  if text.utf8.allSatisfy(isKept) { return String(text) }
  var result = ""
  for byte in text.utf8 {
    if isKept(byte) {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      result += byte < 16 ? "%0" : "%"
      result += String(byte, radix: 16, uppercase: true)
    }
  }
  return result
}

/// Unreserved (RFC 3986, 2.3).
private func isPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

/// A whole address is encoded already; only what no address may hold is mended.
private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
    UInt8(ascii: "|"), UInt8(ascii: "}"):
    false
  default: true
  }
}
