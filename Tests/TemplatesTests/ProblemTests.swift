import Foundation
import Testing

/// One faulty piece of template and what is said of it: `room.problem ①②`, in order.
struct ProblemCase: Sendable, CustomTestStringConvertible {
  let text: String
  let problems: [String]

  init(_ text: String, _ problems: String...) {
    self.text = text
    self.problems = problems
  }

  var testDescription: String { text }
}

@Suite struct `The catalogue of problems` {
  /// Ids that are not told by a row of a table, but by a test of their own above or beside.
  static let elsewhere = [
    "kitplan.missing-file", "kitplan.unsafe-name", "kitplan.duplicate-path",
    "template.include-cycle",
    "template.includes-too-deep", "template.too-many-inclusions",
    "kitplan.letterhead", "template.frame-of-page", "template.empty",
    "kitplan.no-sheet",
  ]

  @Test func `has a row for each id`() throws {
    let file = root.appending(path: "Sources/Templates/Templates+Diagnostics.swift")
    let catalogue = try String(contentsOf: file, encoding: .utf8)
    let ids = catalogue.matches(of: /"((?:template|kitplan)\.[a-z-]+)", \.error/).map {
      String($0.1)
    }
    let rows =
      `What is wrong with an expression`.rows + `What is wrong with an element`.rows
      + `What is wrong with the plan`.rows + `What is wrong with the plan`.entries
    let told =
      rows.flatMap(\.problems).compactMap {
        $0.split(separator: " ").first.map(String.init)
      } + `A fault in a Writer template`.rows.map(\.id)
      + `A partial of Writer`.rows.map(\.id)
      .filter { $0.hasPrefix("template.") }
    #expect(ids.count == Set(ids).count)
    #expect(Set(ids).subtracting(told).subtracting(Self.elsewhere) == [])
    #expect(Set(told + Self.elsewhere).subtracting(ids) == [])
  }
}
