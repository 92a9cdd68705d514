import Diagnostics
import Documents
import Markup

/// The block elements of the vocabulary.
extension TemplateCompiler {
  static let blockNames = [
    "section", "p", "list", "checklist", "facts", "table", "callout", "form", "slip", "letter",
    "timeline", "loads", "page-break",
  ]

  mutating func blocks(of parent: XMLElement, _ scope: Scope) {
    items(of: parent, named: Self.blockNames, scope) { compiler, element, inner in
      compiler.block(element, inner)
    }
  }

  mutating func block(_ element: XMLElement, _ scope: Scope) {
    switch element.name {
    case "section": section(element, scope)
    case "p":
      checkAttributes(of: element, ["look"])
      line(of: element, scope, .paragraph(word("look", of: element, default: .body)))
    case "list": list(element, scope)
    case "checklist":
      checkAttributes(of: element, [])
      lines(of: element, named: "check", scope, .checklist)
    case "facts": facts(element, scope)
    case "table": table(element, scope)
    case "callout": callout(element, scope)
    case "form":
      checkAttributes(of: element, [])
      program.append(.begin(.questions))
      items(of: element, named: ["field"], scope) { compiler, field, inner in
        compiler.field(field, inner)
      }
      program.append(.end(.form))
    case "slip":
      checkAttributes(of: element, ["title"])
      let title = requiredText("title", of: element, scope)
      program.append(.begin(.blocks))
      blocks(of: element, scope, below: headingLevel)
      program.append(.end(.slip(title: title)))
    case "letter": letter(element, scope)
    case "timeline", "loads": chart(element, scope)
    case "page-break":
      checkAttributes(of: element, [])
      checkIsEmpty(element)
      program.append(.pageBreak)
    default: preconditionFailure("`\(element.name)` is listed as a block and not compiled")
    }
  }

  private mutating func section(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["title", "break"])
    let title = requiredText("title", of: element, scope)
    let startsPage = word("break", of: element, default: SectionBreak.none) == .before
    program.append(.heading(level: headingLevel, title, startsPage: startsPage))
    blocks(of: element, scope, below: headingLevel)
  }

  /// Blocks whose sections stand under a heading of a level.
  private mutating func blocks(of parent: XMLElement, _ scope: Scope, below level: Int) {
    let outer = headingLevel
    headingLevel = level + 1
    blocks(of: parent, scope)
    headingLevel = outer
  }

  private mutating func list(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["numbered"])
    let isNumbered = word("numbered", of: element, default: Answer.no) == .yes
    program.append(.begin(.items))
    items(of: element, named: ["item"], scope) { compiler, item, inner in
      compiler.checkAttributes(of: item, [])
      compiler.content(of: item, inner, .item)
    }
    program.append(.end(.list(isNumbered: isNumbered)))
  }

  private mutating func facts(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, [])
    program.append(.begin(.facts))
    items(of: element, named: ["fact"], scope) { compiler, fact, inner in
      compiler.checkAttributes(of: fact, ["label"])
      let label = compiler.requiredText("label", of: fact, inner)
      compiler.line(of: fact, inner, .fact(label: label))
    }
    program.append(.end(.facts))
  }

  /// Text or blocks: blocks as soon as one child is a block.
  mutating func content(
    of element: XMLElement, _ scope: Scope, _ outcome: DocumentPiece.Outcome
  ) {
    let names = Self.blockNames + ["block", "include"]
    program.append(.begin(.blocks))
    if element.elements.contains(where: { names.contains($0.name) }) {
      blocks(of: element, scope, below: 2)
    } else {
      line(of: element, scope, .paragraph(.body))
    }
    program.append(.end(outcome))
  }

  /// Lines side by side, none of them empty.
  mutating func lines(
    of parent: XMLElement, named name: String, _ scope: Scope, _ outcome: DocumentPiece.Outcome
  ) {
    program.append(.begin(.lines))
    items(of: parent, named: [name], scope) { compiler, line, inner in
      compiler.checkAttributes(of: line, [])
      compiler.line(of: line, inner, .line)
    }
    program.append(.end(outcome))
  }

  private mutating func callout(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["kind", "source"])
    let kind: Callout.Kind = word("kind", of: element, default: .todo)
    let source = optionalText("source", of: element, scope)
    if kind == .experience, source == nil {
      diagnostics.append(.missingTemplateAttribute("source", on: element))
    }
    content(of: element, scope, .callout(kind, source: source))
  }

  private mutating func field(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["label", "lines"])
    let label = requiredText("label", of: element, scope)
    if element.elements.contains(where: { $0.name == "choice" }) {
      lines(of: element, named: "choice", scope, .choices(label: label))
    } else if element.attribute("lines") != nil || element.children.isEmpty {
      let count = number("lines", of: element, default: 1, in: 1...40)
      checkIsEmpty(element)
      program.append(.question(label, lines: count))
    } else {
      line(of: element, scope, .answer(label: label))
    }
  }
}

private enum SectionBreak: String, CaseIterable {
  case none, before
}

/// What an attribute says that is either so or not.
enum Answer: String, CaseIterable {
  case yes, no
}
