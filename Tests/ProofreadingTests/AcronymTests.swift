import Diagnostics
import Documents
import Proofreading
import TestSupport
import Testing

@Suite struct `An acronym` {
  struct Case: Sendable, CustomTestStringConvertible {
    var texts: [String]
    var faults: [String] = []
    var testDescription: String { texts.joined(separator: " / ") }
  }

  @Test(arguments: [
    Case(texts: ["Le CIO vous aide."], faults: ["unexplained-acronym: CIO"]),
    Case(texts: ["Le centre d’information et d’orientation (CIO) vous aide.", "Le CIO aide."]),
    Case(texts: ["Le CIO (Centre d'information et d'orientation) vous aide."]),
    Case(texts: ["Les Centres d’information et d’orientation aident.", "Au CIO."]),
    Case(
      texts: ["Au CIO.", "Le centre d’information et d’orientation."],
      faults: ["unexplained-acronym: CIO"]),
    Case(texts: ["Le CIO, le CIO et le CIO."], faults: ["unexplained-acronym: CIO"]),
    Case(texts: ["Appelez l’IEN-IO."], faults: ["unexplained-acronym: IEN-IO"]),
    Case(texts: ["Un collège REP+."], faults: ["unexplained-acronym: REP+"]),
    Case(texts: ["Voir la PsyEN."], faults: ["unexplained-acronym: PsyEN"]),
    Case(texts: ["Le foyer socio-éducatif (FSE) paie."]),
    Case(texts: ["Le Fonds social européen (FSE) paie."]),
    Case(texts: ["Le FSE paie."], faults: ["unexplained-acronym: FSE"]),
    Case(texts: ["Sur la clé USB."]),
    Case(texts: ["Le bassin, le Bassin."]),
    Case(texts: ["Demandez à la SACEM."], faults: ["unknown-acronym: SACEM"]),
    Case(texts: ["Le comité d’entente locale (CEL). Le CEL décide."]),
    Case(texts: ["« CAP Nouvelle Chance », sur TV83."]),
    Case(texts: ["En classe de CM2."], faults: ["unknown-acronym: CM2"]),
    Case(texts: ["COMMUNIQUÉ DE PRESSE", "Au XXIe siècle, en A4, à H-2, le 1er."]),
  ])
  func `is explained where it first stands, or everybody knows it`(_ row: Case) {
    #expect(found(row.texts) == row.faults)
  }

  @Test func `may be explained by the title and the header, and is read there`() {
    let text = [paragraph("Le CIO aide.")]
    #expect(faults(of: sheet(text, title: "Le centre d’information et d’orientation")).isEmpty)
    #expect(faults(of: sheet(text, purpose: "voir le CIO")).count == 1)
    let explained = DocumentHeader.Abbreviation(
      short: "CIO", long: "centre d’information et d’orientation")
    #expect(faults(of: sheet(text, purpose: "CIO", abbreviations: [explained])).isEmpty)
  }

  @Test func `in a blank is no part of the text`() {
    #expect(faults(of: sheet([.paragraph(Paragraph([.blank(Blank("nom du CIO"))]))])).isEmpty)
  }

  @Test func `of a line of a table is read with the whole line`() {
    let cells = ["CIO", "centre d’information et d’orientation"].map {
      Table.Cell([paragraph($0)])
    }
    let columns = [Table.Column(share: 1), Table.Column(share: 1)]
    let table = Table(columns: columns, header: [], rows: [Table.Row(cells)])
    #expect(faults(of: sheet([.table(table)])).isEmpty)
    let turned = Table(columns: columns, header: [], rows: cells.map { Table.Row([$0]) })
    #expect(faults(of: sheet([.table(turned)])).count == 1)
  }

  @Test(arguments: Seed.first(30))
  func `is told once at most, and not at all once its header explains what is told`(_ seed: Seed) {
    var random = seed.generator
    let words = [
      "CIO", "IEN-IO", "FSE", "REP+", "PsyEN", "le", "centre d’information et d’orientation",
      "foyer socio-éducatif", "USB", "école",
    ]
    let body = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let count = Int.random(in: 1...12, using: &random)
      return paragraph(
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
    }
    var document = sheet(body)
    let missing = unexplainedAcronyms(in: document, glossary)
    #expect(Set(missing.map(\.short)).count == missing.count)
    document.header.abbreviations = missing.map {
      DocumentHeader.Abbreviation(short: $0.short, long: $0.long)
    }
    #expect(unexplainedAcronyms(in: document, glossary).isEmpty)
  }
}
