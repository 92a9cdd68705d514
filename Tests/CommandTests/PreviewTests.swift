import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `One template at once` {
  private static let mistakes = [
    Line(command: "preview", code: 2, errors: .containing(["`trousse preview` needs a template"])),
    Line(command: "preview a --lang fr", code: 2, errors: .containing(["il faut un bassin"])),
    Line(
      command: "preview a b --basin evry", code: 2,
      errors: .containing(["`b` belongs to no option"])),
    Line(
      command: "preview lettre-mare --basin evry", code: 1,
      errors: .containing(["build.unknown-template", "did you mean `lettre-maire`?"])),
    Line(
      command: "preview ce-qui-change --basin antony", code: 1,
      errors: .containing(["build.not-in-kit", "try another basin"])),
    Line(command: "fields --basin evri", code: 1, errors: .containing(["did you mean `evry`?"])),
    Line(command: "help fields", output: .containing(["usage: trousse fields"])),
    Line(
      command: "help preview --lang fr", output: .containing(["usage : trousse preview MODÈLE"])),
  ]

  @Test(arguments: mistakes)
  func `is asked for rightly, or nothing is written`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }

  @Test(arguments: [
    "lettre-maire", "03-partenaires/lettre-maire.fodt",
  ])
  func `is made in both formats, with its style`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let run = try Trousse.run("preview \(name) --basin evry --out vue", in: folder.path)
    #expect(run.code == 0)
    #expect(run.errors == "")
    let made = run.output.split(separator: "\n").map(String.init)
    #expect(made.count == 2)
    #expect(made.allSatisfy { $0.hasPrefix("vue/03-partenaires/") && $0.contains("lettre") })
    for path in made + ["vue/apparence/kit.css"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(path)"), "\(path)")
    }
  }

  @Test func `is the same as in the kit`() throws {
    let folder = try TemporaryFolder()
    let preview = try Trousse.run("preview accueil --basin evry --out vue", in: folder.path)
    let kit = try Trousse.run("build --basin evry --out kits", in: folder.path)
    #expect(preview.code == 0 && kit.code == 0)
    let pages = try ["vue", "kits/kit-evry-2015"].map {
      try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)/OUVRIR-LA-CLE.html"))
    }
    #expect(pages[0] == pages[1])
  }

  @Test func `is made again when a template is saved, and waits out a mistake`() throws {
    let bench = try Bench()
    let root = bench.files.root
    let template = "\(root)/templates/00-demarrer/accueil.xml"
    let text = try String(contentsOfFile: template, encoding: .utf8)
    let run = try Trousse.start(
      "preview accueil --basin evry --out vue --watch --data data --templates templates", in: root)
    let page = "\(root)/vue/OUVRIR-LA-CLE.html"
    #expect(awaited(page) { !$0.isEmpty })
    for change in ["{{ basin.nom }}", "Bienvenue, {{ basin.name }} !"] {
      let new = text.replacing("</document>", with: "<p>\(change)</p></document>")
      try new.write(toFile: template, atomically: true, encoding: .utf8)
      usleep(400_000)
    }
    #expect(awaited(page) { $0.contains("Bienvenue, Évry\u{202F}!") })
    run.kill()
    #expect(try run.outcome().code == 128 + 9)
  }

  /// Whether the file becomes so within a while.
  private func awaited(_ path: String, _ isSo: (String) -> Bool) -> Bool {
    for _ in 0..<300 {
      if isSo((try? String(contentsOfFile: path, encoding: .utf8)) ?? "") { return true }
      usleep(100_000)
    }
    return false
  }

  @Test func `the fields are listed with types, meanings and examples`() throws {
    let folder = try TemporaryFolder()
    let run = try Trousse.run("fields --basin evry", in: folder.path)
    #expect(run.code == 0)
    for words in [
      "basin : fiche « basin »\n", "  name (texte) : le nom : « Évry » ; exemple : Évry\n",
      "tasks : liste de fiches « task »\n", "\nfiche « task »\n",
      "  start (jour) : le premier jour ; exemple : 16\u{A0}mars 2015\n",
      "{{ 'Les Mureaux' | de }} → des Mureaux\n",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(try folder.contents() == [])
  }

  @Test func `the fields are written to be printed`() throws {
    let folder = try TemporaryFolder()
    let run = try Trousse.run("fields --out champs --lang fr", in: folder.path)
    #expect(run.code == 0)
    #expect(
      run.output
        == "champs/champs.html et champs/champs.odt donnent tous les champs et filtres\n")
    let page = try String(contentsOfFile: "\(folder.path)/champs/champs.html", encoding: .utf8)
    #expect(page.contains("basin.name"))
    #expect(page.contains("{{ 3 | count: 'école', 'écoles' }}"))
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/champs/champs.odt"))
  }
}
