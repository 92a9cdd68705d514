// The records of a ZIP archive, each in the order of its table in APPNOTE.TXT 6.3.10.

/// Where a classic field gives out and Zip64 takes over (APPNOTE 4.4.1.4).
package struct ZipLimits: Hashable, Sendable {
  /// A size or an offset from this on goes into a Zip64 record. The value itself is the mark that
  /// says so, and is never a size.
  package var sizeBytes: Int
  /// The same for the number of entries.
  package var count: Int

  package init(sizeBytes: Int, count: Int) {
    self.sizeBytes = sizeBytes
    self.count = count
  }

  package static let classic = ZipLimits(sizeBytes: 0xFFFF_FFFF, count: 0xFFFF)
}

/// What the two headers of an entry say.
struct ZipEntry {
  var name: String
  var method: Deflated.Method
  var crc32: UInt32
  var packedBytes: Int
  var sizeBytes: Int
  /// Where the local header begins.
  var offset: Int
  var limits: ZipLimits

  /// APPNOTE 4.5.3 lets no local header give one size in Zip64 and the other not.
  var hasLongSizes: Bool { max(packedBytes, sizeBytes) >= limits.sizeBytes }
  var hasLongOffset: Bool { offset >= limits.sizeBytes }
}

/// What the end of the archive says.
struct ZipEnd {
  var count: Int
  var directoryOffset: Int
  var directoryBytes: Int
  var limits: ZipLimits

  var isZip64: Bool {
    count >= limits.count || max(directoryOffset, directoryBytes) >= limits.sizeBytes
  }
}

/// Versions of the specification (APPNOTE 4.4.3.2).
private enum Version {
  static let stored: UInt16 = 10
  static let deflated: UInt16 = 20
  static let zip64: UInt16 = 45
  /// Upper byte 3, made under Unix (4.4.2), so that the permissions below are understood.
  static func madeBy(_ version: UInt16) -> UInt16 { 3 << 8 | version }
}

/// 1 January 1980, 00:00, the first moment that the fields can hold (APPNOTE 4.4.6): an archive
/// must not depend on the day it was built.
private enum Moment {
  static let time: UInt16 = 0
  static let day: UInt16 = 1 << 5 | 1
}

/// A regular file, `rw-r--r--`, in the upper half (APPNOTE 4.4.15).
private let regularFile: UInt32 = 0o100644 << 16
private let longSize: UInt32 = 0xFFFF_FFFF
private let longCount: UInt16 = 0xFFFF
/// The header id of the Zip64 extra field (APPNOTE 4.5.1).
private let zip64Field: UInt16 = 0x0001

extension ByteWriter {
  /// APPNOTE 4.3.7. Sizes are known, so that no data descriptor follows.
  mutating func localHeader(of entry: ZipEntry) {
    u32(0x0403_4B50)
    fieldsOfBothHeaders(entry, versionNeeded(entry, for: entry.hasLongSizes))
    u16(entry.hasLongSizes ? 20 : 0)  // length of the extra field
    text(entry.name)
    if entry.hasLongSizes {
      u16(zip64Field)
      u16(16)
      u64(UInt64(entry.sizeBytes))
      u64(UInt64(entry.packedBytes))
    }
  }

  /// APPNOTE 4.3.12.
  mutating func directoryHeader(of entry: ZipEntry) {
    let extraBytes = (entry.hasLongSizes ? 16 : 0) + (entry.hasLongOffset ? 8 : 0)
    let version = versionNeeded(entry, for: extraBytes > 0)
    u32(0x0201_4B50)
    u16(Version.madeBy(max(version, Version.deflated)))
    fieldsOfBothHeaders(entry, version)
    u16(extraBytes > 0 ? UInt16(extraBytes) + 4 : 0)
    u16(0)  // length of the comment
    u16(0)  // number of the disk
    u16(0)  // internal attributes: no claim that the file is text
    u32(regularFile)
    u32(entry.hasLongOffset ? longSize : UInt32(entry.offset))
    text(entry.name)
    guard extraBytes > 0 else { return }
    u16(zip64Field)
    u16(UInt16(extraBytes))
    if entry.hasLongSizes {
      u64(UInt64(entry.sizeBytes))
      u64(UInt64(entry.packedBytes))
    }
    if entry.hasLongOffset { u64(UInt64(entry.offset)) }
  }

  /// From the version needed to the length of the name, the two headers are alike.
  private mutating func fieldsOfBothHeaders(_ entry: ZipEntry, _ version: UInt16) {
    u16(version)
    // Bit 11: the name is UTF-8 (APPNOTE appendix D). An ASCII name needs no such word.
    u16(entry.name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11)
    u16(entry.method.rawValue)
    u16(Moment.time)
    u16(Moment.day)
    u32(entry.crc32)
    u32(entry.hasLongSizes ? longSize : UInt32(entry.packedBytes))
    u32(entry.hasLongSizes ? longSize : UInt32(entry.sizeBytes))
    // A `RelativePath` is far shorter than the 65,535 bytes that fit.
    u16(UInt16(entry.name.utf8.count))
  }

  private func versionNeeded(_ entry: ZipEntry, for isZip64: Bool) -> UInt16 {
    if isZip64 { return Version.zip64 }
    return entry.method == .stored ? Version.stored : Version.deflated
  }

  /// APPNOTE 4.3.14 to 4.3.16.
  mutating func endRecords(of end: ZipEnd) {
    if end.isZip64 { zip64EndRecords(of: end, at: end.directoryOffset + end.directoryBytes) }
    let count = end.count >= end.limits.count ? longCount : UInt16(end.count)
    u32(0x0605_4B50)
    u16(0)  // number of this disk
    u16(0)  // number of the disk where the directory begins
    u16(count)  // entries on this disk
    u16(count)  // entries in all
    u32(end.directoryBytes >= end.limits.sizeBytes ? longSize : UInt32(end.directoryBytes))
    u32(end.directoryOffset >= end.limits.sizeBytes ? longSize : UInt32(end.directoryOffset))
    u16(0)  // length of the comment
  }

  private mutating func zip64EndRecords(of end: ZipEnd, at offset: Int) {
    u32(0x0606_4B50)
    u64(44)  // length of the rest of this record (4.3.14.1)
    u16(Version.madeBy(Version.zip64))
    u16(Version.zip64)
    u32(0)  // number of this disk
    u32(0)  // number of the disk where the directory begins
    u64(UInt64(end.count))
    u64(UInt64(end.count))
    u64(UInt64(end.directoryBytes))
    u64(UInt64(end.directoryOffset))
    // APPNOTE 4.3.15: the locator.
    u32(0x0706_4B50)
    u32(0)  // number of the disk with the record above
    u64(UInt64(offset))
    u32(1)  // number of disks
  }
}
