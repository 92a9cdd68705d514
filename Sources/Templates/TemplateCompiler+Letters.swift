import Diagnostics
import Markup

/// Letters, whose zones may be written in any order and in groups.
extension TemplateCompiler {
  mutating func letter(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, [])
    program.append(.begin(.letter))
    letterParts(of: element, scope)
    program.append(.end(.letter))
    for name in ["sender", "addressee", "place-date", "subject", "call", "closing", "signature"]
    where !element.elements.contains(where: { [name, "include", "block"].contains($0.name) }) {
      diagnostics.append(.missingTemplateChild(name, in: element))
    }
  }

  private mutating func letterParts(of parent: XMLElement, _ scope: Scope) {
    refuseTexts(in: parent)
    for child in parent.elements {
      guard let part = LetterPart(child.name) else {
        diagnostics.append(.unknownElement(child, in: parent, among: Self.letterNames))
        continue
      }
      directed(child, scope) { compiler, inner in compiler.compile(part, child, inner) }
    }
  }

  private mutating func compile(_ part: LetterPart, _ element: XMLElement, _ scope: Scope) {
    switch part {
    case .lines(let zone):
      checkAttributes(of: element, [])
      items(of: element, named: ["line"], scope) { compiler, line, inner in
        compiler.checkAttributes(of: line, [])
        compiler.line(of: line, inner, .zone(zone))
      }
    case .line(let zone):
      checkAttributes(of: element, [])
      line(of: element, scope, .zone(zone))
    case .group:
      inside(element) { compiler, group in compiler.letterParts(of: group, scope) }
    case .body: block(element, scope)
    }
  }

  private static let letterNames = [
    "sender", "addressee", "place-date", "reference", "subject", "attachments", "call", "p", "list",
    "table", "closing", "signature", "copy",
  ]
}

/// What an element of a letter stands for.
private enum LetterPart {
  /// A zone of several lines.
  case lines(LetterZone)
  /// A zone, or one of its lines.
  case line(LetterZone)
  case group
  case body

  init?(_ name: String) {
    switch name {
    case "sender": self = .lines(.sender)
    case "addressee": self = .lines(.addressee)
    case "signature": self = .lines(.signature)
    case "place-date": self = .line(.placeAndDate)
    case "reference": self = .line(.references)
    case "subject": self = .line(.subject)
    case "attachments": self = .line(.attachments)
    case "call": self = .line(.call)
    case "closing": self = .line(.closing)
    case "copy": self = .line(.copies)
    case "block", "include": self = .group
    case "p", "list", "table", "facts": self = .body
    default: return nil
    }
  }
}
