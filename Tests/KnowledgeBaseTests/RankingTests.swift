import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `The rules of the ranking` {
  @Test(arguments: [
    Case(
      [
        Edit("<ranking suggestions", "<①ranking② suggestions"),
        Edit("<weight id='fiche-detaillee'", "<weight id='③fiche④'"),
      ], "kb.missing-weight ①②", "kb.unknown-word ③④"),
    Case("id='effort-leger' points='60'", "id='effort-leger' points='①-1②'", "kb.wrong-sign ①②"),
    Case("points='-200'", "points='①1②'", "kb.wrong-sign ①②"),
    Case(
      "</ranking>",
      """
      <family id='a' title='A'>①<format>②clip</format></family>
      <family id='b' title='B'>③<format>④clip</format></family></ranking>
      """, "kb.format-in-two-families ③④ (①②)"),
    Case("colleges='3'", "colleges='①1000000②'", "kb.not-a-count ①②"),
    Case("colleges='3'", "colleges='①-1②'", "kb.not-a-count ①②"),
  ])
  func `are told by what is wrong with them`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let found = diagnostics(folder.files, schemas: try laxSchemas())
    #expect(folder.places(of: found).sorted() == row.places.sorted())
  }

  @Test func `may leave a criterion out with zero points`() throws {
    let folder = try tinyBase([
      Edit("id='effort-leger' points='60'", "id='effort-leger' points='0'")
    ])
    let base = try loadBase(folder.files)
    #expect(base.diagnostics == [])
    #expect(base.value.ranking[.smallEffort] == 0)
    #expect(base.value.ranking[.mediumEffort] == 30)
  }
}
