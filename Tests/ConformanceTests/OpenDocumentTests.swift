import Foundation
import TestSupport
import Testing

@Suite(.conformance) struct `Text documents` {
  @Test(.judges(.python)) func `keep the rules of packages`() throws {
    let folder = try TemporaryFolder()
    var verdict = Verdict("odt packages")
    let documents = Kits.paths(".odt")
    let findings = try Tool.python.run(script: "opendocument.py", [folder.path] + documents)
    verdict.add(findings)
    #expect(findings.count == documents.count)
    verdict.tell()
  }

  @Test(.judges(.jing, .python), .openDocumentSchemas)
  func `satisfy the schemas of OpenDocument 1_3, all their parts`() throws {
    let folder = try TemporaryFolder()
    let findings = try Tool.python.run(
      script: "opendocument.py", [folder.path] + Kits.paths(".odt"))
    var verdict = Verdict("odt schemas")
    var partCount = 0
    for group in [["content.xml", "styles.xml", "meta.xml"], ["META-INF/manifest.xml"]] {
      let parts = findings.flatMap { finding in group.map { "\(finding.folder ?? "")/\($0)" } }
      let schema = group.count == 1 ? OpenDocumentSchemas.manifest : OpenDocumentSchemas.document
      let faults = try jingFaults(of: parts, schema)
      partCount += parts.count
      for finding in findings {
        let own = faults.filter { $0.key.hasPrefix((finding.folder ?? "") + "/") }
        verdict.add(
          "\(Kits.short(finding.file)) (\(group.joined(separator: ", ")))",
          own.sorted { $0.key < $1.key }.flatMap(\.value))
      }
    }
    verdict.tell("\(partCount) parts")
  }

  @Test(.judges(.soffice, .pdfinfo, .pdftotext, .python))
  func `open in LibreOffice, which shows all their words`() throws {
    let folder = try TemporaryFolder()
    // All of two kits, and every letter: its page depends on the names in it.
    let documents = Kits.paths(".odt").filter { document in
      isLetter(document) || Kits.examples.contains { Kits.short(document).hasPrefix($0 + "/") }
    }
    let parts = folder.path(of: "parts")
    let findings = try Tool.python.run(script: "opendocument.py", [parts] + documents)
    let office = try Office(in: folder.path)
    let laidOut = try office.layOut(findings.map(\.file))
    var verdict = Verdict("libreoffice")
    for (finding, pdf) in zip(findings, laidOut) {
      verdict.add(Kits.short(finding.file), try faults(of: pdf, finding))
    }
    verdict.tell("\(try laidOut.reduce(0) { $0 + (try pageCount($1)) }) pages")
  }

  private func isLetter(_ document: String) -> Bool {
    document.contains("-lettre-") || document.contains("-communique-")
  }

  private func faults(of pdf: String, _ finding: Finding) throws -> [String] {
    guard FileManager.default.fileExists(atPath: pdf) else { return ["does not open"] }
    var faults: [String] = []
    let pages = try pageCount(pdf)
    let parts = finding.folder ?? ""
    if pages < 1 { faults.append("has no page") }
    if let most = CataloguePages.limit(of: finding.file), pages > most {
      faults.append("has \(pages) pages, where the catalogue wants \(most) at most")
    }
    let words = try String(contentsOfFile: "\(parts)/words.txt", encoding: .utf8)
    let lost = try lostWords(of: words, in: pdf)
    if words.isEmpty { faults.append("holds no word") }
    if !lost.isEmpty { faults.append("\(lost.count) words lost: \(lost.prefix(10))") }
    return faults
  }
}

@Suite(.conformance) struct `The judges of text documents refuse` {
  @Test(.judges(.python)) func `a package against the rules`() throws {
    let folder = try TemporaryFolder()
    let document = folder.path(of: "a.odt")
    try makeSpoiltDocument(document)
    let findings = try Tool.python.run(
      script: "opendocument.py", [folder.path(of: "parts"), document])
    let faults = findings.flatMap(\.faults)
    let expected = [
      "the first entry is content.xml, not mimetype", "there is no meta.xml",
    ]
    for fault in expected { #expect(faults.contains(fault), "\(faults)") }
  }

  @Test(.judges(.jing), .openDocumentSchemas) func `a part against its schema`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<a/>", at: "a.xml")
    let part = folder.path(of: "a.xml")
    #expect(try jingFaults(of: [part], OpenDocumentSchemas.document)[part] != nil)
    #expect(try jingFaults(of: [part], OpenDocumentSchemas.manifest)[part] != nil)
  }

  @Test func `a document that is longer than the catalogue says`() {
    #expect(CataloguePages.limit(of: "kit/03-partenaires/23-lettre-maire.odt") == 1)
    #expect(CataloguePages.limit(of: "kit/01-pilotage/07-fiche-de-role-animateur.odt") != nil)
    #expect(CataloguePages.limit(of: "kit/00-demarrer/00-a-completer.odt") == nil)
  }

  @Test(.judges(.soffice, .python)) func `a document that is none`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Bonjour", at: "a.odt")
    let office = try Office(in: folder.path)
    let pdf = try office.layOut([folder.path(of: "a.odt")])
    #expect(pdf.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
  }

  private func makeSpoiltDocument(_ path: String) throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w") as package:
          package.writestr("content.xml", "<a/>")
          package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
          package.writestr("styles.xml", "<a/>")
          package.writestr("META-INF/manifest.xml", "<a/>")
      """
    let outcome = try Tool.python.run(["-c", script, path])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
}

/// The errors of jing by file. `-i`, as OpenDocument's schemas keep no rule of ID types.
func jingFaults(of parts: [String], _ schema: String) throws -> [String: [String]] {
  let outcome = try Tool.jing.run(["-i", schema] + parts)
  var faults: [String: [String]] = [:]
  for line in outcome.all.split(separator: "\n") {
    // path:line:column: error: what is wrong
    let pieces = line.split(separator: ":", maxSplits: 1)
    guard pieces.count == 2 else { continue }
    faults[String(pieces[0]), default: []].append(String(pieces[1]))
  }
  if outcome.status != 0, faults.keys.allSatisfy({ !parts.contains($0) }) {
    Issue.record("jing failed: \(outcome.all.prefix(500))")
  }
  return faults
}
