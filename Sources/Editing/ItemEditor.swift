import Diagnostics
import Markup
import Sheets

/// Writes the changes of one item as edits of its file.
struct ItemEditor {
  private let kind: ItemKind
  private let element: XMLElement
  private let bytes: [UInt8]
  private var edits: XMLEdits
  /// Children that the element lacks, in the order of the fields: what goes into each.
  private var newChildren: [(name: String, text: [UInt8], attributes: [UInt8], cell: SheetCell)] =
    []

  static func write(
    _ changes: [FieldChange], of kind: ItemKind, to element: XMLElement, in bytes: [UInt8],
    _ edits: inout XMLEdits
  ) {
    var editor = ItemEditor(kind: kind, element: element, bytes: bytes, edits: edits)
    let gone = changes.compactMap { change -> String? in
      guard case .child(let name) = change.field.place, change.after == nil else { return nil }
      return name
    }
    for change in changes {
      if case .childAttribute(let name, _) = change.field.place, gone.contains(name) { continue }
      editor.write(change)
    }
    editor.addChildren()
    edits = editor.edits
  }

  private init(kind: ItemKind, element: XMLElement, bytes: [UInt8], edits: XMLEdits) {
    self.kind = kind
    self.element = element
    self.bytes = bytes
    self.edits = edits
  }

  private mutating func write(_ change: FieldChange) {
    switch change.field.place {
    case .attribute(let name):
      let order = kind.fields.compactMap { field in
        if case .attribute(let name) = field.place { name } else { nil }
      }
      write(name, change.after, of: element, order, change.cell)
    case .text: writeText(change.after ?? "", of: element, change.cell)
    case .child(let name):
      guard let child = element.child(name) else { return addChild(name, change) }
      if let text = change.after {
        writeText(text, of: child, change.cell)
      } else {
        remove(child, change.cell)
      }
    case .children(let name): writeList(name, change)
    case .childAttribute(let name, let attribute):
      guard let child = element.child(name) else { return addChild(name, attribute, change) }
      write(attribute, change.after, of: child, [], change.cell)
    case .identity, .owner: break
    }
  }

  // MARK: Attributes

  /// - Parameter order: the names of the attributes as they usually follow one another.
  private mutating func write(
    _ name: String, _ value: String?, of element: XMLElement, _ order: [String], _ cell: SheetCell
  ) {
    guard let old = element.attribute(name) else {
      if let value { insert(name, value, into: element, order, cell) }
      return
    }
    guard let value else {
      let start = lastByte(before: old.nameSpan.bytes.lowerBound) + 1
      edits.replace(start..<old.end, with: [], for: cell)
      return
    }
    let start = old.nameSpan.bytes.lowerBound
    edits.replace(start..<old.end, with: attributeText(name, value), for: cell)
  }

  private mutating func insert(
    _ name: String, _ value: String, into element: XMLElement, _ order: [String],
    _ cell: SheetCell
  ) {
    let before = order.prefix { $0 != name }
    let place =
      before.reversed().lazy.compactMap { element.attribute($0) }.first?.end
      ?? element.attributes.last?.end ?? element.nameSpan.bytes.upperBound
    let text = attributeText(name, value)
    let lineStart = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    let length = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self).count
    let isLong = length + String(decoding: text, as: UTF8.self).count + 1 > 100
    let gap = isLong ? lineBreak(indent(of: element, in: bytes) + 2) : [UInt8(ascii: " ")]
    edits.replace(place..<place, with: gap + text, for: cell)
  }

  // MARK: Texts

  private mutating func writeText(_ text: String, of element: XMLElement, _ cell: SheetCell) {
    let content = escaped(text, isValue: false)
    guard let range = contentRange(of: element, in: bytes) else {
      // `<a/>` gets an end tag.
      let end = element.span.bytes.upperBound
      let tail = Array("></\(element.name)>".utf8)
      edits.replace(end - 2..<end, with: [tail[0]] + content + tail.dropFirst(), for: cell)
      return
    }
    edits.replace(range, with: content, for: cell)
  }

  private mutating func writeList(_ name: String, _ change: FieldChange) {
    let old = element.elements.filter { $0.name == name }
    let new = (change.after ?? "").split(separator: "\n").map(String.init)
    for (child, text) in zip(old, new) where oneLine(child.text) != text {
      writeText(text, of: child, change.cell)
    }
    for child in old.dropFirst(new.count) { remove(child, change.cell) }
    for text in new.dropFirst(old.count) {
      newChildren.append((name, escaped(text, isValue: false), [], change.cell))
    }
  }

  private mutating func remove(_ child: XMLElement, _ cell: SheetCell) {
    let start = lastByte(before: child.span.bytes.lowerBound) + 1
    edits.replace(start..<child.end, with: [], for: cell)
  }

  // MARK: New children

  private mutating func addChild(_ name: String, _ change: FieldChange) {
    guard let text = change.after else { return }
    if let index = newChildren.firstIndex(where: { $0.name == name }) {
      newChildren[index].text = escaped(text, isValue: false)
    } else {
      newChildren.append((name, escaped(text, isValue: false), [], change.cell))
    }
  }

  private mutating func addChild(_ name: String, _ attribute: String, _ change: FieldChange) {
    guard let value = change.after else { return }
    let text = [UInt8(ascii: " ")] + attributeText(attribute, value)
    if let index = newChildren.firstIndex(where: { $0.name == name }) {
      newChildren[index].attributes += text
    } else {
      newChildren.append((name, [], text, change.cell))
    }
  }

  private mutating func addChildren() {
    guard !newChildren.isEmpty else { return }
    let order = kind.childOrder
    if contentRange(of: element, in: bytes) == nil {
      // `<a/>` is opened, and all that is new stands in it.
      let end = element.span.bytes.upperBound
      var text = [UInt8(ascii: ">")]
      for child in newChildren {
        text += lineBreak(indent(of: element, in: bytes) + 2) + markup(of: child)
      }
      text += lineBreak(indent(of: element, in: bytes)) + Array("</\(element.name)>".utf8)
      edits.replace(end - 2..<end, with: text, for: newChildren[0].cell)
      return
    }
    for child in newChildren {
      let before = order.prefix { $0 != child.name } + [child.name]
      let anchor = element.elements.last { before.contains($0.name) }
      let place = anchor?.end ?? element.span.bytes.upperBound
      let text = lineBreak(indent(of: element, in: bytes) + 2) + markup(of: child)
      edits.replace(place..<place, with: text, for: child.cell)
    }
  }

  private func markup(
    of child: (name: String, text: [UInt8], attributes: [UInt8], cell: SheetCell)
  ) -> [UInt8] {
    let fixed = (kind.fixedOfChildren[child.name] ?? []).flatMap {
      [UInt8(ascii: " ")] + attributeText($0.name, $0.value)
    }
    let head = Array("<\(child.name)".utf8) + fixed + child.attributes
    if child.text.isEmpty { return head + Array("/>".utf8) }
    return head + [UInt8(ascii: ">")] + child.text + Array("</\(child.name)>".utf8)
  }

  // MARK: White space

  /// The last byte that is no white space.
  private func lastByte(before place: Int) -> Int {
    bytes[..<place].lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } ?? -1
  }
}

/// What stands between the two tags of an element; nothing when it has one tag.
func contentRange(of element: XMLElement, in bytes: [UInt8]) -> Range<Int>? {
  let start = element.span.bytes.upperBound
  guard element.end > start, let close = bytes[start..<element.end].lastIndex(of: 0x3C)
  else { return nil }
  return start..<close
}

/// How many spaces stand before an element on its line.
func indent(of element: XMLElement, in bytes: [UInt8]) -> Int {
  let start = element.span.bytes.lowerBound
  let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  return bytes[lineStart..<start].prefix { $0 == 0x20 }.count
}

/// The end of a line, and the indentation of the next.
func lineBreak(_ indent: Int) -> [UInt8] { [0x0A] + [UInt8](repeating: 0x20, count: indent) }
