package import Diagnostics

/// What may go wrong, and what to do then.
package struct Risk: Sendable {
  package typealias ID = Identifier<Risk>

  package let id: ID
  package let title: String
  /// The role that watches it.
  package let owner: Role.ID
  package let conditions: Set<Task.Condition>
  /// By what one sees it coming.
  package let sign: String
  package let prevention: String
  /// What to do if it happens all the same.
  package let fallback: String
  package let provenance: Provenance
  package let span: SourceSpan
}
