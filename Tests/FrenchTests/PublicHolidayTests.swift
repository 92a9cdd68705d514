import French
import Testing

@Suite struct `Public holidays` {
  @Test(arguments: 2013...2026)
  func `of a year are those of the table`(_ year: Int) {
    let computed = publicHolidays(in: year).map { "\($0.day) \($0.name)" }
    #expect(computed == knownHolidays.filter { $0.hasPrefix("\(year)-") })
  }

  @Test func `of the first and the last school year are those of the table`() {
    let computed = (2012...2027).flatMap(publicHolidays(in:))
      .map { "\($0.day) \($0.name)" }
      .filter { "2012-09-01" <= $0 && $0 < "2027-09-01" }
    #expect(computed == knownHolidays)
    #expect(computed.count == 165)
  }

  @Test func `on one day come in a settled order`() {
    let names = publicHolidays(in: 2008).map(\.name)
    #expect(names.count == 11)
    #expect(names.prefix(4) == ["Jour de l’An", "Lundi de Pâques", "Fête du Travail", "Ascension"])
  }

  @Test(
    arguments: zip(
      [1818, 1900, 1943, 1954, 1981, 2000, 2008, 2011, 2015, 2038, 2049, 2076, 2100, 2200],
      [
        "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
        "2008-03-23", "2011-04-24", "2015-04-05", "2038-04-25", "2049-04-18", "2076-04-19",
        "2100-03-28", "2200-04-06",
      ]))
  func `follow Easter`(_ year: Int, _ easter: String) {
    #expect(CalendarDay.easterSunday(in: year).description == easter)
  }

  @Test func `keep Easter on a Sunday from 22 March to 25 April`() throws {
    for year in 1900...2200 {
      let easter = CalendarDay.easterSunday(in: year)
      #expect(easter.weekday == .sunday)
      #expect(try day("\(year)-03-22") <= easter)
      #expect(try easter <= day("\(year)-04-25"))
    }
  }
}

/// All public holidays of metropolitan France from September 2012 to August 2027, as the package
/// jours-feries-france 0.7.0 (MIT licence) computes them, with the names of the calendar.
private let knownHolidays = """
  2012-11-01 Toussaint
  2012-11-11 Armistice de 1918
  2012-12-25 Noël
  2013-01-01 Jour de l’An
  2013-04-01 Lundi de Pâques
  2013-05-01 Fête du Travail
  2013-05-08 Victoire de 1945
  2013-05-09 Ascension
  2013-05-20 Lundi de Pentecôte
  2013-07-14 Fête nationale
  2013-08-15 Assomption
  2013-11-01 Toussaint
  2013-11-11 Armistice de 1918
  2013-12-25 Noël
  2014-01-01 Jour de l’An
  2014-04-21 Lundi de Pâques
  2014-05-01 Fête du Travail
  2014-05-08 Victoire de 1945
  2014-05-29 Ascension
  2014-06-09 Lundi de Pentecôte
  2014-07-14 Fête nationale
  2014-08-15 Assomption
  2014-11-01 Toussaint
  2014-11-11 Armistice de 1918
  2014-12-25 Noël
  2015-01-01 Jour de l’An
  2015-04-06 Lundi de Pâques
  2015-05-01 Fête du Travail
  2015-05-08 Victoire de 1945
  2015-05-14 Ascension
  2015-05-25 Lundi de Pentecôte
  2015-07-14 Fête nationale
  2015-08-15 Assomption
  2015-11-01 Toussaint
  2015-11-11 Armistice de 1918
  2015-12-25 Noël
  2016-01-01 Jour de l’An
  2016-03-28 Lundi de Pâques
  2016-05-01 Fête du Travail
  2016-05-05 Ascension
  2016-05-08 Victoire de 1945
  2016-05-16 Lundi de Pentecôte
  2016-07-14 Fête nationale
  2016-08-15 Assomption
  2016-11-01 Toussaint
  2016-11-11 Armistice de 1918
  2016-12-25 Noël
  2017-01-01 Jour de l’An
  2017-04-17 Lundi de Pâques
  2017-05-01 Fête du Travail
  2017-05-08 Victoire de 1945
  2017-05-25 Ascension
  2017-06-05 Lundi de Pentecôte
  2017-07-14 Fête nationale
  2017-08-15 Assomption
  2017-11-01 Toussaint
  2017-11-11 Armistice de 1918
  2017-12-25 Noël
  2018-01-01 Jour de l’An
  2018-04-02 Lundi de Pâques
  2018-05-01 Fête du Travail
  2018-05-08 Victoire de 1945
  2018-05-10 Ascension
  2018-05-21 Lundi de Pentecôte
  2018-07-14 Fête nationale
  2018-08-15 Assomption
  2018-11-01 Toussaint
  2018-11-11 Armistice de 1918
  2018-12-25 Noël
  2019-01-01 Jour de l’An
  2019-04-22 Lundi de Pâques
  2019-05-01 Fête du Travail
  2019-05-08 Victoire de 1945
  2019-05-30 Ascension
  2019-06-10 Lundi de Pentecôte
  2019-07-14 Fête nationale
  2019-08-15 Assomption
  2019-11-01 Toussaint
  2019-11-11 Armistice de 1918
  2019-12-25 Noël
  2020-01-01 Jour de l’An
  2020-04-13 Lundi de Pâques
  2020-05-01 Fête du Travail
  2020-05-08 Victoire de 1945
  2020-05-21 Ascension
  2020-06-01 Lundi de Pentecôte
  2020-07-14 Fête nationale
  2020-08-15 Assomption
  2020-11-01 Toussaint
  2020-11-11 Armistice de 1918
  2020-12-25 Noël
  2021-01-01 Jour de l’An
  2021-04-05 Lundi de Pâques
  2021-05-01 Fête du Travail
  2021-05-08 Victoire de 1945
  2021-05-13 Ascension
  2021-05-24 Lundi de Pentecôte
  2021-07-14 Fête nationale
  2021-08-15 Assomption
  2021-11-01 Toussaint
  2021-11-11 Armistice de 1918
  2021-12-25 Noël
  2022-01-01 Jour de l’An
  2022-04-18 Lundi de Pâques
  2022-05-01 Fête du Travail
  2022-05-08 Victoire de 1945
  2022-05-26 Ascension
  2022-06-06 Lundi de Pentecôte
  2022-07-14 Fête nationale
  2022-08-15 Assomption
  2022-11-01 Toussaint
  2022-11-11 Armistice de 1918
  2022-12-25 Noël
  2023-01-01 Jour de l’An
  2023-04-10 Lundi de Pâques
  2023-05-01 Fête du Travail
  2023-05-08 Victoire de 1945
  2023-05-18 Ascension
  2023-05-29 Lundi de Pentecôte
  2023-07-14 Fête nationale
  2023-08-15 Assomption
  2023-11-01 Toussaint
  2023-11-11 Armistice de 1918
  2023-12-25 Noël
  2024-01-01 Jour de l’An
  2024-04-01 Lundi de Pâques
  2024-05-01 Fête du Travail
  2024-05-08 Victoire de 1945
  2024-05-09 Ascension
  2024-05-20 Lundi de Pentecôte
  2024-07-14 Fête nationale
  2024-08-15 Assomption
  2024-11-01 Toussaint
  2024-11-11 Armistice de 1918
  2024-12-25 Noël
  2025-01-01 Jour de l’An
  2025-04-21 Lundi de Pâques
  2025-05-01 Fête du Travail
  2025-05-08 Victoire de 1945
  2025-05-29 Ascension
  2025-06-09 Lundi de Pentecôte
  2025-07-14 Fête nationale
  2025-08-15 Assomption
  2025-11-01 Toussaint
  2025-11-11 Armistice de 1918
  2025-12-25 Noël
  2026-01-01 Jour de l’An
  2026-04-06 Lundi de Pâques
  2026-05-01 Fête du Travail
  2026-05-08 Victoire de 1945
  2026-05-14 Ascension
  2026-05-25 Lundi de Pentecôte
  2026-07-14 Fête nationale
  2026-08-15 Assomption
  2026-11-01 Toussaint
  2026-11-11 Armistice de 1918
  2026-12-25 Noël
  2027-01-01 Jour de l’An
  2027-03-29 Lundi de Pâques
  2027-05-01 Fête du Travail
  2027-05-06 Ascension
  2027-05-08 Victoire de 1945
  2027-05-17 Lundi de Pentecôte
  2027-07-14 Fête nationale
  2027-08-15 Assomption
  """.split(separator: "\n").map(String.init)
