import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `A logo` {
  private func problems(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder = try tinyBase([Edit("<basin id='evry'", "<basin logo='①\(name)②' id='evry'")])
    let file = SourceFile(id: SourceFile.ID("base/pictures/a.png"), bytes: bytes)
    return folder.places(of: try diagnostics(folder.files + [file]))
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 4, 0, 0, 0, 2] + [UInt8](repeating: 0, count: 24)

  /// A JPEG's head: a comment of three bytes, then a frame of 2 by 4.
  private static let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xFE, 0, 5, 1, 2, 3, 0xFF, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 4, 1, 0x11, 0,
  ]

  private static func svg(_ attributes: String, _ content: String = "") -> [UInt8] {
    Array("<svg xmlns='http://www.w3.org/2000/svg' \(attributes)>\(content)</svg>".utf8)
  }

  @Test(arguments: [
    png, jpeg, svg("width='4cm' height='2.5cm'"), svg("viewBox='0 0 10 20'"),
    svg("width='100%' height='100%' viewBox='0,0,10,20'"),
    svg("width='1' height='1'", "<use href='#a'/>"),
  ])
  func `is a PNG, a JPEG or an SVG`(bytes: [UInt8]) throws {
    #expect(try problems("a.png", bytes) == [])
  }

  @Test(arguments: [
    [], Array("GIF89a".utf8), Array(png.prefix(30)), Array(jpeg.prefix(12)),
    png.enumerated().map { $0.offset == 19 ? 0 : $0.element }, svg("width='0' height='1'"),
    svg("width='1' height='1'", "<script/>"), svg("width='1' height='1' onload='a()'"),
    svg("width='1' height='1'", "<a href='https://a.fr'/>"), svg(""), Array("<a/>".utf8),
    Array("<svg".utf8), [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 64),
  ])
  func `is nothing else`(bytes: [UInt8]) throws {
    #expect(try problems("a.png", bytes) == ["kb.not-a-picture ①②"])
  }

  @Test func `is a file of the folder of pictures`() throws {
    #expect(try problems("b.png", Self.png) == ["kb.unknown-picture ①②"])
    #expect(try problems("../a.png", Self.png) == ["kb.unknown-picture ①②"])
  }
}
