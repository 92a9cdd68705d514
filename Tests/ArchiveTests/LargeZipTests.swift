import Archive
import FileTree
import Testing

/// An archive of which most bytes exist nowhere: a film of 6 GB between two letters.
@Suite struct `An archive larger than memory` {
  private static let filmBytes = 6 << 30

  /// The archive's bytes by the places where they begin, with nothing but zeros between them, and
  /// its length.
  private func pieces() -> (pieces: [(start: Int, bytes: [UInt8])], count: Int) {
    var film = Forge.Entry("kit/film.mp4")
    film.data = []
    film.packedBytes = 0xFFFF_FFFF
    film.sizeBytes = 0xFFFF_FFFF
    film.crc32 = 0
    // APPNOTE 4.5.3: original size, packed size.
    film.localExtra =
      le(0x0001 as UInt16) + le(16 as UInt16) + le(UInt64(Self.filmBytes))
      + le(UInt64(Self.filmBytes))
    film.extra = film.localExtra
    let letter = Forge.Entry("kit/lettre.txt")
    let end = { (_: Int, _: Int) -> [UInt8] in [] }
    var first = Forge([Forge.Entry("kit/avant.txt"), film])
    first.end = end
    var second = Forge([letter])
    second.end = end
    // Each forge ends with its directory; the local parts come first.
    let (head, tail) = (first.bytes, second.bytes)
    let headDirectory = first.directoryBytes
    let local = Array(head.dropLast(headDirectory.count))
    let place = local.count + Self.filmBytes
    let tailLocal = Array(tail.dropLast(second.directoryBytes.count))
    var far = letter
    far.offset = 0xFFFF_FFFF
    far.extra = le(0x0001 as UInt16) + le(8 as UInt16) + le(UInt64(place))
    let directory = headDirectory + Forge([far]).directoryBytes
    let start = place + tailLocal.count
    let records = zip64End(count: 3, at: start, bytes: directory.count)
    let last = tailLocal + directory + records
    return ([(0, local), (place, last)], place + last.count)
  }

  /// APPNOTE 4.3.14 to 4.3.16.
  private func zip64End(count: UInt64, at offset: Int, bytes: Int) -> [UInt8] {
    var output = le(0x0606_4B50 as UInt32) + le(44 as UInt64) + le(45 as UInt16) + le(45 as UInt16)
    output += le(0 as UInt64) + le(count) + le(count) + le(UInt64(bytes)) + le(UInt64(offset))
    output += le(0x0706_4B50 as UInt32) + le(0 as UInt32) + le(UInt64(offset + bytes))
    output += le(1 as UInt32)
    let marks = le(0xFFFF_FFFF_FFFF_FFFF as UInt64)
    return output + le(0x0605_4B50 as UInt32) + le(0 as UInt32) + marks
      + le(0xFFFF_FFFF as UInt32) + [0, 0]
  }

  private func source(largestRead: Int) -> ByteSource {
    let (pieces, count) = pieces()
    return ByteSource(count: count) { range in
      guard range.count <= largestRead else { return nil }
      var bytes = [UInt8](repeating: 0, count: range.count)
      for piece in pieces {
        let there = range.clamped(to: piece.start..<piece.start + piece.bytes.count)
        for offset in there { bytes[offset - range.lowerBound] = piece.bytes[offset - piece.start] }
      }
      return bytes
    }
  }

  @Test func `is read where it lies, a little at a time`() throws {
    let source = source(largestRead: 1 << 17)
    let reader = try ZipReader(source, limits: .kits(archiveBytes: source.count))
    #expect(reader.entries.map(\.path.name) == ["avant.txt", "film.mp4", "lettre.txt"])
    let film = try #require(reader[.literal("kit/film.mp4")])
    #expect(film.sizeBytes == Self.filmBytes)
    for name in ["avant.txt", "lettre.txt"] {
      let entry = try #require(reader[try RelativePath("kit/\(name)")])
      #expect(try reader.bytes(of: entry) == Array("Bonjour".utf8))
    }
    #expect(throws: ZipError.tooLarge(limitBytes: 512 << 20)) { try reader.bytes(of: film) }
  }

  @Test func `says so when the disk does not give it`() {
    #expect(throws: ZipError.unreadable) {
      try ZipReader(source(largestRead: 9), limits: .kit)
    }
  }
}

extension Forge {
  /// The directory alone.
  fileprivate var directoryBytes: [UInt8] {
    var whole = self
    var length = 0
    whole.end = { _, bytes in
      length = bytes
      return []
    }
    let bytes = whole.bytes
    return Array(bytes.suffix(length))
  }
}

extension ZipReader {
  /// The archive as it is read where it lies: no more than was asked for is in memory.
  init(inPlace bytes: [UInt8], limits: Limits = .kit) throws(ZipError) {
    try self.init(ByteSource(count: bytes.count) { Array(bytes[$0]) }, limits: limits)
  }
}
