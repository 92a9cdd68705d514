import Diagnostics
import Markup

// Where a loop or a condition begins and ends in the file. The directive says it by where it
// stands: alone in a paragraph, a row or an item, it takes what lies between; in the first and the
// last cell of a row, the row; at both ends of a paragraph, the paragraph; else, text of one line.

extension OfficeCompiler {
  mutating func otherwise(_ place: Place) {
    guard let last = open.last, !last.isLoop else {
      return report(.elseOutsideCondition(at: place.span))
    }
    if case .otherwise(nil)? = last.marks.last?.action {
      return report(.elseAfterElse(at: place.span))
    }
    open[open.count - 1].marks.append(place)
  }

  mutating func end(_ place: Place) {
    guard var construct = open.popLast() else { return report(.strayEnd(at: place.span)) }
    construct.marks.append(place)
    scope = construct.outer
    guard !construct.isFaulty else { return }
    let lines = Set(construct.marks.map { $0.line.element.span.bytes.lowerBound })
    if lines.count == 1 {
      setInOneLine(construct)
    } else {
      setAcross(construct)
    }
  }

  /// Tells of what was never ended.
  mutating func closeAll() {
    for construct in open where !construct.isFaulty {
      report(.missingEnd(isLoop: construct.isLoop, at: construct.marks[0].span))
    }
    if let first = open.first { scope = first.outer }
    open = []
  }

  // MARK: In one line

  private mutating func setInOneLine(_ construct: Construct) {
    let first = construct.marks[0]
    let last = construct.marks[construct.marks.count - 1]
    let coversLine =
      construct.marks.count == 2 && first.line.isBare(before: first.range.lowerBound)
      && last.line.isBare(after: last.range.upperBound)
    if coversLine {
      let element = itemOrParagraph(first.path)
      set(construct, around: element.extent.bytes)
      for mark in construct.marks { removeText(mark.range, of: mark.line) }
      return
    }
    let holders = construct.marks.map { $0.line.holders(at: $0.range.lowerBound) }
    let shared = holders.dropFirst().reduce(holders[0]) { common($0, $1) }.count
    for (mark, held) in zip(construct.marks, holders) {
      let at = start(of: mark.range, in: mark.line)
      // Each branch must be whole: what holds its beginning is closed before and opened again.
      let cut = held[shared...]
      for element in cut.reversed() {
        edits.insert(.piece(.markup(endTag(of: element))), at: at, rank: mark.rank)
      }
      edits.insert(mark.action, at: at, rank: mark.rank)
      for element in cut {
        edits.insert(.piece(.markup(startTag(of: element))), at: at, rank: mark.rank)
      }
      removeText(mark.range, of: mark.line)
    }
    if construct.isLoop {
      repeated.append(start(of: first.range, in: first.line)..<start(of: last.range, in: last.line))
    }
  }

  /// The item that holds nothing but this paragraph, or the paragraph.
  private func itemOrParagraph(_ path: [XMLElement]) -> XMLElement {
    let paragraph = path[path.count - 1]
    guard path.count > 1, path[path.count - 2].name == "text:list-item",
      path[path.count - 2].elements.count == 1
    else { return paragraph }
    return path[path.count - 2]
  }

  private func common(_ first: [XMLElement], _ second: [XMLElement]) -> [XMLElement] {
    zip(first, second).prefix { $0.0.span.bytes == $0.1.span.bytes }.map(\.0)
  }

  // MARK: Across paragraphs

  private mutating func setAcross(_ construct: Construct) {
    let paths = construct.marks.map(\.path)
    let shared = paths.dropFirst().reduce(paths[0]) { common($0, $1) }
    guard let parent = shared.last, Self.holdsParagraphs(parent) else {
      return report(.crossesEdge(construct.marks))
    }
    if parent.name == "table:table-row" { return setAroundRow(construct, parent) }
    let children = construct.marks.map { $0.path[shared.count] }
    let movable = ["text:p", "text:h", "table:table-row", "text:list-item"]
    guard children.allSatisfy({ movable.contains($0.name) }) else {
      return report(.crossesEdge(construct.marks))
    }
    for (index, (mark, child)) in zip(construct.marks, children).enumerated() {
      let isFirst = index == 0
      let isLast = index == construct.marks.count - 1
      if isBare(child) {
        edits.insert(mark.action, at: child.extent.bytes.lowerBound, rank: mark.rank)
        edits.remove(child.extent.bytes)
      } else if isFirst, isBare(child, before: mark) {
        edits.insert(mark.action, at: child.extent.bytes.lowerBound, rank: mark.rank)
        removeText(mark.range, of: mark.line)
      } else if isLast, isBare(child, after: mark) {
        edits.insert(mark.action, at: child.extent.bytes.upperBound, rank: mark.rank)
        removeText(mark.range, of: mark.line)
      } else {
        return report(.directiveAmongText(at: mark.span))
      }
    }
    if children[0].name == "table:table-row" { noteTable(of: construct) }
    if construct.isLoop, let first = children.first, let last = children.last {
      repeated.append(first.extent.bytes.lowerBound..<last.extent.bytes.upperBound)
    }
  }

  private mutating func setAroundRow(_ construct: Construct, _ row: XMLElement) {
    let first = construct.marks[0]
    let last = construct.marks[construct.marks.count - 1]
    guard construct.marks.count == 2 else {
      return report(.elseWithinRow(at: construct.marks[1].span))
    }
    guard isBare(row, before: first) else { return report(.directiveAmongText(at: first.span)) }
    guard isBare(row, after: last) else { return report(.directiveAmongText(at: last.span)) }
    noteTable(of: construct)
    set(construct, around: row.extent.bytes)
    for mark in construct.marks { removeText(mark.range, of: mark.line) }
  }

  private mutating func set(_ construct: Construct, around range: Range<Int>) {
    let last = construct.marks.count - 1
    edits.insert(
      construct.marks[0].action, at: range.lowerBound, rank: construct.marks[0].rank)
    edits.insert(
      construct.marks[last].action, at: range.upperBound, rank: construct.marks[last].rank)
    if construct.isLoop { repeated.append(range) }
  }

  /// Notes the table whose rows may all go.
  private mutating func noteTable(of construct: Construct) {
    if let table = construct.marks[0].path.last(where: { $0.name == "table:table" }) {
      loosened[table.span.bytes.lowerBound] = table
    }
  }

  private static func holdsParagraphs(_ element: XMLElement) -> Bool {
    switch element.name {
    case "office:text", "text:section", "table:table-cell", "text:list-item", "text:list",
      "table:table", "table:table-rows", "table:table-header-rows", "table:table-row",
      "draw:text-box", "text:note-body", "style:header", "style:footer", "style:header-first",
      "style:footer-first", "style:header-left", "style:footer-left":
      true
    default: false
    }
  }

  // MARK: What shows

  private func isBare(_ element: XMLElement) -> Bool {
    lines(of: element).allSatisfy(\.isBare)
  }

  private func isBare(_ element: XMLElement, before mark: Place) -> Bool {
    let at = mark.line.element.span.bytes.lowerBound
    return lines(of: element).allSatisfy { line in
      let place = line.element.span.bytes.lowerBound
      return place > at || (place == at ? line.isBare(before: mark.range.lowerBound) : line.isBare)
    }
  }

  private func isBare(_ element: XMLElement, after mark: Place) -> Bool {
    let at = mark.line.element.span.bytes.lowerBound
    return lines(of: element).allSatisfy { line in
      let place = line.element.span.bytes.lowerBound
      return place < at || (place == at ? line.isBare(after: mark.range.upperBound) : line.isBare)
    }
  }

  private func lines(of element: XMLElement) -> [OfficeLine] {
    if element.name == "text:p" || element.name == "text:h" {
      return [OfficeLine(of: element, comments)]
    }
    return element.elements.flatMap(lines)
  }

  // MARK: Text and tags

  /// Where the first byte of a stretch of the line stands in the file.
  func start(of range: Range<Int>, in line: OfficeLine) -> Int {
    for run in line.runs where run.range.contains(range.lowerBound) {
      switch run.source {
      case .text(let text):
        let offset = range.lowerBound - run.range.lowerBound
        return text.span(ofUTF8: offset..<(offset + 1)).bytes.lowerBound
      case .element(let element): return element.span.bytes.lowerBound
      }
    }
    return line.element.span.bytes.upperBound
  }

  /// Removes a stretch of the line from the file, and the elements that hold nothing else.
  mutating func removeText(_ range: Range<Int>, of line: OfficeLine) {
    for run in line.runs {
      let inside = run.range.clamped(to: range)
      guard !inside.isEmpty else { continue }
      switch run.source {
      case .text(let text):
        let offsets =
          (inside.lowerBound - run.range.lowerBound)..<(inside.upperBound - run.range.lowerBound)
        edits.remove(text.span(ofUTF8: offsets).bytes)
      case .element(let element): edits.remove(element.extent.bytes)
      }
    }
    for mark in line.marks
    where mark.offset > range.lowerBound && mark.offset < range.upperBound
      && mark.element.name == "text:soft-page-break"
    {
      edits.remove(mark.element.extent.bytes)
    }
  }

  private func startTag(of element: XMLElement) -> MarkupFragment {
    var out = MarkupWriter()
    out.beginTag(of: element)
    for attribute in element.attributes { out.attribute(attribute, attribute.value.string) }
    out.markup(">")
    return out.finishFragment()
  }

  private func endTag(of element: XMLElement) -> MarkupFragment {
    var out = MarkupWriter()
    out.endTag(of: element)
    return out.finishFragment()
  }
}
