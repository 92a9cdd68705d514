package import Diagnostics
package import French
package import KnowledgeBase
package import Planning
import Ranking

/// The profile that decides a basin's plan in an edition.
///
/// A basin is experienced when it took part in an edition before this one, by its own first
/// edition or because an edition took in all basins. First-degree schools
/// take part when the basin says so, or else when the edition has made them one of its stakes.
package func profile(
  of basin: Basin, in edition: Edition, _ base: KnowledgeBase
) -> PlanProfile {
  let ranks = base.editions.filter(\.tookInAllBasins).map(\.rank) + [basin.firstEdition ?? .max]
  let isExperienced = ranks.contains { $0 < edition.rank }
  return PlanProfile(
    experience: isExperienced ? .experienced : .new,
    takesInFirstDegree: basin.takesInFirstDegree
      ?? edition.stakes.contains { $0.id.text == "premier-degre" },
    isFunded: basin.fundedEditions.contains(edition.id),
    start: start(of: basin, in: edition)?.value)
}

/// The day on which a basin sets to work for an edition, if its file says one.
package func start(of basin: Basin, in edition: Edition) -> Located<CalendarDay>? {
  basin.starts.first { $0.edition == edition.id }?.day
}

/// Chooses what the kit of one basin says.
///
/// - Parameters:
///   - memory: what the edition knows, made once for all basins.
///   - plan: the plan of the basin's profile in the edition.
///   - day: when the basin begins: that of its kit, unless it says a later one itself.
/// - Complexity: linear in the size of the base, but that the past actions are sorted for the basin.
package func tailor(
  _ memory: Memory, for basin: Basin, plan: Plan, from day: CalendarDay
) -> Brief {
  Tailor(memory: memory, basin: basin, plan: plan, day: day).brief()
}

private struct Tailor {
  let memory: Memory
  let basin: Basin
  let plan: Plan
  let day: CalendarDay

  private var base: KnowledgeBase { memory.base }
  private var edition: Edition { memory.edition }

  func brief() -> Brief {
    let profile = profile(of: basin, in: edition, base)
    let first = plan.beginning(from: day)
    let situation = memory.situation(of: basin, from: first)
    let lessons = memory.lessons
    let tasks = plan.tasks.map { taskBrief($0, lessons) }
    let suggestions = memory.suggestions(for: basin, from: first)
    let own = Set(suggestions.own.map(\.action.id))
    let quantities = quantityBriefs(
      base, for: basin, takesInFirstDegree: profile.takesInFirstDegree, memory.words)
    let method = MethodWords(
      base: base, edition: edition, conditions: plan.conditions, memory: memory.words)
    return Brief(
      academy: base.academy, principles: base.principles, department: base[basin.department],
      edition: editionBrief(edition),
      history: base.editions.filter { $0.rank < edition.rank }.map(editionBrief),
      basin: BasinBrief(
        basin: basin, experience: profile.experience,
        takesInFirstDegree: profile.takesInFirstDegree, isFunded: profile.isFunded,
        fund: base.funds.first { fund in edition.firstYear.map(fund.years.contains) ?? false },
        stakes: situation.stakes,
        knownAction: basin.knownAction.flatMap { action in
          action.edition.map(memory.past.holds) == false ? nil : action.text
        },
        schools: base.schools(of: basin.id), counts: base.counts(of: basin),
        planWeeks: max(0, plan.weeks.map(\.leadWeeks).max() ?? 0)),
      team: teamBriefs(tasks), departmentRoles: roles(.departement, tasks),
      academyRoles: roles(.academie, tasks), schoolRoles: roles(.etablissement, tasks),
      phases: base.phases.map { phase in
        PhaseBrief(phase: phase, tasks: tasks.indices.filter { tasks[$0].task.phase == phase.id })
      },
      support: plan.support.map { taskBrief($0, lessons) },
      weeks: plan.weeks.map { WeekBrief(week: $0, label: weekLabel($0.leadWeeks)) },
      conflicts: words(of: plan.conflicts, base), lateStart: lateBrief(),
      longestChain: plan.longestChain, loads: plan.loads,
      ownActions: suggestions.own, suggestions: suggestions.chosen,
      actionGroups: actionGroups(memory.ranking.order(for: situation), excluding: own),
      lessons: lessons, rules: base.ranking,
      quantities: quantities, budget: method.budget(quantities.flatMap(\.quantities)),
      risks: method.risks, messages: plan.messages.map(method.brief), formulas: base.formulas,
      partners: base.partners, glossary: base.glossary.compactMap(termBrief), tasks: tasks)
  }

  private func editionBrief(_ edition: Edition) -> EditionBrief {
    EditionBrief(
      edition: edition,
      facts: edition.facts.map {
        FactBrief(text: $0.text, source: memory.words.sourceText($0.provenance))
      })
  }

  // MARK: Roles

  private func teamBriefs(_ tasks: [TaskBrief]) -> [RoleBrief] {
    let team = base.roles.filter(\.isOfTeam)
    return team.enumerated().map { index, role in
      let letter = index < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))) : ""
      return roleBrief(role, letter: letter, tasks)
    }
  }

  private func roles(_ level: Level, _ tasks: [TaskBrief]) -> [RoleBrief] {
    base.roles.filter { $0.level == level && !$0.isOfTeam }.map {
      roleBrief($0, letter: "", tasks)
    }
  }

  private func roleBrief(_ role: Role, letter: String, _ tasks: [TaskBrief]) -> RoleBrief {
    let person = basin.people.first { $0.role == role.id }
    let ofRole = Noun(role.short, .masculine).withDe
    return RoleBrief(
      role: role, letter: letter,
      deputy: Known(role.deputy.map { base[$0].title }, or: "nom du suppléant \(ofRole)"),
      person: PersonBrief(
        name: known(person.flatMap(fullName), .name, role),
        function: known(person?.function, .function, role),
        phone: known(person?.phone, .phone, role), mail: known(person?.mail, .mail, role)),
      duties: role.duties.map { duty in
        DutyBrief(
          text: duty.statement.text, phase: base[duty.phase].title,
          isProposed: duty.statement.provenance.standing == .proposed)
      },
      owned: tasks.indices.filter { tasks[$0].task.owner == role.id },
      helped: tasks.indices.filter { helps(role, in: tasks[$0].task) })
  }

  private func known(
    _ value: String?, _ field: BasinPlace.PersonField, _ role: Role
  ) -> Known<String> {
    Known(value, or: field.blankName(of: role))
  }

  /// Help that is asked of the whole team is asked of each of its members.
  private func helps(_ role: Role, in task: Task) -> Bool {
    task.helpers.contains { helper in
      helper == role.id
        || (role.isOfTeam && task.owner != role.id && base[helper].isWholeTeam)
    }
  }

  private func fullName(_ person: Person) -> String? {
    guard let name = person.name else { return nil }
    return person.civility.map { "\($0)\u{A0}\(name)" } ?? name
  }

  // MARK: Tasks

  private func taskBrief(_ planned: PlannedTask, _ lessons: [LessonBrief]) -> TaskBrief {
    TaskBrief(
      planned: planned, moved: words(of: planned.move, base), phase: base[planned.task.phase].title,
      owner: base[planned.task.owner],
      helpers: planned.task.helpers.map { base[$0] },
      lessons: lessons.filter { $0.lesson.tasks.contains(planned.task.id) },
      sources: memory.words.sourceText(planned.task.provenance))
  }

  private func lateBrief() -> LateBrief? {
    plan.lateStart.map { late in
      LateBrief(
        day: late.day,
        dropped: late.dropped.map {
          DroppedBrief(task: $0.task, due: $0.due, latest: $0.latest, owner: base[$0.task.owner])
        },
        delayedCount: plan.tasks.count { $0.move?.reason == .lateStart })
    }
  }

  private func isForBasin(_ lesson: Lesson) -> Bool {
    let own: Set = ["bassin", "etablissement", "parents", "partenaires"]
    return lesson.publics.isEmpty || lesson.publics.contains(where: own.contains)
  }

  // MARK: Actions

  /// The stakes of the edition first, then the other themes, each with the best actions first; empty
  /// groups are left out.
  private func actionGroups(_ order: [Int], excluding own: Set<Action.ID>) -> [ActionGroup] {
    let stakes = edition.stakes.map(\.id.text)
    let first = stakes.compactMap { id in base.themes.first { $0.id.text == id } }
    let rest = base.themes.filter { !stakes.contains($0.id.text) }
    let others = Dictionary(
      grouping: order.map { memory.actions[$0] }.filter { !own.contains($0.action.id) },
      by: \.action.theme)
    return (first + rest).compactMap { theme in
      others[theme.id].map { ActionGroup(theme: theme, actions: $0) }
    }
  }

  // MARK: Glossary

  /// A kit says nothing of what came after its own edition.
  private func termBrief(_ term: Term) -> TermBrief? {
    let year = edition.start?.year ?? 0
    guard term.since.map({ $0 <= year }) ?? true else { return nil }
    let past = term.successors.filter { $0.year <= year }
    return TermBrief(term: term, later: past.map(\.text).joined(separator: " "))
  }
}
