import Foundation
import TestSupport
import Testing

@Suite struct `A public kit` {
  private static let team = """
    <person role="animateur" civility="Madame" name="Zoé Quidam" function="principale du collège Untel"
      phone="01 23 99 88 77" mail="zoe.quidam@example.org"/>
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
    #expect(differences(trees[1], trees[2]) == ["base.html", "donnees-otees.html"])
    #expect(differences(trees[0], trees[1]).count > 5)
    #expect(try bench.files.text("known/kit-evry-2015/OUVRIR-LA-CLE.html").contains("Évry"))
  }

  private static let secrets = ["Quidam", "Zoé", "Untel", "quidam", "99 88 77", "54 32"]

  /// Every byte of every file, of what lies deflated in zips and documents too.
  @Test func `has nothing that a person told, in whatever part`() throws {
    let bench = try bench()
    let search = """
      import io, os, sys, zipfile
      def parts(path, data):
          yield path, data
          if zipfile.is_zipfile(io.BytesIO(data)):
              archive = zipfile.ZipFile(io.BytesIO(data))
              for name in archive.namelist(): yield from parts(path + "/" + name, archive.read(name))
      secrets = [text.encode() for text in sys.argv[2:]]
      for folder, _, names in os.walk(sys.argv[1]):
          for name in names:
              for part, data in parts(name, open(os.path.join(folder, name), "rb").read()):
                  plain = data.replace(b"\\xc2\\xa0", b" ")
                  for secret in secrets:
                      if secret in plain: print(part, secret.decode())
      """
    try bench.files.write(search, "search.py")
    let words = Self.secrets.map { "'\($0)'" }.joined(separator: " ")
    for (place, option) in [("known", ""), ("hidden", "--public")] {
      let build = "build --basin evry,massy --zip --templates templates --data data --out \(place)"
      try #require(try Trousse.run("\(build) \(option)", in: bench.files.root).code == 0)
      let found = try Trousse.shell("python3 search.py \(place) \(words)", in: bench.files.root)
      #expect(found.code == 0)
      let lines = found.output.split(separator: "\n").filter { !$0.hasPrefix("search.py") }
      // The same search finds each of them where nothing was left out.
      #expect(place == "hidden" ? lines == [] : lines.count > Self.secrets.count)
    }
    let page = try bench.files.text("hidden/donnees-otees.html")
    for text in ["Évry", "téléphone", "courriel", "Ce que les kits publics ne disent pas"] {
      #expect(page.contains(text))
    }
    #expect(!names(page).contains("Massy"))
  }

  /// The basins in the first column of the page's table.
  private func names(_ page: String) -> [String] {
    page.matches(of: #/<th scope="row"[^>]*>(?:<p>)?([^<]*)/#).map { String($0.1) }
  }

  @Test func `says in French what was left out`() throws {
    let bench = try bench()
    let line =
      "build --basin evry --data data --templates templates --out public --public --lang fr"
    let outcome = try Trousse.run(line, in: bench.files.root)
    #expect(outcome.output.contains("ôté du bassin d’Évry : directeur-cio : téléphone\n"))
  }
}
