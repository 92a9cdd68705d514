import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `References between the files` {
  @Test(arguments: [
    Case("sources='note bilan'>", "sources='note ①bilans②'>", "kb.unknown-reference ①②"),
    Case(
      "standing='computed' sources='note'", "standing='computed' sources='①x②'",
      "kb.unknown-reference ①②"),
    Case(
      "Courage' accent='#5b2a6f' due='#a34400'\n  standing='reported' sources='note'",
      "Courage' accent='#5b2a6f' due='#a34400'\n  standing='reported' sources='①x②'",
      "kb.unknown-reference ①②"),
    Case(
      "title='Agir' standing='proposed' sources='note'",
      "title='Agir' standing='proposed' sources='①x②'", "kb.unknown-reference ①②"),
    Case(
      "'2014-09-29' standing='reported' sources='note'",
      "'2014-09-29' standing='reported' sources='note ①x②'", "kb.unknown-reference ①②"),
    Case(
      "<fact standing='reported' sources='bilan'",
      "<fact standing='reported' sources='①x②'", "kb.unknown-reference ①②"),
    Case(
      "colleges='3' standing='reported' sources='bilan'",
      "colleges='3' standing='reported' sources='①x②'", "kb.unknown-reference ①②"),
    Case(
      "<duty phase='cadrage' standing='proposed' sources='note'",
      "<duty phase='cadrage' standing='proposed' sources='①x②'", "kb.unknown-reference ①②"),
    Case(
      "<tip standing='proposed' sources='note'", "<tip standing='proposed' sources='①x②'",
      "kb.unknown-reference ①②"),
    Case(
      "<hours-note standing='reported' sources='bilan'",
      "<hours-note standing='reported' sources='①x②'", "kb.unknown-reference ①②"),
    Case(
      "lead-weeks='4' standing='reported' sources='note'",
      "lead-weeks='4' standing='reported' sources='①x②'", "kb.unknown-reference ①②"),
    Case("current='2015'", "current='①2051②'", "kb.unknown-reference ①②"),
    Case("group='courriers'", "group='①courier②'", "kb.unknown-reference ①②"),
    Case("formula='maire'", "formula='①mair②'", "kb.unknown-reference ①②"),
    Case("quantities='lettres'", "quantities='①lettre②'", "kb.unknown-reference ①②"),
    Case("owner=\"animateur\"", "owner='①anim②'", "kb.unknown-reference ①②"),
    Case("to='équipes' task='equipe'", "to='équipes' task='①equip②'", "kb.unknown-reference ①②"),
    Case(
      "tasks='equipe reunion'\n", "tasks='equipe reunion' roles='①chef②'\n",
      "kb.unknown-reference ①②"),
    Case(
      "</ranking>",
      "<kept stake='①x②' places='1' standing='proposed'>K</kept></ranking>",
      "kb.unknown-reference ①②"),
    Case(
      "school-types='college'\n    edition='2014'",
      "school-types='college'\n    edition='①2041②'", "kb.unknown-reference ①②"),
    Case(
      "edition='2014' basin='evry'", "edition='①2041②' basin='evry'",
      "kb.unknown-reference ①②"),
    Case(
      "edition='2014' basin='evry'", "edition='2014' basin='①evyr②'",
      "kb.unknown-reference ①②"),
    Case(
      "de='d’Évry' department='essonne'", "de='d’Évry' department='①eson②'",
      "kb.unknown-reference ①②"),
    Case(
      "basin='evry massy' department='essonne'", "basin='evry massy' department='①eson②'",
      "kb.unknown-reference ①②"),
    Case("basin='evry massy'", "basin='evry\n ①masy② '", "kb.unknown-reference ①②"),
    Case("stakes='parents'", "stakes='①parent②'", "kb.unknown-reference ①②"),
    Case("stake='ambition'", "stake='①pedagogie②'", "kb.unknown-reference ①②"),
    Case("person role='animateur'", "person role='①animatrice②'", "kb.unknown-reference ①②"),
    Case("deputy='directeur'", "deputy='①directrice②'", "kb.unknown-reference ①②"),
    Case("owner='animateur'", "owner='①animatuer②'", "kb.unknown-reference ①②"),
    Case("helpers='directeur'", "helpers='animateur ①cio②'", "kb.unknown-reference ①②"),
    Case("<duty phase='cadrage'", "<duty phase='①suites②'", "kb.unknown-reference ①②"),
    Case(
      "'Équipe' phase='cadrage'", "'Équipe' phase='①suites②'", "kb.unknown-reference ①②"),
    Case("after='equipe'", "after='①equip②'", "kb.unknown-reference ①②"),
    Case(
      "tasks='equipe reunion'", "tasks='①x② equipe ③y④'", "kb.unknown-reference ①②",
      "kb.unknown-reference ③④"),
  ])
  func `that lead nowhere are shown one by one`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == row.places)
  }
}
