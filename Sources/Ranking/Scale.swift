import KnowledgeBase

/// The points of actions in one basin.
///
/// The rules stand once, in `weigh`: adding up its points ranks, and collecting them gives the
/// reasons, so that the two cannot disagree.
struct Scale: Sendable {
  let situation: Situation
  private let venues: VenueSet
  /// By theme.
  private let stakes: [Standing]
  private let size: Int
  private let department: Int?
  private let rules: RankingRules

  private enum Standing { case chosen, other, none }

  init(
    _ rules: RankingRules, _ situation: Situation, _ themes: [String: Int],
    _ departments: [Department.ID: Int]
  ) {
    self.situation = situation
    department = departments[situation.basin.department]
    venues = situation.venues
    size = situation.schools.secondDegree ?? 0
    self.rules = rules
    var stakes = [Standing](repeating: .none, count: themes.count)
    for theme in situation.stakes.compactMap({ themes[$0.id.text] }) { stakes[theme] = .chosen }
    for theme in situation.otherStakes.compactMap({ themes[$0.id.text] }) { stakes[theme] = .other }
    self.stakes = stakes
  }

  /// Whether there is time for it, and somebody to do it with.
  func isFeasible(_ candidate: Candidate) -> Bool {
    candidate.leadWeeks <= situation.weeksLeft
      && !candidate.venues.isDisjoint(with: venues.union(.beyond))
  }

  func points(of candidate: Candidate) -> Int {
    var sum = 0
    weigh(candidate) { criterion, count in sum += rules[criterion] * count }
    return sum
  }

  /// What adds most first, then in the order of the criteria; what takes away stands last.
  func reasons(for candidate: Candidate) -> [Reason] {
    var reasons: [Reason] = []
    weigh(candidate) { criterion, count in
      reasons.append(
        Reason(criterion: criterion, count: count, points: rules[criterion] * count))
    }
    return reasons.enumerated()
      .sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.map(\.element)
  }

  @inline(__always)
  private func weigh(
    _ candidate: Candidate, _ add: (RankingRules.Criterion, Int) -> Void
  ) {
    switch stakes[candidate.theme] {
    case .chosen: add(.chosenStake, 1)
    case .other: add(.otherStake, 1)
    case .none: break
    }
    if candidate.concernsFirstDegree {
      add(situation.takesInFirstDegree ? .firstDegree : .withoutFirstDegree, 1)
    }
    if !candidate.venues.isDisjoint(with: venues) {
      add(.sameVenues, 1)
    } else if candidate.venues.isSubset(of: .beyond) {
      add(.outOfReach, 1)
    }
    if isOfSimilarSize(candidate) { add(.similarSize, 1) }
    if candidate.isOfAcademy { add(.ownAcademy, 1) }
    if let department, candidate.department == department { add(.ownDepartment, 1) }
    switch candidate.effort {
    case .small: add(.smallEffort, 1)
    case .medium: add(.mediumEffort, 1)
    case .large: if situation.isNew { add(.largeFirstEffort, 1) }
    }
    if 2 * candidate.leadWeeks <= situation.weeksLeft { add(.ampleTime, 1) }
    if candidate.isDetailed { add(.detailedSheet, 1) }
    weigh(candidate.evidence, add)
  }

  private func isOfSimilarSize(_ candidate: Candidate) -> Bool {
    let origin = candidate.originSize
    return size > 0 && origin > 0 && origin <= 2 * size && size <= 2 * origin
  }

  @inline(__always)
  private func weigh(
    _ evidence: Candidate.Evidence, _ add: (RankingRules.Criterion, Int) -> Void
  ) {
    if evidence.furtherBasins > 0 { add(.anotherBasin, evidence.furtherBasins) }
    if evidence.otherPlaces > 0 { add(.triedForm, evidence.otherPlaces) }
    if evidence.hasResult { add(.reportedResult, 1) }
    if evidence.isWithinWeek { add(.withinWeek, 1) }
  }
}
