import French

/// What an edition can know of the base: nothing that came with it or after it.
///
/// So the kit of a past edition can be built again, and the bank of actions grows from one edition
/// to the next.
package struct Past: Sendable {
  package let base: KnowledgeBase
  package let edition: Edition
  private let knownSources: Set<Source.ID>

  package init(_ base: KnowledgeBase, of edition: Edition) {
    self.base = base
    self.edition = edition
    // A source without a date is as late as what was done by it.
    let later = base.actions.filter { !isTimely($0, in: edition, base) }
      .flatMap(\.provenance.sources).filter { base[$0].date == nil }
    knownSources = Set(base.sources.filter { isPast($0, in: edition) }.map(\.id))
      .subtracting(later)
  }

  /// In the order of the files.
  package var actions: [Action] { base.actions.filter(holds) }

  /// In the order of the files.
  package var lessons: [Lesson] { base.lessons.filter(holds) }

  package func holds(_ action: Action) -> Bool {
    isTimely(action, in: edition, base) && rests(action.provenance)
  }

  package func holds(_ lesson: Lesson) -> Bool {
    if let id = lesson.edition, !holds(id) { return false }
    return rests(lesson.provenance)
  }

  package func holds(_ id: Edition.ID) -> Bool { base[id].rank < edition.rank }

  /// Whether the source is not known to be later than the edition.
  package func holds(_ source: Source.ID) -> Bool { knownSources.contains(source) }

  private func rests(_ provenance: Provenance) -> Bool {
    provenance.sources.isEmpty || provenance.sources.contains(where: holds)
  }
}

/// Whether the action itself says nothing against its being past.
private func isTimely(_ action: Action, in edition: Edition, _ base: KnowledgeBase) -> Bool {
  if let id = action.edition, base[id].rank >= edition.rank { return false }
  if let year = action.schoolYear { return year < edition.schoolYear }
  // Most weeks elsewhere came after the first ones here: what bears no date is not told.
  return action.academy == nil
    || action.provenance.sources.contains { base[$0].date != nil }
}

private func isPast(_ source: Source, in edition: Edition) -> Bool {
  guard let date = source.date, let start = edition.start else { return true }
  // A year or a month alone may be as late as its end; days then compare as text.
  let latest = date + "9999-12-31".dropFirst(date.count)
  return latest < start.description
}
