// A reader of ZIP entries and of deflate (RFC 1951) for the tests alone, slow and simple, so that
// text documents are looked at as they are written and not as they are meant.

/// The bytes of one entry of an archive whose local headers give the sizes, or nil.
func entry(_ name: String, of archive: [UInt8]) -> [UInt8]? {
  var at = 0
  func number(_ offset: Int, _ count: Int) -> Int {
    (0..<count).reversed().reduce(0) { $0 << 8 | Int(archive[at + offset + $1]) }
  }
  // APPNOTE 4.3.7: signature, …, method at 8, sizes at 18 and 22, lengths of the names at 26.
  while at + 30 <= archive.count, number(0, 4) == 0x0403_4B50 {
    let start = at + 30 + number(26, 2) + number(28, 2)
    let data = archive[start..<(start + number(18, 4))]
    if archive[(at + 30)..<(at + 30 + number(26, 2))].elementsEqual(name.utf8) {
      return number(8, 2) == 0 ? Array(data) : inflated(data)
    }
    at = data.endIndex
  }
  return nil
}

/// What was deflated, or nil when the stream is broken.
func inflated(_ data: ArraySlice<UInt8>) -> [UInt8]? {
  var reader = BitReader(data)
  var output: [UInt8] = []
  while true {
    let isLast = reader.bits(1) == 1
    switch reader.bits(2) {
    case 0: reader.copyStored(to: &output)
    case 1: reader.inflate(Codes.fixedLiterals, Codes.fixedDistances, to: &output)
    case 2:
      let (literals, distances) = reader.dynamicCodes()
      reader.inflate(literals, distances, to: &output)
    default: return nil
    }
    if reader.isBroken { return nil }
    if isLast { return output }
  }
}

/// A canonical Huffman code (3.2.2): how many codes have each length, and the symbols in order.
private struct Codes {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int] = []

  init(lengths: [Int]) {
    for length in 1..<16 {
      for (symbol, own) in lengths.enumerated() where own == length {
        counts[length] += 1
        symbols.append(symbol)
      }
    }
  }

  static let fixedLiterals = Codes(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = Codes(lengths: [Int](repeating: 5, count: 30))
}

private struct BitReader {
  private let data: [UInt8]
  private var at = 0
  private var held = 0
  private var heldCount = 0
  private(set) var isBroken = false

  init(_ data: ArraySlice<UInt8>) { self.data = Array(data) }

  mutating func bits(_ count: Int) -> Int {
    while heldCount < count {
      guard at < data.count else {
        isBroken = true
        return 0
      }
      held |= Int(data[at]) << heldCount
      at += 1
      heldCount += 8
    }
    defer {
      held >>= count
      heldCount -= count
    }
    return held & ((1 << count) - 1)
  }

  private mutating func symbol(_ codes: Codes) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      code |= bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    isBroken = true
    return 256
  }

  mutating func copyStored(to output: inout [UInt8]) {
    (held, heldCount) = (0, 0)
    let count = bits(16)
    _ = bits(16)
    guard at + count <= data.count else {
      isBroken = true
      return
    }
    output += data[at..<(at + count)]
    at += count
  }

  /// 3.2.7: the lengths of the two codes are themselves coded.
  mutating func dynamicCodes() -> (literals: Codes, distances: Codes) {
    let (literalCount, distanceCount, lengthCount) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var own = [Int](repeating: 0, count: 19)
    for index in 0..<lengthCount { own[order[index]] = bits(3) }
    let codes = Codes(lengths: own)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount, !isBroken {
      switch symbol(codes) {
      case 16: lengths += Array(repeating: lengths.last ?? 0, count: 3 + bits(2))
      case 17: lengths += Array(repeating: 0, count: 3 + bits(3))
      case 18: lengths += Array(repeating: 0, count: 11 + bits(7))
      case let length: lengths.append(length)
      }
    }
    return (
      Codes(lengths: Array(lengths.prefix(literalCount))),
      Codes(lengths: Array(lengths.dropFirst(literalCount)))
    )
  }

  /// 3.2.5: literals, and copies of what came before.
  mutating func inflate(_ literals: Codes, _ distances: Codes, to output: inout [UInt8]) {
    while !isBroken {
      let symbol = symbol(literals)
      if symbol == 256 { return }
      guard symbol > 256 else {
        output.append(UInt8(symbol))
        continue
      }
      guard Self.lengths.indices.contains(symbol - 257) else {
        isBroken = true
        return
      }
      let (length, extra) = Self.lengths[symbol - 257]
      let count = length + bits(extra)
      let (distance, more) = Self.distances[self.symbol(distances)]
      let back = distance + bits(more)
      guard back <= output.count else {
        isBroken = true
        return
      }
      for _ in 0..<count { output.append(output[output.count - back]) }
    }
  }

  private static let lengths: [(Int, Int)] =
    (3..<11).map { ($0, 0) }
    + (1...5).flatMap { extra in (4..<8).map { ($0 << extra + 3, extra) } }
    + [(258, 0)]

  private static let distances: [(Int, Int)] =
    (1..<5).map { ($0, 0) }
    + (1...13).flatMap { extra in (2..<4).map { ($0 << extra + 1, extra) } }
}
