import Archive
import FileTree
import Testing

@Suite struct `A ZIP archive of two entries` {
  /// Stored, as OpenDocument wants its first entry.
  private let mimetype = "application/vnd.oasis.opendocument.text"
  private let text = String(repeating: "La persévérance scolaire. ", count: 40)
  private let name = "Fiches/Élèves.xml"

  /// APPNOTE.TXT 6.3.10, field by field, in the order of the file.
  @Test func `holds these fields and nothing else`() throws {
    var deflater = Deflater()
    let packed = deflater.deflate(Array(text.utf8))
    var writer = ZipWriter()
    try writer.addStored(Array(mimetype.utf8), at: .literal("mimetype"))
    try writer.add(packed, at: RelativePath(name))
    var walk = ByteWalk(try writer.finish())

    // 4.3.7, first local header
    walk.expect(u32: 0x0403_4B50, "signature")
    walk.expect(u16: 10, "version needed: 1.0 for a stored file")
    walk.expect(u16: 0, "flags: ASCII name, no encryption, no data descriptor")
    walk.expect(u16: 0, "method: stored")
    walk.expect(u16: 0, "time: midnight")
    walk.expect(u16: 0x0021, "day: 1 January 1980")
    walk.expect(u32: crc32(of: Array(mimetype.utf8)), "check sum")
    walk.expect(u32: 39, "packed size")
    walk.expect(u32: 39, "size")
    walk.expect(u16: 8, "length of the name")
    walk.expect(u16: 0, "no extra field, so that the type stands at byte 38 (ODF 1.3-2, 3.3)")
    walk.expect(text: "mimetype", "name")
    #expect(walk.offset == 38)
    walk.expect(text: mimetype, "the bytes as they are")

    // 4.3.7, second local header
    let second = walk.offset
    walk.expect(u32: 0x0403_4B50, "signature")
    walk.expect(u16: 20, "version needed: 2.0 for deflate")
    walk.expect(u16: 0x0800, "flags: bit 11, the name is UTF-8")
    walk.expect(u16: 8, "method: deflate")
    walk.expect(u16: 0, "time: midnight")
    walk.expect(u16: 0x0021, "day: 1 January 1980")
    walk.expect(u32: crc32(of: Array(text.utf8)), "check sum of the original")
    walk.expect(u32: UInt32(packed.bytes.count), "packed size")
    walk.expect(u32: 1120, "size: 40 times 28 bytes")
    walk.expect(u16: 19, "length of the name in bytes: two letters of 17 take two")
    walk.expect(u16: 0, "no extra field")
    walk.expect(text: name, "name")
    walk.expect(run: packed.bytes, "the deflate stream")

    // 4.3.12, the central directory
    let directory = walk.offset
    walk.expect(u32: 0x0201_4B50, "signature")
    walk.expect(u16: 0x0314, "made under Unix, version 2.0")
    walk.expect(u16: 10, "version needed, as in the local header")
    walk.expect(u16: 0, "flags")
    walk.expect(u16: 0, "method: stored")
    walk.expect(u16: 0, "time")
    walk.expect(u16: 0x0021, "day")
    walk.expect(u32: crc32(of: Array(mimetype.utf8)), "check sum")
    walk.expect(u32: 39, "packed size")
    walk.expect(u32: 39, "size")
    walk.expect(u16: 8, "length of the name")
    walk.expect(u16: 0, "no extra field")
    walk.expect(u16: 0, "no comment")
    walk.expect(u16: 0, "disk 0")
    walk.expect(u16: 0, "no claim that the file is text")
    walk.expect(u32: 0x81A4_0000, "a regular file, rw-r--r--")
    walk.expect(u32: 0, "its local header is at the very beginning")
    walk.expect(text: "mimetype", "name")

    walk.expect(u32: 0x0201_4B50, "signature")
    walk.expect(u16: 0x0314, "made under Unix, version 2.0")
    walk.expect(u16: 20, "version needed")
    walk.expect(u16: 0x0800, "flags: the name is UTF-8")
    walk.expect(u16: 8, "method: deflate")
    walk.expect(u16: 0, "time")
    walk.expect(u16: 0x0021, "day")
    walk.expect(u32: packed.crc32, "check sum")
    walk.expect(u32: UInt32(packed.bytes.count), "packed size")
    walk.expect(u32: 1120, "size")
    walk.expect(u16: 19, "length of the name")
    walk.expect(u16: 0, "no extra field")
    walk.expect(u16: 0, "no comment")
    walk.expect(u16: 0, "disk 0")
    walk.expect(u16: 0, "no claim that the file is text")
    walk.expect(u32: 0x81A4_0000, "a regular file, rw-r--r--")
    walk.expect(u32: UInt32(second), "where its local header is")
    walk.expect(text: name, "name")

    // 4.3.16, the end
    let end = walk.offset
    walk.expect(u32: 0x0605_4B50, "signature")
    walk.expect(u16: 0, "disk 0")
    walk.expect(u16: 0, "the directory is on disk 0")
    walk.expect(u16: 2, "entries on this disk")
    walk.expect(u16: 2, "entries in all")
    walk.expect(u32: UInt32(end - directory), "size of the directory")
    walk.expect(u32: UInt32(directory), "where the directory is")
    walk.expect(u16: 0, "no comment")
    #expect(walk.rest == 0, "every byte is accounted for")
  }

  /// APPNOTE 4.5.3, 4.3.14 and 4.3.15, with limits lowered to 100 bytes and 3 entries.
  @Test func `says in Zip64 what does not fit`() throws {
    let bytes = [UInt8](repeating: 65, count: 100)
    var writer = ZipWriter(limits: ZipLimits(sizeBytes: 100, count: 2))
    try writer.addStored(bytes, at: .literal("a"))
    try writer.addStored([66], at: .literal("b"))
    var walk = ByteWalk(try writer.finish())

    walk.expect(u32: 0x0403_4B50, "signature")
    walk.expect(u16: 45, "version needed: 4.5 for Zip64")
    walk.skip(12, "flags, method, moment and check sum")
    walk.expect(u32: 0xFFFF_FFFF, "packed size: in the extra field")
    walk.expect(u32: 0xFFFF_FFFF, "size: in the extra field")
    walk.expect(u16: 1, "length of the name")
    walk.expect(u16: 20, "length of the extra field")
    walk.expect(text: "a", "name")
    walk.expect(u16: 1, "extra field: Zip64")
    walk.expect(u16: 16, "of two fields")
    walk.expect(u64: 100, "size")
    walk.expect(u64: 100, "packed size")
    walk.expect(run: bytes, "bytes")
    #expect(walk.offset == 151)
    walk.skip(30 + 1 + 1, "the second entry, which fits")

    let directory = walk.offset
    walk.expect(u32: 0x0201_4B50, "signature")
    walk.expect(u16: 0x032D, "made under Unix, version 4.5")
    walk.expect(u16: 45, "version needed")
    walk.skip(12, "flags, method, moment and check sum")
    walk.expect(u32: 0xFFFF_FFFF, "packed size: in the extra field")
    walk.expect(u32: 0xFFFF_FFFF, "size: in the extra field")
    walk.expect(u16: 1, "length of the name")
    walk.expect(u16: 20, "length of the extra field")
    walk.skip(10, "comment, disk and attributes")
    walk.expect(u32: 0, "where its local header is, which fits")
    walk.expect(text: "a", "name")
    walk.expect(u16: 1, "extra field: Zip64")
    walk.expect(u16: 16, "of two fields")
    walk.expect(u64: 100, "size")
    walk.expect(u64: 100, "packed size")

    walk.expect(u32: 0x0201_4B50, "signature")
    walk.expect(u16: 0x032D, "made under Unix, version 4.5")
    walk.expect(u16: 45, "version needed, here for the offset alone")
    walk.skip(12, "flags, method, moment and check sum")
    walk.expect(u32: 1, "packed size, which fits")
    walk.expect(u32: 1, "size, which fits")
    walk.expect(u16: 1, "length of the name")
    walk.expect(u16: 12, "length of the extra field")
    walk.skip(10, "comment, disk and attributes")
    walk.expect(u32: 0xFFFF_FFFF, "where its local header is: in the extra field")
    walk.expect(text: "b", "name")
    walk.expect(u16: 1, "extra field: Zip64")
    walk.expect(u16: 8, "of one field")
    walk.expect(u64: 151, "where its local header is")

    let end = walk.offset
    walk.expect(u32: 0x0606_4B50, "signature of the Zip64 end")
    walk.expect(u64: 44, "length of the rest of the record")
    walk.expect(u16: 0x032D, "made under Unix, version 4.5")
    walk.expect(u16: 45, "version needed")
    walk.expect(u32: 0, "disk 0")
    walk.expect(u32: 0, "the directory is on disk 0")
    walk.expect(u64: 2, "entries on this disk")
    walk.expect(u64: 2, "entries in all")
    walk.expect(u64: UInt64(end - directory), "size of the directory")
    walk.expect(u64: UInt64(directory), "where the directory is")
    walk.expect(u32: 0x0706_4B50, "signature of the locator")
    walk.expect(u32: 0, "disk 0")
    walk.expect(u64: UInt64(end), "where the Zip64 end is")
    walk.expect(u32: 1, "one disk")
    walk.expect(u32: 0x0605_4B50, "signature of the end")
    walk.skip(4, "disks")
    walk.expect(u16: 0xFFFF, "entries on this disk: in the Zip64 end")
    walk.expect(u16: 0xFFFF, "entries in all: in the Zip64 end")
    walk.expect(u32: 0xFFFF_FFFF, "size of the directory: in the Zip64 end")
    walk.expect(u32: 0xFFFF_FFFF, "where the directory is: in the Zip64 end")
    walk.expect(u16: 0, "no comment")
    #expect(walk.rest == 0, "every byte is accounted for")
  }
}

/// Goes through bytes from the first to the last and records what is not as expected.
private struct ByteWalk {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var rest: Int { bytes.count - offset }

  mutating func skip(_ count: Int, _ what: Comment) { offset += count }

  mutating func expect(u16: UInt16, _ what: Comment, at place: SourceLocation = #_sourceLocation) {
    expect(UInt64(u16), bytes: 2, what, place)
  }

  mutating func expect(u32: UInt32, _ what: Comment, at place: SourceLocation = #_sourceLocation) {
    expect(UInt64(u32), bytes: 4, what, place)
  }

  mutating func expect(u64: UInt64, _ what: Comment, at place: SourceLocation = #_sourceLocation) {
    expect(u64, bytes: 8, what, place)
  }

  mutating func expect(
    text: String, _ what: Comment, at place: SourceLocation = #_sourceLocation
  ) {
    expect(run: Array(text.utf8), what, at: place)
  }

  mutating func expect(
    run: [UInt8], _ what: Comment, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(Array(bytes[offset...].prefix(run.count)) == run, what, sourceLocation: place)
    offset = min(offset + run.count, bytes.count)
  }

  private mutating func expect(
    _ value: UInt64, bytes count: Int, _ what: Comment, _ place: SourceLocation
  ) {
    let found = bytes[min(offset, bytes.count)...].prefix(count).reversed()
      .reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(found == value, what, sourceLocation: place)
    offset = min(offset + count, bytes.count)
  }
}
