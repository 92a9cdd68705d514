/// SHA-256 (FIPS 180-4), for the check sums that travel with a kit.
package struct SHA256 {
  /// The 32 bytes of a sum.
  package struct Digest: Hashable, Sendable {
    package let words: [UInt32]

    /// Lower case, as sha256sum(1) writes it.
    package var hex: String {
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      for word in words {
        for shift in stride(from: 28, through: 0, by: -4) {
          text.append(digits[Int(word >> UInt32(shift) & 15)])
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The sum of all bytes.
  package static func digest(of bytes: [UInt8]) -> Digest {
    var sum = SHA256()
    sum.add(bytes)
    return sum.digest
  }

  private var state = State()
  /// What does not fill a block yet.
  private var tail: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  /// Adds the next bytes of what is summed.
  package mutating func add(_ bytes: [UInt8]) {
    count += UInt64(bytes.count)
    var start = 0
    if !tail.isEmpty {
      start = min(64 - tail.count, bytes.count)
      tail += bytes[..<start]
      guard tail.count == 64 else { return }
      unsafe tail.withUnsafeBytes { unsafe state.add(blocksOf: $0[...]) }
      tail = []
    }
    let end = start + (bytes.count - start) / 64 * 64
    unsafe bytes.withUnsafeBytes { unsafe state.add(blocksOf: $0[start..<end]) }
    tail = Array(bytes[end...])
  }

  /// The sum of what was added so far.
  package var digest: Digest {
    // FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits fill the last block or two.
    var tail = tail
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: (count * 8) >> UInt64(shift)))
    }
    var state = state
    unsafe tail.withUnsafeBytes { unsafe state.add(blocksOf: $0[...]) }
    return Digest(words: state.words)
  }
}

// The eight words travel through the sixty-four rounds in local variables, and so do the sixteen
// words of the schedule that are alive at a time: the compiler then keeps them in registers. Each
// round is one step of FIPS 180-4, 6.2.2, with the names turned instead of the values moved.

/// The hash value between blocks (FIPS 180-4, 5.3.3).
private struct State {
  private var a: UInt32 = 0x6A09_E667
  private var b: UInt32 = 0xBB67_AE85
  private var c: UInt32 = 0x3C6E_F372
  private var d: UInt32 = 0xA54F_F53A
  private var e: UInt32 = 0x510E_527F
  private var f: UInt32 = 0x9B05_688C
  private var g: UInt32 = 0x1F83_D9AB
  private var h: UInt32 = 0x5BE0_CD19

  var words: [UInt32] { [a, b, c, d, e, f, g, h] }

  /// - Parameter blocks: a whole number of blocks of 64 bytes.
  mutating func add(blocksOf blocks: Slice<UnsafeRawBufferPointer>) {
    let blocks = unsafe UnsafeRawBufferPointer(rebasing: blocks)
    guard let start = blocks.baseAddress else { return }
    unsafe roundConstants.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      for offset in stride(from: 0, to: blocks.count, by: 64) {
        unsafe add(blockAt: start + offset, table)
      }
    }
  }

  @inline(__always)
  private mutating func add(blockAt block: UnsafeRawPointer, _ table: UnsafePointer<UInt32>) {
    var w0 = unsafe word(0, of: block)
    var w1 = unsafe word(1, of: block)
    var w2 = unsafe word(2, of: block)
    var w3 = unsafe word(3, of: block)
    var w4 = unsafe word(4, of: block)
    var w5 = unsafe word(5, of: block)
    var w6 = unsafe word(6, of: block)
    var w7 = unsafe word(7, of: block)
    var w8 = unsafe word(8, of: block)
    var w9 = unsafe word(9, of: block)
    var w10 = unsafe word(10, of: block)
    var w11 = unsafe word(11, of: block)
    var w12 = unsafe word(12, of: block)
    var w13 = unsafe word(13, of: block)
    var w14 = unsafe word(14, of: block)
    var w15 = unsafe word(15, of: block)
    let old = self
    var k = unsafe table
    var group = 0
    while true {
      round(a, b, c, &d, e, f, g, &h, unsafe k[0], w0)
      round(h, a, b, &c, d, e, f, &g, unsafe k[1], w1)
      round(g, h, a, &b, c, d, e, &f, unsafe k[2], w2)
      round(f, g, h, &a, b, c, d, &e, unsafe k[3], w3)
      round(e, f, g, &h, a, b, c, &d, unsafe k[4], w4)
      round(d, e, f, &g, h, a, b, &c, unsafe k[5], w5)
      round(c, d, e, &f, g, h, a, &b, unsafe k[6], w6)
      round(b, c, d, &e, f, g, h, &a, unsafe k[7], w7)
      round(a, b, c, &d, e, f, g, &h, unsafe k[8], w8)
      round(h, a, b, &c, d, e, f, &g, unsafe k[9], w9)
      round(g, h, a, &b, c, d, e, &f, unsafe k[10], w10)
      round(f, g, h, &a, b, c, d, &e, unsafe k[11], w11)
      round(e, f, g, &h, a, b, c, &d, unsafe k[12], w12)
      round(d, e, f, &g, h, a, b, &c, unsafe k[13], w13)
      round(c, d, e, &f, g, h, a, &b, unsafe k[14], w14)
      round(b, c, d, &e, f, g, h, &a, unsafe k[15], w15)
      group += 1
      if group == 4 { break }
      unsafe k += 16
      w0 &+= spread(w14, w9, w1)
      w1 &+= spread(w15, w10, w2)
      w2 &+= spread(w0, w11, w3)
      w3 &+= spread(w1, w12, w4)
      w4 &+= spread(w2, w13, w5)
      w5 &+= spread(w3, w14, w6)
      w6 &+= spread(w4, w15, w7)
      w7 &+= spread(w5, w0, w8)
      w8 &+= spread(w6, w1, w9)
      w9 &+= spread(w7, w2, w10)
      w10 &+= spread(w8, w3, w11)
      w11 &+= spread(w9, w4, w12)
      w12 &+= spread(w10, w5, w13)
      w13 &+= spread(w11, w6, w14)
      w14 &+= spread(w12, w7, w15)
      w15 &+= spread(w13, w8, w0)
    }
    a &+= old.a
    b &+= old.b
    c &+= old.c
    d &+= old.d
    e &+= old.e
    f &+= old.f
    g &+= old.g
    h &+= old.h
  }
}

@inline(__always)
private func word(_ index: Int, of block: UnsafeRawPointer) -> UInt32 {
  UInt32(bigEndian: unsafe block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
}

@inline(__always)
private func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
  word &>> bits | word &<< (32 &- bits)
}

/// One word of the message schedule, but for the word it is added to (FIPS 180-4, 6.2.2, 1).
@inline(__always)
private func spread(_ two: UInt32, _ seven: UInt32, _ fifteen: UInt32) -> UInt32 {
  let small0 = turned(fifteen, 7) ^ turned(fifteen, 18) ^ fifteen &>> 3
  let small1 = turned(two, 17) ^ turned(two, 19) ^ two &>> 10
  return small1 &+ seven &+ small0
}

/// One round (FIPS 180-4, 6.2.2, 3); `d` and `h` are the two words that change.
@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
  _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ k: UInt32, _ w: UInt32
) {
  let big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
  let choice = (e & f) ^ (~e & g)
  let first = h &+ big1 &+ choice &+ k &+ w
  let big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
  let majority = (a & b) ^ (a & c) ^ (b & c)
  d &+= first
  h = first &+ big0 &+ majority
}

/// FIPS 180-4, 4.2.2.
private let roundConstants: [UInt32] = [
  0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5,
  0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
  0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3,
  0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
  0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC,
  0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
  0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
  0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
  0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13,
  0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
  0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3,
  0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
  0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5,
  0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
  0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208,
  0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
]
