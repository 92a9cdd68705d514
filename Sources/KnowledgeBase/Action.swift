package import Diagnostics

/// Something that a school or a basin did for the week, kept for those who come after.
package struct Action: Sendable {
  package typealias ID = Identifier<Action>

  /// How the action stands to the week.
  package enum WeekTie: String, Hashable, Sendable, CaseIterable {
    case yes, no, before, after, unknown
  }

  /// The work it asks for: a proposal, never a report.
  package enum Effort: String, Hashable, Sendable, CaseIterable {
    case small, medium, large
  }

  /// Where it was held: a kind of school, or a whole area.
  package enum Venue: String, Hashable, Sendable, CaseIterable {
    case ecole, college, lycee, lp, universite, bassin, departement, academie
  }

  package let id: ID
  package let title: String
  /// « académie de Nantes », « Québec »; nothing for an action of our own.
  package let academy: String?
  /// The part of the other academy.
  package let region: String?
  package let basins: [Basin.ID]
  package let department: Department.ID?
  package let town: String?
  package let school: String?
  package let venues: [Venue]
  package let edition: Edition.ID?
  package let schoolYear: String?
  package let week: WeekTie
  package let audience: String?
  /// A stake of an edition or one of the base's own themes.
  package let theme: Theme.ID
  package let format: String
  package let effort: Effort
  /// Weeks to allow before its day: a proposal.
  package let leadWeeks: Int
  package let concernsFirstDegree: Bool
  package let description: String
  package let partners: String?
  package let materials: String?
  package let result: String?
  package let proposal: String?
  package let sheet: Sheet
  package let caution: String?
  package let provenance: Provenance
  package let span: SourceSpan
}

extension Action {
  /// How to hold it, step by step: proposals, whatever the action itself rests on.
  package struct Sheet: Hashable, Sendable {
    /// What to settle before.
    package let preparation: [String]
    package let needs: [String]
    package let steps: [String]
    /// Other ways to do it.
    package let variants: [String]
  }
}

/// What an action works towards: the stakes of the editions and the base's own themes share one
/// set of ids.
package struct Theme: Sendable {
  package typealias ID = Identifier<Theme>

  package let id: ID
  package let title: String
}
