import Assembly
import Diagnostics
import Export
import TestSupport
import Testing

@Suite struct `A careful reader` {
  @Test(arguments: Samples.basins)
  func `finds nothing in the kits of the repository`(_ id: String) throws {
    let workshop = try Samples.workshop.get()
    let faults = workshop.faults(of: try Samples.sample(id).finished, for: try Samples.basin(id))
    #expect((workshop.planFaults + faults).map(short) == [])
  }

  private func short(_ fault: Diagnostic) -> String {
    "\(fault.id.text) \(fault.span?.file.path ?? "") \(fault.message.french)"
      + " \(fault.excerpt?.text ?? "")"
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var what: String
    var old: String
    var new: String
    /// What is told beside what the untouched kit already has.
    var faults: [String]
    var testDescription: String { what }
  }

  /// A sheet for each member of the team, so that the rest can be looked at alone.
  private static let sheet =
    "<document id='fiche' number='3' template='lettre.xml' file='{{ role.id }}' for='role in team' "
    + "title='F' purpose='p' audience='a' moment='m'/>"

  static let rows = [
    Row(what: "nothing", old: "<kit>", new: "<kit>", faults: []),
    Row(
      what: "no sheet", old: sheet, new: "", faults: ["build.role-without-sheet base/roles.xml"]),
    Row(
      what: "no sheet here", old: "<document id='fiche'",
      new: "<document if='basin.isExperienced' id='fiche'",
      faults: ["build.role-without-sheet base/roles.xml"]),
    Row(
      what: "no document for a task", old: "for='all'", new: "for='all' documents='lettre neuve'",
      faults: ["build.document-not-in-kit base/tasks.xml"]),
    Row(
      what: "an unexplained acronym in a letter", old: "<document><p>À",
      new: "<document kind='letter'><p>Au CIO, à",
      faults: ["proof.unexplained-acronym templates/lettre.xml"]),
    Row(what: "an acronym in a sheet", old: "<p>À", new: "<p>Au CIO, à", faults: []),
    Row(
      what: "an unknown acronym", old: "<p>À", new: "<p>À l’OZP, à",
      faults: ["proof.unknown-acronym templates/lettre.xml"]),
    Row(
      what: "a wrong weekday", old: "<p>À", new: "<p>Mardi 16 mars 2015, à",
      faults: ["proof.wrong-weekday templates/lettre.xml"]),
    Row(
      what: "a day of another year", old: "<p>À", new: "<p>Le 16 mars 2025, à",
      faults: ["proof.out-of-season templates/lettre.xml"]),
    Row(
      what: "a day against the plan", old: "<p>À",
      new: "<p>La réunion d’équipe, le 16 mars 2015, à",
      faults: ["proof.contradictory-day templates/lettre.xml"]),
    Row(
      what: "a gap in the catalogue", old: "<kit>", new: "<kit catalogue='5'>",
      faults: ["build.missing-number templates/kit.xml"]),
    Row(
      what: "a template of nothing", old: "-- templates/LISEZ-MOI.txt --",
      new: "-- templates/reste.xml --\n<document/>\n-- templates/LISEZ-MOI.txt --",
      faults: ["build.unused-template templates/reste.xml"]),
    Row(
      what: "a template that another includes", old: "-- templates/LISEZ-MOI.txt --",
      new: "-- templates/partials/p.xml --\n<partial/>\n-- templates/LISEZ-MOI.txt --",
      faults: ["build.unused-template templates/partials/p.xml"]),
  ]

  @Test(arguments: rows)
  func `tells what is wrong in a kit`(_ row: Row) throws {
    let more =
      "<document id='neuve' number='4' template='lettre.xml' file='neuve' if='basin.isExperienced' "
      + "title='N' purpose='p' audience='a' moment='m'/>"
    let input = (tinyBase + tinyTemplates)
      .replacing("</folder>", with: Self.sheet + more + "</folder>")
      .replacing("<kit>", with: "<kit><event task='equipe' called='réunion d’équipe'/>")
    try #require(input.contains(row.old) || row.old == "<kit>")
    let changed = input.replacing(
      row.old == "<kit>" ? "<kit><event" : row.old,
      with: row.old == "<kit>" ? row.new + "<event" : row.new)
    let workshop = try Workshop.prepare(tinyInputs(changed), request).value
    let basin = try #require(try workshop.basins(["evry"]).first)
    let faults = workshop.faults(of: try workshop.kit(for: basin, packing: .folder), for: basin)
    let told = (workshop.planFaults + faults).map { "\($0.id.text) \($0.span?.file.path ?? "")" }
    #expect(Set(told) == Set(row.faults))
    #expect((workshop.planFaults + faults).allSatisfy { !$0.help.isEmpty })
  }

  @Test func `is refused names that the base does not have`() throws {
    for (old, new, id) in [
      ("<kit>", "<kit><event task='rien' called='le rien de tout'/>", "build.unknown-event-task"),
      ("number='2'", "number='2' owner='personne'", "build.unknown-owner"),
    ] {
      let input = (tinyBase + tinyTemplates).replacing(old, with: new)
      let stopped = #expect(throws: Stopped.self) {
        _ = try Workshop.prepare(tinyInputs(input), request)
      }
      #expect(stopped?.diagnostics.map(\.id.text) == [id])
    }
  }

  private var request: BuildRequest { BuildRequest(edition: nil, day: nil, version: "1") }
}
