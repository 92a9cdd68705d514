import Foundation
import TestSupport
import Testing

@Suite struct `A build` {
  @Test func `of one basin goes where it is told and says what to open`() throws {
    let folder = try TemporaryFolder()
    try Line(
      command: "build --basin evry --out here/kits",
      output: .containing(["1 kit, ", " documents in here/kits; open here/kits/index.html\n"])
    ).expect(in: folder.path)
    #expect(try names(in: folder.path(of: "here")) == ["kits"])
    #expect(try names(in: folder.path(of: "here/kits")) == academyNames + ["kit-evry-2015"])
    let kit = try names(in: folder.path(of: "here/kits/kit-evry-2015"))
    #expect(kit.contains("OUVRIR-LA-CLE.html") && kit.contains("LISEZ-MOI.txt"))
  }

  @Test func `says the same in French`() throws {
    let folder = try TemporaryFolder()
    try Line(
      command: "build --basin evry massy --out kits --lang fr",
      output: .containing(["2 kits, ", " documents dans kits ; ouvrez kits/index.html\n"])
    ).expect(in: folder.path)
  }

  @Test func `of one basin keeps the kit of another, and the index lists both`() throws {
    let folder = try TemporaryFolder()
    try Line(
      command: "build --basin evry,etampes --zip --out kits", output: .containing(["2 kits, "])
    ).expect(in: folder.path)
    let before = try tree(at: folder.path(of: "kits"))
    let zips = ["kit-etampes-2015.zip", "kit-evry-2015.zip"]
    #expect(try names(in: folder.path(of: "kits")).filter { $0.hasSuffix(".zip") } == zips)
    try Line(
      command: "build --basin etampes --zip --out kits --date 2015-01-12",
      output: .containing(["1 kit, "])
    ).expect(in: folder.path)
    let changed = differences(before, try tree(at: folder.path(of: "kits")))
    #expect(changed.contains("kit-etampes-2015.zip"))
    #expect(!changed.contains { $0.hasPrefix("kit-evry") })
    let index = folder.text(at: "kits/index.html") ?? ""
    for link in ["kit-evry-2015/OUVRIR-LA-CLE.html", "kit-etampes-2015/OUVRIR-LA-CLE.html"] + zips {
      #expect(index.contains("href=\"\(link)\""))
    }
  }

  @Test func `says of a spoilt kit beside its own that it must be built again`() throws {
    let folder = try TemporaryFolder()
    let manifest = "kits/kit-massy-2015/.trousse/manifest.xml"
    try folder.write("<kit format='1'/>", at: manifest)
    try Line(
      command: "build --basin evry --out kits", output: .containing(["1 kit, "]),
      errors: .containing(["warning[export.not-a-manifest]", manifest])
    ).expect(in: folder.path)
    #expect(folder.text(at: manifest) == "<kit format='1'/>")
  }

  private static let days = [
    Line(command: "build --basin evry --out kits --date 2015-01-12"),
    Line(
      command: "build --basin evry --out kits", environment: ["SOURCE_DATE_EPOCH": "1421020800"]),
    // The last second of that day, by Greenwich.
    Line(
      command: "build --basin evry --out kits",
      environment: ["SOURCE_DATE_EPOCH": "1421107199", "TZ": "Pacific/Auckland"]),
    Line(
      command: "build --basin evry --out kits --date 2015-01-12",
      environment: ["SOURCE_DATE_EPOCH": "0"]),
  ]

  @Test(arguments: days)
  func `carries the day of the option, else of SOURCE_DATE_EPOCH`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    let outcome = try Trousse.run(line.command, in: folder.path, environment: line.environment)
    #expect(outcome.code == 0)
    let manifest = folder.text(at: "kits/kit-evry-2015/.trousse/manifest.xml") ?? ""
    #expect(manifest.contains("day=\"2015-01-12\""))
  }

  // Another time zone, language, folder, number of tasks and seed of the hash tables.
  @Test func `gives the same bytes in two processes`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "elsewhere"), withIntermediateDirectories: true)
    let basins = "--basin evry,etampes,nanterre --zip"
    let first = try Trousse.run(
      "build \(basins) --jobs 1 --out first", in: folder.path,
      environment: ["TZ": "Asia/Tokyo", "LANG": "fr_FR.UTF-8"])
    let second = try Trousse.run(
      "build \(basins) --jobs 4 --out ../second", in: folder.path(of: "elsewhere"),
      environment: ["TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"])
    #expect([first.code, second.code] == [0, 0])
    let trees = try ["first", "second"].map { try tree(at: folder.path(of: $0)) }
    #expect(trees[0].count > 200 && trees[0]["kit-nanterre-2015.zip"] != nil)
    #expect(differences(trees[0], trees[1]) == [])
  }

  private static let deafReaders = [
    // A reader that goes away before the first word.
    "\"$0\" --help | true",
    "{ \"$0\" build --basin evry --out kits; echo $? >code; } | true; exit $(cat code)",
    // No standard output, or none of the three.
    "\"$0\" build --basin evry --out kits >&-",
    "\"$0\" build --basin evry --out kits <&- >&- 2>&-",
  ]

  @Test(arguments: deafReaders)
  func `without a reader is no failure`(_ line: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Trousse.shell(line, in: folder.path)
    #expect(outcome.code == 0 && outcome.errors == "")
    if line.contains("build") {
      let kits = try names(in: folder.path(of: "kits"))
      #expect(kits == academyNames + ["kit-evry-2015"])
      let sums = "cd kits/kit-evry-2015 && sha256sum --quiet -c SHA256SUMS"
      #expect(try Trousse.shell(sums, in: folder.path).code == 0)
    }
  }
}

@Suite struct `A check` {
  private static let lines = [
    Line(
      command: "check --basin evry",
      output: .containing(["edition 2015: 1 kit and ", " documents are in order; "])),
    Line(
      command: "check --basin evry,nanterre --lang fr --jobs 1",
      output: .containing(["édition 2015 : 2 kits et ", "1 nom de bassin à confirmer"])),
    Line(command: "check", output: .containing(["edition 2015: 24 kits and "])),
    Line(
      command: "check --basin evry --edition 2016 --strict",
      output: .containing(["edition 2016: 1 kit"])),
  ]

  @Test(arguments: lines)
  func `says what a build would do and writes nothing`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }
}
