import CZlib

/// zlib at level 6 and nothing else, with one stream kept: what any document of the same text costs.
struct PlainZlib: ~Copyable {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var output = [UInt8](repeating: 0, count: 1 << 20)

  init() {
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib cannot begin")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  mutating func deflate(_ bytes: [UInt8]) {
    deflateReset(stream)
    let stream = stream
    let status = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        return CZlib.deflate(stream, Z_FINISH)
      }
    }
    precondition(status == Z_STREAM_END, "a document of the bench is too long")
  }
}
