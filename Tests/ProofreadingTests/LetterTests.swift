import Diagnostics
import Documents
import Proofreading
import Testing

@Suite struct `A letter` {
  private func letter(paragraphs count: Int) -> Document {
    let line: Letter.Line = [.text("Établissement")]
    let sentence = String(repeating: "Nous vous invitons à venir avec nous. ", count: 6)
    let letter = Letter(
      logo: "", sender: [line, line], addressee: [line, line, line], placeAndDate: line,
      subject: line, call: line, body: Array(repeating: paragraph(sentence), count: count),
      closing: line, signature: [line])
    return sheet([.letter(letter)], kind: .letter)
  }

  @Test func `fits its page, or is told to be too long`() {
    #expect(faults(of: letter(paragraphs: 6), pageLimit: 1).isEmpty)
    #expect(
      faults(of: letter(paragraphs: 20), pageLimit: 1).map(\.id.text) == [
        "proof.letter-too-long"
      ])
    #expect(faults(of: letter(paragraphs: 20), pageLimit: 2).isEmpty)
    #expect(faults(of: letter(paragraphs: 20)).isEmpty)
  }

  @Test func `takes more pages the longer it is`() {
    let limits = (1...60).map { count -> Int in
      (1...9).first { faults(of: letter(paragraphs: count), pageLimit: $0).isEmpty } ?? 10
    }
    #expect(limits == limits.sorted())
    #expect(limits[0] == 1 && limits[59] > 3)
  }

  @Test func `is measured, and a sheet is not`() {
    var sheet = letter(paragraphs: 60)
    sheet.kind = .sheet
    #expect(faults(of: sheet, pageLimit: 1).isEmpty)
  }
}
