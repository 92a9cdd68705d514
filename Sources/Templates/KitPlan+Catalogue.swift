package import Diagnostics
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

extension Brief {
  /// The abbreviations of the glossary, by which documents are read.
  package var acronyms: AcronymIndex {
    AcronymIndex(
      glossary.map(\.term).map {
        Acronym(short: $0.short, long: $0.long, isEveryday: $0.isEveryday)
      })
  }
}
