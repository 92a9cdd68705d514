import Assembly
import Diagnostics
import Documents
import FileTree
import KnowledgeBase
import Merging
import Templates
import TestSupport
import Testing

private let list = """
  Commune;Nom du maire;Places;Rien
  Évry;"{{ basin.name }} <b> & fils";120;x
  Les Ulis;;3;x
  Évry;M. Roy;;x
  """

private let letter = """
  <document kind='letter'><letter><sender><line>{{ academy.name }}</line></sender>
  <addressee><line>{{ nomDuMaire }}</line></addressee><place-date>{{ commune }}</place-date>
  <subject>{{ places | count: 'place', 'places' }}</subject><call>a</call><p>Bonjour.</p>
  <closing>b</closing><signature><line>c</line></signature></letter></document>
  """

/// A merge, or what stops it.
private func merge(
  _ template: String = letter, name: String = "lettre-maire.xml", rows: String = list,
  pattern: String? = "{{ commune }}", basin: String? = nil, form: MergeRequest.Form = .apart,
  format: MergeFormat? = nil, on letterhead: String? = nil
) throws -> Reported<Merge> {
  try merge(
    source(name, template), path: nil, rows: rows, pattern: pattern, basin: basin, form: form,
    format: format, on: letterhead)
}

private func source(_ name: String, _ text: String) -> SourceFile {
  SourceFile(id: SourceFile.ID(name), bytes: Array(text.utf8))
}

/// - Parameters:
///   - path: the template's path from the templates' folder, if it is one of the kit's.
///   - letterhead: the path of one in that folder.
private func merge(
  _ template: SourceFile, path: String?, rows: String, pattern: String? = nil, basin: String?,
  form: MergeRequest.Form = .apart, format: MergeFormat? = nil, on letterhead: String? = nil
) throws -> Reported<Merge> {
  let workshop = try Samples.workshop.get()
  let templates = try Samples.inputs().templates
  return try workshop.merge(
    MergeRequest(
      template: template, path: path, letterhead: letterhead.flatMap { templates[$0] },
      title: "Lettre au maire", rows: try readRows(source("maires.csv", rows)).value.rows,
      basin: try basin.map { try Samples.basin($0) }, pattern: pattern.map { source("--name", $0) },
      form: form, format: format),
    in: templates)
}

/// A merge of a template of the kit.
private func kitMerge(
  _ path: String, rows: String, pattern: String? = nil, basin: String? = "evry",
  form: MergeRequest.Form = .apart, format: MergeFormat? = .html
) throws -> Reported<Merge> {
  let template = try #require(try Samples.inputs().templates[path])
  return try merge(
    template, path: path, rows: rows, pattern: pattern, basin: basin, form: form, format: format)
}

/// All files of a merge by path, and the blanks of each document.
private func made(_ merge: Merge) throws -> (files: [String: [UInt8]], blanks: [[String]]) {
  var files: [String: [UInt8]] = [:]
  var blanks: [[String]] = []
  let failure: BuildFailure<Never>? = merge.run { document in
    for file in document.files { files[file.path.text] = file.bytes }
    blanks.append(document.blankNames)
  }
  #expect(failure == nil)
  return (files, blanks)
}

private func faults(_ make: () throws -> Reported<Merge>) throws -> [Diagnostic] {
  try #require(throws: Stopped.self) { _ = try make() }.diagnostics
}

@Suite struct `A template for each row of a list` {
  @Test func `gives a document each, named by the pattern, with a page and its look`() throws {
    let merge = try merge()
    #expect(
      merge.diagnostics.map(\.id.text) == ["build.unused-columns", "build.same-file-name"])
    #expect(
      merge.diagnostics.first?.message.english == "the template never asks for rien (« Rien »)")
    let (files, blanks) = try made(merge.value)
    #expect(
      files.keys.sorted() == [
        "apparence/kit.css", "apparence/kit.js", "evry-2.html", "evry-2.odt", "evry.html",
        "evry.odt", "les-ulis.html", "les-ulis.odt",
      ])
    #expect(Set(files.keys) == Set(merge.value.paths.map(\.text)))
    #expect(blanks == [[], ["Nom du maire"], ["Places"], []])
    #expect(merge.value.documentCount == 3)
  }

  @Test func `writes what stands in a cell and reads nothing in it`() throws {
    let (files, _) = try made(try merge().value)
    let odt = try #require(files["evry.odt"])
    let content = String(decoding: try #require(entry("content.xml", of: odt)), as: UTF8.self)
    let page = String(decoding: try #require(files["evry.html"]), as: UTF8.self)
    for text in [content, page] {
      #expect(text.contains("{{ basin.name }} &lt;b&gt; &amp; fils"))
      #expect(text.contains("120\u{A0}places") || text.contains("120 places"))
    }
  }

  @Test func `numbers the files without a pattern, and makes folders where one says so`() throws {
    let plain = try merge(pattern: nil, format: .odt).value
    #expect(
      plain.paths.map(\.text) == ["lettre-maire-1.odt", "lettre-maire-2.odt", "lettre-maire-3.odt"])
    let folders = try merge(pattern: "villes/{{ commune }}/{{ places }}", format: .html).value
    #expect(folders.paths.first?.text == "villes/evry/120.html")
  }

  @Test func `of the kit's own fields sees the basin's where one is named`() throws {
    let template = "<document><p>{{ basin.name }} {{ commune }}</p></document>"
    let (files, _) = try made(try merge(template, basin: "etampes", format: .html).value)
    let page = String(decoding: try #require(files["les-ulis.html"]), as: UTF8.self)
    #expect(page.contains("Étampes Les Ulis"))
    let problems = try faults { try merge(template) }
    #expect(problems.map(\.id.text) == ["build.needs-basin"])
    let unknown = try faults { try merge("<document><p>{{ comune }}</p></document>") }
    #expect(unknown.map(\.id.text) == ["template.unknown-name"])
    #expect(
      unknown.first?.help.last?.english.hasPrefix("the list gives commune (« Commune »)") == true)
  }

  @Test func `tells of a column that takes the name of a field`() throws {
    let merge = try merge(
      "<document><p>{{ edition }}</p></document>", rows: "Édition\n1re", pattern: nil)
    #expect(merge.diagnostics.map(\.id.text) == ["build.column-hides"])
  }

  @Test func `is one document, if that is asked for`() throws {
    let merge = try merge(pattern: "tous", form: .together).value
    #expect(merge.paths.prefix(2).map(\.text) == ["tous.html", "tous.odt"])
    let (files, blanks) = try made(merge)
    #expect(blanks == [["Nom du maire", "Places"], []])
    let odt = try #require(files["tous.odt"])
    let content = String(decoding: try #require(entry("content.xml", of: odt)), as: UTF8.self)
    #expect(content.ranges(of: "draw:name=\"Destinataire").count == 3)
    let problems = try faults { try self.oneNamedByRow() }
    #expect(problems.map(\.id.text) == ["build.name-of-one"])
  }

  private func oneNamedByRow() throws -> Reported<Merge> { try merge(form: .together) }

  @Test(arguments: [
    ["{{ comune }}", "template.unknown-name"], ["{{ commune", "template.unclosed-expression"],
    ["con", "build.unsafe-file-name"],
  ])
  func `has names that are safe, or none`(_ row: [String]) throws {
    #expect(try faults { try merge(pattern: row[0]) }.map(\.id.text) == [row[1]])
  }

  @Test func `makes one document after the other, however many there are`() throws {
    let rows = "Commune\n" + (1...400).map { "V\($0)" }.joined(separator: "\n")
    let template = "<document><p>{{ commune }}</p></document>"
    let merge = try merge(template, rows: rows, format: .odt).value
    var paths: [String] = []
    let failure: BuildFailure<Halt>? = merge.run { (document) throws(Halt) in
      paths += document.files.map(\.path.text)
      if paths.count == 399 { throw Halt() }
    }
    #expect(paths == (1...399).map { "v\($0).odt" })
    guard case .delivery = failure else {
      Issue.record("the merge went on")
      return
    }
  }

  private struct Halt: Error {}
}

@Suite struct `A list for a template of the kit` {
  private static let letter = "03-partenaires/lettre-association.fodt"
  private static let rows = "Nom;Partner\nClub;club-sportif\nML;Mission Locale\n"

  private func pages(_ merge: Reported<Merge>) throws -> [String: String] {
    try made(merge.value).files.filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self).replacing("\u{A0}", with: " ") }
  }

  @Test func `says in a column for which partner, role or other item each row is`() throws {
    let merge = try kitMerge(Self.letter, rows: Self.rows, pattern: "{{ nom }}-{{ partner.id }}")
    #expect(merge.diagnostics.isEmpty, "the pattern asks for the other column")
    let pages = try pages(merge)
    #expect(pages.keys.sorted() == ["club-club-sportif.html", "ml-mission-locale.html"])
    #expect(pages["club-club-sportif.html"]?.contains("club sportif</h1>") == true)
    #expect(pages["ml-mission-locale.html"]?.contains("jeunes de 16 à 25 ans") == true)
    #expect(pages["club-club-sportif.html"]?.contains("jeunes de 16 à 25 ans") == false)
  }

  @Test func `is told of a partner that the kit has no letter for`() throws {
    let rows = "Partner\nclub-spotif\nmairie\n"
    let problems = try faults { try kitMerge(Self.letter, rows: rows) }
    #expect(problems.map(\.id.text) == ["build.unknown-item", "build.unknown-item"])
    #expect(
      problems.first?.help.first?.english == "did you mean `club-sportif`?")
    #expect(problems.last?.message.english.hasPrefix("row 3: `mairie` is no `partner`") == true)
  }

  @Test func `makes a document for each item where a row says none`() throws {
    let merge = try kitMerge(
      "01-pilotage/fiche-de-role.xml", rows: "Année\n2015\n", pattern: "{{ role.id }}")
    #expect(
      merge.diagnostics.map(\.id.text) == ["build.row-for-all-items", "build.unused-columns"])
    #expect(merge.value.documentCount == 8)
    let page = try #require(try pages(merge)["animateur.html"])
    let kit = try Samples.workshop.get().documents(for: try Samples.basin("evry"))
    let own = try #require(kit.documents.first { $0.place.stem == "07-fiche-de-role-animateur" })
    let title = own.title.replacing("\u{A0}", with: " ")
    #expect(page.contains("<h1>\(title)</h1>"))
  }

  @Test func `has the tasks of its document`() throws {
    let pages = try pages(try kitMerge("03-partenaires/lettre-maire.fodt", rows: "X\n1\n"))
    #expect(pages.values.first?.contains("date d’envoi, au plus tard le") == true)
  }

  @Test func `makes pages of one document, too`() throws {
    let merge = try kitMerge(Self.letter, rows: Self.rows, pattern: "tous", form: .together)
    let page = try #require(try pages(merge)["tous.html"])
    #expect(page.ranges(of: "class=\"addressee\"").count == 2)
    #expect(page.ranges(of: "jeunes de 16 à 25 ans").count == 1)
  }

  @Test func `asks for a basin once, however much of it the template names`() throws {
    let problems = try faults { try kitMerge(Self.letter, rows: Self.rows, basin: nil) }
    #expect(problems.map(\.id.text) == ["build.needs-basin"])
  }

  @Test func `needs a basin that has the document`() throws {
    var rows: [String] = []
    for basin in ["antony", "evry"] {
      let merge = try kitMerge(
        "01-pilotage/mes-dates.xml", rows: "Role\nanimateur\n", basin: basin)
      rows += merge.value.paths.map(\.text)
    }
    #expect(rows.filter { $0.hasSuffix(".html") } == ["mes-dates-1.html", "mes-dates-1.html"])
  }
}

@Suite struct `A Writer template of one's own` {
  private static let text = """
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.text"><office:master-styles>\
    <style:master-page style:name="Standard"/></office:master-styles><office:body><office:text>\
    <text:h text:outline-level="1">Aux maires</text:h><text:p>{{ commune }} &amp; {{ x }}</text:p>\
    </office:text></office:body></office:document>
    """
  private static let rows = "Commune;X\nÉvry;1\nLes Ulis;\n"

  @Test func `gives a page as well as a text document`() throws {
    let merge = try merge(Self.text, name: "l.fodt", rows: Self.rows).value
    let (files, blanks) = try made(merge)
    #expect(
      files.keys.sorted() == [
        "apparence/kit.css", "apparence/kit.js", "evry.html", "evry.odt", "les-ulis.html",
        "les-ulis.odt",
      ])
    #expect(blanks == [[], ["X"], []])
    let page = String(decoding: try #require(files["evry.html"]), as: UTF8.self)
    #expect(page.contains("Évry &amp; 1"))
  }

  @Test func `takes the letterhead that is asked for, in the page too`() throws {
    let head = "partials/papier-a-lettres.fodt"
    let merge = try merge(
      Self.text, name: "l.fodt", rows: Self.rows, basin: "evry", on: head
    ).value
    let page = String(decoding: try #require(try made(merge).files["evry.html"]), as: UTF8.self)
    let site = try #require(try Samples.workshop.get().base.academy.site)
    #expect(page.contains(site))
    let problems = try faults {
      try self.merge(on: head)
    }
    #expect(problems.map(\.id.text) == ["kitplan.letterhead"])
  }

  private func merge(on head: String) throws -> Reported<Merge> {
    try merge("<document><p>{{ commune }}</p></document>", name: "l.xml", on: head)
  }

  private func merge(
    _ text: String, name: String, rows: String = Self.rows, basin: String? = nil,
    on head: String? = nil
  ) throws -> Reported<Merge> {
    try KitTests.merge(text, name: name, rows: rows, basin: basin, on: head)
  }
}

@Suite struct `The guide for authors` {
  @Test func `stands beside the academic team's page, with every filter of the language`() throws {
    let workshop = try Samples.workshop.get()
    let files = try workshop.academyFiles(over: KitLedger())
    #expect(
      files.guide.map(\.path.text).sorted() == ["guide-des-modeles.html", "guide-des-modeles.odt"])
    let odt = try #require(files.guide.first { $0.path.text == "guide-des-modeles.odt" })
    let content = String(decoding: try #require(entry("content.xml", of: odt.bytes)), as: UTF8.self)
    #expect(String(decoding: files.page, as: UTF8.self).contains("href=\"guide-des-modeles."))
    #expect(content.contains("{{ for task in tasks }}"), "shown, not carried out")
    let basin = try Samples.basin("evry")
    let reference = workshop.fieldsText(for: basin)
    let filters = reference.split(separator: "\n").filter { $0.contains(" → ") }
    #expect(filters.count > 40)
    for line in filters {
      let example = line.drop { $0 == " " }.prefix { $0 != "→" }.dropLast()
      let escaped = example.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;")
      #expect(content.contains(escaped), "\(example)")
    }
  }
}
