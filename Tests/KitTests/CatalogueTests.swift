import Assembly
import Documents
import Foundation
import Templates
import TestSupport
import Testing

@Suite struct `The catalogue` {
  /// The table of the page as Markdown, one row a document.
  private static func lines(of document: Document) throws -> [String] {
    let tables = document.body.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    let table = try #require(tables.first)
    let rows = (table.header + table.rows).filter { $0.look == .plain }.map { row in
      "| " + row.cells.map(text).joined(separator: " | ") + " |"
    }
    return [rows[0], "|" + String(repeating: " --- |", count: table.columns.count)]
      + rows.dropFirst()
  }

  private static func text(of cell: Table.Cell) -> String {
    let texts = cell.blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.inlines.plainText } else { "" }
    }
    let plain = texts.joined(separator: " ").replacing("|", with: "\\|")
    return plain.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  @Test func `in the readme of the templates is that of the program`() throws {
    let path = RepositoryInputs.templates + "/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let mark = "<!-- catalogue -->\n"
    let start = try #require(text.range(of: mark)?.upperBound)
    let lines = try Self.lines(of: Samples.workshop.get().catalogue)
    let wanted = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try (text[..<start] + wanted).write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[start...] == wanted)
  }

  @Test func `has the fifty, each with what it is for, for whom, who holds it and its length`()
    throws
  {
    let rows = try Self.lines(of: Samples.workshop.get().catalogue).dropFirst(2).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let numbers = Set(rows.compactMap { Int($0[0]) })
    #expect(numbers.isSuperset(of: 1...50))
    for row in rows {
      #expect(row[1...5].allSatisfy { !$0.isEmpty }, "\(row)")
      #expect(row.allSatisfy { !$0.contains("{{") }, "\(row)")
    }
    let new = rows.filter { $0[6] == "bassins nouveaux" }.map { $0[1] }
    #expect(new == ["Mode d’emploi en 10 minutes"])
  }

  @Test(arguments: Samples.basins)
  func `of needs leads from the first page to each document`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let home = try #require(sample.composed.documents.first { $0.place.folder.isEmpty })
    let tables = home.body.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    let table = tables.first { $0.caption == "Le document qui convient" }
    var led: Set<DocumentPlace> = []
    for row in try #require(table).rows {
      row.cells.flatMap(\.blocks).forEachInline { inline in
        if case .link(let link) = inline, case .document(let place) = link.target {
          led.insert(place)
        }
      }
    }
    let others = sample.composed.documents.map(\.place).filter { $0 != home.place }
    #expect(led == Set(others))
  }

  @Test(arguments: Samples.basins)
  func `says of each document that a task calls for where it comes in the plan`(_ id: String) throws
  {
    let sample = try Samples.sample(id)
    for (document, origin) in zip(sample.composed.documents, sample.composed.origins)
    where document.plainText.contains("Dans le plan") || !document.header.notes.isEmpty {
      let isSheet = document.kind == .sheet
      #expect(isSheet == document.header.notes.isEmpty, "\(origin.key)")
    }
    let letter = try #require(
      zip(sample.composed.documents, sample.composed.origins)
        .first { $1.id == "lettre-maire" }?.0)
    let note = letter.header.notes.map(\.inlines.plainText).joined()
    #expect(note.contains("Dans le plan") && note.contains("Avant") && note.contains("Après"))
    #expect(!letter.plainText.contains("Dans le plan"))
    let page = try sample.text(of: "03-partenaires/23-lettre-maire.html")
    #expect(page.contains("Dans le plan"))
  }
}
