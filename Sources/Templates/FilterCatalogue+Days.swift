import French

/// Filters on days and times.
extension FilterCatalogue {
  static let dayRules: [FilterRule] = [
    written("long", .long, "le jour entier", "lundi 16~mars 2015"),
    written("medium", .medium, "le jour, sans celui de la semaine", "16~mars 2015"),
    written("weekday", .short, "le jour sans l’année", "lundi 16~mars"),
    written("dayMonth", .dayMonth, "le jour et le mois", "16~mars"),
    written("numeric", .numeric, "en chiffres, pour une colonne étroite", "16/03/2015"),
    part("dayName", "le nom du jour", "lundi") { $0.weekday.inFrench },
    part("monthYear", "le mois et l’année", "mars 2015") { "\($0.monthInFrench) \($0.year)" },
    part("year", "l’année", "2015") { String($0.year) },
    part("iso", "pour un programme ou un nom de fichier", "2015-03-16") { $0.description },
    FilterRule(
      "until", ": jour, 'weekdays'", "la période de l’un à l’autre, jours ou heures",
      ("edition.start | until: edition.end", "du 16 au 22~mars 2015"), range),
    FilterRule(
      "plus", ": nombre", "tant de jours plus tard",
      ("edition.start | plus: 7", "23~mars 2015")
    ) { call throws(FilterMisuse) in try shifted(call, by: 1) },
    FilterRule(
      "minus", ": nombre", "tant de jours plus tôt",
      ("edition.start | minus: 7", "9~mars 2015")
    ) { call throws(FilterMisuse) in try shifted(call, by: -1) },
    FilterRule(
      "monday", "", "le lundi de la même semaine", ("edition.end | monday", "16~mars 2015")
    ) { call throws(FilterMisuse) in
      try call.only(.day, .aDay)
      return FilterUse(filter: onDay { .day($0.monday) }, result: .day)
    },
    FilterRule(
      "daysUntil", ": jour", "le nombre de jours qui séparent de l’autre",
      ("edition.start | daysUntil: edition.end", "6")
    ) { call throws(FilterMisuse) in
      try call.take(.day, .aDay)
      try call.require(call.arguments.map(\.type) == [.day], .aDay)
      return FilterUse(filter: untilDay { .number($0.days(until: $1)) }, result: .number)
    },
  ]

  private static func written(
    _ name: String, _ style: CalendarDay.Style, _ meaning: String, _ result: String
  ) -> FilterRule {
    part(name, meaning, result) { $0.inFrench(style) }
  }

  private static func part(
    _ name: String, _ meaning: String, _ result: String,
    _ text: @escaping @Sendable (CalendarDay) -> String
  ) -> FilterRule {
    FilterRule(name, "", meaning, ("edition.start | \(name)", result)) {
      call throws(FilterMisuse) in
      try call.only(.day, .aDay)
      return FilterUse(filter: onDay { .text(text($0)) }, result: .text)
    }
  }

  private static func onDay(_ body: @escaping @Sendable (CalendarDay) -> Value) -> Filter {
    Filter { subject, _ in
      guard case .day(let day) = subject else { preconditionFailure("this is no day") }
      return body(day)
    }
  }

  /// A day and another, which may be a blank: then nobody knows the outcome.
  private static func untilDay(
    _ body: @escaping @Sendable (CalendarDay, CalendarDay) -> Value
  ) -> Filter {
    Filter { subject, arguments in
      guard case .day(let first) = subject, case .day(let last) = arguments[0] else {
        return arguments[0]
      }
      return body(first, last)
    }
  }

  private static func range(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    if call.subject == .time {
      try call.require(call.arguments.map(\.type) == [.time], .otherEnd)
      let filter = Filter { subject, arguments in
        guard case .time(let first) = subject, case .time(let last) = arguments[0] else {
          return arguments[0]
        }
        return .text(timeRange(first, last))
      }
      return FilterUse(filter: filter, result: .text)
    }
    try call.take(.day, .aDayOrTime)
    try call.require(call.arguments.first?.type == .day, .otherEnd)
    try call.atMost(2, .otherEnd)
    let style: DateRangeStyle = try call.word(1, among: ["weekdays"]) == nil ? .days : .weekdays
    return FilterUse(filter: untilDay { .text(dateRange($0, $1, style)) }, result: .text)
  }

  private static func shifted(_ call: FilterCall, by sign: Int) throws(FilterMisuse) -> FilterUse {
    try call.take(.day, .aDay)
    try call.require(call.arguments.map(\.type) == [.number], .oneDayCount)
    let filter = Filter { subject, arguments in
      guard case .day(let day) = subject, case .number(let days) = arguments[0] else {
        return arguments[0]
      }
      // A thousand years: beyond, a slip of the hand would leave the calendar.
      return .day(day.adding(days: sign * min(max(days, -366_000), 366_000)))
    }
    return FilterUse(filter: filter, result: .day)
  }
}
