internal import CZlib

/// Undoes a raw deflate stream (RFC 1951) whose length and result are known in advance.
enum Inflater {
  /// The original bytes.
  ///
  /// - Parameters:
  ///   - range: where the stream stands in `bytes`. It must end exactly there.
  ///   - sizeBytes: how many bytes come out; neither one more nor one fewer is accepted, so that
  ///     a stream never makes more than what was agreed to.
  /// - Returns: nil when the stream is broken or of another length.
  static func inflate(_ bytes: [UInt8], _ range: Range<Int>, sizeBytes: Int) -> [UInt8]? {
    var isWhole = false
    // One byte at least, as zlib wants a place for its output even when none comes.
    let output = unsafe [UInt8](unsafeUninitializedCapacity: max(sizeBytes, 1)) { room, count in
      let room = unsafe UnsafeMutableBufferPointer(rebasing: room[..<max(sizeBytes, 1)])
      isWhole = unsafe bytes.withUnsafeBufferPointer { all in
        let input = unsafe UnsafeBufferPointer(rebasing: all[range])
        return unsafe run(over: input, into: room, sizeBytes)
      }
      count = isWhole ? sizeBytes : 0
    }
    return isWhole ? output : nil
  }

  /// zlib counts a run of bytes in 32 bits, so a longer one is lent in pieces.
  private static func run(
    over input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
    _ sizeBytes: Int
  ) -> Bool {
    var stream = unsafe z_stream()
    // Negative window bits: raw deflate, without the zlib wrapper.
    let opened = unsafe inflateInit2_(
      &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(opened == Z_OK, "zlib is out of memory or of another version than its header")
    defer { unsafe inflateEnd(&stream) }
    let piece = 1 << 30
    var taken = 0
    var made = 0
    var status = Z_OK
    while status == Z_OK {
      let lent = min(piece, input.count - taken)
      let room = min(piece, sizeBytes - made)
      unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
        .map { unsafe $0 + taken }
      unsafe stream.avail_in = uInt(lent)
      unsafe stream.next_out = unsafe output.baseAddress.map { unsafe $0 + made }
      unsafe stream.avail_out = uInt(room)
      // Without progress zlib answers Z_BUF_ERROR, so the loop ends.
      status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      taken += unsafe lent - Int(stream.avail_in)
      made += unsafe room - Int(stream.avail_out)
    }
    return status == Z_STREAM_END && taken == input.count && made == sizeBytes
  }
}
