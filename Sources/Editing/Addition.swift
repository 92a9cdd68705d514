import Diagnostics
import Markup
import Sheets

/// New items of one kind on their way into a file.
struct Addition {
  let kind: ItemKind
  let root: XMLElement
  /// Those that the file has.
  let items: [Item]
  let bytes: [UInt8]

  /// - Parameter added: the fields of each, and the id of what it belongs to.
  /// - Returns: what cannot be added, as the base has nothing that it could belong to.
  func write(
    _ added: [(owner: String?, fields: [FieldChange])], _ edits: inout XMLEdits
  ) -> [Diagnostic] {
    guard let name = kind.belonging?.owner else {
      for (_, fields) in added { addBelowRoot(fields, &edits) }
      return []
    }
    let owners = Dictionary(
      root.elements.filter { $0.name == name }.compactMap { element in
        element["id"].map { ($0.value, element) }
      }, uniquingKeysWith: { first, _ in first })
    var problems: [Diagnostic] = []
    var byOwner: [String: [[FieldChange]]] = [:]
    var order: [String] = []
    for (owner, fields) in added {
      guard let owner, owners[owner] != nil else {
        let cell = fields.first { $0.field.place == .owner(name) }?.cell
        problems += cell.map { [.unknownOwner($0, among: Array(owners.keys))] } ?? []
        continue
      }
      if byOwner[owner] == nil { order.append(owner) }
      byOwner[owner, default: []].append(fields)
    }
    for owner in order {
      guard let element = owners[owner] else { continue }
      add(byOwner[owner] ?? [], to: element, &edits)
    }
    return problems
  }

  // MARK: Below the root

  private func addBelowRoot(_ fields: [FieldChange], _ edits: inout XMLEdits) {
    let place =
      items.last?.element.end ?? root.elements.last?.end ?? root.span.bytes.upperBound
    // Where a blank line parts the last two items, one parts the new one too.
    let isSpaced =
      items.last.map { last in
        let start = XMLEdits.wholeRange(of: last.element, in: bytes).lowerBound
        return bytes[start..<last.element.span.bytes.lowerBound].count { $0 == 0x0A } > 1
      } ?? false
    let new = markup(of: fields, after: isSpaced ? [0x0A, 0x0A] : [0x0A])
    edits.replace(place..<place, with: new.bytes, for: fields.first?.cell, inner: new.origins)
  }

  private func markup(
    of fields: [FieldChange], after gap: [UInt8]
  ) -> (bytes: [UInt8], origins: [XMLEdits.Origin]) {
    let (bytes, origins) = NewItem.markup(fields, of: kind)
    let moved = origins.map { origin in
      let range = origin.range.lowerBound + gap.count..<origin.range.upperBound + gap.count
      return XMLEdits.Origin(range: range, cell: origin.cell)
    }
    return (gap + bytes, moved)
  }

  // MARK: Inside another item

  private func add(_ all: [[FieldChange]], to owner: XMLElement, _ edits: inout XMLEdits) {
    guard contentRange(of: owner, in: bytes) == nil else {
      let before = (kind.belonging?.follows ?? []) + [kind.element]
      let anchor = owner.elements.last { before.contains($0.name) }
      let place = anchor?.end ?? owner.span.bytes.upperBound
      for fields in all {
        let new = markup(of: fields, after: [0x0A])
        edits.replace(place..<place, with: new.bytes, for: fields.first?.cell, inner: new.origins)
      }
      return
    }
    // `<a/>` is opened, and all that is new stands in it.
    var text: [UInt8] = [UInt8(ascii: ">")]
    var origins: [XMLEdits.Origin] = []
    for fields in all {
      let new = markup(of: fields, after: [0x0A])
      origins += new.origins.map { origin in
        let range = origin.range.lowerBound + text.count..<origin.range.upperBound + text.count
        return XMLEdits.Origin(range: range, cell: origin.cell)
      }
      text += new.bytes
    }
    text += lineBreak(indent(of: owner, in: bytes)) + Array("</\(owner.name)>".utf8)
    let end = owner.span.bytes.upperBound
    edits.replace(end - 2..<end, with: text, for: all.first?.first?.cell, inner: origins)
  }
}

extension ItemKind {
  /// The id of what a new item belongs to.
  func owner(of fields: [FieldChange]) -> String? {
    fields.first { if case .owner = $0.field.place { true } else { false } }?.after
  }
}
