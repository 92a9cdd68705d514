import Archive
import Assembly
import Diagnostics
import Export
import FileTree
import TestSupport
import Testing

/// A kit of the tiny input as it lies on a disk, to be worked in.
private struct TinyKit {
  static let letter = "01-agir/01-lettre.odt"
  static let templates = tinyTemplates.replacing(
    "<p>À <blank name='lieu'/>.</p>",
    with: """
      <p>Nous préparons la Semaine.</p><p>À <blank name='lieu'/>, salle du bas.</p>
      <p>{{ (team | first).person.name }}, {{ (team | first).person.phone }}, \
      {{ basin.colleges | count: 'collège', 'collèges' }}.</p>
      """)
  static let request = BuildRequest(edition: nil, day: nil, version: "1")

  /// By path from the kit's root.
  var files: [String: [UInt8]]

  init(_ text: String = tinyBase + templates) throws {
    let workshop = try Workshop.prepare(tinyInputs(text), Self.request).value
    let basin = try #require(workshop.basins(["evry"]).first)
    let kit = try workshop.kit(for: basin, packing: .folder).kit
    let root = kit.name.text.count + 1
    files = Dictionary(
      uniqueKeysWithValues: kit.files.map { (String($0.path.text.dropFirst(root)), $0.bytes) })
  }

  /// Writes another text into an ODT.
  mutating func edit(_ old: String, _ new: String, in path: String = letter) throws {
    let zip = try ZipReader(try #require(files[path]))
    var writer = ZipWriter()
    var deflater = Deflater()
    for entry in zip.entries {
      var bytes = try zip.bytes(of: entry)
      if entry.path.text == "content.xml" {
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains(old), "\(path) says `\(old)`")
        bytes = Array(text.replacing(old, with: new).utf8)
      }
      try writer.add(deflater.deflate(bytes), at: entry.path)
    }
    files[path] = try writer.finish()
  }

  mutating func fill(_ name: String, with value: String, in path: String = letter) throws {
    try edit("\(name)</text:text-input>", "\(value)</text:text-input>", in: path)
  }

  func update(_ text: String = tinyBase + templates) throws -> UpdatedKit {
    let bytes = try #require(files[Manifest.path.text])
    let manifest = SourceFile(id: SourceFile.ID("old/manifest.xml"), bytes: bytes)
    let kit = try ShippedKit(manifest)
    let names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let files = files
    let read: @Sendable (RelativePath) -> [UInt8]? = { files[$0.text] }
    let old = ReturnedKit(
      place: "old", kit: kit, verdict: examine(kit, names: names, read: read), names: names,
      read: read)
    return try updateKit(old, tinyInputs(text), Self.request).value
  }
}

extension UpdatedKit {
  /// All that it is made of, by path, its page left out.
  fileprivate var written: [String: [UInt8]] {
    let pages = files.filter { !$0.path.name.hasPrefix("00-mise-a-jour.") }
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path.text, $0.bytes) })
  }

  fileprivate func text(of path: String) throws -> String {
    let file = try #require(files.first { $0.path.text == path }, "\(path) is there")
    let zip = try ZipReader(file.bytes)
    let content = try #require(zip.entries.first { $0.path.text == "content.xml" })
    return String(decoding: try zip.bytes(of: content), as: UTF8.self)
      .replacing(/<[^>]*>/, with: "")
  }

  fileprivate var page: String {
    let page = files.first { $0.path.text == "01-agir/00-mise-a-jour.html" }
    return String(decoding: page?.bytes ?? [], as: UTF8.self)
  }
}

@Suite struct `An update` {
  private static let newer = (tinyBase + TinyKit.templates)
    .replacing("salle du bas", with: "salle du haut")

  @Test func `of an untouched kit is a fresh build and its page`() throws {
    for text in [tinyBase + TinyKit.templates, Self.newer] {
      let updated = try TinyKit().update(text)
      #expect(try updated.written == TinyKit(text).files)
      #expect(updated.carried.isEmpty && updated.notes.openCount == 0)
      #expect(updated.files.count == updated.written.count + 2)
    }
  }

  @Test func `keeps what only the basin changed, byte for byte`() throws {
    var old = try TinyKit()
    try old.edit("Nous préparons", "Toutes et tous, nous préparons")
    let updated = try old.update()
    #expect(updated.written[TinyKit.letter] == old.files[TinyKit.letter])
    #expect(updated.notes.kept == [TinyKit.letter])
  }

  @Test func `keeps a spreadsheet that the basin filled`() throws {
    let templates =
      TinyKit.templates
      .replacing(
        "id='accueil' ",
        with: "id='table' number='7' template='table.xml' file='07-table' "
          + "formats='html ods' title='T' purpose='p' audience='a' moment='m'/><document id='accueil' "
      )
      + "\n-- templates/table.xml --\n<document><table sheet='S'><column/></table></document>\n"
    var old = try TinyKit(tinyBase + templates)
    let path = "01-agir/07-table.ods"
    let shipped = try #require(old.files[path])
    var zip = ZipWriter()
    let reader = try ZipReader(shipped)
    for entry in reader.entries {
      var bytes = try reader.bytes(of: entry)
      if entry.path.text == "meta.xml" { bytes += [0x0A] }
      try zip.add(Deflated(storing: bytes), at: RelativePath(entry.path.text))
    }
    old.files[path] = try zip.finish()
    let updated = try old.update(tinyBase + templates)
    #expect(updated.written[path] == old.files[path])
    #expect(updated.notes.kept == [path])
  }

  @Test func `merges what both changed, and the manifest is that of a fresh build`() throws {
    var old = try TinyKit()
    try old.edit("Nous préparons", "Toutes et tous, nous préparons")
    let updated = try old.update(Self.newer)
    let text = try updated.text(of: TinyKit.letter)
    #expect(text.contains("Toutes et tous, nous préparons"))
    #expect(text.contains("salle du haut"))
    #expect(updated.notes.merged.map(\.path) == [TinyKit.letter])
    let fresh = try TinyKit(Self.newer).files
    for path in [Manifest.path.text, "SHA256SUMS", ".trousse/base.zip"] {
      #expect(updated.written[path] == fresh[path])
    }
  }

  @Test func `says where a person must choose`() throws {
    var old = try TinyKit()
    try old.edit("salle du bas", "salle des fêtes")
    let updated = try old.update(Self.newer)
    #expect(updated.notes.openCount == 1)
    #expect(updated.page.contains("salle des fêtes"))
    #expect(updated.page.contains("À trancher"))
    #expect(updated.notes.lines.contains { $0.french.contains("01-lettre.odt (⇄ 1)") })
  }

  // MARK: Blanks

  @Test func `carries what was filled in to the base, and the new kit says it`() throws {
    var old = try TinyKit()
    try old.fill("nom de l’animateur", with: "Mme Claire Martin")
    try old.fill("téléphone de l’animateur", with: "01 23 45 67 89")
    try old.fill("nombre de collèges", with: "12 collèges")
    try old.fill("lieu", with: "Évry")
    let updated = try old.update(Self.newer)
    let file = try #require(updated.basinsFile)
    let base = String(decoding: file.bytes, as: UTF8.self)
    #expect(base.contains("<school-counts colleges=\"12\"/>"))
    #expect(
      base.contains(
        "<person role=\"animateur\" civility=\"Madame\" name=\"Claire Martin\""
          + " phone=\"01 23 45 67 89\"/>"))
    let text = try updated.text(of: TinyKit.letter)
    #expect(text.contains("Madame\u{A0}Claire Martin"))
    // What the base has no place for stays in the document itself.
    #expect(text.contains("À Évry, salle du haut."))
    #expect(updated.notes.openCount == 0)
    #expect(updated.notes.filled.count == 3)
  }

  @Test func `writes nothing into the base where nothing was filled`() throws {
    #expect(try TinyKit().update().basinsFile == nil)
  }

  // MARK: Files

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    fileprivate var change: @Sendable (inout TinyKit) throws -> Void
    /// What the new kit holds under which name of the old one.
    var carried: [String: String]
    var lines: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "the basin's own file", change: { $0.files["photos/a.jpg"] = [1] },
      carried: ["photos/a.jpg": "photos/a.jpg"], lines: ["vos propres fichiers (1) :"]),
    Case(
      testDescription: "a file of the new kit's name",
      change: { $0.files["01-AGIR/01-Lettre.odt"] = [1] },
      carried: ["01-AGIR/01-Lettre.odt": "01-agir/01-Lettre.votre-fichier-2015.odt"],
      lines: ["01-AGIR/01-Lettre.odt → 01-agir/01-Lettre.votre-fichier-2015.odt"]),
    Case(
      testDescription: "a folder of a file's name",
      change: { $0.files["OUVRIR.html/a.txt"] = [1] },
      carried: ["OUVRIR.html/a.txt": "votre-fichier-2015/a.txt"],
      lines: ["OUVRIR.html/a.txt → votre-fichier-2015/a.txt"]),
    Case(
      testDescription: "a document that nobody can open",
      change: { $0.files[TinyKit.letter] = [0x50, 0x4B, 0, 0] },
      carried: [TinyKit.letter: "01-agir/01-lettre.abime-2015.odt"],
      lines: ["gardés à côté du nouveau (1) :"]),
    Case(
      testDescription: "a page that somebody edited",
      change: {
        $0.files["OUVRIR.html"] = Array("<!DOCTYPE html><p>à nous</p></html>".utf8)
      },
      carried: ["OUVRIR.html": "OUVRIR.votre-version-2015.html"],
      lines: ["OUVRIR.html → OUVRIR.votre-version-2015.html"]),
    Case(
      testDescription: "a document that was taken out",
      change: { $0.files[TinyKit.letter] = nil }, carried: [:],
      lines: ["sont revenus (1) :"]),
    Case(
      testDescription: "a document that was renamed",
      change: {
        $0.files["À la mairie.odt"] = $0.files[TinyKit.letter]
        $0.files[TinyKit.letter] = nil
      }, carried: [:], lines: ["À la mairie.odt → 01-agir/01-lettre.odt"]),
    Case(
      testDescription: "a base that is gone",
      change: {
        try $0.edit("Nous préparons", "Toutes et tous, nous préparons")
        $0.files[".trousse/base.zip"] = nil
      },
      carried: [TinyKit.letter: "01-agir/01-lettre.votre-version-2015.odt"],
      lines: ["l’ancien kit n’a pas gardé trace"]),
    Case(
      testDescription: "a base that somebody forged",
      change: {
        try $0.edit("Nous préparons", "Toutes et tous, nous préparons")
        $0.files[".trousse/base.zip"] = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)
      },
      carried: [TinyKit.letter: "01-agir/01-lettre.votre-version-2015.odt"],
      lines: ["l’ancien kit n’a pas gardé trace"]),
    Case(
      testDescription: "Writer's sign of an open document",
      change: { $0.files["01-agir/.~lock.01-lettre.odt#"] = [1] }, carried: [:],
      lines: ["rien à trancher"]),
  ])
  func `loses nothing and overwrites nothing`(_ row: Case) throws {
    var old = try TinyKit()
    try row.change(&old)
    let updated = try old.update(Self.newer.replacing("Bienvenue", with: "Bonjour"))
    let carried = Dictionary(
      uniqueKeysWithValues: updated.carried.map { ($0.from.text, $0.to.text) })
    #expect(carried == row.carried)
    let fresh = try TinyKit(Self.newer.replacing("Bienvenue", with: "Bonjour")).files
    #expect(updated.written == fresh)
    let report = updated.notes.lines.map(\.french).joined(separator: "\n")
    for line in row.lines { #expect(report.contains(line), "\(report)") }
  }

  @Test func `knows a document again that was renamed and changed`() throws {
    var old = try TinyKit()
    try old.edit("Nous préparons", "Toutes et tous, nous préparons")
    old.files["À la mairie.odt"] = old.files[TinyKit.letter]
    old.files[TinyKit.letter] = nil
    let updated = try old.update(Self.newer)
    #expect(updated.carried.isEmpty)
    #expect(updated.notes.merged.map(\.path) == [TinyKit.letter])
    #expect(updated.notes.renamed.map(\.from) == ["À la mairie.odt"])
  }

  @Test func `follows a document to its new name, and keeps one that is no longer planned`() throws
  {
    var old = try TinyKit()
    try old.edit("Nous préparons", "Toutes et tous, nous préparons")
    let moved = (tinyBase + TinyKit.templates)
      .replacing("file='01-lettre'", with: "file='07-courrier'")
    #expect(try old.update(moved).notes.merged.map(\.path) == [])
    #expect(try old.update(moved).notes.kept == ["01-agir/07-courrier.odt"])
    let without = (tinyBase + TinyKit.templates)
      .replacing("<document id='lettre'", with: "<document if='basin.isNew' id='lettre'")
      .replacing("status='attested'", with: "status='attested' first-edition='1'")
    let updated = try old.update(without)
    #expect(updated.notes.kept == [TinyKit.letter])
    #expect(updated.notes.gone == ["01-agir/01-lettre.html"])
    #expect(updated.carried.map(\.to.text) == [TinyKit.letter])
  }

  // MARK: Refusals

  @Test func `refuses a manifest that lies`() throws {
    var old = try TinyKit()
    let text = String(decoding: old.files[Manifest.path.text] ?? [], as: UTF8.self)
    old.files[Manifest.path.text] = Array(text.replacing("sha256=\"", with: "sha256=\"0").utf8)
    let stopped = try #require(throws: Stopped.self) { try old.update() }
    #expect(stopped.diagnostics.map(\.id.text) == ["export.manifest-not-sound"])
  }

  @Test func `refuses a name that no key can hold, and a basin that nobody knows`() throws {
    var old = try TinyKit()
    old.files["a:b.txt"] = [1]
    let stopped = try #require(throws: Stopped.self) { try old.update() }
    #expect(stopped.diagnostics.map(\.id.text) == ["export.unportable-name"])
    old = try TinyKit()
    let renamed = (tinyBase + TinyKit.templates).replacing("id='evry'", with: "id='ivry'")
    let other = try #require(throws: Stopped.self) { try old.update(renamed) }
    #expect(other.diagnostics.map(\.id.text) == ["build.unknown-basin"])
  }
}
