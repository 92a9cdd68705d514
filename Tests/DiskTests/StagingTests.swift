import Diagnostics
import Disk
import FileTree
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@Suite struct `A staging` {
  /// An output folder after one build, with something of the organiser's beside it.
  private func formerOutput() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("old", at: "kit/a")
    try folder.write("old", at: "kit/gone")
    try folder.write("old", at: "index.html")
    try folder.write("mine", at: "notes.txt")
    return folder
  }

  private let former = [
    "index.html: old", "kit/", "kit/a: old", "kit/gone: old", "notes.txt: mine",
  ]
  private let renewed = [
    "index.html: new", "kit/", "kit/a: new", "kit/sub/", "kit/sub/deep/", "kit/sub/deep/b: new",
    "notes.txt: mine", "other/", "other/empty: ",
  ]

  private func fill(_ staging: Staging) throws {
    let new = Array("new".utf8)
    try staging.write(new, at: .literal("kit/a"))
    try staging.write(new, at: .literal("kit/sub/deep/b"))
    try staging.write([], at: .literal("other/empty"))
    try staging.write(new, at: .literal("index.html"))
  }

  /// Disks: one that exchanges names in one step, and those that refuse in one way or another.
  static let movers: [(name: String, mover: Mover)] =
    [("exchange", .kernel)]
    + [EINVAL, ENOSYS, EOPNOTSUPP].map { number in
      ("errno \(number)", Mover(exchange: { _, _ in number }, move: Mover.kernel.move))
    }

  @Test(arguments: movers.indices)
  func `takes the place of what has the same names, and leaves the rest`(_ index: Int) throws {
    let folder = try formerOutput()
    let staging = try Staging.begin(in: folder.path)
    try fill(staging)
    try staging.commit(last: ["index.html"], mover: Self.movers[index].mover)
    #expect(try folder.contents() == renewed)
  }

  @Test func `makes the output folder and those above it`() throws {
    let folder = try TemporaryFolder()
    let staging = try Staging.begin(in: folder.path(of: "x/y/z/"))
    try staging.write([65], at: .literal("kit/a"))
    try staging.commit(flush: .now)
    #expect(try folder.contents() == ["x/", "x/y/", "x/y/z/", "x/y/z/kit/", "x/y/z/kit/a: A"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path(of: "x/y/z/kit/a"))
    let isReadable = (mode[.posixPermissions] as? Int).map { $0 & 0o400 != 0 && $0 & 0o133 == 0 }
    #expect(isReadable == true)
  }

  @Test func `leaves all as it was when discarded`() throws {
    let folder = try formerOutput()
    let staging = try Staging.begin(in: folder.path)
    try fill(staging)
    staging.discard()
    #expect(try folder.contents() == former)
    staging.discard()
    #expect(throws: DiskError(.replace, folder.path, .lockLost)) { try staging.commit() }
    #expect(throws: DiskError.self) { try staging.write([], at: .literal("late")) }
    #expect(try folder.contents() == former)
  }

  /// Every call of a commit fails in turn, on a disk that exchanges names and on one that cannot.
  @Test(arguments: 0..<7, [true, false])
  func `goes back to what was there when a step fails`(_ step: Int, _ exchanges: Bool) throws {
    let folder = try formerOutput()
    let staging = try Staging.begin(in: folder.path)
    try fill(staging)
    let calls = Record()
    let mover = Mover(
      exchange: { first, second in
        guard exchanges else { return EINVAL }
        return calls.add(second.name) == step ? EIO : Mover.kernel.exchange(first, second)
      },
      move: { first, second in
        calls.add(second.name) == step ? EIO : Mover.kernel.move(first, second)
      })
    // With the exchange: two of them and, for the new name, one more and a move. Without: two moves
    // for each name, of which the first finds nothing for the new one.
    guard step < (exchanges ? 4 : 6) else {
      try staging.commit(mover: mover)
      #expect(try folder.contents() == renewed)
      return
    }
    let error = #expect(throws: DiskError.self) { try staging.commit(mover: mover) }
    #expect(error?.operation == .replace)
    #expect(error?.reason == .system(EIO))
    staging.discard()
    #expect(try folder.contents() == former)
  }

  @Test func `commits in the order of names, some of them last`() throws {
    let folder = try TemporaryFolder()
    let staging = try Staging.begin(in: folder.path)
    for name in ["index.html", "b", "é", "a", "Z"] { try staging.write([], at: .init(name)) }
    let names = Record()
    let mover = Mover(
      exchange: { first, second in
        names.add(second.name)
        return Mover.kernel.exchange(first, second)
      }, move: Mover.kernel.move)
    try staging.commit(last: ["index.html", "none", "a", "index.html"], mover: mover)
    #expect(names.all == ["Z", "b", "é", "index.html", "a"])
  }

  @Test func `is alone in its folder`() throws {
    let folder = try TemporaryFolder()
    let first = try Staging.begin(in: folder.path)
    let error = #expect(throws: DiskError.self) { try Staging.begin(in: folder.path) }
    #expect(error == DiskError(.lock, folder.path, .busy(owner: getpid())))
    first.discard()
    let second = try Staging.begin(in: folder.path)
    try second.commit()
    try Staging.begin(in: folder.path).discard()
    #expect(try folder.contents() == [])
  }

  @Test func `clears away what a dead build left, and brings back what stepped aside`() throws {
    let folder = try formerOutput()
    try folder.write("half", at: ".trousse-staging/kit/a")
    try folder.write("half", at: ".trousse-staging-2/kit/a")
    try folder.write("4194304\n", at: ".trousse-lock")
    try folder.write("older", at: ".trousse-former/kit/a")
    try folder.write("aside", at: ".trousse-former/bassin/a")
    try Staging.begin(in: folder.path).discard()
    #expect(try folder.contents() == ["bassin/", "bassin/a: aside"] + former)
  }

  @Test func `removes links and never what they lead to`() throws {
    let folder = try formerOutput()
    try folder.write("precious", at: "outside/file")
    #expect(symlink("../outside", folder.path(of: "kit/link")) == 0)
    #expect(symlink("outside", folder.path(of: ".trousse-staging")) == 0)
    #expect(symlink("outside", folder.path(of: "linked")) == 0)
    let staging = try Staging.begin(in: folder.path)
    try fill(staging)
    try staging.write([65], at: .literal("linked/a"))
    try staging.commit()
    #expect(folder.text(at: "outside/file") == "precious")
    let others = try folder.contents().filter { !renewed.contains($0) }
    #expect(others == ["linked/", "linked/a: A", "outside/", "outside/file: precious"])
  }

  @Test func `does not write one path twice, nor through a file, nor over its own names`() throws {
    let folder = try TemporaryFolder()
    let staging = try Staging.begin(in: folder.path)
    try staging.write([], at: .literal("a"))
    #expect(throws: DiskError(.write, folder.path(of: "a"), .system(EEXIST))) {
      try staging.write([], at: .literal("a"))
    }
    #expect(throws: DiskError(.write, folder.path(of: "a/b"), .system(ENOTDIR))) {
      try staging.write([], at: .literal("a/b"))
    }
    for name in [".trousse-lock", ".Trousse-Staging-1/a", ".trousse-former/x"] {
      #expect(throws: DiskError(.create, folder.path(of: name), .reservedName)) {
        try staging.write([], at: .init(name))
      }
    }
    staging.discard()
  }

  @Test func `takes files from many tasks at once`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let staging = try Staging.begin(in: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          let bytes = Array("\(number)".utf8)
          try staging.write(bytes, at: RelativePath("kit/\(number % 9)/\(number % 4)/\(number)"))
        }
      }
      try await group.waitForAll()
    }
    try staging.commit()
    let names = try listFiles(under: path, depthLimit: 4)
    #expect(names.count == 200)
    for name in names {
      let text = String(decoding: try readFile(at: path + "/" + name, limitBytes: 9), as: UTF8.self)
      #expect(name.hasSuffix("/" + text))
    }
  }

  @Test func `cannot begin where no folder can be made`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", at: "file")
    #expect(throws: DiskError(.create, folder.path(of: "file"), .notAFolder)) {
      try Staging.begin(in: folder.path(of: "file"))
    }
    #expect(throws: DiskError(.create, folder.path(of: "file/x"), .system(ENOTDIR))) {
      try Staging.begin(in: folder.path(of: "file/x"))
    }
    #expect(symlink("nowhere/at/all", folder.path(of: "link")) == 0)
    #expect(throws: DiskError(.create, folder.path(of: "link"), .system(ENOENT))) {
      try Staging.begin(in: folder.path(of: "link"))
    }
    #expect(throws: DiskError.self) { try Staging.begin(in: "/proc/trousse/kits") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `cannot begin in a folder that may not be written`() throws {
    let folder = try formerOutput()
    #expect(chmod(folder.path, 0o555) == 0)
    #expect(throws: DiskError(.lock, folder.path, .system(EACCES))) {
      try Staging.begin(in: folder.path)
    }
    #expect(chmod(folder.path, 0o755) == 0)
    #expect(try folder.contents() == former)
  }
}

/// What a commit called, in order.
private final class Record: Sendable {
  private let calls = Mutex<[String]>([])

  var all: [String] { calls.withLock { $0 } }

  /// Gives the number of calls before this one.
  @discardableResult
  func add(_ call: String) -> Int {
    calls.withLock {
      $0.append(call)
      return $0.count - 1
    }
  }
}
