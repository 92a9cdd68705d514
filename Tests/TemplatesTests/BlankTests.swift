import Diagnostics
import Documents
import Templates
import TestSupport
import Testing

@Suite struct `Blanks` {
  /// A kit of three documents: the home page, one with blanks, one that tells of them.
  private func kit(_ first: String, _ list: String, home: String = "") throws -> ComposedKit {
    try TemplateFolder([
      "kit.xml": TemplateFolder.plan(
        TemplateFolder.entry("liste", template: "liste.xml")
          + TemplateFolder.entry("fiche", template: "fiche.xml")),
      "t.xml": "<document>\(home)</document>", "liste.xml": "<document>\(list)</document>",
      "fiche.xml": "<document>\(first)</document>",
      "LISEZ-MOI.txt": "{{ kit.blankCount }} à remplir, {{ kit.documents | size }} documents\n",
    ]).composed()
  }

  private let list = """
    <p>{{ kit.blankCount }}</p>
    <p for='d in kit.blanks'>{{ d.title }} ({{ d.folder }}) : {{ d.names | listed }}</p>
    """

  @Test func `are listed once for each document, in reading order`() throws {
    let kit = try kit(
      """
      <section title='{{ basin.schools }}'><p>{{ basin.lycees }} <strong>{{ basin.colleges }}</strong></p></section>
      <list><item>{{ basin.lycees }}</item><item><blank name='a'/></item></list>
      <facts><fact label='b'><a href='https://e.org'><blank name='b'/></a></fact></facts>
      <table><column/><head><cell><blank name='c'/></cell></head><row><cell><blank name='d'/></cell></row></table>
      <callout kind='todo'><blank name='e'/></callout>
      <form><field label='f'><blank name='f'/></field><field label='g'><choice><blank name='g'/></choice></field></form>
      <slip title='h'><checklist><check><blank name='h'/></check></checklist></slip>
      <p><sup><blank name='i'/></sup><em><blank name='a'/></em></p>
      """, "")
    let names = [
      "nombre de lycées", "nombre de collèges", "a", "b", "c", "d", "e", "f", "g", "h", "i",
    ]
    #expect(kit.blanks.map(\.title) == ["Titre fiche"])
    #expect(kit.blanks.map(\.names) == [names])
    #expect(kit.documents.flatMap(\.body.blankNames) == names)
  }

  @Test func `of a letter are read zone by zone`() throws {
    let kit = try kit(
      """
      <letter>
        <copy><blank name='l'/></copy><signature><line><blank name='k'/></line></signature>
        <closing><blank name='j'/></closing><p><blank name='i'/></p><call><blank name='h'/></call>
        <attachments><blank name='g'/></attachments><subject><blank name='f'/></subject>
        <reference><blank name='e'/></reference><place-date><blank name='d'/></place-date>
        <addressee><line><blank name='b'/></line><line><blank name='c'/></line></addressee>
        <sender><line><blank name='a'/></line></sender>
      </letter>
      """, "")
    #expect(kit.blanks.map { $0.names.joined() } == ["abcdefghijkl"])
  }

  @Test func `are told of where they come earlier in the plan`() throws {
    let kit = try kit("<p><blank name='a'/><blank name='b'/></p>", list)
    #expect(kit.documents[1].lines == ["p 2", "p Titre fiche (Dossier)~: a et b"])
  }

  /// The list has a blank of its own, and so has the home page that counts.
  @Test func `of documents that tell of blanks are told of too`() throws {
    let kit = try kit(
      "<p><blank name='a'/></p>", "\(list)<p><blank name='b'/></p>",
      home: "<p>{{ kit.blankCount }} <blank name='c'/></p>")
    #expect(kit.documents[0].lines == ["p 3 [c]"])
    #expect(
      kit.documents[1].lines == [
        "p 3", "p Titre accueil (Dossier)~: c", "p Titre liste (Dossier)~: b",
        "p Titre fiche (Dossier)~: a", "p [b]",
      ])
    #expect(kit.blanks.map(\.names) == [["c"], ["b"], ["a"]])
    #expect(kit.blanks.map(\.count) == [1, 1, 1])
  }

  @Test func `are counted in the text of the root too`() throws {
    let kit = try kit("<p><blank name='a'/></p>", list)
    #expect(kit.readMe == "1 à remplir, 3 documents\n")
  }

  @Test(arguments: [
    "<p>{{ kit.blankCount }}</p>", "<p>{{ kit . blankCount }}</p>",
    "<p if='kit.blankCount > 0'>1</p>", "<p for='b in kit.blanks'>1</p>",
    "<include template='partial.xml'/>", "<p for='k in kit\n.blanks'>1</p>",
  ])
  func `are told of however the template names them`(_ body: String) throws {
    let kit = try TemplateFolder([
      "kit.xml": TemplateFolder.plan(TemplateFolder.entry("fiche", template: "fiche.xml")),
      "t.xml": "<document>\(body)</document>",
      "partial.xml": "<partial><p>{{ kit.blankCount }}</p></partial>",
      "fiche.xml": "<document><p><blank name='a'/></p></document>",
    ]).composed()
    #expect(kit.documents[0].lines == ["p 1"])
  }

  @Test func `there are none`() throws {
    let kit = try kit("<p>a</p>", list)
    #expect(kit.blanks.isEmpty)
    #expect(kit.documents[1].lines == ["p 0"])
  }
}

extension BlankList {
  fileprivate var count: Int { names.count }
}
