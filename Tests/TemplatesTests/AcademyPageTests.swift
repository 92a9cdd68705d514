import Diagnostics
import Documents
import KnowledgeBase
import Templates
import TestSupport
import Testing

@Suite struct `The academic team's page` {
  private func folder(_ template: String) -> TemplateFolder {
    TemplateFolder(["academie/index.xml": template])
  }

  private func kit(_ id: String, blanks: Int, isConfirmed: Bool) -> KitSummary {
    KitSummary(
      id: id, name: id, label: "bassin \(id)", department: "Essonne", isConfirmed: isConfirmed,
      isNew: true, home: "kit-\(id)/accueil.html", zip: "kit-\(id).zip",
      zipBytes: 2_000_000, day: "2014-09-29",
      documentCount: 20, blankCount: blanks)
  }

  private func page(_ body: String, _ kits: [KitSummary]) throws -> Document {
    let base = try TestBasin.base([:])
    let edition = try #require(base.editions.first { $0.id == base.currentEdition })
    let files = folder("<document page='landscape'>\(body)</document>").files
    let page = try compileAcademyPage(files, folder: "KitTemplates")
    return try compose(
      page, academy: base.academy, principles: base.principles, edition: edition, stamp: .test,
      kits: kits,
      missing: [MissingInDocument(title: "Fiche", blanks: [.init(name: "date", kitCount: 2)])],
      guide: "guide.odt")
  }

  @Test func `tells of all kits`() throws {
    let document = try page(
      """
      <p>{{ totals.kitCount }} {{ totals.documentTotal }} {{ totals.blankTotal }} {{ unconfirmed | listed: 'id' }}</p>
      <p for='k in kits'>
        <a file='{{ k.home }}'>{{ k.name }}</a> <a file='{{ k.zip }}'>{{ k.zipSize }}</a> {{ k.blankCount }}
      </p>
      <p for='m in missing'>{{ m.title }} : <span for='b in m.blanks'>{{ b.name }} ({{ b.kitCount }})</span></p>
      <p>{{ academy.name }}, {{ edition.year }}, {{ kit.day | numeric }}</p>
      """, [kit("a", blanks: 3, isConfirmed: true), kit("b", blanks: 4, isConfirmed: false)])
    #expect(
      document.lines == [
        "p 2 40 7 b", "p ‹file kit-a/accueil.html›a‹/› ‹file kit-a.zip›1¬954~Ko‹/› 3",
        "p ‹file kit-b/accueil.html›b‹/› ‹file kit-b.zip›1¬954~Ko‹/› 4", "p Fiche~: date (2)",
        "p Versailles, 2015, 01/01/2015",
      ])
    #expect(document.place.path(as: .html) == "index.html")
    #expect(document.page == .landscape)
  }

  @Test func `stands over no kit at all`() throws {
    #expect(try page("<p>{{ totals.kitCount }} {{ kits | any }}</p>", []).lines == ["p 0 non"])
  }

  /// The page has no basin: what a kit knows, it does not.
  @Test(arguments: [
    ProblemCase("<document><p>{{ ①basin②.name }}</p></document>", "template.unknown-name ①②"),
    ProblemCase(
      "<document><p><a to='①accueil②'>a</a></p></document>", "template.unknown-document ①②"),
    ProblemCase("①<partial>②</partial>", "template.wrong-root ①②"),
  ])
  func `is checked like any other`(_ row: ProblemCase) throws {
    let marked = MarkedText(row.text)
    let stopped = try #require(throws: Stopped.self) {
      try compileAcademyPage(folder(marked.text).files, folder: "KitTemplates")
    }
    #expect(marked.places(of: stopped.diagnostics) == row.problems)
  }

  @Test func `must be there`() throws {
    let stopped = try #require(throws: Stopped.self) {
      try compileAcademyPage(TemplateFolder([:]).files, folder: "KitTemplates")
    }
    #expect(stopped.diagnostics.map(\.id.text) == ["kitplan.missing-file"])
  }
}
