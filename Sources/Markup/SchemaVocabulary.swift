import Diagnostics

/// What a schema allows in each element, order and number left aside: enough to say why a file is
/// not valid, and not enough to say whether it is.
///
/// Read from the same RELAX NG file that libxml2 compiles. A reason is only given where all
/// readings of the schema agree on it: what one branch of a choice allows is allowed, and what
/// one branch lets off is not required. Schemas with namespaces are not understood.
struct SchemaVocabulary {
  /// What one `element` pattern allows.
  struct Rule {
    var attributes: [String: [ValueRule]] = [:]
    var requiredAttributes: [String] = []
    /// The patterns that a child of this name may match.
    var children: [String: [Pattern]] = [:]
    var requiredChildren: [String] = []
    var content: [ValueRule] = []
    var allowsText = false
    /// `anyName` or `nsName`: names are not checked.
    var allowsAnyAttribute = false
    var allowsAnyChild = false
  }

  /// An `element` pattern, by the place where it stands in the schema.
  typealias Pattern = Int

  /// What the file as such may hold: only `children` counts.
  private(set) var start = Rule()
  private var rules: [Pattern: Rule] = [:]

  /// Nil if the schema uses namespaces.
  init?(_ schema: IndexedTree) {
    guard let root = schema.elements.first,
      !schema.elements.contains(where: { !($0["ns"]?.value.isEmpty ?? true) })
    else { return nil }
    var compiler = RuleCompiler(root: root, schema)
    if localName(root) == "grammar" {
      start = compiler.rule(of: schema.elements.filter { localName($0) == "start" })
    } else {
      start = compiler.rule(of: [root])
    }
    while let (pattern, element) = compiler.next() {
      rules[pattern] = compiler.rule(of: compiler.content(of: element))
    }
  }

  /// What an element may hold that one of several patterns stands for.
  func rule(for patterns: [Pattern]) -> Rule? {
    var merged: Rule?
    for pattern in patterns {
      guard let rule = rules[pattern] else { continue }
      merged = merged.map { $0.merged(with: rule) } ?? rule
    }
    return merged
  }
}

extension SchemaVocabulary.Rule {
  /// What either allows, and what both require.
  func merged(with other: Self) -> Self {
    var rule = self
    rule.attributes.merge(other.attributes) { $0 + $1 }
    rule.children.merge(other.children) { $0 + $1 }
    rule.requiredAttributes.removeAll { !other.requiredAttributes.contains($0) }
    rule.requiredChildren.removeAll { !other.requiredChildren.contains($0) }
    rule.content += other.content
    rule.allowsText = allowsText || other.allowsText
    rule.allowsAnyAttribute = allowsAnyAttribute || other.allowsAnyAttribute
    rule.allowsAnyChild = allowsAnyChild || other.allowsAnyChild
    return rule
  }
}

/// Reads the patterns of a schema into rules.
private struct RuleCompiler {
  private let prefix: Substring
  private var defines: [String: [XMLElement]] = [:]
  private var waiting: [(SchemaVocabulary.Pattern, XMLElement)] = []
  private var known: Set<SchemaVocabulary.Pattern> = []

  init(root: XMLElement, _ schema: IndexedTree) {
    prefix = root.name.dropLast(localName(root).count)
    for element in schema.elements where localName(element) == "define" {
      defines[element["name"]?.value ?? "", default: []].append(element)
    }
  }

  mutating func next() -> (SchemaVocabulary.Pattern, XMLElement)? { waiting.popLast() }

  /// The patterns inside, without annotations (RELAX NG 4.1).
  private func patterns(in element: XMLElement) -> [XMLElement] {
    element.elements.filter {
      $0.name.hasPrefix(prefix) && !$0.name.dropFirst(prefix.count).contains(":")
    }
  }

  /// The patterns of an `element` or `attribute` without its name class.
  func content(of element: XMLElement) -> [XMLElement] {
    let inside = patterns(in: element)
    return element["name"] == nil ? Array(inside.dropFirst()) : inside
  }

  /// Nil for a name class that is open.
  private func names(of element: XMLElement) -> [String]? {
    if let name = element["name"] { return [trimmed(name.value)] }
    var names: [String] = []
    var rest = Array(patterns(in: element).prefix(1))
    while let nameClass = rest.popLast() {
      switch localName(nameClass) {
      case "name": names.append(trimmed(nameClass.text))
      case "choice": rest += patterns(in: nameClass).reversed()
      default: return nil
      }
    }
    return names
  }

  mutating func rule(of roots: [XMLElement]) -> SchemaVocabulary.Rule {
    var rule = SchemaVocabulary.Rule()
    var followed: Set<String> = []
    var rest = roots.reversed().map { ($0, isRequired: true) }
    while let (pattern, isRequired) = rest.popLast() {
      var inside: [XMLElement] = []
      var insideIsRequired = isRequired
      switch localName(pattern) {
      case "element": addElement(pattern, isRequired, to: &rule)
      case "attribute": addAttribute(pattern, isRequired, to: &rule)
      case "ref", "parentRef":
        let name = trimmed(pattern["name"]?.value ?? "")
        if followed.insert("\(name) \(isRequired)").inserted { inside = defines[name] ?? [] }
      case "define":
        insideIsRequired = isRequired && pattern["combine"]?.value != "choice"
        inside = patterns(in: pattern)
      case "optional", "zeroOrMore", "choice":
        insideIsRequired = false
        inside = patterns(in: pattern)
      case "mixed":
        rule.allowsText = true
        inside = patterns(in: pattern)
      case "text": rule.allowsText = true
      case "value", "data", "list": rule.content += values(of: [pattern])
      default: inside = patterns(in: pattern)
      }
      rest += inside.reversed().map { ($0, isRequired: insideIsRequired) }
    }
    return rule
  }

  private mutating func addElement(
    _ pattern: XMLElement, _ isRequired: Bool, to rule: inout SchemaVocabulary.Rule
  ) {
    let key = pattern.span.bytes.lowerBound
    if known.insert(key).inserted { waiting.append((key, pattern)) }
    guard let names = names(of: pattern) else {
      rule.allowsAnyChild = true
      return
    }
    for name in names { rule.children[name, default: []].append(key) }
    if isRequired, names.count == 1, !rule.requiredChildren.contains(names[0]) {
      rule.requiredChildren.append(names[0])
    }
  }

  private func addAttribute(
    _ pattern: XMLElement, _ isRequired: Bool, to rule: inout SchemaVocabulary.Rule
  ) {
    guard let names = names(of: pattern) else {
      rule.allowsAnyAttribute = true
      return
    }
    // No pattern means any text (RELAX NG 4.12).
    let content = content(of: pattern)
    let values = content.isEmpty ? [.anything] : values(of: content)
    for name in names { rule.attributes[name, default: []] += values }
    if isRequired, names.count == 1, !rule.requiredAttributes.contains(names[0]) {
      rule.requiredAttributes.append(names[0])
    }
  }

  /// All that a value may be.
  private func values(of content: [XMLElement]) -> [ValueRule] {
    var values: [ValueRule] = []
    for pattern in leaves(of: content, following: ["choice", "define", "group"]) {
      switch localName(pattern) {
      case "empty": values.append(.literal(""))
      case "value", "data": values.append(ValueRule(pattern))
      case "list":
        let mayBeNone = patterns(in: pattern).allSatisfy {
          ["zeroOrMore", "optional", "choice", "empty", "ref"].contains(localName($0))
        }
        values.append(.words(words(of: pattern), mayBeNone: mayBeNone))
      default: values.append(.anything)
      }
    }
    return values
  }

  /// All that a word of a list may be, in whatever place.
  private func words(of list: XMLElement) -> [ValueRule] {
    let repeating: Set = ["choice", "define", "group", "oneOrMore", "zeroOrMore", "optional"]
    return leaves(of: patterns(in: list), following: repeating).map { ValueRule($0) }
  }

  /// The patterns that are reached from `roots` through references and the patterns named.
  private func leaves(of roots: [XMLElement], following names: Set<String>) -> [XMLElement] {
    var leaves: [XMLElement] = []
    var followed: Set<String> = []
    var rest = Array(roots.reversed())
    while let pattern = rest.popLast() {
      let kind = localName(pattern)
      if kind == "ref" || kind == "parentRef" {
        let name = trimmed(pattern["name"]?.value ?? "")
        if followed.insert(name).inserted { rest += (defines[name] ?? []).reversed() }
      } else if names.contains(kind) {
        rest += patterns(in: pattern).reversed()
      } else {
        leaves.append(pattern)
      }
    }
    return leaves
  }
}

private func trimmed(_ text: String) -> String {
  collapsed(text)
}
