// The records of a ZIP archive that somebody else may have written, each read in the order of its
// table in APPNOTE.TXT 6.3.10.

/// Where a ZIP archive keeps its central directory.
struct ZipDirectoryPlace {
  let count: Int
  let range: Range<Int>

  /// Finds the end record (4.3.16) from the back, and the Zip64 records before it (4.3.14, 4.3.15).
  ///
  /// The comment must end with the bytes and the directory must end where the end records begin,
  /// so that no two programs see two different archives in the same bytes.
  init(in source: ByteSource) throws(ZipError) {
    let first = max(0, source.count - Self.endBytes)
    let tail = try source.window(over: first..<source.count)
    guard let end = Self.endOffset(in: tail) else { throw .notAnArchive }
    var reader = ByteReader(tail, end..<source.count)
    guard reader.u32() != nil, let disk = reader.u16(), let first = reader.u16(),
      let countHere = reader.u16(), let count = reader.u16(),
      let size = reader.u32(), let offset = reader.u32()
    else { throw .damaged(.end) }
    var place = (
      disk: UInt64(max(disk, first)), countHere: UInt64(countHere), count: UInt64(count),
      size: UInt64(size), offset: UInt64(offset), end: end
    )
    if let long = try Self.zip64End(in: tail, before: end) {
      let isSame =
        [(count, long.count), (countHere, long.countHere)]
        .allSatisfy { $0 == 0xFFFF || UInt64($0) == $1 }
        && [(size, long.size), (offset, long.offset)]
          .allSatisfy { $0 == 0xFFFF_FFFF || UInt64($0) == $1 }
      guard isSame else { throw .damaged(.end) }
      place = long
    }
    guard place.disk == 0 || place.disk == 0xFFFF, place.countHere == place.count else {
      throw .severalDisks
    }
    guard let directory = Int(exactly: place.offset), let length = Int(exactly: place.size),
      directory <= place.end, length == place.end - directory,
      let total = Int(exactly: place.count)
    else { throw .damaged(.end) }
    self.count = total
    range = directory..<place.end
  }

  /// More than the end records take with the longest comment.
  private static let endBytes = 1 << 17

  /// The last place whose comment length leads exactly to the end.
  private static func endOffset(in tail: ByteWindow) -> Int? {
    let length = 22
    let last = tail.range.upperBound - length
    let first = max(tail.start, last - 0xFFFF)
    guard last >= first else { return nil }
    for offset in stride(from: last, through: first, by: -1) {
      guard tail[offset] == 0x50, tail[offset + 1] == 0x4B, tail[offset + 2] == 5,
        tail[offset + 3] == 6
      else { continue }
      let comment = Int(tail[offset + 20]) | Int(tail[offset + 21]) << 8
      if offset + length + comment == tail.range.upperBound { return offset }
    }
    return nil
  }

  private typealias Fields = (
    disk: UInt64, countHere: UInt64, count: UInt64, size: UInt64, offset: UInt64, end: Int
  )

  private static func zip64End(in tail: ByteWindow, before end: Int) throws(ZipError) -> Fields? {
    guard end - 20 >= tail.start else { return nil }
    var locator = ByteReader(tail, end - 20..<end)
    guard locator.u32() == 0x0706_4B50 else { return nil }
    guard let disk = locator.u32(), let place = locator.u64(), let disks = locator.u32(),
      let offset = Int(exactly: place), offset <= end - 20, offset >= tail.start
    else { throw .damaged(.end) }
    guard disk == 0, disks <= 1 else { throw .severalDisks }
    var reader = ByteReader(tail, offset..<end - 20)
    guard reader.u32() == 0x0606_4B50, let length = reader.u64(),
      length == UInt64(end - 20 - offset - 12), reader.u32() != nil,
      let thisDisk = reader.u32(), let firstDisk = reader.u32(), let countHere = reader.u64(),
      let count = reader.u64(), let size = reader.u64(), let directory = reader.u64()
    else { throw .damaged(.end) }
    return (UInt64(max(thisDisk, firstDisk)), countHere, count, size, directory, offset)
  }
}

/// What one header says: that of the directory (4.3.12) or the local one (4.3.7).
struct ZipHeader {
  var madeBy: UInt16 = 0
  var flags: UInt16
  var method: UInt16
  var crc32: UInt32
  var packedBytes: UInt64
  var sizeBytes: UInt64
  var name: [UInt8]
  var attributes: UInt32 = 0
  var offset: UInt64 = 0
  /// The name in UTF-8 that some writers give beside one in an old encoding (4.6.9).
  var unicodeName: [UInt8]?

  /// Bit 0 is encryption, bit 6 strong encryption, bit 13 a hidden directory (4.4.4).
  var isEncrypted: Bool { flags & 0b10_0000_0100_0001 != 0 }
  /// Bit 3: sizes and check sum follow the data (4.3.9).
  var hasDescriptor: Bool { flags & 1 << 3 != 0 }
  /// Bit 11 (appendix D).
  var isUTF8: Bool { flags & 1 << 11 != 0 }
  /// Unix, and OS X, keep a file's kind in the upper half (4.4.2, 4.4.15).
  var isSymbolicLink: Bool {
    [3, 19].contains(madeBy >> 8) && attributes >> 16 & 0o170000 == 0o120000
  }

  /// A header of the directory; nil when it is none or is cut off.
  init?(directory reader: inout ByteReader, in window: ByteWindow) {
    guard reader.u32() == 0x0201_4B50, let madeBy = reader.u16() else { return nil }
    guard let lengths = Self.commonFields(&reader) else { return nil }
    self = lengths.header
    self.madeBy = madeBy
    guard let comment = reader.u16(), reader.u16() != nil, reader.u16() != nil,
      let attributes = reader.u32(), let offset = reader.u32(),
      let name = reader.range(lengths.name), let extra = reader.range(lengths.extra),
      reader.range(Int(comment)) != nil
    else { return nil }
    self.attributes = attributes
    self.offset = UInt64(offset)
    self.name = window.array(name)
    guard readExtra(window, extra, hasOffset: true) else { return nil }
  }

  /// A local header; nil when it is none or is cut off. The reader stands at the data then.
  init?(local reader: inout ByteReader, in window: ByteWindow) {
    guard reader.u32() == 0x0403_4B50, let lengths = Self.commonFields(&reader) else { return nil }
    self = lengths.header
    guard let name = reader.range(lengths.name), let extra = reader.range(lengths.extra) else {
      return nil
    }
    self.name = window.array(name)
    guard readExtra(window, extra, hasOffset: false) else { return nil }
  }

  private init(
    flags: UInt16, method: UInt16, crc32: UInt32, packedBytes: UInt64, sizeBytes: UInt64
  ) {
    self.flags = flags
    self.method = method
    self.crc32 = crc32
    self.packedBytes = packedBytes
    self.sizeBytes = sizeBytes
    name = []
  }

  /// From the version needed to the length of the extra field, the two headers are alike.
  private static func commonFields(
    _ reader: inout ByteReader
  ) -> (header: ZipHeader, name: Int, extra: Int)? {
    guard reader.u16() != nil, let flags = reader.u16(), let method = reader.u16(),
      reader.u16() != nil, reader.u16() != nil, let crc32 = reader.u32(),
      let packed = reader.u32(), let size = reader.u32(), let name = reader.u16(),
      let extra = reader.u16()
    else { return nil }
    let header = ZipHeader(
      flags: flags, method: method, crc32: crc32, packedBytes: UInt64(packed),
      sizeBytes: UInt64(size))
    return (header, Int(name), Int(extra))
  }

  /// Takes the Zip64 sizes (4.5.3) and the Unicode path (4.6.9), and passes over the rest. Some
  /// writers pad the field with a few zeros, which is not worth a refusal.
  private mutating func readExtra(
    _ window: ByteWindow, _ range: Range<Int>, hasOffset: Bool
  ) -> Bool {
    var reader = ByteReader(window, range)
    while let id = reader.u16(), let length = reader.u16() {
      guard let field = reader.range(Int(length)) else { return false }
      var inside = ByteReader(window, field)
      switch id {
      case 0x0001: guard readZip64(&inside, hasOffset: hasOffset) else { return false }
      case 0x7075: readUnicodeName(&inside, window, field)
      default: break
      }
    }
    return true
  }

  private mutating func readZip64(_ field: inout ByteReader, hasOffset: Bool) -> Bool {
    let mark: UInt64 = 0xFFFF_FFFF
    if sizeBytes == mark {
      guard let size = field.u64() else { return false }
      sizeBytes = size
    }
    if packedBytes == mark {
      guard let packed = field.u64() else { return false }
      packedBytes = packed
    }
    if hasOffset, offset == mark {
      guard let place = field.u64() else { return false }
      offset = place
    }
    return true
  }

  private mutating func readUnicodeName(
    _ field: inout ByteReader, _ window: ByteWindow, _ range: Range<Int>
  ) {
    // Version 1, then the check sum of the other name: one that was changed since is not ours.
    guard range.count > 5, window[range.lowerBound] == 1, field.range(1) != nil,
      field.u32() == Archive.crc32(of: name)
    else { return }
    unicodeName = window.array(field.offset..<range.upperBound)
  }

  /// The name as text, a folder's with its slash; nil when it is said to be UTF-8 and is not.
  ///
  /// Without the word for UTF-8, it still is UTF-8 where the bytes say so (macOS), else the code
  /// page 850 of Windows in Western Europe, which has all letters of the 437 that appendix D names
  /// that French needs, in the same places, and the capitals besides.
  var text: String? {
    if isUTF8 { return String(validating: name, as: UTF8.self) }
    if let unicodeName { return String(validating: unicodeName, as: UTF8.self) }
    if let text = String(validating: name, as: UTF8.self) { return text }
    return String(
      String.UnicodeScalarView(
        name.map { $0 < 0x80 ? Unicode.Scalar($0) : codePage850[Int($0) - 0x80] }))
  }
}

private let codePage850 = Array(
  ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
    + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
    .unicodeScalars)
