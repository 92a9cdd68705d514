import Diagnostics
import FileTree
import TestSupport
import Testing

@Suite struct `A tree of files` {
  @Test func `gives its files in the order of their paths`() throws {
    var tree = FileTree()
    for text in ["b", "a/c", "a b", "é", "Z"] { try tree.add(Array(text.utf8), at: .init(text)) }
    #expect(tree.files.map(\.path.text) == ["Z", "a/c", "a b", "b", "é"])
    #expect(
      tree.files.map { String(decoding: $0.bytes, as: UTF8.self) }
        == tree.files.map(\.path.text))
    #expect(tree.count == 5)
    #expect(tree.totalBytes == 10)
  }

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
    var tree = FileTree()
    try tree.add([1], at: RelativePath(row.first))
    let second = try RelativePath(row.second)
    let error = #expect(throws: TreeError.self) { try tree.add([2], at: second) }
    #expect(error == row.error)
    #expect(row.error.message.english != row.error.message.french)
    #expect(tree.files.map(\.path.text) == [row.first])
    #expect(tree.totalBytes == 1)
    try tree.add([3], at: .literal("other"))
    #expect(tree.count == 2)
  }

  @Test(arguments: Seed.first(20))
  func `does not mind the order in which it was filled`(_ seed: Seed) throws {
    var generator = seed.generator
    let paths = try (0..<50).map { try RelativePath("d\($0 % 7)/e\($0 % 3)/f\($0)") }
    var tree = FileTree()
    for path in paths.shuffled(using: &generator) { try tree.add([], at: path) }
    #expect(tree.files.map(\.path) == paths.sorted())
  }
}
