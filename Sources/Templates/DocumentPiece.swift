import Diagnostics
import Documents
import Markup

/// What a template of the vocabulary writes beside values: the events of a document's tree.
///
/// What holds other things begins empty and gathers them; its end says what becomes of them. All
/// that describes it, a label or a title, stands at the end. Cases that say much are boxed, so that
/// the others, which are many, stay small.
enum DocumentPiece: ProgramPiece {
  case begin(Gathering)
  case end(Outcome)

  /// The title of a section, whose blocks simply follow.
  indirect case heading(level: Int, TextTemplate, startsPage: Bool)
  case pageBreak
  case column(Table.Column, Table.Sheet.Content)
  /// A question with room to write its answer.
  indirect case question(TextTemplate, lines: Int)
  indirect case chart(ChartPiece)

  case text(String)
  /// A rich text that stands alone in a paragraph.
  case rich(Expression, Paragraph.Look)
  case blank(TextTemplate)
  case box
  case lineBreak
}

extension DocumentPiece {
  /// Texts stay apart, as what stands side by side is typeset once more.
  func joined(with next: DocumentPiece) -> DocumentPiece? { nil }

  var literal: MarkupFragment? { nil }

  /// Something that is open and gathers.
  enum Gathering: Sendable {
    case line
    /// A stretch of the line that is open.
    case stretch
    /// The same, as far as there is something to link to.
    case link(LinkTarget)
    case blocks, items, lines, facts, questions, table, cells, letter, chart
  }

  /// What becomes of what was gathered last.
  enum Outcome: Sendable {
    // Of a line; all but facts and answers are dropped when they are empty.
    case paragraph(Paragraph.Look)
    /// One of several lines: something to tick, a choice.
    case line
    case zone(LetterZone)
    case fact(label: TextTemplate)
    case answer(label: TextTemplate)

    // Of a stretch of a line, dropped when it is empty.
    case strong, emphasis, superscript, link

    // Of blocks; items and callouts are dropped when they are empty.
    case item
    case callout(Callout.Kind, source: TextTemplate?)
    case slip(title: TextTemplate)
    case cell(isHeading: Bool, CellSpan)

    // Of what has parts of its own; lists and facts are dropped when they are empty.
    case list(isNumbered: Bool)
    case checklist
    case choices(label: TextTemplate)
    case facts, form
    indirect case row(RowPart, Table.Row.Look, place: SourceSpan)
    indirect case table(caption: TextTemplate?, sheet: TextTemplate?)
    case letter
    indirect case chart(caption: TextTemplate, description: TextTemplate, isTimeline: Bool)
  }
}

/// Where a row stands in its table, and whether a spreadsheet adds up what stands above it.
enum RowPart: Sendable {
  case header, body, sum
}

enum LinkTarget: Sendable {
  /// A document of the kit by id, or `id/instance` for one of a repeated document.
  case document(TextTemplate)
  case address(TextTemplate)
  case file(TextTemplate)
}

/// How many columns a cell covers.
enum CellSpan: Sendable {
  case columns(Int)
  /// All the columns that the row's other cells leave.
  case rest
}

/// The zones of a letter that hold lines.
enum LetterZone: Int, CaseIterable, Sendable {
  case sender, addressee, placeAndDate, references, subject, attachments, call, closing, signature
  case copies
}

/// A period or a row of a chart.
enum ChartPiece: Sendable {
  case period(
    start: Expression, label: TextTemplate, group: TextTemplate, look: Chart.Period.Look)
  case bar(
    label: TextTemplate, note: TextTemplate, first: Expression, last: Expression,
    look: Chart.Bar.Look)
  case load(label: TextTemplate, minutes: Expression, limit: Expression)
}
