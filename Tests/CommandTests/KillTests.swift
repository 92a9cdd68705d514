import Foundation
import Glibc
import TestSupport
import Testing

/// Builds that are killed in the middle, at random moments and just when the first kit has been
/// replaced. The kits of two days tell the old from the new.
@Suite(.serialized) struct `A killed build` {
  /// More when all is judged (`make conformance`).
  private static let rounds =
    ProcessInfo.processInfo.environment["TROUSSE_CONFORMANCE"] == "1" ? 300 : 20

  @Test func `leaves each kit whole, and the next one leaves no trace of it`() throws {
    let tiny = try TinyFolder()
    let start = ContinuousClock.now
    let old = try built("2014-10-06", in: tiny.path, as: "old")
    let whole = ContinuousClock.now - start
    let new = try built("2015-01-12", in: tiny.path, as: "new")
    let kits = tiny.folder.path(of: "killed")
    try FileManager.default.copyItem(atPath: tiny.folder.path(of: "old"), toPath: kits)
    var generator = Seed(value: 20).generator
    for round in 0..<Self.rounds {
      // To and fro, so that there is always something to replace.
      let day = round % 2 == 0 ? "2015-01-12" : "2014-10-06"
      let run = try Trousse.start(TinyFolder.build(day, to: "killed"), in: tiny.path)
      if round % 4 == 3 {
        try awaitReplacement(in: kits)
      } else {
        usleep(UInt32.random(in: 0..<microseconds(whole), using: &generator))
      }
      run.kill()
      _ = try run.outcome()
      try expectWhole(kits, old, new)
    }
    #expect(
      try Trousse.run(TinyFolder.build("2015-01-12", to: "killed"), in: tiny.path).code == 0)
    #expect(differences(try tree(at: kits), new) == [])
  }

  private func built(
    _ day: String, in folder: String, as name: String
  ) throws -> [String: Data?] {
    try #require(try Trousse.run(TinyFolder.build(day, to: name), in: folder).code == 0)
    return try tree(at: "\(folder)/\(name)")
  }

  private func microseconds(_ duration: Duration) -> UInt32 {
    UInt32(duration / .microseconds(1))
  }

  /// Waits until the first kit is another folder than before, at most some seconds.
  private func awaitReplacement(in kits: String) throws {
    let first = "\(kits)/kit-con-sur-mer-2015"
    let before = inode(of: first)
    for _ in 0..<10_000 where inode(of: first) == before { usleep(50) }
  }

  private func inode(of path: String) -> UInt {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : 0
  }

  /// Every name at the top is the old one or the new one, with all that is in it; besides there
  /// are only names that the program keeps for itself.
  private func expectWhole(
    _ kits: String, _ old: [String: Data?], _ new: [String: Data?]
  ) throws {
    let found = try tree(at: kits).filter { !$0.key.hasPrefix(".trousse-") }
    let parts = [found, old, new].map { files in
      Dictionary(grouping: files) { $0.key.split(separator: "/")[0] }
        .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.key, $0.value) }) }
    }
    #expect(Set(parts[0].keys) == Set(parts[1].keys))
    for (name, files) in parts[0] {
      #expect(files == parts[1][name] || files == parts[2][name], "\(name) is not whole")
    }
  }
}
