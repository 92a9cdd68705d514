package import Diagnostics

/// How much of something a basin needs: numbers of the basin times a ratio.
package struct Quantity: Sendable {
  package typealias ID = Identifier<Quantity>

  /// What of a basin is counted.
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Collèges and lycées together.
    case secondDegree = "etablissements"
    case colleges, lycees, ecoles, eleves
    /// The members of the basin's team.
    case team = "equipe"
    case communes
  }

  /// Quantities that are shown together.
  package struct Group: Sendable {
    package typealias ID = Identifier<Group>

    package let id: ID
    package let title: String
  }

  /// A number and what it counts, in the singular and the plural.
  package struct Factor: Hashable, Sendable {
    package let number: Int
    package let one: String
    package let many: String
  }

  package let id: ID
  package let group: Group
  package let title: String
  /// What comes out, in the singular and the plural.
  package let one: String
  package let many: String
  package let documents: [DocumentReference]
  package let needsFirstDegree: Bool
  /// Counted and added up.
  package let measures: [Measure]
  /// How many for each of what is counted.
  package let ratio: Factor
  /// So many to each, the last one perhaps not full: the division is rounded up.
  package let share: Factor?
  /// All that, so many times.
  package let repetition: Factor?
  package let note: String
  package let provenance: Provenance
  package let span: SourceSpan
}
