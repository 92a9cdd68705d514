/// Problems as values, and the only place that prints them.
///
/// A room that meets a fault in the organiser's files makes a `Diagnostic`; it travels unchanged
/// to the command, and `DiagnosticRenderer` turns it into text there. Nothing in between formats
/// or drops one. Every sentence is written in both languages, side by side, as a `Phrase`.
///
/// The room stands on nothing, not even Foundation.
package enum Diagnostics {}
