package import KnowledgeBase

/// A place of a kit where a lesson may be told.
package enum LessonPlace: Hashable, Sendable {
  case document(String)
  case role(Role.ID)
  case phase(Phase.ID)
}

/// Chooses the lessons that each place of a kit tells.
///
/// Each time the pair of a lesson and a place that has the most points, less those of a lesson that
/// is told elsewhere already; no place tells more than it should, and no lesson stands at more
/// places. Equals stand in the order of the lessons, then of the places.
///
/// - Parameters:
///   - lessons: what the kit may tell, in an order that does not depend on that of the files.
///   - places: where each of them may stand, the most fitting first.
/// - Returns: for each place, positions in `lessons`, the best first.
/// - Complexity: pairs × log pairs for each place that a lesson may have.
package func shareLessons(
  _ lessons: [Lesson], places: [[LessonPlace]], for basin: Basin, isNew: Bool,
  _ rules: RankingRules
) -> [LessonPlace: [Int]] {
  var pairs: [(lesson: Int, place: LessonPlace, points: Int)] = []
  for (index, lesson) in lessons.enumerated() {
    let precise = places[index].isEmpty ? 0 : rules[.preciseLesson] / places[index].count
    let points = points(of: lesson, for: basin, isNew: isNew, rules) + precise
    pairs += places[index].map { (index, $0, points) }
  }
  let order = pairs.indices.sorted { (pairs[$1].points, $0) < (pairs[$0].points, $1) }
  var told: [LessonPlace: [Int]] = [:]
  var uses = [Int](repeating: 0, count: lessons.count)
  // A lesson is told a second time only where the first round has left room, and only as long as
  // its points outweigh the repetition.
  for round in 0..<rules.placesPerLesson {
    for pair in order.map({ pairs[$0] }) where uses[pair.lesson] == round {
      guard pair.points + round * rules[.toldLesson] > 0,
        told[pair.place, default: []].count < rules.count(at: pair.place),
        told[pair.place]?.contains(pair.lesson) != true
      else { continue }
      told[pair.place, default: []].append(pair.lesson)
      uses[pair.lesson] += 1
    }
  }
  return told
}

extension RankingRules {
  fileprivate func count(at place: LessonPlace) -> Int {
    switch place {
    case .document, .role: lessonsPerPlace
    case .phase: lessonsPerPhase
    }
  }
}

private func points(
  of lesson: Lesson, for basin: Basin, isNew: Bool, _ rules: RankingRules
) -> Int {
  var points = 0
  if lesson.basins.contains(basin.id) { points += rules[.ownLesson] }
  if lesson.academy == nil, lesson.edition != nil { points += rules[.academyLesson] }
  switch lesson.kind {
  case .caution: points += rules[.cautionLesson]
  case .condition: if isNew { points += rules[.beginnersLesson] }
  case .worked, .practice: break
  }
  return points
}
