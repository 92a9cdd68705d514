package import Diagnostics

/// Who does something for the week, at one of the levels of the organisation.
package struct Role: Sendable {
  package typealias ID = Identifier<Role>

  package let id: ID
  package let level: Level
  package let title: String
  package let short: String
  /// Whether the role is one of the basin's team of about eight.
  package let isOfTeam: Bool
  /// Whether it is a name for all members of the team together.
  package let isWholeTeam: Bool
  package let deputy: ID?
  package let mission: String
  package let duties: [Duty]
  package let tips: [Statement]
  /// What the role can give to the preparation in a week: a proposal to compare a plan with.
  package let weeklyMinutes: Int?
  /// Hours of work, only where a source gives them.
  package let hours: String?
  package let provenance: Provenance
  package let span: SourceSpan

  package struct Duty: Sendable {
    package let phase: Phase.ID
    package let statement: Statement
  }
}

/// The levels of the organisation.
package enum Level: String, Hashable, Sendable, CaseIterable {
  case academie, departement, bassin, etablissement

  /// In French, as a kit says it.
  package var title: String {
    switch self {
    case .academie: "académie"
    case .departement: "département"
    case .bassin: "bassin"
    case .etablissement: "établissement"
    }
  }
}
