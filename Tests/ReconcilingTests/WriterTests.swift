import Diagnostics
import Reconciling
import TestSupport
import Testing

@Suite struct `A document that LibreOffice has saved` {
  @Test func `without a change is no change`() throws {
    let returned = try ReturnedDocument(Fixture.saved.file(), base: Fixture.base.file())
    #expect(!returned.isChanged)
    #expect(returned.filledBlanks.isEmpty)
    let new = try Fixture.new.file()
    let merged = try returned.merged(with: new)
    #expect(merged.origin == .new)
    #expect(merged.bytes == new.bytes)
  }

  @Test func `is kept as it is where the kit has nothing new`() throws {
    let theirs = try Fixture.theirs.file()
    let returned = try ReturnedDocument(theirs, base: Fixture.base.file())
    #expect(returned.isChanged)
    let merged = try returned.merged(with: Fixture.base.file())
    #expect(merged.origin == .theirs)
    #expect(merged.bytes == theirs.bytes)
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `tells what was written into its blanks`() throws {
    let returned = try ReturnedDocument(Fixture.theirs.file(), base: Fixture.base.file())
    #expect(
      returned.filledBlanks == [
        FilledBlank(name: "nom de l’animateur", value: "Mme Claire Martin"),
        FilledBlank(name: "téléphone de l’animateur", value: "01 23 45 67 89"),
      ])
  }

  @Test func `and the new one become one, change by change`() throws {
    let returned = try ReturnedDocument(Fixture.theirs.file(), base: Fixture.base.file())
    let merged = try returned.merged(with: Fixture.new.file())
    #expect(merged.origin == .both)
    #expect(!merged.keepsLook)
    let conflicts = merged.conflicts.map { conflict in
      "\(conflict.mark) « \(conflict.heading) »: \(conflict.yours) | \(conflict.new)"
    }
    let text = try Transcript(of: merged.bytes).lines + ["", "== to choose =="] + conflicts
    try expectGolden(text.joined(separator: "\n") + "\n", "Reconciling/changes.txt")
  }

  @Test func `merges to the same bytes each time`() throws {
    let returned = try ReturnedDocument(Fixture.theirs.file(), base: Fixture.base.file())
    let first = try returned.merged(with: Fixture.new.file())
    let second = try returned.merged(with: Fixture.new.file())
    #expect(first.bytes == second.bytes)
  }

  /// What the next year's update begins with: the merged document is the basin's own.
  @Test func `and is merged once more, with nothing said twice`() throws {
    let new = try Fixture.new.file()
    let merged = try ReturnedDocument(Fixture.theirs.file(), base: Fixture.base.file())
      .merged(with: new)
    let file = named("merged.odt", merged.bytes)
    let again = try ReturnedDocument(file, base: new).merged(with: new)
    #expect(again.origin == .theirs)
    #expect(again.bytes == merged.bytes)
  }
}
