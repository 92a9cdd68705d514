import Diagnostics
import Documents
import HTMLFormat
import OfficePackages
import OfficeReading
import TestSupport
import Testing

/// Saved by LibreOffice 7.4, with its own styles and names.
@Suite struct `A sheet that LibreOffice saved` {
  @Test func `becomes a page`() throws {
    let files = try RepositoryInputs.files(under: "Tests/Fixtures/Writer", endings: ["fiche.odt"])
    let file = SourceFile(id: SourceFile.ID("fiche.odt"), bytes: try #require(files["fiche.odt"]))
    let reader = OfficeReader(try OfficePackage(file), pictureFolder: "apparence/images")
    let text = try reader.text(in: OfficeSurroundings(folder: "01-pilotage"))
    let place = DocumentPlace(folder: "01-pilotage", stem: "fiche", formats: [.html, .odt])
    let title = "Préparer la Semaine"
    let document = Document(
      place: place, title: title, kind: .form, page: text.page,
      header: DocumentHeader(context: "", purpose: "", audience: "", moment: "", issued: ""),
      body: text.blocks(under: title))
    let site = Site(
      outline: Outline(title: "Kit", home: place, folders: []), stylesheet: "kit.css",
      script: "kit.js", footer: "", brand: "")
    try expectGolden(
      String(decoding: site.page(for: document), as: UTF8.self), "OfficeReading/fiche.html")
    #expect(document.body.pictures.map(\.bytes.count) == [80])
    #expect(document.body.blankNames == ["nom du référent"])
  }
}
