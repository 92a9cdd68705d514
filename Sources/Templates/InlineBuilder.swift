import Documents
import French

/// A text as it is printed: the letters of ordinals raised, each of its lines on a line.
func printed(_ text: String) -> [Inline] {
  var inlines: [Inline] = []
  appendPrinted(text, to: &inlines)
  return inlines
}

private func appendPrinted(_ text: String, to inlines: inout [Inline]) {
  guard hasLineEnd(text) else { return appendLine(text, to: &inlines) }
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if index > 0 { inlines.append(.lineBreak) }
    appendLine(String(line), to: &inlines)
  }
}

private func hasLineEnd(_ text: String) -> Bool {
  let bytes = text.utf8.span
  for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { return true }
  return false
}

private func appendLine(_ line: String, to inlines: inout [Inline]) {
  guard mayRaise(line) else {
    if !line.isEmpty { inlines.append(.text(line)) }
    return
  }
  for run in raisedRuns(line) where !run.text.isEmpty {
    inlines.append(run.isRaised ? .superscript([.text(run.text)]) : .text(run.text))
  }
}

/// Joins runs of text and folds the spaces between them, as a browser would.
///
/// What is joined is typeset once more: « 3 % » is a number from one piece and a sign from another.
struct InlineBuilder {
  private(set) var inlines: [Inline] = []
  private var run = ""
  private var isJoined = false
  /// Whether a space at this point would be one too many.
  private(set) var isAtSpace: Bool

  init(isAtSpace: Bool = true) { self.isAtSpace = isAtSpace }

  mutating func append(text: String) {
    guard let last = text.utf8.last else { return }
    if isAtSpace, text.utf8.first == 0x20 {
      let rest = text.dropFirst()
      guard !rest.isEmpty else { return }
      isJoined = isJoined || !run.isEmpty
      run += rest
    } else if run.isEmpty {
      run = text
    } else {
      isJoined = true
      run += text
    }
    isAtSpace = last == 0x20
  }

  mutating func append(_ inline: Inline, isAtSpace: Bool = false) {
    flush()
    inlines.append(inline)
    self.isAtSpace = isAtSpace
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    appendPrinted(isJoined ? typeset(run) : run, to: &inlines)
    run = ""
    isJoined = false
  }

  /// The line so far, its last space dropped.
  consuming func finish() -> [Inline] {
    if run.utf8.last == 0x20 { run.removeLast() }
    flush()
    return inlines
  }

  /// The inlines as they are, to go inside another.
  consuming func finishInner() -> [Inline] {
    flush()
    return inlines
  }
}
