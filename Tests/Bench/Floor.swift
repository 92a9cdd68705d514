import Archive
import CZlib
import Diagnostics
import Disk
import FileTree
import Glibc

/// The same bytes, deflated and written, and nothing else.
struct Floor {
  /// What is deflated: pages and texts once, and of each ODT the parts of its own.
  private var streams: [[UInt8]] = []
  private var files: [(path: RelativePath, bytes: [UInt8])] = []

  init(of folder: String) {
    var seen: Set<[UInt8]> = []
    for path in bytesUnder(folder) {
      files.append(path)
      let name = path.path.text
      if name.hasSuffix(".zip") { continue }
      let parts = name.hasSuffix(".odt") ? inflatedParts(path.bytes) : [path.bytes]
      // What comes again word for word (styles, script, manifest of an ODT) is deflated once.
      for part in parts where seen.insert(part).inserted { streams.append(part) }
    }
  }

  func run(to output: String) -> Measure {
    removeTree(output)
    let before = rusage.ofThisProcess.seconds
    let start = now()
    var deflater = Deflater()
    var total = 0
    for stream in streams { total += deflater.deflate(stream).bytes.count }
    do throws(DiskError) {
      let staging = try Staging.begin(in: output)
      for file in files { try staging.write(file.bytes, at: file.path) }
      try staging.commit()
    } catch {
      say("bench: \(error.message.english)")
      exit(1)
    }
    precondition(total > 0, "the floor deflated nothing")
    let wall = now() - start
    let cpu = rusage.ofThisProcess.seconds - before
    removeTree(output)
    return Measure(wall: wall, cpu: cpu, user: 0, peakKilobytes: 0)
  }
}

/// Every file under a folder, hidden ones too.
private func bytesUnder(_ folder: String) -> [(path: RelativePath, bytes: [UInt8])] {
  do {
    var files: [(path: RelativePath, bytes: [UInt8])] = []
    for text in try listFiles(under: folder, depthLimit: 8, countLimit: 1_000_000) {
      let bytes = try readFile(at: "\(folder)/\(text)", limitBytes: 1 << 30)
      files.append((try RelativePath(text), bytes))
    }
    return files
  } catch {
    say("bench: cannot read \(folder)")
    exit(1)
  }
}

/// The parts of a ZIP of our own, inflated: local headers follow each other without gaps
/// (APPNOTE 4.3.7: sizes at 18 and 22, lengths of name and extra field at 26 and 28).
private func inflatedParts(_ zip: [UInt8]) -> [[UInt8]] {
  func number(_ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(zip[offset + $1]) << (8 * $1) }
  }
  var parts: [[UInt8]] = []
  var offset = 0
  while offset + 30 <= zip.count, number(offset, 4) == 0x0403_4B50 {
    let method = number(offset + 8, 2)
    let packed = number(offset + 18, 4)
    let plain = number(offset + 22, 4)
    let start = offset + 30 + number(offset + 26, 2) + number(offset + 28, 2)
    let bytes = Array(zip[start..<(start + packed)])
    parts.append(method == 8 ? inflated(bytes, count: plain) : bytes)
    offset = start + packed
  }
  return parts
}

private func inflated(_ packed: [UInt8], count: Int) -> [UInt8] {
  var plain = [UInt8](repeating: 0, count: count)
  var packed = packed
  var stream = z_stream()
  let windowBits: Int32 = -15
  guard
    inflateInit2_(&stream, windowBits, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { return [] }
  defer { inflateEnd(&stream) }
  packed.withUnsafeMutableBufferPointer { input in
    plain.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      _ = inflate(&stream, Z_FINISH)
    }
  }
  return plain
}

func countDocuments(in folder: String) -> Int {
  bytesUnder(folder).count { $0.path.text.hasSuffix(".html") || $0.path.text.hasSuffix(".odt") }
}

func removeTree(_ folder: String) {
  _ = spawn("/bin/rm", ["-rf", folder])
}
