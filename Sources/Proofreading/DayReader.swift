import French

/// What is wrong with the days of one passage.
struct DayFault {
  enum Reason {
    case noSuchDay
    case otherWeekday(CalendarDay)
    case outOfSeason(CalendarDay)
    case otherThanPlanned(DatedEvent, name: String)
  }

  let reason: Reason
  let bytes: Range<Int>
}

extension ProofRules {
  func dayFaults(in run: WordRun) -> [DayFault] {
    let mentions = run.days
    guard !mentions.isEmpty else { return [] }
    var faults: [DayFault] = []
    var days: [CalendarDay] = []
    for mention in mentions {
      guard let day = mention.resolved(in: season) else {
        faults.append(DayFault(reason: .noSuchDay, bytes: mention.bytes))
        continue
      }
      if !mention.isOfWeek { days.append(day) }
      if let weekday = mention.weekday, weekday != day.weekday {
        faults.append(DayFault(reason: .otherWeekday(day), bytes: mention.bytes))
      } else if isOutOfSeason(day, mention) {
        faults.append(DayFault(reason: .outOfSeason(day), bytes: mention.bytes))
      }
    }
    if let fault = contradiction(in: run, days, mentions) { faults.append(fault) }
    return faults
  }

  /// A day without its year is the season's own. With its year it may be history, but lie after the
  /// season it may not: nothing of what comes later is known.
  private func isOutOfSeason(_ day: CalendarDay, _ mention: DayMention) -> Bool {
    day > season.last || mention.isWithoutYear && day < season.first
  }

  /// A passage that names one event and gives days gives one of that event's own.
  private func contradiction(
    in run: WordRun, _ days: [CalendarDay], _ mentions: [DayMention]
  ) -> DayFault? {
    let words = run.words.map(\.fold)
    let named = events.filter { $0.isNamed(in: words) }
    // A passage about two events is told by its words, which no rule reads.
    guard named.count == 1, let event = named.first?.event, let first = mentions.first else {
      return nil
    }
    let own = days.filter { (season.first...season.last).contains($0) }
    guard !own.isEmpty, !own.contains(where: { (event.first...event.last).contains($0) }) else {
      return nil
    }
    return DayFault(
      reason: .otherThanPlanned(event, name: event.names[0]), bytes: first.bytes)
  }
}
