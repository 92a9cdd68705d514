import Diagnostics
import Documents
import Markup

/// The block elements of the vocabulary.
extension TemplateCompiler {
  static let blockNames = [
    "section", "p", "list", "checklist", "facts", "table", "callout", "form", "slip", "letter",
    "timeline", "loads", "page-break",
  ]

  mutating func blocks(of parent: XMLElement, _ scope: Scope) -> [Directed<BlockNode>] {
    items(of: parent, named: Self.blockNames, scope) { compiler, element, inner in
      compiler.block(element, inner)
    }
  }

  private mutating func block(_ element: XMLElement, _ scope: Scope) -> BlockNode? {
    switch element.name {
    case "section":
      checkAttributes(of: element, ["title", "break"])
      return .section(
        title: requiredText("title", of: element, scope),
        startsPage: word("break", of: element, default: SectionBreak.none) == .before,
        blocks(of: element, scope))
    case "p":
      checkAttributes(of: element, ["look"])
      return .paragraph(
        word("look", of: element, default: .body), inlines(of: element.children, scope))
    case "list":
      checkAttributes(of: element, ["numbered"])
      let isNumbered = word("numbered", of: element, default: Answer.no) == .yes
      return .list(
        isNumbered: isNumbered,
        items(of: element, named: ["item"], scope) { compiler, item, inner in
          compiler.checkAttributes(of: item, [])
          return compiler.content(of: item, inner)
        })
    case "checklist":
      checkAttributes(of: element, [])
      return .checklist(lines(of: element, named: "check", scope))
    case "facts":
      checkAttributes(of: element, [])
      return .facts(
        items(of: element, named: ["fact"], scope) { compiler, fact, inner in
          compiler.checkAttributes(of: fact, ["label"])
          return (
            compiler.requiredText("label", of: fact, inner),
            compiler.inlines(of: fact.children, inner)
          )
        })
    case "table": return .table(table(element, scope))
    case "callout":
      checkAttributes(of: element, ["kind", "source"])
      return callout(element, scope)
    case "form":
      checkAttributes(of: element, [])
      return .form(
        items(of: element, named: ["field"], scope) { compiler, field, inner in
          compiler.field(field, inner)
        })
    case "slip":
      checkAttributes(of: element, ["title"])
      return .slip(
        title: requiredText("title", of: element, scope), blocks(of: element, scope))
    case "letter": return .letter(letter(element, scope))
    case "timeline", "loads": return .chart(chart(element, scope))
    case "page-break":
      checkAttributes(of: element, [])
      checkIsEmpty(element)
      return .pageBreak
    default: preconditionFailure("`\(element.name)` is listed as a block and not compiled")
    }
  }

  /// Text or blocks: blocks as soon as one child is a block.
  mutating func content(of element: XMLElement, _ scope: Scope) -> Content {
    let names = Self.blockNames + ["block", "include"]
    let hasBlocks = element.elements.contains { names.contains($0.name) }
    return hasBlocks
      ? .blocks(blocks(of: element, scope)) : .inline(inlines(of: element.children, scope))
  }

  private mutating func callout(_ element: XMLElement, _ scope: Scope) -> BlockNode {
    let kind: Callout.Kind = word("kind", of: element, default: .todo)
    let source = optionalText("source", of: element, scope)
    if kind == .experience, source == nil {
      diagnostics.append(.missingTemplateAttribute("source", on: element))
    }
    return .callout(kind, source: source, content(of: element, scope))
  }

  private mutating func field(_ element: XMLElement, _ scope: Scope) -> FieldNode {
    checkAttributes(of: element, ["label", "lines"])
    let label = requiredText("label", of: element, scope)
    if element.elements.contains(where: { $0.name == "choice" }) {
      return FieldNode(
        label: label, answer: .choices(lines(of: element, named: "choice", scope)))
    }
    if element.attribute("lines") != nil || element.children.isEmpty {
      let count = number("lines", of: element, default: 1, in: 1...40)
      checkIsEmpty(element)
      return FieldNode(label: label, answer: .lines(count))
    }
    return FieldNode(label: label, answer: .value(inlines(of: element.children, scope)))
  }

  // MARK: Tables

  private mutating func table(_ element: XMLElement, _ scope: Scope) -> TableNode {
    checkAttributes(of: element, ["caption"])
    let columns = XMLElement.selecting(["column"], of: element)
    let heads = XMLElement.selecting(["head"], of: element)
    let rows = XMLElement.selecting(["row", "block", "include"], of: element)
    refuseTexts(in: element)
    for child in element.elements
    where !["column", "head", "row", "block", "include"].contains(child.name) {
      diagnostics.append(.unknownElement(child, in: element, among: ["column", "head", "row"]))
    }
    if columns.isEmpty { diagnostics.append(.missingTemplateChild("column", in: element)) }
    return TableNode(
      caption: optionalText("caption", of: element, scope),
      columns: columns.compactMap { column in
        directed(column, scope) { compiler, _ in
          compiler.checkAttributes(of: column, ["share", "align"])
          compiler.checkIsEmpty(column)
          return .content(
            Table.Column(
              share: compiler.number("share", of: column, default: 1, in: 1...1000),
              alignment: compiler.word("align", of: column, default: .start)))
        }
      },
      header: heads.compactMap { head in
        directed(head, scope) { compiler, inner in
          .content(compiler.row(head, inner, isHeader: true))
        }
      },
      rows: rows.compactMap { child in
        directed(child, scope) { compiler, inner in
          if child.name == "row" {
            return .content(compiler.row(child, inner, isHeader: false))
          }
          return compiler.inside(child) { compiler, group in
            compiler.items(of: group, named: ["row"], inner) { compiler, row, inner in
              compiler.row(row, inner, isHeader: false)
            }
          }.map { .group($0) }
        }
      })
  }

  private mutating func row(_ element: XMLElement, _ scope: Scope, isHeader: Bool) -> RowNode {
    checkAttributes(of: element, isHeader ? [] : ["look"])
    return RowNode(
      look: word("look", of: element, default: .plain),
      cells: items(of: element, named: ["cell"], scope) { compiler, cell, inner in
        compiler.checkAttributes(of: cell, ["heading", "span"])
        let isHeading = compiler.word("heading", of: cell, default: Answer.no) == .yes
        let isRest = cell["span"]?.value == "rest"
        let span = isRest ? 1 : compiler.number("span", of: cell, default: 1, in: 1...100)
        return CellNode(
          isHeading: isHeader || isHeading, span: isRest ? .rest : .columns(span),
          content: compiler.content(of: cell, inner))
      },
      place: element.span)
  }

  // MARK: Letters

  private mutating func letter(_ element: XMLElement, _ scope: Scope) -> LetterNode {
    checkAttributes(of: element, [])
    var letter = LetterNode()
    refuseTexts(in: element)
    for child in element.elements { part(child, of: element, scope, &letter) }
    for name in ["sender", "addressee", "place-date", "subject", "call", "closing", "signature"]
    where !element.elements.contains(where: {
      $0.name == name || $0.name == "include" || $0.name == "block"
    }) {
      diagnostics.append(.missingTemplateChild(name, in: element))
    }
    return letter
  }

  private mutating func part(
    _ child: XMLElement, of parent: XMLElement, _ scope: Scope, _ letter: inout LetterNode
  ) {
    switch child.name {
    case "sender": letter.sender += group(child, named: "line", scope)
    case "addressee": letter.addressee += group(child, named: "line", scope)
    case "signature": letter.signature += group(child, named: "line", scope)
    case "place-date": letter.placeAndDate += oneLine(child, scope)
    case "reference": letter.references += oneLine(child, scope)
    case "subject": letter.subject += oneLine(child, scope)
    case "attachments": letter.attachments += oneLine(child, scope)
    case "call": letter.call += oneLine(child, scope)
    case "closing": letter.closing += oneLine(child, scope)
    case "copy": letter.copies += oneLine(child, scope)
    case "block", "include": groupedParts(child, scope, &letter)
    case "p", "list", "table", "facts":
      let bodyNode: Directed<BlockNode>? = directed(child, scope) { compiler, inner in
        compiler.block(child, inner).map { .content($0) }
      }
      if let bodyNode { letter.body.append(bodyNode) }
    default:
      diagnostics.append(.unknownElement(child, in: parent, among: Self.letterNames))
    }
  }

  /// The zones in a `block` or a partial, each under the group's own directives.
  private mutating func groupedParts(
    _ element: XMLElement, _ scope: Scope, _ letter: inout LetterNode
  ) {
    guard let head = directives(of: element, scope) else { return }
    let inner = nested(element) { compiler in
      compiler.inside(element) { compiler, group in
        var parts = LetterNode()
        compiler.refuseTexts(in: group)
        for child in group.elements { compiler.part(child, of: group, head.scope, &parts) }
        return parts
      }
    }
    guard let inner else { return }
    func grouped<Content>(_ nodes: [Directed<Content>]) -> [Directed<Content>] {
      nodes.isEmpty
        ? [] : [Directed(list: head.list, condition: head.condition, body: .group(nodes))]
    }
    letter.sender += grouped(inner.sender)
    letter.addressee += grouped(inner.addressee)
    letter.placeAndDate += grouped(inner.placeAndDate)
    letter.references += grouped(inner.references)
    letter.subject += grouped(inner.subject)
    letter.attachments += grouped(inner.attachments)
    letter.call += grouped(inner.call)
    letter.body += grouped(inner.body)
    letter.closing += grouped(inner.closing)
    letter.signature += grouped(inner.signature)
    letter.copies += grouped(inner.copies)
  }

  private static let letterNames = [
    "sender", "addressee", "place-date", "reference", "subject", "attachments", "call", "p", "list",
    "table", "closing", "signature", "copy",
  ]

  /// The lines of a zone, under the zone's own directives.
  private mutating func group(
    _ element: XMLElement, named name: String, _ scope: Scope
  ) -> [Directed<Inlines>] {
    checkAttributes(of: element, [])
    let lines: Directed<Inlines>? = directed(element, scope) { compiler, inner in
      .group(compiler.lines(of: element, named: name, inner))
    }
    return lines.map { [$0] } ?? []
  }

  private mutating func oneLine(_ element: XMLElement, _ scope: Scope) -> [Directed<Inlines>] {
    checkAttributes(of: element, [])
    let line: Directed<Inlines>? = directed(element, scope) { compiler, inner in
      .content(compiler.inlines(of: element.children, inner))
    }
    return line.map { [$0] } ?? []
  }

  private mutating func lines(
    of parent: XMLElement, named name: String, _ scope: Scope
  ) -> [Directed<Inlines>] {
    items(of: parent, named: [name], scope) { compiler, line, inner in
      compiler.checkAttributes(of: line, [])
      return compiler.inlines(of: line.children, inner)
    }
  }
}

private enum SectionBreak: String, CaseIterable {
  case none, before
}

private enum Answer: String, CaseIterable {
  case yes, no
}

extension XMLElement {
  fileprivate static func selecting(_ names: [String], of parent: XMLElement) -> [XMLElement] {
    parent.elements.filter { names.contains($0.name) }
  }
}
