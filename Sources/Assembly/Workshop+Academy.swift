package import Diagnostics
import Documents
package import Export
import FileTree
import HTMLFormat
import KnowledgeBase
import Templates

/// A kit that stands in the output, built now or by an earlier run.
package struct StandingKit: Sendable {
  package let manifest: Manifest
  /// The name of its folder.
  package let name: String
  /// Nil when there is no zip beside it.
  package let zipBytes: Int?

  package init(manifest: Manifest, name: String, zipBytes: Int?) {
    self.manifest = manifest
    self.name = name
    self.zipBytes = zipBytes
  }
}

/// The academic team's page and the style that it needs, by path from the output folder.
package struct AcademyFiles: Sendable {
  package let page: [UInt8]
  package let stylesheet: SharedFile
  package let script: SharedFile
}

extension Workshop {
  /// The academic team's page over the kits that stand in the output.
  ///
  /// Kits are listed in the order of the base's basins; those of basins that the base no longer
  /// knows come last, by name.
  package func academyFiles(over kits: [StandingKit]) throws(Stopped) -> AcademyFiles {
    let order = Dictionary(
      zip(base.basins.map(\.id.text), base.basins.indices), uniquingKeysWith: { first, _ in first })
    let sorted = kits.sorted { first, second in
      let ranks = [first, second].map { order[$0.manifest.basin] ?? Int.max }
      return (ranks[0], first.name) < (ranks[1], second.name)
    }
    let document = try compose(
      academyPage, academy: base.academy, principles: base.principles, edition: edition,
      stamp: stamp, kits: sorted.map(summary))
    let outline = Outline(title: document.title, home: document.place, folders: [])
    let site = Site(
      outline: outline, stylesheet: Looks.stylesheetPath.text, script: Looks.scriptPath.text,
      footer: base.academy.fullName, brand: base.academy.fullName)
    return AcademyFiles(
      page: site.page(for: document), stylesheet: looks.stylesheet, script: looks.script)
  }

  private func summary(_ kit: StandingKit) -> KitSummary {
    let manifest = kit.manifest
    return KitSummary(
      id: manifest.basin, name: manifest.name, label: manifest.label,
      department: manifest.department, isConfirmed: manifest.isConfirmed, isNew: manifest.isNew,
      home: "\(kit.name)/\(manifest.home)", zip: kit.zipBytes == nil ? "" : "\(kit.name).zip",
      zipBytes: kit.zipBytes ?? 0, documentCount: manifest.documentCount,
      blanks: manifest.blanks.map { KitSummary.Blanks(title: $0.title, names: $0.names) })
  }
}
