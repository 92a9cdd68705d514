import Diagnostics
import Markup
import OfficePackages

// The styles of a document that is put together from several: what one part lacks is copied into it
// from the others, byte for byte but for names that would clash.

extension OfficePartial {
  /// Stands behind the names of its automatic styles.
  var mark: MarkupFragment {
    var out = MarkupWriter()
    out.markup("_i")
    out.number(number)
    return out.finishFragment()
  }

  /// The first number behind which no automatic style of a document is called: it may have been
  /// made from partials itself.
  static func firstNumber(beside package: OfficePackage) -> Int {
    let sections = [package.content, package.styles].compactMap {
      $0.section("office:automatic-styles")
    }
    let numbers = sections.flatMap(\.elements).compactMap { style -> Int? in
      guard let name = style["style:name"]?.value, let mark = name.ranges(of: "_i").last else {
        return nil
      }
      return Int(name[mark.upperBound...])
    }
    return min(numbers.max() ?? 0, 1_000_000) + 1
  }

  fileprivate var automaticStyles: [XMLElement] {
    let content = package.content
    let styles = content.section("office:automatic-styles")?.elements ?? []
    return styles.filter { !content.passages(in: $0.extent.bytes).isEmpty }
  }

  /// The names of its automatic styles.
  var styleNames: Set<String> {
    Set(automaticStyles.compactMap { $0["style:name"]?.value })
  }
}

extension OfficeCompiler {
  /// Brings the automatic styles of partials into the part that they stand in.
  ///
  /// - Parameter more: a style of our own.
  mutating func bringAutomaticStyles(
    of partials: [OfficePartial], and more: MarkupFragment? = nil, into part: OfficePart
  ) {
    var styles: [OfficeEdits.Action] = more.map { [.piece(.markup($0))] } ?? []
    for partial in partials {
      let content = partial.package.content
      let elements = partial.automaticStyles
      var changes = OfficeCompiler(content, of: partial.package, sources, scope)
      changes.makeNamesUnique(in: elements, of: partial)
      for style in elements {
        if let name = style.attribute("style:name") {
          changes.edits.insert(
            .piece(.markup(partial.mark)), at: name.value.span.bytes.upperBound, rank: 0)
        }
        // Else its first paragraph would begin a page.
        if let page = style.attribute("style:master-page-name") { changes.edits.remove(page) }
      }
      let passages = elements.flatMap { content.passages(in: $0.extent.bytes) }
      styles.append(.included(changes.edits, of: content.file, passages))
    }
    append(styles, to: "office:automatic-styles", of: part)
  }

  /// Brings those of our own styles that the part may want, unless a document of ours is the
  /// template.
  mutating func bringOwnStyles(into part: OfficePart) {
    let styles = part.section("office:automatic-styles")?.elements ?? []
    let names = Set(styles.compactMap { $0["style:name"]?.value })
    var actions: [OfficeEdits.Action] = []
    if hasRichText, !names.contains("Puces_i0") {
      actions.append(.piece(.markup(OfficeRichStyles.own)))
    }
    if mayRaise, sources.richStyles.raised == "Exposant_i0", !names.contains("Exposant_i0") {
      actions.append(.piece(.markup(OfficeRichStyles.ownRaised)))
    }
    append(actions, to: "office:automatic-styles", of: part)
  }

  /// Brings what the sections of other parts hold and this one's does not.
  mutating func bring(_ name: StaticString, of others: [OfficePart], into part: OfficePart) {
    var known = Set((part.section("\(name)")?.elements ?? []).map(key))
    var actions: [OfficeEdits.Action] = []
    for other in others {
      for element in other.section("\(name)")?.elements ?? []
      where known.insert(key(of: element)).inserted {
        let passages = other.passages(in: element.extent.bytes)
        actions.append(.included(OfficeEdits(), of: other.file, passages))
      }
    }
    append(actions, to: name, of: part)
  }

  /// What makes two styles, or two fonts, the same one.
  private func key(of element: XMLElement) -> String {
    let names = ["style:family", "style:name", "draw:name", "text:note-class", "table:name"]
    return ([element.name] + names.map { element[$0]?.value ?? "" }).joined(separator: "|")
  }

  private mutating func append(
    _ actions: [OfficeEdits.Action], to name: StaticString, of part: OfficePart
  ) {
    guard !actions.isEmpty else { return }
    let (place, opening, closing) = edits.end(of: name, in: part)
    if let opening { insert(.piece(.markup(opening)), at: place) }
    for action in actions { insert(action, at: place) }
    if let closing { insert(.piece(.markup(closing)), at: place) }
  }
}

extension OfficeEdits {
  /// Where something goes that is put at the end of a section, and the tags around it if the part
  /// has no such section, or an empty one.
  fileprivate mutating func end(
    of name: StaticString, in part: OfficePart
  ) -> (place: Int, opening: MarkupFragment?, closing: MarkupFragment?) {
    guard let section = part.section("\(name)") else {
      let order = [
        "office:font-face-decls", "office:styles", "office:automatic-styles",
        "office:master-styles", "office:body",
      ]
      let later = order.drop { $0 != "\(name)" }
      let next = part.sections.first { later.contains($0.name) }
      let place = next?.extent.bytes.lowerBound ?? part.passages.last?.upperBound ?? 0
      return (place, .startTag(name), .endTag(name))
    }
    switch section.children.last {
    case .element(let last)?: return (last.extent.bytes.upperBound, nil, nil)
    case .text(let last)?: return (last.span.bytes.upperBound, nil, nil)
    case nil:
      remove(section.extent.bytes)
      return (section.extent.bytes.lowerBound, .startTag(name), .endTag(name))
    }
  }
}

extension MarkupFragment {
  fileprivate static func startTag(_ name: StaticString) -> MarkupFragment {
    var out = MarkupWriter()
    out.markup("<")
    out.markup(name)
    out.markup(">")
    return out.finishFragment()
  }

  fileprivate static func endTag(_ name: StaticString) -> MarkupFragment {
    var out = MarkupWriter()
    out.markup("</")
    out.markup(name)
    out.markup(">")
    return out.finishFragment()
  }
}
