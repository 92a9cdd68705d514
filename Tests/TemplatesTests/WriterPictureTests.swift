import Diagnostics
import Documents
import OfficePackages
import Templates
import TestSupport
import Testing

/// A frame of 4 cm by 2 cm with a picture in it, under a name.
private func frame(_ name: String, _ size: String = "svg:width=\"4cm\" svg:height=\"2cm\"")
  -> String
{
  "<text:p><draw:frame draw:name=\"\(name)\" \(size)><draw:image xlink:href=\"Pictures/a.png\"/>"
    + "</draw:frame></text:p>"
}

/// The head of a PNG of a size, with as many bytes behind it as any has.
private func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
  [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, width, 0, 0, 0, height] + [UInt8](repeating: 0, count: 24)
}

private func basin(_ picture: [UInt8]) -> TestBasin {
  var basin = TestBasin.made("logo='l.png'")
  basin.pictures = ["l.png": picture]
  return basin
}

@Suite struct `A picture that is called as a field` {
  private static func shown(_ width: String, _ height: String) -> String {
    "<text:p><draw:frame draw:name=\"basin.logo\" svg:width=\"\(width)\" svg:height=\"\(height)\">"
      + "<draw:image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"Logos/l.png\" "
      + "xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>"
  }

  @Test(arguments: [
    (png(40, 20), "40mm", "20mm"), (png(10, 10), "20mm", "20mm"), (png(80, 10), "40mm", "5mm"),
    (png(3, 7), "8.57mm", "20mm"),
  ])
  func `gives way to the field's, in proportion`(
    picture: [UInt8], width: String, height: String
  ) throws {
    let made = try rendered(frame("{{ basin.logo }}"), for: basin(picture))
    #expect(made == Self.shown(width, height))
  }

  @Test func `stays while there is none`() throws {
    let made = try rendered(frame("{{ basin.logo }}"))
    #expect(made == frame("basin.logo"))
  }

  @Test func `in a frame without a size only changes the picture`() throws {
    let made = try rendered(
      frame("{{ basin.logo }}", "style:rel-width=\"50%\""), for: basin(png(1, 1)))
    #expect(made.contains("style:rel-width=\"50%\"><draw:image xmlns:xlink"))
  }

  @Test func `goes into the package once, with its type`() throws {
    let body = frame("{{ basin.logo }}") + frame("{{ basin.logo }}")
    let document = try writerDocument(flatDocument(body), for: basin(png(4, 2)))
    #expect(document.pictures.map(\.mediaType) == ["image/png"])
  }

  @Test(arguments: [
    (png(4, 2), "png"),
    (
      Array("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='2'/>".utf8), "svg"
    ),
  ])
  func `shows in the page, too`(_ picture: [UInt8], _ ending: String) throws {
    let kit = try writerFolder(flatDocument(frame("{{ basin.logo }}")), formats: "html odt")
      .composed(for: basin(picture))
    let pictures = try #require(kit.documents.last).body.pictures
    #expect(pictures.map(\.bytes) == [picture])
    #expect(pictures.first?.path.hasSuffix(".\(ending)") == true)
  }

  @Test func `cannot stand in a sentence, nor be a name of text`() throws {
    for body in ["<text:p>{{ basin.logo }}</text:p>", frame("{{ basin.name }} {{ basin.logo }}")] {
      let problems = try writerFolder(flatDocument(body)).problems()
      #expect(problems.map(\.id.text) == ["template.not-prose"])
    }
  }
}
