package import KnowledgeBase

/// The past actions of an edition, ready to be ranked for any basin.
///
/// - Complexity: made once, in the time of sorting the actions; then each basin costs one look at
///   every action, and one more for each suggestion: basins × actions × (suggestions + 1) small
///   sums.
package struct ActionRanking: Sendable {
  private let rules: RankingRules
  /// In the order of their ids.
  private let candidates: [Candidate]
  /// Positions in `candidates`.
  private let ownByBasin: [Basin.ID: [Int]]
  private let themes: [String: Int]
  private let departments: [Department.ID: Int]
  private let familyCount: Int
  private let originCount: Int

  /// - Parameter actions: what the edition knows, as `Past` gives it.
  package init(_ actions: [Action], of base: KnowledgeBase) {
    let rules = base.ranking
    var (themes, families, origins) = (
      Numbering<String>(), Numbering<Family>(), Numbering<String>()
    )
    let places = Self.places(of: actions, rules)
    let sizes = Dictionary(
      base.basins.map { ($0.id, base.counts(of: $0).secondDegree) },
      uniquingKeysWith: { first, _ in first })
    let departments = Dictionary(
      base.academy.departments.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    self.departments = departments
    let order = actions.indices.sorted { actions[$0].id < actions[$1].id }
    candidates = order.map { position in
      let action = actions[position]
      let family = Family(action, rules)
      return Candidate(
        position: position, theme: themes.number(action.theme.text),
        family: families.number(family), origin: origins.number(origin(of: action)),
        department: action.department.flatMap { departments[$0] }, venues: VenueSet(action.venues),
        effort: action.effort,
        leadWeeks: action.leadWeeks, concernsFirstDegree: action.concernsFirstDegree,
        originSize: action.basins.lazy.compactMap { sizes[$0] ?? nil }.first ?? 0,
        evidence: Candidate.Evidence(
          furtherBasins: min(max(action.basins.count - 1, 0), Reason.mostCounted),
          otherPlaces: min((places[family]?.count ?? 1) - 1, Reason.mostCounted),
          hasResult: action.result != nil, isWithinWeek: action.week == .yes),
        isDetailed: !action.sheet.steps.isEmpty, isOfAcademy: action.academy == nil)
    }
    self.rules = rules
    var own: [Basin.ID: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      for basin in actions[candidate.position].basins { own[basin, default: []].append(index) }
    }
    ownByBasin = own
    self.themes = Dictionary(
      actions.map { ($0.theme.text, themes.number($0.theme.text)) },
      uniquingKeysWith: { first, _ in first })
    familyCount = families.count
    originCount = origins.count
  }

  /// Where each family was tried.
  private static func places(of actions: [Action], _ rules: RankingRules) -> [Family: Set<String>] {
    var places: [Family: Set<String>] = [:]
    for action in actions { places[Family(action, rules), default: []].insert(origin(of: action)) }
    return places
  }

  // MARK: What a basin sees

  /// The actions worth trying in a basin, and those that it has held.
  package func suggestions(for situation: Situation) -> Suggestions {
    let scale = Scale(rules, situation, themes, departments)
    let own = ownByBasin[situation.basin.id] ?? []
    var open = [Bool](repeating: true, count: candidates.count)
    for index in own { open[index] = false }
    var pool: [(index: Int, points: Int)] = []
    pool.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated()
    where open[index] && scale.isFeasible(candidate) {
      pool.append((index, scale.points(of: candidate)))
    }
    let best = own.map { ($0, scale.points(of: candidates[$0])) }.sorted(by: stands)
    return Suggestions(
      own: best.map { suggestion($0.0, scale) },
      chosen: choose(from: &pool, scale).map { suggestion($0, scale) })
  }

  /// The positions of all past actions, the best for the basin first.
  ///
  /// - Complexity: that of sorting the actions.
  package func order(for situation: Situation) -> [Int] {
    let scale = Scale(rules, situation, themes, departments)
    return candidates.indices.map { ($0, scale.points(of: candidates[$0])) }.sorted(by: stands)
      .map { candidates[$0.0].position }
  }

  /// Candidates are in the order of their ids, so an index decides between equals.
  private func stands(_ first: (Int, Int), before second: (Int, Int)) -> Bool {
    (second.1, first.0) < (first.1, second.0)
  }

  private func suggestion(_ index: Int, _ scale: Scale) -> Suggestion {
    let candidate = candidates[index]
    return Suggestion(
      position: candidate.position, points: scale.points(of: candidate),
      reasons: scale.reasons(for: candidate))
  }

  // MARK: Choosing

  /// One by one, each time the best that is left, less what variety takes from it.
  private func choose(
    from pool: inout [(index: Int, points: Int)], _ scale: Scale
  ) -> [Int] {
    var variety = Variety(
      rules, families: familyCount, themes: themes.count, origins: originCount)
    var kept = KeptPlaces(rules, scale, themes, available: pool.lazy.map { candidates[$0.index] })
    var chosen: [Int] = []
    while chosen.count < rules.suggestionCount, !pool.isEmpty {
      let isReserved = kept.count >= rules.suggestionCount - chosen.count
      var best: (place: Int, points: Int)?
      for (place, entry) in pool.enumerated() {
        let candidate = candidates[entry.index]
        if isReserved, !kept.wants(candidate) { continue }
        let points = entry.points + variety.points(of: candidate)
        if let best, best.points >= points { continue }
        best = (place, points)
      }
      guard let best else { break }
      let index = pool.remove(at: best.place).index
      variety.enter(candidates[index])
      kept.enter(candidates[index])
      chosen.append(index)
    }
    return chosen
  }
}

/// Forms that resemble each other; a form that the rules do not name is a family of its own.
private enum Family: Hashable {
  case named(Int)
  case form(String)

  init(_ action: Action, _ rules: RankingRules) {
    self = rules.families[action.format].map(Family.named) ?? .form(action.format)
  }
}

/// Where an action comes from. Of several basins the first stands for it, so that one more is more
/// evidence and no other place.
private func origin(of action: Action) -> String {
  let place = action.school ?? action.town ?? action.region
  let area = action.academy ?? action.basins.first?.text
  let whole = [place, area].compactMap(\.self).joined(separator: "\n")
  // An action of the whole academy comes from nowhere in particular.
  return whole.isEmpty ? action.id.text : whole
}
