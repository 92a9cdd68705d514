import Diagnostics
import Documents
import OfficeReading
import TestSupport
import Testing

@Suite struct `A document that means harm` {
  @Test(arguments: [
    "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>",
    "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
      + "table:number-columns-repeated=\"1000000\"><text:p>a</text:p></table:table-cell>"
      + "</table:table-row>",
  ])
  func `of a million cells is refused`(rows: String) throws {
    let error = #expect(throws: Stopped.self) {
      try read(flatText("<text:p/><table:table>\(rows)</table:table>"))
    }
    #expect(error?.diagnostics.map(\.id.text) == ["reading.too-many-cells"])
  }

  @Test(arguments: [
    "table:number-columns-spanned=\"9999999999\"", "table:number-rows-spanned=\"4000000000\"",
    "table:number-columns-spanned=\"-1\" table:number-rows-spanned=\"0\"",
    "table:number-columns-repeated=\"99999999999999999999\"",
    "table:number-columns-repeated=\"1000000\"",
  ])
  func `of cells out of measure is read within bounds`(attribute: String) throws {
    let cell = "<table:table-cell \(attribute)><text:p>a</text:p></table:table-cell>"
    let text = try read(
      flatText(
        "<table:table><table:table-column table:number-columns-repeated=\"1000000\"/>"
          + "<table:table-row>\(cell)\(cell)</table:table-row></table:table>"))
    #expect(text.body.lines.contains { $0.hasSuffix("a") || $0.contains("| a") })
    guard case .table(let table)? = text.body.first else { return }
    #expect(table.columns.count <= 1_000)
    #expect(table.rows.allSatisfy { $0.cells.count <= 1_000 })
    #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.span <= 1_000 && $0.rowSpan <= 1 } })
  }

  @Test func `of styles that are their own parents is read`() throws {
    func style(_ name: String, _ parent: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"paragraph\" "
        + "style:parent-style-name=\"\(parent)\"/>"
    }
    let chain = (0..<5_000).map { style("S\($0)", "S\($0 + 1)") }.joined()
    let text = try read(
      flatText(
        "<text:p text:style-name=\"A\">a</text:p><text:p text:style-name=\"S0\">b</text:p>",
        styles: style("A", "B") + style("B", "A") + style("C", "C") + chain))
    #expect(text.body.lines == ["p a", "p b"])
  }

  @Test func `of lists and tables in one another is read or refused`() throws {
    for depth in [20, 60, 5_000] {
      let lists =
        String(repeating: "<text:list><text:list-item>", count: depth)
        + "<text:p>a</text:p>" + String(repeating: "</text:list-item></text:list>", count: depth)
      do throws(Stopped) {
        let text = try read(flatText(lists))
        #expect(text.body.plainText == "a")
      } catch {
        #expect(error.diagnostics.map(\.id.text) == ["xml.too-deep"])
      }
    }
  }

  @Test(arguments: ["", "&lt;", "=", "AAA", "iVBORw0KGgo", "!!!!"])
  func `with a picture that is none says its description`(data: String) throws {
    let text = try read(
      flatText(
        "<text:p><draw:frame svg:width=\"1e300cm\" svg:height=\"nancm\"><draw:image>"
          + "<office:binary-data>\(data)</office:binary-data></draw:image><svg:title>b</svg:title>"
          + "</draw:frame></text:p>"))
    let isPicture = data.hasPrefix("iVBOR")
    #expect(text.body.lines == [isPicture ? "p ‹picture b›" : "p b"])
  }

  /// Elements where they do not belong, in any order and depth.
  @Test(arguments: Seed.first(60)) func `of nonsense is read`(_ seed: Seed) throws {
    var random = seed.generator
    let names = [
      "text:p", "text:h", "text:list", "text:list-item", "text:list-header", "text:span", "text:a",
      "text:note", "text:note-body", "table:table", "table:table-row", "table:table-cell",
      "table:covered-table-cell", "table:table-header-rows", "draw:frame", "draw:text-box",
      "draw:image", "draw:g", "text:section", "text:text-input", "text:line-break", "text:s",
      "text:ruby", "office:annotation",
    ]
    let styles = [
      "Title", "Objet", "Appel", "Sender", "Table", "PP", "PB", "Table_20_Heading", "N", "B",
    ]
    func tree(_ depth: Int) -> String {
      guard depth > 0, Int.random(in: 0..<6, using: &random) > 0 else { return "a☐ " }
      let name = names.randomElement(using: &random) ?? ""
      let style = styles.randomElement(using: &random) ?? ""
      let prefix = name.prefix { $0 != ":" }
      let inner = (0..<Int.random(in: 0..<4, using: &random)).map { _ in tree(depth - 1) }
      return "<\(name) \(prefix == "table" ? "table" : "text"):style-name=\"\(style)\">"
        + inner.joined() + "</\(name)>"
    }
    let body = (0..<12).map { _ in tree(9) }.joined()
    let text = try read(flatText(body))
    _ = text.blocks(under: "").lines
  }
}

extension [Block] {
  fileprivate var plainText: String {
    var text = ""
    forEachInline { if case .text(let run) = $0 { text += run } }
    return text
  }
}
