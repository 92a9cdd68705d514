import Documents
import French

/// A compiled template of the vocabulary: a program whose pieces are the events of a document's
/// tree. The `Composer` is what it writes to.
struct Template: Sendable {
  let kind: Document.Kind
  let page: Document.Page
  let program: Program<DocumentPiece>
}

/// Text with expressions, for what is a plain string in the document: titles, labels, sources. Its
/// pieces are typeset together, as a rule may need to see both sides of a border.
struct TextTemplate: Sendable {
  enum Segment: Sendable {
    case literal(String)
    case expression(Expression)
  }

  let segments: [Segment]
  /// Whether the text is an address, in which typography would be a mistake.
  var isAddress = false

  func text(in frame: Frame) -> String {
    if segments.count == 1, case .literal(let text) = segments[0] { return text }
    var text = ""
    for segment in segments {
      switch segment {
      case .literal(let literal): text += literal
      case .expression(let expression): text += expression.value(in: frame).prose
      }
    }
    return isAddress ? text : typeset(text)
  }
}
