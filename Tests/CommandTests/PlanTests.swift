import Foundation
import TestSupport
import Testing

@Suite struct `One plan` {
  private static let mistakes = [
    Line(command: "plan", code: 2, errors: .containing(["usage.one-basin", "`--basin evry`"])),
    Line(command: "plan --basin evry massy --lang fr", code: 2, errors: .containing(["un seul"])),
    Line(
      command: "plan --basin evry --start 2015-02-31", code: 2,
      errors: .containing(["`--start` wants a day"])),
    Line(
      command: "plan --basin evry --start 2015-03-16", code: 1,
      errors: .containing(["plan.start-too-late"])),
    Line(
      command: "plan --basin evry --format pdf", code: 2,
      errors: .containing(["`--format` cannot be `pdf`"])),
    Line(
      command: "plan --basin evry --edition 2017", code: 1,
      errors: .containing(["plan.edition-without-week"])),
    Line(command: "help plan", output: .containing(["usage: trousse plan --basin ID"])),
    Line(command: "help plan --lang fr", output: .containing(["usage : trousse plan --basin"])),
  ]

  @Test(arguments: mistakes)
  func `is asked for rightly`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }

  @Test(arguments: [
    ("table", ["lundi 9 mars 2015", "S − 13", "longest chain", "to watch"]),
    ("csv", ["\u{FEFF}identifiant;tâche;phase;niveau", "2015-03-20"]),
    (
      "ics",
      ["BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20150316\r\nDTEND;VALUE=DATE:20150323\r\n"]
    ),
    ("svg", ["<svg xmlns=\"http://www.w3.org/2000/svg\"", "<title id=\"graphique_1_titre\">Plan"]),
  ])
  func `comes as a table, a sheet, a calendar and a picture`(
    _ form: String, _ parts: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let run = try Trousse.run("plan --basin evry --format \(form)", in: folder.path)
    #expect(run.code == 0 && run.errors == "")
    let text = run.output.replacing("\u{A0}", with: " ")
    for part in parts { #expect(text.contains(part), "\(part)") }
  }

  /// The calendar of the kit is the one that the command prints.
  @Test func `is the one of the kit`() throws {
    let folder = try TemporaryFolder()
    let start = "--start 2015-02-02"
    let printed = try Trousse.run("plan --basin evry \(start) --format ics", in: folder.path)
    let built = try Trousse.run("build --basin evry \(start) --out kits", in: folder.path)
    #expect(printed.code == 0 && built.code == 0)
    let plan = "\(folder.path)/kits/kit-evry-2015/01-pilotage"
    #expect(try String(contentsOfFile: "\(plan)/calendrier.ics", encoding: .utf8) == printed.output)
    let text = try String(
      contentsOfFile: "\(plan)/08-conflits-et-vigilance.html", encoding: .utf8)
    #expect(text.contains("ne peut plus se faire à temps"))
  }
}
