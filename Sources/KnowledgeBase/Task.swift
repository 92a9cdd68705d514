package import Diagnostics
package import French

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

  /// What must hold for a task to be there at all.
  package enum Condition: String, Hashable, Sendable, CaseIterable {
    /// First-degree schools take part.
    case firstDegree = "first-degree"
    /// The basin asks the European Social Fund for money.
    case fse
    /// An election falls in the fortnight before or after the week.
    case election
  }

  package let id: ID
  package let title: String
  /// The title in at most 44 letters, for charts and calendars.
  package let short: String
  package let phase: Phase.ID
  package let level: Level
  package let owner: Role.ID
  package let helpers: [Role.ID]
  package let lead: Located<LeadTime>
  /// The same in the shorter plan of an experienced basin, when it differs.
  package let experiencedLead: Located<LeadTime>?
  package let audience: Audience
  package let conditions: Set<Condition>
  package let documents: [DocumentReference]
  /// What must have ended before this task begins.
  package let after: [Located<ID>]
  package let work: Work?
  package let fixedDays: [FixedDay]
  package let how: String
  package let done: String
  package let fallback: String?
  package let provenance: Provenance
  package let span: SourceSpan

  /// What a task takes, and how much it matters.
  package struct Work: Hashable, Sendable {
    /// In a plan that starts late, what is essential is placed first.
    package enum Importance: String, Hashable, Sendable, CaseIterable, Comparable {
      case essential, useful, optional

      package static func < (first: Importance, second: Importance) -> Bool {
        first.rank < second.rank
      }

      private var rank: Int {
        switch self {
        case .essential: 0
        case .useful: 1
        case .optional: 2
        }
      }
    }

    /// School days from its start to its end, both included; 0 is a part of a day, which may be
    /// that of what the task waits for.
    package let days: Int
    package let ownerMinutes: Int
    /// Of each helper.
    package let helperMinutes: Int
    package let importance: Importance
    /// The last moment at which the task still makes sense.
    package let latest: Located<LeadTime>
    package let standing: Provenance.Standing
  }

  /// A day that was set in one edition, whatever the lead time says.
  package struct FixedDay: Hashable, Sendable {
    package let edition: Edition.ID
    package let day: Located<CalendarDay>
  }
}

extension Task {
  /// Whole school days from start to end, at least; a task that says nothing takes part of one.
  package var days: Int { work?.days ?? 0 }

  /// How many school days before its end a task begins.
  package var reach: Int { max(days, 1) - 1 }

  /// How many school days must lie between the end of what a task waits for and its own start.
  package var gap: Int { days == 0 ? 0 : 1 }

  package var importance: Work.Importance { work?.importance ?? .useful }
}

/// The name of a document of the kit's plan, with its place: only the plan can say whether it
/// exists.
package typealias DocumentReference = Located<String>
