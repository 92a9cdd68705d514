import Disk
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct `A staging that takes up another` {
  private func isRight(_ path: RelativePath, _ bytes: [UInt8]) -> Bool {
    path.components[0] == "kit" && bytes == Array("new".utf8)
  }

  @Test func `keeps what is right and nothing else`() throws {
    let folder = try TemporaryFolder()
    for name in ["kit/a", "kit/sub/b", "other/c", "mine"] {
      try folder.write("new", at: ".trousse-staging/\(name)")
    }
    try folder.write("ne", at: ".trousse-staging/kit/half")
    try folder.write("new", at: ".trousse-staging/kit/linked")
    let commands = """
      mkdir -p .trousse-staging/kit/empty .trousse-staging/lost .trousse-staging-2
      ln -s /etc/passwd .trousse-staging/kit/link && ln .trousse-staging/kit/linked mine
      """
    let process = try Process.run(
      URL(filePath: "/bin/sh"), arguments: ["-c", "cd \(folder.path) && \(commands)"])
    process.waitUntilExit()
    let (staging, kept) = try Staging.resume(in: folder.path, limitBytes: 99, isRight: isRight)
    #expect(kept == [.literal("kit/a"), .literal("kit/sub/b")])
    try staging.write(Array("late".utf8), at: .literal("kit/sub/half"))
    try staging.commit(flush: .now)
    #expect(
      try folder.contents() == [
        "kit/", "kit/a: new", "kit/sub/", "kit/sub/b: new", "kit/sub/half: late", "mine: new",
      ])
  }

  @Test(arguments: ["", "file", "lost/"])
  func `is a new one where nothing can be taken up`(_ leftover: String) throws {
    let folder = try TemporaryFolder()
    if leftover == "file" { try folder.write("x", at: ".trousse-staging") }
    if leftover == "lost/" { try folder.write("x", at: ".trousse-staging/lost/x") }
    let (staging, kept) = try Staging.resume(in: folder.path, limitBytes: 99, isRight: isRight)
    #expect(kept == (leftover == "lost/" ? [] : nil))
    try staging.write([65], at: .literal("a"))
    try staging.commit()
    #expect(try folder.contents() == ["a: A"])
  }

  @Test func `leaves no folder behind that it has made`() throws {
    let folder = try TemporaryFolder()
    try Staging.begin(in: folder.path(of: "a/b/c")).discard()
    #expect(try folder.contents() == [])
    try folder.write("x", at: "a/mine")
    try Staging.begin(in: folder.path(of: "a/b")).discard()
    #expect(try folder.contents() == ["a/", "a/mine: x"])
  }
}

@Suite struct `Room on a disk` {
  private static let disk = DiskSpace(freeBytes: 1 << 20, clusterBytes: 4096)

  @Test func `is counted in clusters, of files and of folders`() {
    #expect(Self.disk.bytesTaken(byFiles: [0, 1, 4096, 4097], folders: []) == 4 * 4096)
    #expect(Self.disk.bytesTaken(byFiles: [], folders: [[], ["a"]]) == 2 * 4096)
    // Two entries for itself and its parent, and for each name of 26 letters one and two more.
    let names = (0..<42).map { "\($0 + 10)" + String(repeating: "n", count: 24) }
    #expect(Self.disk.bytesTaken(byFiles: [], folders: [names]) == 4096)
    #expect(Self.disk.bytesTaken(byFiles: [], folders: [names + ["more"]]) == 2 * 4096)
  }
}
