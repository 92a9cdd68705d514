import French
import TestSupport
import Testing

@Suite struct `Raised letters` {
  /// In `expected`, what is raised stands between braces.
  @Test(arguments: [
    Row("le 1er mars", "le 1{er} mars"), Row("1re, 2e, 2de, 3es", "1{re}, 2{e}, 2{de}, 3{es}"),
    Row("les 6e et 5e", "les 6{e} et 5{e}"), Row("au XXIe siècle", "au XXI{e} siècle"),
    Row("François Ier", "François I{er}"), Row("Ve République", "V{e} République"),
    Row("en Tle", "en T{le}"), Row("n° 3", "n{o} 3"), Row("no~3", "n{o}~3"), Row("nᵒ 3", "n{o} 3"),
    Row("n°s 3 et 4", "n{os} 3 et 4"), Row("nos 3 classes", "nos 3 classes"), Row("non", "non"),
    Row("Vers le Xer, Ce, De, Le, Me, Les", "Vers le Xer, Ce, De, Le, Me, Les"),
    Row("20 °C", "20 °C"), Row("14h30", "14h30"), Row("2eme", "2eme"), Row("a1e", "a1e"),
    Row("https://a.fr/1er `2e` fichier-1er", "https://a.fr/1er `2e` fichier-1er"), Row("", ""),
  ])
  func `are those of ordinals`(_ row: Row) {
    #expect(marked(spaced(row.text)) == row.expected)
  }

  @Test(arguments: Seed.first(40))
  func `are found behind others or alone`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<250 {
      let text = someText(&generator)
      #expect(marked("1er \(text)") == "1{er} \(marked(text))")
    }
  }

  @Test(arguments: Seed.first(40))
  func `part a text and lose nothing but signs for the o of a number`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<250 {
      let text = someText(&generator)
      #expect(raisedRuns(text).map(\.text).joined() == text)
    }
  }

  private func someText(_ generator: inout SplitMix64) -> String {
    let pieces = [
      "1", "er", "e", "X", "I", "n", "o", " ", "\u{A0}", "é", "T", "le", ".", "www.", "`",
      "2de",
    ]
    return (0..<Int.random(in: 1...12, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }

  /// The text with its raised letters between braces.
  private func marked(_ text: String) -> String {
    raisedRuns(text).map { $0.isRaised ? "{\($0.text)}" : $0.text }.joined()
  }
}

@Suite struct `Numbers that people write` {
  @Test(arguments: [
    Row("1 234,5", "1^234,5"), Row("-3.25", "−3,25"), Row("7,60", "7,6"), Row("12", "12"),
    Row("0,05", "0,05"), Row("12,00", "12"), Row("1^250", "1^250"),
  ])
  func `are read and written`(_ row: Row) throws {
    let number = try #require(DecimalNumber(spaced(row.text)))
    #expect(number.inFrench == row.expected)
  }

  @Test(arguments: ["", "-", ",5", "1,", "1,2,3", "12a", "1234567890123456", "1.2 3"])
  func `or not`(_ text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test(arguments: Seed.first(40))
  func `have the order of what they mean`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<100 {
      let (first, second) = (
        Int.random(in: -9999...9999, using: &generator),
        Int.random(in: -9999...9999, using: &generator)
      )
      let hundredths = try #require(DecimalNumber(digits: first, decimals: 2))
      let tenths = try #require(DecimalNumber(digits: second, decimals: 1))
      #expect((hundredths < tenths) == (first < second * 10))
      #expect((hundredths == tenths) == (first == second * 10))
    }
  }
}
