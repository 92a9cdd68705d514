import Documents
import Templates
import Testing

@Suite struct `Tables` {
  @Test func `have columns, header rows and rows`() throws {
    let found = try lines(
      """
      <table caption='Équipe : {{ basin.name }}'>
        <column share='3'/><column align='center'/><column share='2' align='end'/>
        <head><cell>a</cell><cell span='2'>b</cell></head>
        <row><cell heading='yes'>1</cell><cell heading='no'>2</cell><cell><p>3</p><p>4</p></cell></row>
        <row look='band'><cell span='3'>vacances</cell></row>
        <row look='plain'><cell/><cell/><cell><list><item>a</item></list></cell></row>
      </table>
      """)
    #expect(
      found == [
        "table « Équipe~: Antony »", "  columns 3 start, 1 center, 2 end", "  head | *a | *b (2)",
        "  row | *1 | 2 | 3 / p 4", "  band | vacances (3)", "  row |  |  | list / - p a",
      ])
  }

  @Test func `repeat columns, cells and rows`() throws {
    let found = try lines(
      """
      <table><column share='2'/><column for='m in raci.members' if='loop.index &lt;= 2'/>
        <head><cell>x</cell><cell for='m in raci.members | take: 2'>{{ m.letter }}</cell></head>
        <block for='p in phases | take: 2'>
          <row look='band'><cell span='rest'>{{ p.number }}</cell></row>
          <row><cell>{{ p.number }}</cell><cell span='rest'>a</cell></row>
        </block>
        <row if='false'><cell>never</cell></row>
        <row for='p in phases | take: 1'><cell/><block><cell for='m in team | take: 2'>{{ m.letter }}</cell></block></row>
      </table>
      """)
    #expect(
      found == [
        "table", "  columns 2 start, 1 start, 1 start", "  head | *x | *A | *B",
        "  band | 1 (3)", "  row | 1 | a (2)", "  band | 2 (3)", "  row | 2 | a (2)",
        "  row |  | A | B",
      ])
  }

  @Test func `an empty caption is none`() throws {
    #expect(
      try lines("<table caption=\"{{ '' }}\"><column/><row><cell>a</cell></row></table>")
        == ["table", "  columns 1 start", "  row | a"])
  }

  @Test func `say what a spreadsheet makes of them`() throws {
    let body = """
      <table sheet='Essai {{ basin.name }}'><column/><column holds='amount'/><column holds='day'/>
        <row for='p in phases | take: 2'><cell/><cell/><cell/></row>
        <row sum='yes'><cell/><cell/><cell/></row>
        <row sum='no'><cell/><cell/><cell/></row>
        <row sum='yes'><cell/><cell/><cell/></row>
      </table>
      """
    let folder = TemplateFolder(["t.xml": "<document>\(body)</document>"])
    let document = try #require(try folder.composed().documents.first)
    guard case .table(let table)? = document.body.first else {
      Issue.record("no table")
      return
    }
    #expect(
      table.sheet
        == Table.Sheet(name: "Essai Antony", contents: [.text, .amount, .day], sums: [2, 4]))
  }

  @Test func `and nothing else`() throws {
    #expect(
      try problems("<table><column holds='①euro②'/><row ③sum④='yes'><cell/></row></table>")
        == ["template.unknown-word ①②"])
    #expect(
      try problems("<table><column/><head ①sum②='yes'><cell/></head></table>")
        == ["template.unknown-attribute ①②"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let rows: String
    let problems: [String]

    init(_ rows: String, _ problems: String...) {
      self.rows = rows
      self.problems = problems
    }

    var testDescription: String { rows }
  }

  @Test(arguments: [
    Case("①<row>②<cell/></row>", "template.ragged-row ①②"),
    Case("①<row>②<cell/><cell span='2'/></row>", "template.ragged-row ①②"),
    Case("①<head>②<cell/></head>", "template.ragged-row ①②"),
    Case("①<row>②<cell/><cell/><cell span='rest'/></row>", "template.ragged-row ①②"),
    Case("①<row>②</row>", "template.ragged-row ①②"),
    Case("<row><cell/><cell/></row>①<row>②<cell for='t in team'/></row>", "template.ragged-row ①②"),
    Case(
      "<block>①<row>②<cell/></row>③<row>④<cell/></row></block>", "template.ragged-row ①②",
      "template.ragged-row ③④"),
    Case("<row><cell span='rest'/></row><row><cell/><cell span='rest'/></row><row if='false'/>"),
  ])
  func `a row that does not fill its table is refused`(_ row: Case) throws {
    #expect(try problems("<table><column/><column/>\(row.rows)</table>") == row.problems)
  }
}
