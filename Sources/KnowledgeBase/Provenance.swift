package import Diagnostics

/// On what an item rests. Every item of the base has one, and a kit shows it.
package struct Provenance: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// A named source says so.
    case reported
    /// Worked out from reported facts: `basis` says from which.
    case computed
    /// Good practice, nobody's history.
    case proposed
  }

  package let standing: Standing
  package let sources: [Source.ID]
  package let basis: String?
}

/// A document on which items rest.
package struct Source: Sendable {
  package typealias ID = Identifier<Source>

  package let id: ID
  package let title: String
  package let publisher: String?
  /// As the source dates itself: a day, a month or a year.
  package let date: String?
  package let note: String?
  package let span: SourceSpan
}

/// A sentence with what it rests on.
package struct Statement: Sendable {
  package let text: String
  package let provenance: Provenance
}
