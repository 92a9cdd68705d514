import Archive
import Diagnostics
import Export
import FileTree
import TestSupport
import Testing

@Suite struct `A kit that comes back` {
  /// The files of a kit as they lie on a disk, by path from its root.
  private func shipped() throws -> (kit: ShippedKit, files: [String: [UInt8]]) {
    let packed = try sampleKit(.folder, more: ["notice.txt", "page.html"])
    let root = packed.name.text.count + 1
    let files = Dictionary(
      uniqueKeysWithValues: packed.files.map {
        (String($0.path.text.dropFirst(root)), $0.bytes)
      })
    let manifest = try #require(files[Manifest.path.text])
    let file = SourceFile(id: SourceFile.ID("manifest.xml"), bytes: manifest)
    return (try ShippedKit(file), files)
  }

  private func verdict(_ kit: ShippedKit, _ files: [String: [UInt8]]) -> KitVerdict {
    examine(kit, names: Array(files.keys)) { files[$0.text] }
  }

  @Test func `untouched is whole`() throws {
    let (kit, files) = try shipped()
    let verdict = verdict(kit, files)
    #expect(verdict.isWhole && verdict.changed.isEmpty && verdict.foreign.isEmpty)
    #expect(verdict.unchangedCount == files.count && verdict.shippedCount == files.count)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var path: String
    var bytes: [UInt8]?
    var damaged: [String] = []
    var missing: [String] = []
    var changed: [String] = []
    var foreign: [String] = []
  }

  /// A text document as an office program would save it.
  private static let document: [UInt8] = {
    var writer = ZipWriter()
    for name in ["mimetype", "content.xml", "META-INF/manifest.xml"] {
      guard let path = try? RelativePath(name) else { continue }
      try? writer.addStored(Array(name.utf8), at: path)
    }
    return (try? writer.finish()) ?? []
  }()

  private static let odt = "01-pilotage/fiche.odt"

  static let changes: [Change] = [
    Change(
      testDescription: "a document saved anew", path: odt, bytes: document, changed: [odt]),
    Change(
      testDescription: "a document cut off", path: odt, bytes: document.dropLast(9),
      damaged: [odt]),
    Change(
      testDescription: "a document with one spoilt byte", path: odt,
      bytes: document.enumerated().map { $0.offset == 40 ? 0xFF : $0.element }, damaged: [odt]),
    Change(testDescription: "a document emptied", path: odt, bytes: [], damaged: [odt]),
    Change(
      testDescription: "a page written anew", path: "page.html",
      bytes: Array("<p>à nous</p></html>\r\n".utf8), changed: ["page.html"]),
    Change(
      testDescription: "a page cut off", path: "page.html", bytes: Array("<p>à no".utf8),
      damaged: ["page.html"]),
    Change(
      testDescription: "a page of zeros", path: "page.html",
      bytes: [UInt8](repeating: 0, count: 99), damaged: ["page.html"]),
    Change(
      testDescription: "a text written anew", path: "notice.txt", bytes: Array("à nous".utf8),
      changed: ["notice.txt"]),
    Change(
      testDescription: "a text with one other byte", path: "notice.txt", bytes: Array("y".utf8),
      damaged: ["notice.txt"]),
    Change(
      testDescription: "a text that is none", path: "notice.txt", bytes: [0xC3, 0x28, 65],
      damaged: ["notice.txt"]),
    Change(
      testDescription: "a file gone", path: "notice.txt", bytes: nil, missing: ["notice.txt"]),
    Change(
      testDescription: "a file added", path: "photos/équipe.jpg", bytes: [1],
      foreign: ["photos/équipe.jpg"]),
    Change(
      testDescription: "the list of sums gone", path: "SHA256SUMS", bytes: nil,
      missing: ["SHA256SUMS"]),
    Change(
      testDescription: "a list of sums that contradicts the manifest", path: "SHA256SUMS",
      bytes: Array("0".utf8), damaged: [".trousse/manifest.xml", "SHA256SUMS"]),
  ]

  @Test(arguments: changes)
  func `is told what became of it`(_ row: Change) throws {
    var (kit, files) = try shipped()
    files[row.path] = row.bytes
    let verdict = verdict(kit, files)
    #expect(verdict.damaged == row.damaged)
    #expect(verdict.missing == row.missing)
    #expect(verdict.changed == row.changed)
    #expect(verdict.foreign == row.foreign)
    #expect(verdict.isWhole == (row.damaged.isEmpty && row.missing.isEmpty))
    let day = Phrase(en: "2014-09-29", fr: "29 septembre 2014")
    let report = verdict.report(of: kit, at: "clé", day: day).map(\.french).joined(separator: "\n")
    for path in row.damaged + row.missing + row.changed + row.foreign {
      #expect(report.contains("    \(path)"))
    }
    #expect(report.contains("Ce kit n’est pas entier") != verdict.isWhole)
  }

  @Test func `with a file that cannot be read is damaged`() throws {
    let (kit, files) = try shipped()
    let verdict = examine(kit, names: Array(files.keys)) {
      $0.text == "notice.txt" ? nil : files[$0.text]
    }
    #expect(verdict.damaged == ["notice.txt"])
  }

  @Test func `as a zip is judged like its folder`() async throws {
    let packed = try sampleKit(.folderAndZip)
    let zip = try #require(packed.zip)
    let judged = try #require(try await examine(zip: returned(zip.bytes), jobs: 2).first)
    #expect(judged.verdict.isWhole && judged.verdict.foreign == [])
    #expect(judged.verdict.unchangedCount == packed.files.count)
    // One byte of a stored document spoilt, a file left out, and one beside the kit's folder.
    let reader = try ZipReader(zip.bytes)
    var writer = ZipWriter()
    for entry in reader.entries where !entry.path.text.hasSuffix("/accueil.html") {
      let content = try reader.bytes(of: entry)
      let isSpoilt = entry.path.text.hasSuffix(".odt")
      try writer.addStored(isSpoilt ? [9] + content.dropFirst() : content, at: entry.path)
    }
    try writer.addStored([65], at: .literal("Thumbs.db"))
    let spoilt = returned(try writer.finish())
    let verdict = try #require(try await examine(zip: spoilt, jobs: 2).first).verdict
    #expect(verdict.damaged == [Self.odt])
    #expect(verdict.missing == ["accueil.html"])
    #expect(verdict.foreign == ["../Thumbs.db"])
  }

  @Test(arguments: [
    ("../../etc/passwd", "export.manifest-path"), ("C:/x", "export.manifest-path"),
    ("notice.txt", "export.manifest-path"), ("CON", "export.manifest-path"),
  ])
  func `with a manifest that lies is refused`(_ path: String, _ id: String) throws {
    let (_, files) = try shipped()
    let text = String(decoding: try #require(files[Manifest.path.text]), as: UTF8.self)
    let line = "  <file path=\"\(path)\" size=\"1\" sha256=\"00\"/>\n</kit>"
    let forged = text.replacing("</kit>", with: line)
    let file = SourceFile(id: SourceFile.ID("m.xml"), bytes: Array(forged.utf8))
    let stopped = #expect(throws: Stopped.self) { try ShippedKit(file) }
    #expect(stopped?.diagnostics.map(\.id.text) == [id])
  }

  @Test(arguments: [
    ([UInt8](), "export.unreadable-zip"), (Array("PK".utf8), "export.unreadable-zip"),
    (document, "export.not-a-kit"),
  ])
  func `as a file that is no kit says so`(_ bytes: [UInt8], _ id: String) async {
    let stopped = await #expect(throws: Stopped.self) {
      try await examine(zip: returned(bytes), jobs: 1)
    }
    #expect(stopped?.diagnostics.map(\.id.text) == [id])
  }
}

/// A zip that lies in memory, given out piece by piece as a disk does.
private func returned(_ bytes: [UInt8]) -> ReturnedZip {
  ReturnedZip(SourceFile.ID("kit.zip"), sizeBytes: bytes.count) { Array(bytes[$0]) }
}
