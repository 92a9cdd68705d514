import Foundation
import TestSupport
import Testing

@Suite(.conformance) struct `Kits as they are sent` {
  @Test(.judges(.unzip, .python))
  func `are zips that Info-ZIP and Python read, equal to their folders`()
    throws
  {
    let zips = Kits.paths(".zip").filter { !$0.contains("/.trousse/") }
    #expect(zips.count == Kits.names.count)
    var verdict = Verdict("unzip")
    for zip in zips {
      let outcome = try Tool.unzip.run(["-tqq", zip])
      verdict.add(Kits.short(zip), outcome.status == 0 ? [] : [outcome.all])
    }
    verdict.tell()

    var comparison = Verdict("zipfile")
    comparison.add(try Tool.python.run(script: "zips.py", zips))
    comparison.tell()
  }

  @Test(.judges(.sha256sum)) func `carry the sums of all their files`() throws {
    var verdict = Verdict("sha256sum")
    for kit in Kits.names {
      let folder = "\(Kits.root)/\(kit)"
      let outcome = try Tool.sha256sum.run(
        ["--check", "--strict", "--quiet", "SHA256SUMS"], in: folder)
      var faults = outcome.status == 0 ? [] : [outcome.all]
      // A line is the sum, two characters and the name.
      let listed = try String(contentsOfFile: "\(folder)/SHA256SUMS", encoding: .utf8)
        .split(separator: "\n").map { "\(folder)/\($0.dropFirst(66))" }
      let there = Set(Kits.paths("", of: kit)).subtracting(["\(folder)/SHA256SUMS"])
      faults += there.subtracting(listed).sorted().map { "\(Kits.short($0)) has no sum" }
      verdict.add(kit, faults)
    }
    verdict.tell()
  }

  @Test(.judges(.unzip, .python)) func `would not pass if they were spoilt`() throws {
    let folder = try TemporaryFolder()
    let source = try #require(
      Kits.paths(".zip").filter { !$0.contains("/.trousse/") }.first, "nothing to judge")
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: source)))
    bytes[bytes.count / 2] ^= 0x55
    try folder.write(bytes, at: "kit.zip")
    let spoilt = folder.path(of: "kit.zip")
    #expect(try Tool.unzip.run(["-tqq", spoilt]).status != 0)
    #expect(try Tool.python.run(script: "zips.py", [spoilt]).allSatisfy { !$0.faults.isEmpty })
  }
}

@Suite(.conformance) struct `The knowledge base` {
  @Test(.judges(.xmllint)) func `satisfies its schemas, as another program reads them`() throws {
    let assets = checkout.appending(path: "Assets")
    var verdict = Verdict("xmllint")
    for folder in ["KnowledgeBase", "Calendars"] {
      let place = assets.appending(path: folder).path(percentEncoded: false)
      let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
      for name in names where name.hasSuffix(".xml") {
        let stem = folder == "Calendars" ? "calendar" : String(name.dropLast(4))
        let schema = assets.appending(path: "Schemas/\(stem).rng").path(percentEncoded: false)
        let outcome = try Tool.xmllint.run(
          ["--noout", "--nonet", "--relaxng", schema, "\(place)/\(name)"])
        verdict.add("\(folder)/\(name)", outcome.status == 0 ? [] : [outcome.all])
      }
    }
    verdict.tell()
  }
}
