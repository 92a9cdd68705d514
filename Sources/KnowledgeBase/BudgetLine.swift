package import Diagnostics

/// What the week of a basin may cost, or who may pay. It never has a price: prices are those of
/// the quotes.
package struct BudgetLine: Sendable {
  package typealias ID = Identifier<BudgetLine>

  package enum Side: String, Hashable, Sendable, CaseIterable {
    case expense, income

    /// In French, as a kit says it.
    package var title: String {
      switch self {
      case .expense: "dépense"
      case .income: "recette"
      }
    }
  }

  package let id: ID
  package let side: Side
  package let title: String
  /// What says how much of it a basin needs.
  package let quantities: [Quantity.ID]
  package let conditions: Set<Task.Condition>
  /// What to ask or to watch.
  package let note: String?
  package let provenance: Provenance
  package let span: SourceSpan
}
