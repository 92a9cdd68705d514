import Archive
import Diagnostics
import Export
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct `A packed kit` {
  @Test func `holds what was added, its manifest and its sums`() throws {
    let kit = try sampleKit(.folder)
    #expect(
      kit.files.map(\.path.text) == [
        "kit-evry-2015/accueil.html", "kit-evry-2015/01-pilotage/fiche.odt",
        "kit-evry-2015/apparence/kit.css", "kit-evry-2015/.trousse/manifest.xml",
        "kit-evry-2015/SHA256SUMS",
      ])
    #expect(kit.name.text == "kit-evry-2015")
    #expect(kit.zip == nil)
    #expect(try kit.text(at: "apparence/kit.css") == "é")
  }

  @Test func `lists the sums of all files but the list, by path`() throws {
    let lines = try sampleKit(.folder).text(at: "SHA256SUMS").split(separator: "\n")
    #expect(
      lines.map { $0.dropFirst(64) } == [
        "  .trousse/manifest.xml", "  01-pilotage/fiche.odt", "  accueil.html",
        "  apparence/kit.css",
      ])
    // `printf é | sha256sum`
    #expect(
      lines.last?.prefix(64) == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c")
  }

  @Test func `is accepted by sha256sum`() throws {
    let folder = try TemporaryFolder()
    let kit = try sampleKit(.folder, more: ["À propos/l’été.html", "a b.txt"])
    for file in kit.files {
      try FileManager.default.createDirectory(
        at: URL(filePath: folder.path(of: file.path.text)).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try folder.write(file.bytes, at: file.path.text)
    }
    let inside = folder.path(of: "kit-evry-2015")
    guard let good = try run("sha256sum", ["--strict", "-c", "SHA256SUMS"], in: inside) else {
      return
    }
    #expect(good.status == 0, "\(good.output)")
    #expect(good.output.split(separator: "\n").count == 6)
    try folder.write("autre", at: "kit-evry-2015/a b.txt")
    let bad = try run("sha256sum", ["--strict", "-c", "SHA256SUMS"], in: inside)
    #expect(bad?.status == 1)
  }

  @Test func `has a zip with its folder's files and no other`() throws {
    let kit = try sampleKit(.folderAndZip)
    let zip = try #require(kit.zip)
    #expect(zip.path.text == "kit-evry-2015.zip")
    let folder = try TemporaryFolder()
    try folder.write(zip.bytes, at: "kit.zip")
    let script = """
      import zipfile
      z = zipfile.ZipFile('kit.zip')
      assert z.testzip() is None
      for i in z.infolist(): print(i.filename, i.compress_type, i.file_size, len(z.read(i)))
      """
    guard let listed = try run("python3", ["-c", script], in: folder.path) else { return }
    #expect(listed.status == 0, "\(listed.output)")
    let words = listed.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(words.map { String($0[0]) } == kit.files.map(\.path.text))
    #expect(words.map { String($0[2]) } == kit.files.map { "\($0.bytes.count)" })
    #expect(words.map { String($0[3]) } == kit.files.map { "\($0.bytes.count)" })
    // Text is deflated (8) and what is a zip already is stored (0).
    #expect(words.map { String($0[1]) }.prefix(2) == ["8", "0"])
  }

  @Test func `holds the same bytes with and without a zip`() throws {
    let folder = try sampleKit(.folder)
    let both = try sampleKit(.folderAndZip)
    #expect(folder.files.map(\.bytes) == both.files.map(\.bytes))
    #expect(folder.files.map(\.path) == both.files.map(\.path))
  }

  @Test func `is the same each time`() throws {
    let first = try sampleKit(.folderAndZip)
    let second = try sampleKit(.folderAndZip)
    #expect(first.zip?.bytes == second.zip?.bytes)
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let packing: Packing

    var testDescription: String { "\(path) \(packing)" }
  }

  /// On a key or under Windows the second of two such files would take the place of the first.
  @Test(
    arguments: [
      "accueil.html", "ACCUEIL.html", "SHA256SUMS", "sha256sums", ".trousse/manifest.xml",
      ".Trousse/autre.xml", "01-Pilotage/autre.odt", "accueil.html/x", "01-pilotage",
    ], [Packing.folder, .folderAndZip])
  func `refuses a second file of one name`(_ path: String, _ packing: Packing) throws {
    let error = try #require(throws: PackError.self) { try sampleKit(packing, more: [path]) }
    guard case .archive = error else {
      Issue.record("\(error) is not of the archive")
      return
    }
    #expect(!error.message.french.isEmpty)
  }

  @Test func `refuses a path that is too long inside its folder`() throws {
    let long = String(repeating: "a", count: 120) + "/" + String(repeating: "b", count: 119)
    #expect(throws: PackError.self) { try sampleKit(.folder, more: [long]) }
  }
}
