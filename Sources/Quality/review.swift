import Diagnostics
import French
package import KnowledgeBase

/// All findings, kind after kind, each in the order of the files.
///
/// - Parameter documents: the ids of the kit's documents.
/// - Complexity: linear in the size of the base; near doubles as `nearDoubles`.
package func review(_ base: KnowledgeBase, documents: [String]) -> [Finding] {
  let reviewer = Reviewer(base: base)
  return reviewer.unsourced + reviewer.thinStakes + reviewer.uncalled(documents)
    + reviewer.idleRoles + reviewer.doubles + reviewer.undatedEditions + reviewer.blankBasins
}

private struct Reviewer {
  let base: KnowledgeBase

  // MARK: Sources

  /// One finding for each kind of item.
  var unsourced: [Finding] {
    let kinds: [(Phrase, [(id: String, provenance: Provenance)])] = [
      (Phrase(en: "basins", fr: "bassins"), base.basins.map { ($0.id.text, $0.provenance) }),
      (Phrase(en: "roles", fr: "rôles"), base.roles.map { ($0.id.text, $0.provenance) }),
      (Phrase(en: "tasks", fr: "tâches"), base.tasks.map { ($0.id.text, $0.provenance) }),
      (
        Phrase(en: "lessons", fr: "retours d’expérience"),
        base.lessons.map { ($0.id.text, $0.provenance) }
      ),
      (
        Phrase(en: "kinds of partner", fr: "partenaires"),
        base.partners.map { ($0.id.text, $0.provenance) }
      ),
      (Phrase(en: "terms", fr: "mots"), base.glossary.map { ($0.id.text, $0.provenance) }),
      (Phrase(en: "editions", fr: "éditions"), base.editions.map { ($0.id.text, $0.provenance) }),
    ]
    return kinds.compactMap { name, items in
      let bare = items.filter(\.provenance.sources.isEmpty).map(\.id)
      guard !bare.isEmpty else { return nil }
      let shown = bare.prefix(8).joined(separator: ", ") + (bare.count > 8 ? ", …" : "")
      return Finding(
        kind: .unsourced, subject: name,
        detail: Phrase(
          en: "\(bare.count) of \(items.count): \(shown)",
          fr: "\(bare.count) sur \(items.count) : \(shown)"), span: nil)
    }
  }

  // MARK: Stakes

  /// Fewer than this is little to choose from.
  private static let enoughActions = 5

  var thinStakes: [Finding] {
    let edition = base[base.currentEdition]
    return edition.stakes.compactMap { stake in
      let all = base.actions.filter { $0.theme.text == stake.id.text }
      let own = all.count { $0.academy == nil }
      guard own < Self.enoughActions else { return nil }
      let elsewhere = all.count - own
      return Finding(
        kind: .thinStake, subject: Phrase(en: stake.short, fr: stake.short),
        detail: Phrase(
          en: "\(own) here, \(elsewhere) elsewhere", fr: "\(own) ici, \(elsewhere) ailleurs"),
        span: edition.span)
    }
  }

  // MARK: Documents and roles

  func uncalled(_ documents: [String]) -> [Finding] {
    let called = Set(base.tasks.flatMap(\.documents).map(\.value))
    return documents.filter { !called.contains($0) }.map { id in
      let lessons = base.lessons.count { lesson in lesson.documents.contains { $0.value == id } }
      return Finding(
        kind: .uncalledDocument, subject: Phrase(en: id, fr: id),
        detail: Phrase(
          en: "\(lessons) lessons speak of it", fr: "\(lessons) retours d’expérience en parlent"),
        span: nil)
    }
  }

  var idleRoles: [Finding] {
    let busy = Set(base.tasks.flatMap { [$0.owner] + $0.helpers })
    return base.roles.filter { !busy.contains($0.id) }.map { role in
      Finding(
        kind: .idleRole, subject: Phrase(en: role.title, fr: role.title),
        detail: Phrase(en: role.level.title, fr: role.level.title), span: role.span)
    }
  }

  // MARK: Doubles

  var doubles: [Finding] {
    let actions = base.actions.map { (title: $0.title, id: $0.id.text, span: $0.span) }
    let tasks = base.tasks.map { (title: $0.title, id: $0.id.text, span: $0.span) }
    let lessons = base.lessons.map { (title: $0.text, id: $0.id.text, span: $0.span) }
    return [actions, tasks, lessons].flatMap { items in
      nearDoubles(of: items.map(\.title)).map { pair in
        let (first, second) = (items[pair.first], items[pair.second])
        return Finding(
          kind: .nearDouble, subject: Phrase(en: first.title, fr: first.title),
          detail: Phrase(
            en: "\(first.id) and \(second.id): « \(second.title) »",
            fr: "\(first.id) et \(second.id) : « \(second.title) »"), span: second.span)
      }
    }
  }

  // MARK: Blanks

  var undatedEditions: [Finding] {
    base.editions.compactMap { edition in
      let blanks = [
        (edition.start == nil, Phrase(en: "first day", fr: "premier jour")),
        (edition.end == nil, Phrase(en: "last day", fr: "dernier jour")),
        (edition.basinCount == nil, Phrase(en: "basins", fr: "bassins")),
        (edition.schoolCount == nil, Phrase(en: "schools", fr: "établissements")),
      ].filter(\.0).map(\.1)
      return finding(.undatedEdition, edition.id.text, blanks, edition.span)
    }
  }

  var blankBasins: [Finding] {
    let team = base.roles.filter(\.isOfTeam)
    return base.basins.compactMap { basin in
      let named = Set(basin.people.filter { $0.name != nil }.map(\.role))
      let nameless = team.count { !named.contains($0.id) }
      let schools = base.schools(of: basin.id)
      let lycees = schools.contains { [.lycee, .lp].contains($0.kind) }
      let blanks = [
        (basin.status == .unconfirmed, Phrase(en: "its name", fr: "son nom")),
        (basin.firstEdition == nil, Phrase(en: "first edition", fr: "première édition")),
        (
          basin.schools.colleges == nil && !schools.contains { $0.kind == .college },
          Phrase(en: "collèges", fr: "collèges")
        ),
        (basin.schools.lycees == nil && !lycees, Phrase(en: "lycées", fr: "lycées")),
        (
          nameless > 0,
          Phrase(
            en: "\(nameless) of \(team.count) names of its team",
            fr: "\(nameless) noms sur \(team.count) dans l’équipe")
        ),
      ].filter(\.0).map(\.1)
      return finding(.blankBasin, basin.name, blanks, basin.span)
    }
  }

  private func finding(
    _ kind: Finding.Kind, _ name: String, _ blanks: [Phrase], _ span: SourceSpan
  ) -> Finding? {
    guard !blanks.isEmpty else { return nil }
    return Finding(
      kind: kind, subject: Phrase(en: name, fr: name),
      detail: Phrase(
        en: blanks.map(\.english).joined(separator: ", "),
        fr: blanks.map(\.french).joined(separator: ", ")), span: span)
  }
}
