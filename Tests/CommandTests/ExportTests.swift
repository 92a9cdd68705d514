import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `Exporting kits` {
  private static let kits = ["kit-con-sur-mer-2015", "kit-evry-2015"]

  /// Two kits, and two keys of which one holds something of somebody's.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try TinyFolder.fill(folder)
    try folder.write("mine", at: "key/notes.txt")
    try folder.write("mine", at: "other/Photos/a.txt")
    let build = TinyFolder.build("2015-01-12", to: "kits")
    try #require(try Trousse.run(build, in: folder.path).code == 0)
    return folder
  }

  @Test func `puts them on several keys, and passes over those that are there`() throws {
    let folder = try folder()
    try Line(
      command: "export kits --usb key other",
      output: .containing(["key: 2 kits written and read back", "other: 2 kits written"])
    ).expect(in: folder.path)
    #expect(
      try names(in: folder.path(of: "key")) == ["OUVRIR-LA-CLE.html"] + Self.kits + ["notes.txt"])
    #expect(folder.text(at: "other/Photos/a.txt") == "mine")
    for kit in Self.kits {
      let trees = try ["kits", "key", "other"].map { try tree(at: folder.path(of: "\($0)/\(kit)")) }
      #expect(trees[0] == trees[1] && trees[0] == trees[2])
      #expect(
        try Trousse.shell("cd key/\(kit) && sha256sum --quiet -c SHA256SUMS", in: folder.path).code
          == 0)
      let page = folder.text(at: "key/OUVRIR-LA-CLE.html") ?? ""
      #expect(page.contains("<a href=\"\(kit)/OUVRIR.html\">"))
    }
    // A run that was cut short: one kit is there, and what a dead run leaves.
    try FileManager.default.removeItem(atPath: folder.path(of: "key/kit-evry-2015"))
    try folder.write("half", at: "key/.trousse-staging/kit-evry-2015/a")
    try Line(
      command: "export kits --usb key --lang fr",
      output: .containing(["key : 1 kit écrit et relu, 1 kit déjà là"])
    ).expect(in: folder.path)
    #expect(
      try names(in: folder.path(of: "key")) == ["OUVRIR-LA-CLE.html"] + Self.kits + ["notes.txt"])
    // An older kit gives way, and so does one that the key has spoilt.
    let again = TinyFolder.build("2014-12-01", to: "kits")
    #expect(try Trousse.run(again, in: folder.path).code == 0)
    let spoil = "truncate -s 9 key/kit-evry-2015/01-agir/*.odt"
    #expect(try Trousse.shell(spoil, in: folder.path).code == 0)
    try Line(
      command: "export kits/kit-evry-2015 --usb key", output: .containing(["key: 1 kit written"])
    ).expect(in: folder.path)
    #expect(
      try tree(at: folder.path(of: "key/kit-evry-2015"))
        == tree(at: folder.path(of: "kits/kit-evry-2015")))
  }

  /// The key was pulled out while the second of two kits was on its way.
  @Test func `goes on after a pulled key with what is missing`() throws {
    let folder = try folder()
    let pull = #"""
      mkdir key/.trousse-staging && cp -r kits/kit-con-sur-mer-2015 key/ &&
      cd key/.trousse-staging && cp -r ../../kits/kit-evry-2015 . && mkdir kit-autre &&
      truncate -s 99 kit-evry-2015/01-agir/01-lettre.odt && rm -r kit-evry-2015/apparence/* &&
      stat -c %i kit-evry-2015/OUVRIR.html && find . -type f | wc -l
      """#
    let pulled = try Trousse.shell(pull, in: folder.path)
    try #require(pulled.code == 0)
    let numbers = pulled.output.split(separator: "\n")
    let whole = try tree(at: folder.path(of: "kits/kit-con-sur-mer-2015")).values.count {
      $0 != nil
    }
    let count = whole + (Int(numbers[1]) ?? 0) - 1
    let outcome = try Trousse.run("export kits --usb key --lang fr", in: folder.path)
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        "key : reprise : \(count) fichiers déjà sur la clé\n"
          + "key : 1 kit écrit et relu, 1 kit déjà là"))
    for kit in Self.kits {
      #expect(
        try tree(at: folder.path(of: "key/\(kit)")) == tree(at: folder.path(of: "kits/\(kit)")))
    }
    // The very same file: it was not written again.
    let file = try Trousse.shell("stat -c %i key/kit-evry-2015/OUVRIR.html", in: folder.path)
    #expect(file.output == "\(numbers[0])\n")
    #expect(
      try names(in: folder.path(of: "key")) == ["OUVRIR-LA-CLE.html"] + Self.kits + ["notes.txt"])
  }

  /// The key has the kit as it was before an update on the computer, where the old one still lies.
  @Test func `lets an updated kit take the place of the one it was made from`() throws {
    let folder = try folder()
    try folder.write("mine", at: "kits/kit-evry-2015/notes.txt")
    let line = """
      echo mine >>kits/kit-evry-2015/LISEZ-MOI.txt && "$0" export kits --usb key &&
      sed -i s/Bienvenue/Bonjour/ templates/accueil.xml && sed -i s/Fin/Fini/ templates/*.txt &&
      "$0" update kits/kit-evry-2015 --data data --templates templates &&
      "$0" export kits --usb key && grep -q Bonjour key/kit-evry-2015/OUVRIR.html
      """
    let outcome = try Trousse.shell(line, in: folder.path)
    #expect(outcome.code == 0, "\(outcome)")
    // What was written on the key alone is in no other place.
    try folder.write("only here", at: "key/kit-evry-2015/notes.txt")
    try Line(
      command: "export kits --usb key", code: 3,
      errors: .containing(["export.work-would-be-lost", "notes.txt"])
    ).expect(in: folder.path)
  }

  @Test func `zips them together, whole and the same every time`() throws {
    let folder = try folder()
    let line = Line(
      command: "export kits/kit-con-sur-mer-2015/ kits/kit-evry-2015 --zip both.zip",
      output: .exactly("2 kits in both.zip\n"))
    try line.expect(in: folder.path)
    let first = try Data(contentsOf: URL(filePath: folder.path(of: "both.zip")))
    try line.expect(in: folder.path)
    #expect(try Data(contentsOf: URL(filePath: folder.path(of: "both.zip"))) == first)
    try Line(
      command: "verify both.zip",
      output: .containing(Self.kits.map { "both.zip/\($0): " } + ["This kit is whole."])
    ).expect(in: folder.path)
    let unpack = """
      import sys, zipfile
      archive = zipfile.ZipFile("both.zip")
      assert archive.testzip() is None
      archive.extractall("unpacked")
      """
    try folder.write(unpack, at: "unpack.py")
    #expect(try Trousse.shell("python3 unpack.py", in: folder.path).code == 0)
    #expect(
      try tree(at: folder.path(of: "unpacked/kit-evry-2015"))
        == tree(at: folder.path(of: "kits/kit-evry-2015")))
  }

  private struct Refusal: Sendable, CustomTestStringConvertible {
    var testDescription: String { line }
    var line: String
    var command = "export kits --usb key"
    var code: Int32 = 3
    var errors: [String]
  }

  private static let refusals = [
    Refusal(
      line: "echo mine >key/OUVRIR-LA-CLE.html",
      errors: ["export.name-taken", "`key/OUVRIR-LA-CLE.html` is there already"]),
    Refusal(
      line: "mkdir key/kit-evry-2015", errors: ["export.name-taken", "`key/kit-evry-2015`"]),
    Refusal(
      line: "cp -r kits/kit-evry-2015 key/ && echo mine >key/kit-evry-2015/notes.txt",
      errors: ["export.work-would-be-lost", "`key/kit-evry-2015`: notes.txt"]),
    Refusal(
      line: "cp -r kits/kit-evry-2015 key/ && echo mine >>key/kit-evry-2015/LISEZ-MOI.txt",
      errors: ["export.work-would-be-lost", "LISEZ-MOI.txt"]),
    Refusal(
      line: "rm kits/kit-evry-2015/LISEZ-MOI.txt", code: 1,
      errors: ["export.not-whole", "`kits/kit-evry-2015` is not whole: LISEZ-MOI.txt"]),
    Refusal(
      line: "touch 'kits/kit-evry-2015/a?.txt'", code: 1,
      errors: ["export.unportable-name", "`a?.txt` holds `?`"]),
    Refusal(
      line: "touch kits/kit-evry-2015/lisez-moi.TXT", code: 1,
      errors: ["export.unportable-name", "are one name on a USB key"]),
    Refusal(
      line: "ln -s /etc kits/kit-evry-2015/etc", code: 1, errors: ["it is a symbolic link"]),
    Refusal(
      line: "rm -r key", code: 1, errors: ["disk.read", "`key`: it does not exist"]),
    Refusal(line: "rm -r kits/kit-*", code: 1, errors: ["export.not-a-kit", "`kits`"]),
    Refusal(
      line: "echo mine >all.zip", command: "export kits --zip all.zip",
      errors: ["export.name-taken", "`all.zip`"]),
    Refusal(
      line: "mkdir all.zip", command: "export kits --zip all.zip", errors: ["export.name-taken"]),
  ]

  @Test func `refuses what would lose or spoil something, and touches nothing`() throws {
    let origin = try folder()
    for (number, row) in Self.refusals.enumerated() {
      let bench = origin.path(of: "bench-\(number)")
      let copy = "mkdir \(bench) && cp -r kits key \(bench) && cd \(bench) && \(row.line)"
      #expect(try Trousse.shell(copy, in: origin.path).code == 0)
      let before = try tree(at: bench)
      let outcome = try Trousse.run(row.command, in: bench)
      #expect(outcome.code == row.code, "\(row.line)")
      for text in row.errors { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
      #expect(differences(before, try tree(at: bench)) == [], "\(row.line)")
    }
  }

  private static let canMount: Bool = {
    let line = "unshare -m sh -c 'mount -t tmpfs none /mnt'"
    return (try? Trousse.shell(line, in: "/").code) == 0
  }()

  @Test(
    .enabled(if: canMount, "a small disk needs `unshare -m` and `mount`"),
    arguments: [
      ("size=40k", "export.no-room"), ("ro", "the disk is read-only"),
      // Room by the bytes, but not for so many names.
      ("size=9m,nr_inodes=20", "the disk is full"),
    ])
  func `says so when a key is full or may not be written`(
    _ options: String, _ error: String
  ) throws {
    let folder = try folder()
    let inside = """
      mount -t tmpfs -o \(options) none key || exit 99
      "$0" export kits --usb key; code=$?
      ls -A key; exit $code
      """
    try folder.write(inside, at: "inside.sh")
    let line = #"exec unshare -m sh -c '. ./inside.sh' "$0""#
    let outcome = try Trousse.shell(line, in: folder.path)
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains(error), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  /// Killed at any moment, a key holds whole kits and its owner's files, and the next run ends it.
  @Test(arguments: Seed.first(4))
  func `killed leaves whole kits, and is taken up again`(_ seed: Seed) throws {
    let folder = try folder()
    var generator = seed.generator
    #expect(try Trousse.run("export kits/kit-evry-2015 --usb key", in: folder.path).code == 0)
    let again = TinyFolder.build("2014-12-01", to: "kits")
    #expect(try Trousse.run(again, in: folder.path).code == 0)
    let run = try Trousse.start("export kits --usb key", in: folder.path)
    usleep(UInt32.random(in: 1000...150_000, using: &generator))
    run.kill()
    _ = try run.outcome()
    #expect(folder.text(at: "key/notes.txt") == "mine")
    let verdict = try Trousse.run("verify key/kit-evry-2015", in: folder.path)
    #expect(verdict.output.hasSuffix("  This kit is whole.\n"), "\(verdict.output)")
    #expect(try Trousse.run("export kits --usb key", in: folder.path).code == 0)
    for kit in Self.kits {
      #expect(
        try tree(at: folder.path(of: "key/\(kit)")) == tree(at: folder.path(of: "kits/\(kit)")))
    }
    #expect(
      try names(in: folder.path(of: "key")) == ["OUVRIR-LA-CLE.html"] + Self.kits + ["notes.txt"])
  }

  private static let mistakes = [
    Line(command: "export", code: 2, errors: .containing(["a kit's folder, or a folder of kits"])),
    Line(command: "export kits", code: 2, errors: .containing(["`--zip FILE` or `--usb FOLDER`"])),
    Line(command: "export kits --usb", code: 2, errors: .containing(["`--usb` needs a value"])),
  ]

  @Test(arguments: mistakes)
  func `wants to know what and where`(_ line: Line) throws { try line.expect(in: "/") }
}
