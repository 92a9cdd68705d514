import Documents

/// What a reader takes in at once: a paragraph, an item, a line of a table.
struct Passage {
  enum Kind: Hashable {
    /// The document's title: it may explain a word, and need not.
    case title
    case header
    case body
  }

  let kind: Kind
  /// The title of the section in which it stands.
  let heading: String?
  let text: String
}

extension Document {
  /// All passages in reading order, the header's first.
  var passages: [Passage] {
    var gatherer = PassageGatherer()
    gatherer.passages.append(Passage(kind: .title, heading: nil, text: title))
    for text in [header.abbreviationLine, header.purpose, header.audience, header.moment]
    where !text.isEmpty {
      gatherer.passages.append(Passage(kind: .header, heading: nil, text: text))
    }
    gatherer.add(body)
    return gatherer.passages
  }
}

private struct PassageGatherer {
  var passages: [Passage] = []
  private var heading: String?

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let title):
      heading = title.inlines.readText
      add(title.inlines)
    case .paragraph(let paragraph): add(paragraph.inlines)
    case .list(let list): list.items.forEach { add($0) }
    case .checklist(let items): items.forEach { add($0.inlines) }
    case .facts(let facts): facts.forEach { add("\($0.label) : \($0.value.readText)") }
    case .table(let table):
      if let caption = table.caption { add(caption) }
      // What stands in one line is read together: a sign and what it means, a task and its day.
      for row in table.header + table.rows {
        add(row.cells.map { text(of: $0.blocks) }.joined(separator: " · "))
      }
    case .callout(let callout):
      add(callout.blocks)
      if let source = callout.source { add(source) }
    case .form(let fields): fields.forEach { add($0) }
    case .slip(let slip):
      add(slip.title)
      add(slip.blocks)
    case .letter(let letter): add(letter)
    case .chart, .pageBreak: break
    }
  }

  private mutating func add(_ field: FormField) {
    switch field.answer {
    case .lines: add(field.label)
    case .choices(let choices):
      add(([field.label] + choices.map(\.readText)).joined(separator: " · "))
    case .value(let value): add("\(field.label) : \(value.readText)")
    }
  }

  private mutating func add(_ letter: Letter) {
    add(letter.letterhead)
    let opening = letter.sender + letter.addressee + [letter.placeAndDate] + letter.references
    for line in opening { add(line) }
    for line in [letter.subject, letter.attachments ?? [], letter.call] { add(line) }
    add(letter.body)
    for line in [letter.closing] + letter.signature + letter.copies { add(line) }
  }

  private mutating func add(_ inlines: [Inline]) { add(inlines.readText) }

  private mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    passages.append(Passage(kind: .body, heading: heading, text: text))
  }

  /// The text of a cell in one line.
  private func text(of blocks: [Block]) -> String {
    var inner = PassageGatherer()
    inner.add(blocks)
    return inner.passages.map(\.text).joined(separator: " ; ")
  }
}

extension [Inline] {
  /// The visible text in one line. A blank is a place to fill, and its name no part of the text.
  fileprivate var readText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let run): text += run
      case .strong(let inner), .emphasis(let inner), .superscript(let inner),
        .subscript(let inner):
        text += inner.readText
      case .link(let link): text += link.inlines.readText
      // What a program reads is no prose.
      case .blank, .code: text += "…"
      case .picture(let picture): text += picture.description
      case .box: text += "☐"
      case .lineBreak: text += " "
      case .note, .mark: break
      }
    }
    return text
  }
}
