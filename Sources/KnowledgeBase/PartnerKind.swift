package import Diagnostics

/// A kind of partner: why it would come and what one asks of it.
package struct PartnerKind: Sendable {
  package typealias ID = Identifier<PartnerKind>

  package let id: ID
  package let kind: String
  package let title: String
  /// How a letter calls it and takes leave.
  package let formula: LetterFormula
  package let function: String
  package let why: String
  package let asks: [String]
  package let care: String?
  package let documents: [DocumentReference]
  package let provenance: Provenance
  package let span: SourceSpan
}

/// An entry of the glossary.
package struct Term: Sendable {
  package typealias ID = Identifier<Term>

  /// What became of it later, and from which year.
  package struct Successor: Sendable {
    package let year: Int
    package let text: String
  }

  package let id: ID
  package let short: String
  package let long: String
  /// Whether a basin should know whom to call there.
  package let isContact: Bool
  /// Whether everybody knows it as it is: a document may use it without saying what it means.
  package let isEveryday: Bool
  /// The year of the first week that knew it; nothing for what was there from the beginning.
  package let since: Int?
  package let means: String
  package let successors: [Successor]
  package let provenance: Provenance
  package let span: SourceSpan
}
