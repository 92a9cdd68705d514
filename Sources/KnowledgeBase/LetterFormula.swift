package import Diagnostics

/// How a letter calls the person it is for, and takes leave.
package struct LetterFormula: Sendable {
  package typealias ID = Identifier<LetterFormula>

  package let id: ID
  /// Whom it is for: « Maire ».
  package let title: String
  /// The call, without its comma: « Monsieur le Maire ».
  package let masculineCall: String
  package let feminineCall: String
  /// « Je vous prie d’agréer », before the call that the last sentence repeats.
  package let closingStart: String
  /// « l’expression de ma haute considération », after it.
  package let closing: String
  package let note: String?
  package let provenance: Provenance
  package let span: SourceSpan
}
