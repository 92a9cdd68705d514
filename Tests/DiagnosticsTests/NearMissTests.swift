import Diagnostics
import Testing

@Suite struct `Names that were perhaps meant` {
  struct Case: Sendable, CustomTestStringConvertible {
    var word: String
    var known: [String]
    var near: [String]
    var testDescription: String { word }

    init(_ word: String, _ known: [String], _ near: [String]) {
      self.word = word
      self.known = known
      self.near = near
    }
  }

  @Test(arguments: [
    Case("evry", ["evry"], ["evry"]),
    Case("evyr", ["evry", "massy"], ["evry"]),
    Case("Evry", ["evry"], ["evry"]),
    // A short word may be one letter off, a longer one a third of its letters.
    Case("a", ["b", "ab", "abc", ""], ["", "ab", "b"]),
    Case("ab", ["cd", "ac"], ["ac"]),
    Case("abcde", ["abcxy", "abcdx"], ["abcdx"]),
    Case("abcdef", ["abcdxy", "abcxyz"], ["abcdxy"]),
    Case("saint-quentin-en-yvelin", ["saint-quentin-en-yvelines"], ["saint-quentin-en-yvelines"]),
    // A swap is one edit, a swap that is edited again is not.
    Case("ba", ["ab"], ["ab"]),
    Case("ca", ["abc"], []),
    // Accents are letters of their own.
    Case("eleve", ["élève"], []),
    Case("élèves", ["eleves"], ["eleves"]),
    // The nearest first, ties in alphabetical order, three at most.
    Case("task", ["tasks", "tass", "mask", "task", "tusk"], ["task", "mask", "tasks"]),
    Case("", ["", "a", "ab"], ["", "a"]),
    Case("abc", [], []),
  ])
  func `are few, near and in order`(_ row: Case) {
    #expect(nearMisses(for: row.word, among: row.known) == row.near)
    #expect(nearMisses(for: row.word, among: row.known.reversed()) == row.near)
  }

  @Test func `are asked for one by one`() {
    let help = Diagnostic.didYouMean("tasc", among: ["task", "mask", "tass"])
    #expect(help.map(\.english) == ["did you mean `task`?", "did you mean `tass`?"])
    #expect(help.map(\.french) == ["vouliez-vous dire « task » ?", "vouliez-vous dire « tass » ?"])
  }

  @Test func `are all the known ones when none is near and they are eight at most`() {
    let known = ["h", "g", "f", "e", "d", "c", "b", "a"].map { "\($0)\($0)\($0)" }
    let help = Diagnostic.didYouMean("xyz", among: known)
    let list = "`aaa`, `bbb`, `ccc`, `ddd`, `eee`, `fff`, `ggg`, `hhh`"
    #expect(help.map(\.english) == ["known here: \(list)"])
    #expect(help.map(\.french) == ["connus ici : \(list)"])
    #expect(Diagnostic.didYouMean("xyz", among: known + ["iii"]).isEmpty)
    #expect(Diagnostic.didYouMean("xyz", among: []).isEmpty)
  }
}
