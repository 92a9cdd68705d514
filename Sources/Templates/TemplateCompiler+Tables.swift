import Diagnostics
import Documents
import Markup

/// Tables: columns first, then header rows, then the others, in whichever order they were written.
extension TemplateCompiler {
  mutating func table(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["caption", "sheet"])
    refuseTexts(in: element)
    let names = ["column", "head", "row"]
    for child in element.elements where !(names + ["block", "include"]).contains(child.name) {
      diagnostics.append(.unknownElement(child, in: element, among: names))
    }
    if !element.elements.contains(where: { $0.name == "column" }) {
      diagnostics.append(.missingTemplateChild("column", in: element))
    }
    let caption = optionalText("caption", of: element, scope)
    let sheet = optionalText("sheet", of: element, scope)
    if sheet != nil { hasSheet = true }
    program.append(.begin(.table))
    for child in element.elements where child.name == "column" {
      directed(child, scope) { compiler, _ in compiler.column(child) }
    }
    for child in element.elements where child.name == "head" {
      directed(child, scope) { compiler, inner in compiler.row(child, inner, isHeader: true) }
    }
    for child in element.elements where ["row", "block", "include"].contains(child.name) {
      directed(child, scope) { compiler, inner in compiler.rows(child, inner) }
    }
    program.append(.end(.table(caption: caption, sheet: sheet)))
  }

  private mutating func column(_ element: XMLElement) {
    checkAttributes(of: element, ["share", "align", "holds"])
    checkIsEmpty(element)
    program.append(
      .column(
        Table.Column(
          share: number("share", of: element, default: 1, in: 1...1000),
          alignment: word("align", of: element, default: .start)),
        word("holds", of: element, default: .text)))
  }

  private mutating func rows(_ element: XMLElement, _ scope: Scope) {
    if element.name == "row" { return row(element, scope, isHeader: false) }
    inside(element) { compiler, group in
      compiler.items(of: group, named: ["row"], scope) { compiler, row, inner in
        compiler.row(row, inner, isHeader: false)
      }
    }
  }

  private mutating func row(_ element: XMLElement, _ scope: Scope, isHeader: Bool) {
    checkAttributes(of: element, isHeader ? [] : ["look", "sum"])
    let isSum = word("sum", of: element, default: Answer.no) == .yes
    let look: Table.Row.Look = word("look", of: element, default: .plain)
    program.append(.begin(.cells))
    items(of: element, named: ["cell"], scope) { compiler, cell, inner in
      compiler.checkAttributes(of: cell, ["heading", "span"])
      let isHeading = compiler.word("heading", of: cell, default: Answer.no) == .yes
      let span = compiler.span(of: cell)
      compiler.content(of: cell, inner, .cell(isHeading: isHeader || isHeading, span))
    }
    program.append(.end(.row(isHeader ? .header : isSum ? .sum : .body, look, place: element.span)))
  }

  private mutating func span(of cell: XMLElement) -> CellSpan {
    if cell["span"]?.value == "rest" { return .rest }
    return .columns(number("span", of: cell, default: 1, in: 1...100))
  }
}
