import KnowledgeBase

/// What the suggestions chosen so far take from those that resemble them.
struct Variety {
  private let form: Int
  private let stake: Int
  private let place: Int
  private var families: [Int]
  private var themes: [Int]
  private var origins: [Int]

  init(_ rules: RankingRules, families: Int, themes: Int, origins: Int) {
    form = rules[.sameForm]
    stake = rules[.sameStake]
    place = rules[.samePlace]
    self.families = [Int](repeating: 0, count: families)
    self.themes = [Int](repeating: 0, count: themes)
    self.origins = [Int](repeating: 0, count: origins)
  }

  @inline(__always)
  func points(of candidate: Candidate) -> Int {
    form * families[candidate.family] + stake * themes[candidate.theme]
      + place * origins[candidate.origin]
  }

  mutating func enter(_ candidate: Candidate) {
    families[candidate.family] += 1
    themes[candidate.theme] += 1
    origins[candidate.origin] += 1
  }
}

/// Places that are held free for what is thin, as far as there is something to fill them with.
struct KeptPlaces {
  /// By theme.
  private var places: [Int]
  /// All those still to fill.
  private(set) var count: Int

  init(
    _ rules: RankingRules, _ scale: Scale, _ themes: [String: Int],
    available: some Sequence<Candidate>
  ) {
    var places = [Int](repeating: 0, count: themes.count)
    for kept in rules.kept where !kept.needsFirstDegree || scale.situation.takesInFirstDegree {
      if let theme = themes[kept.theme.text] { places[theme] += kept.places }
    }
    var stock = [Int](repeating: 0, count: themes.count)
    for candidate in available { stock[candidate.theme] += 1 }
    self.places = zip(places, stock).map { min($0, $1) }
    count = self.places.reduce(0, +)
  }

  func wants(_ candidate: Candidate) -> Bool { places[candidate.theme] > 0 }

  mutating func enter(_ candidate: Candidate) {
    guard wants(candidate) else { return }
    places[candidate.theme] -= 1
    count -= 1
  }
}
