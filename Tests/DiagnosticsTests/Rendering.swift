import Diagnostics
import TestSupport

/// The text of diagnostics about one file.
func rendered(
  _ diagnostics: [Diagnostic], _ format: DiagnosticRenderer.Format,
  _ language: Language = .english, of file: SourceFile = MarkedText("").file()
) -> String {
  let renderer = DiagnosticRenderer(
    format: format, language: language, sources: [file.id: file.bytes])
  return renderer.text(of: diagnostics)
}

/// A problem that says nothing but where it is.
func problem(at range: Range<Int>, of file: SourceFile) -> Diagnostic {
  Diagnostic(
    "test.here", .error, Phrase(en: "here", fr: "ici"),
    at: SourceSpan(file: file.id, bytes: range))
}
