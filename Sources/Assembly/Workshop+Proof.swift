package import Diagnostics
import French
package import KnowledgeBase
import Planning
import Proofreading
import Tailoring
import Templates

extension Workshop {
  /// What is wrong with the plan of the kits whatever the basin: templates that nothing leads to,
  /// numbers of the catalogue at which nothing stands.
  package var planFaults: [Diagnostic] {
    kitPlan.unusedTemplates.map { .unusedTemplate($0) }
      + kitPlan.missingNumbers.map { .missingNumber($0) }
  }

  /// What a careful reader finds wrong in a basin's kit: documents that its tasks call for and that
  /// it does not have, roles without a sheet, and all that `Proofreading` looks for.
  ///
  /// - Complexity: linear in the size of the texts, but for passages that name a day.
  package func faults(of finished: FinishedKit, for basin: Basin) -> [Diagnostic] {
    let brief = brief(of: basin)
    let rules = ProofRules(
      acronyms: brief.acronyms,
      quoted: base.actions.map(\.title)
        + base.sources.flatMap { [$0.title, $0.publisher].compactMap(\.self) },
      season: season(of: brief))
    let composed = finished.composed
    let copies = zip(composed.documents, composed.origins).map { document, origin in
      ProofCopy(
        document: document, template: SourceFile.ID("\(templatesFolder)/\(origin.template)"),
        pageLimit: origin.pages?.upperBound)
    }
    return missingDocuments(brief, composed) + missingSheets(brief, composed)
      + proofread(copies, by: rules)
  }

  // MARK: Completeness

  private func missingDocuments(_ brief: Brief, _ composed: ComposedKit) -> [Diagnostic] {
    brief.tasks.flatMap { task in
      task.task.documents.filter { composed.places[$0.value] == nil }.map {
        .documentNotInKit($0, task: task.task.title, basin: brief.basin.basin.id.text)
      }
    }
  }

  /// A document that one member of the team has for its own is there for each.
  private func missingSheets(_ brief: Brief, _ composed: ComposedKit) -> [Diagnostic] {
    let keys = Set(composed.origins.map(\.key))
    let roles = brief.team.map(\.role)
    var seen: Set<String> = []
    let sheets = composed.origins.map(\.id).filter { id in
      roles.contains { keys.contains("\(id)/\($0.id)") } && seen.insert(id).inserted
    }
    return roles.compactMap { role in
      let missing = sheets.filter { !keys.contains("\($0)/\(role.id)") }
      guard sheets.isEmpty || !missing.isEmpty else { return nil }
      return .roleWithoutSheet(
        role.title, sheets: missing, basin: brief.basin.basin.id.text, at: role.span)
    }
  }

  // MARK: Days

  private func season(of brief: Brief) -> ProofSeason {
    let planned = (brief.tasks + brief.support).map(\.planned)
    let monday = brief.weeks.first { $0.week.leadWeeks == 0 }?.week.monday ?? stamp.day
    let start = edition.start ?? monday
    let end = edition.end ?? start
    let first = ([stamp.day, start] + planned.map(\.start)).min() ?? start
    let last = ([end] + planned.map(\.due)).max() ?? end
    let names = Dictionary(grouping: kitPlan.events, by: \.task.value)
    return ProofSeason(
      first: first, last: last.monday.adding(days: 6), week: start...max(start, end),
      events: planned.map { planned in
        let task = planned.task
        return DatedEvent(
          names: [task.title, task.short] + (names[task.id.text] ?? []).map(\.name),
          first: planned.start,
          last: planned.due)
      })
  }
}
