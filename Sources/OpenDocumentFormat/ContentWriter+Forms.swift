import Documents
import Markup

// A form is a table of two columns, the question and the room for its answer above a rule. Nothing
// is drawn with underscores or tabs, so what one types does not push anything away.

extension ContentWriter {
  mutating func write(_ fields: [FormField], in zone: Zone) {
    guard !fields.isEmpty else { return }
    if zone.isListItem {
      for field in fields { writeParagraph(field.inlines, zone.paragraph) }
      return
    }
    let widths = columnWidths(shares: [2, 3], in: zone.width)
    openTable(named: "Formulaire – \(topic)", widths)
    for field in fields { write(field, widths) }
    out.markup("</table:table>")
  }

  private mutating func write(_ field: FormField, _ widths: [Hundredths]) {
    openRow(height: field.answer.height)
    openCell(.question, span: 1)
    writeCellBlocks([.paragraph(Paragraph([.text(field.label)]))], .question, width: widths[0])
    closeCell(span: 1)
    openCell(.answer, span: 1)
    writeCellBlocks(field.answer.blocks, .answer, width: widths[1])
    closeCell(span: 1)
    out.markup("</table:table-row>")
  }
}

extension FormField {
  /// The question and its answer in one paragraph.
  fileprivate var inlines: [Inline] {
    let label: [Inline] = [.strong([.text(self.label)]), .text(" ")]
    switch answer {
    case .lines: return label
    case .choices(let choices): return label + inOneLine(choices)
    case .value(let value): return label + value
    }
  }
}

extension FormField.Answer {
  /// 8 mm for each line to write on by hand.
  fileprivate var height: Hundredths {
    switch self {
    case .lines(let count): 800 * min(max(count, 1), 25)
    case .choices, .value: 800
    }
  }

  fileprivate var blocks: [Block] {
    switch self {
    case .lines: []
    case .choices(let choices):
      areShort(choices)
        ? [.paragraph(Paragraph(inOneLine(choices)))] : [.checklist(choices.map { CheckItem($0) })]
    case .value(let value): [.paragraph(Paragraph(value))]
    }
  }
}

/// Whether all choices find room side by side.
private func areShort(_ choices: [[Inline]]) -> Bool {
  choices.reduce(0) { $0 + $1.plainText.count + 5 } <= 48
}

/// Boxes side by side, apart by a wide space, each on one line with its first word.
private func inOneLine(_ choices: [[Inline]]) -> [Inline] {
  var line: [Inline] = []
  for (index, choice) in choices.enumerated() {
    if index > 0 { line.append(.text("\u{2003} ")) }
    line += [.box, .text("\u{A0}")] + choice
  }
  return line
}
