import Documents
import HTMLFormat
import Testing

@Suite struct `A palette` {
  @Test func `sets the colours and a tint of each`() throws {
    let palette = try #require(Palette(accent: "#5b2a6f", due: "#A34400"))
    #expect(
      palette.rule == """
        :root {
          --accent: #5b2a6f;
          --due: #a34400;
          --accent-tint: #c6b4cd;
          --due-tint: #d6ab8c;
        }

        """)
  }

  @Test(arguments: ["", "#", "5b2a6f", "#5b2a6", "#5b2a6g", "#5b2a6f0", "#é2a6f", "red;}"])
  func `is nothing if a colour is not one`(_ text: String) {
    #expect(Palette(accent: text, due: "#000000") == nil)
    #expect(Palette(accent: "#000000", due: text) == nil)
  }
}
