/// How past actions and lessons are ranked for one basin: numbers that the academic team may
/// change, each with its reason in the file.
package struct RankingRules: Sendable {
  /// What adds points to an action or a lesson, or takes some away.
  package enum Criterion: Int, Hashable, Sendable, CaseIterable {
    case chosenStake, otherStake, firstDegree, sameVenues, similarSize, ownDepartment,
      ownAcademy, smallEffort, mediumEffort, largeFirstEffort, ampleTime, detailedSheet,
      outOfReach, withoutFirstDegree, anotherBasin, triedForm, reportedResult, withinWeek,
      sameForm, sameStake, samePlace, ownLesson, academyLesson, cautionLesson, beginnersLesson,
      preciseLesson, toldLesson

    /// As the file calls it.
    package var name: String {
      switch self {
      case .chosenStake: "enjeu-retenu"
      case .otherStake: "enjeu-de-l-edition"
      case .firstDegree: "premier-degre"
      case .sameVenues: "etablissements-du-bassin"
      case .similarSize: "taille-proche"
      case .ownDepartment: "notre-departement"
      case .ownAcademy: "notre-academie"
      case .smallEffort: "effort-leger"
      case .mediumEffort: "effort-moyen"
      case .largeFirstEffort: "grand-effort-premiere-fois"
      case .ampleTime: "delai-confortable"
      case .detailedSheet: "fiche-detaillee"
      case .outOfReach: "hors-de-portee"
      case .withoutFirstDegree: "premier-degre-absent"
      case .anotherBasin: "bassin-de-plus"
      case .triedForm: "forme-essayee"
      case .reportedResult: "resultat-rapporte"
      case .withinWeek: "pendant-la-semaine"
      case .sameForm: "deja-cette-forme"
      case .sameStake: "deja-cet-enjeu"
      case .samePlace: "deja-ce-lieu"
      case .ownLesson: "lecon-du-bassin"
      case .academyLesson: "lecon-de-l-academie"
      case .cautionLesson: "lecon-de-vigilance"
      case .beginnersLesson: "lecon-pour-commencer"
      case .preciseLesson: "lecon-precise"
      case .toldLesson: "lecon-deja-dite"
      }
    }

    package init?(name: String) {
      guard let criterion = Self.allCases.first(where: { $0.name == name }) else { return nil }
      self = criterion
    }

    /// Whether it can only add points; the others can only take some away.
    package var isBonus: Bool {
      switch self {
      case .largeFirstEffort, .outOfReach, .withoutFirstDegree, .sameForm, .sameStake, .samePlace,
        .toldLesson:
        false
      case .chosenStake, .otherStake, .firstDegree, .sameVenues, .similarSize, .ownDepartment,
        .ownAcademy, .smallEffort, .mediumEffort, .ampleTime, .detailedSheet, .anotherBasin,
        .triedForm, .reportedResult, .withinWeek, .ownLesson, .academyLesson, .cautionLesson,
        .beginnersLesson, .preciseLesson:
        true
      }
    }
  }

  /// Places held free among the suggestions.
  package struct Kept: Hashable, Sendable {
    package let theme: Theme.ID
    package let places: Int
    /// Whether only where first-degree schools take part.
    package let needsFirstDegree: Bool
  }

  /// How many actions are suggested.
  package let suggestionCount: Int
  /// How many lessons one place of a kit tells, and at how many places one lesson is told.
  package let lessonsPerPlace: Int
  /// The same for one phase of a checklist, which has several on a page.
  package let lessonsPerPhase: Int
  package let placesPerLesson: Int
  /// In the order of the criteria.
  private let points: [Int]
  package let kept: [Kept]
  /// The family of a form of action, by the form as actions name it.
  package let families: [String: Int]

  init(
    suggestionCount: Int, lessonsPerPlace: Int, lessonsPerPhase: Int, placesPerLesson: Int,
    points: [Criterion: Int],
    kept: [Kept], families: [String: Int]
  ) {
    self.suggestionCount = suggestionCount
    self.lessonsPerPlace = lessonsPerPlace
    self.lessonsPerPhase = lessonsPerPhase
    self.placesPerLesson = placesPerLesson
    self.points = Criterion.allCases.map { points[$0] ?? 0 }
    self.kept = kept
    self.families = families
  }

  /// The points of a criterion, each time that it holds.
  package subscript(criterion: Criterion) -> Int { points[criterion.rawValue] }

  /// Before the file was read.
  static let none = RankingRules(
    suggestionCount: 0, lessonsPerPlace: 0, lessonsPerPhase: 0, placesPerLesson: 0, points: [:],
    kept: [], families: [:])
}
