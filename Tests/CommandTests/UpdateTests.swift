import Foundation
import TestSupport
import Testing

@Suite struct `Updating a kit` {
  private static let kit = "kits/kit-evry-2015"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let build = "build --basin evry --out kits"
    try #require(try Trousse.run(build, in: folder.path).code == 0)
    try folder.write("à nous", at: "\(Self.kit)/photos/liste.txt")
    return folder
  }

  @Test func `says what it would do and writes nothing; then does it, and keeps the old one`()
    throws
  {
    let folder = try folder()
    let before = try tree(at: folder.path)
    let update = "update \(Self.kit)/ --edition 2015 --lang fr"
    try Line(
      command: "\(update) --dry-run",
      output: .containing([
        "vos propres fichiers (1) :\n    photos/liste.txt\n", "rien n’a été écrit",
      ])
    ).expect(in: folder.path)
    #expect(try tree(at: folder.path) == before)
    let old = try tree(at: folder.path(of: Self.kit))
    try Line(
      command: update,
      output: .containing(["00-demarrer/00-mise-a-jour.html", "kits/kit-evry-2015.ancien"])
    ).expect(in: folder.path)
    #expect(try differences(old, tree(at: folder.path(of: "\(Self.kit).ancien"))) == [])
    let pages = ["00-demarrer/00-mise-a-jour.html", "00-demarrer/00-mise-a-jour.odt"]
    #expect(try differences(old, tree(at: folder.path(of: Self.kit))) == pages)
    // A second time: the former page is no file of the basin's, and no copy is overwritten.
    try Line(command: update, output: .containing(["kits/kit-evry-2015.ancien-2"]))
      .expect(in: folder.path)
    #expect(try differences(old, tree(at: folder.path(of: Self.kit))) == pages)
    // Old kits stay where they are: the page of all kits and the verifying pass over them.
    try Line(command: "verify kits", output: .containing(["kits/kit-evry-2015:"]))
      .expect(in: folder.path)
    #expect(try Trousse.run("verify kits", in: folder.path).output.contains("ancien") == false)
  }

  @Test func `to another edition leaves the old kit alone and tells what is new`() throws {
    let folder = try folder()
    let old = try tree(at: folder.path(of: Self.kit))
    try Line(
      command: "update \(Self.kit) --edition 2016 --out next",
      output: .containing(["from edition 2015 to edition 2016", "new actions ("])
    ).expect(in: folder.path)
    #expect(try differences(old, tree(at: folder.path(of: Self.kit))) == [])
    #expect(try names(in: folder.path(of: "next")) == ["kit-evry-2016"])
    #expect(folder.text(at: "next/kit-evry-2016/photos/liste.txt") == "à nous")
  }

  @Test func `finds the old kit's copy that a killed run has made`() throws {
    let folder = try folder()
    let copy = "cp -r \(Self.kit) \(Self.kit).ancien"
    try #require(try Trousse.shell(copy, in: folder.path).code == 0)
    try Line(
      command: "update \(Self.kit) --edition 2015",
      output: .containing(["the old kit is in kits/kit-evry-2015.ancien; remove it"])
    ).expect(in: folder.path)
    #expect(try names(in: folder.path(of: "kits")).filter { $0.contains("ancien-2") } == [])
  }

  @Test func `waits for nobody, and says who is at work`() throws {
    let folder = try folder()
    let hold = "exec 9>kits/.trousse-lock && flock -n 9 && echo 4711 >&9 && exec"
    let before = try tree(at: folder.path(of: Self.kit))
    let outcome = try Trousse.shell(
      "\(hold) \"$0\" update \(Self.kit) --edition 2015 --lang fr", in: folder.path)
    #expect(outcome.code == 3)
    #expect(
      outcome.errors.contains("une autre commande trousse (processus 4711)"), "\(outcome.errors)")
    #expect(try differences(before, tree(at: folder.path(of: Self.kit))) == [])
    // Looking at what would be done needs no lock.
    let look = "\(hold) \"$0\" update \(Self.kit) --edition 2015 --dry-run"
    #expect(try Trousse.shell(look, in: folder.path).code == 0)
  }

  @Test func `at once in several runs keeps one copy of the old kit, whole`() throws {
    let tiny = try TinyFolder()
    let build = "\(TinyFolder.build("2014-10-06", to: "kits")) --basin evry"
    try #require(try Trousse.run(build, in: tiny.path).code == 0)
    try tiny.folder.write("à nous", at: "\(Self.kit)/photos/liste.txt")
    let old = try tree(at: tiny.folder.path(of: Self.kit))
    let update = "update \(Self.kit) --data data --templates templates --date 2015-01-12"
    let runs = try (0..<4).map { _ in try Trousse.start(update, in: tiny.path) }
    let codes = try runs.map { try $0.outcome() }.map { outcome in
      #expect(outcome.code == 0 || outcome.errors.contains("error[disk.lock]"))
      return outcome.code
    }
    #expect(codes.contains(0))
    #expect(try differences(old, tree(at: tiny.folder.path(of: "\(Self.kit).ancien"))) == [])
    #expect(tiny.folder.text(at: "\(Self.kit)/photos/liste.txt") == "à nous")
    #expect(try Trousse.run("verify kits", in: tiny.path).code == 0)
  }

  private static let refusals = [
    Line(command: "update", code: 2, errors: .containing(["usage.missing-word", "the old kit"])),
    Line(command: "update a b", code: 2, errors: .containing(["usage.stray-word"])),
    Line(command: "update leer", code: 1, errors: .containing(["export.not-a-kit"])),
    Line(
      command: "update bomb.zip", code: 1, errors: .containing(["export.unreadable-zip"])),
    Line(
      command: "update \(kit) --edition 2015 --out other", code: 3,
      errors: .containing(["export.name-taken", "other/kit-evry-2015"])),
    Line(
      command: "update \(kit) --edition 2015 --out copies", code: 3,
      errors: .containing(["export.kit-in-the-way", "copies/kit-evry-2015"])),
    Line(
      command: "update \(kit) --edition 1999", code: 1,
      errors: .containing(["build.unknown-edition"])),
    Line(
      command: "update linked --edition 2015", code: 1,
      errors: .containing(["`linked/lien`: it is a symbolic link"])),
  ]

  @Test func `refuses what is no kit, and what would cost somebody a file`() throws {
    let folder = try folder()
    try folder.write("x", at: "bomb.zip")
    try folder.write("x", at: "leer/a.txt")
    try folder.write("mine", at: "other/kit-evry-2015/notes.txt")
    let link = "cp -r \(Self.kit) linked && ln -s /etc/passwd linked/lien"
    try #require(try Trousse.shell(link, in: folder.path).code == 0)
    let copy = "mkdir copies && cp -r \(Self.kit) copies/"
    try #require(try Trousse.shell(copy, in: folder.path).code == 0)
    let before = try tree(at: folder.path)
    for line in Self.refusals { try line.expect(in: folder.path) }
    #expect(try tree(at: folder.path) == before)
  }
}
