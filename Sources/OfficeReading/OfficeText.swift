package import Documents

/// What a text says, in the order in which one reads it.
package struct OfficeText: Hashable, Sendable {
  /// The title that the text itself opens with; it is not among the blocks of the body.
  package var title: [Inline]?
  /// The page of the first paragraph.
  package var page: Document.Page
  /// What the head of the first page says beside page numbers and properties: a letterhead.
  package var header: [Block]
  package var body: [Block]
  package var footer: [Block]
}

extension OfficeText {
  /// Whether the text is a letter, or several.
  package var isLetter: Bool {
    body.contains { block in
      if case .letter = block { true } else { false }
    }
  }

  /// All blocks as they stand below a title: what the text opens with is not said again when it is
  /// the same, and headings begin at level 2 and skip none. The head of the page opens the letter
  /// when there is one, its foot comes last in small print.
  package func blocks(under pageTitle: String) -> [Block] {
    var blocks = body
    if let title, !title.isEmpty, words(of: title.plainText) != words(of: pageTitle) {
      blocks.insert(.heading(Heading(level: 0, title)), at: 0)
    }
    blocks = placingHeader(in: blocks) + footer.map(\.inSmallPrint)
    var levels = HeadingLevels()
    return levels.settled(blocks)
  }

  /// Each letter has the head of its sheet; where there is none, the page has it.
  private func placingHeader(in blocks: [Block]) -> [Block] {
    guard !header.isEmpty else { return blocks }
    guard isLetter else { return header + blocks }
    return blocks.map { block in
      guard case .letter(var letter) = block else { return block }
      letter.letterhead = header + letter.letterhead
      // A sheet with a letterhead has no empty place for a logo.
      letter.logo = ""
      return .letter(letter)
    }
  }

  /// Leaves out of the foot what the page that shows the text says at its own foot.
  package mutating func leaveOut(_ mentions: [Paragraph]) {
    let said = mentions.map { words(of: $0.inlines.plainText) }
    footer.removeAll { block in
      guard case .paragraph(let paragraph) = block else { return false }
      let words = words(of: paragraph.inlines.plainText)
      // One paragraph of the foot may hold several that the page has apart.
      return said.indices.contains { first in
        said.indices.suffix(from: first).contains { last in
          !words.isEmpty && said[first...last].joined() == words
        }
      }
    }
  }
}

/// The letters and digits of a text: what two titles share that differ in spaces and signs.
private func words(of text: String) -> String {
  text.lowercased().filter { $0.isLetter || $0.isNumber }
}

extension Block {
  fileprivate var inSmallPrint: Block {
    guard case .paragraph(var paragraph) = self else { return self }
    paragraph.look = .small
    return .paragraph(paragraph)
  }
}

/// Gives headings levels from 2 on that skip none, whatever they were: a heading stands one below
/// the nearest one before it that was higher.
private struct HeadingLevels {
  private var open: [Int] = []

  mutating func settled(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      switch block {
      case .heading(var heading):
        while let last = open.last, last >= heading.level { open.removeLast() }
        open.append(heading.level)
        heading.level = min(open.count + 1, 6)
        return .heading(heading)
      case .callout(var callout):
        callout.blocks = settled(callout.blocks)
        return .callout(callout)
      case .slip(var slip):
        slip.blocks = settled(slip.blocks)
        return .slip(slip)
      case .letter(var letter):
        letter.body = settled(letter.body)
        return .letter(letter)
      case .paragraph, .list, .checklist, .facts, .table, .form, .chart, .pageBreak:
        return block
      }
    }
  }
}
