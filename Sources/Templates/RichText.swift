import Documents
import French

// Texts with paragraphs, lists and bold: a value that stands alone in a paragraph of a template
// comes out as real paragraphs and lists, and within a line as plain text.

/// The paragraphs and lists that a plain text writes, as people write them in a mail: a line is a
/// paragraph, `- ` or `• ` makes a bullet, `1. ` a numbered item, `**` stands around bold.
func richText(_ text: String) -> [Block] {
  var blocks: [Block] = []
  var items: (isNumbered: Bool, items: [[Block]])?
  func close() {
    if let list = items {
      blocks.append(.list(List(isNumbered: list.isNumbered, items: list.items)))
    }
    items = nil
  }
  for line in text.split(whereSeparator: \.isNewline) {
    let line = trimmed(line)
    guard !line.isEmpty else { continue }
    guard let (isNumbered, rest) = item(line) else {
      close()
      blocks.append(paragraph(line))
      continue
    }
    if items?.isNumbered != isNumbered { close() }
    items = (isNumbered, (items?.items ?? []) + [[paragraph(rest)]])
  }
  close()
  return blocks
}

/// One list of several texts; nothing for none.
func richList(_ texts: [String]) -> [Block] {
  let items = texts.map(richText).filter { !$0.isEmpty }
  return items.isEmpty ? [] : [.list(List(isNumbered: false, items: items))]
}

/// What rich text says within a line.
func plainText(of blocks: [Block]) -> String {
  blocks.map { block in
    switch block {
    case .paragraph(let paragraph): plainText(of: paragraph.inlines)
    case .list(let list): plainText(of: Array(list.items.joined()))
    case .heading, .checklist, .facts, .table, .callout, .form, .slip, .letter, .chart, .pageBreak:
      preconditionFailure("a rich text holds paragraphs and lists alone")
    }
  }.joined(separator: " ")
}

private func plainText(of inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text), .code(let text): text
    case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner):
      plainText(of: inner)
    case .link(let link): plainText(of: link.inlines)
    case .blank(let blank): blank.name
    case .picture(let picture): picture.description
    case .note, .mark: ""
    case .box: "☐"
    case .lineBreak: " "
    }
  }.joined()
}

private func item(_ line: Substring) -> (isNumbered: Bool, text: Substring)? {
  for mark in ["- ", "– ", "• "] where line.hasPrefix(mark) {
    return (false, trimmed(line.dropFirst(2)))
  }
  let digits = line.prefix { $0.isASCII && $0.isNumber }
  let rest = line[digits.endIndex...]
  guard !digits.isEmpty, digits.utf8.count <= 3, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
    return nil
  }
  return (true, trimmed(rest.dropFirst(2)))
}

private func paragraph(_ line: Substring) -> Block {
  let pieces = typeset(String(line)).split(separator: "**", omittingEmptySubsequences: false)
  // An odd mark is two asterisks and no more.
  guard pieces.count % 2 == 1 else { return .paragraph(Paragraph(printed(typeset(String(line))))) }
  let inlines = pieces.enumerated().flatMap { index, piece -> [Inline] in
    let inner = printed(String(piece))
    return inner.isEmpty ? [] : index % 2 == 1 ? [.strong(inner)] : inner
  }
  return .paragraph(Paragraph(inlines))
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
