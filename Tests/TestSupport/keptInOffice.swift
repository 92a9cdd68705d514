package import Documents
package import Testing

/// Expects the lines of two documents to be the same, and shows the first that is not.
package func expectSame(
  _ read: [String], _ written: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  guard read != written else { return }
  let same = zip(read, written).prefix { $0 == $1 }.count
  let lines = [read, written].map { $0.indices.contains(same) ? $0[same] : "(the end)" }
  Issue.record(
    "line \(same + 1)\n- \(lines[1])\n+ \(lines[0])", sourceLocation: sourceLocation)
}

// What a text document keeps of a document when it is written and read again. The rules here are
// the whole difference: what they do not name comes back as it was.

extension [Block] {
  /// The blocks as a text document holds them.
  ///
  /// - A break before a heading belongs to the heading; one at the beginning or the end, or after
  ///   another, is none.
  /// - A chart is a table of its own kind, and is left out.
  /// - Line breaks alone are room on paper, which no text is.
  /// - What two runs of one look say is one run; bold stands around italics, and these around what
  ///   is raised or lowered.
  package var keptInOffice: [Block] {
    var result: [Block] = []
    for block in self {
      let kept = block.keptInOffice
      if case .chart = kept { continue }
      if kept == .paragraph(Paragraph([])) { continue }
      guard case .pageBreak? = result.last else {
        result.append(kept)
        continue
      }
      switch kept {
      case .pageBreak: break
      case .heading(var heading):
        heading.startsPage = true
        result[result.count - 1] = .heading(heading)
      default: result.append(kept)
      }
    }
    if case .pageBreak? = result.first { result.removeFirst() }
    if case .pageBreak? = result.last { result.removeLast() }
    return result
  }
}

extension Block {
  fileprivate var keptInOffice: Block {
    switch self {
    case .heading(var heading):
      heading.inlines = heading.inlines.keptInOffice
      return .heading(heading)
    case .paragraph(var paragraph):
      paragraph.inlines = paragraph.inlines.keptInOffice
      return .paragraph(paragraph)
    case .list(var list):
      list.items = list.items.map(\.keptInOffice)
      return .list(list)
    case .checklist(let items):
      return .checklist(items.map { CheckItem($0.inlines.keptInOffice) })
    case .facts(let facts):
      return .facts(facts.map { Fact(label: $0.label, value: $0.value.keptInOffice) })
    case .table(let table): return .table(table.keptInOffice)
    case .callout(var callout):
      callout.blocks = callout.blocks.keptInOffice.map(\.inOneLook)
      return .callout(callout)
    case .form(let fields):
      return .form(fields.map { FormField(label: $0.label, answer: $0.answer.keptInOffice) })
    case .slip(var slip):
      slip.blocks = slip.blocks.keptInOffice
      return .slip(slip)
    case .letter(let letter): return .letter(letter.keptInOffice)
    case .chart, .pageBreak: return self
    }
  }

  /// In a cell or a callout all paragraphs look the same.
  fileprivate var inOneLook: Block {
    guard case .paragraph(var paragraph) = self else { return self }
    paragraph.look = .body
    return .paragraph(paragraph)
  }
}

extension Table {
  /// - Widths are told to the percent; here, not at all.
  /// - A column stands as its first plain cell says: without one, at the start.
  /// - In the head all cells are headings of columns; in a band all that say something are headings.
  fileprivate var keptInOffice: Table {
    var table = self
    table.header = header.map { row in
      Row(row.cells.map { $0.kept(isHeading: false) }, look: row.look)
    }
    table.rows = rows.map { row in
      Row(
        row.cells.map { cell in
          let saysMore = !cell.blocks.keptInOffice.isEmpty
          return cell.kept(isHeading: saysMore && (cell.isHeading || row.look == .band))
        }, look: row.look)
    }
    var spans = RowSpans(columnCount: columns.count, rowCount: rows.count)
    var isTold = [Bool](repeating: false, count: columns.count)
    for row in rows {
      var column = 0
      for cell in row.cells {
        _ = spans.skip(&column)
        guard column < columns.count else { break }
        let first = column
        let span = spans.place(cell, at: &column).span
        if span == 1, row.look == .plain, !cell.isHeading,
          case .paragraph? = cell.blocks.keptInOffice.first
        {
          isTold[first] = true
        }
      }
      _ = spans.skip(&column)
      spans.endRow()
    }
    table.columns = zip(columns, isTold).map { column, isTold in
      Column(share: 1, alignment: isTold ? column.alignment : .start)
    }
    return table
  }
}

extension Table.Cell {
  fileprivate func kept(isHeading: Bool) -> Table.Cell {
    Table.Cell(
      blocks.keptInOffice.map(\.inOneLook), isHeading: isHeading, span: span, rowSpan: rowSpan)
  }
}

extension FormField.Answer {
  fileprivate var keptInOffice: FormField.Answer {
    switch self {
    case .lines: self
    case .choices(let choices): .choices(choices.map(\.keptInOffice))
    case .value(let value): .value(value.keptInOffice)
    }
  }
}

extension Letter {
  fileprivate var keptInOffice: Letter {
    Letter(
      letterhead: letterhead.keptInOffice, logo: logo, sender: sender.map(\.keptInOffice),
      addressee: addressee.map(\.keptInOffice), placeAndDate: placeAndDate.keptInOffice,
      references: references.map(\.keptInOffice), subject: subject.keptInOffice,
      attachments: attachments?.keptInOffice, call: call.keptInOffice, body: body.keptInOffice,
      closing: closing.keptInOffice, signature: signature.map(\.keptInOffice),
      copies: copies.map(\.keptInOffice))
  }
}

// MARK: Lines

extension [Inline] {
  fileprivate var keptInOffice: [Inline] {
    var runs: [Run] = []
    flatten(Run.Look(), into: &runs)
    if runs.allSatisfy({ $0.leaf == .lineBreak }) { return [] }
    return tree(runs[...], [\.link, \.bold, \.italic, \.position])
  }

  private func flatten(_ look: Run.Look, into runs: inout [Run]) {
    for inline in self {
      var inner = look
      switch inline {
      case .strong(let inlines):
        inner.bold = .strong([])
        inlines.flatten(inner, into: &runs)
      case .emphasis(let inlines):
        inner.italic = .emphasis([])
        inlines.flatten(inner, into: &runs)
      case .superscript(let inlines):
        inner.position = .superscript([])
        inlines.flatten(inner, into: &runs)
      case .subscript(let inlines):
        inner.position = .subscript([])
        inlines.flatten(inner, into: &runs)
      case .link(let link):
        inner.link = look.link ?? .link(Link(to: link.target, []))
        link.inlines.flatten(inner, into: &runs)
      case .text(let text), .code(let text):
        if case .text(let before)? = runs.last?.leaf, runs.last?.look == look {
          runs[runs.count - 1].leaf = .text(before + text)
        } else {
          runs.append(Run(leaf: inline, look: look))
        }
      case .picture(let picture):
        runs.append(Run(leaf: .text(picture.description), look: look))
      case .note(let note):
        let blocks = note.blocks.keptInOffice.map(\.inOneLook)
        runs.append(Run(leaf: .note(Note(blocks)), look: look))
      case .blank, .box, .lineBreak, .mark: runs.append(Run(leaf: inline, look: look))
      }
    }
  }
}

/// Something that holds nothing, and all that it stands in.
private struct Run {
  struct Look: Equatable {
    var link: Inline?
    var bold: Inline?
    var italic: Inline?
    var position: Inline?
  }

  var leaf: Inline
  var look: Look
}

private func tree(_ runs: ArraySlice<Run>, _ layers: [KeyPath<Run.Look, Inline?>]) -> [Inline] {
  guard let layer = layers.first else { return runs.map(\.leaf) }
  let rest = Array(layers.dropFirst())
  var result: [Inline] = []
  var runs = runs
  while let first = runs.first {
    let end = runs.firstIndex { $0.look[keyPath: layer] != first.look[keyPath: layer] }
    let inner = tree(runs[runs.startIndex..<(end ?? runs.endIndex)], rest)
    switch first.look[keyPath: layer] {
    case .strong: result.append(.strong(inner))
    case .emphasis: result.append(.emphasis(inner))
    case .superscript: result.append(.superscript(inner))
    case .subscript: result.append(.subscript(inner))
    case .link(let link): result.append(.link(Link(to: link.target, inner)))
    default: result += inner
    }
    runs = runs[(end ?? runs.endIndex)...]
  }
  return result
}
