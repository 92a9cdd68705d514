import Assembly
import Diagnostics
import Export
import FileTree
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `A whole input in one text` {
  @Test func `becomes this kit`() throws {
    let workshop = try Workshop.prepare(tinyInputs(tinyBase + tinyTemplates), request).value
    let basins = try workshop.basins([])
    #expect(basins.map(\.id.text) == ["evry", "con-sur-mer"])
    let finished = try workshop.kit(for: try #require(basins.first), packing: .folderAndZip)
    #expect(
      finished.kit.files.map(\.path.text) == [
        "kit-evry-2015/OUVRIR.html", "kit-evry-2015/01-agir/01-lettre.html",
        "kit-evry-2015/01-agir/01-lettre.odt", "kit-evry-2015/apparence/kit.css",
        "kit-evry-2015/apparence/kit.js", "kit-evry-2015/LISEZ-MOI.txt",
        "kit-evry-2015/01-pilotage/calendrier.ics",
        "kit-evry-2015/01-pilotage/calendrier-animateur.ics",
        "kit-evry-2015/.trousse/base.zip", "kit-evry-2015/.trousse/manifest.xml",
        "kit-evry-2015/SHA256SUMS",
      ])
    let manifest = finished.manifest
    #expect(manifest.basin == "evry" && manifest.day == "2014-09-29" && manifest.isConfirmed)
    #expect(manifest.documentCount == 2)
    let blanks = Manifest.Blanks(
      document: "01-agir/01-lettre", title: "Lettre du bassin d’Évry", names: ["lieu"])
    #expect(manifest.blanks == [blanks])
    let readMe = try #require(finished.kit.files.first { $0.path.text.hasSuffix("LISEZ-MOI.txt") })
    #expect(readMe.bytes == [0xEF, 0xBB, 0xBF] + Array("Kit d’Évry\r\nFin\r\n".utf8))
  }

  // An editor on Windows may have put them there.
  @Test func `may have a byte order mark and two signs at a line's end`() throws {
    var marked = try tinyInputs(tinyBase + tinyTemplates)
    let plain = try #require(marked.templates["LISEZ-MOI.txt"])
    let bytes = Array(
      String(decoding: plain.bytes, as: UTF8.self)
        .replacing("\n", with: "\r\n").utf8)
    marked.templates["LISEZ-MOI.txt"] = SourceFile(id: plain.id, bytes: [0xEF, 0xBB, 0xBF] + bytes)
    let kits = try [tinyInputs(tinyBase + tinyTemplates), marked].map { inputs in
      let workshop = try Workshop.prepare(inputs, request).value
      let basins = try workshop.basins(["evry"])
      return try workshop.kit(for: try #require(basins.first), packing: .folder).kit
    }
    #expect(kits[0].files.map(\.bytes) == kits[1].files.map(\.bytes))
  }

  // `con-sur-mer` is named CON, which is no name for a file.
  @Test(arguments: [1, 3])
  func `tells which basin makes a template impossible`(jobs: Int) async throws {
    let templates = tinyTemplates.replacing("file='01-lettre'", with: "file='{{ basin.name }}'")
    let workshop = try Workshop.prepare(tinyInputs(tinyBase + templates), request).value
    var built: [String] = []
    let basins = try workshop.basins(["con-sur-mer"]) + workshop.basins(["evry"])
    let failure: BuildFailure<Never>? = await buildKits(
      workshop, basins: basins, packing: .folder, jobs: jobs,
      deliver: { (finished) throws(Never) in finished.manifest.basin },
      collect: { built.append($0) })
    guard case .stopped(let stopped) = failure else {
      Issue.record("the build did not fail")
      return
    }
    #expect(stopped.diagnostics.map(\.id.text) == ["kitplan.unsafe-name"])
    #expect(stopped.diagnostics.first?.span?.file.path == "templates/kit.xml")
    #expect(!built.contains("con-sur-mer"))
  }

  private static let faults = [
    Fault("kit.xml", "see='lettre'", "see='letre'", "template.unknown-document"),
    Fault("kit.xml", "at='root' ", "", "kitplan.missing-home"),
    Fault("accueil.xml", "basin.de", "basin.dee", "template.unknown-field"),
    Fault("LISEZ-MOI.txt", "Kit {{ basin.de", "Kit {{ basin.de | loud", "template.unknown-filter"),
    Fault("basins.xml", "department='essonne'", "department='nord'", "kb.unknown-reference"),
    Fault("academy.xml", "#5b2a6f", "#5B2A6F", "schema.bad-value"),
  ]

  @Test(arguments: faults)
  func `is refused for one fault with one diagnostic`(_ fault: Fault) throws {
    let text = tinyBase + tinyTemplates
    try #require(text.ranges(of: fault.old).count >= 1)
    let inputs = try tinyInputs(text.replacing(fault.old, with: fault.new, maxReplacements: 1))
    let stopped = try #require(throws: Stopped.self) {
      _ = try Workshop.prepare(inputs, request)
    }
    #expect(stopped.diagnostics.map(\.id.text) == [fault.id])
    #expect(stopped.diagnostics.first?.span?.file.path.hasSuffix(fault.file) == true)
  }

  @Test func `without its look says each file that is missing`() throws {
    var inputs = try tinyInputs(tinyBase + tinyTemplates)
    inputs.look = [:]
    let stopped = try #require(throws: Stopped.self) {
      _ = try Workshop.prepare(inputs, request)
    }
    #expect(
      stopped.diagnostics.map(\.id.text) == Array(repeating: "build.missing-look", count: 3))
  }

  private let request = BuildRequest(edition: nil, day: nil, version: "1")
}

/// A replacement in the tiny input, and the one thing that must be said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let id: String
  var testDescription: String { "\(file): \(new)" }

  init(_ file: String, _ old: String, _ new: String, _ id: String) {
    self.file = file
    self.old = old
    self.new = new
    self.id = id
  }
}
