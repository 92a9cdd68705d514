import Testing

/// A starting point for random test data. A failing property prints its seed, and the seed alone
/// brings the failure back.
package struct Seed: Hashable, Sendable, CustomTestStringConvertible {
  package let value: UInt64
  package var testDescription: String { "seed \(value)" }

  package init(value: UInt64) { self.value = value }

  package static func first(_ count: UInt64) -> [Seed] { (0..<count).map(Seed.init(value:)) }

  package var generator: SplitMix64 { SplitMix64(state: value) }
}

/// Steele, Lea and Flood's SplitMix64: small, fast, and the same on every machine.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  fileprivate init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Bytes with as much repetition in them as text has, and sometimes none.
  package mutating func bytes(count: Int) -> [UInt8] {
    let letters = UInt8.random(in: 1...255, using: &self)
    return (0..<count).map { _ in UInt8.random(in: 0...letters, using: &self) }
  }
}
