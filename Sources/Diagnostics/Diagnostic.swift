/// A problem in the organiser's files, told so that the organiser can mend it.
package struct Diagnostic: Error, Hashable, Sendable {
  package var id: ID
  package var severity: Severity
  /// The rule that was broken: lower case, no full stop, names from the files in backticks.
  package var message: Phrase
  /// The smallest piece of text that shows the problem.
  package var span: SourceSpan?
  /// Other places that played a part, such as the first of two duplicates.
  package var notes: [Note]
  /// What the organiser can do about it. `message` never says it as well.
  package var help: [Phrase]
  /// What to show in place of the file's bytes, where people never see those.
  package var excerpt: Excerpt?

  package init(
    _ id: ID, _ severity: Severity, _ message: Phrase, at span: SourceSpan? = nil,
    notes: [Note] = [], help: [Phrase] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic {
  /// A stable name, `room.problem`, for tests and for searching the source.
  package struct ID: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral text: String) { self.text = text }
  }

  package enum Severity: String, Hashable, Sendable {
    /// The kit is built and may not be what the organiser meant.
    case warning
    /// The kit cannot be built.
    case error
  }

  package struct Note: Hashable, Sendable {
    package var message: Phrase
    package var span: SourceSpan
    package var excerpt: Excerpt?

    package init(_ message: Phrase, at span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }
}

/// A value, and the problems met on the way to it.
package struct Reported<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Reported: Sendable where Value: Sendable {}

/// Thrown by a stage that has nothing to hand on. It has already said why.
package struct Stopped: Error {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
