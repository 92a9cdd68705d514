package import KnowledgeBase

/// What of a basin decides which actions are worth trying there.
package struct Situation: Sendable {
  package let basin: Basin
  package let schools: SchoolCounts
  /// The stakes that the basin keeps: its own choice, or all those of the edition.
  package let stakes: [Stake]
  /// Those of the edition that it does not.
  package let otherStakes: [Stake]
  package let isNew: Bool
  package let takesInFirstDegree: Bool
  /// Whole weeks from the day on which the basin can begin to the week itself.
  package let weeksLeft: Int

  package init(
    basin: Basin, schools: SchoolCounts, edition: Edition, isNew: Bool, takesInFirstDegree: Bool,
    weeksLeft: Int
  ) {
    self.basin = basin
    self.schools = schools
    let chosen = edition.stakes.filter { basin.stakes.contains($0.id) }
    stakes = chosen.isEmpty ? edition.stakes : chosen
    otherStakes = chosen.isEmpty ? [] : edition.stakes.filter { !basin.stakes.contains($0.id) }
    self.isNew = isNew
    self.takesInFirstDegree = takesInFirstDegree
    self.weeksLeft = weeksLeft
  }

  /// Where the basin can hold an action; a kind of school of which it is known to have none is out.
  var venues: VenueSet {
    var venues: VenueSet = [.bassin]
    if takesInFirstDegree { venues.insert(.ecole) }
    if schools.colleges != 0 { venues.insert(.college) }
    if schools.lycees != 0 { venues.formUnion([.lycee, .lp]) }
    return venues
  }
}

/// Kinds of place as bits, because they are compared for every action and basin.
struct VenueSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let ecole = VenueSet(.ecole)
  static let college = VenueSet(.college)
  static let lycee = VenueSet(.lycee)
  static let lp = VenueSet(.lp)
  static let bassin = VenueSet(.bassin)
  /// What no basin can do by itself.
  static let beyond: VenueSet = [
    VenueSet(.universite), VenueSet(.departement), VenueSet(.academie),
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ venues: [Action.Venue]) { self = venues.reduce(into: []) { $0.formUnion(Self($1)) } }

  private init(_ venue: Action.Venue) {
    switch venue {
    case .ecole: rawValue = 1
    case .college: rawValue = 2
    case .lycee: rawValue = 4
    case .lp: rawValue = 8
    case .universite: rawValue = 16
    case .bassin: rawValue = 32
    case .departement: rawValue = 64
    case .academie: rawValue = 128
    }
  }
}
