import Foundation
import TestSupport
import Testing

/// A disk that fails at the n-th step, for every n: `Tests/Fixtures/Faults/faults.c` stands before
/// the C library and kills the process or refuses the call.
@Suite(.enabled(if: Faults.isThere, "the failing disk is compiled by `clang`"))
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
    try expectWhole(
      after: "export new-kits --usb kits", kind, in: tiny, place: "kits",
      ["old": try tree(at: "\(tiny.path)/old"), "new": try tree(at: "\(tiny.path)/new")])
  }

  /// Runs the command from the old state with a fault at each step in turn.
  private func expectWhole(
    after command: String, _ kind: String, in tiny: borrowing TinyFolder, place: String,
    _ trees: [String: [String: Data?]]
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
      #expect(differences(try tree(at: kits), trees["new"] ?? [:]) == [], "step \(step)")
    }
    let expected: Set<Int32> = kind == "kill" ? [137] : [0, 3]
    #expect(codes.isSubset(of: expected), "\(codes)")
  }

  /// What each name at the top holds, without what the program keeps for itself.
  private func byName(_ files: [String: Data?]) -> [String: [String: Data?]] {
    Dictionary(grouping: files.filter { !$0.key.hasPrefix(".trousse-") }) {
      String($0.key.prefix { $0 != "/" })
    }.mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.key, $0.value) }) }
  }
}

enum Faults {
  static let isThere = (try? Trousse.shell("command -v clang", in: "/").code) == 0

  /// Every step when all is judged (`make conformance`), some of them in a plain run.
  static let stride = ProcessInfo.processInfo.environment["TROUSSE_CONFORMANCE"] == "1" ? 1 : 9

  /// The failing disk, to be loaded before the C library.
  static func compiled(into folder: String) throws -> String {
    let source = "\(RepositoryInputs.root)/Tests/Fixtures/Faults/faults.c"
    let library = "\(folder)/faults.so"
    try #require(
      try Trousse.shell("clang -shared -fPIC -o \(library) \(source)", in: folder).code == 0)
    return library
  }
}
