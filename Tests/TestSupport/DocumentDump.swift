package import Documents

// Documents as lines that a test can write down: one for a block, its content behind two spaces.
//
// U+00A0 is shown as ~ and U+202F as ¬; ¦ stands between two runs of text that should be one.

extension Document {
  package var lines: [String] { body.lines }
}

extension [Block] {
  package var lines: [String] { flatMap(\.lines) }
}

extension Block {
  fileprivate var lines: [String] {
    switch self {
    case .heading(let heading):
      let marks = String(repeating: "#", count: heading.level)
      return ["\(marks) \(heading.inlines.line)\(heading.startsPage ? " (new page)" : "")"]
    case .paragraph(let paragraph):
      let look = paragraph.look == .body ? "" : ".\(paragraph.look.rawValue)"
      return ["p\(look) \(paragraph.inlines.line)"]
    case .list(let list):
      let start = list.start == 1 ? "" : " from \(list.start)"
      return [list.isNumbered ? "numbered list\(start)" : "list"]
        + list.items.flatMap { indented($0.lines, first: "- ") }
    case .checklist(let items): return items.map { "☐ \($0.inlines.line)" }
    case .facts(let facts): return facts.map { "\(shown($0.label)) = \($0.value.line)" }
    case .table(let table): return table.lines
    case .callout(let callout):
      let source = callout.source.map { " (\(shown($0)))" } ?? ""
      return ["callout \(callout.kind.rawValue)\(source)"] + indented(callout.blocks.lines)
    case .form(let fields): return ["form"] + indented(fields.map(\.line))
    case .slip(let slip): return ["slip \(shown(slip.title))"] + indented(slip.blocks.lines)
    case .letter(let letter): return ["letter"] + indented(letter.lines)
    case .chart(let chart): return dump(chart)
    case .pageBreak: return ["page break"]
    }
  }
}

extension Table {
  fileprivate var lines: [String] {
    let columns = columns.map { "\($0.share) \($0.alignment.rawValue)" }
    return [
      (["table"] + [caption.map { "« \(shown($0)) »" }].compactMap(\.self)).joined(separator: " ")
    ]
      + indented(
        ["columns \(columns.joined(separator: ", "))"] + header.map { $0.line("head") }
          + rows.map { $0.line($0.look == .band ? "band" : "row") })
  }
}

extension Table.Row {
  fileprivate func line(_ name: String) -> String {
    name
      + cells.map { cell in
        let content = withoutSign(cell.blocks.lines.joined(separator: " / "))
        let span = cell.span == 1 ? "" : " (\(cell.span))"
        let rows = cell.rowSpan == 1 ? "" : " (\(cell.rowSpan) rows)"
        return " | \(cell.isHeading ? "*" : "")\(content)\(span)\(rows)"
      }.joined()
  }
}

extension FormField {
  fileprivate var line: String {
    switch answer {
    case .lines(let count): "\(shown(label)): \(count) lines"
    case .choices(let choices): "\(shown(label)): one of \(choices.map(\.line))"
    case .value(let inlines): "\(shown(label)): \(inlines.line)"
    }
  }
}

extension Letter {
  fileprivate var lines: [String] {
    letterhead.lines.map { "letterhead \(withoutSign($0))" } + sender.map { "sender \($0.line)" }
      + addressee.map { "addressee \($0.line)" }
      + ["place and date \(placeAndDate.line)"] + references.map { "reference \($0.line)" }
      + ["subject \(subject.line)"]
      + [attachments.map { "attachments \($0.line)" }].compactMap(\.self)
      + ["call \(call.line)"] + body.lines + ["closing \(closing.line)"]
      + signature.map { "signature \($0.line)" } + copies.map { "copy \($0.line)" }
  }
}

extension [Inline] {
  fileprivate var line: String {
    var line = ""
    var isAfterText = false
    for inline in self {
      if case .text = inline {
        line += isAfterText ? "¦" : ""
        isAfterText = true
      } else {
        isAfterText = false
      }
      line += inline.line
    }
    return line
  }
}

extension Inline {
  fileprivate var line: String {
    switch self {
    case .text(let text): shown(text)
    case .code(let text): "‹code›\(shown(text))‹/›"
    case .strong(let inner): "‹strong›\(inner.line)‹/›"
    case .emphasis(let inner): "‹em›\(inner.line)‹/›"
    case .superscript(let inner): "‹sup›\(inner.line)‹/›"
    case .subscript(let inner): "‹sub›\(inner.line)‹/›"
    case .link(let link): "‹\(link.target.line)›\(link.inlines.line)‹/›"
    case .picture(let picture): "‹picture \(picture.description)›"
    case .note(let note): "‹note \(note.blocks.lines.joined(separator: " / "))›"
    case .mark(let name): "‹mark \(name)›"
    case .blank(let blank): "[\(shown(blank.name))]"
    case .box: "☐"
    case .lineBreak: "⏎"
    }
  }
}

extension Link.Target {
  fileprivate var line: String {
    switch self {
    case .document(let place): place.path(as: place.formats[0])
    case .file(let path): "file \(path)"
    case .address(let address): address
    case .mark(let name): "#\(name)"
    }
  }
}

private func indented(_ lines: [String], first: String = "  ") -> [String] {
  lines.enumerated().map { ($0.offset == 0 ? first : "  ") + $0.element }
}

/// A line without the sign of a paragraph.
package func withoutSign(_ line: String) -> String {
  line.hasPrefix("p ") ? String(line.dropFirst(2)) : line
}

/// No-break spaces made visible.
package func shown(_ text: String) -> String {
  text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "¬")
}

private func dump(_ chart: Chart) -> [String] {
  let first = chart.periods.first?.start ?? 0
  let periods = chart.periods.map { "\($0.label) \($0.group) \($0.look.rawValue)" }
  let rows =
    switch chart.rows {
    case .bars(let bars):
      bars.map { bar in
        let span = "\(bar.first - first)–\(bar.last - first)"
        return "bar \(shown(bar.label)) (\(shown(bar.note))) \(span) \(bar.look.rawValue)"
      }
    case .loads(let loads):
      loads.map { load in
        let limit = load.limit.map(String.init) ?? "none"
        return "load \(load.label) \(load.amounts) \(load.texts) limit \(limit)"
      }
    }
  return ["chart « \(shown(chart.caption)) » \(shown(chart.description))"]
    + indented(["periods \(periods.joined(separator: ", "))"] + rows)
}
