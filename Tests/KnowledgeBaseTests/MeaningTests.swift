import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `Ids` {
  /// A second element with the id of another: `<head id='id' rest`, put before `tag`.
  private static func twice(
    _ head: String, _ id: String, _ rest: String, before tag: String
  ) -> Case {
    Case(
      [
        Edit("<\(head) id='\(id)'", "<\(head) id='①\(id)②'"),
        Edit(tag, "<\(head) id='③\(id)④' \(rest)\n\(tag)"),
      ], "kb.duplicate-id ③④ (①②)")
  }

  @Test(arguments: [
    twice("source", "note", "title='N' publisher='p'/>", before: "</sources>"),
    twice(
      "department", "essonne", "code='91' name='E' de='d’E' in='en E' standing='proposed'/>",
      before: "</academy>"),
    twice(
      "principle", "agir", "title='A' standing='proposed'>A</principle>",
      before: "<edition id='2014'"),
    twice(
      "edition", "2014", "rank='4' school-year='2015-2016' standing='proposed'/>",
      before: "</editions>"),
    twice("stake", "parents", "title='P' short='p'/>", before: "<fact"),
    twice(
      "basin", "evry",
      "name='E' de='d’E' department='essonne' status='unconfirmed'"
        + " standing='proposed'/>", before: "</basins>"),
    twice(
      "role", "directeur",
      "level='bassin' title='D' short='d' team='no' standing='proposed'>"
        + "<mission>M</mission></role>", before: "</roles>"),
    twice("phase", "cadrage", "number='2' title='C'/>", before: "<task id='equipe'"),
    twice(
      "task", "equipe",
      "title='E' phase='cadrage' level='bassin' owner='directeur'"
        + " lead='2 weeks' for='all' standing='proposed'><how>H</how><done>D</done></task>",
      before: "</tasks>"),
    twice("theme", "ambition", "title='A'/>", before: "<action id='clip'"),
    twice(
      "action", "clip",
      "title='C' school-types='lp' week='no' stake='ambition' format='f'"
        + " effort='small' lead-weeks='1' standing='reported' sources='note'>"
        + "<description>D</description></action>",
      before: "</actions>"),
    twice(
      "lesson", "les-01",
      "kind='worked' phase='suites' for='bassin' standing='proposed'>L"
        + "</lesson>", before: "</lessons>"),
    twice(
      "partner", "mairie",
      "kind='public' title='M' formula='maire' function='m' standing='proposed'>"
        + "<why>W</why><ask>A</ask></partner>", before: "</partners>"),
    twice(
      "formula", "maire",
      "title='M' call-masculine='M' call-feminine='M' closing-start='V' closing='s'"
        + " standing='proposed'/>", before: "</formulas>"),
    twice("line", "timbres", "side='income' title='T' standing='proposed'/>", before: "</budget>"),
    twice(
      "risk", "silence",
      "title='S' owner='directeur' standing='proposed'><sign>S</sign><prevention>P</prevention>"
        + "<fallback>F</fallback></risk>", before: "</risks>"),
    twice(
      "message", "equipes", "title='M' to='t' moment='each-day' standing='proposed'>T</message>",
      before: "</messages>"),
    twice(
      "term", "cio", "short='C' long='c' standing='proposed'><means>M</means></term>",
      before: "</glossary>"),
    // A theme and a stake are one kind to an action, and a stake may take up a theme.
    Case("<action id='clip'", "<theme id='parents' title='P'/><action id='clip'"),
    // Each one after the first points at the first.
    Case(
      [
        Edit("<phase id='cadrage'", "<phase id='①cadrage②'"),
        Edit(
          "<task id='equipe'",
          "<phase id='③cadrage④' number='2' title='C'/>"
            + "<phase id='⑤cadrage⑥' number='3' title='C'/><task id='equipe'"),
      ], "kb.duplicate-id ③④ (①②)", "kb.duplicate-id ⑤⑥ (①②)"),
    // Editions may share a stake, and kinds may share a name.
    Case(
      "<edition id='2014' rank='2' school-year='2013-2014' standing='proposed'/>",
      "<edition id='2014' rank='2' school-year='2013-2014' standing='proposed'>"
        + "<stake id='parents' title='P' short='p'/></edition>"),
    Case("<partner id='mairie'", "<partner id='evry'"),
  ])
  func `stand once in a kind`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == row.places)
  }

  private static let sixty = String(repeating: "abcdefghi-", count: 6).dropLast() + "j"

  @Test(arguments: [
    "con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt1", "lpt9", "-a", "a-", "a--b",
  ])
  func `that Windows reserves or hyphens spoil are refused by meaning`(_ id: String) throws {
    let folder = try tinyBase([Edit("<partner id='mairie'", "<partner id='①\(id)②'")])
    #expect(folder.places(of: try diagnostics(folder.files)) == ["kb.not-an-id ①②"])
  }

  @Test(arguments: [
    "../x", "a/b", "a\\b", ".", "a.b", "Mairie", "MAIRIE", "mairié", "a b", "a_b",
    String(sixty) + "k",
    "con.txt", "a\u{200B}b", "٣",
  ])
  func `that are no safe name are refused by the schema and by meaning`(_ id: String) throws {
    let folder = try tinyBase([Edit("<partner id='mairie'", "<partner id='①\(id)②'")])
    #expect(folder.places(of: try diagnostics(folder.files)) == ["schema.bad-value ①②"])
    let byMeaning = diagnostics(folder.files, schemas: try laxSchemas())
    #expect(folder.places(of: byMeaning) == ["kb.not-an-id ①②"])
  }

  @Test(arguments: [
    "a", "7", "a-b-c", "2015", "con1", "console", "com", "com10", "lpt", "aux-2", "nul-nul",
    String(sixty),
  ])
  func `may be any other name`(_ id: String) throws {
    let folder = try tinyBase([Edit("<partner id='mairie'", "<partner id='\(id)'")])
    #expect(folder.places(of: try diagnostics(folder.files)) == [])
    #expect(try loadBase(folder.files).value.partners.map(\.id.text) == [id])
  }
}

@Suite struct `Days` {
  @Test(arguments: [
    "2015-02-31", "2015-02-29", "2015-13-01", "2015-00-10", "2015-04-31", "2015-3-16", "16/03/2015",
    "demain",
  ])
  func `that do not exist are refused by the schema and by meaning`(_ day: String) throws {
    for (old, new) in [
      ("start='2015-03-16'", "start='①\(day)②'"), ("kit-day='2014-09-29'", "kit-day='①\(day)②'"),
      ("end='2015-03-02'", "end='①\(day)②'"), ("day='2015-01-01'", "day='①\(day)②'"),
    ] {
      let folder = try tinyBase([Edit(old, new)])
      #expect(folder.places(of: try diagnostics(folder.files)) == ["schema.bad-value ①②"])
      let byMeaning = diagnostics(folder.files, schemas: try laxSchemas())
      #expect(folder.places(of: byMeaning) == ["kb.not-a-day ①②"])
    }
  }

  @Test(arguments: [
    Case("end='2015-03-22'", "end='①2015-03-15②'", "kb.end-before-start ①②"),
    Case(
      "start='2015-03-16' end='2015-03-22'", "start='2016-03-16' end='①2015-03-22②'",
      "kb.end-before-start ①②"),
    Case("end='2015-03-22'", "end='①2015-03-23②'", "kb.week-too-long ①②"),
    Case("end='2015-03-22'", "end='①2051-03-22②'", "kb.week-too-long ①②"),
    Case("end='2015-03-22'", "end='2015-03-16'"),
    Case("start='2015-03-16' end='2015-03-22'", "start='2015-03-16'"),
    Case("start='2015-03-16' end='2015-03-22'", ""),
  ])
  func `of a week are seven at most, the last after the first`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == row.places)
  }
}

@Suite struct `The years of a fund` {
  private static func fund(_ id: String, _ first: String, _ last: String) -> String {
    "<fund id='\(id)' first='\(first)' last='\(last)' emblem='E' standing='proposed'>M</fund>"
  }

  @Test(arguments: [
    Case("</principle>", "</principle>" + fund("a", "2007", "2013") + fund("b", "2014", "2014")),
    Case("</principle>", "</principle>" + fund("a", "①2014②", "2013"), "kb.fund-years ①②"),
    Case(
      "</principle>",
      "</principle>③" + fund("a", "2007", "2014").replacing("'>M", with: "'>④M")
        + fund("b", "①2014②", "2020"), "kb.fund-years ①② (③④)"),
  ])
  func `are a period of their own`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    #expect(folder.places(of: try diagnostics(folder.files)) == row.places)
  }
}

@Suite struct `A schema that says nothing` {
  @Test(arguments: [
    Case(
      "level='bassin' title='Animateur'", "level='①basin②' title='Animateur'",
      "kb.unknown-word ①②"),
    Case("team='no'", "team='①non②'", "kb.unknown-word ①②"),
    Case("first-edition='2'", "first-edition='①II②'", "kb.not-a-number ①②"),
    Case("lead='18 weeks'", "lead='①18,5 weeks②'", "kb.not-a-lead-time ①②"),
    Case(
      "<how>Inviter.</how>",
      "<work days='1' hours='①-2②' helper-hours='0' importance='useful' latest='2 weeks'"
        + " standing='proposed'/><how>Inviter.</how>", "kb.not-hours ①②"),
    Case(
      "<phase id='cadrage' number='1' title='Cadrer'/>", "①<phase id='cadrage' number='1'/>②",
      "kb.missing-attribute ①②"),
    Case(
      "<term id='cio' short='CIO' long='centre d’information' standing='proposed'>",
      "①<term short='CIO' long='centre d’information' standing='proposed'>②",
      "kb.missing-attribute ①②"),
    Case(
      [
        Edit("<term id='cio'", "①<term id='cio'"),
        Edit("standing='proposed'>\n    <means>Un service.</means>", "standing='proposed'>②"),
      ], "kb.missing-element ①②"),
    Case(
      "<duty phase='cadrage' standing='proposed' sources='note'>",
      "①<duty phase='cadrage' standing='computed'>②", "kb.missing-source ①②"),
    Case(
      "<tip standing='proposed' sources='note'>", "①<tip standing='reported'>②",
      "kb.missing-source ①②"),
    // A sentence rests on what its item rests on.
    Case("<fact standing='reported' sources='bilan'>", "<fact standing='reported'>"),
    Case("<fact standing='reported' sources='bilan'>", "<fact>"),
  ])
  func `leaves what is missing or misspelt to be found by meaning`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = diagnostics(folder.files, schemas: try laxSchemas())
    #expect(folder.places(of: problems) == row.places)
  }

  @Test(arguments: ["basins", "roles", "tasks"])
  func `lets no file be without what it is for`(_ name: String) throws {
    let files = try tinyBase().files.map { file in
      guard file.id.path == "base/\(name).xml" else { return file }
      return SourceFile(id: file.id, bytes: Array("<\(name)/>".utf8))
    }
    let problems = diagnostics(files, schemas: try laxSchemas())
    let empty = problems.filter { $0.id == "kb.empty-file" }
    #expect(empty.map(\.span) == [SourceSpan(wholeOf: SourceFile.ID("base/\(name).xml"))])
    #expect(
      empty.map(\.message.english) == ["the file holds no `\(name.dropLast())`"])
  }
}

@Suite struct `A role in a basin` {
  @Test func `is given to one person`() throws {
    let folder = try tinyBase([
      Edit(
        "<person role='animateur' phone='01 02 03 04 05'/>",
        "<person role='①animateur②' phone='01 02 03 04 05'/><person role='③animateur④'/>")
    ])
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == ["kb.role-held-twice ③④ (①②)"])
  }
}

@Suite struct `Tasks and calendars` {
  @Test(arguments: [
    Case("zone='C' programme", "zone='①D②' programme", "kb.unknown-zone ①②"),
    Case("<holiday zone='C'", "<holiday zone='①B②'", "kb.unknown-zone ①②"),
    Case(
      "end='2015-03-02'", "end='①2015-02-02②'", "kb.period-ends-first ①②"),
    Case(
      "</school-holidays>",
      "①<holiday zone='C' name='Autres' start='2015-02-20' end='2015-03-09'"
        + " school-year='2014-2015' check='package'/>②</school-holidays>", "kb.holidays-overlap ①②"),
    // A basin that has begun already has the second task and not the first.
    Case(
      [
        Edit("lead='20 weeks' for='all'", "lead='20 weeks' for='new'"),
        Edit("after='equipe'", "after='①equipe②'"),
      ], "kb.dependency-conditioned-out ①②"),
    Case(
      [
        Edit("lead='20 weeks' for='all'", "lead='20 weeks' for='all' only-if='fse'"),
        Edit("after='equipe'", "after='①equipe②'"),
      ], "kb.dependency-conditioned-out ①②"),
    Case(
      [
        Edit("lead='20 weeks' for='all'", "lead='20 weeks' for='all' only-if='fse'"),
        Edit("lead='18 weeks' for='all'", "lead='18 weeks' for='all' only-if='election fse'"),
      ]),
    Case(
      "<how>Inviter.</how>",
      "<work days='1' hours='2' helper-hours='0' importance='useful' latest='①19 weeks②'"
        + " standing='proposed'/><how>Inviter.</how>", "kb.latest-before-due ①②"),
  ])
  func `are refused where they contradict themselves`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files).map { problem in
      var problem = problem
      problem.notes = []
      return problem
    }
    #expect(folder.places(of: problems) == row.places)
  }

  @Test(arguments: ["-1", "1.25", "1,5", "1000", "", "deux"])
  func `take hours and half hours`(_ hours: String) throws {
    let folder = try tinyBase([
      Edit(
        "<how>Inviter.</how>",
        "<work days='1' hours='\(hours)' helper-hours='0' importance='useful' latest='2 weeks'"
          + " standing='proposed'/><how>Inviter.</how>")
    ])
    #expect(try diagnostics(folder.files).map(\.id.text) == ["schema.bad-value"])
    let byMeaning = diagnostics(folder.files, schemas: try laxSchemas())
    #expect(byMeaning.map(\.id.text) == ["kb.not-hours"])
  }
}
