// Days as French text. The number and the month never part at the end of a line, the first of a
// month alone is an ordinal, and names of days and months are in lower case (usage of the
// Imprimerie nationale).

extension CalendarDay {
  /// The ways to write a day in French.
  package enum Style: Hashable, Sendable, CaseIterable {
    /// « lundi 16 mars 2015 »
    case long
    /// « 16 mars 2015 »
    case medium
    /// « lundi 16 mars », where the year is plain.
    case short
    /// « 16 mars »
    case dayMonth
    /// « 16/03/2015 », for narrow columns.
    case numeric
  }

  /// The day in French, with a no-break space between number and month.
  package func inFrench(_ style: Style) -> String {
    switch style {
    case .long: "\(weekday.inFrench) \(inFrench(.medium))"
    case .medium: "\(inFrench(.dayMonth)) \(year)"
    case .short: "\(weekday.inFrench) \(inFrench(.dayMonth))"
    case .dayMonth: "\(dayInFrench)\(NoBreak.space)\(monthInFrench)"
    case .numeric: "\(padded(day, to: 2))/\(padded(month, to: 2))/\(year)"
    }
  }

  /// The name of the month, in lower case: « mars ».
  package var monthInFrench: String { monthNames[month - 1] }

  /// The name of the month where there is little room: « févr. », and « mars » as it is.
  package var shortMonthInFrench: String { shortMonthNames[month - 1] }

  /// The number of the day, « 1er » or « 2 ».
  var dayInFrench: String { day == 1 ? "1er" : String(day) }
}

/// The names of the months in French, January first, in lower case.
package let monthNames = [
  "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
  "novembre", "décembre",
]

private let shortMonthNames = [
  "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
  "déc.",
]

/// Whether a range of days names the days of the week.
package enum DateRangeStyle: Hashable, Sendable {
  /// « du 16 au 22 mars 2015 »
  case days
  /// « du lundi 16 au dimanche 22 mars 2015 »
  case weekdays
}

/// The days from one to the other in French, saying month and year once where they are the same.
///
/// « du 16 au 22 mars 2015 », « du 30 mars au 3 avril 2015 », « du 29 décembre 2014 au 2 janvier
/// 2015 »; a single day is « le 16 mars 2015 ». The two days may come in either order.
package func dateRange(
  _ oneEnd: CalendarDay, _ otherEnd: CalendarDay, _ style: DateRangeStyle = .days
) -> String {
  let (first, last) = oneEnd <= otherEnd ? (oneEnd, otherEnd) : (otherEnd, oneEnd)
  func named(_ day: CalendarDay, _ text: String) -> String {
    switch style {
    case .days: text
    case .weekdays: "\(day.weekday.inFrench) \(text)"
    }
  }
  let end = named(last, last.inFrench(.medium))
  if first == last { return "le \(end)" }
  if first.year != last.year { return "du \(named(first, first.inFrench(.medium))) au \(end)" }
  if first.month != last.month { return "du \(named(first, first.inFrench(.dayMonth))) au \(end)" }
  return "du \(named(first, first.dayInFrench)) au \(end)"
}
