import CalendarFormat
import Documents
package import Diagnostics
import French
import HTMLFormat
package import KnowledgeBase
import Planning
import Tailoring

/// The forms in which one plan can be had without its kit.
package enum PlanForm: String, CaseIterable, Sendable {
  case table, ics, csv, svg
}

extension Workshop {
  /// The plan of one basin, as its kit has it.
  ///
  /// - Throws: `Stopped` as `kit(for:packing:)` does: a calendar names the kit's documents.
  package func plan(
    of basin: Basin, as form: PlanForm, in language: Language
  ) throws(Stopped) -> [UInt8] {
    let brief = brief(of: basin)
    switch form {
    case .table: return Array(planTable(brief, in: language).utf8)
    case .csv: return Array(planSheet(brief).utf8)
    case .svg: return svg(of: chart(brief))
    case .ics:
      let all = calendars(brief, try documents(for: basin))
      return all.first?.file.bytes ?? []
    }
  }

  private func chart(_ brief: Brief) -> Chart {
    let tight = Set(brief.longestChain)
    return Chart(
      caption: "Plan du bassin \(brief.basin.basin.de), édition \(edition.id)",
      description: "\(brief.tasks.count) tâches, une barre du début à l’échéance de chacune",
      periods: brief.weeks.map { week in
        let weeks = week.week.leadWeeks
        return Chart.Period(
          start: week.week.monday.daysSince1970,
          label: weeks == 0 ? "S" : weeks > 0 ? "−\(weeks)" : "+\(-weeks)",
          group: week.week.monday.adding(days: 3).monthInFrench,
          look: weeks == 0 ? .goal : week.week.isHoliday ? .closed : .plain)
      },
      rows: .bars(
        brief.tasks.enumerated().map { position, task in
          Chart.Bar(
            label: capitalised(task.task.short), note: task.planned.due.inFrench(.dayMonth),
            first: task.planned.start.daysSince1970, last: task.planned.due.daysSince1970,
            look: tight.contains(position) ? .tight : .plain)
        }))
  }
}

// MARK: A table to read in a terminal

/// One line a task, then what to watch and what can no longer be done. The plan's words are French,
/// like the kit's; its headings follow the language of the command.
private func planTable(_ brief: Brief, in language: Language) -> String {
  func say(_ english: String, _ french: String) -> String {
    Phrase(en: english, fr: french).text(in: language)
  }
  var rows = [
    [
      say("due", "pour le"), say("week", "semaine"), say("from", "dès le"),
      say("slack", "marge"), say("who", "qui"), say("task", "tâche"),
    ]
  ]
  for task in brief.tasks {
    let moved = task.moved.isEmpty ? "" : " (\(task.moved))"
    rows.append([
      task.planned.due.inFrench(.long), weekLabel(task.planned.leadWeeks),
      task.planned.start.inFrench(.numeric), "\(task.planned.slackDays)", task.owner.short,
      task.task.title + moved,
    ])
  }
  var text = aligned(rows)
  let chain = brief.longestChain.map { lowered(brief.tasks[$0].task.short) }
  if !chain.isEmpty {
    text +=
      "\n\(say("longest chain", "chaîne la plus longue")): \(chain.joined(separator: " → "))\n"
  }
  if let late = brief.lateStart {
    let count = "\(late.delayedCount) \(say("tasks later than they should be", "tâches retardées"))"
    text += "\n\(say("late start on", "départ tardif le")) \(late.day.inFrench(.long)): \(count)\n"
    for dropped in late.dropped {
      let instead = dropped.task.fallback.map { "\u{A0}: \($0)" } ?? ""
      text +=
        "- \(say("no longer in time", "trop tard")), \(lowered(dropped.task.title))\(instead)\n"
    }
  }
  if !brief.conflicts.isEmpty { text += "\n\(say("to watch", "à surveiller")):\n" }
  for conflict in brief.conflicts {
    text += "- \(conflict.title). \(conflict.text) \(conflict.advice)\n"
  }
  return text
}

/// Columns as wide as their longest cell, the last one free.
private func aligned(_ rows: [[String]]) -> String {
  let columns = rows.first?.count ?? 0
  let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
  return rows.map { row in
    row.enumerated().map { column, cell in
      column == columns - 1
        ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
    }.joined(separator: "  ") + "\n"
  }.joined()
}

// MARK: A sheet

/// CSV as spreadsheets in French expect it: UTF-8 with its mark, semicolons, lines that end in CR
/// and LF; days as `2015-03-16`, which they read as days.
private func planSheet(_ brief: Brief) -> String {
  let head = [
    "identifiant", "tâche", "phase", "niveau", "responsable", "aides", "début", "échéance",
    "semaines avant", "marge (jours de classe)", "heures", "changement de date",
  ]
  let rows = brief.tasks.map { task in
    [
      task.task.id.text, task.task.title, task.phase, task.task.level.title, task.owner.short,
      task.helpers.map(\.short).joined(separator: ", "), task.planned.start.description,
      task.planned.due.description, "\(task.planned.leadWeeks)", "\(task.planned.slackDays)",
      task.task.work.map { halfHours($0.ownerMinutes) } ?? "", task.moved,
    ]
  }
  let lines = ([head] + rows).map { $0.map(sheetCell).joined(separator: ";") + "\r\n" }
  return "\u{FEFF}" + lines.joined()
}

private func halfHours(_ minutes: Int) -> String {
  minutes % 60 == 0 ? "\(minutes / 60)" : "\(minutes / 60),5"
}

/// In quotes; text that a spreadsheet would take for a formula gets an apostrophe before it. A
/// number may be negative.
private func sheetCell(_ text: String) -> String {
  let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
  let safe = isFormula && Int(text) == nil ? "'\(text)" : text
  return "\"\(safe.replacing("\"", with: "\"\""))\""
}
