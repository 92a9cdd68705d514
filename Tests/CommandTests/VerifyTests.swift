import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `Verifying kits` {
  private static let build = "build --basin evry --zip --out kits"
  private static let letter = "kits/kit-evry-2015/03-partenaires/23-lettre-maire.odt"
  private static let page = "kits/kit-evry-2015/OUVRIR-LA-CLE.html"

  private struct Step: Sendable {
    /// A line of shell that does something to the kits.
    var line: String
    var verify: Line
  }

  private static let steps = [
    Step(
      line: ":",
      verify: Line(
        command: "verify kits",
        output: .containing([
          "kits/kit-evry-2015: Évry, edition 2015", "kits/kit-evry-2015.zip: Évry",
          "  This kit is whole.\n",
        ]))),
    Step(
      line: "echo note >kits/kit-evry-2015/notes.txt",
      verify: Line(
        command: "verify kits/kit-evry-2015/ --lang fr",
        output: .containing([
          "ajoutés, étrangers au kit (1) :\n    notes.txt\n", "porte le travail du bassin",
        ]))),
    Step(
      line: "truncate -s 2000 \(page)",
      verify: Line(
        command: "verify kits", code: 1,
        output: .containing([
          "  damaged (1):\n    OUVRIR-LA-CLE.html\n", "This kit is not whole", "This kit is whole.",
        ]))),
    Step(
      line: "rm \(letter)",
      verify: Line(
        command: "verify kits/kit-evry-2015", code: 1,
        output: .containing(["  missing (1):\n    03-partenaires/23-lettre-maire.odt\n"]))),
    Step(
      line: "truncate -s -10 kits/kit-evry-2015.zip",
      verify: Line(
        command: "verify kits/kit-evry-2015.zip", code: 1,
        errors: .containing([
          "error[export.unreadable-zip]: this is not a whole ZIP archive: its end is missing",
          "kits/kit-evry-2015.zip",
        ]))),
    Step(
      line: "ln -s /etc/passwd kits/kit-evry-2015/lien",
      verify: Line(
        command: "verify kits/kit-evry-2015", code: 1,
        errors: .containing(["`kits/kit-evry-2015/lien`: it is a symbolic link"]))),
    Step(
      line: "rm kits/kit-evry-2015.zip; mkdir vide",
      verify: Line(
        command: "verify vide kits/none.zip kits", code: 1,
        output: .containing(["This kit is not whole"]),
        errors: .containing([
          "there is no kit in `vide`", "cannot read `kits/none.zip`: it does not exist",
        ]))),
  ]

  @Test func `says what became of them, and writes nothing`() throws {
    let folder = try TemporaryFolder()
    #expect(try Trousse.run(Self.build, in: folder.path).code == 0)
    for step in Self.steps {
      #expect(try Trousse.shell(step.line, in: folder.path).code == 0)
      // The link stays for one step alone.
      defer { unlink(folder.path(of: "kits/kit-evry-2015/lien")) }
      let before = try tree(at: folder.path)
      try step.verify.expect(in: folder.path)
      #expect(try tree(at: folder.path) == before)
    }
  }

  @Test func `reads a zip that is larger than memory where it lies`() throws {
    let tiny = try TinyFolder()
    let build = TinyFolder.build("2015-01-12", to: "kits")
    try #require(try Trousse.run(build, in: tiny.path).code == 0)
    let film = "\(RepositoryInputs.root)/Tests/Fixtures/Zips/film.py"
    let made = try Trousse.shell(
      "python3 \(film) kits/kit-evry-2015.zip film.zip", in: tiny.path)
    try #require(made.code == 0, "\(made.errors)")
    // Less memory than the film would take by far.
    let outcome = try Trousse.shell("ulimit -v 2000000; exec \"$0\" verify film.zip", in: tiny.path)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("../film/film.mp4"), "\(outcome.output)")
    // A byte of the kit, which lies behind the film, is not what was packed.
    let place = "$(($(stat -c %s kits/kit-evry-2015.zip) / 3 + (5 << 30)))"
    let spoil = "printf X | dd of=film.zip bs=1 seek=\(place) conv=notrunc 2>dd.log"
    try #require(try Trousse.shell(spoil, in: tiny.path).code == 0)
    let spoilt = try Trousse.run("verify film.zip", in: tiny.path)
    #expect(spoilt.code == 1 && spoilt.output.contains("damaged (1):"), "\(spoilt.output)")
  }

  @Test func `needs a place`() throws {
    try Line(
      command: "verify", code: 2,
      errors: .containing(["usage.missing-word", "a kit's folder or zip, or a folder of kits"])
    ).expect(in: "/")
  }
}
