import Diagnostics
import Markup

/// The inline elements of the vocabulary.
extension TemplateCompiler {
  static let inlineNames = ["strong", "em", "sup", "a", "blank", "br", "box", "span"]

  /// Compiles a line, and what becomes of it.
  mutating func line(
    of element: XMLElement, _ scope: Scope, _ outcome: DocumentPiece.Outcome
  ) {
    if case .paragraph(let look) = outcome, let rich = richText(in: element, scope) {
      return program.append(.rich(rich, look))
    }
    program.append(.begin(.line))
    inlines(of: element, scope)
    program.append(.end(outcome))
  }

  /// The rich text that an element holds, if it holds nothing else.
  private mutating func richText(in element: XMLElement, _ scope: Scope) -> Expression? {
    guard element.children.count == 1, case .text(let text)? = element.children.first else {
      return nil
    }
    let shown = text.string.utf8
    do throws(Diagnostic) {
      let pieces = try text.pieces().filter { piece in
        guard case .literal(let range) = piece else { return true }
        return shown.dropFirst(range.lowerBound).prefix(range.count).contains {
          $0 != 0x20 && !(0x09...0x0D).contains($0)
        }
      }
      guard pieces.count == 1, case .expression(let range)? = pieces.first else { return nil }
      let result = try expression(text, range, scope)
      return result.type == .rich ? result.expression : nil
    } catch {
      // It is told where the line is compiled.
      return nil
    }
  }

  private mutating func inlines(of parent: XMLElement, _ scope: Scope) {
    for node in parent.children {
      switch node {
      case .text(let text):
        for segment in segments(of: text, scope, .asInHTML) {
          switch segment {
          case .literal(let literal): program.append(.text(literal))
          case .expression(let expression): program.output(expression)
          }
        }
      case .element(let element):
        directed(element, scope) { compiler, inner in compiler.inline(element, inner) }
      }
    }
  }

  private mutating func inline(_ element: XMLElement, _ scope: Scope) {
    switch element.name {
    case "span":
      checkAttributes(of: element, [])
      inlines(of: element, scope)
    case "strong": stretch(element, scope, .strong)
    case "em": stretch(element, scope, .emphasis)
    case "sup": stretch(element, scope, .superscript)
    case "a": link(element, scope)
    case "blank":
      checkAttributes(of: element, ["name"])
      checkIsEmpty(element)
      program.append(.blank(requiredText("name", of: element, scope)))
    case "br": sign(element, .lineBreak)
    case "box": sign(element, .box)
    default: diagnostics.append(.unknownInline(element, among: Self.inlineNames))
    }
  }

  private mutating func sign(_ element: XMLElement, _ piece: DocumentPiece) {
    checkAttributes(of: element, [])
    checkIsEmpty(element)
    program.append(piece)
  }

  private mutating func stretch(
    _ element: XMLElement, _ scope: Scope, _ outcome: DocumentPiece.Outcome
  ) {
    checkAttributes(of: element, [])
    program.append(.begin(.stretch))
    inlines(of: element, scope)
    program.append(.end(outcome))
  }

  private mutating func link(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["to", "href", "file"])
    guard let target = target(of: element, scope) else {
      diagnostics.append(.missingTemplateAttribute("to", on: element))
      return
    }
    program.append(.begin(.link(target)))
    inlines(of: element, scope)
    program.append(.end(.link))
  }

  private mutating func target(of element: XMLElement, _ scope: Scope) -> LinkTarget? {
    if let to = element.attribute("to") {
      checkDocument(to.value)
      return .document(textTemplate(to.value, scope))
    }
    if let address = element.attribute("href") {
      return .address(addressTemplate(address.value, scope))
    }
    return element.attribute("file").map { .file(addressTemplate($0.value, scope)) }
  }

  /// A document that is named outright can be checked now.
  private mutating func checkDocument(_ text: XMLText) {
    let name = text.string
    guard !name.contains("{{") else { return }
    let id = String(name.prefix { $0 != "/" })
    if !documents.contains(id) {
      diagnostics.append(.unknownDocument(Located(id, at: text.span), among: documents))
    }
  }
}
