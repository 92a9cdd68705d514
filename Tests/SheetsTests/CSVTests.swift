import Diagnostics
import Sheets
import TestSupport
import Testing

@Suite struct `A CSV file` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var rows: [[String]]
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Case(text: "a;b\r\n1;2\r\n", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "a\tb\r1\t2\r", rows: [["a", "b"], ["1", "2"]]),
    Case(text: "a;b,c\n1;2,3\n", rows: [["a", "b,c"], ["1", "2,3"]]),
    Case(text: "a,b,c;d\n", rows: [["a", "b", "c;d"]]),
    Case(text: "sep=,\r\na;b,c\r\n", rows: [["a;b", "c"]]),
    Case(text: "\"a;\"\"b\"\"\";c\n", rows: [["a;\"b\"", "c"]]),
    Case(text: "\"a,b,c\";d\n1;2\n", rows: [["a,b,c", "d"], ["1", "2"]]),
    Case(text: "\"a\r\nb\";c\n", rows: [["a\nb", "c"]]),
    Case(text: "a \"b\";c\n", rows: [["a \"b\"", "c"]]),
    Case(text: "a;;\n;;\n;b;\n;;\n", rows: [["a", "", ""], ["", "", ""], ["", "b", ""]]),
    Case(text: "'=1+1;'-;''=x;'a\n", rows: [["=1+1", "-", "'=x", "'a"]]),
    Case(text: "\u{FEFF}é;œ\n", rows: [["é", "œ"]]),
    Case(text: "", rows: []),
  ])
  func `is read as Calc and Excel show it`(_ row: Case) throws {
    #expect(try read(row.text).rows.map { $0.map(\.text) } == row.rows)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var places: [String]
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Fault(text: "a;b\n①\"②c;d\n", places: ["sheet.unclosed-quote ①②"]),
    Fault(text: "a;\"b\"①c②;d\n", places: ["sheet.text-after-quote ①②"]),
    Fault(text: "a;①b\u{7}②\n", places: ["sheet.control-character ①②"]),
  ])
  func `is refused where it is ambiguous`(_ row: Fault) {
    let marked = MarkedText(row.text)
    #expect(marked.places(of: faults { try readCSV(marked.file("a.csv")) }) == row.places)
  }

  @Test func `stops at each limit`() {
    let limits = SheetLimits(rows: 2, columns: 2, cells: 3, cellBytes: 4)
    let file = { (text: String) in
      SourceFile(id: SourceFile.ID("a.csv"), bytes: Array(text.utf8))
    }
    for text in ["1\n2\n3", "1;2;3", "1;2\n3;4", "12345"] {
      let ids = faults { try readCSV(file(text), limits: limits) }.map(\.id)
      #expect(ids == ["sheet.too-large"], "\(text)")
    }
    #expect(faults { try readCSV(file("1;2\n;4444"), limits: limits) } == [])
  }

  @Test(arguments: Seed.first(200))
  func `of nonsense never traps`(_ seed: Seed) {
    var random = seed.generator
    let letters = Array(";,\"\n\r\t'=é- a".utf8)
    let bytes = (0..<200).map { _ in letters.randomElement(using: &random) ?? 0 }
    let file = SourceFile(id: SourceFile.ID("a.csv"), bytes: bytes)
    do throws(Stopped) {
      let sheet = try readCSV(decodeText(file).value)
      for (index, row) in sheet.rows.enumerated() {
        #expect(row.map(\.address.row).allSatisfy { $0 == index })
        #expect(row.map(\.address.column) == Array(row.indices))
      }
    } catch {
      #expect(!error.diagnostics.isEmpty)
    }
  }

  @Test(arguments: Seed.first(200))
  func `that was written reads back as it was`(_ seed: Seed) throws {
    var random = seed.generator
    let letters = Array("a;,\"\n='+-@\té «".unicodeScalars)
    let texts = (0..<12).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
            letters.randomElement(using: &random)
          }))
    }
    let columns = ["x", "y", "z"].map { SheetDraft.Column(heading: $0, help: "") }
    let rows = stride(from: 0, to: 12, by: 3).map { texts[$0..<$0 + 3].map(SheetDraft.Value.text) }
    let bytes = csvBytes(of: SheetDraft(name: "n", columns: columns, rows: rows))
    let file = SourceFile(id: SourceFile.ID("a.csv"), bytes: bytes)
    let sheet = try readCSV(decodeText(file).value)
    var expected = [["x", "y", "z"]]
    expected += stride(from: 0, to: 12, by: 3).map { Array(texts[$0..<$0 + 3]) }
    while expected.last?.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) == true {
      expected.removeLast()
    }
    #expect(sheet.rows.map { $0.map(\.text) } == expected)
    for text in texts {
      let column = SheetDraft.Column(heading: "x", help: "")
      let alone = csvBytes(of: SheetDraft(name: "n", columns: [column], rows: [[.text(text)]]))
      // Behind the byte order mark and the row of the heading.
      var cell = alone.dropFirst(6)
      if cell.first == UInt8(ascii: "\"") { cell.removeFirst() }
      #expect(!"=+-@\t".utf8.contains(cell.first ?? 0), "\(text) could be taken for a formula")
    }
  }

  @Test func `keeps numbers and days plain, and a text that looks like one armed`() {
    let columns = ["a", "b", "c", "d"].map { SheetDraft.Column(heading: $0, help: "") }
    let draft = SheetDraft(
      name: "n", columns: columns,
      rows: [[.number(-3), .day("2015-03-16"), .text("-3"), .empty]])
    #expect(
      String(decoding: csvBytes(of: draft), as: UTF8.self)
        == "\u{FEFF}a;b;c;d\r\n-3;2015-03-16;'-3;\r\n")
  }
}

@Suite struct `The encoding of a text` {
  @Test func `is Windows-1252 where it is not UTF-8, and that is said at the first such byte`()
    throws
  {
    let bytes = Array("a\u{E9}".utf8) + [0x0A, 0xC9, 0x76, 0x72, 0x79, 0x20, 0x80]
    let file = SourceFile(id: SourceFile.ID("a.csv"), bytes: bytes)
    let decoded = try decodeText(file)
    #expect(String(decoding: decoded.value.bytes, as: UTF8.self) == "aÃ©\nÉvry €")
    #expect(decoded.diagnostics.map(\.id) == ["sheet.windows-1252"])
    let place = decoded.diagnostics.first?.span?.bytes
    #expect(place == 6..<7, "the É, in the text as it was decoded")
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0x61, 0, 0x62], [0x61, 0x81]] as [[UInt8]])
  func `is refused where there is no telling`(_ bytes: [UInt8]) {
    let file = SourceFile(id: SourceFile.ID("a.csv"), bytes: bytes)
    #expect(faults { try decodeText(file) }.count == 1)
  }
}

/// Reads a text as the file `a.csv`.
func read(_ text: String) throws -> Sheet {
  let file = SourceFile(id: SourceFile.ID("a.csv"), bytes: Array(text.utf8))
  return try readCSV(decodeText(file).value)
}

/// What a reading complains of when it stops.
func faults<Value>(_ reading: () throws -> Value) -> [Diagnostic] {
  do {
    _ = try reading()
    return []
  } catch {
    return (error as? Stopped)?.diagnostics ?? []
  }
}
