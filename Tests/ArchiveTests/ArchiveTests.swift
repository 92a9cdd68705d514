import Archive
import Diagnostics
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct `Deflating` {
  @Test(
    arguments: [
      [], [0], Array("abc".utf8), Array(repeating: 7, count: 100_000),
      Array(String(repeating: "Bassin d’Évry. ", count: 3000).utf8),
    ] as [[UInt8]])
  func `never makes bytes more`(_ bytes: [UInt8]) {
    var deflater = Deflater()
    let packed = deflater.deflate(bytes)
    #expect(packed.bytes.count <= bytes.count)
    #expect(packed.sizeBytes == bytes.count)
    #expect(packed.crc32 == crc32(of: bytes))
    if packed.method == .stored { #expect(packed.bytes == bytes) }
  }

  @Test func `gives the same whatever came before`() {
    let text = Array(String(repeating: "Semaine de la persévérance. ", count: 500).utf8)
    var fresh = Deflater()
    var used = Deflater()
    for count in [0, 1, 70_000, 3] { _ = used.deflate([UInt8](repeating: 9, count: count)) }
    let packed = used.deflate(text)
    #expect(packed == fresh.deflate(text))
    #expect(packed.method == .deflated)
    #expect(packed.bytes.count * 10 < text.count)
  }

  /// The check value of CRC-32/ISO-HDLC, and that of nothing.
  @Test func `sums bytes as ZIP does`() {
    #expect(crc32(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(crc32(of: []) == 0)
  }
}

@Suite struct `An archive` {
  @Test func `needs a file`() {
    #expect(throws: ArchiveError.empty) { try ZipWriter().finish() }
  }

  @Test(arguments: [
    ("a", "a", ArchiveError.sameName(.literal("a"), as: .literal("a"))),
    ("a/B", "A/b", .sameName(.literal("A/b"), as: .literal("a/B"))),
    ("a", "a/b", .fileAndFolder(.literal("a"))),
  ])
  func `refuses a name that is taken, and goes on`(
    _ first: String, _ second: String, _ expected: ArchiveError
  ) throws {
    var writer = ZipWriter()
    try writer.addStored([1], at: RelativePath(first))
    let second = try RelativePath(second)
    do throws(ArchiveError) {
      try writer.addStored([2], at: second)
      Issue.record("\(second) was taken")
    } catch {
      #expect(error == expected)
      #expect(error.message.english != error.message.french)
    }
    let bytes = try writer.finish()
    var lonely = ZipWriter()
    try lonely.addStored([1], crc32: crc32(of: [1]), at: RelativePath(first))
    #expect(try lonely.finish() == bytes)
  }

  @Test func `is the same every time`() throws {
    #expect(try archive(of: Seed(value: 7)) == archive(of: Seed(value: 7)))
  }

  @Test(.enabled(if: Judge.unzip.isExpected), arguments: Seed.first(3))
  func `passes unzip`(_ seed: Seed) throws {
    let folder = try TemporaryFolder()
    try folder.write(archive(of: seed), at: "kit.zip")
    let result = try Judge.unzip.run(["-tq", folder.path(of: "kit.zip")])
    #expect(result.status == 0, "\(result.output)")
  }

  /// Python reads every entry back, checks the sums, and writes names and bytes of all of them.
  @Test(.enabled(if: Judge.python.isExpected))
  func `is read back by Python as it was written`() throws {
    let folder = try TemporaryFolder()
    let seeds = Seed.first(20)
    for seed in seeds { try folder.write(archive(of: seed), at: "\(seed.value).zip") }
    let low = ZipLimits(sizeBytes: 50, count: 3)
    for seed in seeds {
      try folder.write(archive(of: seed, limits: low), at: "\(seed.value)-zip64.zip")
    }
    let script = """
      import sys, zipfile
      for path in sys.argv[1:]:
          with zipfile.ZipFile(path) as archive:
              assert archive.testzip() is None
              for info in archive.infolist():
                  assert info.date_time == (1980, 1, 1, 0, 0, 0), info
                  assert info.external_attr == 0o100644 << 16, info
                  print(info.filename, archive.read(info).hex())
          print()
      """
    let paths = seeds.flatMap { ["\($0.value).zip", "\($0.value)-zip64.zip"] }
    let result = try Judge.python.run(["-c", script] + paths.map { folder.path(of: $0) })
    let expected = try seeds.map { seed in
      let lines = try files(of: seed).map { "\($0) \(hex($1))\n" }
      return lines.joined() + "\n" + lines.joined() + "\n"
    }.joined()
    #expect(result.status == 0)
    #expect(result.output == expected)
  }

  @Test(.enabled(if: Judge.python.isExpected))
  func `of seventy thousand files is Zip64 and is read by Python`() throws {
    var writer = ZipWriter()
    let byte = Deflated(storing: [65])
    for number in 0..<70_000 { try writer.add(byte, at: RelativePath("\(number)")) }
    let folder = try TemporaryFolder()
    try folder.write(writer.finish(), at: "many.zip")
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      names = archive.namelist()
      print(len(names), names[0], names[-1], archive.read("69999"))
      """
    let result = try Judge.python.run(["-c", script, folder.path(of: "many.zip")])
    #expect(result.output == "70000 0 69999 b'A'\n")
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func files(of seed: Seed) throws -> [(RelativePath, [UInt8])] {
    var generator = seed.generator
    return try (0...Int.random(in: 0...6, using: &generator)).map { number in
      let name = ["texte", "Élève", "d/é/f", "image"].randomElement(using: &generator) ?? ""
      let count = [0, 1, 60, 5000].randomElement(using: &generator) ?? 0
      return (try RelativePath("\(number)/\(name)"), generator.bytes(count: count))
    }
  }

  private func archive(of seed: Seed, limits: ZipLimits = .classic) throws -> [UInt8] {
    var writer = ZipWriter(limits: limits)
    var deflater = Deflater()
    for (path, bytes) in try files(of: seed) { try writer.add(deflater.deflate(bytes), at: path) }
    return try writer.finish()
  }
}
