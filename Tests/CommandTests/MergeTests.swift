import Foundation
import TestSupport
import Testing

@Suite struct `A mail merge` {
  private static let mistakes = [
    Line(command: "merge a.odt", code: 2, errors: .containing(["needs `--rows`"])),
    Line(
      command: "merge a.odt --rows l.csv", code: 2, errors: .containing(["needs `--out`"])),
    Line(command: "merge --rows l.csv --out o", code: 2, errors: .containing(["needs a template"])),
    Line(
      command: "merge a.odt --rows l.csv --out o --format pdf", code: 2,
      errors: .containing(["`--format` cannot be `pdf`"])),
    Line(
      command: "merge a.odt --rows none.csv --out o", code: 1,
      errors: .containing(["disk.read", "none.csv"])),
    Line(command: "help merge --lang fr", output: .containing(["usage : trousse merge MODÈLE"])),
  ]

  @Test(arguments: mistakes)
  func `is asked for rightly, or nothing is written`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }

  private static let template = "<document><p>{{ commune }}, {{ academy.name }}</p></document>"

  @Test func `writes each document, a zip, and what is left to fill`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.template, at: "lettre.xml")
    try folder.write(#"[{"Commune": "Évry", "x": 1}, {"Commune": null}]"#, at: "l.json")
    try folder.write("mine", at: "out/note.txt")
    let run = try Trousse.run(
      "merge lettre.xml --rows l.json --out out --zip --format odt", in: folder.path)
    #expect(run.code == 0)
    #expect(run.output == "2 documents from 2 rows in out\nleft to fill: Commune (1)\n")
    #expect(run.errors.contains("the template never asks for x (« x »)"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "out"))
    #expect(names.sorted() == ["lettre-1.odt", "lettre-2.odt", "lettre.zip", "note.txt"])
  }

  @Test func `writes nothing when one thing is wrong, and shows where`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.template, at: "lettre.xml")
    try folder.write(#"[{"Commune": "Évry",}]"#, at: "l.json")
    try folder.write("Comune\nÉvry\n", at: "l.csv")
    let json = try Trousse.run("merge lettre.xml --rows l.json --out out", in: folder.path)
    #expect(json.code == 1)
    #expect(json.errors.contains("error[json.trailing-comma]"))
    #expect(json.errors.contains(" --> l.json:1:21\n"))
    let csv = try Trousse.run("merge lettre.xml --rows l.csv --out out", in: folder.path)
    #expect(csv.code == 1)
    #expect(csv.errors.contains("did you mean `comune`?"))
    #expect(csv.errors.contains("the list gives comune (« Comune »)"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "out")))
  }

  @Test func `puts no folder in the place of another one`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.template, at: "lettre.xml")
    try folder.write("Commune\nÉvry\n", at: "l.csv")
    try folder.write("mine", at: "out/photos/a.txt")
    let run = try Trousse.run(
      "merge lettre.xml --rows l.csv --out out --format odt --name photos/{{commune}}",
      in: folder.path)
    #expect(run.code == 3)
    #expect(run.errors.contains("export.name-taken"))
    #expect(folder.text(at: "out/photos/a.txt") == "mine")
  }

  @Test func `shows how the columns are named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Nom du maire;CP\nM. Roy;91000\n", at: "l.csv")
    let run = try Trousse.run("merge --rows l.csv --list-fields", in: folder.path)
    #expect(run.code == 0)
    #expect(
      run.output
        == "  nomDuMaire (texte) : la colonne « Nom du maire » ; exemple : M.\u{A0}Roy\n"
        + "  cp (texte) : la colonne « CP » ; exemple : 91000\n")
  }
}
