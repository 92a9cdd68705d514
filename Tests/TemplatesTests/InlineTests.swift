import Testing

@Suite struct `Inlines` {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let line: String

    init(_ text: String, _ line: String) {
      self.text = text
      self.line = line
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("a <strong>b</strong> c", "a ‹strong›b‹/› c"),
    Case("<em>a <strong>b</strong></em>", "‹em›a ‹strong›b‹/›‹/›"),
    Case("3<sup>e</sup>", "3‹sup›e‹/›"),
    Case("a<br/>b", "a⏎b"),
    Case("<box/> oui", "☐ oui"),
    Case("le <blank name='jour de la réunion'/>.", "le [jour de la réunion]."),
    Case("<blank name='nom du maire de {{ basin.name }}'/>", "[nom du maire de Antony]"),
    Case("a <span>b <em>c</em></span> d", "a b ‹em›c‹/› d"),
    Case(
      "<a href='https://example.org/?a=1&amp;b=2'>lien</a>", "‹https://example.org/?a=1&b=2›lien‹/›"
    ),
    Case("<a href=\"mailto:{{ 'a@b.fr' }}\">lien</a>", "‹mailto:a@b.fr›lien‹/›"),
    Case("<a file='autre.zip'>zip</a>", "‹file autre.zip›zip‹/›"),
    Case("<a file='{{ edition.year }}.zip'>zip</a>", "‹file 2015.zip›zip‹/›"),
    Case("<a to='accueil'>ici</a>", "‹accueil.html›ici‹/›"),
    Case("<strong if='false'>a</strong>b<strong/>", "b"),
    Case("a &lt;b> &amp;amp; <![CDATA[<c/>]]> &#233;", "a <b> &amp; <c/> é"),
  ])
  func `are written in their order`(_ row: Case) throws {
    #expect(try line(row.text) == row.line)
  }

  /// What would be a mistake of French in a sentence is right in an address.
  @Test(arguments: [
    Case(
      "<a href=\"https://e.org/{{ edition.year }}/a's?b=c : d\">x</a>",
      "‹https://e.org/2015/a's?b=c : d›x‹/›"),
    Case("<a href=\"https://e.org/a's?b=c : d...\">x</a>", "‹https://e.org/a's?b=c : d...›x‹/›"),
    Case("<a file=\"l'{{ edition.year }}...\">x</a>", "‹file l'2015...›x‹/›"),
  ])
  func `addresses are left as they are`(_ row: Case) throws {
    #expect(try line(row.text) == row.line)
  }

  @Test(arguments: [
    Case("a\n   b\t c", "a b c"),
    Case("  a  ", "a"),
    Case("a <strong> b </strong> c", "a ‹strong›b ‹/›c"),
    Case("a<strong> b</strong>", "a‹strong› b‹/›"),
    Case("<strong>a </strong> b", "‹strong›a ‹/›b"),
    Case("a <br/> b", "a ⏎b"),
    // The spaces around what is dropped are one.
    Case("a <span if='false'>b</span> c", "a c"),
    Case("a <span if='false'>b</span>, c", "a , c"),
    Case("a<span if='true'> b</span> c", "a b c"),
    Case("<span if='false'>a</span> b", "b"),
    Case("a <strong><span if='false'>b</span></strong> c", "a c"),
    Case("a <em if='false'>b</em> <em if='false'>c</em> d", "a d"),
    // Values too may begin and end with spaces.
    Case("a {{ ' b ' }} c", "a b c"),
    Case("a{{ ' b ' }}c", "a b c"),
    Case("{{ ' b ' }}", "b"),
    Case("a {{ '' }} c", "a c"),
    Case("a {{ ' ' }} c", "a c"),
    Case("a&#160; b", "a~ b"),
    Case("a <box/> b <blank name='c'/> d", "a ☐ b [c] d"),
    Case("<span for='r in team | take: 2'>{{ r.letter }} </span>.", "A B ."),
    Case(
      "<span for='r in team | take: 3'>{{ r.letter }}<span if='not loop.isLast'>, </span></span>",
      "A, B, C"),
  ])
  func `fold white space as a browser does`(_ row: Case) throws {
    #expect(try line(row.text) == row.line)
  }

  @Test(arguments: [
    Case("« {{ basin.name }} »", "«~Antony~»"),
    Case("«{{ basin.name }}»", "«~Antony~»"),
    Case("{{ basin.name }} :", "Antony~:"),
    Case("{{ basin.name }} : a", "Antony~: a"),
    Case("{{ basin.name }} ; a", "Antony¬; a"),
    Case("{{ basin.name }} !", "Antony¬!"),
    Case("{{ basin.name }} ?", "Antony¬?"),
    Case("{{ edition.rank }} %", "3~%"),
    Case("{{ edition.rank }} €", "3~€"),
    Case("{{ edition.rank }} mars", "3~mars"),
    Case("n° {{ edition.rank }}", "n‹sup›o‹/›~3"),
    Case("le {{ 1 }}er, en {{ 6 }}e", "le 1‹sup›er‹/›, en 6‹sup›e‹/›"),
    Case("<strong>{{ basin.name }}</strong> :", "‹strong›Antony‹/›~:"),
    Case("l'{{ 'eau' }}", "l’eau"),
    Case("aujourd'hui...", "aujourd’hui…"),
    Case("\"a\" et \"b\"", "«~a~» et «~b~»"),
    Case("{{ 'a : b' }}", "a~: b"),
    Case("{{ 1234567 }}", "1¬234¬567"),
  ])
  func `are typeset at the borders of values too`(_ row: Case) throws {
    #expect(try line(row.text) == row.line)
  }
}
