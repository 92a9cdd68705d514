import Diagnostics
import Documents
import FileTree
import French
import KnowledgeBase
import Reconciling
import Planning
import Tailoring
import Templates

/// The page that tells a basin what an update changed in its kit.
enum UpdatePage {
  static let stem = "00-mise-a-jour"

  static func isName(_ path: RelativePath) -> Bool {
    path.components.count <= 2 && [".html", ".odt"].contains { path.name == stem + $0 }
  }
}

extension Workshop {
  /// The page in HTML and ODT, in the first folder of the kit.
  func updatePage(
    _ notes: UpdateNotes, of composed: ComposedKit
  ) throws(Stopped) -> [LooseFile] {
    let outline = composed.outline
    let place = DocumentPlace(
      folder: outline.folders.first?.name ?? "", stem: UpdatePage.stem, formats: [.html, .odt])
    let document = Document(
      place: place, title: "Ce que la mise à jour a changé",
      header: DocumentHeader(
        context: "\(capitalised(notes.basin)) · édition \(edition.id)",
        purpose: "Savoir ce qui est nouveau, ce qui est gardé et ce qui reste à trancher",
        audience: "L’équipe du bassin", moment: "Juste après une mise à jour du kit",
        issued: stamp.day.inFrench(.medium)),
      body: notes.blocks)
    return try files(of: [document], outline, mentions: composed.footer)
      .filter { UpdatePage.isName($0.path) }
  }

  /// What the base tells this edition and did not tell an earlier one; nothing when that one is
  /// not known, or the same.
  func news(for basin: Basin, since former: String) -> UpdateNotes.News {
    guard former != edition.id.text,
      let before = base.editions.first(where: { $0.id.text == former })
    else { return UpdateNotes.News() }
    do throws(Stopped) {
      let season = try Season(base, edition: before)
      let plan = try makePlan(season, profile: profile(of: basin, in: before, base))
      let then = tailor(
        Memory(base, of: before), for: basin, plan: plan, from: before.firstKitDay ?? stamp.day)
      let now = brief(of: basin)
      return UpdateNotes.News(
        tasks: fresh(then.tasks.map(\.task), now.tasks.map(\.task), by: \.id).map(\.title),
        actions: fresh(then.actions, now.actions, by: \.id).map(\.title),
        lessons: fresh(then.lessons.map(\.lesson), now.lessons.map(\.lesson), by: \.id)
          .map(\.text))
    } catch {
      // A plan of that edition cannot be made any more: nobody can say what it told.
      return UpdateNotes.News()
    }
  }

  private func fresh<Item, ID: Hashable>(
    _ then: [Item], _ now: [Item], by id: (Item) -> ID
  ) -> [Item] {
    let known = Set(then.map(id))
    return now.filter { !known.contains(id($0)) }
  }
}

extension Brief {
  fileprivate var actions: [Action] {
    ownActions.map(\.action) + actionGroups.flatMap(\.actions).map(\.action)
  }
}

// MARK: The words of the page

extension UpdateNotes {
  fileprivate var blocks: [Block] {
    [summary] + openBlocks + workBlocks + kitBlocks + newsBlocks
  }

  private var summary: Block {
    let open =
      openCount == 0
      ? "Rien ne reste à trancher."
      : "Il reste \(count(openCount, "endroit", "endroits")) à regarder\u{A0}: voyez ci-dessous."
    let origin =
      formerEdition == edition
      ? "Votre kit a été refait pour la même édition."
      : "Votre kit est passé de l’édition \(formerEdition) à l’édition \(edition)."
    let renewed = count(renewedCount, "fichier a été renouvelé", "fichiers ont été renouvelés")
    let text = "\(origin) \(renewed), et rien de ce que vous aviez fait n’est perdu. \(open)"
    return .paragraph(Paragraph([.text(text)], look: .lead))
  }

  private var openBlocks: [Block] {
    var blocks: [Block] = []
    let open = merged.filter { !$0.conflicts.isEmpty }
    if !open.isEmpty {
      blocks += section(
        "À trancher",
        "Dans ces documents, vous et l’académie avez changé le même passage. Les deux versions s’y "
          + "suivent, sous un repère jaune qui commence par ⇄\u{A0}: gardez celle qui convient, puis "
          + "effacez l’autre et les repères.")
      for document in open {
        blocks.append(.heading(Heading(level: 3, [.text(shown(document.path))])))
        blocks.append(list(document.conflicts.map(\.words)))
      }
    }
    if !beside.isEmpty {
      blocks += section(
        "À reporter à la main",
        "Votre version n’a pas pu être réunie avec la nouvelle\u{A0}: elle est à côté, entière.")
      blocks.append(
        list(
          beside.map {
            "\(shown($0.path))\u{A0}: votre version est dans \($0.other) (\($0.reason.french))."
          }))
    }
    if !notFilled.isEmpty {
      blocks += section(
        "À vérifier",
        "Ces réponses n’ont pas été reportées dans la base de connaissances.")
      blocks.append(list(notFilled.map(\.french)))
    }
    return blocks
  }

  private var workBlocks: [Block] {
    var blocks: [Block] = []
    let whole = merged.filter(\.conflicts.isEmpty)
    blocks += section(
      "Votre travail, réuni avec la nouvelle version", nil,
      whole.map { document in
        let look = document.keepsLook ? " (votre mise en page est gardée)" : ""
        return shown(document.path) + look
      })
    blocks += section("Votre travail, gardé tel quel", nil, kept.map(shown))
    blocks += section(
      "Vos fichiers", "Ils ne viennent pas du kit et n’ont pas changé.",
      own.map { $0.from == $0.to ? $0.to : "\($0.from), maintenant \($0.to)" })
    blocks += section(
      "Vos réponses, reportées dans la base de connaissances",
      "Les prochains kits les diront d’eux-mêmes.", filled.map(\.french))
    return blocks
  }

  private var kitBlocks: [Block] {
    section("Documents nouveaux", nil, added.map(shown))
      + section("Documents que le kit n’a plus", nil, gone.map(shown))
      + section(
        "Documents qui ont retrouvé leur nom",
        "Les pages du kit y renvoient sous ce nom.",
        renamed.map { "\($0.from), maintenant \($0.to)" })
      + section("Fichiers qui sont revenus", nil, returned.map(shown))
  }

  private var newsBlocks: [Block] {
    section("Tâches nouvelles depuis l’édition \(formerEdition)", nil, news.tasks)
      + section("Actions nouvelles depuis l’édition \(formerEdition)", nil, news.actions)
      + section("Retours d’expérience nouveaux", nil, news.lessons)
  }

  private func section(_ title: String, _ text: String?, _ items: [String]) -> [Block] {
    items.isEmpty ? [] : section(title, text) + [list(items)]
  }

  private func section(_ title: String, _ text: String?) -> [Block] {
    let heading = Block.heading(Heading(level: 2, [.text(title)]))
    return [heading] + (text.map { [.paragraph(Paragraph([.text($0)]))] } ?? [])
  }

  private func list(_ items: [String]) -> Block {
    .list(List(isNumbered: false, items: items.map { [.paragraph(Paragraph([.text($0)]))] }))
  }

  private func shown(_ path: String) -> String {
    title(of: path).map { "\($0) (\(path))" } ?? path
  }
}

extension MergeConflict {
  fileprivate var words: String {
    let place = heading.isEmpty ? "" : "Sous «\u{A0}\(heading)\u{A0}», "
    let text =
      switch mark {
      case .yours, .newOne:
        "vous avez écrit «\u{A0}\(yours)\u{A0}», et le kit dit «\u{A0}\(new)\u{A0}»."
      case .removedByYou:
        "vous aviez retiré un passage que le kit a changé\u{A0}: «\u{A0}\(new)\u{A0}»."
      case .goneFromKit: "le kit n’a plus ce que vous aviez changé\u{A0}: «\u{A0}\(yours)\u{A0}»."
      }
    return place.isEmpty ? capitalised(text) : place + text
  }
}
