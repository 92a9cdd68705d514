package import Diagnostics

/// A short text for mail, the schools' digital work space and social networks.
package struct Message: Sendable {
  package typealias ID = Identifier<Message>

  /// When it leaves.
  package enum Moment: Hashable, Sendable {
    /// On the day on which a task is due.
    case task(Task.ID)
    case lead(Located<LeadTime>)
    case firstDay, eachDay
  }

  /// A stretch of the text. What stands between brackets in the file is a blank, but for the few
  /// names that a kit fills in by itself.
  package enum Part: Hashable, Sendable {
    case text(String)
    case blank(String)
    case value(Value)
  }

  package enum Value: String, Hashable, Sendable, CaseIterable {
    case programme = "nom de la Semaine"
    case dates = "dates de la Semaine"
    case site = "site de l’académie"
    case slogan
  }

  package let id: ID
  package let title: String
  package let to: String
  package let moment: Moment
  package let conditions: Set<Task.Condition>
  /// With its brackets.
  package let text: String
  package let provenance: Provenance
  package let span: SourceSpan
}

extension Message {
  package var parts: [Part] { Self.parts(of: text) ?? [] }

  /// The stretches of a text; nil when a bracket is not closed, or holds nothing or a bracket.
  static func parts(of text: String) -> [Part]? {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "]" }) {
      guard rest[open] == "[" else { return nil }
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { $0 == "[" || $0 == "]" }), inside[close] == "]"
      else { return nil }
      let name = String(inside[..<close])
      guard name.contains(where: { !$0.isWhitespace }) else { return nil }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(Value(rawValue: name).map(Part.value) ?? .blank(name))
      rest = inside[inside.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
