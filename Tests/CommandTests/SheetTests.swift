import Foundation
import TestSupport
import Testing

@Suite struct `The sheets of the command` {
  /// A copy of the data beside an empty folder.
  private static func place() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: RepositoryInputs.assets, toPath: folder.path(of: "data"))
    return folder
  }

  @Test(arguments: ["ods", "csv"])
  func `go out and come back without a difference`(_ format: String) throws {
    let folder = try Self.place()
    let out = try Trousse.run(
      "export-sheets sheets --format \(format) --data data", in: folder.path)
    #expect(out.code == 0 && out.errors == "")
    #expect(out.output.contains("sheets/actions.\(format): "))
    let back = try Trousse.shell(
      "\"$0\" import sheets/*.\(format) --data data --apply", in: folder.path)
    #expect(back.code == 0 && back.errors == "")
    #expect(back.output == "no difference from the knowledge base\n")
  }

  @Test func `are shown first and written when that is asked`() throws {
    let folder = try Self.place()
    try folder.write("Identifiant;Collèges\nevry;12\n", at: "bassins.csv")
    let before = folder.text(at: "data/KnowledgeBase/basins.xml")
    let shown = try Trousse.run("import bassins.csv --data data --lang fr", in: folder.path)
    #expect(shown.code == 0)
    #expect(
      shown.output == """
        ~ bassin evry
            Collèges : « 12 »
        1 élément diffère ; rien n’a été écrit : « --apply » écrit

        """)
    #expect(folder.text(at: "data/KnowledgeBase/basins.xml") == before)
    let written = try Trousse.run(
      "import bassins.csv --data data --lang fr --apply", in: folder.path)
    #expect(written.code == 0)
    #expect(written.output.hasSuffix("data/KnowledgeBase/basins.xml écrit\n"))
    let after = folder.text(at: "data/KnowledgeBase/basins.xml") ?? ""
    #expect(after.contains("<school-counts colleges=\"12\"/>"))
    #expect(try Trousse.run("check --data data", in: folder.path).code == 0)
  }

  @Test func `are refused at the cell, and nothing is written`() throws {
    let folder = try Self.place()
    try folder.write("Identifiant;Département\nevry;nulle-part\n", at: "bassins.csv")
    let before = folder.text(at: "data/KnowledgeBase/basins.xml")
    let refused = try Trousse.run(
      "import bassins.csv --data data --apply --lang fr --diagnostics short", in: folder.path)
    #expect(refused.code == 1)
    #expect(
      refused.errors.contains(
        "bassins.csv:2:6: erreur\u{A0}: cellule B2 : « nulle-part » ne désigne aucun département"))
    #expect(folder.text(at: "data/KnowledgeBase/basins.xml") == before)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var command: String
    var code: Int32
    var id: String
    var testDescription: String { command }
  }

  @Test(arguments: [
    Bad(command: "import", code: 2, id: "usage.missing-word"),
    Bad(command: "export-sheets", code: 2, id: "usage.missing-word"),
    Bad(command: "import nowhere.ods", code: 1, id: "disk.read"),
    Bad(command: "import broken.ods", code: 1, id: "odf.damaged"),
    Bad(command: "import wide.csv", code: 1, id: "sheet.utf-16"),
    Bad(command: "import bassins.csv", code: 1, id: "sheet.unclosed-quote"),
    Bad(command: "import huge.csv", code: 1, id: "disk.read"),
  ])
  func `that are no sheets are refused`(_ row: Bad) throws {
    let folder = try Self.place()
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0], at: "broken.ods")
    try folder.write([0xFF, 0xFE, 0x61, 0], at: "wide.csv")
    try folder.write("id;\"Nom\n", at: "bassins.csv")
    // A gigabyte, of which the disk holds nothing.
    _ = try Trousse.shell("truncate -s 1G huge.csv", in: folder.path)
    let data = row.command.contains(".") ? " --data data" : ""
    let outcome = try Trousse.run(row.command + data, in: folder.path)
    #expect(outcome.code == row.code)
    #expect(outcome.errors.contains("[\(row.id)]"), "\(outcome.errors)")
  }
}
