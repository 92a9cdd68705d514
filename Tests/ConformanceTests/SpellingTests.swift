import Foundation
import TestSupport
import Testing

@Suite(.conformance) struct `The French of kits` {
  private static let words = "\(RepositoryInputs.root)/Tests/Judges/mots.txt"

  @Test(.judges(.python, .hunspell)) func `has no word that nobody knows`() throws {
    var verdict = Verdict("spelling")
    // The academic team's pages are full of names, as their sources write them.
    let findings = try Tool.python.run(script: "spelling.py", [Self.words, Kits.root])
    verdict.add(findings.filter { $0.file.contains("/") })
    verdict.tell()
  }

  @Test(.judges(.python, .hunspell)) func `is refused with a misspelt word`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "<p>La persévérence, aujourd’hui <b>per</b>sévérance au CIO, 1er à a@b.fr</p>", at: "a.html")
    let findings = try Tool.python.run(script: "spelling.py", [Self.words, folder.path])
    #expect(findings.map(\.faults) == [["persévérence"]])
  }
}
