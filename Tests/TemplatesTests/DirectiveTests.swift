import TestSupport
import Testing

@Suite struct `Directives` {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let lines: [String]

    init(_ body: String, _ lines: String...) {
      self.body = body
      self.lines = lines
    }

    var testDescription: String { body }
  }

  @Test(arguments: [
    Case("<p for='r in team | take: 2'>{{ r.letter }}</p>", "p A", "p B"),
    Case("<p if='basin.isNew'>a</p><p if='not basin.isNew'>b</p>", "p a"),
    // The condition is tested for each.
    Case("<p for='r in team' if=\"r.letter == 'B'\">{{ r.letter }}</p>", "p B"),
    Case("<p for='r in team' if='loop.index &lt;= 2'>{{ loop.index }}</p>", "p 1", "p 2"),
    Case("<p for='r in team | take: 0'>{{ r.letter }}</p>"),
    // Positions count the list, not what the condition keeps.
    Case(
      "<p for='r in team | take: 3' if='not loop.isFirst'>{{ loop.index }}/{{ loop.count }}</p>",
      "p 2/3", "p 3/3"),
    Case(
      "<p for='r in team | take: 3'>{{ loop.isFirst }} {{ loop.isLast }}</p>", "p oui non",
      "p non non", "p non oui"),
    Case("<p for='r in team | take: 1'>{{ loop.isFirst }} {{ loop.isLast }}</p>", "p oui oui"),
  ])
  func `repeat and keep`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    // The innermost loop is `loop`, and the outer one is back after it.
    Case(
      """
      <section for='r in team | take: 2' title='{{ r.letter }}'>
        <p for='p in phases | take: 2'>{{ r.letter }}{{ p.number }} {{ loop.index }}</p>
        <p>{{ loop.index }}</p>
      </section>
      """, "## A", "p A1 1", "p A2 2", "p 1", "## B", "p B1 1", "p B2 2", "p 2"),
    // A name of an inner loop hides the outer one, and only inside.
    Case(
      "<block for='x in team | take: 1'><p for='x in phases | take: 1'>{{ x.number }}</p><p>{{ x.letter }}</p></block>",
      "p 1", "p A"),
    Case(
      "<p for='x in team | take: 1'>{{ x.letter }} <span for='x in phases | take: 2'>{{ x.number }} </span>{{ x.letter }}</p>",
      "p A 1 2 A"),
    // A loop may run over what the outer one gives.
    Case(
      "<block for='w in plan.weeks | take: 1'><p for='t in w.tasks | take: 1' if='t.title | known'>ok</p></block>",
      "p ok"),
  ])
  func `nest`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    Case("<block><p>a</p><p>b</p></block>", "p a", "p b"),
    Case("<block if='false'><p>a</p></block>"),
    Case(
      "<block for='r in team | take: 2'><p>{{ r.letter }}</p><p>-</p></block>", "p A", "p -", "p B",
      "p -"),
    Case(
      "<list><block for='r in team | take: 2'><item>{{ r.letter }}</item></block><item>z</item></list>",
      "list", "- p A", "- p B", "- p z"),
    Case(
      "<checklist><block for='r in team | take: 2'><check>{{ r.letter }}</check></block></checklist>",
      "☐ A", "☐ B"),
    Case("<facts><block if='true'><fact label='a'>b</fact></block></facts>", "a = b"),
    Case("<form><block if='true'><field label='a'/></block></form>", "form", "  a: 1 lines"),
    Case(
      "<p><span for='r in team | take: 2' if='loop.isLast'><em>{{ r.letter }}</em></span></p>",
      "p ‹em›B‹/›"),
    Case("<callout kind='todo'><block><p>a</p></block></callout>", "callout todo", "  p a"),
    Case("<block><block><block><p>a</p></block></block></block>", "p a"),
  ])
  func `wrappers leave no trace`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }

  @Test(arguments: [
    Case(
      "<list><item for='r in team | take: 2'>{{ r.letter }}</item></list>", "list", "- p A", "- p B"
    ),
    Case(
      "<checklist><check for='r in team | take: 2'>{{ r.letter }}</check></checklist>", "☐ A", "☐ B"
    ),
    Case(
      "<facts><fact for='r in team | take: 2' label='{{ r.letter }}'>a</fact></facts>", "A = a",
      "B = a"),
    Case(
      "<callout for='r in team | take: 2' kind='todo'>{{ r.letter }}</callout>", "callout todo",
      "  p A", "callout todo", "  p B"),
    Case(
      "<form><field for='r in team | take: 2' label='{{ r.letter }}'/></form>", "form",
      "  A: 1 lines", "  B: 1 lines"),
    Case("<page-break for='r in team | take: 2'/>", "page break", "page break"),
    Case("<slip for='r in team | take: 1' title='{{ r.letter }}'/>", "slip A"),
    Case("<p><br for='r in team | take: 2'/>a<box if='false'/></p>", "p ⏎⏎a"),
    Case("<p><blank for='r in team | take: 2' name='{{ r.letter }}'/></p>", "p [A][B]"),
  ])
  func `stand on any element`(_ row: Case) throws {
    #expect(try lines(row.body) == row.lines)
  }
}
