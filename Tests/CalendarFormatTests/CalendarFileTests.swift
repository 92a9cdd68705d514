import CalendarFormat
import French
import TestSupport
import Testing

@Suite struct `A calendar` {
  private func file(
    title: String = "Écrire aux maires", notes: String = "", uid: String = "lettres.evry.2015@v",
    issued: String = "2014-09-29"
  ) throws -> CalendarFile {
    CalendarFile(
      name: "Semaine : bassin d’Évry", description: "Kit", generator: "académie//trousse",
      issued: try #require(CalendarDay(issued)),
      entries: [
        CalendarFile.Entry(
          uid: uid, first: try #require(CalendarDay("2015-01-05")),
          last: try #require(CalendarDay("2015-01-06")), title: title, notes: notes,
          categories: ["Préparer", "a,b"])
      ])
  }

  private func lines(_ file: CalendarFile) -> [String] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  /// The values by name, with folded lines joined (RFC 5545, 3.1).
  private func unfolded(_ file: CalendarFile) -> [String] {
    String(decoding: file.bytes, as: UTF8.self).replacing("\r\n ", with: "")
      .split(separator: "\r\n").map(String.init)
  }

  @Test func `says what RFC 5545 asks, line by line`() throws {
    #expect(
      unfolded(try file()) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//académie//trousse//FR", "CALSCALE:GREGORIAN",
        "NAME:Semaine : bassin d’Évry", "X-WR-CALNAME:Semaine : bassin d’Évry", "DESCRIPTION:Kit",
        "X-WR-CALDESC:Kit", "BEGIN:VEVENT", "UID:lettres.evry.2015@v", "DTSTAMP:20140929T000000Z",
        "LAST-MODIFIED:20140929T000000Z", "SEQUENCE:758", "DTSTART;VALUE=DATE:20150105",
        "DTEND;VALUE=DATE:20150107", "SUMMARY:Écrire aux maires", "CATEGORIES:Préparer,a\\,b",
        "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test(arguments: [
    ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("deux\nlignes", "deux\\nlignes"),
    ("« à 9\u{A0}h\u{202F}! »", "« à 9 h ! »"), ("un\u{7}bip\r", "unbip"),
  ])
  func `escapes text and nothing more`(_ text: String, _ written: String) throws {
    #expect(unfolded(try file(title: text)).contains("SUMMARY:\(written)"))
  }

  @Test(arguments: Seed.first(30))
  func `folds at 75 octets, and never inside a letter`(_ seed: Seed) throws {
    var generator = seed.generator
    let letters: [Character] = ["a", "é", "œ", "€", "𝄞", " ", ",", "\n"]
    let text = String((0..<400).map { _ in letters.randomElement(using: &generator) ?? "a" })
    let file = try file(title: text, notes: text)
    let raw = String(decoding: file.bytes, as: UTF8.self)
    #expect(String(validating: file.bytes, as: UTF8.self) != nil)
    #expect(lines(file).allSatisfy { $0.utf8.count <= 75 })
    #expect(!raw.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
    let escaped = text.replacing("\\", with: "\\\\").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
    #expect(unfolded(file).contains("SUMMARY:\(escaped)"))
  }

  @Test func `of a later kit keeps the names of its entries and raises their number`() throws {
    func value(_ name: String, _ file: CalendarFile) -> String? {
      unfolded(file).first { $0.hasPrefix("\(name):") }
    }
    let (first, second) = (try file(), try file(issued: "2014-10-06"))
    #expect(value("UID", first) == value("UID", second))
    #expect(value("SEQUENCE", first) == "SEQUENCE:758")
    #expect(value("SEQUENCE", second) == "SEQUENCE:765")
  }

  @Test func `asks for nothing and rings at nobody`() throws {
    let text = String(decoding: try file().bytes, as: UTF8.self)
    #expect(!text.contains("METHOD") && !text.contains("VALARM") && !text.contains("ORGANIZER"))
  }
}
