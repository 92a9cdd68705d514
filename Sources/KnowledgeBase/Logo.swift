import Diagnostics
import Markup

/// A logo that the base gives. Its bytes are kept as they are.
package struct Logo: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// The file's name, which no other picture of the base has.
  package let name: String
  package let kind: Kind
  /// In any unit: what counts is their proportion.
  package let width: Int
  package let height: Int
  package let bytes: [UInt8]

  /// Reads the kind and the size; nil for what is none of the three kinds, and for an SVG that could
  /// run or fetch anything.
  init?(_ file: SourceFile, named name: String) {
    guard let (kind, width, height) = Self.header(of: file), width > 0, height > 0 else {
      return nil
    }
    self.name = name
    self.kind = kind
    self.width = width
    self.height = height
    bytes = file.bytes
  }

  private static func header(of file: SourceFile) -> (Kind, width: Int, height: Int)? {
    if let size = pngSize(file.bytes) { return (.png, size.width, size.height) }
    if let size = jpegSize(file.bytes) { return (.jpeg, size.width, size.height) }
    guard let size = svgSize(file) else { return nil }
    return (.svg, size.width, size.height)
  }

  /// PNG (third edition) 5.2 and 11.2.1: the signature, then the chunk IHDR.
  private static func pngSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let opening: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    guard bytes.count > 32, bytes.starts(with: opening), bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return (number(bytes, 16, 4), number(bytes, 20, 4))
  }

  /// JPEG (ITU-T T.81) B.1.1.4 and B.2.2: segments up to the frame header, SOF.
  private static func jpegSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    while at + 9 < bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return (number(bytes, at + 7, 2), number(bytes, at + 5, 2)) }
      // A fill byte before a marker, or a marker without a segment.
      let isAlone = marker == 0xFF || (0xD0...0xD7).contains(marker) || marker == 0x01
      at += isAlone ? (marker == 0xFF ? 1 : 2) : 2 + max(2, number(bytes, at + 2, 2))
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// SVG 1.1, 5.1.2 and 7.7: width and height, or else the view box.
  private static func svgSize(_ file: SourceFile) -> (width: Int, height: Int)? {
    let root: XMLElement
    do throws(Stopped) {
      root = try parse(file)
    } catch {
      return nil
    }
    guard root.name == "svg", !isActiveDrawing(root) else { return nil }
    if let width = root["width"].flatMap({ length($0.value) }),
      let height = root["height"].flatMap({ length($0.value) })
    {
      return (width, height)
    }
    let box = root["viewBox"]?.value.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = length(String(box[2])), let height = length(String(box[3]))
    else { return nil }
    return (width, height)
  }

  /// In thousandths of whatever unit the file counts in; nil for a share of the page.
  private static func length(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count)
    guard unit != "%", let value = Double(digits), value < 1_000_000 else { return nil }
    return Int(value * 1000)
  }
}
