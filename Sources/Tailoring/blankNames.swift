import French
package import KnowledgeBase

// The names of blanks that the base has a place for: a kit says them, and what a basin writes into
// them finds its way back by them.

extension Brief {
  /// The place of each such blank, by its name. A name that would stand for two places stands for
  /// none.
  package var blankPlaces: [(name: String, place: BasinPlace)] {
    let roles = (team + departmentRoles + academyRoles + schoolRoles).map(\.role)
    let people = roles.flatMap { role in
      BasinPlace.PersonField.allCases.map { field in
        (name: field.blankName(of: role), place: BasinPlace.person(role: role.id.text, field))
      }
    }
    let schools = BasinPlace.SchoolKind.allCases.map { kind in
      (name: kind.blankName, place: BasinPlace.schools(kind))
    }
    let all = people + schools
    let counts = Dictionary(all.map { ($0.name, 1) }, uniquingKeysWith: +)
    return all.filter { counts[$0.name] == 1 }
  }
}

extension BasinPlace.PersonField {
  func blankName(of role: Role) -> String {
    // The short names of the team's roles are masculine nouns of persons.
    let ofRole = Noun(role.short, .masculine).withDe
    return switch self {
    case .name: "nom \(ofRole)"
    case .function: "fonction et établissement \(ofRole)"
    case .phone: "téléphone \(ofRole)"
    case .mail: "courriel \(ofRole)"
    }
  }
}

extension BasinPlace.SchoolKind {
  package var blankName: String {
    switch self {
    case .colleges: "nombre de collèges"
    case .lycees: "nombre de lycées"
    case .schools: "nombre d’écoles"
    }
  }
}
