package import Diagnostics
package import French

/// One yearly week. Its id is the year in which the week falls.
package struct Edition: Sendable {
  package typealias ID = Identifier<Edition>

  package let id: ID
  package let rank: Int
  package let schoolYear: String
  package let start: CalendarDay?
  package let end: CalendarDay?
  package let basinCount: Int?
  package let schoolCount: Int?
  /// Whether every basin of the academy took part.
  package let tookInAllBasins: Bool
  /// The smallest number of actions that a source asserts.
  package let actionCount: Int?
  /// The day that the kits of the edition carry unless the command says another.
  package let kitDay: CalendarDay?
  package let stakes: [Stake]
  package let facts: [Statement]
  package let provenance: Provenance
  package let span: SourceSpan

  /// The year in which its school year begins.
  package var firstYear: Int? { Int(schoolYear.prefix(4)) }
}

extension Edition {
  /// The day that its kits carry when nobody says another: as it says itself, or 24 weeks before the
  /// week. Never the clock's, so that the same inputs give the same bytes.
  package var firstKitDay: CalendarDay? { kitDay ?? start?.monday.adding(days: -168) }
}

/// What an edition wants to make progress on (« enjeu »).
package struct Stake: Sendable {
  package typealias ID = Identifier<Stake>

  package let id: ID
  package let title: String
  package let short: String
  package let question: String?
}

/// What documents say when the European Social Fund pays a part of an edition (« mention »).
package struct Fund: Sendable {
  /// The years in which the school years of the fund's programme begin.
  package let years: ClosedRange<Int>
  package let mention: String
  /// The emblem for which documents leave room.
  package let emblem: String
}

/// One of the three principles of the programme.
package struct Principle: Sendable {
  package let id: String
  package let title: String
  package let text: String
}
