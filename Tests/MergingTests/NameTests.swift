import Merging
import Testing

@Suite struct `A heading` {
  struct Case: Sendable, CustomTestStringConvertible {
    var heading: String
    var name: String
    var testDescription: String { heading }
  }

  @Test(arguments: [
    Case(heading: "Commune", name: "commune"),
    Case(heading: "Nom du maire", name: "nomDuMaire"),
    Case(heading: "Adresse\u{A0}: code postal", name: "adresseCodePostal"),
    Case(heading: "Téléphone (fixe)", name: "telephoneFixe"),
    Case(heading: "L’établissement", name: "lEtablissement"),
    Case(heading: "CP", name: "cp"),
    Case(heading: "N° RNE", name: "nRne"),
    Case(heading: "Cœur de ville", name: "coeurDeVille"),
    Case(heading: "nom_du_maire", name: "nom_du_maire"),
    Case(heading: "codePostal", name: "codePostal"),
    Case(heading: "2e adjoint", name: "colonne2eAdjoint"),
    Case(heading: "2015", name: "colonne2015"),
    Case(heading: "Or", name: "colonneOr"),
    Case(heading: "loop", name: "colonneLoop"),
    Case(heading: "???", name: "colonneC"),
    Case(heading: "日本", name: "colonneC"),
  ])
  func `becomes a name that templates can write`(_ row: Case) {
    #expect(fieldName(of: row.heading, letter: "C") == row.name)
  }
}
