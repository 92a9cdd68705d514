import Assembly
import Diagnostics
import FileTree
import Merging
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
  format: MergeFormat? = nil
) throws -> Reported<Merge> {
  let workshop = try Samples.workshop.get()
  let file = { (name: String, text: String) in
    SourceFile(id: SourceFile.ID(name), bytes: Array(text.utf8))
  }
  return try workshop.merge(
    MergeRequest(
      template: file(name, template), path: nil, title: "Lettre au maire",
      rows: try readRows(file("maires.csv", rows)).value.rows,
      basin: try basin.map { try Samples.basin($0) }, pattern: pattern.map { file("--name", $0) },
      form: form, format: format),
    in: try Samples.inputs().templates)
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
    #expect(problems.map(\.id.text) == ["template.unknown-name"])
    #expect(
      problems.first?.help.last?.english.hasPrefix("the list gives commune (« Commune »)") == true)
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

@Suite struct `The guide for authors` {
  @Test func `stands beside the academic team's page, with every filter of the language`() throws {
    let workshop = try Samples.workshop.get()
    let files = try workshop.academyFiles(over: KitLedger())
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
