import KnowledgeBase
import Tailoring
import TestSupport
import Testing

@Suite struct `Quantities` {
  private func quantities(
    _ basin: String, _ edits: [(old: String, new: String)] = []
  ) throws -> [String: QuantityBrief] {
    let brief = try brief(basin, "2015", in: edits.isEmpty ? theBase.get() : realBase(edits))
    return Dictionary(
      uniqueKeysWithValues: brief.quantities.flatMap(\.quantities).map {
        ($0.quantity.id.text, $0)
      })
  }

  private func plain(_ text: String?) -> String? {
    text?.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var formula: String
    var amount: String?
    var testDescription: String { id }
  }

  @Test(arguments: [
    Case(id: "affiches", formula: "22 établissements × 2 affiches", amount: "44 affiches"),
    Case(id: "bracelets", formula: "22 établissements × 175 objets", amount: "3 850 objets"),
    // What is shared out is rounded up before it is taken four times.
    Case(
      id: "emargement-reunions",
      formula: "(22 établissements + 8 membres de l’équipe) × 1 signature ÷ 13 lignes "
        + "(arrondi à 3) × 4 réunions",
      amount: "12 feuilles"),
    Case(
      id: "salles-ateliers",
      formula: "22 établissements × 4 personnes ÷ 30 personnes par salle (arrondi à 3)",
      amount: "3 salles"),
    // Nobody has counted the pupils.
    Case(id: "lettres-parents", formula: "élèves × 1 lettre", amount: nil),
  ])
  func `show how they are worked out`(_ row: Case) throws {
    let quantity = try #require(try quantities("mantes-la-jolie")[row.id])
    #expect(plain(quantity.formula) == row.formula)
    #expect(plain(quantity.amount.value) == row.amount)
  }

  @Test func `are blank where a number is not known`() throws {
    let all = try quantities("etampes")
    #expect(all.count == 11)
    #expect(all.values.allSatisfy { $0.amount.value == nil })
    #expect(all["affiches"]?.amount.blank == "nombre\u{A0}: affiches du programme")
    #expect(Set(all.values.compactMap(\.amount.blank)).count == all.count)
  }

  @Test func `for schools of the first degree are only where these take part`() throws {
    let massy = "<basin id=\"massy\" name=\"Massy\" de=\"de Massy\""
    let without = try quantities("massy", [(massy, massy + " first-degree=\"no\"")])
    #expect(without["affiches-ecoles"] == nil && without["affiches"] != nil)
  }

  @Test(arguments: [
    ("pupils=\"12000\"", "lettres-parents", "12 000 lettres"),
    ("communes=\"9\"", "lettres-maires", "9 lettres"),
  ])
  func `use what the basin has filled in`(
    _ attribute: String, _ id: String, _ amount: String
  ) throws {
    let counts = "colleges=\"16\" lycees=\"6\""
    let quantity = try quantities("mantes-la-jolie", [(counts, "\(counts) \(attribute)")])[id]
    #expect(plain(quantity?.amount.value) == amount)
  }

  @Test func `say what they rest on`() throws {
    let bracelets = try #require(try quantities("evry")["bracelets"])
    #expect(bracelets.quantity.provenance.standing == .computed)
    #expect(bracelets.quantity.provenance.basis?.contains("200 établissements") == true)
    #expect(!bracelets.source.isEmpty)
  }
}
