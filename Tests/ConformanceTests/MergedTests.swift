import Archive
import Diagnostics
import FileTree
import Foundation
import Reconciling
import TestSupport
import Testing

@Suite(.conformance) struct `A merged document` {
  /// The fixtures of `Tests/Fixtures/Reconciling`, merged, in a folder.
  private func make(in folder: borrowing TemporaryFolder) throws -> String {
    let files = try ["base", "theirs", "new"].map { name in
      let place = checkout.appending(path: "Tests/Fixtures/Reconciling/\(name).odt")
      return SourceFile(
        id: SourceFile.ID("\(name).odt"), bytes: [UInt8](try Data(contentsOf: place)))
    }
    let returned = try ReturnedDocument(
      files[1], content: part("content.xml", of: files[0]), styles: part("styles.xml", of: files[0])
    )
    try folder.write(try returned.merged(with: files[2]).bytes, at: "merged.odt")
    return folder.path(of: "merged.odt")
  }

  private func part(_ name: String, of file: SourceFile) throws -> SourceFile {
    let zip = try ZipReader(file.bytes)
    let entry = try #require(zip.entries.first { $0.path.text == name })
    return SourceFile(id: SourceFile.ID(name), bytes: try zip.bytes(of: entry))
  }

  @Test(.judges(.jing, .python), .openDocumentSchemas)
  func `satisfies the rules of packages and the schemas of OpenDocument 1_3`() throws {
    let folder = try TemporaryFolder()
    let document = try make(in: folder)
    let findings = try Tool.python.run(
      script: "opendocument.py", [folder.path(of: "parts"), document])
    var verdict = Verdict("merged odt")
    for finding in findings {
      let parts = ["content.xml", "styles.xml"].map { "\(finding.folder ?? "")/\($0)" }
      let faults = try jingFaults(of: parts, OpenDocumentSchemas.document)
        .filter { parts.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
      // The fixture is a page without a title: its headings are no matter of merging.
      let own = finding.faults.filter { !$0.contains("heading") }
      verdict.add(finding.file, own + faults)
    }
    verdict.tell()
  }

  @Test(.judges(.soffice, .pdfinfo, .pdftotext)) func `opens in LibreOffice`() throws {
    let folder = try TemporaryFolder()
    let document = try make(in: folder)
    let laidOut = try Office(in: folder.path).layOut([document])
    let pdf = try #require(laidOut.first)
    #expect(try pageCount(pdf) > 0)
    #expect(try lostWords(of: "gymnase\nCourcouronnes\nMartin\nbudget", in: pdf) == [])
  }
}
