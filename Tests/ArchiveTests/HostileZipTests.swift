import Archive
import Diagnostics
import FileTree
import Testing

@Suite struct `A hostile archive` {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var error: ZipError
    var limits = ZipReader.Limits.kit
    var forge: @Sendable () -> Forge

    init(
      _ what: String, _ error: ZipError, limits: ZipReader.Limits = .kit,
      _ forge: @escaping @Sendable () -> Forge
    ) {
      testDescription = what
      self.error = error
      self.limits = limits
      self.forge = forge
    }

    /// One entry, honest but for a field or two.
    init(_ what: String, _ error: ZipError, change: @escaping @Sendable (inout Forge.Entry) -> Void)
    {
      self.init(what, error) { Forge([Forge.Entry("a").with(change)]) }
    }
  }

  static let names: [Row] = [
    Row("a way out", .path(.escapes("../a"))) { Forge("../a") },
    Row("a way out from inside", .path(.escapes("x/../../a"))) { Forge("x/../../a") },
    Row("a folder that leads out", .path(.escapes(".."))) { Forge("../") },
    Row("an absolute path", .path(.absolute("/etc/passwd"))) { Forge("/etc/passwd") },
    Row("a drive", .path(.colon("C:/a"))) { Forge("C:/a") },
    Row("a stream of NTFS", .path(.colon("a:b"))) { Forge("a:b") },
    Row("a backslash", .path(.backslash("..\\a"))) { Forge("..\\a") },
    Row("a network path", .path(.backslash("\\\\serveur\\a"))) { Forge("\\\\serveur\\a") },
    Row("a device of DOS", .path(.reservedName("con.txt", in: "x/con.txt"))) { Forge("x/con.txt") },
    Row("a zero byte", .path(.controlCharacter(0, in: "a\0.odt"))) { Forge("a\0.odt") },
    Row("no name", .path(.empty)) { Forge("") },
    Row("one name twice", .names(.sameName(.literal("a"), as: .literal("a")))) { Forge("a", "a") },
    Row("one name in two cases", .names(.sameName(.literal("b/A"), as: .literal("b/a")))) {
      Forge("b/a", "b/A")
    },
    Row("a file that is a folder", .names(.fileAndFolder(.literal("a")))) { Forge("a", "a/b") },
    Row("a name that is not text", .nameNotText) {
      Forge([
        Forge.Entry("").with {
          $0.name = [0xC3]
          $0.flags = 1 << 11
        }
      ])
    },
    Row("a symbolic link", .symbolicLink(.literal("a"))) { $0.attributes = 0o120777 << 16 },
  ]

  static let kinds: [Row] = [
    Row("a password", .encrypted("a")) { $0.flags = 1 },
    Row("strong encryption", .encrypted("a")) { $0.flags = 1 << 6 | 1 },
    Row("a hidden directory", .encrypted("a")) { $0.flags = 1 << 13 },
    Row("patched data", .encrypted("a")) { $0.flags = 1 << 5 },
    Row("bzip2", .unknownMethod(12, "a")) { $0.method = 12 },
    Row("deflate64", .unknownMethod(9, "a")) { $0.method = 9 },
  ]

  static let lies: [Row] = [
    Row("another name in the local header", .headersDisagree(.literal("a"))) {
      $0.localName = [UInt8(ascii: "b")]
    },
    Row("another size in the local header", .headersDisagree(.literal("a"))) { $0.localSize = 6 },
    Row("another method in the local header", .headersDisagree(.literal("a"))) {
      $0.localMethod = 8
    },
    Row("a stored file of another size", .headersDisagree(.literal("a"))) { $0.sizeBytes = 9 },
    Row("a descriptor that is missing", .headersDisagree(.literal("a"))) { $0.flags = 8 },
    Row("a descriptor with another sum", .headersDisagree(.literal("a"))) {
      $0.flags = 8
      $0.descriptor =
        le(0x0807_4B50 as UInt32) + le(1 as UInt32) + le(7 as UInt32) + le(7 as UInt32)
    },
    Row("a folder with bytes", .headersDisagree(.literal("x"))) { Forge("x/") },
    Row("a local header outside", .damaged(.entry(.literal("a")))) { $0.offset = 4000 },
    Row("a local header elsewhere", .damaged(.entry(.literal("a")))) { $0.offset = 1 },
    Row("data that runs into the directory", .damaged(.entry(.literal("a")))) {
      $0.packedBytes = 90
      $0.sizeBytes = 90
    },
    Row("a Zip64 mark without its field", .damaged(.entry(.literal("a")))) {
      $0.packedBytes = 0xFFFF_FFFF
    },
    Row("an extra field that is cut off", .damaged(.directory)) {
      $0.extra = le(0x5455 as UInt16) + le(9 as UInt16)
    },
    Row("one entry fewer than told", .damaged(.directory)) {
      var forge = Forge("a")
      forge.count = 2
      return forge
    },
    Row("one entry more than told", .damaged(.directory)) {
      var forge = Forge("a", "b")
      forge.count = 1
      return forge
    },
    Row("something before the archive", .damaged(.end)) {
      var forge = Forge("a")
      forge.end = { offset, bytes in
        let count = le(1 as UInt16)
        return le(0x0605_4B50 as UInt32) + le(0 as UInt32) + count + count
          + le(UInt32(bytes)) + le(UInt32(offset - 1)) + [0, 0]
      }
      return forge
    },
    Row("something behind the archive", .notAnArchive) {
      var forge = Forge("a")
      forge.suffix = [10]
      return forge
    },
    Row("a second volume", .severalDisks) {
      var forge = Forge("a")
      forge.disk = 1
      return forge
    },
    Row("two entries on the same bytes", .overlap(.literal("a"), .literal("b"))) {
      Forge("b").sharing
    },
  ]

  static let bombs: [Row] = [
    Row(
      "more entries than allowed", .tooManyEntries(limit: 2),
      limits: .init(entryCount: 2, inflatedBytes: 999, ratio: 9)
    ) { Forge("a", "b", "c") },
    Row(
      "more bytes than allowed", .tooLarge(limitBytes: 20),
      limits: .init(entryCount: 9, inflatedBytes: 20, ratio: 9)
    ) { Forge("a", "b", "c") },
    Row("a size that fills the memory", .tooLarge(limitBytes: 512 << 20)) {
      $0.method = 8
      $0.sizeBytes = 0xFFFF_FFFE
    },
    Row("four megabytes of one letter", .tooDense(.literal("a"), limit: 300)) {
      let bytes = [UInt8](repeating: 65, count: 4 << 20)
      var deflater = Deflater()
      let packed = deflater.deflate(bytes).bytes
      return Forge([
        Forge.Entry("a").with {
          $0.data = bytes
          $0.packed = packed
          $0.method = 8
          $0.crc32 = 0
        }
      ])
    },
  ]

  @Test(arguments: names + kinds + lies + bombs)
  func `is refused before anything is unpacked`(_ row: Row) {
    let bytes = row.forge().bytes
    let error = #expect(throws: ZipError.self) { try ZipReader(bytes, limits: row.limits) }
    #expect(error == row.error)
    #expect(throws: row.error) { try ZipReader(inPlace: bytes, limits: row.limits) }
    if let error { #expect(error.message.english != error.message.french) }
  }

  private static let packedHello: [UInt8] = {
    // A fixed-code block (RFC 1951, 3.2.6), by Python: zlib.compressobj(9, 8, -15) of « Bonjour ».
    [0x73, 0xCA, 0xCF, 0xCB, 0xCA, 0x2F, 0x2D, 0x02, 0x00]
  }()

  static let contents: [Row] = [
    Row("another check sum", .wrongContent(.literal("a"))) { $0.crc32 = 7 },
    Row("a stream that is none", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = [0xFF, 0xFF, 0xFF]
    },
    Row("a stream that is cut off", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = packedHello.dropLast(2)
    },
    Row("a stream with something behind it", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = packedHello + [0]
    },
    Row("a stream of fewer bytes than told", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = packedHello
      $0.sizeBytes = 8
    },
    Row("a stream of more bytes than told", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = packedHello
      $0.sizeBytes = 6
    },
    Row("an empty stream of no byte", .wrongContent(.literal("a"))) {
      $0.method = 8
      $0.packed = []
      $0.data = []
    },
  ]

  @Test(arguments: contents)
  func `gives no content that is not the right one`(_ row: Row) throws {
    let reader = try ZipReader(row.forge().bytes)
    let entry = try #require(reader.entries.first)
    #expect(throws: row.error) { try reader.bytes(of: entry) }
  }

  @Test func `and the honest one beside it is read`() throws {
    let honest = Forge([
      Forge.Entry("a").with {
        $0.method = 8
        $0.packed = Self.packedHello
      },
      Forge.Entry("b").with {
        $0.method = 8
        $0.packed = [3, 0]
        $0.data = []
      },
    ])
    let reader = try ZipReader(honest.bytes)
    #expect(try reader.entries.map { try reader.bytes(of: $0) } == [Array("Bonjour".utf8), []])
  }

  /// APPNOTE 4.3.14, 4.3.15: the long end record, honest or not.
  @Test(arguments: [
    (UInt64(1), UInt64(0), nil), (2, 0, ZipError.severalDisks), (1, 1, .damaged(.end)),
  ])
  func `has a Zip64 end that must agree`(
    _ count: UInt64, _ shift: UInt64, _ expected: ZipError?
  ) throws {
    var forge = Forge("a")
    forge.end = { offset, bytes in
      let end = offset + bytes
      var output =
        le(0x0606_4B50 as UInt32) + le(44 as UInt64) + le(45 as UInt16) + le(45 as UInt16)
      output += le(0 as UInt64) + le(1 as UInt64) + le(count) + le(UInt64(bytes))
      output += le(UInt64(offset) + shift)
      output += le(0x0706_4B50 as UInt32) + le(0 as UInt32) + le(UInt64(end)) + le(1 as UInt32)
      let mark = le(0xFFFF_FFFF_FFFF_FFFF as UInt64)
      return output + le(0x0605_4B50 as UInt32) + le(0 as UInt32) + mark + le(0xFFFF_FFFF as UInt32)
        + [0, 0]
    }
    let bytes = forge.bytes
    guard let expected else {
      #expect(try ZipReader(bytes).entries.map(\.path) == [.literal("a")])
      return
    }
    #expect(throws: expected) { try ZipReader(bytes) }
  }
}

extension Forge {
  /// Lets the second entry's directory header lead to a local header inside the first one's data,
  /// as archives do that are small and unpack to very much.
  fileprivate var sharing: Forge {
    var inner = Forge([entries[0]])
    inner.end = { _, _ in [] }
    let whole = inner.bytes
    let header = Array(whole[..<(30 + entries[0].name.count + entries[0].data.count)])
    var outer = Entry("a")
    outer.data = header
    var second = entries[0]
    second.offset = UInt32(30 + outer.name.count)
    return Forge([outer, second])
  }
}
