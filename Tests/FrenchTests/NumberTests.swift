import French
import Testing

@Suite struct `Numbers in French` {
  @Test(
    arguments: zip(
      [0, 7, 999, 1_000, 35_000, 140_000, 1_234_567, -5, -12_345],
      ["0", "7", "999", "1^000", "35^000", "140^000", "1^234^567", "−5", "−12^345"]))
  func `stand in groups of three`(_ number: Int, _ french: String) {
    #expect(inFrench(number) == spaced(french))
  }

  @Test func `can be as far from zero as numbers go`() {
    #expect(inFrench(.min, .none) == "−9223372036854775808")
    #expect(euros(cents: .min) == spaced("−92^233^720^368^547^758,08~€"))
  }

  @Test func `of years are not grouped`() {
    #expect(inFrench(2015, .none) == "2015")
    #expect(inFrench(-12_345, .none) == "−12345")
  }

  @Test(
    arguments: zip(
      [0, 1, 2, 3, 1_200, -1],
      [
        "0~établissement", "1~établissement", "2~établissements", "3~établissements",
        "1^200~établissements", "−1~établissement",
      ]))
  func `take the plural from two on`(_ number: Int, _ french: String) {
    #expect(count(number, "établissement", "établissements") == spaced(french))
  }

  @Test func `of rank follow the gender only at one`() {
    #expect(ordinal(1, .masculine) == "1er")
    #expect(ordinal(1, .feminine) == "1re")
    #expect(ordinal(1, .unknown) == "1er")
    #expect(Gender.allCases.map { ordinal(2, $0) } == ["2e", "2e", "2e"])
    #expect(ordinal(21, .feminine) == "21e")
  }

  @Test func `of money keep their cents or drop the zeros`() {
    #expect(euros(cents: 1250) == spaced("12,50~€"))
    #expect(euros(cents: 1250, .brief) == spaced("12,50~€"))
    #expect(euros(cents: 1205) == spaced("12,05~€"))
    #expect(euros(cents: 150_000) == spaced("1^500,00~€"))
    #expect(euros(cents: 150_000, .brief) == spaced("1^500~€"))
    #expect(euros(cents: -5) == spaced("−0,05~€"))
    #expect(euros(cents: 0, .brief) == spaced("0~€"))
  }

  @Test func `have words while they are small`() {
    #expect(inWords(0) == "zéro")
    #expect(inWords(1, .feminine) == "une")
    #expect(inWords(8) == "huit")
    #expect(inWords(8, .feminine) == "huit")
    #expect(inWords(21, .feminine) == "vingt et une")
    #expect(inWords(24) == "vingt-quatre")
    #expect(inWords(25) == nil)
    #expect(inWords(-1) == nil)
  }
}
