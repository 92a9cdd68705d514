/// A piece of a document that begins on a line of its own. What says much is boxed, as most blocks
/// are paragraphs.
package enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case checklist([CheckItem])
  case facts([Fact])
  indirect case table(Table)
  indirect case callout(Callout)
  case form([FormField])
  indirect case slip(Slip)
  indirect case letter(Letter)
  indirect case chart(Chart)
  case pageBreak
}

/// A section's title. The document's own title is level 1; sections begin at 2 and skip no level.
package struct Heading: Hashable, Sendable {
  package var level: Int
  package var inlines: [Inline]
  /// Whether the section begins on a new page where there are pages.
  package var startsPage: Bool

  package init(level: Int, _ inlines: [Inline], startsPage: Bool = false) {
    self.level = level
    self.inlines = inlines
    self.startsPage = startsPage
  }
}

package struct Paragraph: Hashable, Sendable {
  package enum Look: String, Hashable, Sendable, CaseIterable {
    case body, lead, small
  }

  package var look: Look
  package var inlines: [Inline]

  package init(_ inlines: [Inline], look: Look = .body) {
    self.look = look
    self.inlines = inlines
  }
}

package struct List: Hashable, Sendable {
  package var isNumbered: Bool
  /// The number of the first item.
  package var start: Int
  /// Each item is one or several blocks: paragraphs and lists.
  package var items: [[Block]]

  package init(isNumbered: Bool, start: Int = 1, items: [[Block]]) {
    self.isNumbered = isNumbered
    self.start = start
    self.items = items
  }
}

/// A line with a box to tick, by pen, in Writer or in the browser.
package struct CheckItem: Hashable, Sendable {
  package var inlines: [Inline]

  package init(_ inlines: [Inline]) { self.inlines = inlines }
}

/// A label and its value.
package struct Fact: Hashable, Sendable {
  package var label: String
  package var value: [Inline]

  package init(label: String, value: [Inline]) {
    self.label = label
    self.value = value
  }
}

/// A table with declared columns and header rows; every row covers every column, with its own cells
/// and those of rows above that reach down to it.
package struct Table: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable {
    case start, center, end
  }

  package struct Column: Hashable, Sendable {
    /// The column's part of the width, against the sum of all shares.
    package var share: Int
    package var alignment: Alignment

    package init(share: Int, alignment: Alignment = .start) {
      self.share = share
      self.alignment = alignment
    }
  }

  package struct Row: Hashable, Sendable {
    package enum Look: String, Hashable, Sendable, CaseIterable {
      case plain
      /// A separating band: a phase, a holiday.
      case band
    }

    package var cells: [Cell]
    package var look: Look

    package init(_ cells: [Cell], look: Look = .plain) {
      self.cells = cells
      self.look = look
    }
  }

  package struct Cell: Hashable, Sendable {
    package var blocks: [Block]
    /// Whether the cell is the heading of its row (or column, in a header row).
    package var isHeading: Bool
    /// How many columns it covers, at least 1.
    package var span: Int
    /// How many rows it covers, at least 1; none beyond its part of the table, head or body.
    package var rowSpan: Int

    package init(_ blocks: [Block], isHeading: Bool = false, span: Int = 1, rowSpan: Int = 1) {
      self.blocks = blocks
      self.isHeading = isHeading
      self.span = span
      self.rowSpan = rowSpan
    }
  }

  package var caption: String?
  package var columns: [Column]
  package var header: [Row]
  package var rows: [Row]
  /// The columns among whose values a reader may choose, where there is a script to do it.
  package var choices: [Int]
  /// What becomes of it in a spreadsheet; nil where it has no place in one.
  package var sheet: Sheet?

  /// A table of a spreadsheet.
  package struct Sheet: Hashable, Sendable {
    /// What the cells of a column are for.
    package enum Content: String, Hashable, Sendable, CaseIterable {
      case text, number, amount, day
    }

    package var name: String
    /// One for each column of the table.
    package var contents: [Content]
    /// The rows below the header, by position, whose numbers and amounts are sums of those above.
    package var sums: [Int]

    package init(name: String, contents: [Content], sums: [Int]) {
      self.name = name
      self.contents = contents
      self.sums = sums
    }
  }

  package init(
    caption: String? = nil, columns: [Column], header: [Row], rows: [Row], choices: [Int] = [],
    sheet: Sheet? = nil
  ) {
    self.sheet = sheet
    self.choices = choices
    self.caption = caption
    self.columns = columns
    self.header = header
    self.rows = rows
  }
}

/// A passage set apart, always with its word and its sign.
package struct Callout: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// « À faire »
    case todo
    /// « Attention »
    case caution
    /// « Retour d’expérience »: something that happened, with its source.
    case experience
    /// « Proposition »: good practice, nobody's history.
    case proposal
  }

  package var kind: Kind
  package var blocks: [Block]
  /// Where the passage comes from; always there for an experience.
  package var source: String?

  package init(_ kind: Kind, _ blocks: [Block], source: String? = nil) {
    self.kind = kind
    self.blocks = blocks
    self.source = source
  }
}

/// One question of a form and the room for its answer.
package struct FormField: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    /// Empty lines to write on, at least 1.
    case lines(Int)
    /// Boxes, each with its text.
    case choices([[Inline]])
    /// What is known already, or a blank.
    case value([Inline])
  }

  package var label: String
  package var answer: Answer

  package init(label: String, answer: Answer) {
    self.label = label
    self.answer = answer
  }
}

/// The part of a sheet that is cut off and sent back.
package struct Slip: Hashable, Sendable {
  package var title: String
  package var blocks: [Block]

  package init(title: String, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// A formal letter in the order of its zones (French usage after NF Z 11-001: sender upper left,
/// addressee in the window upper right, then place and date, references, subject, call, body).
package struct Letter: Hashable, Sendable {
  package typealias Line = [Inline]

  /// What the sender's paper shows at its top; empty for plain paper.
  package var letterhead: [Block]
  /// The label of the empty place kept for the sender's logo; empty where there is none.
  package var logo: String
  package var sender: [Line]
  /// At most 6 lines; the last one is postcode and town.
  package var addressee: [Line]
  package var placeAndDate: Line
  package var references: [Line]
  package var subject: Line
  package var attachments: Line?
  package var call: Line
  package var body: [Block]
  package var closing: Line
  package var signature: [Line]
  package var copies: [Line]

  package init(
    letterhead: [Block] = [], logo: String, sender: [Line], addressee: [Line], placeAndDate: Line,
    references: [Line] = [],
    subject: Line, attachments: Line? = nil, call: Line, body: [Block], closing: Line,
    signature: [Line], copies: [Line] = []
  ) {
    self.letterhead = letterhead
    self.logo = logo
    self.sender = sender
    self.addressee = addressee
    self.placeAndDate = placeAndDate
    self.references = references
    self.subject = subject
    self.attachments = attachments
    self.call = call
    self.body = body
    self.closing = closing
    self.signature = signature
    self.copies = copies
  }
}
