import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct `Schemas` {
  private static let plan = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"
             datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><ref name="plan"/></start>
      <define name="plan">
        <element name="plan">
          <attribute name="year"><data type="positiveInteger"/></attribute>
          <element name="title"><text/></element>
          <zeroOrMore><ref name="task"/></zeroOrMore>
          <optional><element name="end"><data type="date"/></element></optional>
        </element>
      </define>
      <define name="task">
        <element name="task">
          <attribute name="id">
            <data type="token"><param name="pattern">[a-z][a-z0-9\\-]*</param></data>
          </attribute>
          <optional><attribute name="roles"><list><oneOrMore><ref name="role"/></oneOrMore></list>
          </attribute></optional>
          <optional><attribute name="day"><data type="date"/></attribute></optional>
          <attribute name="kind"><ref name="kind"/></attribute>
          <interleave>
            <oneOrMore><element name="p"><mixed><zeroOrMore>
              <element name="b"><text/></element>
            </zeroOrMore></mixed></element></oneOrMore>
            <optional><element name="q"><empty/></element></optional>
          </interleave>
        </element>
      </define>
      <define name="role"><choice><value>cpe</value><value>chef</value></choice></define>
      <define name="kind">
        <choice><value>affiche</value><value>courrier</value></choice>
      </define>
    </grammar>
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var places: [String]
    var testDescription: String { source.debugDescription }

    init(_ source: String, _ places: String...) {
      self.source = source
      self.places = places
    }
  }

  @Test(arguments: [
    Case("<plan year='2015'><title>T</title></plan>"),
    Case("<plan year='1'><title/><task id='a' kind='affiche'><p>x<b>y</b></p></task></plan>"),
    Case("<plan year='1'><title/><end>2015-03-16</end></plan>"),
    Case("<①plam② year='2015'/>", "schema.unexpected-element ①②"),
    Case("<plan year='①É②'><title/></plan>", "schema.bad-value ①②"),
    Case("<plan year='①0②'><title/></plan>", "schema.bad-value ①②"),
    Case("<①plan②><title/></plan>", "schema.missing-attribute ①②"),
    Case("<①plan② year='1'/>", "schema.missing-element ①②"),
    Case("<plan ①yaer②='1'><title/></plan>", "schema.unexpected-attribute ①②"),
    Case("<plan year='1' ①é②='1'><title/></plan>", "schema.unexpected-attribute ①②"),
    Case("<plan year='1'><title/><①taks②/></plan>", "schema.unexpected-element ①②"),
    Case("<plan year='1'><①titel②/></plan>", "schema.unexpected-element ①②"),
    Case("<plan year='1'><title/>\n ①du texte②\n</plan>", "schema.unexpected-text ①②"),
    Case(
      "<plan year='1'><title/>\n<①task② id='a'><p/></task></plan>", "schema.missing-attribute ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='①courier②'><p/></task></plan>",
      "schema.bad-value ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche' day='①2015-3-16②'><p/></task></plan>",
      "schema.bad-value ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche' day='①2015-02-29②'><p/></task></plan>",
      "schema.bad-value ①②"),
    Case(
      "<plan year='1'><title/><task id='①A&amp;B②' kind='affiche'><p/></task></plan>",
      "schema.bad-value ①②"),
    Case("<plan year='1'><title/><end> ①demain②\n</end></plan>", "schema.bad-value ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche' roles='cpe chef'><p/></task></plan>"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche' roles='cpe\n①&#233;②\tchef ③cep④'>"
        + "<p/></task></plan>",
      "schema.bad-value ①②", "schema.bad-value ③④"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche' roles=①''②><p/></task></plan>",
      "schema.bad-value ①②"),
    Case("<plan year='1'><title/>①<end/>②</plan>", "schema.bad-value ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche'><p/><q>①x②</q></task></plan>",
      "schema.unexpected-text ①②"),
    Case(
      "<plan year='1'><title/><⑤task⑥ id='①É②' kind='affiche'/><end>③x④</end></plan>",
      "schema.bad-value ①②", "schema.missing-element ⑤⑥", "schema.bad-value ③④"),
    // Order and number are known to libxml2 alone.
    Case(
      "<plan year='1'><title/><end>2015-03-16</end>"
        + "<①task② id='a' kind='affiche'><p/></task></plan>",
      "schema.misplaced-element ①②"),
    Case("<plan year='1'><title/><①title②/></plan>", "schema.misplaced-element ①②"),
    Case(
      "<plan year='1'><title/><task id='a' kind='affiche'><p/><q/><①q②/></task></plan>",
      "schema.misplaced-element ①②"),
  ])
  func `tell what they do not allow, and where`(_ row: Case) throws {
    let schema = try RelaxNGSchema(MarkedText(Self.plan).file("plan.rng"))
    let marked = MarkedText(row.source)
    #expect(marked.places(of: diagnostics(marked.file(), against: schema)) == row.places)
  }

  struct Wording: Sendable {
    var source: String
    var english: String
    var french: String
    var help: [String]
  }

  @Test(arguments: [
    Wording(
      source: "<plan year='x'><title/></plan>",
      english: "`x` is not a whole number from 1 up",
      french: "`x` n’est pas un nombre entier à partir de 1", help: []),
    Wording(
      source: "<plan year='1'><title/><end>16/03/2015</end></plan>",
      english: "`16/03/2015` is not a day (year, month, day, as in `2015-03-16`)",
      french: "`16/03/2015` n’est pas un jour (année, mois, jour, comme `2015-03-16`)", help: []),
    Wording(
      source: "<plan year='1'><title/><task id='a' kind='courier'><p/></task></plan>",
      english: "`courier` is not one of `affiche`, `courrier`",
      french: "`courier` n’est pas une de ces valeurs\u{A0}: `affiche`, `courrier`",
      help: ["did you mean `courrier`?"]),
    Wording(
      source: "<plan year='1'><title/><taks/></plan>",
      english: "`taks` does not belong in `plan`",
      french: "`taks` n’a pas sa place dans `plan`", help: ["did you mean `task`?"]),
    Wording(
      source: "<plan year='1'><title/><task kind='affiche'><p/></task></plan>",
      english: "`task` needs the attribute `id`",
      french: "il faut à `task` l’attribut `id`", help: ["add `id=\"…\"`"]),
  ])
  func `say it in both languages`(_ row: Wording) throws {
    let schema = try RelaxNGSchema(MarkedText(Self.plan).file("plan.rng"))
    let problem = try #require(diagnostics(MarkedText(row.source).file(), against: schema).first)
    #expect(problem.message.english == row.english)
    #expect(problem.message.french == row.french)
    #expect(problem.help.map(\.english) == row.help)
  }

  @Test(arguments: [
    Case("①<grammar>②</grammar>", "schema.malformed ①②"),
    Case(
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start>\n①<ref name='a'/>②\n"
        + "</start></grammar>",
      "schema.malformed ①②"),
    Case(
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>①<include href='http://x/'/>②"
        + "</grammar>",
      "schema.not-self-contained ①②"),
    Case("①<grammar>②③</start>④", "xml.mismatched-tag ③④ (①②)"),
  ])
  func `are told of when they are wrong themselves`(_ row: Case) {
    let marked = MarkedText(row.source)
    do throws(Stopped) {
      _ = try RelaxNGSchema(marked.file("plan.rng"))
      Issue.record("the schema was accepted")
    } catch {
      #expect(marked.places(of: error.diagnostics) == row.places)
    }
  }

  @Test func `with namespaces are applied too`() throws {
    let source = """
      <element name="a" ns="urn:a" xmlns="http://relaxng.org/ns/structure/1.0">
        <attribute name="b"/></element>
      """
    let schema = try RelaxNGSchema(MarkedText(source).file("a.rng"))
    #expect(diagnostics(MarkedText("<x:a xmlns:x='urn:a' b=''/>").file(), against: schema) == [])
    let marked = MarkedText("<①x:a② xmlns:x='urn:a'/>")
    let problems = diagnostics(marked.file(), against: schema)
    #expect(marked.places(of: problems) == ["schema.attributes ①②"])
  }

  @Test func `do not confuse files that are read at the same time`() async throws {
    await withTaskGroup(of: Int.self) { group in
      for count in 0..<8 {
        group.addTask {
          let schema = try? RelaxNGSchema(MarkedText(Self.plan).file("plan.rng"))
          guard let schema else { return -1 }
          let tasks = String(repeating: "<taks/>", count: count)
          let file = MarkedText("<plan year='1'><title/>\(tasks)</plan>").file()
          return diagnostics(file, against: schema).count - count
        }
      }
      for await difference in group { #expect(difference == 0) }
    }
  }
}
