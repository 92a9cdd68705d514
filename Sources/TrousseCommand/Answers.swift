import Diagnostics

/// Values that options give, or people at a terminal, or nobody.
struct Answers {
  private let console: Console
  private let asks: Bool
  /// The options that would have said what nobody said.
  private(set) var missing: [String] = []

  init(_ console: Console, asks: Bool) {
    self.console = console
    self.asks = asks
  }

  mutating func text(_ given: String?, _ option: String, _ question: Phrase) -> String {
    if let given { return given }
    let answer = asks ? console.ask(question) ?? "" : ""
    if answer.isEmpty { missing.append(option) }
    return answer
  }

  /// Several, with commas between them.
  mutating func texts(_ given: [String], _ option: String, _ question: Phrase) -> [String] {
    guard given.isEmpty else { return given }
    return text(nil, option, question).split(separator: ",").map(String.init)
  }
}

/// What `trousse new` asks for.
enum Questions {
  static let academy = Phrase(
    en: "Name of the academy (as in Rennes): ", fr: "Nom de l’académie (comme Rennes) : ")
  static let zone = Phrase(
    en: "Zone of its school holidays (A, B or C): ",
    fr: "Zone de ses vacances scolaires (A, B ou C) : ")
  static let departments = Phrase(
    en: "Codes of its departments, with commas (as in 22, 29, 35, 56): ",
    fr: "Codes de ses départements, séparés par des virgules (comme 22, 29, 35, 56) : ")
  static let basins = Phrase(
    en: "Its basins, each after its department (as in 35=Redon, 29=Brest): ",
    fr: "Ses bassins, chacun après son département (comme 35=Redon, 29=Brest) : ")
  static let week = Phrase(
    en: "The Monday of the week (as in 2027-03-15): ",
    fr: "Le lundi de la Semaine (comme 2027-03-15) : ")
}
