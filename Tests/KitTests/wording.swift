import Documents

/// The words of a document, a line for each thing that a person reads as one: a paragraph, an
/// item, a row of a table. Blanks stand in square brackets. For goldens whose differences can be
/// read; `Document.plainText` joins what stands in one block.
func wording(of document: Document) -> String {
  let head = [document.title, document.header.context, ""]
  return (head + lines(of: document.body)).map { $0 + "\n" }.joined()
}

private func lines(of blocks: [Block]) -> [String] { blocks.flatMap(lines) }

private func lines(of block: Block) -> [String] {
  switch block {
  case .heading(let heading):
    ["", String(repeating: "#", count: heading.level) + " " + text(heading.inlines)]
  case .paragraph(let paragraph): [text(paragraph.inlines)]
  case .list(let list):
    list.items.flatMap { marked(list.isNumbered ? "1. " : "- ", lines(of: $0)) }
  case .checklist(let items): items.map { "☐ " + text($0.inlines) }
  case .facts(let facts): facts.map { "\($0.label) = \(text($0.value))" }
  case .table(let table):
    [table.caption ?? ""]
      + (table.header + table.rows).map { row in
        row.cells.map { lines(of: $0.blocks).joined(separator: " / ") }.joined(separator: " | ")
      }
  case .callout(let callout):
    marked("> ", lines(of: callout.blocks) + [callout.source].compactMap(\.self))
  case .form(let fields): fields.map { "\($0.label) : \(text($0.answer))" }
  case .slip(let slip): ["✂ " + slip.title] + lines(of: slip.blocks)
  case .letter(let letter): lines(of: letter)
  case .chart(let chart): [chart.caption, chart.description]
  case .pageBreak: ["⁂"]
  }
}

private func lines(of letter: Letter) -> [String] {
  let before = letter.sender + letter.addressee + [letter.placeAndDate] + letter.references
  let opening = [letter.subject, letter.attachments ?? [], letter.call]
  let end = [letter.closing] + letter.signature + letter.copies
  return (before + opening).map(text) + lines(of: letter.body) + end.map(text)
}

/// The first line behind a mark, the others under it.
private func marked(_ mark: String, _ lines: [String]) -> [String] {
  let space = String(repeating: " ", count: mark.count)
  return lines.enumerated().map { ($0.offset == 0 ? mark : space) + $0.element }
}

private func text(_ answer: FormField.Answer) -> String {
  switch answer {
  case .lines(let count): String(repeating: "_", count: count)
  case .choices(let choices): choices.map { "☐ " + text($0) }.joined(separator: " ")
  case .value(let inlines): text(inlines)
  }
}

private func text(_ inlines: [Inline]) -> String { inlines.map(text).joined() }

private func text(_ inline: Inline) -> String {
  switch inline {
  case .text(let run), .code(let run): run
  case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner):
    text(inner)
  case .link(let link): text(link.inlines)
  case .blank(let blank): "[\(blank.name)]"
  case .picture(let picture): picture.description
  case .note(let note): " (\(lines(of: note.blocks).joined(separator: " / ")))"
  case .mark: ""
  case .box: "☐"
  case .lineBreak: " / "
  }
}
