import KnowledgeBase

/// What of an action the ranking looks at, as small numbers: every basin reads it again.
struct Candidate: Sendable {
  /// Its position among the past actions.
  let position: Int
  let theme: Int
  let family: Int
  /// The school, else the basins, else the academy: what a list should not come back to.
  let origin: Int
  /// Its number, or none.
  let department: Int?
  let venues: VenueSet
  let effort: Action.Effort
  let leadWeeks: Int
  let concernsFirstDegree: Bool
  /// Schools of the first basin that held it of which they are known; 0 for none.
  let originSize: Int
  let evidence: Evidence
  let isDetailed: Bool
  let isOfAcademy: Bool

  /// On what the action rests.
  struct Evidence: Sendable {
    let furtherBasins: Int
    let otherPlaces: Int
    let hasResult: Bool
    let isWithinWeek: Bool
  }
}

/// Gives every new value the next number.
struct Numbering<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  var count: Int { numbers.count }

  mutating func number(_ value: Value) -> Int {
    if let number = numbers[value] { return number }
    numbers[value] = numbers.count
    return numbers.count - 1
  }
}
