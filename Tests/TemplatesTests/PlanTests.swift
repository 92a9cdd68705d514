import Diagnostics
import Documents
import French
import Templates
import TestSupport
import Testing

@Suite struct `The plan of a kit` {
  private let roles =
    "for='role in team' common-title='Fiches de rôle' if=\"role.letter != 'B'\""

  private func folder(_ more: String, _ templates: [String: String] = [:]) -> TemplateFolder {
    let plain = ["t.xml": "<document/>"]
    return TemplateFolder(
      plain.merging(templates) { $1 }.merging(["kit.xml": TemplateFolder.plan(more)]) { $1 })
  }

  @Test func `places each document once`() throws {
    let kit = try folder(TemplateFolder.entry("a") + TemplateFolder.entry("b", "if='false'"))
      .composed()
    #expect(kit.documents.map(\.title) == ["Titre accueil", "Titre a"])
    #expect(
      kit.documents.map { $0.place.path(as: $0.place.formats[0]) } == [
        "accueil.html", "dossier/a.html",
      ])
    #expect(kit.documents.map(\.place.formats) == [[.html], [.html, .odt]])
    #expect(kit.outline.title == "Kit du bassin d’Antony, édition 2015")
    #expect(kit.outline.home == kit.documents[0].place)
    #expect(kit.outline.folders.map(\.title) == ["Dossier"])
    #expect(kit.outline.folders.flatMap(\.entries).map(\.title) == ["Titre a"])
  }

  @Test func `repeats a document for each role`() throws {
    let kit = try folder(
      TemplateFolder.entry("fiche", roles, template: "f.xml", file: "fiche-{{ role.id }}"),
      [
        "f.xml": """
        <document><p>{{ role.letter }} {{ loop.index }}/{{ loop.count }} {{ document.id }}</p></document>
        """
      ]
    ).composed()
    let fiches = kit.documents.dropFirst()
    #expect(fiches.count == 7)
    #expect(fiches.first?.place.stem == "fiche-animateur")
    #expect(
      fiches.map { $0.lines[0].prefix(7) } == [
        "p A 1/8", "p C 3/8", "p D 4/8", "p E 5/8", "p F 6/8", "p G 7/8", "p H 8/8",
      ])
    #expect(fiches.first?.lines == ["p A 1/8 fiche"])
  }

  @Test func `gives each document its header`() throws {
    let entry = """
      <document id="a" number="7" template="t.xml" file="a" title="L'essai : {{ basin.name }}" \
      purpose="voir {{ basin.de }}" audience="tous" moment="en {{ edition.year }}" see="accueil b c"/>
      """
    let kit = try folder(
      entry + TemplateFolder.entry("b", "if='false'")
        + TemplateFolder.entry(
          "c", "for='role in team' common-title='Fiches'", file: "c-{{ role.id }}")
    ).composed()
    let document = kit.documents[1]
    #expect(document.title == "L’essai\u{A0}: Antony")
    #expect(document.header.purpose == "voir d’Antony")
    #expect(document.header.moment == "en 2015")
    #expect(document.header.issued == "1er\u{A0}janvier 2015")
    #expect(document.header.notice == "nom du bassin à confirmer par l’académie")
    #expect(document.header.context.hasPrefix("Bassin d’Antony · édition 2015 · du"))
    // A document that this kit does not have is not spoken of.
    let related = document.header.related
    #expect(related.map(\.inlines) == [[.text("Titre accueil")], [.text("Fiches")]])
    #expect(
      related.map(\.target) == [
        .document(kit.documents[0].place), .document(kit.documents[2].place),
      ])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let to: String
    let line: String

    init(_ to: String, _ line: String) {
      self.to = to
      self.line = line
    }

    var testDescription: String { to }
  }

  @Test(arguments: [
    Case("accueil", "p ‹accueil.html›x‹/›"), Case("a", "p ‹dossier/a.html›x‹/›"),
    // A document that this kit does not have is named without a link.
    Case("absent", "p x"), Case("fiche/role-de-personne", "p x"),
    Case("fiche/animateur", "p ‹dossier/fiche-animateur.html›x‹/›"),
    Case(
      "fiche/{{ team | where: 'letter', 'C' | listed: 'id' }}",
      "p ‹dossier/fiche-directeur-cio.html›x‹/›"),
    // Its plain id leads to the first of a repeated document.
    Case("fiche", "p ‹dossier/fiche-animateur.html›x‹/›"),
    // This one was left out by its condition.
    Case("fiche/responsable-foquale", "p x"),
    Case("{{ 'a' }}", "p ‹dossier/a.html›x‹/›"), Case("{{ 'personne' }}", "p x"),
  ])
  func `is what links lead into`(_ row: Case) throws {
    let kit = try folder(
      TemplateFolder.entry("a") + TemplateFolder.entry("absent", "if='false'")
        + TemplateFolder.entry("fiche", roles, file: "fiche-{{ role.id }}")
        + TemplateFolder.entry("liens", template: "l.xml"),
      ["l.xml": "<document><p><a to=\"\(row.to)\">x</a></p></document>"]
    ).composed()
    #expect(try #require(kit.documents.last).lines == [row.line])
  }

  @Test func `tells templates of its documents`() throws {
    let kit = try folder(
      TemplateFolder.entry("a", "number='9' if='true'") + TemplateFolder.entry("b", "if='false'"),
      [
        "t.xml": """
        <document><p>{{ document.title }}, {{ document.purpose }}, {{ document.audience }}, {{ document.moment }}</p>
        <p for='f in kit.folders'>{{ f.id }} {{ f.title }} {{ f.documents | listed: 'id' }}</p>
        <p for='d in kit.documents'>{{ d.number }} <a to='{{ d.id }}'>{{ d.title }}</a> {{ d.formats }}</p>
        <p>{{ kit.day | numeric }} {{ kit.version }}</p></document>
        """
      ]
    ).composed()
    #expect(
      kit.documents[1].lines == [
        "p Titre a, but, tous, toujours", "p dossier Dossier accueil et a",
        "p ‹accueil.html›Titre accueil‹/› HTML", "p 9 ‹dossier/a.html›Titre a‹/› HTML et ODT",
        "p 01/01/2015 0.1",
      ])
  }

  /// The list of a repeated document must not change once its documents exist.
  @Test(arguments: ["team", "phases"])
  func `keeps the items it repeats for`(_ list: String) throws {
    let entry = """
      <document for="x in \(list) | whereNot: 'title', document.title" title="{{ x.title }}" \
      id="x" template="x.xml" file="x-{{ x.id }}" purpose="a" audience="b" moment="c"/>
      """
    let kit = try folder(entry, ["x.xml": "<document><p>{{ x.title }}</p></document>"]).composed()
    let documents = kit.documents.dropFirst()
    #expect(documents.count > 1)
    for document in documents { #expect(document.lines == ["p \(shown(document.title))"]) }
  }

  @Test func `has a text for its root whose lines stay`() throws {
    let text = "{{ academy.programme | upper }}\n\n  - l'{{ basin.label }} :\n    fin...\n"
    let kit = try TemplateFolder(["LISEZ-MOI.txt": text, "t.xml": "<document/>"]).composed()
    #expect(
      shown(kit.readMe)
        == "SEMAINE DE LA PERSÉVÉRANCE SCOLAIRE\n\n  - l’bassin d’Antony~:\n    fin…\n")
  }

  @Test func `differs from basin to basin`() throws {
    let plan =
      TemplateFolder.entry("neuf", "if='basin.isNew'")
      + TemplateFolder.entry("ancien", "if='basin.isExperienced'")
    #expect(
      try folder(plan).composed(for: .new).documents.map(\.place.stem) == ["accueil", "neuf"])
    let kit = try folder(plan).composed(for: .experienced)
    #expect(kit.documents.map(\.place.stem) == ["accueil", "ancien"])
    #expect(kit.documents[0].header.notice == nil)
  }

  @Test func `lists its ids`() throws {
    let plan = try folder(TemplateFolder.entry("a") + TemplateFolder.entry("b")).compiled()
    #expect(plan.documentIDs == ["accueil", "a", "b"])
  }
}

@Suite struct `Names in the plan` {
  struct Case: Sendable, CustomTestStringConvertible {
    let entries: String
    let problems: [String]

    init(_ entries: String, _ problems: String...) {
      self.entries = entries
      self.problems = problems
    }

    var testDescription: String { entries }
  }

  private func found(_ kit: String) throws -> [String] {
    let marked = MarkedText(kit)
    return marked.places(
      of: try TemplateFolder(["kit.xml": marked.text, "t.xml": "<document/>"]).problems())
  }

  @Test(arguments: [
    "../x", "/x", "a/../b", "CON", "con", "nul.txt", "a:b", "a\\b", "a?b", "a*b", " a",
    "a|b", "a&#x202E;b", "a&#9;b\u{7F}", "{{ '../x' }}", "a//b", "",
    String(repeating: "a", count: 300),
  ])
  func `of a file must be safe on every machine`(_ name: String) throws {
    let plan = TemplateFolder.plan("①" + TemplateFolder.entry("a", file: name) + "②")
    #expect(try found(plan) == ["kitplan.unsafe-name ①②"])
  }

  @Test(arguments: ["..", "../x", "CON", "a:b", "a\\b", "a.", "aux.d", "a//b", "/a"])
  func `of a folder must be safe on every machine`(_ name: String) throws {
    let plan = TemplateFolder.plan().replacing(
      "</kit>", with: "<folder id=\"①\(name)②\" title=\"b\"/></kit>")
    #expect(try found(plan) == ["kitplan.unsafe-name ①②"])
  }

  @Test(arguments: [
    Case(TemplateFolder.entry("a", file: "x") + "①" + TemplateFolder.entry("b", file: "x") + "②"),
    Case(TemplateFolder.entry("a", file: "x") + "①" + TemplateFolder.entry("b", file: "X") + "②"),
    Case(
      TemplateFolder.entry("a", file: "É") + "①" + TemplateFolder.entry("b", file: "e\u{301}") + "②"
    ),
    // The same file in one of two formats is enough.
    Case(
      TemplateFolder.entry("a", file: "x") + "①"
        + TemplateFolder.entry("b", "formats='odt'", file: "x") + "②"),
  ])
  func `must differ in more than case`(_ row: Case) throws {
    #expect(try found(TemplateFolder.plan(row.entries)) == ["kitplan.duplicate-path ①②"])
  }

  @Test func `of folders must differ in more than case`() throws {
    let other = "<folder id='DOSSIER' title='b'>①" + TemplateFolder.entry("b") + "②</folder></kit>"
    let plan = TemplateFolder.plan(TemplateFolder.entry("a")).replacing("</kit>", with: other)
    #expect(try found(plan) == ["kitplan.duplicate-path ①②"])
  }

  @Test func `may be the same in two formats`() throws {
    let entries =
      TemplateFolder.entry("a", "formats='html'", file: "x")
      + TemplateFolder.entry("b", "formats='odt'", file: "x")
    #expect(try found(TemplateFolder.plan(entries)) == [])
  }

  @Test func `of a repeated document must differ`() throws {
    let entry = TemplateFolder.entry("a", "for='r in team | take: 2'", file: "a")
    #expect(try found(TemplateFolder.plan("①\(entry)②")) == ["kitplan.duplicate-path ①②"])
  }
}
