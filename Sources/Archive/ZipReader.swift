package import FileTree

/// Reads a ZIP archive that anybody may have written and sent, in memory or where it lies.
///
/// Everything but the contents is checked before the first entry is given out: names, limits, both
/// headers of each entry, data descriptors, and that no two entries share bytes. The central
/// directory is what counts (APPNOTE 4.3.6), and nothing may contradict it. Contents are checked
/// when they are asked for, by length and check sum. Entries for folders are passed over, once
/// their names are found harmless.
package struct ZipReader: Sendable {
  /// One file of the archive.
  package struct Entry: Hashable, Sendable {
    package let path: RelativePath
    package let method: Deflated.Method
    /// The check sum of the original bytes, as the archive gives it.
    package let crc32: UInt32
    package let sizeBytes: Int
    /// Where the packed bytes stand in the archive.
    package let packedRange: Range<Int>
  }

  /// What an archive may cost.
  package struct Limits: Hashable, Sendable {
    /// The number of entries, folders too.
    package var entryCount: Int
    /// All entries together, unpacked.
    package var inflatedBytes: Int
    /// How many times its packed size an entry may unpack to. Asked only of entries above 1 MiB:
    /// short ones of blanks or zeros are honest and cost nothing.
    package var ratio: Int
    /// What one entry may hold to be given out: it comes as a whole.
    package var entryBytes: Int

    /// - Parameter entryBytes: as many as all entries together when nothing is said.
    package init(entryCount: Int, inflatedBytes: Int, ratio: Int, entryBytes: Int? = nil) {
      self.entryCount = entryCount
      self.inflatedBytes = inflatedBytes
      self.ratio = ratio
      self.entryBytes = entryBytes ?? inflatedBytes
    }

    /// For a text document or a whole kit.
    package static let kit = Limits(entryCount: 10_000, inflatedBytes: 512 << 20, ratio: 300)

    /// For an archive of many kits, which is read entry by entry: it may unpack to twenty times
    /// its size, which no kit comes near.
    package static func kits(archiveBytes: Int) -> Limits {
      Limits(
        entryCount: 1_000_000, inflatedBytes: max(kit.inflatedBytes, 20 * archiveBytes), ratio: 300,
        entryBytes: kit.inflatedBytes)
    }
  }

  /// In the order in which they stand in the archive, which for OpenDocument begins with
  /// `mimetype`.
  package let entries: [Entry]
  private let source: ByteSource
  private let limits: Limits
  private let places: [RelativePath: Int]

  /// Costs one pass over the headers; no content is unpacked.
  ///
  /// - Throws: the first fault that is met; see `ZipError`.
  package init(_ bytes: [UInt8], limits: Limits = .kit) throws(ZipError) {
    try self.init(ByteSource(bytes), limits: limits)
  }

  /// The same for an archive of any size: its directory is in memory, and one entry at a time.
  package init(_ source: ByteSource, limits: Limits) throws(ZipError) {
    let place = try ZipDirectoryPlace(in: source)
    guard place.count <= limits.entryCount else {
      throw .tooManyEntries(limit: limits.entryCount)
    }
    // A header takes 46 bytes and a name; no honest directory is many times longer than that.
    guard place.range.count <= 1 << 20 + place.count << 10 else { throw .damaged(.directory) }
    let window = try source.window(over: place.range)
    var directory = ByteReader(window, place.range)
    var names = PathIndex()
    var extents: [(entry: Entry, range: Range<Int>)] = []
    var total = 0
    for _ in 0..<place.count {
      guard let header = ZipHeader(directory: &directory, in: window) else {
        throw .damaged(.directory)
      }
      guard let path = try header.filePath() else { continue }
      do throws(TreeError) { try names.insert(path) } catch { throw .names(error) }
      let extent = try header.extent(at: path, in: source, before: place.range.lowerBound, limits)
      total += extent.entry.sizeBytes
      guard total <= limits.inflatedBytes else { throw .tooLarge(limitBytes: limits.inflatedBytes) }
      extents.append(extent)
    }
    guard directory.isAtEnd else { throw .damaged(.directory) }
    extents.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (first, second) in zip(extents, extents.dropFirst())
    where first.range.upperBound > second.range.lowerBound {
      throw .overlap(first.entry.path, second.entry.path)
    }
    entries = extents.map(\.entry)
    places = Dictionary(
      zip(entries.map(\.path), entries.indices), uniquingKeysWith: { first, _ in first })
    self.source = source
    self.limits = limits
  }

  /// The entry of that very name, or nil.
  package subscript(path: RelativePath) -> Entry? { places[path].map { entries[$0] } }

  /// The original bytes of an entry of this archive.
  ///
  /// - Throws: `.wrongContent` when they are not those that were packed.
  package func bytes(of entry: Entry) throws(ZipError) -> [UInt8] {
    let window = try window(over: entry)
    let content =
      switch entry.method {
      case .stored: window.array(entry.packedRange)
      case .deflated:
        Inflater.inflate(
          window.bytes, window.local(entry.packedRange), sizeBytes: entry.sizeBytes)
      }
    guard let content, content.count == entry.sizeBytes, crc32(of: content) == entry.crc32 else {
      throw .wrongContent(entry.path)
    }
    return content
  }

  /// The packed bytes of an entry as they stand, for a `ZipWriter` to copy without deflating them
  /// again. They are not checked: damage travels with them, and shows at the next reading.
  package func packed(_ entry: Entry) throws(ZipError) -> Deflated {
    Deflated(
      method: entry.method, bytes: try window(over: entry).array(entry.packedRange),
      crc32: entry.crc32, sizeBytes: entry.sizeBytes)
  }

  private func window(over entry: Entry) throws(ZipError) -> ByteWindow {
    guard max(entry.sizeBytes, entry.packedRange.count) <= limits.entryBytes else {
      throw .tooLarge(limitBytes: limits.entryBytes)
    }
    return try source.window(over: entry.packedRange)
  }
}

extension ZipHeader {
  /// The path of a file, nil for a folder.
  fileprivate func filePath() throws(ZipError) -> RelativePath? {
    guard let text else { throw .nameNotText }
    let isFolder = text.utf8.last == UInt8(ascii: "/")
    let path: RelativePath
    do throws(PathError) {
      path = try RelativePath(isFolder ? String(text.dropLast()) : text)
    } catch {
      throw .path(error)
    }
    guard !isSymbolicLink else { throw .symbolicLink(path) }
    guard isFolder else { return path }
    guard sizeBytes == 0 else { throw .headersDisagree(path) }
    return nil
  }

  /// The entry, and all bytes that belong to it from its local header on.
  ///
  /// - Parameter end: where the directory begins.
  fileprivate func extent(
    at path: RelativePath, in source: ByteSource, before end: Int, _ limits: ZipReader.Limits
  ) throws(ZipError) -> (entry: ZipReader.Entry, range: Range<Int>) {
    // Bit 5: patched data, which only its maker reads (4.4.4).
    guard !isEncrypted, flags & 1 << 5 == 0 else { throw .encrypted(path.text) }
    guard let method = Deflated.Method(rawValue: method) else {
      throw .unknownMethod(method, path.text)
    }
    guard sizeBytes <= UInt64(limits.inflatedBytes) else {
      throw .tooLarge(limitBytes: limits.inflatedBytes)
    }
    guard let start = Int(exactly: offset), let packed = Int(exactly: packedBytes), start < end
    else { throw .damaged(.entry(path)) }
    let size = Int(sizeBytes)
    guard size <= 1 << 20 || packed >= size / limits.ratio else {
      throw .tooDense(path, limit: limits.ratio)
    }
    let window = try localWindow(at: start, in: source, before: end)
    var reader = ByteReader(window, start..<min(end, window.range.upperBound))
    guard let local = ZipHeader(local: &reader, in: window), packed <= end - reader.offset else {
      throw .damaged(.entry(path))
    }
    guard agrees(with: local), method == .deflated || packed == size else {
      throw .headersDisagree(path)
    }
    let data = reader.offset..<reader.offset + packed
    let entry = ZipReader.Entry(
      path: path, method: method, crc32: crc32, sizeBytes: size, packedRange: data)
    guard hasDescriptor else { return (entry, start..<data.upperBound) }
    let last = min(end, data.upperBound + 24)
    reader = ByteReader(
      try source.window(over: data.upperBound..<last), data.upperBound..<last)
    guard skipDescriptor(&reader) else { throw .headersDisagree(path) }
    return (entry, start..<reader.offset)
  }

  /// The local header: its fixed fields say how long it is (4.3.7).
  private func localWindow(
    at start: Int, in source: ByteSource, before end: Int
  ) throws(ZipError) -> ByteWindow {
    let fixed = 30
    let head = try source.window(over: start..<min(end, start + fixed))
    guard head.range.upperBound >= start + fixed else { return head }
    var lengths = ByteReader(head, start + 26..<start + fixed)
    guard let name = lengths.u16(), let extra = lengths.u16() else { return head }
    return try source.window(over: start..<min(end, start + fixed + Int(name) + Int(extra)))
  }

  /// Name, method and encryption are the same in both headers; sum and sizes are too, unless a
  /// descriptor gives them, when zeros or the Zip64 mark may stand for them.
  private func agrees(with local: ZipHeader) -> Bool {
    let isSameKind =
      local.name == name && local.method == method && !local.isEncrypted
      && local.hasDescriptor == hasDescriptor
    let pairs = [
      (UInt64(crc32), UInt64(local.crc32)), (packedBytes, local.packedBytes),
      (sizeBytes, local.sizeBytes),
    ]
    return isSameKind
      && pairs.allSatisfy { own, other in
        own == other || hasDescriptor && (other == 0 || other == 0xFFFF_FFFF)
      }
  }

  /// Passes over the data descriptor: with or without its signature, with sizes of 32 or 64 bits
  /// (4.3.9). False when none of the four ways of reading it gives what the directory says.
  private func skipDescriptor(_ reader: inout ByteReader) -> Bool {
    for (isSigned, isLong) in [(true, false), (true, true), (false, false), (false, true)] {
      var trial = reader
      if isSigned, trial.u32() != 0x0807_4B50 { continue }
      guard trial.u32() == crc32 else { continue }
      let packed = isLong ? trial.u64() : trial.u32().map(UInt64.init)
      let size = isLong ? trial.u64() : trial.u32().map(UInt64.init)
      guard packed == packedBytes, size == sizeBytes else { continue }
      reader = trial
      return true
    }
    return false
  }
}
