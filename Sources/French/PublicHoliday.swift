/// A day on which France does not work.
package struct PublicHoliday: Hashable, Sendable {
  package let day: CalendarDay
  /// The name as a calendar prints it: « Lundi de Pâques ».
  package let name: String
}

/// The eleven public holidays of metropolitan France in a year, in the order of the calendar.
///
/// Alsace and Moselle have two more, which are not given. Two holidays may share a day (in 2008
/// Ascension fell on 1 May); the one with the fixed date then comes first.
package func publicHolidays(in year: Int) -> [PublicHoliday] {
  let easter = CalendarDay.easterSunday(in: year)
  func fixed(_ month: Int, _ day: Int, _ name: String) -> PublicHoliday {
    PublicHoliday(day: CalendarDay(civil: year, month, day), name: name)
  }
  func movable(_ days: Int, _ name: String) -> PublicHoliday {
    PublicHoliday(day: easter.adding(days: days), name: name)
  }
  let holidays = [
    fixed(1, 1, "Jour de l’An"), fixed(5, 1, "Fête du Travail"),
    fixed(5, 8, "Victoire de 1945"), fixed(7, 14, "Fête nationale"),
    fixed(8, 15, "Assomption"), fixed(11, 1, "Toussaint"),
    fixed(11, 11, "Armistice de 1918"), fixed(12, 25, "Noël"),
    movable(1, "Lundi de Pâques"), movable(39, "Ascension"), movable(50, "Lundi de Pentecôte"),
  ]
  return holidays.enumerated()
    .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    .map(\.element)
}

extension CalendarDay {
  /// Easter Sunday of a Gregorian year, by the computus of Meeus, Jones and Butcher.
  package static func easterSunday(in year: Int) -> CalendarDay {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let marchDay = epact + weekday - 7 * shift + 22
    return CalendarDay(civil: year, 3, 1).adding(days: marchDay - 1)
  }
}
