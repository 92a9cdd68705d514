import Documents
import French

/// A compiled template: a tree of what to write, with expressions in place of names.
struct Template: Sendable {
  let kind: Document.Kind
  let page: Document.Page
  let body: [Directed<BlockNode>]
}

/// A node with its directives: repeated for each item of a list, kept only under a condition.
struct Directed<Content: Sendable>: Sendable {
  indirect enum Body: Sendable {
    case content(Content)
    /// A transparent wrapper, or an included partial.
    case group([Directed<Content>])
  }

  var list: Expression?
  var condition: Expression?
  let body: Body
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

typealias Inlines = [Directed<InlineNode>]

indirect enum InlineNode: Sendable {
  case literal(String)
  case output(Expression)
  case strong(Inlines)
  case emphasis(Inlines)
  case superscript(Inlines)
  case link(LinkNode, Inlines)
  case blank(TextTemplate)
  case box
  case lineBreak
}

enum LinkNode: Sendable {
  /// A document of the kit by id, or `id/instance` for one of a repeated document.
  case document(TextTemplate)
  case address(TextTemplate)
  case file(TextTemplate)
}

indirect enum BlockNode: Sendable {
  case section(title: TextTemplate, startsPage: Bool, [Directed<BlockNode>])
  case paragraph(Paragraph.Look, Inlines)
  case list(isNumbered: Bool, [Directed<Content>])
  case checklist([Directed<Inlines>])
  case facts([Directed<(label: TextTemplate, value: Inlines)>])
  case table(TableNode)
  case callout(Callout.Kind, source: TextTemplate?, Content)
  case form([Directed<FieldNode>])
  case slip(title: TextTemplate, [Directed<BlockNode>])
  case letter(LetterNode)
  case chart(ChartNode)
  case pageBreak
}

/// What may be written as inline text or as blocks.
enum Content: Sendable {
  case inline(Inlines)
  case blocks([Directed<BlockNode>])
}

struct TableNode: Sendable {
  let caption: TextTemplate?
  let columns: [Directed<Table.Column>]
  let header: [Directed<RowNode>]
  let rows: [Directed<RowNode>]
}

struct RowNode: Sendable {
  let look: Table.Row.Look
  let cells: [Directed<CellNode>]
  let place: TemplatePlace
}

struct CellNode: Sendable {
  let isHeading: Bool
  /// How many columns it covers.
  let span: SpanNode
  let content: Content
}

enum SpanNode: Sendable {
  case columns(Int)
  /// All the columns that the row's other cells leave.
  case rest
}

struct FieldNode: Sendable {
  enum Answer: Sendable {
    case lines(Int)
    case choices([Directed<Inlines>])
    case value(Inlines)
  }

  let label: TextTemplate
  let answer: Answer
}

struct LetterNode: Sendable {
  var sender: [Directed<Inlines>] = []
  var addressee: [Directed<Inlines>] = []
  var placeAndDate: [Directed<Inlines>] = []
  var references: [Directed<Inlines>] = []
  var subject: [Directed<Inlines>] = []
  var attachments: [Directed<Inlines>] = []
  var call: [Directed<Inlines>] = []
  var body: [Directed<BlockNode>] = []
  var closing: [Directed<Inlines>] = []
  var signature: [Directed<Inlines>] = []
  var copies: [Directed<Inlines>] = []
}
