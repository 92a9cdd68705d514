extension Document {
  /// The visible text of the body, one block a line: what any format must let a person read.
  package var plainText: String {
    var text = ""
    for block in body {
      block.forEachInline { inline in
        switch inline {
        case .text(let run), .code(let run): text += run
        case .blank(let blank): text += blank.name
        case .box: text += "☐"
        case .lineBreak: text += "\n"
        case .picture(let picture): text += picture.description
        case .strong, .emphasis, .superscript, .subscript, .link, .note, .mark: break
        }
      }
      text += "\n"
    }
    return text
  }
}

extension Block {
  /// Visits every inline of the block and of the blocks within, in reading order; an inline that
  /// holds others comes before them.
  package func forEachInline(_ visit: (Inline) -> Void) {
    switch self {
    case .heading(let heading): heading.inlines.forEachInline(visit)
    case .paragraph(let paragraph): paragraph.inlines.forEachInline(visit)
    case .list(let list): list.items.forEach { $0.forEachInline(visit) }
    case .checklist(let items): items.forEach { $0.inlines.forEachInline(visit) }
    case .facts(let facts): facts.forEach { $0.value.forEachInline(visit) }
    case .table(let table):
      for row in table.header + table.rows {
        row.cells.forEach { $0.blocks.forEachInline(visit) }
      }
    case .callout(let callout): callout.blocks.forEachInline(visit)
    case .form(let fields): fields.forEach { $0.answer.forEachInline(visit) }
    case .slip(let slip): slip.blocks.forEachInline(visit)
    case .letter(let letter): letter.forEachInline(visit)
    case .chart, .pageBreak: break
    }
  }
}

extension [Block] {
  /// The pictures in reading order, each file once.
  package var pictures: [Picture] {
    var seen: Set<String> = []
    var found: [Picture] = []
    forEachInline { inline in
      if case .picture(let picture) = inline, seen.insert(picture.path).inserted {
        found.append(picture)
      }
    }
    return found
  }

  /// The names of all blanks in reading order, each once.
  package var blankNames: [String] {
    var seen: Set<String> = []
    var found: [String] = []
    forEachInline { inline in
      if case .blank(let blank) = inline, seen.insert(blank.name).inserted {
        found.append(blank.name)
      }
    }
    return found
  }

  package func forEachInline(_ visit: (Inline) -> Void) {
    for block in self { block.forEachInline(visit) }
  }
}

extension [Inline] {
  /// The visible text in one line, without what stands in notes.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let run), .code(let run): text += run
      case .strong(let inner), .emphasis(let inner), .superscript(let inner),
        .subscript(let inner):
        text += inner.plainText
      case .link(let link): text += link.inlines.plainText
      case .blank(let blank): text += blank.name
      case .picture(let picture): text += picture.description
      case .box: text += "☐"
      case .lineBreak: text += " "
      case .note, .mark: break
      }
    }
    return text
  }

  package func forEachInline(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      switch inline {
      case .strong(let inner), .emphasis(let inner), .superscript(let inner),
        .subscript(let inner):
        inner.forEachInline(visit)
      case .link(let link): link.inlines.forEachInline(visit)
      case .note(let note): note.blocks.forEachInline(visit)
      case .text, .code, .blank, .picture, .mark, .box, .lineBreak: break
      }
    }
  }
}

extension FormField.Answer {
  fileprivate func forEachInline(_ visit: (Inline) -> Void) {
    switch self {
    case .lines: break
    case .choices(let choices): choices.forEach { $0.forEachInline(visit) }
    case .value(let inlines): inlines.forEachInline(visit)
    }
  }
}

extension Letter {
  fileprivate func forEachInline(_ visit: (Inline) -> Void) {
    letterhead.forEachInline(visit)
    let before = sender + addressee + [placeAndDate] + references + [subject]
    for line in before + [attachments ?? [], call] { line.forEachInline(visit) }
    body.forEachInline(visit)
    for line in [closing] + signature + copies { line.forEachInline(visit) }
  }
}
