import Diagnostics
import Markup

/// The inline elements of the vocabulary.
extension TemplateCompiler {
  static let inlineNames = ["strong", "em", "sup", "a", "blank", "br", "box", "span"]

  mutating func inlines(of nodes: [XMLNode], _ scope: Scope) -> Inlines {
    var result: Inlines = []
    for node in nodes {
      switch node {
      case .text(let text):
        forEachPiece(of: text, scope) { literal, expression in
          let node = expression.map { InlineNode.output($0) } ?? .literal(literal)
          result.append(Directed(body: .content(node)))
        }
      case .element(let element):
        let directed: Directed<InlineNode>? = directed(element, scope) { compiler, inner in
          if element.name == "span" {
            compiler.checkAttributes(of: element, [])
            return .group(compiler.inlines(of: element.children, inner))
          }
          return compiler.inline(element, inner).map { .content($0) }
        }
        if let directed { result.append(directed) }
      }
    }
    return result
  }

  private mutating func inline(_ element: XMLElement, _ scope: Scope) -> InlineNode? {
    switch element.name {
    case "strong", "em", "sup":
      checkAttributes(of: element, [])
      let inner = inlines(of: element.children, scope)
      return element.name == "strong"
        ? .strong(inner) : element.name == "em" ? .emphasis(inner) : .superscript(inner)
    case "a": return link(element, scope)
    case "blank":
      checkAttributes(of: element, ["name"])
      checkIsEmpty(element)
      return .blank(requiredText("name", of: element, scope))
    case "br":
      checkAttributes(of: element, [])
      checkIsEmpty(element)
      return .lineBreak
    case "box":
      checkAttributes(of: element, [])
      checkIsEmpty(element)
      return .box
    default:
      diagnostics.append(.unknownInline(element, among: Self.inlineNames))
      return nil
    }
  }

  private mutating func link(_ element: XMLElement, _ scope: Scope) -> InlineNode? {
    checkAttributes(of: element, ["to", "href", "file"])
    let inner = inlines(of: element.children, scope)
    if let to = element.attribute("to") {
      checkDocument(to.value)
      return .link(.document(textTemplate(to.value, scope)), inner)
    }
    if let address = element.attribute("href") {
      return .link(.address(addressTemplate(address.value, scope)), inner)
    }
    if let file = element.attribute("file") {
      return .link(.file(addressTemplate(file.value, scope)), inner)
    }
    diagnostics.append(.missingTemplateAttribute("to", on: element))
    return nil
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
