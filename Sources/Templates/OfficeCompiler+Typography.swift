import Diagnostics
import French
import Markup
import OfficePackages

// The author's own words, printed as French is: no-break spaces, apostrophes, guillemets. Only
// letters and signs of the text change, each where it stands; markup never does. Code and words in
// another language stay as they are, and so does a document that is no template.

extension OfficeCompiler {
  /// Notes what typography changes in a line.
  ///
  /// - Parameter outputs: what stands in the line for a value, with the value's type. Directives are
  ///   read over.
  mutating func typeset(_ line: OfficeLine, _ marks: [(range: Range<Int>, type: ValueType?)]) {
    guard !isVerbatim(line.element) else { return }
    let shadow = Shadow(of: line, marks)
    for (range, replacement) in typesettingChanges(of: shadow.text) {
      guard let place = place(of: range, in: shadow, line) else { continue }
      var out = MarkupWriter()
      out.text(replacement)
      let removed = range.isEmpty ? [] : place.removed
      edits.typeset(
        out.finishFragment(), at: place.start, beside: place.sign, insteadOf: removed,
        rank: sources.nextRank())
    }
  }

  /// Where a change goes, and the sign for which it is made; nil where it would touch more than the author's words.
  private func place(
    of range: Range<Int>, in shadow: Shadow, _ line: OfficeLine
  ) -> (start: Int, sign: Int, removed: [Range<Int>])? {
    guard range.isEmpty else {
      let spans = range.map { span(at: shadow.origins[$0], in: line) }
      let removed = spans.compactMap { $0 }
      guard removed.count == spans.count, let first = removed.first else { return nil }
      return (first.lowerBound, first.lowerBound, removed)
    }
    let next = range.lowerBound
    if next < shadow.origins.count, let span = span(at: shadow.origins[next], in: line) {
      return (span.lowerBound, span.lowerBound, [])
    }
    guard next > 0, let span = span(at: shadow.origins[next - 1], in: line) else { return nil }
    return (span.upperBound, span.lowerBound, [])
  }

  /// Where a byte of the line stands in the file, if it is one of the author's words.
  private func span(at offset: Int?, in line: OfficeLine) -> Range<Int>? {
    guard let offset, let run = line.runs.first(where: { $0.range.contains(offset) }),
      case .text(let text) = run.source, !run.holders.contains(where: isVerbatim)
    else { return nil }
    let place = offset - run.range.lowerBound
    return text.span(ofUTF8: place..<place + 1).bytes
  }

  private func isVerbatim(_ element: XMLElement) -> Bool {
    element["text:style-name"].map { verbatimStyles.contains($0.value) } ?? false
  }
}

/// A line as it may come out: each value stood in for by a letter or a digit.
private struct Shadow {
  let text: String
  /// For each byte where it stands in the line; nil for what stands for a value.
  let origins: [Int?]

  init(of line: OfficeLine, _ marks: [(range: Range<Int>, type: ValueType?)]) {
    var bytes: [UInt8] = []
    var origins: [Int?] = []
    var rest = marks[...]
    for (offset, byte) in line.text.utf8.enumerated() {
      if let mark = rest.first, mark.range.upperBound <= offset { rest.removeFirst() }
      guard let mark = rest.first, mark.range.contains(offset) else {
        bytes.append(byte)
        origins.append(offset)
        continue
      }
      if mark.range.lowerBound == offset, let type = mark.type {
        bytes.append(type == .number ? UInt8(ascii: "0") : UInt8(ascii: "x"))
        origins.append(nil)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.origins = origins
  }
}

extension OfficePackage {
  /// The names of the styles in which words stay as they are written: those for code, and those in
  /// another language than French.
  var verbatimStyles: Set<String> {
    let sections = [content, styles].flatMap { part in
      ["office:styles", "office:automatic-styles"].compactMap { part.section($0) }
    }
    let all = sections.flatMap(\.elements).filter { $0.name == "style:style" }
    var names: Set<String> = ["Source_20_Text", "Preformatted_20_Text", "Teletype", "Example"]
    var count = 0
    while count < names.count {
      count = names.count
      for style in all where isVerbatim(style, names) {
        if let name = style["style:name"] { names.insert(name.value) }
      }
    }
    return names
  }

  private func isVerbatim(_ style: XMLElement, _ names: Set<String>) -> Bool {
    if let parent = style["style:parent-style-name"], names.contains(parent.value) { return true }
    let properties = style.elements.first { $0.name == "style:text-properties" }
    return properties?["fo:language"].map { $0.value != "fr" && $0.value != "none" } ?? false
  }
}
