import Diagnostics
import TestSupport
import Testing

/// How a few problems look to the person who has to mend them.
@Suite struct `A problem of a template` {
  private func expectRendered(_ folder: TemplateFolder, _ name: String) throws {
    for language in Language.allCases {
      try expectGolden(
        folder.rendered(language), "Templates/\(name).\(language.rawValue).txt")
    }
  }

  @Test func `says what was meant`() throws {
    try expectRendered(
      TemplateFolder([
        "t.xml": """
        <document>
          <p>{{ basn.name }} {{ 'é' }}</p>
          <p>Élève : {{ basin.nme | upper }}</p>
          <p>{{ basin.name | uper }}</p>
          <p>{{ department.zzz }}</p>
          <para/>
          <p lok="lead"/>
          <p look="leed"/>
          <p><strog>a</strog> <a to="acueil">b</a></p>
          <include template="partials/equip.xml"/>
          <p if="team">{{ team }}</p>
          <table><column/><row><cell/><cell/></row></table>
        </document>
        """,
        "partials/equipe.xml": "<partial/>",
      ]), "near-misses")
  }

  @Test func `shows a circle link by link`() throws {
    try expectRendered(
      TemplateFolder([
        "t.xml": "<document>\n  <include template='a.xml'/>\n</document>",
        "a.xml": "<partial>\n  <include template='b.xml'/>\n</partial>",
        "b.xml": "<partial>\n  <include template='c.xml'/>\n</partial>",
        "c.xml": "<partial>\n  <p>a</p><include template='a.xml'/>\n</partial>",
      ]), "include-cycle")
  }

  @Test func `of the plan shows the entry`() throws {
    try expectRendered(
      TemplateFolder([
        "kit.xml": """
        <kit>
          <folder id="dossier" title="Dossier">
            <document id="a" template="t.xml" file="CON" title="A" purpose="b" audience="c" moment="d" at="root"/>
            <document id="b" template="t.xml" file="x" title="B" purpose="b" audience="c" moment="d"/>
            <document id="c" template="t.xml" file="X" title="C" purpose="b" audience="c" moment="d"/>
          </folder>
        </kit>
        """,
        "t.xml": "<document/>",
      ]), "plan")
  }

  @Test func `of a row shows the row`() throws {
    try expectRendered(
      TemplateFolder([
        "t.xml": """
        <document>
          <table>
            <column/><column/>
            <row for="r in team"><cell>{{ r.letter }}</cell></row>
          </table>
        </document>
        """
      ]), "ragged-row")
  }
}
