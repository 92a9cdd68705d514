import Diagnostics
import Documents
import Markup
import OpenDocumentFormat
import Testing

struct SpoiltRow: Sendable, CustomTestStringConvertible {
  let id: String
  let from: String
  let to: String
  let message: String
  let help: String?
  var testDescription: String { message }
}

@Suite struct LookTests {
  static let spoilt: [SpoiltRow] = [
    SpoiltRow(
      id: "odf.missing-style", from: #"style:name="Objet" style:family"#,
      to: #"style:name="Objets" style:family"#,
      message: "the reference document has no paragraph style `Objet`",
      help: "did you mean `Objets`?"),
    SpoiltRow(
      id: "odf.missing-style",
      from: #"style:name="Champ_20_à_20_compléter" style:display-name="Champ à compléter""#,
      to: #"style:name="Champ_20_a_20_completer""#,
      message: "the reference document has no character style `Champ à compléter`",
      help: "did you mean `Champ a completer`?"),
    SpoiltRow(
      id: "odf.missing-style", from: #"<style:master-page style:name="Paysage""#,
      to: #"<style:master-page style:name="Paysages""#,
      message: "the reference document has no page style `Paysage`",
      help: "did you mean `Paysages`?"),
    SpoiltRow(
      id: "odf.missing-style", from: #"<text:list-style style:name="Numbering_20_123""#,
      to: #"<text:list-style style:name="Numbering_20_12""#,
      message: "the reference document has no list style `Numbering 123`",
      help: "did you mean `Numbering 12`?"),
    SpoiltRow(
      id: "odf.missing-style", from: #"<style:style style:name="Frame""#,
      to: #"<style:style style:name="Frames""#,
      message: "the reference document has no frame style `Frame`",
      help: "did you mean `Frames`?"),
    SpoiltRow(
      id: "odf.missing-style", from: #"table:name="Modèle de formulaire""#,
      to: #"table:name="Modèle du formulaire""#,
      message: "the reference document has no table `Modèle de formulaire`",
      help: "did you mean `Modèle du formulaire`?"),
    SpoiltRow(
      id: "odf.missing-colour", from: #"meta:name="Couleur d’accent""#,
      to: #"meta:name="Couleur accent""#,
      message: "the reference document does not say which colour is its `Couleur d’accent`",
      help: "did you mean `Couleur accent`?"),
    SpoiltRow(
      id: "odf.not-a-colour", from: ">#a34400</meta:user-defined>",
      to: ">orange</meta:user-defined>",
      message: "`orange`, the reference document's `Couleur d’échéance`, is not a colour",
      help: "write `#` and six hexadecimal digits, as in `#5b2a6f`"),
    SpoiltRow(
      id: "odf.loose-line-height", from: #"fo:line-height="4.5mm""#, to: #"fo:line-height="115%""#,
      message: "the paragraph style `Sender` needs a fixed line height, from which the place of "
        + "the lines below is computed",
      help: "in Writer, choose the line spacing « Fixed » for it"),
  ]

  @Test(arguments: spoilt)
  func `a reference that misses something is told so`(_ row: SpoiltRow) throws {
    #expect(Reference.text.contains(row.from))
    let tree = try Reference.tree(Reference.text.replacing(row.from, with: row.to))
    let palette = try Sample.palette()
    let stopped = #expect(throws: Stopped.self) {
      try TextDocumentLook(reference: tree, palette: palette)
    }
    let problem = try #require(stopped?.diagnostics.first)
    #expect(stopped?.diagnostics.count == 1)
    #expect(problem.id.text == row.id)
    #expect(problem.message.english == row.message)
    #expect(problem.help.map(\.english).contains(row.help ?? ""))
  }

  @Test func `a model table with too few rows is told so once for each cell`() throws {
    let start = try #require(
      Reference.text.firstRange(of: #"<table:table table:name="Modèle de repères""#))
    let end = try #require(Reference.text[start.upperBound...].firstRange(of: "</table:table>"))
    let table = Reference.text[start.lowerBound..<end.upperBound]
    let rows = try #require(table.firstRange(of: "<table:table-row>"))
    let text = Reference.text.replacing(
      table, with: table[..<rows.lowerBound] + "<table:table-row/></table:table>")
    let tree = try Reference.tree(text)
    let palette = try Sample.palette()
    let stopped = #expect(throws: Stopped.self) {
      try TextDocumentLook(reference: tree, palette: palette)
    }
    #expect(
      stopped?.diagnostics.map(\.message.english) == [
        "the table `Modèle de repères` of the reference document has no cell in row 1, column 1",
        "the table `Modèle de repères` of the reference document has no cell in row 1, column 2",
      ])
  }

  @Test func `something else than a flat document is refused`() throws {
    let tree = try Reference.tree("<html/>")
    let palette = try Sample.palette()
    let stopped = #expect(throws: Stopped.self) {
      try TextDocumentLook(reference: tree, palette: palette)
    }
    #expect(stopped?.diagnostics.map(\.id.text) == ["odf.not-flat-text"])
  }

  private func styles(_ text: String = Reference.text, _ accent: String = "#5b2a6f") throws
    -> String
  {
    let xml = try TextDocumentLook.stylesXML(
      reference: try Reference.tree(text), palette: try Sample.palette(accent, "#a34400"))
    return String(decoding: xml, as: UTF8.self)
  }

  @Test func `the academy's colours replace those of the reference, tints too`() throws {
    let own = try styles()
    let green = try styles(Reference.text, "#005a4c")
    // 10 % of each colour in white.
    #expect(own.contains("#5b2a6f") && own.contains("#efeaf1"))
    #expect(!green.contains("#5b2a6f") && !green.contains("#efeaf1"))
    #expect(green.contains("#005a4c") && green.contains("#e6efed"))
    #expect(green.contains("#a34400") && green.contains("#595959"), "others stay")
  }

  @Test func `the colours of the reference itself change nothing`() throws {
    let start = try #require(Reference.text.firstRange(of: "<office:styles>")).lowerBound
    let own = Set(Reference.text[start...].matches(of: /#[0-9a-f]{6}/).map { String($0.output) })
    let written = Set(try styles().matches(of: /#[0-9a-f]{6}/).map { String($0.output) })
    #expect(written == own)
  }

  @Test func `what is not of the standard is dropped`() throws {
    let text = Reference.text
      .replacing(
        "<office:document ", with: "<office:document xmlns:loext=\"urn:x\" xmlns:css3t=\"urn:y\" "
      )
      .replacing("<style:master-page ", with: "<style:master-page loext:a=\"1\" ")
      .replacing("<office:styles>", with: "<office:styles><loext:b><style:c/></loext:b>")
    #expect(try styles(text) == styles())
  }

  @Test func `fields of the document go out empty, to be filled by the office program`() throws {
    let xml = try styles()
    #expect(xml.contains("<text:subject/> – <text:title/>"))
    #expect(xml.contains(#"<text:user-defined text:name="Kit"/>"#))
    #expect(!xml.contains("Modèle de mise en page"))
  }

  @Test func `only the automatic styles of the pages are taken`() throws {
    let xml = try styles()
    #expect(xml.contains(#"<style:page-layout style:name="PageLettre""#))
    #expect(!xml.contains("ModeleTete"))
  }

  @Test(arguments: ["5b2a6f", "#5b2a6", "#5b2a6g", "#5b2a6f0", "", "plum"])
  func `a colour is a hash and six digits`(_ text: String) {
    #expect(Palette(accent: text, due: "#a34400") == nil)
    #expect(Palette(accent: "#a34400", due: text) == nil)
  }
}
