import Diagnostics
import Editing
import KnowledgeBase
import Sheets
import TestSupport
import Testing

@Suite struct `Sheets of the knowledge base` {
  @Test func `that come back unchanged are no difference`() throws {
    let base = try Base()
    for (kind, sheet) in try drafts(of: base.files) {
      let revision = try base.revision(of: [try base.sheet(sheet)], absent: .removed)
      #expect(revision.value.changes.isEmpty, "\(kind.fileName)")
      #expect(revision.value.files.isEmpty)
      #expect(revision.diagnostics.isEmpty)
    }
  }

  @Test func `may lack columns and rows, and have them in any order`() throws {
    let base = try Base()
    let text = "Titre;Identifiant\nArbre de la persévérance;arbre-de-la-perseverance\n"
    let revision = try base.revision(of: [read(text, "actions.csv")])
    #expect(revision.value.changes.isEmpty)
    #expect(revision.diagnostics.map(\.id) == ["edit.absent"])
  }

  @Test func `take typographic apostrophes and spaces for the plain ones`() throws {
    let base = try Base()
    let text = "id;de\nevry;d\u{2019}Évry\n"
    #expect(try base.revision(of: [read(text, "bassins.csv")]).value.changes.isEmpty)
  }
}

@Suite struct `A lead time` {
  struct Case: Sendable, CustomTestStringConvertible {
    var shown: String
    var written: String
    var testDescription: String { shown }
  }

  @Test(arguments: [
    Case(shown: "7 semaines", written: "7 weeks"),
    Case(shown: "1 Semaine", written: "1 week"),
    Case(shown: "-1 semaine", written: "-1 week"),
    Case(shown: "0 semaine", written: "0 weeks"),
    Case(shown: "6 semaines de classe", written: "6 school-weeks"),
    Case(shown: "3 jours de classe", written: "3 school-days"),
    Case(shown: "5 school-days", written: "5 school-days"),
  ])
  func `is read as people write it`(_ row: Case) throws {
    let base = try Base()
    let known = base.text(of: "tasks.xml")
    let id = try #require(known.firstMatch(of: /<task id="([^"]+)"/)).1
    let own = try read("id;Échéance\n\(id);\(row.shown)\n", "taches.csv")
    do throws(Stopped) {
      let files = try base.revision(of: [own]).value.files
      let text = files.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? known
      #expect(text.contains("lead=\"\(row.written)\""))
    } catch {
      // The plan may forbid it: what was read is what the message speaks of.
      #expect(error.diagnostics.allSatisfy { !$0.id.text.hasPrefix("schema.") })
    }
  }
}

@Suite struct `A cell` {
  @Test(arguments: ["19/02/2013", "19/2/2013", " 2013-02-19 "])
  func `with a day as text is a day`(_ text: String) throws {
    let base = try Base()
    let own = try read("id;Premier jour\n2013;\(text)\n", "editions.csv")
    let words = try base.revision(of: [own]).value.changes.flatMap(\.lines).map(\.french)
    #expect(
      words == ["~ édition 2013", "    Premier jour : « 2013-02-18 » devient « 2013-02-19 »"])
  }

  @Test(arguments: ["Madame", "madame", "Mme", "mme"])
  func `with a civility may have it short`(_ text: String) throws {
    let base = try Base()
    let own = try read("Bassin;Rôle;Civilité\nevry;animateur;\(text)\n", "bassins-equipes.csv")
    let file = try #require(try base.revision(of: [own]).value.files.first)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        .contains("<person role=\"animateur\" civility=\"Madame\"/>"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x"])
  func `that looks like a formula is text, on the way out and back`(_ text: String) throws {
    let base = try Base()
    let own = try read("Bassin;Rôle;Nom\nevry;animateur;\(text)\n", "bassins-equipes.csv")
    let file = try #require(try base.revision(of: [own]).value.files.first)
    let edited = base.with(file)
    let team = try #require(
      try drafts(of: edited.files).first { $0.kind.fileName == "bassins-equipes" })
    #expect(team.sheet.rows.first?.contains(.text(text)) == true)
    #expect(try edited.revision(of: [try edited.sheet(team.sheet)]).value.changes.isEmpty)
  }

  @Test func `may name what another sheet of the same import brings`() throws {
    let base = try Base()
    let team = try read("Bassin;Rôle;Nom\nTrappes;animateur;A B\n", "bassins-equipes.csv")
    let basins = try read("Nom;Département\nTrappes;Yvelines\n", "bassins.csv")
    let file = try #require(try base.revision(of: [team, basins]).value.files.first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("<basin id=\"trappes\" name=\"Trappes\""))
    #expect(text.contains("    <person role=\"animateur\" name=\"A B\"/>\n  </basin>\n</basins>"))
  }
}

@Suite struct `A revision` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var file: String
    var sheet: String
    var name: String?
    /// Lines that go from the file and lines that come into it, as `diff` shows them.
    var difference: [String]
    var words: [String]
  }

  @Test(arguments: [
    Case(
      testDescription: "changes an attribute where it stands", file: "basins.xml",
      sheet: "id;Nom\nevry;Évry & \"Sud\"\n",
      difference: [
        "-  <basin id=\"evry\" name=\"Évry\" de=\"d'Évry\"",
        "+  <basin id=\"evry\" name=\"Évry &amp; &quot;Sud&quot;\" de=\"d'Évry\"",
      ],
      words: ["~ bassin evry", "    Nom : « Évry » devient « Évry & \"Sud\" »"]),
    Case(
      testDescription: "opens an element for its children", file: "basins.xml",
      sheet: "id;Collèges;Lycées;Action connue\nevry;12;3;une marche\n",
      difference: [
        "-    standing=\"reported\" sources=\"editorial-recteur presentation-2014\"/>",
        "+    standing=\"reported\" sources=\"editorial-recteur presentation-2014\">",
        "+    <school-counts colleges=\"12\" lycees=\"3\"/>",
        "+    <known-action>une marche</known-action>",
        "+  </basin>",
      ],
      words: [
        "~ bassin evry", "    Collèges : « 12 »", "    Lycées : « 3 »",
        "    Action connue : « une marche »",
      ]),
    Case(
      testDescription: "takes a child out with what is said of it", file: "basins.xml",
      sheet: "id;Action connue;Édition de cette action\nmassy;;2014\n",
      difference: ["-    <known-action edition=\"2014\">séance de taï-chi</known-action>"],
      words: [
        "~ bassin massy", "    Action connue : « séance de taï-chi » est retiré",
        "    Édition de cette action : « 2014 » est retiré",
      ]),
    Case(
      testDescription: "adds and takes out attributes", file: "basins.xml",
      sheet: "id;Première édition;Enjeux choisis\nsarcelles;;\"parents ; pedagogie\"\n",
      difference: [
        "-    department=\"val-d-oise\" status=\"attested\" first-edition=\"3\"",
        "+    department=\"val-d-oise\" status=\"attested\" stakes=\"parents pedagogie\"",
      ],
      words: [
        "~ bassin sarcelles", "    Première édition : « 3 » est retiré",
        "    Enjeux choisis : « parents ; pedagogie »",
      ]),
    Case(
      testDescription: "adds an item behind the last", file: "sources.xml",
      sheet: "Titre;Éditeur\nUne page <neuve>;le bassin\n",
      difference: [
        "+  <source id=\"une-page-neuve\" title=\"Une page &lt;neuve>\" publisher=\"le bassin\"/>"
      ],
      words: [
        "+ source une-page-neuve, à ajouter", "    Titre : « Une page <neuve> »",
        "    Éditeur : « le bassin »",
      ]),
    Case(
      testDescription: "opens an item for those that belong to it", file: "basins.xml",
      sheet: "Bassin;Rôle;Nom\nÉvry;animateur;Claire Martin\nevry;directeur-cio;Paul Durand\n",
      name: "bassins-equipes.csv",
      difference: [
        "-    standing=\"reported\" sources=\"editorial-recteur presentation-2014\"/>",
        "+    standing=\"reported\" sources=\"editorial-recteur presentation-2014\">",
        "+    <person role=\"animateur\" name=\"Claire Martin\"/>",
        "+    <person role=\"directeur-cio\" name=\"Paul Durand\"/>",
        "+  </basin>",
      ],
      words: [
        "+ personne evry/animateur, à ajouter", "    Bassin : « evry »",
        "    Rôle : « animateur »", "    Nom : « Claire Martin »",
        "+ personne evry/directeur-cio, à ajouter", "    Bassin : « evry »",
        "    Rôle : « directeur-cio »", "    Nom : « Paul Durand »",
      ]),
    Case(
      testDescription: "adds to an item behind those that belong to it already",
      file: "glossary.xml",
      sheet: "Repère;Mot;Année;Ce qui a changé\n;apb;2030;Autre chose.\n"
        + "apb/2018;;2018;Parcoursup vient.\n",
      name: "glossaire-suites.csv",
      difference: [
        "-    <later year=\"2018\" short=\"Parcoursup\">Parcoursup remplace APB.</later>",
        "+    <later year=\"2018\" short=\"Parcoursup\">Parcoursup vient.</later>",
        "+    <later year=\"2030\">Autre chose.</later>",
      ],
      words: [
        "+ suite apb/2030, à ajouter", "    Mot : « apb »", "    Année : « 2030 »",
        "    Ce qui a changé : « Autre chose. »", "~ suite apb/2018",
        "    Ce qui a changé : « Parcoursup remplace APB. » devient « Parcoursup vient. »",
      ]),
    Case(
      testDescription: "gives a new child what the schema wants of it", file: "roles.xml",
      sheet: "id;Heures par semaine\ncorps-inspection;2\n", name: "roles.csv",
      difference: [
        "+    <allowance standing=\"proposed\" hours-a-week=\"2\"/>"
      ],
      words: ["~ rôle corps-inspection", "    Heures par semaine : « 2 »"]),
  ])
  func `changes in the file only what changes`(_ row: Case) throws {
    let base = try Base()
    let name = row.name ?? (row.file == "basins.xml" ? "bassins.csv" : "sources.csv")
    let revision = try base.revision(of: [read(row.sheet, name)]).value
    #expect(revision.changes.flatMap(\.lines).map(\.french) == row.words)
    let file = try #require(revision.files.first)
    #expect(revision.files.count == 1 && file.id.path.hasSuffix(row.file))
    let before = base.text(of: row.file).split(separator: "\n", omittingEmptySubsequences: false)
    let after = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let difference = after.difference(from: before)
    let lines = difference.map { change in
      switch change {
      case .remove(_, let line, _): "-\(line)"
      case .insert(_, let line, _): "+\(line)"
      }
    }
    #expect(lines == row.difference)
    let again = try base.with(file).revision(of: [read(row.sheet, name)]).value
    #expect(again.changes.isEmpty, "read again, it is no difference any more")
  }

  @Test func `takes items out only when that is asked`() throws {
    let base = try Base()
    let drafts = try drafts(of: base.files)
    let glossary = try #require(drafts.first { $0.kind.part == .glossary }).sheet
    let short = SheetDraft(
      name: glossary.name, columns: glossary.columns, rows: Array(glossary.rows.dropFirst()))
    let kept = try base.revision(of: [base.sheet(short)])
    #expect(kept.value.changes.isEmpty)
    #expect(kept.diagnostics.map(\.id) == ["edit.absent"])
    let removed = try base.revision(of: [base.sheet(short)], absent: .removed).value
    #expect(removed.changes.flatMap(\.lines).map(\.french) == ["- mot aed, à retirer"])
    let text = String(decoding: try #require(removed.files.first).bytes, as: UTF8.self)
    #expect(!text.contains("id=\"aed\""))
    #expect(text.contains("<glossary>\n  <term id=\"affelnet\""))
  }

  @Test(arguments: Seed.first(20))
  func `of any cells gives a base that says the same as the sheet`(_ seed: Seed) throws {
    var random = seed.generator
    let base = try Base()
    let all = try drafts(of: base.files)
    let sheet = try #require(
      all.filter { [.actions, .partners, .roles, .lessons].contains($0.kind.part) }
        .randomElement(using: &random)
    ).sheet
    var rows = sheet.rows
    let long = sheet.columns.indices.filter { sheet.columns[$0].widthMillimetres >= 60 }
    for _ in 0..<5 {
      let (row, column) = (
        Int.random(in: rows.indices, using: &random),
        try #require(long.randomElement(using: &random))
      )
      rows[row][column] = .text("a<b> & « \(Int.random(in: 0..<99, using: &random)) »")
    }
    let edited = try base.sheet(SheetDraft(name: sheet.name, columns: sheet.columns, rows: rows))
    let revision = try base.revision(of: [edited]).value
    let file = try #require(revision.files.first)
    #expect(try base.with(file).revision(of: [edited]).value.changes.isEmpty)
    let original = try base.sheet(sheet)
    let back = try base.with(file).revision(of: [original], absent: .removed).value
    #expect(
      String(decoding: try #require(back.files.first).bytes, as: UTF8.self)
        == base.text(of: String(file.id.path.split(separator: "/").last ?? "")))
  }
}

@Suite struct `A sheet that cannot be read into the base` {
  struct Case: Sendable, CustomTestStringConvertible {
    var file = "bassins.csv"
    var text: String
    var places: [String]
    var testDescription: String { places.joined(separator: ", ") }
  }

  @Test(arguments: [
    Case(text: "id;①Nmo②\nevry;x\n", places: ["edit.unknown-column ①②"]),
    Case(text: "id;Collèges\nevry;①douze②\n", places: ["edit.not-a-number ①②"]),
    Case(text: "id;Nom confirmé\nevry;①peut-être②\n", places: ["edit.unknown-word ①②"]),
    Case(text: "id;Nom\nevry;Évry\n①evry②;Évry\n", places: ["edit.id-twice ①②"]),
    Case(text: "id;Nom;Collèges\n①;②;3\n", places: ["edit.no-id ①②"]),
    Case(
      file: "editions.csv", text: "id;Premier jour\n2014;①mi-mars②\n",
      places: ["edit.not-a-day ①②"]),
    Case(text: "id;Département\nevry;①nulle-part②\n", places: ["kb.unknown-reference ①②"]),
    Case(
      file: "editions.csv", text: "id;Dernier jour\n2013;①16/02/2013②\n",
      places: ["kb.end-before-start ①②"]),
    Case(
      file: "bassins-equipes.csv", text: "Repère;Nom\n①evry/nul②;x\n",
      places: ["edit.unknown-row ①②"]),
    Case(
      file: "bassins-equipes.csv", text: "Bassin;Rôle\n①nulle②;animateur\n",
      places: ["edit.unknown-owner ①②"]),
    Case(
      file: "bassins-equipes.csv", text: "Bassin;Rôle\nevry;①nul②\n",
      places: ["kb.unknown-reference ①②"]),
    Case(
      file: "glossaire-suites.csv", text: "Repère;Mot\napb/2018;①aed②\n",
      places: ["edit.other-owner ①②"]),
    Case(
      file: "roles-conseils.csv", text: "Conseil\n①Dormir.②\n",
      places: ["edit.missing-fields ①②"]),
    Case(file: "autre.csv", text: "①Ville②;Code\nx;1\n", places: ["edit.unknown-sheet ①②"]),
  ])
  func `is refused at the cell`(_ row: Case) throws {
    let marked = MarkedText(row.text)
    let base = try Base()
    do throws(Stopped) {
      _ = try base.revision(of: [readCSV(marked.file(row.file))])
      Issue.record("it was read")
    } catch {
      let told = error.diagnostics.filter { $0.severity == .error }
      #expect(marked.places(of: told) == row.places)
      #expect(
        told.allSatisfy {
          $0.id == "edit.unknown-sheet" || $0.message.french.hasPrefix("cellule ")
        })
    }
  }
}

/// The real base in memory.
struct Base {
  var files: [SourceFile]
  let schemas: [SourceFile]

  init() throws {
    files = try assets("KnowledgeBase") + assets("Calendars")
    schemas = try assets("Schemas")
  }

  func text(of name: String) -> String {
    let file = files.first { $0.id.path.hasSuffix("/\(name)") }
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  func with(_ file: SourceFile) -> Base {
    var other = self
    other.files = files.map { $0.id == file.id ? file : $0 }
    return other
  }

  func revision(
    of sheets: [Sheet], absent: AbsentItems = .kept
  ) throws(Stopped) -> Reported<Revision> {
    try readRevision(
      sheets, of: files, schemas: schemas, folder: "KnowledgeBase", absent: absent)
  }

  /// A draft as it comes back from Excel.
  func sheet(_ draft: SheetDraft) throws -> Sheet {
    let file = SourceFile(id: SourceFile.ID("\(draft.name).csv"), bytes: csvBytes(of: draft))
    return try readCSV(decodeText(file).value)
  }
}

private func read(_ text: String, _ name: String) throws -> Sheet {
  try readCSV(SourceFile(id: SourceFile.ID(name), bytes: Array(text.utf8)))
}
