import Diagnostics
import Markup
import OfficePackages

/// Compiles one part of a Writer document: finds the fields and directives in its paragraphs, checks
/// them, and notes what has to change where.
///
/// The part is walked in the order in which one reads it, so that a name is in reach from its `for`
/// to its `end`. Faults are placed in the text as the author sees it (`Excerpt`): the spans that the
/// parser of expressions works with count the bytes of all lines, one below the other.
struct OfficeCompiler {
  /// A `for` or an `if` that waits for its end, with all its directives so far.
  struct Construct {
    var marks: [Place]
    let outer: Scope
    let isLoop: Bool
    /// Whether its own directive was faulty, which has been told.
    var isFaulty = false
  }

  /// Where a directive stands.
  struct Place {
    let line: OfficeLine
    /// Its UTF-8 bytes in the line, braces included.
    let range: Range<Int>
    /// From the part's section down to the paragraph.
    let path: [XMLElement]
    let span: SourceSpan
    let action: OfficeEdits.Action
    let rank: Int
  }

  let file: SourceFile.ID
  var compiler: TemplateCompiler
  var scope: Scope
  var edits = OfficeEdits()
  var open: [Construct] = []
  /// The ranges of the file that loops repeat.
  var repeated: [Range<Int>] = []
  /// Tables with rows under a directive, by where they begin.
  var loosened: [Int: XMLElement] = [:]
  private var rank = 0
  private var path: [XMLElement] = []
  private var outline = OfficeOutline()
  /// Where the lines of all parts begin, for the places of faults.
  private var lineStarts: [(start: Int, text: String, place: [Phrase])] = []
  private var lineEnd = 0
  private static let nestingLimit = 100

  init(_ file: SourceFile.ID, _ compiler: TemplateCompiler, _ scope: Scope) {
    self.file = file
    self.compiler = compiler
    self.scope = scope
  }

  /// The program of a part, nil if nothing in it changes.
  mutating func program(
    of part: OfficePart, walking names: [String]
  ) -> Program<OfficePiece>? {
    read(part, walking: names, repeating: [])
    return edits.isEmpty || compiler.diagnostics.hasErrors ? nil : edits.program(of: part)
  }

  /// Finds and notes what changes in a part.
  ///
  /// - Parameter ranges: those of the file that stand in one document several times.
  mutating func read(_ part: OfficePart, walking names: [String], repeating ranges: [Range<Int>]) {
    edits = OfficeEdits()
    repeated = ranges
    for name in names {
      if let section = part.section(name) { walk(section) }
    }
    closeAll()
    makeNamesUnique(in: part, names)
    guardTables()
  }

  mutating func nextRank() -> Int {
    rank += 1
    return rank
  }

  // MARK: The walk

  private mutating func walk(_ element: XMLElement) {
    switch element.name {
    case "text:p", "text:h": return walkParagraph(element)
    case "text:tracked-changes":
      // A letter leaves without its author's corrections: all of them are accepted.
      return edits.remove(element.extent.bytes)
    default: break
    }
    outline.enter(element)
    path.append(element)
    compileAttributes(of: element)
    for node in element.children {
      switch node {
      case .text(let text): if text.string.contains("{{") { compilePlain(text) }
      case .element(let child): walk(child)
      }
    }
    path.removeLast()
    outline.leave(element)
  }

  private mutating func walkParagraph(_ element: XMLElement) {
    let line = OfficeLine(of: element)
    path.append(element)
    defer { path.removeLast() }
    for mark in line.marks {
      if ["text:change", "text:change-start", "text:change-end"].contains(mark.element.name) {
        edits.remove(mark.element.extent.bytes)
      }
    }
    let text = placed(line.text)
    var objects = line.objects[...]
    compileAttributesWithin(element)
    let marks: [(range: Range<Int>, mark: OfficeMark)]
    do throws(Diagnostic) {
      marks = try OfficeLine.marks(in: text)
    } catch {
      report(error)
      return
    }
    for (range, mark) in marks {
      while let object = objects.first, object.offset < range.lowerBound {
        walkObject(object.element)
        objects.removeFirst()
      }
      if let object = objects.first, object.offset < range.upperBound {
        let fault = object.offset..<object.offset + OfficeLine.object.utf8.count
        report(.objectInField(at: text.span(ofUTF8: fault)))
        continue
      }
      compile(mark, at: range, of: line, text)
    }
    for object in objects { walkObject(object.element) }
    outline.read(element, line.text)
  }

  private mutating func walkObject(_ element: XMLElement) {
    if element.name == "text:text-input" { return compileBlank(element) }
    walk(element)
  }

  // MARK: Fields

  private mutating func compile(
    _ mark: OfficeMark, at range: Range<Int>, of line: OfficeLine, _ text: XMLText
  ) {
    let place = { (compiler: inout OfficeCompiler, action: OfficeEdits.Action) in
      Place(
        line: line, range: range, path: compiler.path, span: text.span(ofUTF8: range),
        action: action, rank: compiler.nextRank())
    }
    switch mark {
    case .output(let inner):
      guard let expression = expression(text, inner, wanted: nil) else { return }
      edits.insert(.output(expression), at: start(of: range, in: line), rank: nextRank())
      removeText(range, of: line)
    case .loop(let inner):
      let head = loop(text, inner)
      let list = head?.list ?? .literal(.list([]))
      begin(place(&self, .loop(list)), isLoop: true, isFaulty: head == nil)
      if let head { scope = scope.adding(head.variables) }
    case .condition(let inner):
      let condition = expression(text, inner, wanted: .boolean)
      begin(
        place(&self, .condition(condition ?? .literal(.boolean(true)))), isLoop: false,
        isFaulty: condition == nil)
    case .otherwise(let inner):
      let condition = inner.flatMap { expression(text, $0, wanted: .boolean) }
      otherwise(place(&self, .otherwise(condition)))
    case .end: end(place(&self, .end))
    }
  }

  private mutating func begin(_ place: Place, isLoop: Bool, isFaulty: Bool) {
    guard open.count < Self.nestingLimit else {
      return report(.nestedTooDeep(limit: Self.nestingLimit, at: place.span))
    }
    open.append(
      Construct(marks: [place], outer: scope, isLoop: isLoop, isFaulty: isFaulty))
  }

  private mutating func expression(
    _ text: XMLText, _ range: Range<Int>, wanted: ValueType?
  ) -> Expression? {
    do throws(Diagnostic) {
      let result = try compiler.expression(text, range, scope)
      if wanted == .boolean, result.type != .boolean {
        throw .wrongType(result.type, wanted: .condition, at: text.span(ofUTF8: range))
      }
      guard result.type.isProse else {
        throw .notProse(result.type, at: text.span(ofUTF8: range))
      }
      return result.expression
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func loop(_ text: XMLText, _ range: Range<Int>) -> LoopHead? {
    do throws(Diagnostic) {
      return try compiler.loopHead(text, range, scope)
    } catch {
      report(error)
      return nil
    }
  }

  // MARK: Text outside paragraphs, and attributes

  private mutating func compilePlain(_ text: XMLText) {
    let template = templateOf(text.string, isAddress: false)
    edits.insert(.piece(.plain(template)), at: text.span.bytes.lowerBound, rank: nextRank())
    edits.remove(text.span.bytes)
  }

  /// A field to fill that stands in the template: its name is what its description says, or else
  /// its text.
  private mutating func compileBlank(_ element: XMLElement) {
    compileAttributes(of: element)
    let described = element["text:description"]?.value ?? ""
    let name = templateOf(described.isEmpty ? element.text : described, isAddress: false)
    edits.insert(.piece(.noteBlank(name)), at: element.span.bytes.lowerBound, rank: nextRank())
    for case .text(let text) in element.children where text.string.contains("{{") {
      compilePlain(text)
    }
  }

  private mutating func compileAttributesWithin(_ paragraph: XMLElement) {
    var rest = paragraph.elements
    while let element = rest.popLast() {
      guard OfficeLine.isTransparent(element) else { continue }
      compileAttributes(of: element)
      rest += element.elements
    }
  }

  /// Writer writes braces in the address of a link as `%7B%7B`, with `../` before what it takes
  /// for the name of a file.
  private mutating func compileAttributes(of element: XMLElement) {
    for attribute in element.attributes {
      var value = attribute.value.string
      let isAddress = attribute.name == "xlink:href"
      if isAddress, value.contains("%7B%7B") { value = withPlainBraces(value) }
      guard value.contains("{{") else { continue }
      if isAddress { value = withoutFolders(value) }
      let template = templateOf(value, isAddress: isAddress)
      let place = attribute.value.span.bytes
      edits.insert(.piece(.plain(template)), at: place.lowerBound, rank: nextRank())
      edits.remove(place)
    }
  }

  private mutating func templateOf(_ string: String, isAddress: Bool) -> TextTemplate {
    let text = placed(string)
    let before = compiler.diagnostics.count
    let template =
      isAddress ? compiler.addressTemplate(text, scope) : compiler.plainTemplate(text, scope)
    let found = compiler.diagnostics[before...]
    compiler.diagnostics.removeSubrange(before...)
    for diagnostic in found { report(diagnostic) }
    return template
  }

  // MARK: Faults

  /// A line with its place among all lines.
  private mutating func placed(_ line: String) -> XMLText {
    let start = lineEnd
    lineStarts.append((start, line, outline.place))
    lineEnd += line.utf8.count + 1
    return XMLText(line, startingAt: start, in: file)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.excerpt = diagnostic.span.flatMap(excerpt)
    for index in diagnostic.notes.indices {
      diagnostic.notes[index].excerpt = excerpt(diagnostic.notes[index].span)
    }
    compiler.diagnostics.append(diagnostic)
  }

  private func excerpt(_ span: SourceSpan) -> Excerpt? {
    let at = span.bytes.lowerBound
    guard span.file == file, let line = lineStarts.last(where: { $0.start <= at }) else {
      return nil
    }
    let fault = (at - line.start)..<max(at, span.bytes.upperBound) - line.start
    return Excerpt(place: line.place, text: line.text, fault: fault)
  }
}

extension OfficeLine {
  /// Whether what stands in an element belongs to the line around it.
  static func isTransparent(_ element: XMLElement) -> Bool {
    !["text:note", "office:annotation", "text:text-input", "text:ruby"].contains(element.name)
      && !element.name.hasPrefix("draw:") && !element.name.hasPrefix("dr3d:")
  }
}

/// Without the `../` that stand before braces, one for each time the document was saved elsewhere.
private func withoutFolders(_ address: String) -> String {
  var rest = address[...]
  while rest.hasPrefix("../") { rest = rest.dropFirst(3) }
  return rest.hasPrefix("{{") ? String(rest) : address
}

/// `%7B%7B%20a%20%7D%7D` as `{{ a }}`; what stands outside the braces stays encoded.
private func withPlainBraces(_ address: String) -> String {
  var rest = address[...]
  var result = ""
  while let start = rest.firstRange(of: "%7B%7B"),
    let end = rest[start.upperBound...].firstRange(of: "%7D%7D")
  {
    result += rest[..<start.lowerBound] + "{{"
    result += decoded(rest[start.upperBound..<end.lowerBound]) + "}}"
    rest = rest[end.upperBound...]
  }
  return result + rest
}

private func decoded(_ text: Substring) -> String {
  var bytes: [UInt8] = []
  let source = Array(text.utf8)
  var at = 0
  while at < source.count {
    if source[at] == UInt8(ascii: "%"), at + 2 < source.count,
      let byte = UInt8(String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
    {
      bytes.append(byte)
      at += 3
    } else {
      bytes.append(source[at])
      at += 1
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
