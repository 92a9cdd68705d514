import Testing

@Suite struct `Letters` {
  private let whole = [
    "letter", "  sender Bassin d’Antony", "  sender Essonne", "  addressee [nom du maire]",
    "  place and date Antony, le [date]", "  reference Tél.~: 1", "  reference Mél.~: 2",
    "  subject Semaine", "  attachments 1 coupon", "  call Madame,", "  p corps", "  list",
    "  - p a",
    "  closing Fin", "  signature A", "  signature B", "  copy C",
  ]

  private let sender =
    "<sender><line>Bassin {{ basin.de }}</line><line>Essonne</line><line if='false'>x</line></sender>"
  private let middle = """
    <addressee><line><blank name='nom du maire'/></line></addressee>
    <place-date>{{ basin.name }}, le <blank name='date'/></place-date>
    <reference>Tél. : 1</reference><reference>Mél. : 2</reference><reference if='false'>x</reference>
    <subject>Semaine</subject><attachments>1 coupon</attachments><call>Madame,</call>
    """
  private let text = "<p>corps</p><list><item>a</item></list>"
  private let end = """
    <closing>Fin</closing><signature><line>A</line><line>B</line></signature><copy>C</copy>
    """

  @Test func `have their zones in order`() throws {
    #expect(try lines("<letter>\(sender)\(middle)\(text)\(end)</letter>") == whole)
  }

  @Test func `may take zones from partials and blocks`() throws {
    let found = try lines(
      """
      <letter><include template='head.xml'/><block>\(middle)</block><block if='true'>\(text)</block>
      <block if='false'><p>never</p><copy>never</copy></block><include template='end.xml'/></letter>
      """,
      partials: [
        "head.xml": "<partial>\(sender)</partial>",
        "end.xml": "<partial><block>\(end)</block></partial>",
      ])
    #expect(found == whole)
  }

  @Test func `choose a zone by its condition`() throws {
    let found = try lines(
      """
      <letter>\(sender)\(middle)<block if='basin.isExperienced'><p>b</p></block>
      <p if='basin.isExperienced'>c</p><block for='p in phases | take: 2'><p>{{ p.number }}</p></block>
      <include template='none.xml' if='false'/>\(end)</letter>
      """, partials: ["none.xml": "<partial><p>never</p></partial>"], for: .experienced)
    #expect(
      found.filter { $0.hasPrefix("  p") } == [
        "  place and date Massy, le [date]", "  p b", "  p c", "  p 1", "  p 2",
      ])
  }

  @Test func `without attachments have no line for them`() throws {
    let found = try lines(
      "<letter>\(sender)\(middle)\(text)\(end)</letter>"
        .replacing("<attachments>1 coupon</attachments>", with: ""))
    #expect(found == whole.filter { !$0.contains("attachments") })
  }
}
