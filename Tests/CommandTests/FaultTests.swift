import Foundation
import TestSupport
import Testing

/// A disk that fails at the n-th step, for every n: `Tests/Fixtures/Faults/faults.c` stands before
/// the C library and kills the process or refuses the call.
@Suite(.enabled(if: Faults.isThere, "the failing disk is compiled by `cc` or `clang`"))
struct `A disk that fails at any step` {
  /// ENOSPC and EIO: from that step on, and EIO at that step alone.
  private static let kinds = ["kill", "28", "5", "once5"]
  private static let (before, after) = ("2014-10-06", "2015-01-12")

  @Test(arguments: kinds)
  func `leaves a build's former kits whole, or the new ones`(_ kind: String) throws {
    let tiny = try TinyFolder()
    let trees = try ["old": Self.before, "new": Self.after].map { name, day in
      #expect(try Trousse.run(TinyFolder.build(day, to: name), in: tiny.path).code == 0)
      return (name, try tree(at: tiny.folder.path(of: name)))
    }
    try expectWhole(
      after: TinyFolder.build(Self.after, to: "kits"), kind, in: tiny, place: "kits",
      Dictionary(uniqueKeysWithValues: trees))
  }

  @Test(arguments: kinds)
  func `leaves a key's former kits whole, or the new ones`(_ kind: String) throws {
    let tiny = try TinyFolder()
    for (name, day) in ["old": Self.before, "new": Self.after] {
      #expect(
        try Trousse.run(TinyFolder.build(day, to: "\(name)-kits"), in: tiny.path).code == 0)
      try tiny.folder.write("mine", at: "\(name)/photos/mine.txt")
      #expect(try Trousse.run("export \(name)-kits --usb \(name)", in: tiny.path).code == 0)
    }
    // A run before was cut short, too.
    let leftover = """
      mkdir old/.trousse-staging && cp -r new-kits/kit-evry-2015 old/.trousse-staging/ &&
      truncate -s 99 old/.trousse-staging/kit-evry-2015/01-agir/*
      """
    try #require(try Trousse.shell(leftover, in: tiny.path).code == 0)
    try expectWhole(
      after: "export new-kits --usb kits", kind, in: tiny, place: "kits",
      ["old": try tree(at: "\(tiny.path)/old"), "new": try tree(at: "\(tiny.path)/new")])
  }

  /// What was on the key before it was pulled out is not written again.
  @Test func `lets the next run go on where it stopped`() throws {
    let tiny = try TinyFolder()
    let (folder, library) = (tiny.path, try Faults.compiled(into: tiny.path))
    try #require(try Trousse.run(TinyFolder.build(Self.before, to: "kits"), in: folder).code == 0)
    func export(_ key: String, _ fault: [String: String] = [:]) throws -> (Outcome, calls: Int) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(key)", withIntermediateDirectories: true)
      let count = ["LD_PRELOAD": library, "FAULT_COUNT": "\(folder)/count"]
      let outcome = try Trousse.run(
        "export kits --usb \(key)", in: folder, environment: count.merging(fault) { _, new in new })
      let calls = (tiny.folder.text(at: "count") ?? "").split(separator: "\n").first
      return (outcome, calls.flatMap { Int($0) } ?? 0)
    }
    let whole = try export("whole").calls
    let fault = ["FAULT_STEP": "\(whole / 2)", "FAULT_ERROR": "kill"]
    #expect(try export("pulled", fault).0.code == 137)
    let (outcome, rest) = try export("pulled")
    #expect(outcome.output.contains("pulled: taken up again: "), "\(outcome)")
    #expect(rest < whole * 3 / 4, "\(rest) calls, and \(whole) for all of it")
    #expect(
      differences(try tree(at: "\(folder)/whole"), try tree(at: "\(folder)/pulled")) == [])
  }

  /// The old kit stays as it was until the new one takes its name, and the base of the academy
  /// has either what it had or what the basin filled in.
  @Test(arguments: kinds)
  func `leaves an updated kit whole, the old or the new one`(_ kind: String) throws {
    let tiny = try TinyFolder()
    try tiny.folder.write(
      "<document><p>{{ (team | first).person.name }}.</p></document>", at: "templates/lettre.xml")
    try tiny.folder.write(Self.fill, at: "fill.py")
    let prepare = """
      "$0" \(TinyFolder.build(Self.before, to: "old")) --basin evry && cp -r data old/data &&
      echo mine >old/kit-evry-2015/mine.txt && python3 fill.py old/kit-evry-2015/01-agir/01-lettre.odt &&
      cp -r old new && cd new &&
      "$0" update kit-evry-2015 --data data --templates ../templates --date \(Self.after)
      """
    let prepared = try Trousse.shell(prepare, in: tiny.path)
    try #require(prepared.code == 0, "\(prepared.errors)")
    let new = try tree(at: tiny.folder.path(of: "new"))
    let base = new["data/KnowledgeBase/basins.xml"].flatMap { $0 }
    #expect(String(decoding: base ?? Data(), as: UTF8.self).contains("Claire Martin"))
    try expectWhole(
      after:
        "update kits/kit-evry-2015 --data kits/data --templates templates --date \(Self.after)",
      kind, in: tiny, place: "kits",
      ["old": try tree(at: tiny.folder.path(of: "old")), "new": new],
      // The page tells what its run did, and one that goes on after another does less.
      tells: { $0.contains("/00-mise-a-jour.") || $0 == "kit-evry-2015.zip" })
  }

  /// Writes a name into the first blank of an ODT, as Writer would.
  private static let fill = """
    import sys, zipfile
    files = [(i, zipfile.ZipFile(sys.argv[1]).read(i)) for i in zipfile.ZipFile(sys.argv[1]).infolist()]
    with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as odt:
        for info, data in files:
            odt.writestr(info, data.replace("nom de l’animateur</text:text-input>".encode(),
                                            b"Mme Claire Martin</text:text-input>"))
    """

  /// Runs the command from the old state with a fault at each step in turn.
  ///
  /// - Parameter tells: which files are other ones when a run goes on after another. A run after one
  ///   that came to its end is then another matter.
  private func expectWhole(
    after command: String, _ kind: String, in tiny: borrowing TinyFolder, place: String,
    _ trees: [String: [String: Data?]], tells: ((String) -> Bool)? = nil
  ) throws {
    let (folder, kits) = (tiny.path, tiny.folder.path(of: place))
    let library = try Faults.compiled(into: folder)
    func restore() throws {
      try? FileManager.default.removeItem(atPath: kits)
      try FileManager.default.copyItem(atPath: "\(folder)/old", toPath: kits)
    }
    try restore()
    _ = try Trousse.run(
      command, in: folder,
      environment: ["LD_PRELOAD": library, "FAULT_COUNT": "\(folder)/count"])
    let count = Int((tiny.folder.text(at: "count") ?? "").split(separator: "\n").first ?? "") ?? 0
    #expect(count > 20)
    let old = byName(trees["old"] ?? [:])
    let new = byName(trees["new"] ?? [:])
    var codes: Set<Int32> = []
    for step in stride(from: 1, through: count, by: Faults.stride) {
      try restore()
      let outcome = try Trousse.run(
        command, in: folder,
        environment: ["LD_PRELOAD": library, "FAULT_STEP": "\(step)", "FAULT_ERROR": kind])
      codes.insert(outcome.code)
      let found = byName(try tree(at: kits))
      #expect(Set(found.keys).isSubset(of: Set(old.keys).union(new.keys)), "step \(step)")
      for (name, files) in found where files != new[name] {
        #expect(files == old[name], "step \(step): \(name) is neither the old nor the new one")
      }
      #expect(Set(old.keys).isSubset(of: found.keys), "step \(step): something is gone")
      #expect(try Trousse.run(command, in: folder).code == 0, "step \(step): the next run")
      let after = try tree(at: kits)
      #expect(after.keys.filter(isOurs) == [], "step \(step): leftovers")
      if tells != nil, found == new { continue }
      let left = differences(after, trees["new"] ?? [:]).filter { tells?($0) != true }
      #expect(left == [], "step \(step)")
    }
    let expected: Set<Int32> = kind == "kill" ? [137] : [0, 3]
    #expect(codes.isSubset(of: expected), "\(codes)")
  }

  /// What each name at the top holds, without what the program keeps for itself.
  private func byName(_ files: [String: Data?]) -> [String: [String: Data?]] {
    Dictionary(grouping: files.filter { !isOurs($0.key) }) {
      String($0.key.prefix { $0 != "/" })
    }.mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.key, $0.value) }) }
  }
}

/// Whether the program keeps it for itself while it is at work.
private func isOurs(_ path: String) -> Bool {
  path.split(separator: "/").contains { $0.hasPrefix(".trousse-") && $0 != record }
}

enum Faults {
  private static let compiler = ["cc", "clang"].first {
    (try? Trousse.shell("command -v \($0)", in: "/").code) == 0
  }
  static let isThere = compiler != nil

  /// Every step when all is judged (`make conformance`), some of them in a plain run.
  static let stride = ProcessInfo.processInfo.environment["TROUSSE_CONFORMANCE"] == "1" ? 1 : 17

  /// The failing disk, to be loaded before the C library.
  static func compiled(into folder: String) throws -> String {
    let source = "\(RepositoryInputs.root)/Tests/Fixtures/Faults/faults.c"
    let library = "\(folder)/faults.so"
    let line = "\(try #require(compiler)) -shared -fPIC -o \(library) \(source)"
    try #require(try Trousse.shell(line, in: folder).code == 0)
    return library
  }
}
