import Documents

/// The text of a paragraph as it is put together: runs of one look each, white space folded as
/// OpenDocument folds it (6.1.2).
struct Line {
  struct Look: Hashable {
    var isBold = false
    var isItalic = false
    var position = CharacterTraits.Position.base
    var isCode = false
    var link: Link.Target?
  }

  private struct Run {
    var inline: Inline
    var look: Look
  }

  private var runs: [Run] = []
  /// What stands in frames that are anchored in the paragraph: it follows it.
  var frames: [Piece] = []
  /// Whether a field, such as a page number, was left out of it.
  var hasLostField = false
  var isHidden = false
  private var endsInSpace = true

  mutating func append(_ text: String, _ look: Look) {
    var run = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r":
        if !endsInSpace { run.append(" ") }
        endsInSpace = true
      case "☐":
        flush(&run, look)
        append(.box, look)
      default:
        run.append(scalar)
        endsInSpace = false
      }
    }
    flush(&run, look)
  }

  mutating func append(_ inline: Inline, _ look: Look) {
    switch inline {
    case .lineBreak:
      trimEnd()
      endsInSpace = true
    case .mark: break
    default: endsInSpace = false
    }
    runs.append(Run(inline: inline, look: look))
  }

  /// Spaces that were made on purpose: they are kept in code.
  mutating func append(spaces count: Int, _ look: Look) {
    guard look.isCode else { return append(" ", look) }
    var run = String.UnicodeScalarView(repeatElement(" ", count: count))
    flush(&run, look)
    endsInSpace = true
  }

  private mutating func flush(_ run: inout String.UnicodeScalarView, _ look: Look) {
    guard !run.isEmpty else { return }
    switch runs.last.map({ ($0.look == look, $0.inline) }) {
    case (true, .text(let text))?: runs[runs.count - 1].inline = .text(text + String(run))
    case (true, .code(let text))?: runs[runs.count - 1].inline = .code(text + String(run))
    default:
      let text = String(run)
      runs.append(Run(inline: look.isCode ? .code(text) : .text(text), look: look))
    }
    run.removeAll()
  }

  /// Takes away a space before the end of a line.
  private mutating func trimEnd() {
    guard let last = runs.last, case .text(let text) = last.inline, text.hasSuffix(" ") else {
      return
    }
    if text.utf8.count == 1 {
      runs.removeLast()
    } else {
      runs[runs.count - 1].inline = .text(String(text.dropLast()))
    }
  }

  /// The finished inlines, without spaces and line breaks at their ends.
  consuming func inlines() -> [Inline] {
    while let last = runs.last {
      if case .lineBreak = last.inline {
        runs.removeLast()
      } else {
        let count = runs.count
        trimEnd()
        if runs.count == count { break }
      }
    }
    while let first = runs.first, case .lineBreak = first.inline { runs.removeFirst() }
    return Self.tree(runs[...], inside: 0)
  }

  /// Runs as a tree: links outermost, then bold, then italics, then what is raised or lowered.
  private static func tree(_ runs: ArraySlice<Run>, inside depth: Int) -> [Inline] {
    guard depth < 4 else { return runs.map(\.inline) }
    var inlines: [Inline] = []
    var rest = runs
    while let first = rest.first {
      let end = rest.firstIndex { !$0.look.isSame(as: first.look, at: depth) } ?? rest.endIndex
      let inner = tree(rest[rest.startIndex..<end], inside: depth + 1)
      inlines += first.look.wrapped(inner, at: depth)
      rest = rest[end...]
    }
    return inlines
  }
}

extension Line.Look {
  fileprivate func isSame(as other: Line.Look, at depth: Int) -> Bool {
    switch depth {
    case 0: link == other.link
    case 1: isBold == other.isBold
    case 2: isItalic == other.isItalic
    default: position == other.position
    }
  }

  fileprivate func wrapped(_ inlines: [Inline], at depth: Int) -> [Inline] {
    switch depth {
    case 0: link.map { [.link(Link(to: $0, inlines))] } ?? inlines
    case 1: isBold ? [.strong(inlines)] : inlines
    case 2: isItalic ? [.emphasis(inlines)] : inlines
    default:
      switch position {
      case .base: inlines
      case .raised: [.superscript(inlines)]
      case .lowered: [.subscript(inlines)]
      }
    }
  }
}
