import Diagnostics
import Documents
import Markup

/// Makes the blocks of one document of what its template's program writes.
///
/// What is open stands on a stack for each kind of thing, the innermost last: the compiler has seen
/// to it that all is nested, so the end of a thing finds it on top.
struct Composer: ProgramSink {
  /// Where the documents of the kit stand, by id and by `id/instance`.
  private let places: [String: DocumentPlace]
  private(set) var diagnostics: [Diagnostic] = []
  /// The document's blocks, then those of the cells, items and callouts that are open.
  private var blocks: [[Block]] = [[]]
  private var lines: [InlineBuilder] = []
  /// Where the links that are open lead; nil for what this kit does not have.
  private var links: [Link.Target?] = []
  private var items: [[[Block]]] = []
  private var lists: [[[Inline]]] = []
  private var facts: [[Fact]] = []
  private var questions: [[FormField]] = []
  private var tables: [OpenTable] = []
  private var rows: [OpenRow] = []
  private var letters: [OpenLetter] = []
  private var charts: [OpenChart] = []

  private init(places: [String: DocumentPlace]) { self.places = places }

  /// The blocks that a template makes of a frame's values, and the rows that do not fill their
  /// tables.
  static func compose(
    _ template: Template, with frame: Frame, places: [String: DocumentPlace] = [:]
  ) -> (blocks: [Block], diagnostics: [Diagnostic]) {
    var composer = Composer(places: places)
    template.program.run(frame, into: &composer)
    precondition(composer.blocks.count == 1, "a template left something open")
    return (composer.blocks[0], composer.diagnostics)
  }

  mutating func write(_ literals: MarkupFragment, _ range: Range<Int>) {
    preconditionFailure("blocks have no markup of their own")
  }

  mutating func write(_ value: Value) {
    if case .blank(let name) = value {
      lines.top.append(.blank(Blank(name)))
    } else {
      lines.top.append(text: value.prose)
    }
  }

  mutating func write(_ piece: DocumentPiece, in frame: Frame) {
    switch piece {
    case .begin(let gathering): begin(gathering, frame)
    case .end(let outcome): end(outcome, frame)
    case .heading(let level, let title, let startsPage):
      append(
        .heading(Heading(level: level, printed(title.text(in: frame)), startsPage: startsPage)))
    case .pageBreak: append(.pageBreak)
    case .column(let column, let content): tables.top.append(column, content)
    case .question(let label, let count):
      questions.top.append(FormField(label: label.text(in: frame), answer: .lines(count)))
    case .chart(let piece): charts.top.append(piece, frame)
    case .text(let text): lines.top.append(text: text)
    case .rich(let expression, let look): append(expression.value(in: frame), look)
    case .blank(let name): lines.top.append(.blank(Blank(name.text(in: frame))))
    case .box: lines.top.append(.box)
    case .lineBreak: lines.top.append(.lineBreak, isAtSpace: true)
    }
  }

  private mutating func append(_ block: Block) { blocks.top.append(block) }

  /// The blocks of a rich text; its paragraphs look as the one in which it stands.
  private mutating func append(_ rich: Value, _ look: Paragraph.Look) {
    guard case .rich(let inner) = rich else {
      if case .blank(let name) = rich { append(.paragraph(Paragraph([.blank(Blank(name))]))) }
      return
    }
    for block in inner {
      if case .paragraph(let paragraph) = block {
        append(.paragraph(Paragraph(paragraph.inlines, look: look)))
      } else {
        append(block)
      }
    }
  }

  // MARK: Beginnings and ends

  private mutating func begin(_ gathering: DocumentPiece.Gathering, _ frame: Frame) {
    switch gathering {
    case .line: lines.append(InlineBuilder())
    case .stretch: lines.append(InlineBuilder(isAtSpace: lines.top.isAtSpace))
    case .link(let link):
      let target = target(of: link, frame)
      links.append(target)
      if target != nil { begin(.stretch, frame) }
    case .blocks: blocks.append([])
    case .items: items.append([])
    case .lines: lists.append([])
    case .facts: facts.append([])
    case .questions: questions.append([])
    case .table: tables.append(OpenTable())
    case .cells: rows.append(OpenRow())
    case .letter:
      letters.append(OpenLetter())
      blocks.append([])
    case .chart: charts.append(OpenChart())
    }
  }

  private mutating func end(_ outcome: DocumentPiece.Outcome, _ frame: Frame) {
    switch outcome {
    case .paragraph, .line, .zone, .fact, .answer: endLine(outcome, frame)
    case .strong: endStretch { .strong($0) }
    case .emphasis: endStretch { .emphasis($0) }
    case .superscript: endStretch { .superscript($0) }
    case .link:
      // A document that this kit does not have is named without a link.
      if let target = links.removeLast() { endStretch { .link(Link(to: target, $0)) } }
    case .item, .callout, .slip, .cell: endBlocks(outcome, frame)
    case .list(let isNumbered):
      let items = items.removeLast()
      if !items.isEmpty { append(.list(List(isNumbered: isNumbered, items: items))) }
    case .checklist:
      let lines = lists.removeLast()
      if !lines.isEmpty { append(.checklist(lines.map { CheckItem($0) })) }
    case .choices(let label):
      let choices = FormField.Answer.choices(lists.removeLast())
      questions.top.append(FormField(label: label.text(in: frame), answer: choices))
    case .facts:
      let facts = facts.removeLast()
      if !facts.isEmpty { append(.facts(facts)) }
    case .form: append(.form(questions.removeLast()))
    case .row(let part, let look, let place): endRow(part, look, place)
    case .table(let caption, let sheet):
      append(
        .table(
          tables.removeLast().table(
            caption: caption?.text(in: frame), sheet: sheet?.text(in: frame))))
    case .letter: append(.letter(letters.removeLast().letter(body: blocks.removeLast())))
    case .chart(let caption, let description, let isTimeline):
      let chart = charts.removeLast().chart(
        isTimeline: isTimeline, caption: caption.text(in: frame),
        description: description.text(in: frame))
      if let chart { append(.chart(chart)) }
    }
  }

  private mutating func endLine(_ outcome: DocumentPiece.Outcome, _ frame: Frame) {
    let line = lines.removeLast().finish()
    switch outcome {
    case .fact(let label):
      facts.top.append(Fact(label: label.text(in: frame), value: line))
    case .answer(let label):
      questions.top.append(FormField(label: label.text(in: frame), answer: .value(line)))
    case _ where line.isEmpty: break
    case .paragraph(let look): append(.paragraph(Paragraph(line, look: look)))
    case .line: lists.top.append(line)
    case .zone(let zone): letters.top[zone].append(line)
    default: preconditionFailure("a line has another outcome than a line’s")
    }
  }

  private mutating func endStretch(_ wrap: ([Inline]) -> Inline) {
    let stretch = lines.removeLast()
    let endsAtSpace = stretch.isAtSpace
    let inlines = stretch.finishInner()
    if !inlines.isEmpty { lines.top.append(wrap(inlines), isAtSpace: endsAtSpace) }
  }

  private mutating func endBlocks(_ outcome: DocumentPiece.Outcome, _ frame: Frame) {
    let inner = blocks.removeLast()
    switch outcome {
    case .slip(let title):
      append(.slip(Slip(title: title.text(in: frame), blocks: inner)))
    case .cell(let isHeading, let span): rows.top.append(inner, isHeading: isHeading, span)
    case _ where inner.isEmpty: break
    case .item: items.top.append(inner)
    case .callout(let kind, let source):
      append(.callout(Callout(kind, inner, source: source?.text(in: frame))))
    default: preconditionFailure("blocks have another outcome than blocks’")
    }
  }

  private mutating func endRow(_ part: RowPart, _ look: Table.Row.Look, _ place: SourceSpan) {
    let columns = tables.top.columns.count
    var row = rows.removeLast()
    row.fill(columns)
    if row.covered != columns {
      diagnostics.append(.raggedRow(cells: row.covered, columns: columns, at: place))
    }
    tables.top.append(Table.Row(row.cells, look: look), part)
  }

  private func target(of link: LinkTarget, _ frame: Frame) -> Link.Target? {
    switch link {
    case .document(let name): places[name.text(in: frame)].map { .document($0) }
    case .address(let address): .address(address.text(in: frame))
    case .file(let path): .file(path.text(in: frame))
    }
  }
}

extension Array {
  /// The last element, changed where it stands.
  fileprivate var top: Element {
    get { self[count - 1] }
    _modify { yield &self[count - 1] }
  }
}
