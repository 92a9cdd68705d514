import Diagnostics
import Export
import FileTree
import Markup
import TestSupport
import Testing

@Suite struct `A manifest` {
  private func file(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(id: SourceFile.ID("kit/.trousse/manifest.xml"), bytes: bytes)
  }

  @Test func `is read back as it was written`() throws {
    let bytes = try sampleKit(.folder).bytes(at: ".trousse/manifest.xml")
    #expect(try Manifest(file(bytes)) == .sample)
  }

  @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
  func `keeps what is not sure`(_ flags: (isConfirmed: Bool, isNew: Bool)) throws {
    var manifest = Manifest.sample
    manifest.isConfirmed = flags.isConfirmed
    manifest.isNew = flags.isNew
    manifest.blanks = []
    let packer = KitPacker(name: try RelativePath("kit"), packing: .folder)
    let kit = try packer.finish(manifest)
    #expect(try Manifest(file(kit.bytes(at: ".trousse/manifest.xml"))) == manifest)
  }

  @Test(arguments: Seed.first(30))
  func `keeps any text that XML can hold`(_ seed: Seed) throws {
    var generator = seed.generator
    var manifest = Manifest.sample
    let signs = Array("a é<>&\"'’«»\u{A0}\u{202F}]]>{{}}--\u{1F600}".unicodeScalars)
    func text() -> String {
      let picked = (0..<12).compactMap { _ in signs.randomElement(using: &generator) }
      return String(String.UnicodeScalarView(picked))
    }
    manifest.name = text()
    manifest.label = text()
    manifest.blanks = [Manifest.Blanks(document: text(), title: text(), names: [text(), text()])]
    let packer = KitPacker(name: try RelativePath("kit"), packing: .folder)
    let bytes = try packer.finish(manifest).bytes(at: ".trousse/manifest.xml")
    #expect(try Manifest(file(bytes)) == manifest)
  }

  @Test func `names each file with its size and its sum`() throws {
    let kit = try sampleKit(.folder)
    let root = try parse(file(kit.bytes(at: ".trousse/manifest.xml")))
    let files = root.elements.filter { $0.name == "file" }
    let paths = ["accueil.html", "01-pilotage/fiche.odt", "apparence/kit.css"]
    #expect(files.map { $0["path"]?.value } == paths)
    #expect(files.map { $0["size"]?.value } == ["5000", "5000", "2"])
    let sums = try kit.text(at: "SHA256SUMS")
    for file in files {
      let line = "\(file["sha256"]?.value ?? "")  \(file["path"]?.value ?? "")\n"
      #expect(sums.contains(line))
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let ids: [String]

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "<autre/>", ids: ["export.not-a-manifest"]),
    Case(text: "<kit/>", ids: ["export.not-a-manifest"]),
    Case(text: "<kit generator='trousse/0.1' basin='evry'/>", ids: ["export.not-a-manifest"]),
    Case(text: "<kit", ids: ["xml.unfinished-tag"]),
    Case(text: "", ids: ["xml.empty"]),
  ])
  func `of another program is told of and read no further`(_ row: Case) throws {
    let stopped = try #require(throws: Stopped.self) { try Manifest(file(Array(row.text.utf8))) }
    #expect(stopped.diagnostics.map(\.id.text) == row.ids)
  }

  @Test func `that is none is a warning, as the kits are sound without it`() throws {
    let stopped = try #require(throws: Stopped.self) { try Manifest(file(Array("<autre/>".utf8))) }
    #expect(!stopped.diagnostics.hasErrors)
    #expect(stopped.diagnostics.first?.help.isEmpty == false)
  }

  @Test(arguments: Seed.first(20))
  func `of random bytes never traps`(_ seed: Seed) {
    var generator = seed.generator
    let bytes = generator.bytes(count: 4_000)
    #expect(throws: Stopped.self) { try Manifest(file(bytes)) }
  }
}
