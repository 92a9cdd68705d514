import Diagnostics
import Documents
import Markup

/// Compiles templates; what is wrong with one is collected, so that all of it can be mended at
/// once.
struct TemplateCompiler {
  /// The parsed files by their path from the templates' folder.
  let files: [String: XMLElement]
  /// The ids that `to` may name.
  let documents: [String]
  var diagnostics: [Diagnostic] = []
  /// What expressions have named. Who asks about one template empties it before.
  var used = UsedNames()
  /// The files that templates were made from, partials included.
  private(set) var opened: Set<String> = []
  /// The partials that are being included, with the place that asks for each.
  private var includes: [(path: String, span: SourceSpan)] = []
  static let includeLimit = 20
  /// How often partials were included in all: two that each include the next twice double at each
  /// step.
  private var inclusions = 0
  static let inclusionLimit = 5000
  /// How many elements are open, partials included: reading and composing follow them by calls.
  private var nesting = 0
  private static let nestingLimit = 100
  /// What the template writes, so far.
  var program = ProgramAssembler<DocumentPiece>()
  /// Whether a table of the template is one of a spreadsheet too.
  var hasSheet = false
  /// The level of the next section's heading; the document's title is 1.
  var headingLevel = 2

  init(files: [String: XMLElement], documents: [String]) {
    self.files = files
    self.documents = documents
  }

  /// The template of a file, or nil with a diagnostic.
  mutating func template(_ path: Located<String>, scope: Scope) -> Template? {
    guard let root = files[path.value] else {
      diagnostics.append(.unknownTemplate(path, among: files.keys.sorted()))
      return nil
    }
    guard root.name == "document" else {
      diagnostics.append(.wrongRoot(root, wanted: "document"))
      return nil
    }
    checkAttributes(of: root, ["page", "kind"], directives: false)
    opened.insert(path.value)
    includes = [(path.value, path.span)]
    program = ProgramAssembler()
    hasSheet = false
    let kind: Document.Kind = word("kind", of: root, default: .sheet)
    let page: Document.Page = word("page", of: root, default: .portrait)
    blocks(of: root, scope)
    return Template(kind: kind, page: page, program: program.finish())
  }

  // MARK: Directives

  /// Compiles an element under its `for` and `if`, with the loop's variables in reach inside; with
  /// both, the condition is asked for each item.
  mutating func directed(
    _ element: XMLElement, _ scope: Scope, _ compile: (inout TemplateCompiler, Scope) -> Void
  ) {
    guard let head = directives(of: element, scope) else { return }
    guard nesting < Self.nestingLimit else {
      diagnostics.append(.nestedTooDeep(limit: Self.nestingLimit, at: element.span))
      return
    }
    nesting += 1
    defer { nesting -= 1 }
    if let list = head.list { program.beginLoop(over: list) }
    if let condition = head.condition { program.beginCondition(condition) }
    compile(&self, head.scope)
    if head.condition != nil { program.end() }
    if head.list != nil { program.end() }
  }

  /// The `for` and `if` of an element, and the scope of what is inside; nil when one is faulty.
  private mutating func directives(
    of element: XMLElement, _ scope: Scope
  ) -> (list: Expression?, condition: Expression?, scope: Scope)? {
    var inner = scope
    var list: Expression?
    if let loop = element.attribute("for")?.value {
      guard let head = loopHead(loop, scope) else { return nil }
      list = head.list
      inner = scope.adding(head.variables)
    }
    var condition: Expression?
    if let text = element.attribute("if")?.value {
      guard let expression = self.condition(text, inner) else { return nil }
      condition = expression
    }
    return (list, condition, inner)
  }

  mutating func loopHead(_ text: XMLText, _ scope: Scope) -> LoopHead? {
    do throws(Diagnostic) {
      return try loopHead(text, 0..<text.string.utf8.count, scope)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  mutating func condition(_ text: XMLText, _ scope: Scope) -> Expression? {
    do throws(Diagnostic) {
      let result = try expression(text, 0..<text.string.utf8.count, scope)
      guard result.type == .boolean else {
        throw .wrongType(result.type, wanted: .condition, at: text.span)
      }
      return result.expression
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  // MARK: Expressions

  /// The expression in some bytes of a text. The variables that it names count as used.
  mutating func expression(
    _ text: XMLText, _ range: Range<Int>, _ scope: Scope
  ) throws(Diagnostic) -> TypedExpression {
    var parser = try ExpressionParser(text, range, scope: scope)
    defer { used.add(parser.used) }
    return try parser.parse()
  }

  /// The head of a loop in some bytes of a text. The variables that it names count as used.
  mutating func loopHead(
    _ text: XMLText, _ range: Range<Int>, _ scope: Scope
  ) throws(Diagnostic) -> LoopHead {
    var parser = try ExpressionParser(text, range, scope: scope)
    defer { used.add(parser.used) }
    return try parser.parseLoop()
  }

  // MARK: Children

  /// Compiles the children of an element that are all of one kind, such as the items of a list.
  /// `block` and `include` are transparent.
  mutating func items(
    of parent: XMLElement, named names: [String], _ scope: Scope,
    _ compile: (inout TemplateCompiler, XMLElement, Scope) -> Void
  ) {
    for node in parent.children {
      switch node {
      case .text(let text): refuseText(text, in: parent)
      case .element(let child) where child.name == "block" || child.name == "include":
        directed(child, scope) { compiler, inner in
          compiler.inside(child) { compiler, group in
            compiler.items(of: group, named: names, inner, compile)
          }
        }
      case .element(let child) where names.contains(child.name):
        directed(child, scope) { compiler, inner in compile(&compiler, child, inner) }
      case .element(let child):
        diagnostics.append(.unknownElement(child, in: parent, among: names))
      }
    }
  }

  /// Compiles what a `block` or an `include` stands for: itself, or the root of the partial.
  mutating func inside(
    _ element: XMLElement, _ compile: (inout TemplateCompiler, XMLElement) -> Void
  ) {
    guard element.name == "include" else {
      checkAttributes(of: element, [])
      return compile(&self, element)
    }
    checkAttributes(of: element, ["template"])
    checkIsEmpty(element)
    guard let path = element["template"] else {
      return diagnostics.append(.missingTemplateAttribute("template", on: element))
    }
    guard let partial = files[path.value] else {
      return diagnostics.append(.unknownTemplate(path, among: files.keys.sorted()))
    }
    guard partial.name == "partial" else {
      return diagnostics.append(.wrongRoot(partial, wanted: "partial"))
    }
    guard !includes.contains(where: { $0.path == path.value }) else {
      return diagnostics.append(.includeCycle(path, through: includes))
    }
    guard includes.count < Self.includeLimit else {
      return diagnostics.append(.includesTooDeep(path, limit: Self.includeLimit))
    }
    inclusions += 1
    guard inclusions <= Self.inclusionLimit else {
      if inclusions == Self.inclusionLimit + 1 {
        diagnostics.append(.tooManyInclusions(path, limit: Self.inclusionLimit))
      }
      return
    }
    opened.insert(path.value)
    includes.append((path.value, path.span))
    defer { includes.removeLast() }
    compile(&self, partial)
  }

  func refused(_ text: XMLText) -> Bool {
    text.string.utf8.contains { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }

  /// Reports what stands in an element that holds nothing: it would be lost in silence.
  mutating func checkIsEmpty(_ element: XMLElement) {
    for node in element.children {
      switch node {
      case .text(let text): refuseText(text, in: element)
      case .element(let child):
        diagnostics.append(.unknownElement(child, in: element, among: []))
      }
    }
  }

  mutating func refuseTexts(in parent: XMLElement) {
    for case .text(let text) in parent.children { refuseText(text, in: parent) }
  }

  mutating func refuseText(_ text: XMLText, in parent: XMLElement) {
    if refused(text) { diagnostics.append(.textNotHere(text.span, in: parent.name)) }
  }

  // MARK: Attributes

  /// Reports attributes that the element does not know.
  mutating func checkAttributes(
    of element: XMLElement, _ known: [String], directives: Bool = true
  ) {
    let all = directives ? known + ["for", "if"] : known
    for attribute in element.attributes where !all.contains(attribute.name) {
      diagnostics.append(.unknownAttribute(attribute, on: element.name, among: all))
    }
  }

  /// An attribute whose value is one of a few words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement, default fallback: Word
  ) -> Word where Word.RawValue == String {
    guard let text = element[name] else { return fallback }
    guard let word = Word(rawValue: text.value) else {
      diagnostics.append(.unknownWord(text, among: Word.allCases.map(\.rawValue)))
      return fallback
    }
    return word
  }

  /// A number that need not be there.
  mutating func number(
    _ name: String, of element: XMLElement, in range: ClosedRange<Int>
  ) -> Located<Int>? {
    guard let text = element[name] else { return nil }
    let number = number(name, of: element, default: 0, in: range)
    return number == 0 ? nil : Located(number, at: text.span)
  }

  mutating func number(
    _ name: String, of element: XMLElement, default fallback: Int, in range: ClosedRange<Int>
  ) -> Int {
    guard let text = element[name] else { return fallback }
    guard let number = Int(text.value), range.contains(number) else {
      diagnostics.append(.numberNotIn(range, text))
      return fallback
    }
    return number
  }

  /// An attribute that must be there and may hold `{{ … }}`.
  mutating func requiredText(
    _ name: String, of element: XMLElement, _ scope: Scope
  ) -> TextTemplate {
    guard let attribute = element.attribute(name) else {
      diagnostics.append(.missingTemplateAttribute(name, on: element))
      return TextTemplate(segments: [])
    }
    return textTemplate(attribute.value, scope)
  }

  mutating func optionalText(
    _ name: String, of element: XMLElement, _ scope: Scope
  ) -> TextTemplate? {
    element.attribute(name).map { textTemplate($0.value, scope) }
  }

  mutating func textTemplate(_ text: XMLText, _ scope: Scope) -> TextTemplate {
    TextTemplate(segments: segments(of: text, scope, .asInHTML))
  }

  /// A plain text file, whose line ends and spaces stay as they are.
  mutating func plainTemplate(_ text: XMLText, _ scope: Scope) -> TextTemplate {
    TextTemplate(segments: segments(of: text, scope, .none))
  }

  /// An address or a path, of which every sign counts.
  mutating func addressTemplate(_ text: XMLText, _ scope: Scope) -> TextTemplate {
    TextTemplate(segments: segments(of: text, scope, .verbatim), isAddress: true)
  }

  /// The pieces of a text; a faulty one is reported, and the text ends before it.
  mutating func segments(
    of text: XMLText, _ scope: Scope, _ folding: SpaceFolding
  ) -> [TextTemplate.Segment] {
    var segments: [TextTemplate.Segment] = []
    do throws(Diagnostic) {
      for piece in try text.pieces() {
        switch piece {
        case .literal(let range): segments.append(.literal(text.literal(range, folding)))
        case .expression(let range):
          let result = try expression(text, range, scope)
          guard result.type.isProse else {
            throw .notProse(result.type, at: text.span(ofUTF8: range))
          }
          segments.append(.expression(result.expression))
        }
      }
    } catch {
      diagnostics.append(error)
    }
    return segments
  }
}
