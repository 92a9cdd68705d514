/// A table to be written for people to fill: headings, help, and one row an item.
package struct SheetDraft: Sendable {
  package enum Value: Hashable, Sendable {
    case empty
    case text(String)
    case number(Int)
    /// As `2015-03-16`.
    case day(String)
  }

  package struct Column: Sendable {
    /// What may be typed below the heading.
    package enum Content: Hashable, Sendable {
      case text, wholeNumber, day
      /// Money, with its cents.
      case amount
      /// One of these words, offered in a list.
      case choice([String])
    }

    package let heading: String
    package let help: String
    package let content: Content
    package let widthMillimetres: Int
    /// Whether the cells that are filled cannot be changed without lifting the protection.
    package let isProtected: Bool

    package init(
      heading: String, help: String, content: Content = .text, widthMillimetres: Int = 40,
      isProtected: Bool = false
    ) {
      self.heading = heading
      self.help = help
      self.content = content
      self.widthMillimetres = widthMillimetres
      self.isProtected = isProtected
    }
  }

  package let name: String
  package let columns: [Column]
  package let rows: [[Value]]
  /// The positions of the rows in which a spreadsheet adds up the numbers and amounts above. These
  /// sums are the only formulas there are.
  package let sums: [Int]

  /// - Precondition: every row has a value for each column.
  package init(name: String, columns: [Column], rows: [[Value]], sums: [Int] = []) {
    self.sums = sums
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row lacks a value")
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// Whether a row of help stands below the headings.
  package var hasHelp: Bool { columns.contains { !$0.help.isEmpty } }

  /// The row of help. Its first cell begins with the word by which readers know the row.
  package var helpRow: [String] {
    columns.enumerated().map { index, column in
      index == 0 ? "\(Self.helpMark) \(column.help)" : column.help
    }
  }

  /// « Aide : », with which a row of help begins.
  package static let helpMark = "Aide\u{A0}:"
}
