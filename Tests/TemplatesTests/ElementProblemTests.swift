import Testing

@Suite struct `What is wrong with an element` {
  static let rows = [
    ProblemCase("①<para>②a</para>", "template.unknown-element ①②"),
    ProblemCase("<list>①<check>②a</check></list>", "template.unknown-element ①②"),
    ProblemCase("<checklist>①<item>②a</item></checklist>", "template.unknown-element ①②"),
    ProblemCase("<facts>①<p>②a</p></facts>", "template.unknown-element ①②"),
    ProblemCase("<table><column/>①<cell>②a</cell></table>", "template.unknown-element ①②"),
    ProblemCase("<table><column/><row>①<p>②a</p></row></table>", "template.unknown-element ①②"),
    ProblemCase("<table><column>①<p/>②</column></table>", "template.unknown-element ①②"),
    ProblemCase("<page-break>①<p/>②</page-break>", "template.unknown-element ①②"),
    ProblemCase(
      "<form><field label='a' lines='2'>①<em>②b</em></field></form>", "template.unknown-element ①②"),
    ProblemCase("<p>①<p>②a</p></p>", "template.unknown-inline ①②"),
    ProblemCase("<p>①<include template='t.xml'/>②</p>", "template.unknown-inline ①②"),
    ProblemCase("<p>①<block>②a</block></p>", "template.unknown-inline ①②"),
    ProblemCase("<p ①loook②='lead'>a</p>", "template.unknown-attribute ①②"),
    ProblemCase("<p ①For②='x in team'>a</p>", "template.unknown-attribute ①②"),
    ProblemCase("<list><item ①title②='a'>b</item></list>", "template.unknown-attribute ①②"),
    ProblemCase("<block ①title②='a'/>", "template.unknown-attribute ①②"),
    ProblemCase(
      "<p><br ①clear②='a'/><box ③clear④='a'/></p>", "template.unknown-attribute ①②",
      "template.unknown-attribute ③④"),
    ProblemCase("<p look='①leed②'>a</p>", "template.unknown-word ①②"),
    ProblemCase("<list numbered='①oui②'/>", "template.unknown-word ①②"),
    ProblemCase("<callout kind='①experiance②' source='a'>b</callout>", "template.unknown-word ①②"),
    ProblemCase("<section title='a' break='①after②'/>", "template.unknown-word ①②"),
    ProblemCase("<table><column align='①right②'/></table>", "template.unknown-word ①②"),
    ProblemCase("<form><field label='a' lines='①0②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase("<form><field label='a' lines='①41②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase(
      "<form><field label='a' lines='①deux②'/></form>", "template.number-out-of-range ①②"),
    ProblemCase("<table><column share='①0②'/></table>", "template.number-out-of-range ①②"),
    ProblemCase(
      "<table><column share='①99999999999999999999②'/></table>", "template.number-out-of-range ①②"),
    ProblemCase(
      "<table><column/><row><cell span='①-1②'/></row></table>", "template.number-out-of-range ①②"),
    ProblemCase(
      String(repeating: "<block>", count: 100) + "①<p>②a</p>"
        + String(repeating: "</block>", count: 100),
      "template.nested-too-deep ①②"),
    ProblemCase(
      "<letter>" + String(repeating: "<block>", count: 99) + "①<block>②</block>"
        + String(repeating: "</block>", count: 99) + "</letter>",
      "template.nested-too-deep ①②"),
    ProblemCase("①<section>②<p>a</p></section>", "template.missing-attribute ①②"),
    ProblemCase("<p>①<blank/>②</p>", "template.missing-attribute ①②"),
    ProblemCase("<p>①<a>②b</a></p>", "template.missing-attribute ①②"),
    ProblemCase("①<callout kind='experience'>②a</callout>", "template.missing-attribute ①②"),
    ProblemCase("①<include/>②", "template.missing-attribute ①②"),
    ProblemCase("①<slip>②<p>a</p></slip>", "template.missing-attribute ①②"),
    ProblemCase("<facts>①<fact>②a</fact></facts>", "template.missing-attribute ①②"),
    ProblemCase("<form>①<field/>②</form>", "template.missing-attribute ①②"),
    ProblemCase("①<table>②<row/></table>", "template.missing-element ①②"),
    ProblemCase(
      "①<letter>②<p>a</p></letter>", "template.missing-element ①②", "template.missing-element ①②",
      "template.missing-element ①②", "template.missing-element ①②", "template.missing-element ①②",
      "template.missing-element ①②", "template.missing-element ①②"),
    ProblemCase("①texte②<p>a</p>", "template.text-not-here ①②"),
    ProblemCase("<list>①texte②</list>", "template.text-not-here ①②"),
    ProblemCase("<list><item>①texte②<p>a</p></item></list>", "template.text-not-here ①②"),
    ProblemCase("<table>①texte②<column/></table>", "template.text-not-here ①②"),
    ProblemCase(
      "<table><column/><row>①{{ basin.name }}②</row></table>", "template.text-not-here ①②"),
    ProblemCase("<block>①texte②</block>", "template.text-not-here ①②"),
    ProblemCase("<letter><block>①texte②</block></letter>", "template.text-not-here ①②"),
    ProblemCase("<p><br>①texte②</br></p>", "template.text-not-here ①②"),
    ProblemCase("<p><blank name='a'>①texte②</blank></p>", "template.text-not-here ①②"),
    ProblemCase(
      "<form><field label='a' lines='2'>①texte②</field></form>", "template.text-not-here ①②"),
    ProblemCase("<include template='①partiel.xml②'/>", "template.unknown-file ①②"),
    ProblemCase("<include template='①../t.xml②'/>", "template.unknown-file ①②"),
    ProblemCase("<p><a to='①acueil②'>a</a></p>", "template.unknown-document ①②"),
    ProblemCase("<p><a to='①acueil/x②'>a</a></p>", "template.unknown-document ①②"),
    ProblemCase("<p><a to=①''②>a</a></p>", "template.unknown-document ①②"),
    ProblemCase(
      "<letter><block>③<section title='a'/>④</block>①<callout kind='todo'>②a</callout></letter>",
      "template.unknown-element ③④", "template.unknown-element ①②"),
    ProblemCase("<table><column/>①<row>②<cell/><cell/></row></table>", "template.ragged-row ①②"),
  ]

  @Test(arguments: rows)
  func `is told at its place`(_ row: ProblemCase) throws {
    #expect(try problems(row.text) == row.problems)
  }
}
