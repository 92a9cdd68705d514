import Foundation
import TestSupport
import Testing

/// One way to spoil the inputs, and what must be said of it.
struct Spoilt: Sendable, CustomTestStringConvertible {
  let name: String
  /// The diagnostic's id, then further pieces of the message.
  let says: [String]
  let spoil: @Sendable (Files) throws -> Void

  var testDescription: String { name }

  init(_ name: String, says: [String], _ spoil: @escaping @Sendable (Files) throws -> Void) {
    self.name = name
    self.says = says
    self.spoil = spoil
  }
}

/// Every row: exit code 1, a message that names the problem and the file, no crash, and the former
/// kits as they were.
@Suite struct `Bad input` {
  @Test(arguments: Spoilt.xml + Spoilt.files + Spoilt.hostile)
  func `that cannot be read`(_ row: Spoilt) throws { try expect(row) }

  @Test(arguments: Spoilt.ids + Spoilt.meaning)
  func `that makes no sense`(_ row: Spoilt) throws { try expect(row) }

  @Test(arguments: Spoilt.templates)
  func `in the templates`(_ row: Spoilt) throws { try expect(row) }

  private func expect(_ row: Spoilt) throws {
    let bench = try Bench()
    try row.spoil(bench.files)
    let outcome = try bench.build()
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error["))
    for piece in row.says { #expect(outcome.errors.contains(piece)) }
  }

  private static let formats = [
    (
      "short",
      "data/KnowledgeBase/basins.xml:2:71: error: "
    ),
    ("json", #"{"id":"schema.bad-value","severity":"error","message":"#),
  ]

  @Test(arguments: formats)
  func `is told on one line for programs`(format: String, start: String) throws {
    let bench = try Bench()
    let basin = #"<basin id="evry" name="Évry" de="d'Évry" department="essonne" status="atested"/>"#
    try bench.files.write("<basins>\n\(basin)\n</basins>\n", Files.basins)
    let outcome = try bench.build("\(Bench.build) --diagnostics \(format)")
    #expect(outcome.code == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(outcome.errors.hasPrefix(start))
    guard format == "json" else { return }
    let object = try JSONSerialization.jsonObject(with: Data(outcome.errors.utf8))
    let fields = try #require(object as? [String: Any])
    #expect(fields["file"] as? String == Files.basins)
    #expect(fields["line"] as? Int == 2)
  }

  @Test func `is told of all its files at once`() throws {
    let bench = try Bench()
    try bench.files.spoilStatus()
    try bench.files.replace("</tasks>", "", Files.tasks)
    let outcome = try bench.build("\(Bench.build) --diagnostics short")
    #expect(outcome.errors.contains("[schema.bad-value]"))
    #expect(outcome.errors.contains("[xml.never-closed]"))
  }

  @Test func `in the language of the reader`() throws {
    let bench = try Bench()
    try bench.files.remove(Files.basins)
    let outcome = try bench.build("\(Bench.build) --lang fr")
    #expect(outcome.errors.hasPrefix("erreur[kb.missing-file]"))
  }
}

extension Files {
  /// A word that the schema does not know.
  fileprivate func spoilStatus() throws {
    try replace(
      #"department="essonne" status="attested""#, #"department="essonne" status="atested""#,
      Self.basins)
  }

}

extension Spoilt {
  static let xml = [
    Spoilt("malformed", says: ["xml.mismatched-tag", Files.basins]) {
      try $0.replace("</basins>", "</basin>", Files.basins)
    },
    Spoilt("cut short", says: ["xml.never-closed", Files.tasks]) {
      let text = try $0.text(Files.tasks)
      let end = try #require(text.ranges(of: "</task>").dropFirst(4).first?.upperBound)
      try $0.write(String(text[..<end]), Files.tasks)
    },
    Spoilt("not of the schema", says: ["schema.bad-value", "`atested`", "attested", Files.basins]) {
      try $0.spoilStatus()
    },
    Spoilt("ISO-8859-1", says: ["xml.encoding", Files.basins]) {
      let text = try $0.text(Files.basins).replacing("UTF-8", with: "ISO-8859-1")
      try $0.write(
        try #require(text.data(using: .isoLatin1, allowLossyConversion: true)),
        Files.basins)
    },
    Spoilt("ISO-8859-1 that says it is UTF-8", says: ["xml.encoding", Files.basins]) {
      let text = try $0.text(Files.basins)
      try $0.write(
        try #require(text.data(using: .isoLatin1, allowLossyConversion: true)),
        Files.basins)
    },
    Spoilt("UTF-16", says: ["xml.encoding", Files.basins]) {
      try $0.write(try #require(try $0.text(Files.basins).data(using: .utf16)), Files.basins)
    },
    Spoilt("empty file", says: ["xml.empty", Files.basins]) { try $0.write("", Files.basins) },
    Spoilt("zeros", says: ["xml.", Files.basins]) {
      try $0.write(Data(count: 1 << 20), Files.basins)
    },
    Spoilt("broken schema", says: ["schema.", "data/Schemas/basins.rng"]) {
      try $0.replace(#"<ref name="basin"/>"#, #"<ref name="basni"/>"#, "data/Schemas/basins.rng")
    },
  ]

  static let files = [
    Spoilt("missing file", says: ["kb.missing-file", "basins.xml", "data/KnowledgeBase"]) {
      try $0.remove(Files.basins)
    },
    Spoilt("missing folder", says: ["disk.list", "`data/KnowledgeBase`", "does not exist"]) {
      try $0.remove("data/KnowledgeBase")
    },
    Spoilt("empty folder", says: ["kb.missing-file", "academy.xml", "tasks.xml"]) {
      try $0.empty("data/KnowledgeBase")
    },
    Spoilt("no templates", says: ["kitplan.missing-file", "kit.xml"]) { try $0.empty("templates") },
    Spoilt("missing look", says: ["build.missing-look", "templates/look/kit.css"]) {
      try $0.remove("templates/look/kit.css")
    },
    Spoilt("a folder in a file's place", says: ["kb.missing-file", "tasks.xml"]) {
      try $0.remove(Files.tasks)
      try $0.makeFolder(Files.tasks)
    },
    Spoilt("a pipe in a file's place", says: ["disk.read", Files.tasks, "not a plain file"]) {
      try $0.remove(Files.tasks)
      try $0.shell("mkfifo \(Files.tasks)")
    },
    Spoilt("a link to nowhere", says: ["disk.read", Files.tasks, "symbolic link"]) {
      try $0.remove(Files.tasks)
      try $0.shell("ln -s nowhere.xml \(Files.tasks)")
    },
    Spoilt("a link out of the folder", says: ["disk.read", "extra.xml", "symbolic link"]) {
      try $0.shell("ln -s /etc/passwd templates/extra.xml")
    },
    Spoilt("a name that is not UTF-8", says: ["disk.read", #"\xE9"#, "not UTF-8"]) {
      try $0.shell(#"touch "templates/$(printf 'caf\351').xml""#)
    },
    Spoilt("folders without end", says: ["disk.list", "more than 8 deep"]) {
      try $0.shell("mkdir -p templates/a/b/c/d/e/f/g/h/i/j")
    },
    Spoilt("300 MB", says: ["disk.read", Files.tasks, "larger than 256 MB"]) {
      try $0.shell("truncate -s 300M \(Files.tasks)")
    },
  ]

  static let hostile = [
    Spoilt("10,000 deep", says: ["xml.too-deep", Files.basins]) {
      try $0.write(nested(10_000), Files.basins)
    },
    Spoilt("10,000 deep in a template", says: ["xml.too-deep", Files.note]) {
      try $0.write(nested(10_000), Files.note)
    },
    Spoilt("an external entity", says: ["xml.doctype", Files.basins]) {
      let type = #"<!DOCTYPE basins [<!ENTITY secret SYSTEM "file:///etc/passwd">]>"#
      try $0.write("\(type)<basins>&secret;</basins>", Files.basins)
    },
    Spoilt("an external type", says: ["xml.doctype", Files.note]) {
      try $0.write(#"<!DOCTYPE letter SYSTEM "http://192.0.2.1/x.dtd"><letter/>"#, Files.note)
    },
    Spoilt("an entity bomb", says: ["xml.doctype", Files.basins]) {
      let steps = (1..<20).map { #"<!ENTITY a\#($0) "&a\#($0 - 1);&a\#($0 - 1);&a\#($0 - 1);">"# }
      let type = #"<!DOCTYPE basins [<!ENTITY a0 "ha">\#(steps.joined())]>"#
      try $0.write("\(type)<basins>&a19;</basins>", Files.basins)
    },
    Spoilt("signs for the terminal", says: ["schema.bad-value", #"\u{9b}31m"#]) {
      try $0.replace(#"<basin id="evry""#, "<basin id=\"\u{9B}31m\"", Files.basins)
    },
    Spoilt("150,000 attributes", says: ["xml.too-many-attributes", Files.basins]) {
      let attributes = (0..<150_000).map { " a\($0)=''" }.joined()
      try $0.write("<basins\(attributes)/>", Files.basins)
    },
  ]

  private static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }
}
