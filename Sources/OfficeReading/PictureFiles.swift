import Archive
import Diagnostics
import Documents
import FileTree
import Markup
import OfficePackages

/// The pictures of a package that a page can show, by their path in it.
struct PictureFiles: Sendable {
  private var pictures: [String: Picture] = [:]
  private let folder: String

  init(_ files: [OfficePackage.File], folder: String) {
    self.folder = folder
    add(files)
  }

  private mutating func add(_ files: [OfficePackage.File]) {
    for file in files {
      guard let bytes = file.data.original() else { continue }
      pictures[file.path.text] = Self.picture(bytes, folder)
    }
  }

  /// These and those that one document has beside them.
  func adding(_ files: [OfficePackage.File]) -> PictureFiles {
    var more = self
    more.add(files)
    return more
  }

  /// The picture of a `draw:image`, which a package keeps beside the text and a flat document
  /// within it.
  func picture(of image: XMLElement) -> Picture? {
    if let data = image.elements.first(where: { $0.name == "office:binary-data" }) {
      return base64Bytes(data.text).flatMap { Self.picture($0, folder) }
    }
    guard let path = image["xlink:href"]?.value else { return nil }
    return pictures[path.hasPrefix("./") ? String(path.dropFirst(2)) : path]
  }

  /// A picture by what its bytes are, whatever its name says. A drawing (SVG) that could run or
  /// fetch anything is none, and other kinds are not known to browsers: the frames that Writer makes
  /// for them bring a picture of dots too.
  private static func picture(_ bytes: [UInt8], _ folder: String) -> Picture? {
    let ending: String
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      ending = "png"
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      ending = "jpg"
    } else if bytes.starts(with: Array("GIF8".utf8)) {
      ending = "gif"
    } else if isDrawing(bytes) {
      ending = "svg"
    } else {
      return nil
    }
    let name = SHA256.digest(of: bytes).hex.prefix(16)
    return Picture(path: "\(folder)/\(name).\(ending)", bytes: bytes, description: "")
  }

  private static func isDrawing(_ bytes: [UInt8]) -> Bool {
    // XML begins so, behind a byte order mark and white space; nothing else is worth parsing.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    guard start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"),
      !bytes.contains(Array("<?xml-stylesheet".utf8))
    else { return false }
    do throws(Stopped) {
      let root = try parse(SourceFile(id: SourceFile.ID("svg"), bytes: bytes))
      return root.name == "svg" && !isActiveDrawing(root)
    } catch {
      return false
    }
  }
}

/// The bytes of a text in base 64 (RFC 4648, 4), white space left out; nil for anything else.
private func base64Bytes(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count / 4 * 3)
  var bits: UInt32 = 0
  var count = 0
  for byte in text.utf8 {
    let value: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): value = 62
    case UInt8(ascii: "/"): value = 63
    case UInt8(ascii: "="), 0x09, 0x0A, 0x0D, 0x20: continue
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    count += 1
    if count == 4 {
      bytes += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
      bits = 0
      count = 0
    }
  }
  switch count {
  case 2: bytes.append(UInt8(bits >> 4 & 255))
  case 3: bytes += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
  default: break
  }
  return bytes
}
