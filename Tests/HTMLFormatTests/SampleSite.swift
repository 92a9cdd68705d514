import Documents
import HTMLFormat

/// A small kit in which every place and every kind of link occurs.
enum SampleSite {
  static let home = DocumentPlace(folder: "", stem: "OUVRIR-LA-CLE", formats: [.html])
  static let sheet = DocumentPlace(folder: "01-pilotage", stem: "08-plan", formats: [.html, .odt])
  static let check = DocumentPlace(folder: "01-pilotage", stem: "09-liste", formats: [.html])
  static let budget = DocumentPlace(folder: "01-pilotage", stem: "10-budget", formats: [.odt])
  static let letter = DocumentPlace(
    folder: "03-partenaires", stem: "23-maire", formats: [.html, .odt])

  static let outline = Outline(
    title: "Kit du bassin d’Évry", home: home,
    folders: [
      .init(
        name: "01-pilotage", title: "Piloter",
        entries: [
          .init(title: "Rétroplanning", place: sheet),
          .init(title: "Liste de contrôle", place: check),
          .init(title: "Budget", place: budget),
        ]),
      .init(name: "02-etablissements", title: "Établissements", entries: []),
      .init(
        name: "03-partenaires", title: "Partenaires",
        entries: [.init(title: "Lettre au maire", place: letter)]),
    ])

  static let site = makeSite(outline)

  static func makeSite(_ outline: Outline) -> Site {
    Site(
      outline: outline, stylesheet: "look/kit.css", script: "look/kit.js",
      footer: "Kit du 12 janvier 2015.", brand: "Académie de Versailles")
  }

  static func makeDocument(
    at place: DocumentPlace, title: String = "Titre", kind: Document.Kind = .sheet,
    page: Document.Page = .portrait, _ body: [Block] = []
  ) -> Document {
    Document(
      place: place, title: title, kind: kind, page: page,
      header: DocumentHeader(
        context: "Bassin d’Évry, édition 2015", notice: "Nom à confirmer",
        purpose: "Savoir quoi faire", audience: "L’équipe", moment: "De S − 24 à S − 20",
        related: [
          Link(to: .document(check), [.text("Liste de contrôle")]),
          Link(to: .document(budget), [.text("Budget")]),
        ],
        issued: "12 janvier 2015"),
      body: body)
  }

  static func page(_ document: Document, of site: Site = site) -> String {
    String(decoding: site.page(for: document), as: UTF8.self)
  }

  /// What a page of the first folder writes for `blocks`, and nothing around it.
  static func body(_ blocks: [Block]) -> String {
    let page = page(makeDocument(at: sheet, blocks))
    guard let start = page.firstRange(of: "<div class=\"body\">\n")?.upperBound,
      let end = page.firstRange(of: "</div>\n</main>")?.lowerBound
    else { return page }
    return String(page[start..<end])
  }
}

func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }
