import Documents

/// A paragraph or a block as it stands in the text, before neighbours are joined.
struct Piece {
  enum Content {
    case line([Inline])
    case block(Block)
  }

  var content: Content
  /// What it is for; of a list, what its first paragraph is for.
  var role: ParagraphRole?
  var startsPage = false
  var alignment: Table.Alignment?

  init(_ inlines: [Inline], role: ParagraphRole? = nil) {
    content = .line(inlines)
    self.role = role
  }

  init(_ block: Block, role: ParagraphRole? = nil) {
    content = .block(block)
    self.role = role
  }

  var inlines: [Inline]? {
    if case .line(let inlines) = content { inlines } else { nil }
  }

  var isTable: Bool {
    if case .block(.table) = content { true } else { false }
  }

  var isHeading: Bool {
    switch role {
    case .heading, .title: inlines != nil
    default: false
    }
  }

  /// The block that it is by itself.
  var block: Block {
    switch content {
    case .block(let block): block
    case .line(let inlines):
      switch role {
      case .title: .heading(Heading(level: 1, inlines, startsPage: startsPage))
      case .heading(let level): .heading(Heading(level: level, inlines, startsPage: startsPage))
      case .lead: .paragraph(Paragraph(inlines, look: .lead))
      case .small, .caption: .paragraph(Paragraph(inlines, look: .small))
      default: .paragraph(Paragraph(inlines))
      }
    }
  }
}

/// Pieces as blocks: captions go to their tables, callouts and slips are put together, lines of the
/// small header are left out.
func gathered(_ pieces: [Piece]) -> [Block] {
  var gathering = Gathering(pieces)
  return gathering.blocks()
}

private struct Gathering {
  private let pieces: [Piece]
  private var at = 0
  private var result: [Block] = []

  init(_ pieces: [Piece]) {
    self.pieces = pieces.filter { $0.role != .sheetLine }
  }

  private func piece(_ index: Int) -> Piece? {
    pieces.indices.contains(index) ? pieces[index] : nil
  }

  mutating func blocks() -> [Block] {
    while let piece = piece(at) {
      if piece.startsPage, !piece.isHeading, !result.isEmpty { result.append(.pageBreak) }
      switch piece.role {
      case .caption where piece.inlines != nil: caption(piece)
      case .calloutTitle(let kind), .callout(let kind): callout(kind)
      case .cutLine: slip()
      case .preformatted where piece.inlines != nil: code()
      default:
        result.append(piece.block)
        at += 1
      }
    }
    return result
  }

  /// Above its table; else below it, unless the table has one.
  private mutating func caption(_ piece: Piece) {
    let text = piece.inlines?.plainText ?? ""
    if let next = self.piece(at + 1), case .block(.table(var table)) = next.content,
      table.caption == nil, !next.startsPage
    {
      table.caption = text
      result.append(.table(table))
      at += 2
    } else if case .table(var table)? = result.last, table.caption == nil, at > 0,
      pieces[at - 1].isTable
    {
      table.caption = text
      result[result.count - 1] = .table(table)
      at += 1
    } else {
      result.append(piece.block)
      at += 1
    }
  }

  private mutating func callout(_ kind: Callout.Kind) {
    var inner: [Piece] = []
    if let piece = piece(at), piece.role == .calloutTitle(kind) {
      // The word is written by the format; what else the line says is kept.
      let words = piece.inlines?.plainText ?? ""
      if !words.hasSuffix(kind.word) { inner.append(Piece([.strong(piece.inlines ?? [])])) }
      at += 1
    }
    while let piece = piece(at), piece.role == .callout(kind) {
      inner.append(piece)
      at += 1
    }
    var source: String?
    if let last = inner.last?.inlines?.plainText, let text = withoutLabel("Source", last) {
      source = text
      inner.removeLast()
    }
    let blocks = inner.map { piece in
      var piece = piece
      piece.role = nil
      return piece.block
    }
    result.append(.callout(Callout(kind, blocks, source: source)))
  }

  /// Lines of code that follow each other are one paragraph.
  private mutating func code() {
    var lines: [Inline] = []
    while let piece = piece(at), piece.role == .preformatted, let inlines = piece.inlines,
      lines.isEmpty || !piece.startsPage
    {
      lines += (lines.isEmpty ? [] : [.lineBreak]) + inlines
      at += 1
    }
    result.append(.paragraph(Paragraph(lines)))
  }

  /// From the line to cut along to the next one, or to the end.
  private mutating func slip() {
    at += 1
    var title = ""
    if let piece = piece(at), piece.role == .slipTitle {
      title = piece.inlines?.plainText ?? ""
      at += 1
    }
    let end = pieces[at...].firstIndex { $0.role == .cutLine } ?? pieces.count
    let inner = Array(pieces[at..<end])
    at = end
    result.append(.slip(Slip(title: title, blocks: gathered(inner))))
  }
}

/// What follows « Label : », nil when the text does not begin so.
func withoutLabel(_ label: String, _ text: String) -> String? {
  guard text.hasPrefix(label) else { return nil }
  let rest = text.dropFirst(label.count).drop(while: isSpace)
  guard rest.first == ":" else { return nil }
  return String(rest.dropFirst().drop(while: isSpace))
}

private func isSpace(_ character: Character) -> Bool {
  character.isWhitespace || character == "\u{A0}" || character == "\u{202F}"
}

extension Callout.Kind {
  /// The word that every format writes above it.
  fileprivate var word: String {
    switch self {
    case .todo: "À faire"
    case .caution: "Attention"
    case .experience: "Retour d’expérience"
    case .proposal: "Proposition"
    }
  }
}
