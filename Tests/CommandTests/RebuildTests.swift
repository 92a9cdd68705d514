import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `Building again` {
  private static let day = "2014-10-06"
  private static let kits = ["kit-con-sur-mer-2015", "kit-evry-2015"]

  private func built() throws -> TinyFolder {
    let tiny = try TinyFolder()
    try #require(
      try Trousse.run(TinyFolder.build(Self.day, to: "kits"), in: tiny.path).code == 0)
    return tiny
  }

  /// What tells one folder from another of the same name.
  private func stamp(_ kit: String, _ tiny: borrowing TinyFolder) -> String {
    var status = stat()
    guard stat("\(tiny.path)/kits/\(kit)", &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_ctim.tv_sec) \(status.st_ctim.tv_nsec)"
  }

  @Test func `leaves a kit that is as it would be built`() throws {
    let tiny = try built()
    let before = Self.kits.map { stamp($0, tiny) }
    try Line(
      command: TinyFolder.build(Self.day, to: "kits"),
      output: .exactly("2 kits are as they would be built; open kits/index.html\n")
    ).expect(in: tiny.path)
    try Line(
      command: TinyFolder.build(Self.day, to: "kits") + " --lang fr",
      output: .containing(["2 kits sont déjà tels qu’ils seraient fabriqués"])
    ).expect(in: tiny.path)
    #expect(Self.kits.map { stamp($0, tiny) } == before)
    #expect((tiny.folder.text(at: "kits/index.html") ?? "").contains("Évry"))
  }

  /// What is done to the folder, and the kits that the next build makes anew.
  private static let changes: [(line: String, more: String, built: [String])] = [
    ("rm kits/kit-evry-2015/LISEZ-MOI.txt", "", ["kit-evry-2015"]),
    ("truncate -s 9 kits/kit-evry-2015/OUVRIR.html", "", ["kit-evry-2015"]),
    ("rm -r kits/kit-evry-2015", "", ["kit-evry-2015"]),
    ("rm kits/kit-evry-2015.zip", "", ["kit-evry-2015"]),
    ("truncate -s 99 kits/kit-evry-2015.zip", "", ["kit-evry-2015"]),
    ("rm kits/.trousse-record", "", kits),
    ("echo spoilt >kits/.trousse-record", "", kits),
    ("sed -i 's/Bienvenue/Bonjour/' templates/accueil.xml", "", kits),
    // A clock that was set back, or far ahead: no time says whether anything has changed.
    ("find . -type f -exec touch -d 1990-01-01 {} +", "", []),
    ("find . -type f -exec touch -d 2090-01-01 {} +", "", []),
    (
      "sed -i 's/Bienvenue/Bonsoir à/' templates/accueil.xml; touch -d 1990-01-01 templates/*", "",
      kits
    ),
    ("true", " --public", kits),
    ("true", " --start 2015-01-05", kits),
    ("touch kits/kit-evry-2015/notes.txt", " --replace", ["kit-evry-2015"]),
  ]

  @Test(arguments: changes)
  func `makes anew what is not`(_ line: String, _ more: String, _ built: [String]) throws {
    let tiny = try self.built()
    let before = Self.kits.map { stamp($0, tiny) }
    #expect(try Trousse.shell(line, in: tiny.path).code == 0)
    let command = TinyFolder.build(Self.day, to: "kits") + more
    #expect(try Trousse.run(command, in: tiny.path).code == 0)
    for (kit, old) in zip(Self.kits, before) {
      #expect((stamp(kit, tiny) != old) == built.contains(kit), "\(kit)")
    }
    let fresh = TinyFolder.build(Self.day, to: "fresh") + more
    #expect(try Trousse.run(fresh, in: tiny.path).code == 0)
    #expect(
      differences(try tree(at: "\(tiny.path)/kits"), try tree(at: "\(tiny.path)/fresh")) == [])
  }

  @Test(arguments: [
    ("echo mine >kits/kit-evry-2015/notes.txt", ["export.work-would-be-lost", "notes.txt"]),
    ("echo mine >>kits/kit-evry-2015/LISEZ-MOI.txt", ["LISEZ-MOI.txt", "`--replace`"]),
    ("rm -r kits/kit-evry-2015/.trousse", ["export.name-taken", "`kits/kit-evry-2015`"]),
  ])
  func `refuses where somebody has worked`(_ line: String, _ errors: [String]) throws {
    let tiny = try built()
    #expect(try Trousse.shell(line, in: tiny.path).code == 0)
    let before = try tree(at: "\(tiny.path)/kits")
    try Line(
      command: TinyFolder.build("2014-11-03", to: "kits"), code: 3, errors: .containing(errors)
    ).expect(in: tiny.path)
    #expect(differences(try tree(at: "\(tiny.path)/kits"), before) == [])
  }
}
