import Diagnostics

/// A reason why a file is not valid, and the number of the element in which it was found.
struct SchemaFinding {
  var element: Int
  var diagnostic: Diagnostic
}

extension SchemaVocabulary {
  /// All reasons that can be told, in the order of the file. An element that does not belong where
  /// it stands is told once; what it holds is not looked at.
  func findings(in tree: IndexedTree) -> [SchemaFinding] {
    var findings: [SchemaFinding] = []
    var rules: [Rule?] = []
    for (number, element) in tree.elements.enumerated() {
      let parent = tree.parents[number]
      let around = parent < 0 ? start : rules[parent]
      guard let around, let patterns = around.children[element.name] else {
        rules.append(nil)
        continue
      }
      let rule = rule(for: patterns)
      rules.append(rule)
      guard let rule else { continue }
      let problems =
        rule.problemsOfAttributes(of: element) + rule.problemsOfChildren(of: element)
        + rule.problemsOfText(of: element)
      findings += problems.map { SchemaFinding(element: number, diagnostic: $0) }
    }
    if let root = tree.elements.first, !start.allowsAnyChild, start.children[root.name] == nil {
      let known = start.children.keys.sorted()
      findings.append(SchemaFinding(element: 0, diagnostic: .unexpectedRoot(root, among: known)))
    }
    return findings
  }
}

extension SchemaVocabulary.Rule {
  fileprivate func problemsOfAttributes(of element: XMLElement) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var unknown: [String] = []
    for attribute in element.attributes where !isNamespaceDeclaration(attribute.name) {
      if let values = attributes[attribute.name] {
        problems += problem(of: attribute.value, values)
      } else if !allowsAnyAttribute {
        unknown.append(attribute.name)
        let known = attributes.keys.filter { element.attribute($0) == nil }.sorted()
        problems.append(.unexpectedAttribute(attribute, of: element.name, among: known))
      }
    }
    let missing = requiredAttributes.filter { element.attribute($0) == nil }
    for name in unmistaken(missing, unknown) {
      problems.append(.missingAttribute(name, of: element))
    }
    return problems
  }

  fileprivate func problemsOfChildren(of element: XMLElement) -> [Diagnostic] {
    guard !allowsAnyChild else { return [] }
    var problems: [Diagnostic] = []
    let inside = element.elements
    let unknown = inside.filter { children[$0.name] == nil }
    let known = children.keys.sorted()
    for child in unknown {
      problems.append(.unexpectedElement(child, in: element.name, among: known))
    }
    let missing = requiredChildren.filter { name in !inside.contains { $0.name == name } }
    for name in unmistaken(missing, unknown.map(\.name)) {
      problems.append(.missingElement(name, in: element))
    }
    return problems
  }

  fileprivate func problemsOfText(of element: XMLElement) -> [Diagnostic] {
    guard !allowsText, !allowsAnyChild else { return [] }
    let visible = element.children.compactMap(\.text?.visible).filter { !$0.value.isEmpty }
    guard !content.isEmpty else {
      return visible.prefix(1).map { .unexpectedText($0.span, in: element.name) }
    }
    guard element.elements.isEmpty else { return [] }
    let nothing = XMLText(string: "", span: element.span, pieces: [])
    return problem(of: element.children.lazy.compactMap(\.text).first ?? nothing, content)
  }

  private func problem(of text: XMLText, _ rules: [ValueRule]) -> [Diagnostic] {
    guard !rules.contains(where: { $0.allows(text.string) }) else { return [] }
    guard rules.count == 1, case .words(let rules, _) = rules[0] else {
      return [badValue(text.visible, rules)]
    }
    let words = words(of: text)
    return words.isEmpty
      ? [badValue(text.visible, rules)]
      : words
        .filter { word in !rules.contains { $0.allows(word.value) } }
        .map { badValue($0, rules) }
  }

  private func badValue(_ value: Located<String>, _ rules: [ValueRule]) -> Diagnostic {
    let literals = rules.compactMap { rule -> String? in
      switch rule {
      case .literal(let literal): literal
      case .data, .words, .anything: nil
      }
    }
    return .badValue(
      value.value, at: value.span, expected: .expected(rules),
      help: nearMisses(for: value.value, among: literals).map { .didYouMean($0) })
  }

  private func words(of text: XMLText) -> [Located<String>] {
    let bytes = Array(text.string.utf8)
    return bytes.indices.split { isXMLSpace(bytes[$0]) }.map { word in
      let range = word.startIndex..<word.endIndex
      return Located(
        String(decoding: bytes[range], as: UTF8.self), at: text.span(ofUTF8: range))
    }
  }

  /// What is missing, without what was only misspelt.
  private func unmistaken(_ missing: [String], _ unknown: [String]) -> [String] {
    missing.filter { name in
      !unknown.contains { !nearMisses(for: $0, among: [name]).isEmpty }
    }
  }

  private func isNamespaceDeclaration(_ name: String) -> Bool {
    name == "xmlns" || name.hasPrefix("xmlns:") || name.hasPrefix("xml:")
  }
}

extension XMLNode {
  var text: XMLText? {
    switch self {
    case .element: nil
    case .text(let text): text
    }
  }
}

extension XMLText {
  /// The text in one line without the white space around it, and where that stands.
  var visible: Located<String> {
    let bytes = Array(string.utf8)
    guard let first = bytes.firstIndex(where: { !isXMLSpace($0) }),
      let last = bytes.lastIndex(where: { !isXMLSpace($0) })
    else { return Located("", at: span) }
    return Located(collapsed(string), at: span(ofUTF8: first..<last + 1))
  }
}
