import TestSupport
import Testing

@Suite struct `Looking something up` {
  private static let data = " --data \(RepositoryInputs.assets)"

  @Test(arguments: ["basin", "bassin", "Bassins"])
  func `shows an item, whatever its kind is called`(_ kind: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Trousse.run("show \(kind) massy --lang fr" + Self.data, in: folder.path)
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("bassin massy (") == true)
    #expect(lines.contains("  Action connue : séance de taï-chi"))
  }

  @Test func `shows what a basin might try, and why`() throws {
    let folder = try TemporaryFolder()
    let text = try Trousse.run("show basin massy --lang fr" + Self.data, in: folder.path).output
    #expect(text.contains("\nactions pour le bassin :\n"))
    #expect(text.contains("\n  seance-de-tai-chi : Séance de taï-chi\n      déjà fait chez vous ;"))
    #expect(text.contains("répond à l’enjeu «\u{A0}pédagogie\u{A0}» de l’édition"))
    let first = try Trousse.run(
      "show basin massy --edition 2013 --lang fr" + Self.data, in: folder.path
    ).output
    #expect(!first.contains("seance-de-tai-chi"), "it was not held yet")
  }

  @Test func `finds words without regard to accents and case, and shows where they stand`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Trousse.run("find TAI CHI --lang fr" + Self.data, in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("action seance-de-tai-chi : Séance de taï-chi\n"))
    #expect(
      outcome.output.contains("bassin massy : Massy\n    Action connue : séance de taï-chi\n"))
    #expect(outcome.output.hasSuffix("éléments trouvés\n"))
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var command: String
    var code: Int32
    var message: String
    var testDescription: String { command }
  }

  @Test(arguments: [
    Bad(command: "show basin evyr", code: 1, message: "did you mean `evry`?"),
    Bad(command: "show thing evry", code: 2, message: "[usage.unknown-kind]"),
    Bad(command: "show basin", code: 2, message: "[usage.missing-word]"),
    Bad(command: "show basin evry massy", code: 2, message: "[usage.stray-word]"),
    Bad(
      command: "show basin evry --edition 2031", code: 1, message: "[build.unknown-edition]"),
    Bad(command: "find", code: 2, message: "[usage.missing-word]"),
  ])
  func `says what it does not know`(_ row: Bad) throws {
    let folder = try TemporaryFolder()
    let outcome = try Trousse.run(row.command + Self.data, in: folder.path)
    #expect(outcome.code == row.code)
    #expect(outcome.errors.contains(row.message), "\(outcome.errors)")
  }
}

@Suite struct `Advice on the base` {
  @Test func `comes after the check, and is no fault`() throws {
    let plain = try Trousse.run("check --lang fr", in: RepositoryInputs.root)
    let told = try Trousse.run("check --quality --lang fr", in: RepositoryInputs.root)
    #expect(told.code == 0 && told.errors == "")
    #expect(told.output.hasPrefix(plain.output))
    #expect(told.output.contains("\nBlancs par bassin (24) : "))
    #expect(told.output.contains("(basins.xml:"))
    #expect(told.output.hasSuffix(" remarques\n"))
  }

  @Test func `tells what rests on a source`() throws {
    let all = try Trousse.run("sources --lang fr", in: RepositoryInputs.root)
    #expect(all.code == 0)
    #expect(
      all.output.contains("\npresentation-2014 : ") || all.output.hasPrefix("presentation-2014"))
    let one = try Trousse.run("sources presentation-2014", in: RepositoryInputs.root)
    #expect(one.code == 0)
    #expect(one.output.contains("  reported: edition 2015\n"))
    let none = try Trousse.run("sources presentation-2041", in: RepositoryInputs.root)
    #expect(none.code == 1 && none.errors.contains("did you mean `presentation-2014`?"))
  }
}
