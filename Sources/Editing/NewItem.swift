import Sheets

/// The markup of an item that the base did not have: attributes wrapped at 100 columns, children
/// one a line, as the files are written by hand.
struct NewItem {
  private var bytes: [UInt8] = []
  private var origins: [XMLEdits.Origin] = []
  private var column = 0
  private let indent: Int

  private init(indent: Int) { self.indent = indent }

  static func markup(
    _ fields: [FieldChange], of kind: ItemKind
  ) -> (bytes: [UInt8], origins: [XMLEdits.Origin]) {
    var item = NewItem(indent: kind.belonging?.owner == nil ? 2 : 4)
    item.write(String(repeating: " ", count: item.indent) + "<\(kind.element)")
    item.writeAttributes(fields, kind)
    let text = fields.first { $0.field.place == .text }
    let children = kind.childOrder.reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let before = item.bytes.count
    item.bytes.append(UInt8(ascii: ">"))
    if let text { item.append(escaped(text.after ?? "", isValue: false), text.cell) }
    for child in children { item.writeChild(child, fields, kind) }
    if item.bytes.count == before + 1 {
      item.bytes.removeLast()
      item.write("/>")
    } else {
      item.bytes += text == nil ? lineBreak(item.indent) : []
      item.write("</\(kind.element)>")
    }
    return (item.bytes, item.origins)
  }

  private mutating func writeAttributes(_ fields: [FieldChange], _ kind: ItemKind) {
    var rest = kind.fixed
    for change in fields {
      guard case .attribute(let name) = change.field.place, let value = change.after else {
        continue
      }
      // What every item has stands before its sources, as elsewhere.
      if name == "sources" {
        for fixed in rest { writeAttribute(fixed.name, fixed.value, nil) }
        rest = []
      }
      writeAttribute(name, value, change.cell)
    }
    for fixed in rest { writeAttribute(fixed.name, fixed.value, nil) }
  }

  private mutating func writeAttribute(_ name: String, _ value: String, _ cell: SheetCell?) {
    let text = attributeText(name, value)
    let width = String(decoding: text, as: UTF8.self).count
    if column + width + 1 > 100 {
      bytes += lineBreak(indent + 2)
      column = indent + 2
    } else {
      write(" ")
    }
    append(text, cell)
    column += width
  }

  private mutating func writeChild(_ name: String, _ fields: [FieldChange], _ kind: ItemKind) {
    let text = fields.first { change in
      switch change.field.place {
      case .child(name), .children(name): true
      default: false
      }
    }
    let attributes = fields.compactMap { change -> (String, FieldChange)? in
      guard case .childAttribute(name, let attribute) = change.field.place else { return nil }
      return (attribute, change)
    }
    guard text != nil || !attributes.isEmpty else { return }
    let isList = if case .children = text?.field.place { true } else { false }
    let value = text?.after ?? ""
    for line in isList ? value.split(separator: "\n").map(String.init) : [value] {
      bytes += lineBreak(indent + 2)
      write("<\(name)")
      for fixed in kind.fixedOfChildren[name] ?? [] {
        write(" ")
        append(attributeText(fixed.name, fixed.value), nil)
      }
      for (attribute, change) in attributes {
        write(" ")
        append(attributeText(attribute, change.after ?? ""), change.cell)
      }
      write(line.isEmpty ? "/>" : ">")
      guard !line.isEmpty, let cell = text?.cell else { continue }
      append(escaped(line, isValue: false), cell)
      write("</\(name)>")
    }
  }

  private mutating func write(_ text: String) {
    bytes += Array(text.utf8)
    column += text.count
  }

  private mutating func append(_ text: [UInt8], _ cell: SheetCell?) {
    let start = bytes.count
    bytes += text
    if let cell { origins.append(XMLEdits.Origin(range: start..<bytes.count, cell: cell)) }
  }
}
