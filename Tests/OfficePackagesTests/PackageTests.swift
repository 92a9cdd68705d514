import Archive
import Diagnostics
import FileTree
import Markup
import OfficePackages
import TestSupport
import Testing

private let namespaces = """
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" office:version="1.3"
  """

private let content = """
  <office:document-content \(namespaces)><office:scripts/><!-- é --><office:body>
  <office:text><text:p>a</text:p></office:text></office:body ></office:document-content>

  """

private let styles = """
  <office:document-styles \(namespaces)><office:styles/></office:document-styles>
  """

/// A package of a few parts; what a test gives takes the place of ours, and nil leaves a part out.
private func package(_ changes: [String: String?] = [:]) throws -> [UInt8] {
  var parts: [(path: String, text: String)] = [
    ("mimetype", "application/vnd.oasis.opendocument.text-template"),
    ("content.xml", content),
    ("styles.xml", styles),
    ("Pictures/a.png", "picture"),
    ("Thumbnails/thumbnail.png", "preview"),
    ("settings.xml", "<a/>"),
    (
      "META-INF/manifest.xml",
      "<manifest:manifest \(namespaces)><manifest:file-entry "
        + "manifest:full-path=\"Pictures/a.png\" manifest:media-type=\"image/png\"/>"
        + "</manifest:manifest>"
    ),
  ]
  for (path, text) in changes.sorted(by: { $0.key < $1.key }) {
    parts.removeAll { $0.path == path }
    if let text { parts.append((path, text)) }
  }
  var zip = ZipWriter()
  var deflater = Deflater()
  for part in parts {
    try zip.add(deflater.deflate(Array(part.text.utf8)), at: RelativePath(part.path))
  }
  return try zip.finish()
}

private func opened(_ bytes: [UInt8], _ name: String = "a.ott") throws(Stopped) -> OfficePackage {
  try OfficePackage(SourceFile(id: SourceFile.ID(name), bytes: bytes))
}

@Suite struct `A package that is read` {
  @Test func `gives its parts byte for byte, without the place of macros`() throws {
    let package = try opened(package())
    var out = MarkupWriter()
    package.content.write(to: &out)
    let text = String(decoding: out.finish(), as: UTF8.self)
    #expect(text == content.replacing("<office:scripts/>", with: ""))
  }

  @Test func `carries pictures and settings along, and leaves the preview`() throws {
    let files = try opened(package()).files
    #expect(files.map(\.path.text) == ["Pictures/a.png", "settings.xml"])
    #expect(files.map(\.mediaType) == ["image/png", ""])
  }

  @Test func `is written again as a text that can be read`() throws {
    let read = try opened(package())
    var writer = OfficePackageWriter()
    let common = OfficeCommonParts(files: read.files, styles: Array("<a/>".utf8))
    let bytes = writer.bytes(
      content: Array(content.utf8), styles: nil, meta: Array("<a/>".utf8), common: common)
    let zip = try ZipReader(bytes)
    #expect(
      zip.entries.map(\.path.text) == [
        "mimetype", "content.xml", "styles.xml", "meta.xml", "Pictures/a.png", "settings.xml",
        "META-INF/manifest.xml",
      ])
    let type = try zip.bytes(of: #require(zip.entries.first))
    #expect(String(decoding: type, as: UTF8.self) == "application/vnd.oasis.opendocument.text")
    let found = try zip.bytes(of: zip.entries[2])
    #expect(String(decoding: found, as: UTF8.self) == "<a/>")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var changes: [String: String?]
    let id: String
  }

  @Test(arguments: [
    Case(
      testDescription: "a Word document",
      changes: ["word/document.xml": "<a/>", "mimetype": nil], id: "office.word-document"),
    Case(testDescription: "a macro", changes: ["Basic/a.xml": "<a/>"], id: "office.macro"),
    Case(
      testDescription: "a sheet",
      changes: ["mimetype": "application/vnd.oasis.opendocument.spreadsheet"],
      id: "office.not-a-text"),
    Case(testDescription: "no type", changes: ["mimetype": nil], id: "office.not-a-text"),
    Case(testDescription: "no content", changes: ["content.xml": nil], id: "office.missing-part"),
    Case(testDescription: "no styles", changes: ["styles.xml": nil], id: "office.missing-part"),
    Case(
      testDescription: "a part without anything",
      changes: ["styles.xml": "<office:document-styles \(namespaces)/>"], id: "office.empty-part"),
    Case(
      testDescription: "a password",
      changes: [
        "META-INF/manifest.xml": "<manifest:manifest \(namespaces)><manifest:file-entry "
          + "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>"
          + "</manifest:manifest>"
      ], id: "office.encrypted"),
    Case(testDescription: "bad XML", changes: ["content.xml": "<a>"], id: "xml.never-closed"),
    Case(
      testDescription: "another namespace",
      changes: [
        "content.xml": "<office:document-content xmlns:office=\"urn:a\"/>"
      ], id: "office.strange-prefix"),
    Case(
      testDescription: "a bomb",
      changes: ["Pictures/b.png": String(repeating: "a", count: 40 << 20)],
      id: "office.unreadable"),
  ])
  func `is refused`(_ row: Case) throws {
    #expect(try problems(package(row.changes)) == [row.id])
  }

  @Test func `takes up more files of one document, in its list too`() throws {
    let read = try opened(package())
    let picture = OfficePackage.File(
      storing: [1, 2, 3], at: .literal("Logos/l.png"), mediaType: "image/png")
    var writer = OfficePackageWriter()
    let bytes = writer.bytes(
      content: Array(content.utf8), styles: nil, meta: Array("<a/>".utf8),
      common: OfficeCommonParts(files: read.files, styles: Array("<a/>".utf8)), adding: [picture])
    let zip = try ZipReader(bytes)
    let entry = try #require(zip.entries.first { $0.path.text == "Logos/l.png" })
    #expect(try zip.bytes(of: entry) == [1, 2, 3])
    let list = try #require(zip.entries.first { $0.path.text == "META-INF/manifest.xml" })
    let text = String(decoding: try zip.bytes(of: list), as: UTF8.self)
    #expect(
      text.contains(
        "manifest:full-path=\"Logos/l.png\" manifest:media-type=\"image/png\""))
  }

  /// 200 MB of one byte deflate to 200 KB, and are never inflated.
  @Test func `with a picture of 200 MB is refused`() throws {
    var zip = ZipWriter()
    var deflater = Deflater()
    let parts = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]
    for (path, text) in parts {
      try zip.add(deflater.deflate(Array(text.utf8)), at: RelativePath(path))
    }
    try zip.add(
      deflater.deflate([UInt8](repeating: 7, count: 200 << 20)), at: .literal("Pictures/a.png"))
    #expect(try problems(zip.finish()) == ["office.unreadable"])
  }

  @Test func `that is none is refused`() {
    #expect(problems(Array("Bonjour".utf8)) == ["office.unreadable"])
    #expect(problems([]) == ["office.unreadable"])
  }

  private func problems(_ bytes: [UInt8]) -> [String] {
    do throws(Stopped) {
      _ = try opened(bytes)
      return []
    } catch {
      return error.diagnostics.map(\.id.text)
    }
  }
}
