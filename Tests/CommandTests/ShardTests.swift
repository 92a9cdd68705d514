import Foundation
import TestSupport
import Testing

@Suite struct `A build in parts` {
  private static let basins = "--basin evry,etampes,nanterre,massy,antony --zip"

  @Test func `and its index are the build in one piece`() throws {
    let folder = try TemporaryFolder()
    #expect(try Trousse.run("build \(Self.basins) --out whole", in: folder.path).code == 0)
    var counts: [Int] = []
    for part in 1...3 {
      let line = "build \(Self.basins) --shard \(part)/3 --out part-\(part)"
      #expect(try Trousse.run(line, in: folder.path).code == 0)
      let kits = try names(in: folder.path(of: "part-\(part)")).filter { $0.hasPrefix("kit-") }
      counts.append(kits.count)
    }
    // Five basins, each with a zip, dealt out to three.
    #expect(counts == [4, 4, 2])
    let gather = "mkdir all && mv part-?/kit-* all/"
    #expect(try Trousse.shell(gather, in: folder.path).code == 0)
    try Line(command: "index --out all", output: .exactly("5 kits on the page all/index.html\n"))
      .expect(in: folder.path)
    let trees = try ["whole", "all"].map { try tree(at: folder.path(of: $0)) }
    #expect(trees[0].count > 300)
    #expect(differences(trees[0], trees[1]) == [])
  }

  private static let lines = [
    Line(
      command: "build --basin evry --shard 2/2 --out kits",
      output: .exactly("no basin falls to shard 2/2: nothing to build\n")),
    Line(
      command: "build --shard 0/3", code: 2,
      errors: .containing(["usage.not-a-shard", "`0/3` is not that", "`1/8` to `8/8`"])),
    Line(command: "build --shard 4/3", code: 2, errors: .containing(["usage.not-a-shard"])),
    Line(command: "build --shard 1", code: 2, errors: .containing(["usage.not-a-shard"])),
    Line(command: "build --shard 1/2/3", code: 2, errors: .containing(["usage.not-a-shard"])),
    Line(command: "check --shard 1/2", code: 2, errors: .containing(["no option `--shard`"])),
    Line(
      command: "index --out nowhere", code: 1,
      errors: .containing(["cannot list the folder `nowhere`", "it does not exist"])),
  ]

  @Test(arguments: lines)
  func `that has nothing to do, or is not understood, writes nothing`(_ line: Line) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }
}
