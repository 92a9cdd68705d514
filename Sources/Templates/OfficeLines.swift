import Diagnostics
import Markup

/// The lines of Writer documents as they were read, so that a fault can be shown in one.
///
/// Spans that the parser of expressions works with count the bytes of a document's lines, one below
/// the other.
struct OfficeLines {
  private struct Line {
    let start: Int
    let text: String
    let place: [Phrase]
  }

  private var documents: [SourceFile.ID: (lines: [Line], end: Int)] = [:]

  /// Begins a document anew: wherever it is read, a fault in it has one place, and is told once.
  mutating func begin(_ file: SourceFile.ID) { documents[file] = nil }

  mutating func add(_ text: String, at place: [Phrase], of file: SourceFile.ID) -> XMLText {
    var document = documents[file] ?? ([], 0)
    documents[file] = nil
    let line = XMLText(text, startingAt: document.end, in: file)
    document.lines.append(Line(start: document.end, text: text, place: place))
    document.end += text.utf8.count + 1
    documents[file] = document
    return line
  }

  /// The diagnostic with the lines that its places stand in.
  func placing(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.excerpt = diagnostic.span.flatMap(excerpt)
    for index in diagnostic.notes.indices {
      diagnostic.notes[index].excerpt = excerpt(diagnostic.notes[index].span)
    }
    return diagnostic
  }

  private func excerpt(_ span: SourceSpan) -> Excerpt? {
    let at = span.bytes.lowerBound
    guard let line = documents[span.file]?.lines.last(where: { $0.start <= at }) else {
      return nil
    }
    let fault = (at - line.start)..<max(at, span.bytes.upperBound) - line.start
    return Excerpt(place: line.place, text: line.text, fault: fault)
  }
}
