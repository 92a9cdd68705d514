package import Diagnostics
package import French
package import KnowledgeBase
package import Planning

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
/// - Parameter plan: the plan of the basin's profile in the edition.
/// - Complexity: linear in the size of the base.
package func tailor(
  _ base: KnowledgeBase, for basin: Basin, edition: Edition, plan: Plan
) -> Brief {
  Tailor(base: base, basin: basin, edition: edition, plan: plan).brief()
}

private struct Tailor {
  let base: KnowledgeBase
  let basin: Basin
  let edition: Edition
  let plan: Plan

  func brief() -> Brief {
    let profile = profile(of: basin, in: edition, base)
    let lessons = base.lessons.filter { isForBasin($0) && isPast($0) }.map(lessonBrief)
    let tasks = plan.tasks.map { taskBrief($0, lessons) }
    let chosen = edition.stakes.filter { basin.stakes.contains($0.id) }
    let past = base.actions.filter(isPast)
    let own = past.filter { $0.basins.contains(basin.id) }
    return Brief(
      academy: base.academy, principles: base.principles, department: base[basin.department],
      edition: editionBrief(edition),
      history: base.editions.filter { $0.rank < edition.rank }.map(editionBrief),
      basin: BasinBrief(
        basin: basin, experience: profile.experience,
        takesInFirstDegree: profile.takesInFirstDegree, isFunded: profile.isFunded,
        fund: base.funds.first { fund in edition.firstYear.map(fund.years.contains) ?? false },
        stakes: chosen.isEmpty ? edition.stakes : chosen,
        knownAction: basin.knownAction.flatMap { action in
          action.edition.map(isPast) == false ? nil : action.text
        },
        schools: base.schools(of: basin.id), counts: counts(of: base.schools(of: basin.id)),
        planWeeks: max(0, plan.weeks.map(\.leadWeeks).max() ?? 0)),
      team: teamBriefs(tasks), departmentRoles: roles(.departement, tasks),
      academyRoles: roles(.academie, tasks), schoolRoles: roles(.etablissement, tasks),
      phases: base.phases.map { phase in
        PhaseBrief(phase: phase, tasks: tasks.indices.filter { tasks[$0].task.phase == phase.id })
      },
      support: plan.support.map { taskBrief($0, lessons) },
      weeks: plan.weeks.map { WeekBrief(week: $0, label: weekLabel($0.leadWeeks)) },
      conflicts: words(of: plan.conflicts, base), lateStart: lateBrief(),
      longestChain: plan.longestChain, loads: plan.loads, ownActions: own.map(actionBrief),
      actionGroups: actionGroups(past, excluding: Set(own.map(\.id))), lessons: lessons,
      partners: base.partners, glossary: base.glossary.map(termBrief), tasks: tasks)
  }

  /// A number that a source gives stands; a list that names no school of a kind says nothing of it.
  private func counts(of schools: [School]) -> SchoolCounts {
    func count(_ kinds: Set<School.Kind>) -> Int? {
      let count = schools.count { kinds.contains($0.kind) }
      return count == 0 ? nil : count
    }
    return SchoolCounts(
      colleges: basin.schools.colleges ?? count([.college]),
      lycees: basin.schools.lycees ?? count([.lycee, .lp]),
      schools: basin.schools.schools ?? count([.ecole]))
  }

  private func editionBrief(_ edition: Edition) -> EditionBrief {
    EditionBrief(
      edition: edition,
      facts: edition.facts.map {
        FactBrief(text: $0.text, source: sourceText($0.provenance))
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
    // The short names of the team's roles are masculine nouns of persons.
    let ofRole = Noun(role.short, .masculine).withDe
    return RoleBrief(
      role: role, letter: letter,
      deputy: Known(role.deputy.map { base[$0].title }, or: "nom du suppléant \(ofRole)"),
      person: PersonBrief(
        name: Known(person.flatMap(fullName), or: "nom \(ofRole)"),
        function: Known(person?.function, or: "fonction et établissement \(ofRole)"),
        phone: Known(person?.phone, or: "téléphone \(ofRole)"),
        mail: Known(person?.mail, or: "courriel \(ofRole)")),
      duties: role.duties.map { duty in
        DutyBrief(
          text: duty.statement.text, phase: base[duty.phase].title,
          isProposed: duty.statement.provenance.standing == .proposed)
      },
      owned: tasks.indices.filter { tasks[$0].task.owner == role.id },
      helped: tasks.indices.filter { helps(role, in: tasks[$0].task) })
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

  // MARK: Tasks and lessons

  private func taskBrief(_ planned: PlannedTask, _ lessons: [LessonBrief]) -> TaskBrief {
    TaskBrief(
      planned: planned, moved: words(of: planned.move, base), phase: base[planned.task.phase].title,
      owner: base[planned.task.owner],
      helpers: planned.task.helpers.map { base[$0] },
      lessons: lessons.filter { $0.lesson.tasks.contains(planned.task.id) },
      sources: sourceText(planned.task.provenance))
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

  private func lessonBrief(_ lesson: Lesson) -> LessonBrief {
    let phase = base.phases.first { $0.id.text == lesson.phase }?.title
    return LessonBrief(
      lesson: lesson, phase: phase ?? capitalised(lesson.phase),
      source: origin(of: lesson))
  }

  /// « Titre », who published it, in which year: enough to find it again.
  private func sourceText(_ provenance: Provenance) -> String {
    provenance.sources.map { base[$0] }.filter(isPast).map { source in
      let year = source.date.map { String($0.prefix(4)) }
      let parts = ["«\u{A0}\(source.title)\u{A0}»", source.publisher, year]
      return parts.compactMap(\.self).joined(separator: ", ")
    }.joined(separator: "\u{A0}; ")
  }

  /// Where a lesson comes from: another academy, or edition and basin when they are known, then the
  /// sources.
  private func origin(of lesson: Lesson) -> String {
    let edition = lesson.edition.map { "\(ordinal(base[$0].rank, .feminine)) édition" }
    let basins = lesson.basins.map { base[$0].de }
    let place = basins.isEmpty ? nil : "bassin\(basins.count > 1 ? "s" : "") \(listed(basins))"
    let parts = [lesson.academy, edition, place].compactMap(\.self).joined(separator: ", ")
    let sources = sourceText(lesson.provenance)
    return parts.isEmpty ? sources : "\(parts)\u{A0}; \(sources)"
  }

  // MARK: What an edition can know
  //
  // A kit tells nothing of what came after its own edition, so that the kit of a past edition can
  // be built again and the bank grows from one edition to the next.

  private func isPast(_ action: Action) -> Bool {
    if let id = action.edition, !isPast(id) { return false }
    if let year = action.schoolYear, year >= edition.schoolYear { return false }
    // Most weeks elsewhere came after the first ones here: what bears no date is not told.
    if action.academy != nil, action.schoolYear == nil,
      !action.provenance.sources.contains(where: { base[$0].date != nil })
    {
      return false
    }
    return rests(action.provenance)
  }

  private func isPast(_ lesson: Lesson) -> Bool {
    if let id = lesson.edition, !isPast(id) { return false }
    return rests(lesson.provenance)
  }

  private func isPast(_ id: Edition.ID) -> Bool {
    base[id].rank < edition.rank
  }

  /// Whether one source at least is not known to be later than the edition.
  private func rests(_ provenance: Provenance) -> Bool {
    provenance.sources.isEmpty || provenance.sources.contains { isPast(base[$0]) }
  }

  private func isPast(_ source: Source) -> Bool {
    guard let date = source.date, let start = edition.start else { return true }
    // A year or a month alone may be as late as its end; days then compare as text.
    let latest = date + "9999-12-31".dropFirst(date.count)
    return latest < start.description
  }

  // MARK: Actions

  private func actionBrief(_ action: Action) -> ActionBrief {
    ActionBrief(
      action: action, place: place(of: action), when: time(of: action),
      theme: base.themes.first { $0.id == action.theme }?.title ?? "",
      source: sourceText(action.provenance))
  }

  private func place(of action: Action) -> String {
    let department = action.department.map { base[$0].name }
    var parts: [String] = []
    if let school = action.school { parts.append(school) }
    if let town = action.town {
      parts.append(department.map { "\(town) (\($0))" } ?? town)
    } else if action.basins.isEmpty, let department {
      parts.append(department)
    }
    if let academy = action.academy {
      if let region = action.region { parts.append(region) }
      parts.append(academy)
      return parts.joined(separator: ", ")
    }
    let basins = action.basins.map { base[$0] }
    if !basins.isEmpty {
      let names = listed(basins.map(\.de))
      parts.append(basins.count == 1 ? "bassin \(names)" : "bassins \(names)")
    }
    return parts.isEmpty ? base.academy.fullName : parts.joined(separator: ", ")
  }

  private func time(of action: Action) -> String {
    let rank = action.edition.map { base[$0].rank }
    let edition = rank.map { "\(ordinal($0, .feminine)) édition" }
    let parts = [edition, action.schoolYear].compactMap(\.self)
    return parts.isEmpty ? "date non indiquée" : parts.joined(separator: ", ")
  }

  /// The stakes of the edition first, then the other themes; empty groups are left out.
  private func actionGroups(
    _ past: [Action], excluding own: Set<Action.ID>
  ) -> [ActionGroup] {
    let stakes = edition.stakes.map(\.id.text)
    let first = stakes.compactMap { id in base.themes.first { $0.id.text == id } }
    let rest = base.themes.filter { !stakes.contains($0.id.text) }
    return (first + rest).compactMap { theme in
      let actions = past.filter { $0.theme == theme.id && !own.contains($0.id) }
      guard !actions.isEmpty else { return nil }
      return ActionGroup(theme: theme, actions: actions.map(actionBrief))
    }
  }

  // MARK: Glossary

  /// A kit says nothing of what came after its own edition.
  private func termBrief(_ term: Term) -> TermBrief {
    let year = edition.start?.year ?? 0
    let past = term.successors.filter { $0.year <= year }
    return TermBrief(term: term, later: past.map(\.text).joined(separator: " "))
  }
}
