import Diagnostics
import Documents
import Markup

/// The elements of charts.
extension TemplateCompiler {
  mutating func chart(_ element: XMLElement, _ scope: Scope) {
    checkAttributes(of: element, ["caption", "description"])
    let caption = requiredText("caption", of: element, scope)
    let description = requiredText("description", of: element, scope)
    let rowName = element.name == "timeline" ? "bar" : "load"
    program.append(.begin(.chart))
    items(of: element, named: ["period", rowName], scope) { compiler, child, inner in
      compiler.checkIsEmpty(child)
      if let piece = compiler.chartPiece(child, inner) { compiler.program.append(.chart(piece)) }
    }
    program.append(
      .end(.chart(caption: caption, description: description, isTimeline: rowName == "bar")))
  }

  private mutating func chartPiece(_ element: XMLElement, _ scope: Scope) -> ChartPiece? {
    switch element.name {
    case "period":
      checkAttributes(of: element, ["start", "label", "group", "look"])
      guard let start = expression("start", of: element, .day, scope) else { return nil }
      return .period(
        start: start, label: requiredText("label", of: element, scope),
        group: requiredText("group", of: element, scope),
        look: word("look", of: element, default: .plain))
    case "bar":
      checkAttributes(of: element, ["label", "note", "first", "last", "look"])
      guard let first = expression("first", of: element, .day, scope),
        let last = expression("last", of: element, .day, scope)
      else { return nil }
      return .bar(
        label: requiredText("label", of: element, scope),
        note: requiredText("note", of: element, scope), first: first, last: last,
        look: word("look", of: element, default: .plain))
    case "load":
      checkAttributes(of: element, ["label", "minutes", "limit"])
      guard let minutes = expression("minutes", of: element, .list(.number), scope),
        let limit = expression("limit", of: element, .number, scope)
      else { return nil }
      return .load(
        label: requiredText("label", of: element, scope), minutes: minutes, limit: limit)
    default: preconditionFailure("`\(element.name)` is listed in a chart and not compiled")
    }
  }

  /// An attribute that is one expression of a type, without braces, as `for` and `if` are.
  private mutating func expression(
    _ name: String, of element: XMLElement, _ type: ValueType, _ scope: Scope
  ) -> Expression? {
    guard let text = element.attribute(name)?.value else {
      diagnostics.append(.missingTemplateAttribute(name, on: element))
      return nil
    }
    do throws(Diagnostic) {
      let result = try expression(text, 0..<text.string.utf8.count, scope)
      guard result.type == type else {
        throw .wrongType(result.type, wanted: .type(type), at: text.span)
      }
      return result.expression
    } catch {
      diagnostics.append(error)
      return nil
    }
  }
}
