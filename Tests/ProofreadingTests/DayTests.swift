import Diagnostics
import Documents
import French
import Proofreading
import TestSupport
import Testing

@Suite struct `A day in a text` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var faults: [String] = []
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "Le lundi 16 mars 2015."),
    Case(text: "Le lundi\u{A0}16\u{A0}mars\u{A0}2015."),
    Case(text: "Le mardi 16 mars 2015.", faults: ["wrong-weekday: mardi 16 mars 2015"]),
    Case(text: "Le mardi 16 mars.", faults: ["wrong-weekday: mardi 16 mars"]),
    Case(text: "Le mercredi 1er avril, le 31/03/2015."),
    Case(text: "Le jeudi 1er avril.", faults: ["wrong-weekday: jeudi 1er avril"]),
    Case(text: "Du lundi 16 au dimanche 22 mars 2015."),
    Case(text: "Le 30 février.", faults: ["no-such-day: 30 février"]),
    Case(text: "Le 31/02/2015.", faults: ["no-such-day: 31/02/2015"]),
    Case(text: "Le 14 juillet.", faults: ["out-of-season: 14 juillet"]),
    Case(text: "Le 1er mars 2016.", faults: ["out-of-season: 1er mars 2016"]),
    Case(text: "En 2013, le 18 février 2013."),
    Case(text: "Trois mars et 16 marsouins, à 16 h 30."),
  ])
  func `is of the calendar and of the season`(_ row: Case) {
    #expect(found([row.text]) == row.faults)
  }

  @Test(arguments: [
    Case(text: "La réunion de lancement a lieu le 14 octobre."),
    Case(text: "Réunions de lancement : mardi 14 octobre 2014."),
    Case(
      text: "La réunion de lancement a lieu le jeudi 16 octobre.",
      faults: ["contradictory-day: jeudi 16 octobre"]),
    Case(text: "La réunion de lancement, dans la semaine du 6 octobre."),
    Case(text: "La réunion de lancement de 2013 a eu lieu le 7 janvier 2013."),
    Case(
      text: "Envoyer le communiqué de presse avant le 9 mars.",
      faults: ["contradictory-day: 9 mars"]),
    Case(text: "Après la réunion de lancement, envoyer le communiqué de presse le 9 mars."),
    Case(text: "Le communiqué part le 9 mars."),
  ])
  func `beside the name of an event is that of the event`(_ row: Case) {
    #expect(found([row.text]) == row.faults)
  }

  @Test func `is told with its document, its section and its sentence`() throws {
    let document = sheet([
      .heading(Heading(level: 2, [.text("Calendrier")])),
      paragraph("Rien ici. La Semaine ouvre le mardi 16 mars. Rien là."),
    ])
    let fault = try #require(faults(of: document).first)
    let excerpt = try #require(fault.excerpt)
    #expect(excerpt.text == "La Semaine ouvre le mardi 16 mars.")
    #expect(excerpt.place.map(\.french) == ["« Feuille »", "sous « Calendrier »"])
    #expect(fault.span?.file.path == "t.xml" && !fault.help.isEmpty)
  }

  @Test(arguments: Seed.first(30))
  func `that French writes is right, and wrong with another weekday`(_ seed: Seed) {
    var random = seed.generator
    let range = season.first.days(until: season.last)
    let day = season.first.adding(days: Int.random(in: 0...range, using: &random))
    for style in [CalendarDay.Style.long, .medium, .short, .dayMonth, .numeric] {
      #expect(found(["Rendez-vous le \(day.inFrench(style))."]).isEmpty, "\(day)")
    }
    let other = Weekday.allCases.filter { $0 != day.weekday }.randomElement(using: &random)
    let wrong = "\(other?.inFrench ?? "") \(day.inFrench(.medium))"
    #expect(found(["Le \(wrong)."]) == ["wrong-weekday: \(wrong)"])
  }
}
