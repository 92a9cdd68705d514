package import Diagnostics

/// What an edition taught.
package struct Lesson: Sendable {
  package typealias ID = Identifier<Lesson>

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case condition, worked, practice, caution

    /// In French, as a kit says it.
    package var title: String {
      switch self {
      case .condition: "condition de réussite"
      case .worked: "ce qui a marché"
      case .practice: "pratique relevée"
      case .caution: "point de vigilance"
      }
    }
  }

  package let id: ID
  package let kind: Kind
  /// A phase's id, or `financement`.
  package let phase: String
  package let publics: [String]
  package let documents: [DocumentReference]
  package let tasks: [Task.ID]
  /// The roles whom it helps most.
  package let roles: [Role.ID]
  /// « académie de Nantes »; nothing for a lesson of our own.
  package let academy: String?
  /// The edition that taught it, when it is known.
  package let edition: Edition.ID?
  /// The basins it comes from, when they are known.
  package let basins: [Basin.ID]
  package let text: String
  package let provenance: Provenance
  package let span: SourceSpan
}
