import Documents
import Markup

extension ContentWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text), .code(let text): out.text(text)
    case .strong(let inner): writeSpan(inner, .strong)
    case .emphasis(let inner): writeSpan(inner, .emphasis)
    case .superscript(let inner): writeSpan(inner, .superscript)
    case .subscript(let inner): writeSpan(inner, .subscript)
    case .link(let link): write(link)
    // The package holds no pictures: what one shows is said in words.
    case .picture(let picture): out.text(picture.description)
    case .note(let note): write(note)
    case .mark(let name):
      out.markup("<text:bookmark")
      out.attribute("text:name", name)
      out.markup("/>")
    case .blank(let blank): write(blank)
    case .box: writeBox()
    case .lineBreak: out.markup("<text:line-break/>")
    }
  }

  mutating func openSpan(_ style: CharacterStyle) {
    out.markup("<text:span")
    out.attribute("text:style-name", style.rawValue)
    out.markup(">")
  }

  mutating func closeSpan() { out.markup("</text:span>") }

  private mutating func writeSpan(_ inner: [Inline], _ style: CharacterStyle) {
    openSpan(style)
    write(inner)
    closeSpan()
  }

  mutating func writeBox() {
    openSpan(.box)
    out.markup("☐")
    closeSpan()
  }

  /// An input field (ODF 1.3 part 3, 7.7.11): its description keeps the blank's name when a person
  /// writes something else into it.
  private mutating func write(_ blank: Blank) {
    openSpan(.blank)
    out.markup("<text:text-input")
    out.attribute("text:description", blank.name)
    out.markup(">")
    out.text(blank.name)
    out.markup("</text:text-input>")
    closeSpan()
  }

  /// A footnote (ODF 1.3 part 3, 6.3.2), which Writer numbers; one within another is left out.
  private mutating func write(_ note: Note) {
    guard !isInNote else { return }
    isInNote = true
    defer { isInNote = false }
    noteCount += 1
    out.markup("<text:note text:note-class=\"footnote\"><text:note-citation>")
    out.number(noteCount)
    out.markup("</text:note-citation><text:note-body>")
    let start = out.count
    write(note.blocks, in: .uniform(.footnote, width: Zone.portraitWidth))
    if out.count == start {
      openParagraph(.footnote)
      closeParagraph()
    }
    out.markup("</text:note-body></text:note>")
  }

  private mutating func write(_ link: Link) {
    out.markup("<text:a xlink:type=\"simple\"")
    out.attribute("xlink:href", address(of: link.target, from: place))
    out.attribute("text:style-name", CharacterStyle.link.rawValue)
    out.attribute("text:visited-style-name", CharacterStyle.visitedLink.rawValue)
    out.markup(">")
    // A link holds no other link (ODF 1.3 part 3, 6.1.8).
    write(link.inlines.flatMap(withoutLinks))
    out.markup("</text:a>")
  }
}

private func withoutLinks(_ inline: Inline) -> [Inline] {
  switch inline {
  case .link(let link): link.inlines.flatMap(withoutLinks)
  case .strong(let inner): [.strong(inner.flatMap(withoutLinks))]
  case .emphasis(let inner): [.emphasis(inner.flatMap(withoutLinks))]
  case .superscript(let inner): [.superscript(inner.flatMap(withoutLinks))]
  case .subscript(let inner): [.subscript(inner.flatMap(withoutLinks))]
  case .text, .code, .blank, .picture, .note, .mark, .box, .lineBreak: [inline]
  }
}
