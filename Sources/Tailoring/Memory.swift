package import French
package import KnowledgeBase
import Planning
package import Ranking

/// What an edition remembers, with its words: made once, as no basin changes it.
package struct Memory: Sendable {
  package let past: Past
  package let ranking: ActionRanking
  /// The past actions, in the order of the file.
  package let actions: [ActionBrief]
  /// The past lessons that basins can use, in the order of the file.
  package let lessons: [LessonBrief]

  package var base: KnowledgeBase { past.base }
  package var edition: Edition { past.edition }

  package init(_ base: KnowledgeBase, of edition: Edition) {
    past = Past(base, of: edition)
    let known = past.actions
    ranking = ActionRanking(known, of: base)
    let words = MemoryWords(past: past)
    actions = known.map(words.brief)
    lessons = past.lessons.filter(isForBasins).map(words.brief)
  }

  /// What decides the ranking of a basin that can begin on a day, or later when it says so itself.
  package func situation(of basin: Basin, from day: CalendarDay) -> Situation {
    let profile = profile(of: basin, in: edition, base)
    let first = max(day, profile.start ?? day)
    let days = edition.start.map { first.days(until: $0.monday) } ?? 0
    return Situation(
      basin: basin, schools: base.counts(of: basin), edition: edition,
      isNew: profile.experience == .new,
      takesInFirstDegree: profile.takesInFirstDegree, weeksLeft: max(0, days / 7))
  }

  /// What a basin that can begin on a day has held itself, and what it might try, each with the
  /// reasons for which it should look at it.
  package func suggestions(
    for basin: Basin, from day: CalendarDay
  ) -> (own: [ActionBrief], chosen: [ActionBrief]) {
    let situation = situation(of: basin, from: day)
    let found = ranking.suggestions(for: situation)
    return (
      found.own.map { brief(of: $0, situation, isOwn: true) },
      found.chosen.map { brief(of: $0, situation, isOwn: false) }
    )
  }

  private func brief(
    of suggestion: Suggestion, _ situation: Situation, isOwn: Bool
  ) -> ActionBrief {
    var brief = actions[suggestion.position]
    let words = ReasonWords(brief: brief, situation: situation, base: base)
    brief.reasons =
      (isOwn ? ["déjà fait chez vous"] : []) + words.reasons(suggestion.reasons)
    brief.warnings = words.warnings(suggestion.reasons)
    return brief
  }

  var words: MemoryWords { MemoryWords(past: past) }
}

private func isForBasins(_ lesson: Lesson) -> Bool {
  let own: Set = ["bassin", "etablissement", "parents", "partenaires"]
  return lesson.publics.isEmpty || lesson.publics.contains(where: own.contains)
}

/// Where and when past actions and lessons come from, in French.
struct MemoryWords {
  let past: Past

  private var base: KnowledgeBase { past.base }

  func brief(_ action: Action) -> ActionBrief {
    ActionBrief(
      action: action, place: place(of: action), when: time(of: action),
      theme: base.themes.first { $0.id == action.theme }?.title ?? "",
      source: sourceText(action.provenance))
  }

  func brief(_ lesson: Lesson) -> LessonBrief {
    let phase = base.phases.first { $0.id.text == lesson.phase }?.title
    return LessonBrief(
      lesson: lesson, phase: phase ?? capitalised(lesson.phase), source: origin(of: lesson))
  }

  /// « Titre », who published it, in which year: enough to find it again.
  func sourceText(_ provenance: Provenance) -> String {
    provenance.sources.filter(past.holds).map { base[$0] }.map { source in
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
}
