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
    knownSources = Set(base.sources.filter { isPast($0, in: edition) }.map(\.id))
  }

  /// In the order of the files.
  package var actions: [Action] { base.actions.filter(holds) }

  /// In the order of the files.
  package var lessons: [Lesson] { base.lessons.filter(holds) }

  package func holds(_ action: Action) -> Bool {
    if let id = action.edition, !holds(id) { return false }
    if let year = action.schoolYear, year >= edition.schoolYear { return false }
    // Most weeks elsewhere came after the first ones here: what bears no date is not told.
    if action.academy != nil, action.schoolYear == nil,
      !action.provenance.sources.contains(where: { base[$0].date != nil })
    {
      return false
    }
    return rests(action.provenance)
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

private func isPast(_ source: Source, in edition: Edition) -> Bool {
  guard let date = source.date, let start = edition.start else { return true }
  // A year or a month alone may be as late as its end; days then compare as text.
  let latest = date + "9999-12-31".dropFirst(date.count)
  return latest < start.description
}
