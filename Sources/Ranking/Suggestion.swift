package import KnowledgeBase

/// A criterion that holds for an action in a basin.
package struct Reason: Hashable, Sendable {
  package let criterion: RankingRules.Criterion
  /// How often it holds: further basins, other places.
  package let count: Int
  /// What it adds or takes away in all.
  package let points: Int

  /// Beyond so many, one more says little and is not counted.
  package static let mostCounted = 5
}

/// An action worth trying, or one that the basin has held already.
package struct Suggestion: Sendable {
  /// Its position among the past actions.
  package let position: Int
  /// Without what variety takes away.
  package let points: Int
  /// Those that add most first; what takes points away stands last.
  package let reasons: [Reason]
}

/// What is worth trying in one basin.
package struct Suggestions: Sendable {
  /// What the basin has held itself, the best first.
  package let own: [Suggestion]
  /// The few to begin with, in the order in which they were chosen.
  package let chosen: [Suggestion]
}
