import Archive
import Diagnostics
import Documents
import FileTree
import OpenDocumentFormat
import Sheets
import TestSupport
import Testing

@Suite struct `A spreadsheet` {
  private static let columns = [
    SheetDraft.Column(heading: "Identifiant", help: "ne pas changer", isProtected: true),
    SheetDraft.Column(heading: "Effort", help: "le travail", content: .choice(["petit", "\"g\""])),
    SheetDraft.Column(heading: "Début", help: "le lundi", content: .day),
    SheetDraft.Column(heading: "Semaines", help: "", content: .wholeNumber),
  ]

  private static func writer() throws -> SpreadsheetWriter {
    let palette = try #require(Palette(accent: "#5b2a6f", due: "#a04000"))
    return SpreadsheetWriter(
      palette: palette,
      properties: DocumentProperties(
        title: "Base", subject: "Académie", creator: "Académie", kit: "Base", day: "2015-01-12",
        generator: "trousse"))
  }

  private static func sheets(_ rows: [[SheetDraft.Value]]) throws -> [Sheet] {
    let drafts = [SheetDraft(name: "L’essai & co", columns: columns, rows: rows)]
    let content = try writer().contentXML(of: drafts)
    return try readSpreadsheetContent(
      SourceFile(id: SourceFile.ID("essai.ods"), bytes: content))
  }

  @Test func `that was written reads back as it was`() throws {
    let sheets = try Self.sheets([
      [.text("a"), .text("petit"), .day("2015-03-16"), .number(-2)],
      [.text("=1+1"), .empty, .empty, .empty],
      [.text("  deux\nlignes, \t fin "), .text("\"g\""), .empty, .number(0)],
    ])
    #expect(sheets.map(\.name) == ["L’essai & co"])
    let rows = sheets[0].rows.dropFirst(2)
    #expect(
      rows.map { $0.map(\.text) } == [
        ["a", "petit", "2015-03-16", "-2"], ["=1+1"],
        ["  deux\nlignes, \t fin ", "\"g\"", "", "0"],
      ])
    #expect(rows.first?.map(\.kind) == [.text, .text, .day, .number])
    #expect(rows.last?.last?.address.phrase.text(in: .french) == "feuille L’essai & co, cellule D5")
  }

  @Test func `adds up what stands between its sums, and has no spare rows below`() throws {
    let columns = [
      SheetDraft.Column(heading: "Quoi", help: ""),
      SheetDraft.Column(heading: "Coût", help: "en euros", content: .amount),
      SheetDraft.Column(heading: "Nombre", help: "", content: .wholeNumber),
    ]
    let rows: [[SheetDraft.Value]] = [
      [.text("a"), .empty, .number(3)], [.text("b"), .empty, .number(4)],
      [.text("Total"), .empty, .empty], [.text("c"), .empty, .number(5)],
      [.text("Total"), .empty, .empty], [.text("Rien"), .empty, .empty],
    ]
    let draft = SheetDraft(name: "Essai", columns: columns, rows: rows, sums: [2, 4, 5])
    let content = String(decoding: try Self.writer().contentXML(of: [draft]), as: UTF8.self)
    let formulas = content.matches(of: /table:formula="([^"]*)"/).map { String($0.1) }
    #expect(
      formulas == [
        "of:=SUM([.B3:.B4])", "of:=SUM([.C3:.C4])", "of:=SUM([.B6:.B6])", "of:=SUM([.C6:.C6])",
      ])
    let values = content.matches(of: /value-type="float" office:value="(\d+)"/).map { $0.1 }
    #expect(values == ["3", "4", "0", "7", "5", "0", "5", "0", "0"])
    #expect(!content.contains("number-rows-repeated"))
  }

  @Test(arguments: Seed.first(100))
  func `keeps any text whatever its white space`(_ seed: Seed) throws {
    var random = seed.generator
    let letters = Array("a é<&\"= \t\n".unicodeScalars)
    let text = String(
      String.UnicodeScalarView((0..<12).compactMap { _ in letters.randomElement(using: &random) }))
    let sheets = try Self.sheets([[.text(text), .text("fin"), .empty, .empty]])
    #expect(sheets[0].rows[2][0].text == text)
  }

  @Test func `is written with headings in sight, lists, dates and protected ids`() throws {
    let drafts = [
      SheetDraft(
        name: "Essai", columns: Self.columns,
        rows: [[.text("a"), .text("petit"), .day("2015-03-16"), .number(3)]])
    ]
    let content = String(decoding: try Self.writer().contentXML(of: drafts), as: UTF8.self)
    try expectGolden(content.replacing("><", with: ">\n<"), "ods/essai.xml")
  }

  @Test func `gives the same bytes each time, and they are read`() throws {
    let drafts = [SheetDraft(name: "Essai", columns: Self.columns, rows: [])]
    let bytes = try Self.writer().bytes(of: drafts)
    #expect(try Self.writer().bytes(of: drafts) == bytes)
    let file = SourceFile(id: SourceFile.ID("essai.ods"), bytes: bytes)
    #expect(isSpreadsheet(file))
    let sheets = try readSpreadsheet(file)
    #expect(sheets[0].rows[0].map(\.text) == Self.columns.map(\.heading))
    for cut in stride(from: 0, to: bytes.count, by: 97) {
      let half = SourceFile(id: file.id, bytes: Array(bytes[..<cut]))
      #expect(throws: Stopped.self) { try readSpreadsheet(half) }
    }
  }
}

@Suite struct `A spreadsheet that comes back` {
  /// `content.xml` around rows as Calc writes them.
  private static func content(_ rows: String) -> MarkedText {
    MarkedText(
      """
      <office:document-content \
      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">\
      <office:body><office:spreadsheet><table:table table:name="F">\(rows)</table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """)
  }

  private static func rows(_ xml: String) throws -> [[String]] {
    try readSpreadsheetContent(content(xml).file("f.ods"))[0].rows.map { $0.map(\.text) }
  }

  @Test func `has its runs of equal cells and rows unrolled, but not the empty end`() throws {
    let rows = try Self.rows(
      """
      <table:table-header-rows><table:table-row>\
      <table:table-cell table:number-columns-repeated="2" office:value-type="string">\
      <text:p>a</text:p></table:table-cell></table:table-row></table:table-header-rows>\
      <table:table-row table:number-rows-repeated="2"><table:table-cell/>\
      <table:table-cell office:value-type="float" office:value="3"><text:p>3,00</text:p>\
      </table:table-cell><table:table-cell table:number-columns-repeated="16382"/>\
      </table:table-row>\
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>\
      <table:table-row><table:table-cell office:value-type="date" \
      office:date-value="2015-03-16T00:00:00"><text:p>16/03/15</text:p></table:table-cell>\
      </table:table-row>\
      <table:table-row table:number-rows-repeated="1048570">\
      <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      """)
    #expect(rows == [["a", "a"], ["", "3"], ["", "3"], [], [], ["2015-03-16"]])
  }

  @Test func `is read without the comments on its cells, and with its line breaks`() throws {
    let rows = try Self.rows(
      """
      <table:table-row><table:table-cell office:value-type="string">\
      <office:annotation><text:p>une note</text:p></office:annotation>\
      <text:p>un <text:span>mot</text:span><text:s text:c="2"/>et<text:line-break/>deux</text:p>\
      <text:p/><text:p>trois</text:p></table:table-cell></table:table-row>
      """)
    #expect(rows == [["un mot  et\ndeux\n\ntrois"]])
  }

  @Test func `gives the results of formulas where they are asked for`() throws {
    let marked = Self.content(
      """
      <table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" \
      office:value="2"><text:p>2,00</text:p></table:table-cell></table:table-row>
      """)
    let sheets = try readSpreadsheetContent(marked.file("f.ods"), formulas: .results)
    #expect(sheets.first?.rows.map { $0.map(\.text) } == [["2"]])
  }

  @Test func `is refused where formulas or merged cells stand, all told at once`() {
    let marked = Self.content(
      """
      <table:table-row>①<table:table-cell table:formula="of:=1+1" office:value-type="float" \
      office:value="2">②<text:p>2</text:p></table:table-cell>\
      ③<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" \
      office:value-type="string">④<text:p>x</text:p></table:table-cell>\
      <table:covered-table-cell/></table:table-row>
      """)
    do throws(Stopped) {
      _ = try readSpreadsheetContent(marked.file("f.ods"))
      Issue.record("it was read")
    } catch {
      #expect(
        marked.places(of: error.diagnostics) == ["odf.formula ①②", "odf.merged-cells ③④"])
      #expect(
        error.diagnostics.first?.message.french.hasPrefix("feuille F, cellule A1 : ") == true)
    }
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    var rows: String
    var id: Diagnostic.ID
    var testDescription: String { id.text }
  }

  @Test(arguments: [
    Limit(
      rows: """
        <table:table-row table:number-rows-repeated="9000000"><table:table-cell \
        office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
        """, id: "odf.too-many-rows"),
    Limit(
      rows: """
        <table:table-row><table:table-cell table:number-columns-repeated="9000000" \
        office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
        """, id: "odf.cell-too-large"),
    Limit(
      rows: """
        <table:table-row table:number-rows-repeated="90000"><table:table-cell \
        table:number-columns-repeated="900" office:value-type="string"><text:p>x</text:p>\
        </table:table-cell></table:table-row>
        """, id: "odf.too-many-cells"),
  ])
  func `stops at a limit before it takes memory`(_ row: Limit) {
    do throws(Stopped) {
      _ = try readSpreadsheetContent(Self.content(row.rows).file("f.ods"))
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics.map(\.id) == [row.id])
    }
  }

  @Test func `is refused when it is a text`() {
    let file = MarkedText("<office:document-content xmlns:office=\"x\"/>").file("f.ods")
    do throws(Stopped) {
      _ = try readSpreadsheetContent(file)
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["odf.not-a-spreadsheet"])
    }
  }
}

@Suite struct `A spreadsheet that is a bomb` {
  @Test func `is refused by its size unpacked, before it is unpacked`() throws {
    var deflater = Deflater(level: 9)
    let spaces = deflater.deflate([UInt8](repeating: 0x20, count: 120 << 20))
    var zip = ZipWriter()
    try zip.add(spaces, at: .literal("content.xml"))
    let bytes = try zip.finish()
    #expect(bytes.count < 200_000)
    do throws(Stopped) {
      _ = try readSpreadsheet(SourceFile(id: SourceFile.ID("bombe.ods"), bytes: bytes))
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics.map(\.id) == ["odf.damaged"])
    }
  }
}
