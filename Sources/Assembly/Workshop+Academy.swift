package import Diagnostics
import Documents
package import Export
import FileTree
import HTMLFormat
import KnowledgeBase
import Templates

/// The academic team's pages and the style that they need, by path from the output folder.
package struct AcademyFiles: Sendable {
  package let page: [UInt8]
  /// The knowledge base as a page.
  package let base: LooseFile
  /// What public kits leave out; nil beside kits that are not public.
  package let omissions: LooseFile?
  package let stylesheet: SharedFile
  package let script: SharedFile
  /// The guide for authors of templates, in its formats.
  package let guide: [LooseFile]
  /// The catalogue of the kits' documents, in its formats.
  package let catalogue: [LooseFile]
}

extension Workshop {
  /// The academic team's page over the kits that stand in the output.
  ///
  /// Kits are listed in the order of the base's basins; those of basins that the base no longer
  /// knows come last, by name.
  ///
  /// - Parameter omissions: what public kits leave out; nil beside kits that are not public.
  package func academyFiles(
    over ledger: KitLedger, omissions: [Omission]? = nil
  ) throws(Stopped) -> AcademyFiles {
    let order = Dictionary(
      zip(base.basins.map(\.id.text), base.basins.indices), uniquingKeysWith: { first, _ in first })
    let sorted = ledger.entries.sorted { first, second in
      let ranks = [first, second].map { order[$0.summary.id] ?? Int.max }
      return (ranks[0], first.name) < (ranks[1], second.name)
    }
    let document = try compose(
      academyPage, academy: base.academy, principles: base.principles, edition: edition,
      stamp: stamp, kits: sorted.map(\.summary), missing: ledger.missing,
      guide: guidePlace.map { $0.path(as: $0.formats[0]) } ?? "")
    let outline = Outline(title: document.title, home: document.place, folders: [])
    let overview = BasePage(base, findings: findings).document
    let site = Site(
      outline: outline, stylesheet: Looks.stylesheetPath.text, script: Looks.scriptPath.text,
      footer: base.academy.fullName, brand: brand)
    let omissionsPage = omissions.map { omissions in
      OmissionsPage(omissions: omissions, academy: base.academy.fullName, stamp: stamp).document
    }
    return AcademyFiles(
      page: site.page(for: document),
      base: LooseFile(path: .literal("base.html"), bytes: site.page(for: overview)),
      omissions: omissionsPage.map {
        LooseFile(path: .literal("donnees-otees.html"), bytes: site.page(for: $0))
      },
      stylesheet: looks.stylesheet, script: looks.script,
      guide: try guideFiles(), catalogue: try rendered([catalogue], outline, [:]))
  }
}
