internal import CZlib

/// Some bytes as a ZIP entry holds them. Made once, it can go into any number of archives.
package struct Deflated: Sendable, Hashable {
  /// How `bytes` are to be read (APPNOTE 4.4.5).
  package enum Method: UInt16, Sendable {
    /// As they are, which is what a deflater gives when deflating would not make them fewer.
    case stored = 0
    /// A raw deflate stream (RFC 1951), without the zlib wrapper.
    case deflated = 8
  }

  package let method: Method
  package let bytes: [UInt8]
  /// The check sum of the original bytes.
  package let crc32: UInt32
  /// The number of original bytes.
  package let sizeBytes: Int

  /// Bytes that are not worth deflating, such as pictures.
  package init(storing bytes: [UInt8]) {
    self.init(storing: bytes, crc32: Archive.crc32(of: bytes))
  }

  /// - Parameter crc32: the check sum of the bytes, known from before.
  package init(storing bytes: [UInt8], crc32: UInt32) {
    self.init(method: .stored, bytes: bytes, crc32: crc32, sizeBytes: bytes.count)
  }

  /// The original bytes, nil when they are not those that were packed.
  package func original() -> [UInt8]? {
    let content =
      switch method {
      case .stored: bytes
      case .deflated: Inflater.inflate(bytes, 0..<bytes.count, sizeBytes: sizeBytes)
      }
    guard let content, content.count == sizeBytes, Archive.crc32(of: content) == crc32 else {
      return nil
    }
    return content
  }

  init(method: Method, bytes: [UInt8], crc32: UInt32, sizeBytes: Int) {
    self.method = method
    self.bytes = bytes
    self.crc32 = crc32
    self.sizeBytes = sizeBytes
  }
}

/// The CRC-32 of ZIP (APPNOTE 4.4.7).
package func crc32(of bytes: [UInt8]) -> UInt32 {
  let sum = unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe crc32_z(0, buffer.baseAddress, buffer.count)
  }
  return UInt32(truncatingIfNeeded: sum)
}

/// Deflates many files, one after the other, with one set of zlib's tables.
///
/// A deflater takes 256 KB and some time to make, so keep one for each task and not one for each
/// file. The bytes it gives depend on the input, the level and zlib's version, not on the files
/// before.
@safe package struct Deflater: ~Copyable {
  /// On the heap, as zlib notes the address of the stream and refuses it at another one.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Kept between files; only its size outlives a call.
  private var output: [UInt8] = []

  /// For a text document, which is made anew for each basin: half the time of zlib's own level on
  /// the documents of a kit, for a ninth more bytes of their text.
  package static let documentLevel = 3

  /// - Parameter level: zlib's, from 1 (fast) to 9 (small).
  package init(level: Int = 6) {
    precondition((1...9).contains(level), "zlib has levels from 1 to 9")
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative window bits: raw deflate, as ZIP wants it. Memory level 8 is zlib's own default.
    let status = unsafe deflateInit2_(
      stream, Int32(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib is out of memory or of another version than its header")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The bytes deflated, or as they are when that is no longer.
  package mutating func deflate(_ bytes: [UInt8]) -> Deflated {
    let crc32 = Archive.crc32(of: bytes)
    let count = compress(bytes)
    guard count < bytes.count else {
      return Deflated(method: .stored, bytes: bytes, crc32: crc32, sizeBytes: bytes.count)
    }
    return Deflated(
      method: .deflated, bytes: Array(output[..<count]), crc32: crc32, sizeBytes: bytes.count)
  }

  /// Leaves the deflate stream in `output` and gives its length.
  private mutating func compress(_ bytes: [UInt8]) -> Int {
    let status = unsafe deflateReset(stream)
    precondition(status == Z_OK, "a deflate stream was spoilt")
    let bound = Int(unsafe deflateBound(stream, uLong(bytes.count)))
    if output.count < bound { output = [UInt8](repeating: 0, count: max(bound, 1 << 16)) }
    let stream = unsafe stream
    return unsafe bytes.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe Self.run(stream, over: input, into: output)
      }
    }
  }

  /// zlib counts a run of bytes in 32 bits, so a longer one is lent in pieces.
  private static func run(
    _ stream: UnsafeMutablePointer<z_stream>, over input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let piece = 1 << 30
    var taken = 0
    var made = 0
    var status = Z_OK
    while status == Z_OK {
      let lent = min(piece, input.count - taken)
      let room = min(piece, output.count - made)
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
        .map { unsafe $0 + taken }
      unsafe stream.pointee.avail_in = uInt(lent)
      unsafe stream.pointee.next_out = unsafe output.baseAddress.map { unsafe $0 + made }
      unsafe stream.pointee.avail_out = uInt(room)
      let isLast = taken + lent == input.count
      status = unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      taken += unsafe lent - Int(stream.pointee.avail_in)
      made += unsafe room - Int(stream.pointee.avail_out)
    }
    precondition(status == Z_STREAM_END, "deflate stopped before the end of its input")
    return made
  }
}
