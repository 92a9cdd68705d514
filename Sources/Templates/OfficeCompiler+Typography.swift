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
    let changes = typesettingChanges(of: shadow.text)
    if sources.hasMarks || sources.holdsBraces {
      raiseOrdinals(of: shadow.changed(by: changes), in: line)
    }
    for (range, replacement) in changes {
      guard let place = place(of: range, in: shadow, line) else { continue }
      var out = MarkupWriter()
      out.text(replacement)
      let removed = range.isEmpty ? [] : place.removed
      edits.typeset(
        out.finishFragment(), at: place.start, beside: place.sign, insteadOf: removed,
        rank: sources.nextRank())
    }
  }

  /// Raises the letters of ordinals that the author wrote on the line.
  private mutating func raiseOrdinals(of printed: Shadow, in line: OfficeLine) {
    for (range, raised) in raisedEndings(in: printed.text) {
      guard let place = wordPlace(of: printed.origins[range], in: line) else { continue }
      var opening = MarkupWriter()
      opening.markup("<text:span")
      opening.attribute("text:style-name", sources.richStyles.raised)
      opening.markup(">")
      // « n° » has a sign of its own for its letter.
      let isSame = printed.text.utf8.dropFirst(range.lowerBound).starts(with: raised.utf8)
      if !isSame { opening.text(raised) }
      var closing = MarkupWriter()
      closing.markup("</text:span>")
      edits.typeset(
        opening.finishFragment(), at: place.lowerBound, beside: place.lowerBound,
        insteadOf: isSame ? [] : [place], rank: Int.max)
      edits.typeset(
        closing.finishFragment(), at: place.upperBound, beside: place.lowerBound, insteadOf: [],
        rank: Int.min)
      mayRaise = true
    }
  }

  /// Where letters stand in the file, if they are the author's, in one run, on the line.
  private func wordPlace(of origins: ArraySlice<Int?>, in line: OfficeLine) -> Range<Int>? {
    guard case let first?? = origins.first, case let last?? = origins.last,
      last - first + 1 == origins.count,
      let run = line.runs.first(where: { $0.range.contains(first) }), run.range.contains(last),
      case .text(let text) = run.source, line.mayHoldSpans(at: first),
      !run.holders.contains(where: { isVerbatim($0) || isShifted($0) })
    else { return nil }
    let start = run.range.lowerBound
    return text.span(ofUTF8: first - start..<last - start + 1).bytes
  }

  private func isShifted(_ element: XMLElement) -> Bool {
    element["text:style-name"].map { shiftedStyles.contains($0.value) } ?? false
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
      !run.holders.contains(where: isVerbatim)
    else { return nil }
    switch run.source {
    case .text(let text):
      let place = offset - run.range.lowerBound
      return text.span(ofUTF8: place..<place + 1).bytes
    // Writer makes an element of a space behind a field, as it does of several.
    case .element(let element) where element.name == "text:s":
      return (element["text:c"]?.value ?? "1") == "1" ? element.extent.bytes : nil
    case .element: return nil
    }
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

  private init(text: String, origins: [Int?]) {
    self.text = text
    self.origins = origins
  }

  /// The line after typography: what it puts there comes from nowhere.
  func changed(by changes: [(range: Range<Int>, replacement: String)]) -> Shadow {
    guard !changes.isEmpty else { return self }
    var bytes: [UInt8] = []
    var origins: [Int?] = []
    var at = 0
    let own = Array(text.utf8)
    for (range, replacement) in changes {
      bytes += own[at..<range.lowerBound] + Array(replacement.utf8)
      origins += self.origins[at..<range.lowerBound]
      origins += Array(repeating: nil, count: replacement.utf8.count)
      at = range.upperBound
    }
    return Shadow(
      text: String(decoding: bytes + own[at...], as: UTF8.self),
      origins: origins + self.origins[at...])
  }
}

extension OfficePackage {
  /// The names of the styles of letters that stand above or below the line (ODF 1.3 part 3, 20.384).
  var shiftedStyles: Set<String> {
    let sections = [content, styles].flatMap { part in
      ["office:styles", "office:automatic-styles"].compactMap { part.section($0) }
    }
    let shifted = sections.flatMap(\.elements).filter { style in
      style["style:family"]?.value == "text"
        && style.elements.contains { properties in
          properties["style:text-position"].map { !$0.value.hasPrefix("0%") } ?? false
        }
    }
    let own = ["Exposant", "Exposant_i0", "Indice"]
    return Set(shifted.compactMap { $0["style:name"]?.value } + own)
  }

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
