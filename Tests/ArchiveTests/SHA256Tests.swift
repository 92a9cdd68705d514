import Archive
import Foundation
import TestSupport
import Testing

@Suite struct `A SHA-256 sum` {
  struct Vector: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var hex: String
    var testDescription: String { name }
  }

  /// The examples that NIST publishes with FIPS 180-4.
  @Test(arguments: [
    Vector(
      name: "nothing", bytes: [],
      hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Vector(
      name: "abc", bytes: Array("abc".utf8),
      hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Vector(
      name: "56 bytes",
      bytes: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      hex: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    Vector(
      name: "one million a", bytes: [UInt8](repeating: 97, count: 1_000_000),
      hex: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `is that of the standard`(_ vector: Vector) {
    #expect(SHA256.digest(of: vector.bytes).hex == vector.hex)
  }

  /// Every way in which the last block can be filled.
  @Test(.enabled(if: Judge.python.isExpected))
  func `is that of Python for every length up to three blocks`() throws {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    let script = """
      import hashlib
      data = bytes((n * 37 + 11) % 256 for n in range(200))
      for n in range(200): print(hashlib.sha256(data[:n]).hexdigest())
      """
    let expected = try Judge.python.run(["-c", script]).output
    let sums = bytes.indices.map { SHA256.digest(of: Array(bytes[..<$0])).hex + "\n" }
    #expect(sums.joined() == expected)
  }
}
