import Documents
import Markup

extension ContentWriter {
  mutating func write(_ blocks: [Block], in zone: Zone) {
    for block in blocks { write(block, in: zone) }
  }

  mutating func write(_ block: Block, in zone: Zone) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let paragraph): write(paragraph, in: zone)
    case .list(let list): write(list, in: zone)
    case .checklist(let items): writeChecklist(items, in: zone)
    case .facts(let facts): write(facts, in: zone)
    case .table(let table): write(table, in: zone)
    case .callout(let callout): write(callout, in: zone)
    case .form(let fields): write(fields, in: zone)
    case .slip(let slip): write(slip, in: zone)
    case .letter(let letter): write(letter)
    case .chart(let chart): write(chart, in: zone)
    case .pageBreak: isBreakPending = true
    }
  }

  // MARK: Paragraphs

  /// Opens a paragraph, on a new page if a break was asked for.
  mutating func openParagraph(_ style: ParagraphStyle) {
    out.markup("<text:p")
    styleName(style)
    out.markup(">")
  }

  mutating func closeParagraph() { out.markup("</text:p>") }

  private mutating func styleName(_ style: ParagraphStyle) {
    let name = isBreakPending ? styles.paragraphAfterBreak(style) : style.rawValue
    isBreakPending = false
    out.attribute("text:style-name", name)
  }

  /// A paragraph, unless it would be empty: spacing is a matter of styles.
  mutating func writeParagraph(_ inlines: [Inline], _ style: ParagraphStyle) {
    guard !inlines.isEmpty else { return }
    openParagraph(style)
    write(inlines)
    closeParagraph()
  }

  /// Several lines as one paragraph.
  mutating func writeLines(_ lines: [[Inline]], _ style: ParagraphStyle) {
    guard !lines.isEmpty else { return }
    openParagraph(style)
    writeBrokenLines(lines)
    closeParagraph()
  }

  mutating func writeBrokenLines(_ lines: [[Inline]]) {
    for (index, line) in lines.enumerated() {
      if index > 0 { out.markup("<text:line-break/>") }
      write(line)
    }
  }

  private mutating func write(_ paragraph: Paragraph, in zone: Zone) {
    guard zone.hasLooks else { return writeParagraph(paragraph.inlines, zone.paragraph) }
    switch paragraph.look {
    case .body: writeParagraph(paragraph.inlines, zone.paragraph)
    case .lead: writeParagraph(paragraph.inlines, .lead)
    case .small: writeParagraph(paragraph.inlines, .small)
    }
  }

  // MARK: Headings

  mutating func writeTitle(_ title: String, _ style: ParagraphStyle) {
    headingLevel = 1
    openHeading(style, level: 1)
    out.text(title)
    out.markup("</text:h>")
  }

  private mutating func write(_ heading: Heading) {
    guard !heading.inlines.isEmpty else { return }
    if heading.startsPage { isBreakPending = true }
    headingLevel = min(max(heading.level, 1), headingLevel + 1)
    topic = heading.inlines.plainText
    openHeading(Self.headingStyle(headingLevel), level: headingLevel)
    write(heading.inlines)
    out.markup("</text:h>")
  }

  private mutating func openHeading(_ style: ParagraphStyle, level: Int) {
    out.markup("<text:h")
    styleName(style)
    out.markup(" text:outline-level=\"")
    out.number(level)
    out.markup("\">")
  }

  private static func headingStyle(_ level: Int) -> ParagraphStyle {
    switch level {
    case 1: .heading1
    case 2: .heading2
    case 3: .heading3
    default: .heading4
    }
  }

  // MARK: Lists

  private mutating func write(_ list: List, in zone: Zone) {
    guard !list.items.isEmpty else { return }
    openList(list.isNumbered ? zone.numbers : zone.bullets)
    let inner = zone.item(list.isNumbered ? zone.numberItem : zone.bulletItem)
    for (index, item) in list.items.enumerated() {
      out.markup("<text:list-item")
      if index == 0, list.isNumbered, list.start != 1 {
        out.markup(" text:start-value=\"")
        out.number(list.start)
        out.markup("\"")
      }
      out.markup(">")
      write(item, in: inner)
      out.markup("</text:list-item>")
    }
    out.markup("</text:list>")
  }

  /// A list whose lines begin with a box that is text, so that one can put ☑ in its place.
  private mutating func writeChecklist(_ items: [CheckItem], in zone: Zone) {
    guard !items.isEmpty else { return }
    openList(.checks)
    for item in items {
      out.markup("<text:list-item>")
      openParagraph(zone.checkItem)
      writeBox()
      out.markup(" ")
      write(item.inlines)
      closeParagraph()
      out.markup("</text:list-item>")
    }
    out.markup("</text:list>")
  }

  private mutating func openList(_ style: ListStyle) {
    out.markup("<text:list")
    out.attribute("text:style-name", style.rawValue)
    out.markup(">")
  }

  // MARK: Callouts and slips

  /// The word and its sign, then the passage; the styles draw one frame around all.
  private mutating func write(_ callout: Callout, in zone: Zone) {
    let style: ParagraphStyle
    switch callout.kind {
    case .todo:
      writeCalloutTitle("☞ À faire", .todoTitle)
      style = .todo
    case .caution:
      writeCalloutTitle("⚠\u{FE0E} Attention", .cautionTitle)
      style = .caution
    case .experience:
      writeCalloutTitle("↺ Retour d’expérience", .experienceTitle)
      style = .experience
    case .proposal:
      writeCalloutTitle("✎ Proposition", .proposalTitle)
      style = .proposal
    }
    write(callout.blocks, in: zone.callout(style))
    guard let source = callout.source else { return }
    openParagraph(style)
    openSpan(.source)
    out.markup("Source\u{A0}: ")
    out.text(source)
    closeSpan()
    closeParagraph()
  }

  private mutating func writeCalloutTitle(_ title: StaticString, _ style: ParagraphStyle) {
    openParagraph(style)
    out.markup(title)
    closeParagraph()
  }

  private mutating func write(_ slip: Slip, in zone: Zone) {
    openParagraph(.cutLine)
    out.markup("✂\u{FE0E} Partie à découper et à renvoyer")
    closeParagraph()
    topic = slip.title
    if !slip.title.isEmpty {
      openParagraph(.slipTitle)
      out.text(slip.title)
      closeParagraph()
    }
    write(slip.blocks, in: zone)
  }

  // MARK: The small header of a sheet

  mutating func write(_ header: DocumentHeader) {
    if !header.context.isEmpty {
      openParagraph(.sheetLine)
      out.text(header.context)
      closeParagraph()
    }
    if let notice = header.notice {
      openParagraph(.sheetNotice)
      out.markup("⚠\u{FE0E} ")
      out.text(notice)
      closeParagraph()
    }
    writeSheetLine("À quoi ça sert", header.purpose)
    writeSheetLine("Pour qui", header.audience)
    writeSheetLine("Quand", header.moment)
    if !header.related.isEmpty {
      openSheetLine("Voir aussi")
      for (index, link) in header.related.enumerated() {
        if index > 0 { out.markup(", ") }
        write(.link(link))
      }
      closeParagraph()
    }
    writeSheetLine("Sigles", header.abbreviationLine)
    guard !header.issued.isEmpty else { return }
    openParagraph(.sheetDay)
    out.markup("Kit du ")
    out.text(header.issued)
    closeParagraph()
  }

  private mutating func writeSheetLine(_ label: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    openSheetLine(label)
    out.text(value)
    closeParagraph()
  }

  private mutating func openSheetLine(_ label: StaticString) {
    openParagraph(.sheetLine)
    openSpan(.strong)
    out.markup(label)
    out.markup("\u{A0}:")
    closeSpan()
    out.markup(" ")
  }
}
