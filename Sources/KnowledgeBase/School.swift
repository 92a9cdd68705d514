package import Diagnostics
import French

/// A school of the directory. Its basin is blank until the academy says it.
package struct School: Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case ecole, college, lycee, lp, other

    /// In French, as a kit says it.
    package var title: String {
      switch self {
      case .ecole: "école"
      case .college: "collège"
      case .lycee: "lycée"
      case .lp: "lycée professionnel"
      case .other: "autre établissement"
      }
    }
  }

  package enum Sector: String, Hashable, Sendable, CaseIterable {
    case `public`, `private`
  }

  /// Whether it is of the priority education network, as of the year of its source.
  package enum Priority: String, Hashable, Sendable, CaseIterable {
    case no, rep
    case repPlus = "rep-plus"
  }

  /// Its national number (UAI): seven digits and a letter.
  package let number: String
  package let name: String
  package let kind: Kind
  /// Unknown where no source says it.
  package let sector: Sector?
  package let priority: Priority?
  package let address: String?
  package let postcode: String?
  package let town: String
  package let basin: Basin.ID?
  package let pupils: Int?
  package let provenance: Provenance
  package let span: SourceSpan
}

extension School {
  /// The letter that a number must end with: the remainder of its seven digits by 23, in the
  /// alphabet without I, O and Q. Nothing for what does not begin with seven digits.
  static func checkLetter(of number: String) -> Character? {
    guard number.utf8.count == 8, let digits = Int(number.prefix(7)) else { return nil }
    return Array("ABCDEFGHJKLMNPRSTUVWXYZ")[digits % 23]
  }
}

extension School.Kind {
  /// What the first words of a name say: « Collège Jean Lurçat », « LYCÉE PROFESSIONNEL… ».
  package init(name: String) {
    let words = folded(name)
    let known: [(String, School.Kind)] = [
      ("ecole maternelle", .ecole), ("ecole elementaire", .ecole), ("ecole primaire", .ecole),
      ("college", .college), ("lycee professionnel", .lp), ("lycee des metiers", .lp),
      ("section d'enseignement professionnel", .lp), ("lycee", .lycee),
    ]
    self = known.first { words.hasPrefix($0.0) }?.1 ?? .other
  }
}
