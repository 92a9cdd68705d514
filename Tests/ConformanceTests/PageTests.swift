import Foundation
import TestSupport
import Testing

@Suite(.conformance) struct `HTML pages` {
  @Test(.judges(.java, .vnu)) func `satisfy the Nu Html Checker, and so do the stylesheets`() throws
  {
    var verdict = Verdict("html")
    let pages = Kits.paths(".html")
    let (faults, warnings) = try nuFaults(of: pages)
    for page in pages { verdict.add(Kits.short(page), faults[page] ?? []) }
    verdict.tell("\(warnings) warnings")

    var styleVerdict = Verdict("css")
    let stylesheets = Kits.paths(".css")
    let (styleFaults, _) = try nuFaults(of: stylesheets, options: ["--css"])
    for sheet in stylesheets { styleVerdict.add(Kits.short(sheet), styleFaults[sheet] ?? []) }
    styleVerdict.tell()
  }

  @Test(.judges(.axe, .chromium))
  func `are accessible: axe-core, light and dark, 320 pixels wide, offline`() throws {
    var verdict = Verdict("accessibility")
    let pages = Kits.examplePages
    let findings = try accessibilityFindings(of: pages)
    verdict.add(findings)
    #expect(findings.count == pages.count)
    verdict.tell()
  }

  @Test(.judges(.python)) func `link to what is there, and never out of their kit`() throws {
    var verdict = Verdict("links")
    let findings = try Tool.python.run(script: "links.py", [Kits.root])
    verdict.add(findings)
    verdict.tell("\(findings.reduce(0) { $0 + ($1.links ?? 0) }) links")
  }
}

@Suite(.conformance) struct `The judges of pages refuse` {
  @Test(.judges(.java, .vnu)) func `a page that is not valid`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<!DOCTYPE html><html lang=fr><title>a</title><p><blink>b</p>", at: "a.html")
    try folder.write("p { colour: red }", at: "a.css")
    let page = folder.path(of: "a.html")
    let sheet = folder.path(of: "a.css")
    #expect(try nuFaults(of: [page]).faults[page] != nil)
    #expect(try nuFaults(of: [sheet], options: ["--css"]).faults[sheet] != nil)
  }

  @Test(.judges(.axe, .chromium)) func `a page that not everybody can read`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <!DOCTYPE html><title>a</title><main><p style="width: 500px; color: #ccc">grey</p>
      <img src="https://example.org/a.png"><script>throw Error("no")</script></main>
      """, at: "a.html")
    let faults = try accessibilityFindings(of: [folder.path(of: "a.html")]).flatMap(\.faults)
    let expected = [
      "axe, light: html-has-lang", "axe, dark: image-alt", "axe, light: color-contrast",
      "narrow: 5", "asks for https:", "script: ", "shows no text without scripts",
    ]
    for start in expected {
      #expect(faults.contains { $0.hasPrefix(start) }, "\(start) in \(faults)")
    }
  }

  @Test(.judges(.python)) func `a link that leads nowhere`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", at: "kit/SHA256SUMS")
    try folder.write(
      """
      <a href="b.html#c">1</a><a href="B.html">2</a><a href="../a.html">3</a><a href="#d">4</a>
      <img src="https://example.org/a.png"><a href="https://example.org/">5</a><i id="e"></i>
      """, at: "kit/a.html")
    try folder.write("<a href='a.html#e'>1</a>", at: "kit/b.html")
    try folder.write("", at: "a.html")
    let findings = try Tool.python.run(script: "links.py", [folder.path])
    #expect(
      findings.flatMap(\.faults) == [
        "b.html#c: no such place in the page", "B.html: no such file",
        "../a.html: leads out of the kit", "#d: no such place in the page",
        "https://example.org/a.png: an address outside the kit",
      ])
    #expect(findings.compactMap(\.links) == [0, 6, 1])
  }
}

/// The errors of the Nu Html Checker by file, all files in one run, and how many warnings it gave.
private func nuFaults(
  of files: [String], options: [String] = []
) throws -> (faults: [String: [String]], warnings: Int) {
  struct Report: Decodable {
    struct Message: Decodable {
      var type: String
      var url: String?
      var lastLine: Int?
      var lastColumn: Int?
      var message: String
    }
    var messages: [Message]
  }
  let jar = try #require(Tool.vnu.path, "vnu.jar is not installed")
  let outcome = try Tool.java.run(
    ["-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always"] + options + files)
  let report = try JSONDecoder().decode(Report.self, from: Data(outcome.errors.utf8))
  var faults: [String: [String]] = [:]
  for message in report.messages where message.type != "info" {
    let file = message.url.flatMap { URL(string: $0)?.path(percentEncoded: false) } ?? "?"
    let place = "\(message.lastLine ?? 0):\(message.lastColumn ?? 0)"
    faults[file, default: []].append("\(place) \(message.message)")
  }
  // An error without a file would be lost among those of the files.
  let strangers = faults.filter { !files.contains($0.key) }
  #expect(strangers.isEmpty, "\(strangers)")
  return (faults, report.messages.count { $0.type == "info" })
}

/// What Chromium and axe-core find, in a world without a network where the system can give one.
private func accessibilityFindings(of pages: [String]) throws -> [Finding] {
  let python = try #require(Tool.axe.path, "axe-core is not installed")
  let chromium = try #require(Tool.chromium.path, "chromium is not installed")
  let command = [python, Tool.script("accessibility.py"), chromium] + pages
  let isolated = try isolation()
  let outcome =
    isolated.isEmpty
    ? try Tool("env").run(command) : try Tool("unshare").run(isolated + command)
  try #require(outcome.status == 0, "accessibility.py: \(outcome.errors)")
  return try Finding.all(in: outcome)
}

/// The options of unshare(1) that work here: a container may forbid it, and the browser is told to
/// stay offline in any case.
private func isolation() throws -> [String] {
  let unshare = Tool("unshare")
  guard unshare.path != nil else { return [] }
  let options = ["--map-root-user", "--net"]
  return try unshare.run(options + ["true"]).status == 0 ? options : []
}
