import Foundation
import TestSupport
import Testing

@Suite struct `A public kit` {
  private static let team = """
    <person role="animateur" civility="Madame" name="Zoé Quidam" function="principale du collège Untel"
      phone="01 23 45 67 89" mail="zoe.quidam@example.org"/>
    <person role="directeur-cio" phone="01 98 76 54 32"/>
    """

  /// A base in which Évry has told who is in its team.
  private func bench() throws -> Bench {
    let bench = try Bench()
    let evry = """
      department="essonne" status="attested" first-edition="2"
          standing="reported" sources="editorial-recteur presentation-2014"/>
        <basin id="massy"
      """
    let told = evry.replacing("/>", with: ">\(Self.team)</basin>")
    try bench.files.replace(evry, told, Files.basins)
    return bench
  }

  @Test func `is the kit of a basin that has told nothing, zip and page included`() throws {
    let bench = try bench()
    let root = bench.files.root
    let command = "build --basin evry --zip --templates templates --out"
    let known = try Trousse.run("\(command) known --data data", in: root)
    let hidden = try Trousse.run("\(command) hidden --data data --public", in: root)
    let untold = try Trousse.run("\(command) untold", in: root)
    #expect([known.code, hidden.code, untold.code] == [0, 0, 0])
    let lines = hidden.output.split(separator: "\n").dropLast()
    #expect(
      lines == [
        "left out of Évry: animateur: name, function, phone, mail",
        "left out of Évry: directeur-cio: phone",
      ])
    #expect(!hidden.output.contains("Quidam"))
    let trees = try ["known", "hidden", "untold"].map { try tree(at: bench.files.place($0)) }
    // The page of the base tells which basins have said nothing, whatever a kit may show.
    #expect(differences(trees[1], trees[2]) == ["base.html"])
    #expect(differences(trees[0], trees[1]).count > 5)
    #expect(try bench.files.text("known/kit-evry-2015/OUVRIR-LA-CLE.html").contains("Évry"))
  }

  @Test func `says in French what was left out`() throws {
    let bench = try bench()
    let line =
      "build --basin evry --data data --templates templates --out public --public --lang fr"
    let outcome = try Trousse.run(line, in: bench.files.root)
    #expect(outcome.output.contains("ôté du bassin d’Évry : directeur-cio : téléphone\n"))
  }
}
