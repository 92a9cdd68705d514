package import Diagnostics

/// One of the successive phases of an edition.
package struct Phase: Sendable {
  package typealias ID = Identifier<Phase>

  package let id: ID
  package let number: Int
  package let title: String
}

/// Something to do by a time counted from the week.
package struct Task: Sendable {
  package typealias ID = Identifier<Task>

  /// Which basins a task concerns.
  package enum Audience: String, Hashable, Sendable, CaseIterable {
    case all, new, experienced
  }

  package let id: ID
  package let title: String
  package let phase: Phase.ID
  package let level: Level
  package let owner: Role.ID
  package let helpers: [Role.ID]
  /// Whole weeks before the Monday of the week; 0 is the week itself, negative is after it.
  package let leadWeeks: Int
  /// The same in the shorter plan of an experienced basin, when it differs.
  package let experiencedLeadWeeks: Int?
  package let audience: Audience
  package let needsFirstDegree: Bool
  package let documents: [DocumentReference]
  package let after: [ID]
  package let how: String
  package let done: String
  package let fallback: String?
  package let provenance: Provenance
  package let span: SourceSpan
}

/// The name of a document of the kit's plan, with its place: only the plan can say whether it
/// exists.
package typealias DocumentReference = Located<String>
