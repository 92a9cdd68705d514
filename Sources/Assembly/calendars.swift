import CalendarFormat
import Diagnostics
import Documents
import FileTree
import French
import KnowledgeBase
import Planning
import Tailoring
import Templates

/// The calendars of a kit: one of all tasks, and one for each member of the team.
extension Workshop {
  /// By path in the kit; templates name the same paths (`file="01-pilotage/calendrier.ics"`).
  func calendars(
    _ brief: Brief, _ composed: ComposedKit
  ) -> [(path: String, file: CalendarFile)] {
    let whole = calendar(
      name: "\(base.academy.programme)\u{A0}: bassin \(brief.basin.basin.de)",
      tasks: brief.tasks, brief, composed)
    let own = brief.team.map { member in
      let positions = Set(member.owned + member.helped)
      let tasks = brief.tasks.indices.filter(positions.contains).map { brief.tasks[$0] }
      return (
        path: "\(calendarFolder)/calendrier-\(member.role.id).ics",
        file: calendar(
          name: "\(capitalised(member.role.short))\u{A0}: bassin \(brief.basin.basin.de)",
          tasks: tasks, brief, composed)
      )
    }
    return [(path: "\(calendarFolder)/calendrier.ics", file: whole)] + own
  }

  private func calendar(
    name: String, tasks: [TaskBrief], _ brief: Brief, _ composed: ComposedKit
  ) -> CalendarFile {
    let suffix = "\(brief.basin.basin.id).\(edition.id)@\(base.academy.id).trousse"
    var entries = tasks.map { task in
      CalendarFile.Entry(
        uid: "\(task.task.id).\(suffix)", first: task.planned.due, last: task.planned.due,
        title: "\(capitalised(task.task.short)) (\(task.owner.short))",
        notes: notes(of: task, composed), categories: [base.academy.programme, task.phase])
    }
    if let start = edition.start {
      entries.append(
        CalendarFile.Entry(
          uid: "semaine.\(suffix)", first: start, last: edition.end ?? start,
          title: base.academy.programme, notes: base.academy.slogan ?? "",
          categories: [base.academy.programme]))
    }
    return CalendarFile(
      name: name, description: "Kit du \(stamp.day.inFrench(.medium))",
      generator: "\(base.academy.fullName)//trousse \(stamp.version)", issued: stamp.day,
      entries: entries)
  }

  /// What to do, and where in the kit its documents stand. A kit is not always in the same place,
  /// so these are paths and not addresses.
  private func notes(of task: TaskBrief, _ composed: ComposedKit) -> String {
    var lines = [task.task.title]
    if task.planned.start != task.planned.due {
      lines.append("À commencer le \(task.planned.start.inFrench(.long)) au plus tard.")
    }
    if !task.helpers.isEmpty {
      lines.append("Avec\u{A0}: \(listed(task.helpers.map(\.short))).")
    }
    lines.append("C’est fait quand\u{A0}: \(lowered(task.task.done))")
    let places = task.task.documents.compactMap { composed.places[$0.value] }
    for place in places { lines.append("Dans la clé\u{A0}: \(place.path(as: place.formats[0]))") }
    return lines.joined(separator: "\n")
  }
}

/// The folder of the plan, where its calendars stand too.
private let calendarFolder = "01-pilotage"
