import Documents
import HTMLFormat
import TestSupport
import Testing

@Suite struct `A page` {
  static let letter = Letter(
    logo: "Logo de l’académie", sender: [[.text("Bassin d’Évry")], [.blank(Blank("nom"))]],
    addressee: [[.text("Madame la Maire")], [.text("91000 ÉVRY")]],
    placeAndDate: [.text("Évry, le 12 janvier 2015")],
    references: [[.text("Affaire suivie par\u{A0}: l’équipe")]],
    subject: [.text("Semaine de la persévérance scolaire")], attachments: [.text("1")],
    call: [.text("Madame la Maire,")], body: [paragraph("Un mot.")],
    closing: [.text("Je vous prie d’agréer, Madame la Maire, mes salutations.")],
    signature: [[.text("Pour l’équipe")]], copies: [[.text("Monsieur le directeur")]])

  @Test func `of a sheet is written whole`() throws {
    let document = SampleSite.makeDocument(
      at: SampleSite.sheet, title: "Rétroplanning", page: .landscape, [paragraph("Un mot.")])
    try expectGolden(SampleSite.page(document), "HTMLFormat/sheet.html")
  }

  @Test func `of a letter is laid out as its sheet`() throws {
    let document = SampleSite.makeDocument(
      at: SampleSite.letter, title: "Lettre au maire", kind: .letter, [.letter(Self.letter)])
    try expectGolden(SampleSite.page(document), "HTMLFormat/letter.html")
  }

  @Test func `of the home has no breadcrumb and marks home`() {
    let page = SampleSite.page(SampleSite.makeDocument(at: SampleSite.home))
    #expect(!page.contains("class=\"trail\""))
    #expect(
      page.contains("<a aria-current=\"page\" href=\"OUVRIR-LA-CLE.html\">Accueil du kit</a>"))
    #expect(!page.contains("<details open"))
  }

  @Test func `without folders has no navigation`() {
    let index = DocumentPlace(folder: "", stem: "index", formats: [.html])
    let site = SampleSite.makeSite(Outline(title: "Les kits", home: index, folders: []))
    let page = SampleSite.page(
      SampleSite.makeDocument(at: index, title: "Les kits"), of: site)
    #expect(!page.contains("<nav"))
    #expect(!page.contains("#plan"))
    #expect(page.contains("<title>Les kits</title>"))
    #expect(page.contains("<body class=\"kind-sheet portrait alone\">"))
  }

  @Test(arguments: [SampleSite.sheet, SampleSite.check, SampleSite.letter])
  func `opens its folder and marks itself, once`(_ place: DocumentPlace) {
    let page = SampleSite.page(SampleSite.makeDocument(at: place))
    #expect(page.ranges(of: "<details open>").count == 1)
    #expect(
      page.ranges(of: "<a aria-current=\"page\" href=\"../\(place.path(as: .html))\">").count == 1)
    #expect(page.ranges(of: "<a aria-current").count == 1)
  }

  @Test func `that the outline does not list marks nothing`() {
    let place = DocumentPlace(folder: "a/b", stem: "c", formats: [.html])
    let page = SampleSite.page(SampleSite.makeDocument(at: place))
    #expect(!page.contains("<details open>"))
    #expect(page.contains("href=\"../../look/kit.css\""))
    #expect(page.contains("<a href=\"../../01-pilotage/08-plan.html\">Rétroplanning</a>"))
  }

  @Test func `leads to its neighbours in the folder`() {
    let page = SampleSite.page(SampleSite.makeDocument(at: SampleSite.check))
    #expect(page.contains("Précédent\u{A0}:</span> <a href=\"08-plan.html\">Rétroplanning</a>"))
    #expect(page.contains("Suivant\u{A0}:</span> <a href=\"10-budget.odt\">Budget (ODT)</a>"))
    #expect(!page.contains("Modifier (ODT)"))
    let only = SampleSite.page(SampleSite.makeDocument(at: SampleSite.letter))
    #expect(!only.contains("class=\"steps\""))
    #expect(only.contains("<a class=\"action\" href=\"23-maire.odt\">Modifier (ODT)</a>"))
  }

  @Test func `says nothing of what its header leaves out`() {
    var document = SampleSite.makeDocument(at: SampleSite.sheet)
    document.header = DocumentHeader(
      context: "", purpose: "", audience: "", moment: "", issued: "")
    let page = SampleSite.page(document)
    #expect(!page.contains("<dt>"))
    #expect(!page.contains("class=\"notice\""))
    #expect(!page.contains("class=\"context\""))
    #expect(!page.contains("<dl>"))
  }

  @Test func `is the same each time`() {
    let document = SampleSite.makeDocument(at: SampleSite.letter, [.letter(Self.letter)])
    let other = SampleSite.makeSite(SampleSite.outline)
    #expect(SampleSite.site.page(for: document) == other.page(for: document))
  }
}
