import CalendarFormat
import Documents
package import Diagnostics
import French
import HTMLFormat
package import KnowledgeBase
import Planning
import Sheets
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
    case .csv: return csvBytes(of: planSheet(brief))
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
          group: week.week.monday.adding(days: 3).shortMonthInFrench,
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

private func planSheet(_ brief: Brief) -> SheetDraft {
  let headings = [
    "identifiant", "tâche", "phase", "niveau", "responsable", "aides", "début", "échéance",
    "semaines avant", "marge (jours de classe)", "minutes", "changement de date",
  ]
  return SheetDraft(
    name: "Plan", columns: headings.map { SheetDraft.Column(heading: $0, help: "") },
    rows: brief.tasks.map { task in
      [
        .text(task.task.id.text), .text(task.task.title), .text(task.phase),
        .text(task.task.level.title), .text(task.owner.short),
        .text(task.helpers.map(\.short).joined(separator: ", ")),
        .day(task.planned.start.description), .day(task.planned.due.description),
        .number(task.planned.leadWeeks), .number(task.planned.slackDays),
        task.task.work.map { .number($0.ownerMinutes) } ?? .empty, .text(task.moved),
      ]
    })
}
