/// Where the base keeps something that a basin can tell of itself, written as
/// `person/animateur/phone` or `schools/colleges`.
package enum BasinPlace: Hashable, Sendable {
  package enum PersonField: String, Hashable, Sendable, CaseIterable {
    /// Civility and name together, as a letter writes them.
    case name
    case function, phone, mail
  }

  package enum SchoolKind: String, Hashable, Sendable, CaseIterable {
    case colleges, lycees, schools
  }

  /// A role's id and what is asked of the person who holds it.
  case person(role: String, PersonField)
  case schools(SchoolKind)

  package var text: String {
    switch self {
    case .person(let role, let field): "person/\(role)/\(field.rawValue)"
    case .schools(let kind): "schools/\(kind.rawValue)"
    }
  }

  /// Nil for a text that names no place.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("person", 3):
      guard let field = PersonField(rawValue: parts[2]), !parts[1].isEmpty else { return nil }
      self = .person(role: parts[1], field)
    case ("schools", 2):
      guard let kind = SchoolKind(rawValue: parts[1]) else { return nil }
      self = .schools(kind)
    default: return nil
    }
  }
}
