import Diagnostics
import Markup

// Fields and directives in lines, in attributes, and in text that is in no line.

/// How deep loops and conditions of one document may nest.
private let officeNestingLimit = 100

extension OfficeCompiler {
  /// - Returns: the type of the value that comes out at the mark; nil for a directive.
  mutating func compile(
    _ mark: OfficeMark, at range: Range<Int>, of line: OfficeLine, _ text: XMLText,
    beside marks: [OfficeMark]
  ) -> ValueType? {
    let place = { (compiler: inout OfficeCompiler, action: OfficeEdits.Action) in
      Place(
        line: line, range: range, path: compiler.path, span: text.span(ofUTF8: range),
        action: action, rank: compiler.sources.nextRank())
    }
    switch mark {
    case .output(let inner):
      guard let output = expression(text, inner, wanted: nil) else { return nil }
      if output.type == .rich,
        replaceParagraph(of: line, at: range, by: output.expression, beside: marks)
      {
        return .rich
      }
      insert(action(of: output, in: line, at: range), at: start(of: range, in: line))
      removeText(range, of: line)
      return output.type
    case .loop(let inner):
      let head = loop(text, inner)
      let list = head?.list ?? .literal(.list([]))
      begin(
        place(&self, .loop(list)), isLoop: true, isFaulty: head == nil,
        losing: head == nil ? firstWord(of: text, inner) : nil)
      if let head { scope = scope.adding(head.variables) }
    case .condition(let inner):
      let condition = expression(text, inner, wanted: .boolean)
      begin(
        place(&self, .condition(condition?.expression ?? .literal(.boolean(true)))), isLoop: false,
        isFaulty: condition == nil)
    case .otherwise(let inner):
      let condition = inner.flatMap { expression(text, $0, wanted: .boolean) }
      // A faulty condition is one all the same: another `else` may come after it.
      let stand = inner.map { _ in Expression.literal(.boolean(true)) }
      otherwise(place(&self, .otherwise(condition?.expression ?? stand)))
    case .end: end(place(&self, .end))
    case .include: preconditionFailure("a partial was compiled as a field")
    }
    return nil
  }

  /// Within a field of Writer's own only text may stand, neither a blank nor letters that are raised.
  private mutating func action(
    of output: TypedExpression, in line: OfficeLine, at range: Range<Int>
  ) -> OfficeEdits.Action {
    guard line.mayHoldSpans(at: range.lowerBound) else {
      return .piece(.plain(TextTemplate(segments: [.expression(output.expression)])))
    }
    if output.type != .number { mayRaise = true }
    return .output(output.expression)
  }

  private mutating func begin(
    _ place: Place, isLoop: Bool, isFaulty: Bool, losing name: String? = nil
  ) {
    guard open.count < officeNestingLimit else {
      return report(.nestedTooDeep(limit: officeNestingLimit, at: place.span))
    }
    open.append(
      Construct(
        marks: [place], outer: scope, isLoop: isLoop, isFaulty: isFaulty, lostName: name))
  }

  private func firstWord(of text: XMLText, _ range: Range<Int>) -> String? {
    let words = text.literal(range, .verbatim).split(whereSeparator: \.isWhitespace)
    return words.first.map(String.init)
  }

  /// Whether a fault only comes from one that was told: a name that a faulty loop did not bring.
  private func isConsequence(_ fault: Diagnostic, in text: XMLText) -> Bool {
    guard fault.id == "template.unknown-name", let bytes = fault.span?.bytes else { return false }
    let start = bytes.lowerBound - text.span.bytes.lowerBound
    guard start >= 0, start + bytes.count <= text.string.utf8.count else { return false }
    let name = text.literal(start..<start + bytes.count, .verbatim)
    return open.contains { $0.lostName == name }
  }

  private mutating func expression(
    _ text: XMLText, _ range: Range<Int>, wanted: ValueType?
  ) -> TypedExpression? {
    do throws(Diagnostic) {
      let result = try sources.compiler.expression(text, range, scope)
      if wanted == .boolean, result.type != .boolean {
        throw .wrongType(result.type, wanted: .condition, at: text.span(ofUTF8: range))
      }
      guard result.type.isProse else {
        throw .notProse(result.type, at: text.span(ofUTF8: range))
      }
      return result
    } catch {
      if !isConsequence(error, in: text) { report(error) }
      return nil
    }
  }

  private mutating func loop(_ text: XMLText, _ range: Range<Int>) -> LoopHead? {
    do throws(Diagnostic) {
      return try sources.compiler.loopHead(text, range, scope)
    } catch {
      if !isConsequence(error, in: text) { report(error) }
      return nil
    }
  }

  /// Tells of a field of ours between single braces, which would be left as text.
  mutating func reportSingleBraces(in text: XMLText) {
    let bytes = Array(text.string.utf8)
    var at = bytes.startIndex
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "{")) {
      let inner = bytes[(start + 1)...].prefix { !Self.braces.contains($0) }
      at = inner.endIndex + 1
      guard inner.endIndex < bytes.count, bytes[inner.endIndex] == UInt8(ascii: "}") else {
        // Two braces open a field, and it was compiled.
        at = inner.endIndex == start + 1 ? endOfField(in: bytes, from: start) : inner.endIndex
        continue
      }
      let names = String(decoding: inner, as: UTF8.self).filter { !$0.isWhitespace }
        .split(separator: ".", omittingEmptySubsequences: false)
      if names.count > 1, let first = names.first, scope.slot(of: String(first)) != nil {
        let span = text.span(ofUTF8: start..<at)
        report(.singleBraces(names.joined(separator: "."), at: span))
      }
    }
  }

  private static let braces = [UInt8(ascii: "{"), UInt8(ascii: "}")]

  private func endOfField(in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstRange(of: Array("}}".utf8))?.upperBound ?? bytes.count
  }

  // MARK: Text outside paragraphs, and attributes

  mutating func compilePlain(_ text: XMLText) {
    let template = templateOf(text.string, isAddress: false)
    insert(.piece(.plain(template)), at: text.span.bytes.lowerBound)
    edits.remove(text.span.bytes)
  }

  /// A field to fill that stands in the template: its name is what its description says, or else
  /// its text.
  mutating func compileBlank(_ element: XMLElement) {
    compileAttributes(of: element)
    let description = element.attribute("text:description")?.value
    let described = description?.string ?? ""
    let written = described.isEmpty ? element.text : described
    let name = templateOf(written, isAddress: false)
    insert(.blank(name, asWritten: written), at: element.span.bytes.lowerBound)
    if let description { typesetPlain(description) }
    for case .text(let text) in element.children {
      if text.string.contains("{{") { compilePlain(text) } else { typesetPlain(text) }
    }
  }

  /// A field to fill is listed under the very name that it stands with.
  private mutating func typesetPlain(_ text: XMLText) {
    let printed = text.literal(0..<text.string.utf8.count, .none)
    guard printed != text.string, !text.string.contains("{{") else { return }
    let place = text.span.bytes
    var out = MarkupWriter()
    out.attributeText(printed)
    edits.typeset(
      out.finishFragment(), at: place.lowerBound, beside: place.lowerBound, insteadOf: [place],
      rank: sources.nextRank())
  }

  mutating func compileAttributesWithin(_ paragraph: XMLElement) {
    var rest = paragraph.elements
    while let element = rest.popLast() {
      guard OfficeLine.isTransparent(element) else { continue }
      compileAttributes(of: element)
      rest += element.elements
    }
  }

  /// Writer writes braces in the address of a link as `%7B%7B`, with `../` before what it takes
  /// for the name of a file.
  mutating func compileAttributes(of element: XMLElement, but done: String? = nil) {
    for attribute in element.attributes where attribute.name != done {
      var value = attribute.value.string
      let isAddress = attribute.name == "xlink:href"
      if isAddress, value.contains("%7B%7B") { value = withPlainBraces(value) }
      guard value.contains("{{") else { continue }
      if isAddress { value = withoutFolders(value) }
      let template = templateOf(value, isAddress: isAddress)
      let place = attribute.value.span.bytes
      insert(.piece(.plain(template)), at: place.lowerBound)
      edits.remove(place)
    }
  }

  private mutating func templateOf(_ string: String, isAddress: Bool) -> TextTemplate {
    let text = placed(string)
    let before = sources.compiler.diagnostics.count
    let template =
      isAddress
      ? sources.compiler.addressTemplate(text, scope) : sources.compiler.plainTemplate(text, scope)
    let found = sources.compiler.diagnostics[before...]
    sources.compiler.diagnostics.removeSubrange(before...)
    for diagnostic in found where !isConsequence(diagnostic, in: text) { report(diagnostic) }
    return template
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
