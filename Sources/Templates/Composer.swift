import Diagnostics
import Documents

/// Composes compiled templates with the values of a frame.
struct Composer {
  /// Where the documents of the kit stand, by id and by `id/instance`.
  let places: [String: DocumentPlace]
  var frame: Frame
  var diagnostics: [Diagnostic] = []

  init(places: [String: DocumentPlace], frame: Frame) {
    self.places = places
    self.frame = frame
  }

  mutating func body(of template: Template) -> [Block] {
    blocks(template.body, level: 2)
  }

  // MARK: Directives

  /// Visits the contents that the directives leave, each with its loop variables in the frame.
  mutating func expand<Content>(
    _ nodes: [Directed<Content>], _ visit: (inout Composer, Content) -> Void
  ) {
    for node in nodes {
      guard let list = node.list else {
        apply(node, visit)
        continue
      }
      let items = list.value(in: frame).items
      for (index, item) in items.enumerated() {
        frame.append(item)
        frame.append(loopShape.value(of: LoopState(index: index, count: items.count)))
        apply(node, visit)
        frame.removeLast(2)
      }
    }
  }

  private mutating func apply<Content>(
    _ node: Directed<Content>, _ visit: (inout Composer, Content) -> Void
  ) {
    if let condition = node.condition, !condition.value(in: frame).isTrue { return }
    switch node.body {
    case .content(let content): visit(&self, content)
    case .group(let nodes): expand(nodes, visit)
    }
  }

  // MARK: Blocks

  private mutating func blocks(_ nodes: [Directed<BlockNode>], level: Int) -> [Block] {
    var result: [Block] = []
    expand(nodes) { composer, node in composer.append(node, level: level, to: &result) }
    return result
  }

  private mutating func append(_ node: BlockNode, level: Int, to result: inout [Block]) {
    switch node {
    case .section(let title, let startsPage, let inner):
      let heading = Heading(level: level, [.text(title.text(in: frame))], startsPage: startsPage)
      result.append(.heading(heading))
      result += blocks(inner, level: level + 1)
    case .paragraph(let look, let nodes):
      let inlines = line(nodes)
      if !inlines.isEmpty { result.append(.paragraph(Paragraph(inlines, look: look))) }
    case .list(let isNumbered, let nodes):
      let items = contents(nodes).filter { !$0.isEmpty }
      if !items.isEmpty { result.append(.list(List(isNumbered: isNumbered, items: items))) }
    case .checklist(let nodes):
      let items = lines(nodes).map { CheckItem($0) }
      if !items.isEmpty { result.append(.checklist(items)) }
    case .facts(let nodes):
      var facts: [Fact] = []
      expand(nodes) { composer, fact in
        facts.append(
          Fact(label: fact.label.text(in: composer.frame), value: composer.line(fact.value)))
      }
      if !facts.isEmpty { result.append(.facts(facts)) }
    case .table(let table): result.append(.table(self.table(table)))
    case .callout(let kind, let source, let content):
      let blocks = blocks(of: content)
      if !blocks.isEmpty {
        result.append(
          .callout(Callout(kind, blocks, source: source.map { $0.text(in: frame) })))
      }
    case .form(let nodes): result.append(.form(fields(nodes)))
    case .slip(let title, let inner):
      result.append(
        .slip(Slip(title: title.text(in: frame), blocks: blocks(inner, level: level + 1))))
    case .letter(let letter): result.append(.letter(self.letter(letter)))
    case .chart(let node):
      if let chart = chart(node) { result.append(chart) }
    case .pageBreak: result.append(.pageBreak)
    }
  }

  private mutating func contents(_ nodes: [Directed<Content>]) -> [[Block]] {
    var result: [[Block]] = []
    expand(nodes) { composer, content in result.append(composer.blocks(of: content)) }
    return result
  }

  private mutating func blocks(of content: Content) -> [Block] {
    switch content {
    case .inline(let nodes):
      let inlines = line(nodes)
      return inlines.isEmpty ? [] : [.paragraph(Paragraph(inlines))]
    case .blocks(let nodes): return blocks(nodes, level: 3)
    }
  }

  private mutating func fields(_ nodes: [Directed<FieldNode>]) -> [FormField] {
    var result: [FormField] = []
    expand(nodes) { composer, field in
      let answer: FormField.Answer =
        switch field.answer {
        case .lines(let count): .lines(count)
        case .choices(let nodes): .choices(composer.lines(nodes))
        case .value(let nodes): .value(composer.line(nodes))
        }
      result.append(FormField(label: field.label.text(in: composer.frame), answer: answer))
    }
    return result
  }

  // MARK: Tables

  private mutating func table(_ node: TableNode) -> Table {
    var columns: [Table.Column] = []
    expand(node.columns) { _, column in columns.append(column) }
    let caption = node.caption?.text(in: frame)
    return Table(
      caption: caption?.isEmpty == true ? nil : caption, columns: columns,
      header: rows(node.header, columns: columns.count),
      rows: rows(node.rows, columns: columns.count))
  }

  private mutating func rows(_ nodes: [Directed<RowNode>], columns: Int) -> [Table.Row] {
    var result: [Table.Row] = []
    expand(nodes) { composer, row in
      result.append(composer.row(row, columns: columns))
    }
    return result
  }

  private mutating func row(_ node: RowNode, columns: Int) -> Table.Row {
    var cells: [Table.Cell] = []
    var rest: Int?
    expand(node.cells) { composer, cell in
      let blocks = composer.blocks(of: cell.content)
      switch cell.span {
      case .columns(let count):
        cells.append(Table.Cell(blocks, isHeading: cell.isHeading, span: count))
      case .rest:
        rest = cells.count
        cells.append(Table.Cell(blocks, isHeading: cell.isHeading, span: 1))
      }
    }
    var covered = cells.reduce(0) { $0 + $1.span }
    if let rest, covered < columns {
      cells[rest].span += columns - covered
      covered = columns
    }
    if covered != columns {
      diagnostics.append(.raggedRow(cells: covered, columns: columns, at: node.place))
    }
    return Table.Row(cells, look: node.look)
  }

  // MARK: Letters

  private mutating func letter(_ node: LetterNode) -> Letter {
    Letter(
      logo: "Emplacement du logo", sender: lines(node.sender), addressee: lines(node.addressee),
      placeAndDate: lines(node.placeAndDate).first ?? [], references: lines(node.references),
      subject: lines(node.subject).first ?? [], attachments: lines(node.attachments).first,
      call: lines(node.call).first ?? [], body: blocks(node.body, level: 2),
      closing: lines(node.closing).first ?? [], signature: lines(node.signature),
      copies: lines(node.copies))
  }

  // MARK: Inlines

  /// The lines that are not empty.
  private mutating func lines(_ nodes: [Directed<Inlines>]) -> [[Inline]] {
    var result: [[Inline]] = []
    expand(nodes) { composer, inlines in
      let line = composer.line(inlines)
      if !line.isEmpty { result.append(line) }
    }
    return result
  }

  private mutating func line(_ nodes: Inlines) -> [Inline] {
    var builder = InlineBuilder()
    append(nodes, to: &builder)
    return builder.finish()
  }

  private mutating func append(_ nodes: Inlines, to builder: inout InlineBuilder) {
    expand(nodes) { composer, node in
      switch node {
      case .literal(let text): builder.append(text: text)
      case .output(let expression):
        let value = expression.value(in: composer.frame)
        if case .blank(let name) = value {
          builder.append(.blank(Blank(name)))
        } else {
          builder.append(text: value.prose)
        }
      case .strong(let inner):
        composer.nest(inner, in: &builder) { .strong($0) }
      case .emphasis(let inner):
        composer.nest(inner, in: &builder) { .emphasis($0) }
      case .superscript(let inner):
        composer.nest(inner, in: &builder) { .superscript($0) }
      case .link(let link, let inner):
        composer.append(link, inner, to: &builder)
      case .blank(let name): builder.append(.blank(Blank(name.text(in: composer.frame))))
      case .box: builder.append(.box)
      case .lineBreak: builder.append(.lineBreak, isAtSpace: true)
      }
    }
  }

  private mutating func nest(
    _ nodes: Inlines, in builder: inout InlineBuilder, _ wrap: ([Inline]) -> Inline
  ) {
    var inner = InlineBuilder(isAtSpace: builder.isAtSpace)
    append(nodes, to: &inner)
    let endsAtSpace = inner.isAtSpace
    let inlines = inner.finishInner()
    if !inlines.isEmpty { builder.append(wrap(inlines), isAtSpace: endsAtSpace) }
  }

  /// A document that this kit does not have is named without a link.
  private mutating func append(
    _ link: LinkNode, _ nodes: Inlines, to builder: inout InlineBuilder
  ) {
    let target: Link.Target?
    switch link {
    case .document(let name): target = places[name.text(in: frame)].map { .document($0) }
    case .address(let address): target = .address(address.text(in: frame))
    case .file(let path): target = .file(path.text(in: frame))
    }
    guard let target else {
      append(nodes, to: &builder)
      return
    }
    nest(nodes, in: &builder) { .link(Link(to: target, $0)) }
  }
}
