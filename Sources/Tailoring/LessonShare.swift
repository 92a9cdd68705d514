import Diagnostics
import KnowledgeBase
import Planning
package import Ranking

/// The lessons that each place of a kit tells.
package struct LessonShare: Sendable {
  private let lessons: [LessonPlace: [LessonBrief]]

  /// - Parameter documents: the ids of those that the kit has: a lesson is not kept for others.
  package init(_ brief: Brief, documents: Set<String>) {
    let known = brief.lessons.sorted { $0.lesson.id < $1.lesson.id }
    let phases = Dictionary(
      brief.tasks.map { ($0.task.id, $0.task.phase) }, uniquingKeysWith: { first, _ in first })
    let isNew = brief.basin.experience == .new
    let shared = shareLessons(
      known.map(\.lesson),
      places: known.map { places(of: $0.lesson, documents, phases, isNew: isNew) },
      for: brief.basin.basin, isNew: isNew, brief.rules)
    lessons = shared.mapValues { $0.map { known[$0] } }
  }

  /// The best first.
  package subscript(place: LessonPlace) -> [LessonBrief] { lessons[place] ?? [] }
}

/// Where a lesson helps, in the order of the file: documents, then roles, then the phases of its
/// tasks. Who has held the week before gets a role sheet of one page, without lessons.
private func places(
  of lesson: Lesson, _ documents: Set<String>, _ phases: [Task.ID: Phase.ID], isNew: Bool
) -> [LessonPlace] {
  let tasks = lesson.tasks.compactMap { phases[$0] }
  let roles = isNew ? lesson.roles : []
  let all =
    lesson.documents.map(\.value).filter(documents.contains).map(LessonPlace.document)
    + roles.map(LessonPlace.role) + tasks.map(LessonPlace.phase)
  var seen: Set<LessonPlace> = []
  return all.filter { seen.insert($0).inserted }
}
