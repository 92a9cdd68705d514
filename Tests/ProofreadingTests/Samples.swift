import Diagnostics
import Documents
import French
import Proofreading

/// The week of 16 March 2015, prepared from 29 September 2014 on.
let season = ProofSeason(
  first: day("2014-09-29"), last: day("2015-05-17"), week: day("2015-03-16")...day("2015-03-22"),
  events: [
    DatedEvent(
      names: ["Tenir la réunion de lancement", "réunion de lancement"], first: day("2014-10-13"),
      last: day("2014-10-14")),
    DatedEvent(
      names: ["Envoyer le communiqué de presse"], first: day("2015-03-02"),
      last: day("2015-03-06")),
  ])

let glossary = AcronymIndex([
  Acronym(short: "CIO", long: "centre d’information et d’orientation", isEveryday: false),
  Acronym(short: "IEN", long: "inspecteur de l’éducation nationale", isEveryday: false),
  Acronym(short: "IEN-IO", long: "inspecteur chargé de l’orientation", isEveryday: false),
  Acronym(short: "FSE", long: "Fonds social européen", isEveryday: false),
  Acronym(short: "FSE", long: "foyer socio-éducatif", isEveryday: false),
  Acronym(short: "REP+", long: "réseau renforcé", isEveryday: false),
  Acronym(short: "PsyEN", long: "psychologue de l’éducation nationale", isEveryday: false),
  Acronym(short: "USB", long: "bus", isEveryday: true),
  Acronym(short: "Bassin", long: "bassin d’éducation", isEveryday: false),
])

func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(text) else { preconditionFailure("\(text) is no day") }
  return day
}

func sheet(
  _ body: [Block], kind: Document.Kind = .sheet, title: String = "Feuille",
  purpose: String = "essayer", abbreviations: [DocumentHeader.Abbreviation] = []
) -> Document {
  Document(
    place: DocumentPlace(folder: "", stem: "feuille", formats: [.html]), title: title, kind: kind,
    header: DocumentHeader(
      context: "", purpose: purpose, audience: "", moment: "", abbreviations: abbreviations,
      issued: ""), body: body)
}

func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

func faults(of document: Document, pageLimit: Int? = nil) -> [Diagnostic] {
  let copy = ProofCopy(
    document: document, template: SourceFile.ID("t.xml"), pageLimit: pageLimit)
  return proofread(
    [copy],
    by: ProofRules(
      acronyms: glossary, quoted: ["CAP Nouvelle Chance", "TV83"], season: season))
}

/// The rules that a text breaks, each with the words at fault.
func found(_ texts: [String]) -> [String] {
  faults(of: sheet(texts.map(paragraph))).map { fault in
    let excerpt = fault.excerpt
    let words = excerpt.map { Array($0.text.utf8)[$0.fault] } ?? []
    return "\(fault.id.text.dropFirst("proof.".count)): \(String(decoding: words, as: UTF8.self))"
  }
}
