package import Diagnostics
package import Documents
import French
import KnowledgeBase
package import Proofreading
package import Tailoring

/// What texts call something that a task brings about, so that its day can be looked for in them.
package struct PlannedEvent: Sendable {
  /// The task's id.
  package let task: Located<String>
  package let name: String
}

/// The path of the guide for authors in the templates' folder.
package let guidePath = "LISEZ-MOI.fodt"

extension KitPlan {
  /// The roles that the plan names, with their places.
  package var owners: [Located<String>] {
    folders.flatMap(\.entries).compactMap(\.owner)
  }

  /// Numbers of the catalogue at which no document stands, as far as the plan says how many there
  /// are.
  package var missingNumbers: [Located<Int>] {
    guard let catalogue else { return [] }
    let planned = Set(folders.flatMap(\.entries).map(\.number))
    return (1...catalogue.value).filter { !planned.contains("\($0)") }
      .map { Located($0, at: catalogue.span) }
  }
}

/// A document of the plan as the catalogue lists it, whatever the basin.
package struct CatalogueEntry: Sendable {
  package let id: String
  package let number: String
  package let folder: String
  package let title: String
  package let purpose: String
  package let audience: String
  /// Which kits have it; empty for all.
  package let only: String
  package let owner: String?
  package let pages: ClosedRange<Int>?
  package let formats: [DocumentPlace.Format]
}

extension KitPlan {
  /// The documents in the order of the plan. Where a text depends on a basin, « … » stands for it.
  package var catalogueEntries: [CatalogueEntry] {
    folders.flatMap { folder in
      folder.entries.map { entry in
        CatalogueEntry(
          id: entry.id, number: entry.number, folder: folder.title,
          title: entry.commonTitle.plain, purpose: entry.purpose.plain,
          audience: entry.loop == nil ? entry.audience.plain : entry.commonAudience,
          only: entry.only, owner: entry.owner?.value, pages: entry.pages,
          formats: entry.formats)
      }
    }
  }
}

extension KitPlan.Entry {
  /// For whom a repeated document is, when all of it is meant.
  fileprivate var commonAudience: String {
    let text = audience.plain
    return text == "…" ? "Chaque membre de l’équipe" : text
  }
}

extension TextTemplate {
  fileprivate var plain: String {
    typeset(
      segments.map { segment in
        if case .literal(let text) = segment { text } else { "…" }
      }.joined())
  }
}

extension Brief {
  /// The abbreviations of the glossary, by which documents are read.
  package var acronyms: AcronymIndex {
    AcronymIndex(
      glossary.map(\.term).map {
        Acronym(short: $0.short, long: $0.long, isEveryday: $0.isEveryday)
      })
  }
}
