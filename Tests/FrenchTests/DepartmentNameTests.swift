import French
import Testing

@Suite struct `A department` {
  @Test(arguments: [
    Row("2a", "Corse-du-Sud", "de la Corse-du-Sud", "en Corse-du-Sud"),
    Row("22", "Côtes-d’Armor", "des Côtes-d’Armor", "dans les Côtes-d’Armor"),
    Row("29", "Finistère", "du Finistère", "dans le Finistère"),
    Row("35", "Ille-et-Vilaine", "de l’Ille-et-Vilaine", "en Ille-et-Vilaine"),
    Row("75", "Paris", "de Paris", "à Paris"),
    Row("91", "Essonne", "de l’Essonne", "dans l’Essonne"),
    Row("974", "La Réunion", "de La Réunion", "à La Réunion"),
  ])
  func `has its article and its preposition`(_ row: Row) {
    let name = DepartmentName(code: row.code)
    #expect(name?.name == row.name)
    #expect(name?.de == row.de)
    #expect(name?.within == row.within)
  }

  @Test func `is one of a hundred and one`() {
    let codes = (1...976).map { $0 < 10 ? "0\($0)" : "\($0)" } + ["2A", "2B"]
    #expect(codes.compactMap { DepartmentName(code: $0) }.count == 101)
    for code in ["", "1", "20", "96", "975", "2", "é"] {
      #expect(DepartmentName(code: code) == nil)
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let code: String
    let name: String
    let de: String
    let within: String
    var testDescription: String { code }

    init(_ code: String, _ name: String, _ de: String, _ within: String) {
      (self.code, self.name, self.de, self.within) = (code, name, de, within)
    }
  }
}
