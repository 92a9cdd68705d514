import Foundation
import TestSupport
import Testing

@Suite struct `A new workspace` {
  private static let rennes =
    "--academy Rennes --zone B --department 22 35 --basin 35=Redon 22=Lannion --week 2027-03-15"

  @Test func `is built at once, and nothing is wrong with it`() throws {
    let folder = try TemporaryFolder()
    let new = try Trousse.run("new rennes \(Self.rennes) --lang fr", in: folder.path)
    #expect(new.code == 0 && new.errors == "")
    #expect(new.output.hasPrefix("rennes : la base de Rennes, 2 bassins, édition 2027\n"))
    let check = try Trousse.run("check --data rennes --strict", in: folder.path)
    #expect(check.code == 0 && check.errors == "")
    let build = try Trousse.run("build --data rennes --out kits --basin redon", in: folder.path)
    #expect(build.code == 0)
    #expect(folder.text(at: "kits/kit-redon-2027/OUVRIR-LA-CLE.html") != nil)
  }

  @Test func `warns where holidays are unknown, and a build then stops at the file`() throws {
    let folder = try TemporaryFolder()
    let words = Self.rennes.replacing("2027-03-15", with: "2031-03-17")
    let new = try Trousse.run("new far \(words) --diagnostics short", in: folder.path)
    #expect(new.code == 0)
    #expect(new.errors.contains("far/Calendars/school-holidays.xml"))
    #expect(new.errors.contains("warning"))
    let build = try Trousse.run("build --data far --diagnostics short", in: folder.path)
    #expect(build.code == 1)
    #expect(build.errors.contains("far/Calendars/school-holidays.xml"))
    #expect(build.errors.contains("[plan.calendar-too-short]"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var command: String
    var code: Int32
    var id: String
    var says = ""
    var testDescription: String { command }
  }

  @Test(arguments: [
    Bad(command: "new", code: 2, id: "usage.missing-word"),
    Bad(
      command: "new there --academy Rennes --week 2027-03-15", code: 2, id: "usage.missing-option",
      says: "`--zone`, `--department`, `--basin`"),
    Bad(command: "new full \(rennes)", code: 1, id: "usage.folder-not-empty"),
    Bad(command: "new file \(rennes)", code: 1, id: "usage.folder-not-empty"),
    Bad(command: "new there \(rennes) --edition 2026", code: 1, id: "usage.other-year"),
    Bad(command: "new there \(rennes) --basin Brest", code: 1, id: "new.basin-where"),
    Bad(command: "new there \(rennes) --basin 35=Redon", code: 1, id: "new.twice"),
    Bad(command: "new there \(rennes) --basin 35=!", code: 1, id: "new.name"),
    Bad(command: "new there \(rennes) --department 99", code: 1, id: "new.department"),
    Bad(command: "new there \(rennes) --department 35", code: 1, id: "new.twice"),
    Bad(
      command: "new there \(rennes) --week 2027-03-17", code: 1, id: "new.not-a-monday",
      says: "2027-03-15"),
    Bad(command: "new there \(rennes) --week soon", code: 2, id: "usage.not-a-day"),
    Bad(command: "new there \(rennes) --site http://x", code: 1, id: "schema.bad-value"),
    Bad(command: "new edition", code: 2, id: "usage.missing-word"),
    Bad(command: "new edition 3000", code: 2, id: "usage.not-a-number"),
    Bad(command: "new edition 2027", code: 2, id: "usage.missing-option"),
  ])
  func `is refused whole, or made whole`(_ row: Bad) throws {
    let folder = try TemporaryFolder()
    try folder.write("", at: "full/file")
    try folder.write("", at: "file")
    let outcome = try Trousse.run(row.command, in: folder.path)
    #expect(outcome.code == row.code)
    #expect(outcome.errors.contains("[\(row.id)]"), "\(outcome.errors)")
    #expect(row.says.isEmpty || outcome.errors.contains(row.says))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "there")))
  }

  @Test func `asks on a terminal for what was not said`() throws {
    let folder = try TemporaryFolder()
    // `script` (util-linux) gives the program a terminal, and types what it is given.
    let answers = "Rennes\\nB\\n35\\nRedon, Saint-Malo\\n2027-03-15\\n"
    let outcome = try Trousse.shell(
      "printf '\(answers)' | script -qec \"$0 new asked --lang fr\" /dev/null", in: folder.path)
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(outcome.output.contains("Nom de l’académie"))
    #expect(outcome.output.contains("la base de Rennes, 2 bassins, édition 2027"))
    let basins = folder.text(at: "asked/KnowledgeBase/basins.xml") ?? ""
    #expect(basins.contains("<basin id=\"saint-malo\" name=\"Saint-Malo\""))
  }
}

@Suite struct `A new edition` {
  private static func place() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: RepositoryInputs.assets, toPath: folder.path(of: "data"))
    return folder
  }

  @Test func `is two changes in the file of the editions, and nothing else`() throws {
    let folder = try Self.place()
    let file = "data/KnowledgeBase/editions.xml"
    let before = (folder.text(at: file) ?? "").split(separator: "\n")
    let new = try Trousse.run("new edition 2027 --week 2027-03-15 --data data", in: folder.path)
    #expect(new.code == 0 && new.errors == "")
    let after = (folder.text(at: file) ?? "").split(separator: "\n")
    let difference = after.difference(from: before)
    #expect(difference.removals.count == 1)
    let added = difference.insertions.map { change in
      if case .insert(_, let line, _) = change { String(line) } else { "" }
    }
    #expect(
      added == [
        "<editions current=\"2027\">",
        "  <edition id=\"2027\" rank=\"7\" school-year=\"2026-2027\" start=\"2027-03-15\" "
          + "end=\"2027-03-19\"", "    standing=\"proposed\"/>",
      ])
    let check = try Trousse.run("check --data data", in: folder.path)
    #expect(check.code == 0 && check.output.contains("edition 2027"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var words: String
    var id: String
    var testDescription: String { words }
  }

  @Test(arguments: [
    Bad(words: "2015 --week 2015-03-16", id: "new.edition-exists"),
    Bad(words: "2012 --week 2012-03-12", id: "new.not-after-last"),
    Bad(words: "2027 --week 2027-03-15 --rank 3", id: "new.not-after-last"),
    Bad(words: "2026 --week 2027-03-15", id: "new.other-year"),
    Bad(words: "2027 --week 2027-03-16", id: "new.not-a-monday"),
    Bad(words: "2027 --week 2027-02-08", id: "new.week-in-holidays"),
    Bad(words: "2027 --week 2027-05-03", id: "new.week-in-holidays"),
    Bad(words: "2031 --week 2031-03-17", id: "plan.calendar-too-short"),
  ])
  func `that cannot be is refused, and the file stays`(_ row: Bad) throws {
    let folder = try Self.place()
    let before = folder.text(at: "data/KnowledgeBase/editions.xml")
    let outcome = try Trousse.run("new edition \(row.words) --data data", in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("[\(row.id)]"), "\(outcome.errors)")
    #expect(folder.text(at: "data/KnowledgeBase/editions.xml") == before)
  }
}

@Suite struct `Ten rows from a sheet` {
  @Test func `join a new academy's base, and its kits are built`() throws {
    let folder = try TemporaryFolder()
    let new = "new own --academy Rennes --zone B --department 35 29 --basin 35=Redon "
    #expect(try Trousse.run(new + "29=Brest --week 2027-03-15", in: folder.path).code == 0)
    // Windows-1252, as Excel saves it: « É » is one byte.
    let head = "Titre;Bassins;O\u{F9};Public;Enjeu;Forme;Description\r\n"
    let rows = (1...10).map {
      "Caf\u{E9} des parents \($0);Redon;coll\u{E8}ge;parents;parents;rencontre;Une heure.\r\n"
    }
    let bytes = (head + rows.joined()).unicodeScalars.map { UInt8($0.value) }
    try folder.write(bytes, at: "actions.csv")
    let shown = try Trousse.run(
      "import actions.csv --data own --source ouverture --lang fr", in: folder.path)
    #expect(shown.code == 0)
    #expect(shown.errors.contains("sheet.windows-1252") && !shown.errors.contains("edit.absent"))
    #expect(shown.output.contains("10 éléments diffèrent ; rien n’a été écrit"))
    #expect(shown.output.contains("    Travail : « moyen »"))
    let written = try Trousse.run(
      "import actions.csv --data own --source ouverture --apply", in: folder.path)
    #expect(written.code == 0)
    let basins = "Nom;D\u{E9}partement\nFoug\u{E8}res;35\nQuimper;Finist\u{E8}re\n"
    try folder.write(basins, at: "bassins.csv")
    #expect(try Trousse.run("import bassins.csv --data own --apply", in: folder.path).code == 0)
    let build = try Trousse.run("build --data own --out kits --lang fr", in: folder.path)
    #expect(build.code == 0 && build.output.hasPrefix("4 kits"))
    let bank =
      folder.text(at: "kits/kit-redon-2027/02-etablissements/20-banque-d-actions.html") ?? ""
    #expect(bank.contains("Café des parents 10"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var rows: String
    var id: String
    var says: String
  }

  @Test(arguments: [
    Bad(
      testDescription: "columns that a new row needs", rows: "Titre;Enjeu\nCafé;parents\n",
      id: "edit.missing-fields", says: "« Où », « Forme », « Description »"),
    Bad(
      testDescription: "a day as text", rows: "id;Premier jour\n2015;mi-mars\n",
      id: "edit.not-a-day", says: "cellule B2"),
    Bad(
      testDescription: "two rows with one id", rows: "id;Titre\nbracelets;A\nbracelets;B\n",
      id: "edit.id-twice", says: "cellule A3"),
    Bad(
      testDescription: "a column that nobody knows", rows: "id;Météo\nbracelets;beau\n",
      id: "edit.unknown-column", says: "cellule B1"),
    Bad(
      testDescription: "rows with a cell too many", rows: "id;Titre\nbracelets;A;B\n",
      id: "sheet.no-heading", says: "cellule C2"),
  ])
  func `are refused at their cell, in the words of the sheet`(_ row: Bad) throws {
    let folder = try TemporaryFolder()
    let name = row.id == "edit.not-a-day" ? "editions.csv" : "actions.csv"
    try folder.write(row.rows, at: name)
    let outcome = try Trousse.run(
      "import \(name) --data \(RepositoryInputs.assets) --lang fr", in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("[\(row.id)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains(row.says))
  }
}
