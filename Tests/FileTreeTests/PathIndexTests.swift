import Diagnostics
import FileTree
import TestSupport
import Testing

@Suite struct `A tree of names` {
  struct Clash: Sendable, CustomTestStringConvertible {
    var first: String
    var second: String
    var error: TreeError
    var testDescription: String { "\(first) and \(second)" }
  }

  @Test(arguments: [
    Clash(first: "a", second: "a", error: .sameName(.literal("a"), as: .literal("a"))),
    Clash(first: "a/B", second: "A/b", error: .sameName(.literal("A/b"), as: .literal("a/B"))),
    Clash(first: "É", second: "é", error: .sameName(.literal("é"), as: .literal("É"))),
    Clash(
      first: "e\u{301}", second: "\u{C9}",
      error: .sameName(.literal("\u{C9}"), as: .literal("e\u{301}"))),
    Clash(first: "a", second: "a/b", error: .fileAndFolder(.literal("a"))),
    Clash(first: "a/b/c", second: "a/b", error: .fileAndFolder(.literal("a/b"))),
    Clash(first: "A", second: "a/b/c", error: .fileAndFolder(.literal("A"))),
    Clash(
      first: "Fiches/a", second: "fiches/b",
      error: .sameName(.literal("fiches"), as: .literal("Fiches"))),
    Clash(
      first: "x/Fiches/a", second: "x/fiches/b",
      error: .sameName(.literal("x/fiches"), as: .literal("x/Fiches"))),
  ])
  func `refuses what a case-blind disk would merge, and stays as it was`(_ row: Clash) throws {
    var tree = PathIndex()
    try tree.insert(RelativePath(row.first))
    let second = try RelativePath(row.second)
    let error = #expect(throws: TreeError.self) { try tree.insert(second) }
    #expect(error == row.error)
    #expect(row.error.message.english != row.error.message.french)
    // As it was: the first name is still taken, and another may still join.
    let first = try RelativePath(row.first)
    #expect(throws: TreeError.sameName(first, as: first)) { try tree.insert(first) }
    try tree.insert(.literal("other"))
  }

  @Test(arguments: Seed.first(20))
  func `does not mind the order in which it was filled`(_ seed: Seed) throws {
    var generator = seed.generator
    let paths = try (0..<50).map { try RelativePath("d\($0 % 7)/e\($0 % 3)/f\($0)") }
    var tree = PathIndex()
    for path in paths.shuffled(using: &generator) { try tree.insert(path) }
    for path in paths {
      #expect(throws: TreeError.sameName(path, as: path)) { try tree.insert(path) }
    }
  }
}
