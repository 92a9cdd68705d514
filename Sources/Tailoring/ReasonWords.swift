import French
import KnowledgeBase
import Ranking

/// The reasons of a suggestion in French: each criterion has its words here and nowhere else.
struct ReasonWords {
  let brief: ActionBrief
  let situation: Situation
  let base: KnowledgeBase

  /// Why to try it; what weighs most comes first. Who is in the department is in the academy: that
  /// goes without saying.
  func reasons(_ reasons: [Reason]) -> [String] {
    let isNearby = reasons.contains { $0.criterion == .ownDepartment }
    return reasons.filter { $0.points > 0 && !(isNearby && $0.criterion == .ownAcademy) }
      .map { words(of: $0) }
  }

  /// What speaks against it, or asks for care.
  func warnings(_ reasons: [Reason]) -> [String] {
    reasons.filter { $0.points < 0 }.map { words(of: $0) }
  }

  private func words(of reason: Reason) -> String {
    switch reason.criterion {
    case .chosenStake, .otherStake: stakeWords(reason.criterion)
    case .firstDegree: "associe les écoles"
    case .sameVenues: venueWords
    case .similarSize: sizeWords
    case .ownDepartment: "menée \(base[situation.basin.department].within)"
    case .ownAcademy: "menée dans l’\(base.academy.fullName)"
    case .smallEffort: "effort léger"
    case .mediumEffort: "effort moyen"
    case .largeFirstEffort: "effort important pour une première fois"
    case .ampleTime: timeWords
    case .detailedSheet: "une fiche pas à pas est prête"
    case .outOfReach: "menée à une autre échelle que celle d’un bassin"
    case .withoutFirstDegree: "pensée avec les écoles, qui ne participent pas ici"
    case .anotherBasin:
      "menée dans \(count(brief.action.basins.count, "bassin", "bassins"))"
    case .triedForm:
      "forme essayée dans \(count(reason.count, "autre lieu", "autres lieux"))"
        + (reason.count == Reason.mostCounted ? " au moins" : "")
    case .reportedResult: "un résultat est rapporté"
    case .withinWeek:
      brief.action.academy == nil ? "menée pendant la Semaine" : "menée pendant une telle semaine"
    // Of the choice of a list, or of lessons: no reason for one action.
    case .sameForm, .sameStake, .samePlace, .ownLesson, .academyLesson, .cautionLesson,
      .beginnersLesson, .preciseLesson, .toldLesson:
      preconditionFailure("`\(reason.criterion)` is no reason for an action")
    }
  }

  private func stakeWords(_ criterion: RankingRules.Criterion) -> String {
    let stakes = situation.stakes + situation.otherStakes
    let short = stakes.first { $0.id.text == brief.action.theme.text }?.short ?? ""
    let isChosen = criterion == .chosenStake && !situation.otherStakes.isEmpty
    let whose = isChosen ? "que vous avez retenu" : "de l’édition"
    return "répond à l’enjeu «\u{A0}\(short)\u{A0}» \(whose)"
  }

  /// The first basin of which the schools are known is the one that was compared.
  private var sizeWords: String {
    let size = brief.action.basins.lazy.compactMap { base.counts(of: base[$0]).secondDegree }.first
    let schools = count(size ?? 0, "établissement", "établissements")
    return "menée dans un bassin de taille proche (\(schools))"
  }

  private var timeWords: String {
    let weeks = brief.action.leadWeeks
    if weeks == 0 { return "peut s’organiser tout de suite" }
    return "\(count(weeks, "semaine", "semaines")) de préparation, et il en reste "
      + "\(situation.weeksLeft)"
  }

  private var venueWords: String {
    let venues = brief.action.venues
    var names: [String] = []
    if venues.contains(.ecole), situation.takesInFirstDegree { names.append("aux écoles") }
    if venues.contains(.college) { names.append("aux collèges") }
    if venues.contains(.lycee) { names.append("aux lycées") }
    if venues.contains(.lp) { names.append("aux lycées professionnels") }
    return names.isEmpty ? "à l’échelle du bassin" : "convient \(listed(names))"
  }
}
