import Testing

@Suite struct `Partials` {
  @Test func `stand for what they hold`() throws {
    let found = try lines(
      "<p>a</p><include template='p/b.xml'/><p>z</p>",
      partials: ["p/b.xml": "<partial><p>b</p><section title='S'/></partial>"])
    #expect(found == ["p a", "p b", "## S", "p z"])
  }

  @Test func `see the variables of the place that includes them`() throws {
    let found = try lines(
      "<section title='T'><include for='r in team | take: 2' if='loop.isLast' template='b.xml'/></section>",
      partials: [
        "b.xml":
          "<partial><section title='{{ r.letter }}'><p>{{ loop.index }}</p></section></partial>"
      ])
    #expect(found == ["## T", "### B", "p 2"])
  }

  @Test func `include others`() throws {
    let found = try lines(
      "<include template='b.xml'/><include template='c.xml'/>",
      partials: [
        "b.xml": "<partial><include template='c.xml' for='r in team | take: 2'/></partial>",
        "c.xml": "<partial><p>{{ basin.name }}</p></partial>",
      ])
    #expect(found == ["p Antony", "p Antony", "p Antony"])
  }

  @Test func `may hold items, checks, facts, rows and fields`() throws {
    let found = try lines(
      """
      <list><include template='i.xml'/></list>
      <checklist><include template='c.xml'/></checklist>
      <facts><include template='f.xml'/></facts>
      <table><column/><include template='r.xml'/></table>
      <form><include template='q.xml'/></form>
      """,
      partials: [
        "i.xml": "<partial><item>a</item></partial>",
        "c.xml": "<partial><check>a</check></partial>",
        "f.xml": "<partial><fact label='a'>b</fact></partial>",
        "r.xml": "<partial><row><cell>a</cell></row></partial>",
        "q.xml": "<partial><field label='a'/></partial>",
      ])
    #expect(
      found == [
        "list", "- p a", "☐ a", "a = b", "table", "  columns 1 start", "  row | a", "form",
        "  a: 1 lines",
      ])
  }

  /// Nineteen partials and the document are the twenty that may be open at once.
  @Test func `go twenty deep`() throws {
    var partials = ["p19.xml": "<partial><p>a</p></partial>"]
    for depth in 1..<19 {
      partials["p\(depth).xml"] = "<partial><include template='p\(depth + 1).xml'/></partial>"
    }
    #expect(try lines("<include template='p1.xml'/>", partials: partials) == ["p a"])
  }
}
