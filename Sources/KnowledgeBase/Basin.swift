package import Diagnostics
package import French

/// An académie: the body that holds the week in all its basins.
package struct Academy: Sendable {
  package let id: String
  package let name: String
  /// « académie de Versailles »
  package let fullName: String
  /// « de l’académie de Versailles »
  package let de: String
  package let region: String?
  /// The zone of its school holidays.
  package let zone: String
  package let programme: String
  /// Nothing while the academy has none, as for slogan and motto.
  package let site: String?
  package let slogan: String?
  package let motto: String?
  package let logo: Logo?
  package let palette: Palette
  package let departments: [Department]

  /// The two colours of its kits, as `#rrggbb`.
  package struct Palette: Hashable, Sendable {
    package let accent: Located<String>
    package let due: Located<String>
  }
}

package struct Department: Sendable {
  package typealias ID = Identifier<Department>

  package let id: ID
  package let code: String
  package let name: String
  /// « de l’Essonne »
  package let de: String
  /// « dans l’Essonne »
  package let within: String
}

/// A bassin d’éducation: the area whose schools hold the week together.
package struct Basin: Sendable {
  package typealias ID = Identifier<Basin>

  /// Whether a source names the basin or the academy must still confirm its name.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case attested, unconfirmed
  }

  package let id: ID
  package let name: String
  /// « d’Évry »
  package let de: String
  package let department: Department.ID
  package let status: Status
  /// The rank of the first edition the basin took part in; unknown for most.
  package let firstEdition: Int?
  /// Whether first-degree schools take part; the edition's stakes decide when it is not said.
  package let takesInFirstDegree: Bool?
  /// The stakes it chose; empty means all those of the edition.
  package let stakes: [Stake.ID]
  package let knownAction: KnownAction?
  /// When the basin sets to work, by edition, where it is not at the beginning of its plan.
  package let starts: [Start]
  /// The editions for which it asks the European Social Fund for money.
  package let fundedEditions: [Edition.ID]
  package let logo: Logo?
  package let schools: SchoolCounts
  package private(set) var people: [Person]
  package let provenance: Provenance
  package let span: SourceSpan
}

extension Basin {
  /// The first day on which a basin can work for an edition.
  package struct Start: Hashable, Sendable {
    package let edition: Edition.ID
    package let day: Located<CalendarDay>
  }

  /// The basin as anybody may know it: what its people told of themselves becomes blank.
  package var withoutPersonalData: Basin {
    var basin = self
    basin.people = []
    return basin
  }
}

/// What a source says that a basin did, in a few words.
package struct KnownAction: Hashable, Sendable {
  package let text: String
  /// The edition it belongs to, when it is known.
  package let edition: Edition.ID?
}

/// Numbers of schools, each known or not.
package struct SchoolCounts: Hashable, Sendable {
  package let colleges: Int?
  package let lycees: Int?
  package let schools: Int?
  /// Pupils of the collèges and lycées.
  package let pupils: Int?
  /// Communes that have a collège or a lycée.
  package let communes: Int?

  package static let unknown = SchoolCounts(colleges: nil, lycees: nil, schools: nil)

  package init(
    colleges: Int?, lycees: Int?, schools: Int?, pupils: Int? = nil, communes: Int? = nil
  ) {
    self.colleges = colleges
    self.lycees = lycees
    self.schools = schools
    self.pupils = pupils
    self.communes = communes
  }

  /// Collèges and lycées together, when both are known.
  package var secondDegree: Int? {
    colleges.flatMap { colleges in lycees.map { colleges + $0 } }
  }
}

/// Who holds a role in a basin. Personal data: it stays in the basins' file.
package struct Person: Hashable, Sendable {
  package let role: Role.ID
  package let civility: String?
  package let name: String?
  package let function: String?
  package let phone: String?
  package let mail: String?
}
