import Diagnostics

/// Diagnostics for what libxml2 complains of and `findings` do not explain: one an element, the
/// most telling, and none for an element that only suffers from a fault inside it.
func unexplained(
  _ complaints: [LibXMLComplaint], by findings: [SchemaFinding], in tree: IndexedTree
) -> [Diagnostic] {
  // A fault in an element makes libxml2 complain of its neighbours and of all above.
  var explained: Set<Int> = []
  for finding in findings { explained.formUnion(tree.lineage(of: finding.element)) }
  var best: [Int: LibXMLComplaint] = [:]
  for complaint in housed(complaints) {
    let element = culprit(of: complaint, in: tree)
    let isExplained = tree.lineage(of: element).prefix(2).contains { explained.contains($0) }
    if !findings.isEmpty, isExplained { continue }
    if let known = best[element], known.rank <= complaint.rank { continue }
    best[element] = complaint
  }
  var above: Set<Int> = []
  for element in best.keys { above.formUnion(tree.lineage(of: element).dropFirst()) }
  return best.keys.sorted().filter { !above.contains($0) }.compactMap { element in
    best[element].map { diagnostic(for: $0, on: element, in: tree) }
  }
}

/// Some complaints name no element; the next one that does is about the same.
private func housed(_ complaints: [LibXMLComplaint]) -> [LibXMLComplaint] {
  var complaints = complaints
  for index in complaints.indices.reversed().dropFirst() where complaints[index].place < 0 {
    complaints[index].place = complaints[index + 1].place
  }
  return complaints
}

/// libxml2 hangs a complaint of attributes on the element's first child.
private func culprit(of complaint: LibXMLComplaint, in tree: IndexedTree) -> Int {
  let number = min(max(complaint.place, 0), tree.elements.count - 1)
  guard complaint.kind == .attributes, let name = complaint.names.first,
    tree.elements[number].name != name, tree.parent(of: number)?.name == name
  else { return number }
  return tree.parents[number]
}

private func diagnostic(
  for complaint: LibXMLComplaint, on number: Int, in tree: IndexedTree
) -> Diagnostic {
  let element = tree.elements[number]
  let names = complaint.names
  switch complaint.kind {
  case .wrongElement:
    let isNamed = complaint.code == wrongName && names.first?.isEmpty == false
    return .misplacedElement(
      element, in: tree.parent(of: number)?.name, expected: isNamed ? names.first : nil)
  case .missingElement:
    let name = names.first.flatMap { $0.isEmpty ? nil : $0 }
    return .missingElement(name, in: element)
  case .text:
    let text = element.children.lazy.compactMap(\.text).first { !$0.visible.value.isEmpty }
    return .unexpectedText(text?.visible.span ?? element.span, in: element.name)
  case .attributes:
    if let name = names.first, let attribute = element.attribute(name), names.count > 1 {
      return .unexpectedAttribute(attribute, of: element.name, among: [])
    }
    return .attributesTogether(element)
  case .value:
    let value = element.attributes.first { names.contains($0.value.string) }?.value
    let type = names.first ?? ""
    return .badValue(
      value?.string ?? names.last ?? "", at: value?.span ?? element.span,
      expected: .type(type), help: [])
  case .content:
    let parent = tree.parent(of: number)?.name
    return parent == names.first
      ? .misplacedElement(element, in: parent, expected: nil)
      : .invalid(element, complaint.message)
  case .other: return .invalid(element, complaint.message)
  }
}

private enum ComplaintKind: Int {
  case value, text, missingElement, wrongElement, attributes, content, other
}

/// `XML_RELAXNG_ERR_ELEMNAME`: "Expecting element %s, got %s".
private let wrongName = 13

extension LibXMLComplaint {
  /// What libxml2's `xmlRelaxNGValidErr` comes down to.
  fileprivate var kind: ComplaintKind {
    switch code {
    case 2...5, 31, 32: .value
    case 12, wrongName, 15, 17, 19, 26, 38: .wrongElement
    case 22: .missingElement
    case 14, 16, 18, 20, 24, 27: .attributes
    case 25: .content
    case 39: .text
    default: .other
    }
  }

  fileprivate var rank: Int { kind.rawValue }
}
