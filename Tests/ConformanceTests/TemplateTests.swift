import Foundation
import French
import TestSupport
import Testing

// LibreOffice is what templates are written in, and where letters are opened: what it saves must mean
// the same to us, and what we write the same to it.

@Suite(.conformance) struct `Templates` {
  @Test(.judges(.soffice))
  func `that LibreOffice opened and saved give the same pages`() throws {
    let folder = try TemporaryFolder()
    let templates = folder.path(of: "templates")
    try FileManager.default.copyItem(atPath: RepositoryInputs.templates, toPath: templates)
    var verdict = Verdict("templates through LibreOffice")
    for name in try FileManager.default.contentsOfDirectory(atPath: templates).sorted() {
      let own = "\(templates)/\(name)"
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: own)) ?? [])
        .filter { $0.hasSuffix(".fodt") }
      guard name != "look", !files.isEmpty else { continue }
      try save(files.map { "\(own)/\($0)" }, as: "fodt", into: folder.path(of: "saved"), folder)
      for file in files {
        let saved = folder.path(of: "saved/\(file)")
        try FileManager.default.removeItem(atPath: "\(own)/\(file)")
        try FileManager.default.moveItem(atPath: saved, toPath: "\(own)/\(file)")
      }
    }
    for (out, source) in [("before", RepositoryInputs.templates), ("after", templates)] {
      let run = try trousse(
        ["build", "--basin", "evry", "--templates", source, "--out", folder.path(of: out)])
      #expect(run.status == 0, "\(run.all)")
    }
    let pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "before"))
      .filter { $0.hasSuffix(".html") }.sorted()
    for page in pages {
      let texts = try ["before", "after"].map {
        try String(contentsOfFile: folder.path(of: "\($0)/\(page)"), encoding: .utf8)
      }
      verdict.add(page, texts[0] == texts[1] ? [] : ["is another one"])
    }
    verdict.tell()
  }

  /// What a value may hold beside letters: what XML, Writer and our own templates take for theirs.
  private static let pieces = [
    "&", "<b>", "]]>", "\"", "'", "&amp;", "{{ a }}", "  ", " ", "\t", "\n", "\u{A0}", "é", "🎒",
    "e\u{301}", "%", "\\", "a", "B", "0", "=1+1", "-", "–", "<!--", "?>", "œ", "\u{2028}",
  ]

  @Test(.judges(.soffice), arguments: Seed.first(3))
  func `have values that LibreOffice gives back as they were`(_ seed: Seed) throws {
    let folder = try TemporaryFolder()
    var random = seed.generator
    let values = (0..<40).map { _ in
      (0..<Int.random(in: 1...12, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
    let rows = try JSONSerialization.data(withJSONObject: [["a": values.map { ["v": $0] }]])
    try rows.write(to: URL(filePath: folder.path(of: "rows.json")))
    try folder.write(template, at: "t.fodt")
    let run = try trousse(
      [
        "merge", folder.path(of: "t.fodt"), "--rows", folder.path(of: "rows.json"), "--format",
        "odt", "--out", folder.path(of: "out"),
      ])
    #expect(run.status == 0, "\(run.all)")
    try save(
      [folder.path(of: "out/t-1.odt")], as: "txt:Text (encoded):UTF8",
      into: folder.path(of: "text"), folder)
    let text = try String(contentsOfFile: folder.path(of: "text/t-1.txt"), encoding: .utf8)
    let shown = text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
      .split(separator: "⟧\n⟦", omittingEmptySubsequences: false).map(String.init)
    let wanted = values.map { typeset($0).replacing("\u{2028}", with: "\n") }
    #expect(shown.count == values.count + 2)
    for (value, found) in zip(wanted, shown.dropFirst()) {
      #expect(found == value, "\(seed)")
    }
  }

  private let template = """
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.text"><office:master-styles>\
    <style:master-page style:name="Standard"/></office:master-styles><office:body><office:text>\
    <text:p>⟧</text:p><text:p>{{ for row in a }}</text:p><text:p>⟦{{ row.v }}⟧</text:p>\
    <text:p>{{ end }}</text:p><text:p>⟦</text:p></office:text></office:body></office:document>
    """

  private func save(
    _ documents: [String], as format: String, into output: String,
    _ folder: borrowing TemporaryFolder
  ) throws {
    let profile = URL(filePath: folder.path(of: "profile")).absoluteString
    let outcome = try Tool.soffice.run(
      [
        "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo",
        "--convert-to", format, "--outdir", output,
      ] + documents)
    let saved = try FileManager.default.contentsOfDirectory(atPath: output)
    #expect(saved.count >= documents.count, "\(outcome.all)")
  }

  private func trousse(_ arguments: [String]) throws -> Tool.Outcome {
    let program = RepositoryInputs.root + "/.build/release/trousse"
    return try Tool("env").run(
      [program] + arguments + ["--data", RepositoryInputs.assets])
  }
}
