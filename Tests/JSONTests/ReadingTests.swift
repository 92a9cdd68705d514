import Diagnostics
import JSON
import TestSupport
import Testing

/// Reads a text with marks in it, and gives what is wrong with it.
private func faults(_ text: String, limits: JSONLimits = .standard) -> [String] {
  let marked = MarkedText(text)
  do throws(Stopped) {
    _ = try readJSON(marked.file("rows.json"), limits: limits)
    return []
  } catch {
    return marked.places(of: error.diagnostics)
  }
}

private func outline(_ bytes: [UInt8]) throws -> String {
  outline(try readJSON(SourceFile(id: SourceFile.ID("rows.json"), bytes: bytes)))
}

private func outline(_ text: String) throws -> String { try outline(Array(text.utf8)) }

/// The value in one line, each kind in its own brackets.
private func outline(_ value: JSONValue) -> String {
  switch value.content {
  case .null: "null"
  case .boolean(let isTrue): "\(isTrue)"
  case .number(let number): "#\(number.text)"
  case .string(let text): "'\(text)'"
  case .array(let items): "[\(items.map { outline($0) }.joined(separator: " "))]"
  case .object(let members):
    "{\(members.map { "\($0.name.value):\(outline($0.value))" }.joined(separator: " "))}"
  }
}

@Suite struct `JSON` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var outline: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: " null\n", outline: "null"),
    Case(text: "[true,false , [ ] ,{ }]", outline: "[true false [] {}]"),
    Case(text: #"{"a":1,"b":{"a":"é"}}"#, outline: "{a:#1 b:{a:'é'}}"),
    Case(
      text: #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#,
      outline: "'\"\\/\u{8}\u{C}\n\r\té😀'"),
    Case(
      text: "[0,-0,12,-1.5,1e3,1.25E-2,1e+0]", outline: "[#0 #-0 #12 #-1.5 #1e3 #1.25E-2 #1e+0]"),
    Case(text: "\u{FEFF}[]", outline: "[]"),
    Case(text: #"{"":{},"x y":null}"#, outline: "{:{} x y:null}"),
  ])
  func `is read as RFC 8259 has it`(_ row: Case) throws {
    #expect(try outline(row.text) == row.outline)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var faults: [String]
    var testDescription: String { text }
  }

  private static let faulty = [
    Fault(text: "①", faults: ["json.unexpected file"]),
    Fault(text: "[1,①]②", faults: ["json.trailing-comma ①②"]),
    Fault(text: #"{"a":1,①}②"#, faults: ["json.trailing-comma ①②"]),
    Fault(text: "[①,②1]", faults: ["json.unexpected ①②"]),
    Fault(text: "[1 ①2②]", faults: ["json.unexpected ①②"]),
    Fault(text: "[1] ①x②", faults: ["json.text-after-end ①②"]),
    Fault(text: #"{①a②: 1}"#, faults: ["json.unexpected ①②"]),
    Fault(text: #"{"a" ①1②}"#, faults: ["json.unexpected ①②"]),
    Fault(text: "[①'②a']", faults: ["json.unexpected ①②"]),
    Fault(text: "[①NaN②]", faults: ["json.unexpected ①②"]),
    Fault(text: "[①/②/ x\n1]", faults: ["json.unexpected ①②"]),
    Fault(text: "[①01②]", faults: ["json.number ①②"]),
    Fault(text: "[①1.②]", faults: ["json.number ①②"]),
    Fault(text: "[①1.2.3②]", faults: ["json.number ①②"]),
    Fault(text: "[①-②]", faults: ["json.number ①②"]),
    Fault(text: "[①+②1]", faults: ["json.unexpected ①②"]),
    Fault(text: #"["a①\x②"]"#, faults: ["json.escape ①②"]),
    Fault(text: #"["①\uD83D②"]"#, faults: ["json.escape ①②"]),
    Fault(text: #"["①\uDE00②"]"#, faults: ["json.escape ①②"]),
    Fault(text: "[①\"②a\n\"]", faults: ["json.unclosed ①②"]),
    Fault(text: "[\"a①\t②\"]", faults: ["json.control-character ①②"]),
    Fault(text: "①[②1", faults: ["json.unclosed ①②"]),
    Fault(text: "①{②\"a\": 1,", faults: ["json.unclosed ①②"]),
    Fault(
      text: #"{①"a"②: 1, "b": 2, ③"a"④: 3}"#, faults: ["json.duplicate-name ③④ (①②)"]),
  ]

  @Test(arguments: faulty)
  func `that is faulty is refused at its place`(_ row: Fault) {
    #expect(faults(row.text) == row.faults)
  }

  @Test func `that is no UTF-8 is refused at the byte`() throws {
    let file = SourceFile(id: SourceFile.ID("rows.json"), bytes: Array("[\"é".utf8) + [0xE9, 0x22])
    let error = #expect(throws: Stopped.self) { try readJSON(file) }
    #expect(error?.diagnostics.map(\.id) == ["json.not-utf8"])
    #expect(error?.diagnostics.first?.span?.bytes == 4..<5)
  }

  @Test func `has limits of depth and number`() {
    let limits = JSONLimits(depth: 3, values: 4)
    #expect(faults("[[[1]]]", limits: limits) == [])
    #expect(faults("[[[①[②1]]]]", limits: limits) == ["json.too-deep ①②"])
    #expect(faults("[1,2,3,①4②]", limits: limits) == ["json.too-many-values ①②"])
    #expect(faults(String(repeating: "[", count: 100_000)).count == 1)
  }

  @Test(arguments: Seed.first(200))
  func `that was cut or changed somewhere is read or refused, and no more`(_ seed: Seed) {
    var generator = seed.generator
    var bytes = Array(#"[{"a":"\u00e9\n","b":[1.5e2,true,null]},{"a":"","b":[]}]"#.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.removeSubrange(at...)
      }
    }
    let file = SourceFile(id: SourceFile.ID("rows.json"), bytes: bytes)
    do throws(Stopped) {
      _ = try readJSON(file)
    } catch {
      for fault in error.diagnostics {
        #expect(fault.span.map { $0.bytes.upperBound <= bytes.count } == true)
      }
    }
  }

  struct Number: Sendable, CustomTestStringConvertible {
    var text: String
    var exact: [Int]?
    var testDescription: String { text }
  }

  @Test(arguments: [
    Number(text: "0", exact: [0, 0]), Number(text: "-0.0", exact: [0, 0]),
    Number(text: "12.50", exact: [125, 1]), Number(text: "-1.5e1", exact: [-15, 0]),
    Number(text: "7e-2", exact: [7, 2]), Number(text: "1e17", exact: [100_000_000_000_000_000, 0]),
    Number(text: "123456789012345678", exact: [123_456_789_012_345_678, 0]),
    Number(text: "1e19", exact: nil), Number(text: "1234567890123456789", exact: nil),
    Number(text: "0e999999999999999999999", exact: nil), Number(text: "1e-19", exact: nil),
  ])
  func `numbers are exact, or none`(_ row: Number) throws {
    let value = try readJSON(
      SourceFile(id: SourceFile.ID("rows.json"), bytes: Array(row.text.utf8)))
    guard case .number(let number) = value.content else {
      Issue.record("\(row.text) is no number")
      return
    }
    #expect(number.exact.map { [$0.digits, $0.decimals] } == row.exact)
  }
}
