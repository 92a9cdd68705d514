import Archive
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct `Reading an archive` {
  @Test(arguments: Seed.first(60))
  func `gives back what was written, in the same order`(_ seed: Seed) throws {
    var generator = seed.generator
    let names = ["mimetype", "Élève.odt", "d/é/f", "d/g", "image (1).png", "x"]
    let files = try names.prefix(Int.random(in: 1...6, using: &generator)).map { name in
      let count = [0, 1, 60, 5000, 70_000].randomElement(using: &generator) ?? 0
      return (path: try RelativePath(name), bytes: generator.bytes(count: count))
    }
    let limits = Bool.random(using: &generator) ? .classic : ZipLimits(sizeBytes: 50, count: 3)
    var writer = ZipWriter(limits: limits)
    var deflater = Deflater()
    for file in files { try writer.add(deflater.deflate(file.bytes), at: file.path) }
    let archive = try writer.finish()
    let reader = try ZipReader(archive)
    #expect(reader.entries.map(\.path) == files.map(\.path))
    for file in files {
      let entry = try #require(reader[file.path])
      #expect(try reader.bytes(of: entry) == file.bytes)
    }
    let inPlace = try ZipReader(inPlace: archive)
    #expect(inPlace.entries == reader.entries)
    #expect(try inPlace.entries.map { try inPlace.bytes(of: $0) } == files.map(\.bytes))
    // Copied without being unpacked, and in pieces, the archive comes out the same.
    var copy = ZipWriter(limits: limits)
    var pieces: [UInt8] = []
    for entry in reader.entries {
      try copy.add(reader.packed(entry), at: entry.path)
      if Bool.random(using: &generator) { pieces += copy.drain() }
    }
    #expect(try pieces + copy.finish() == archive)
  }

  @Test func `says of an entry what its headers say`() throws {
    let text = [UInt8](repeating: 65, count: 300)
    var deflater = Deflater()
    let packed = deflater.deflate(text)
    var writer = ZipWriter()
    try writer.addStored([1, 2], at: .literal("mimetype"))
    try writer.add(packed, at: .literal("content.xml"))
    let reader = try ZipReader(try writer.finish())
    let first = try #require(reader.entries.first)
    #expect(first.method == .stored && first.crc32 == sum([1, 2]) && first.sizeBytes == 2)
    #expect(first.packedRange == 38..<40)
    let second = try #require(reader[.literal("content.xml")])
    #expect(second.method == .deflated && second.crc32 == sum(text) && second.sizeBytes == 300)
    #expect(second.packedRange.count == packed.bytes.count)
    #expect(try reader.packed(second) == packed)
    #expect(reader[.literal("Content.xml")] == nil)
  }

  struct Foreign: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var names: [String]
    var forge: @Sendable () -> Forge

    init(_ what: String, _ names: [String], _ forge: @escaping @Sendable () -> Forge) {
      testDescription = what
      self.names = names
      self.forge = forge
    }
  }

  private static let hello = Array("Bonjour".utf8)

  static let foreign: [Foreign] = [
    Foreign("a comment with an end record in it", ["a"]) {
      var forge = Forge("a")
      forge.comment = le(0x0605_4B50 as UInt32) + [UInt8](repeating: 0, count: 20)
      return forge
    },
    Foreign("a folder's entry", ["Pictures/a.png"]) {
      Forge([Forge.Entry("Pictures/").with { $0.data = [] }, Forge.Entry("Pictures/a.png")])
    },
    Foreign("a descriptor with its signature", ["a", "b"]) {
      let descriptor = le(0x0807_4B50 as UInt32) + le(sum(hello)) + le(7 as UInt32)
      return Forge([
        Forge.Entry("a").with {
          $0.flags = 8
          $0.descriptor = descriptor + le(7 as UInt32)
        }, Forge.Entry("b"),
      ])
    },
    Foreign("a descriptor without its signature", ["a", "b"]) {
      Forge([
        Forge.Entry("a").with {
          $0.flags = 8
          $0.descriptor = le(sum(hello)) + le(7 as UInt32) + le(7 as UInt32)
        }, Forge.Entry("b"),
      ])
    },
    Foreign("a descriptor of 64 bits", ["a", "b"]) {
      let sizes = le(7 as UInt64) + le(7 as UInt64)
      return Forge([
        Forge.Entry("a").with {
          $0.flags = 8
          $0.localExtra = le(1 as UInt16) + le(16 as UInt16) + [UInt8](repeating: 0, count: 16)
          $0.descriptor = le(0x0807_4B50 as UInt32) + le(sum(hello)) + sizes
        }, Forge.Entry("b"),
      ])
    },
    Foreign("extra fields of other programs, and a padded one", ["a"]) {
      // Info-ZIP's time stamp (0x5455), then three zeros.
      let stamp = le(0x5455 as UInt16) + le(5 as UInt16) + [3, 1, 2, 3, 4]
      return Forge([
        Forge.Entry("a").with {
          $0.extra = stamp
          $0.localExtra = stamp + [0, 0, 0]
        }
      ])
    },
    Foreign("long sizes in the local header alone", ["a"]) {
      let sizes = le(7 as UInt64) + le(7 as UInt64)
      return Forge([
        Forge.Entry("a").with {
          $0.packedBytes = 0xFFFF_FFFF
          $0.sizeBytes = 0xFFFF_FFFF
          $0.localExtra = le(1 as UInt16) + le(16 as UInt16) + sizes
          $0.extra = $0.localExtra
        }
      ])
    },
    Foreign("UTF-8 said to be so", ["Élève"]) {
      Forge([Forge.Entry("Élève").with { $0.flags = 1 << 11 }])
    },
    Foreign("UTF-8 not said to be so, as on a Mac", ["Délégués"]) { Forge("Délégués") },
    Foreign("the page 850 of Windows", ["Évaluation à rendre.odt", "ﾃ"]) {
      Forge([
        Forge.Entry("").with {
          $0.name = [0x90] + Array("valuation ".utf8) + [0x85] + Array(" rendre.odt".utf8)
        }, Forge.Entry("ﾃ"),
      ])
    },
    Foreign("a Unicode name beside an old one", ["Œuvre"]) {
      let name: [UInt8] = [0xFE] + Array("uvre".utf8)
      let field = [1] + le(sum(name)) + Array("Œuvre".utf8)
      return Forge([
        Forge.Entry("").with {
          $0.name = name
          $0.extra = le(0x7075 as UInt16) + le(UInt16(field.count)) + field
        }
      ])
    },
    Foreign("no entry at all", []) { Forge() },
  ]

  @Test(arguments: foreign)
  func `takes what other programs write`(_ row: Foreign) throws {
    let bytes = row.forge().bytes
    for reader in [try ZipReader(bytes), try ZipReader(inPlace: bytes)] {
      #expect(reader.entries.map(\.path.text) == row.names)
      for entry in reader.entries { #expect(try reader.bytes(of: entry) == Self.hello) }
    }
  }

  @Test(.enabled(if: Judge.python.isExpected))
  func `takes what Python streams to a pipe`() throws {
    let folder = try TemporaryFolder()
    // Without a place to go back to, Python writes descriptors, and long ones when told so.
    let script = """
      import sys, zipfile
      class Pipe:
          def __init__(self, path): self.file = open(path, "wb")
          def write(self, data): return self.file.write(data)
          def flush(self): self.file.flush()
      with zipfile.ZipFile(Pipe(sys.argv[1]), "w", zipfile.ZIP_DEFLATED) as archive:
          archive.writestr("mimetype", "x", zipfile.ZIP_STORED)
          archive.writestr("Élève.txt", "é" * 9000)
          with archive.open("long", "w", force_zip64=True) as entry: entry.write(b"a" * 70000)
          archive.writestr("empty/", "")
      """
    let path = folder.path(of: "stream.zip")
    let result = try Judge.python.run(["-c", script, path])
    try #require(result.status == 0, "\(result.output)")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let reader = try ZipReader([UInt8](bytes))
    #expect(reader.entries.map(\.path.text) == ["mimetype", "Élève.txt", "long"])
    #expect(reader.entries.map(\.method) == [.stored, .deflated, .deflated])
    #expect(try reader.entries.map { try reader.bytes(of: $0).count } == [1, 18_000, 70_000])
  }

  @Test(.enabled(if: Judge.office.isInstalled))
  func `takes a text document that LibreOffice saved`() throws {
    let folder = try TemporaryFolder()
    try folder.write("<html><body><p>Bonjour à tous</p></body></html>", at: "a.html")
    let result = try Judge.office.run([
      "-env:UserInstallation=file://\(folder.path(of: "profile"))", "--headless", "--convert-to",
      "odt", "--outdir", folder.path, folder.path(of: "a.html"),
    ])
    let bytes = try #require(
      FileManager.default.contents(atPath: folder.path(of: "a.odt")), "\(result.output)")
    let reader = try ZipReader([UInt8](bytes))
    #expect(reader.entries.first?.path == .literal("mimetype"))
    #expect(reader.entries.first?.packedRange == 38..<77)
    for entry in reader.entries { #expect(try reader.bytes(of: entry).count == entry.sizeBytes) }
    let content = try reader.bytes(of: try #require(reader[.literal("content.xml")]))
    #expect(String(decoding: content, as: UTF8.self).contains("Bonjour à tous"))
  }

  /// Seeds, each with an honest archive in which some bytes are changed or cut off.
  @Test(arguments: Seed.first(300))
  func `gives the right bytes or none, whatever the archive`(_ seed: Seed) throws {
    var generator = seed.generator
    let text = Array(String(repeating: "Semaine de la persévérance. ", count: 20).utf8)
    var deflater = Deflater()
    var writer = ZipWriter(
      limits: seed.value % 2 == 0 ? .classic : ZipLimits(sizeBytes: 9, count: 2))
    for name in ["mimetype", "content.xml", "Pictures/é.png"] {
      try writer.add(deflater.deflate(text), at: RelativePath(name))
    }
    var bytes = try writer.finish()
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      bytes[Int.random(in: bytes.indices, using: &generator)] =
        UInt8.random(in: 0...255, using: &generator)
    }
    if seed.value % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
    guard let reader = try? ZipReader(bytes) else { return }
    for entry in reader.entries {
      guard let content = try? reader.bytes(of: entry) else { continue }
      #expect(content.count == entry.sizeBytes && sum(content) == entry.crc32)
    }
  }

  @Test(arguments: Seed.first(50))
  func `takes no nonsense`(_ seed: Seed) {
    var generator = seed.generator
    let bytes = generator.bytes(count: Int.random(in: 0...65_536, using: &generator))
    #expect(throws: ZipError.notAnArchive) { try ZipReader(bytes) }
  }
}
