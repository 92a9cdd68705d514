package import French

/// An abbreviation of which the reader must be told what it stands for.
package struct Acronym: Hashable, Sendable {
  package let short: String
  package let long: String
  /// Whether everybody knows it as it is.
  package let isEveryday: Bool

  package init(short: String, long: String, isEveryday: Bool) {
    self.short = short
    self.long = long
    self.isEveryday = isEveryday
  }
}

/// Something that happens from one day to another, under the names by which texts call it.
package struct DatedEvent: Hashable, Sendable {
  /// Names that stand for nothing else: a task's title, « réunion de lancement ».
  package let names: [String]
  package let first: CalendarDay
  package let last: CalendarDay

  package init(names: [String], first: CalendarDay, last: CalendarDay) {
    self.names = names
    self.first = first
    self.last = last
  }
}

/// The days that the documents of a kit may name as their own.
package struct ProofSeason: Hashable, Sendable {
  /// From the first preparation to the last thing to do, and the school year around them.
  package let first: CalendarDay
  package let last: CalendarDay
  /// The week itself.
  package let week: ClosedRange<CalendarDay>
  package let events: [DatedEvent]

  package init(
    first: CalendarDay, last: CalendarDay, week: ClosedRange<CalendarDay>, events: [DatedEvent]
  ) {
    self.first = first
    self.last = last
    self.week = week
    self.events = events
  }
}

/// What a document is read against.
package struct ProofRules: Sendable {
  let acronyms: AcronymIndex
  /// Words in capitals that name something and are quoted as they are.
  let names: Set<String>
  let season: ProofSeason
  let events: [EventRun]

  /// - Parameter quoted: titles and names, whose own words in capitals nobody has to explain.
  package init(acronyms: AcronymIndex, quoted: [String], season: ProofSeason) {
    self.acronyms = acronyms
    names = Set(
      quoted.flatMap { text in
        let run = WordRun(text)
        return run.words.filter(\.isInCapitals).map { run.text(of: $0.bytes) }
      })
    self.season = season
    events = season.events.map { event in
      // A name of one or two words stands for much else.
      EventRun(
        event: event,
        names: event.names.map { WordRun($0).words.map(\.fold) }.filter { $0.count > 2 })
    }
  }
}

/// An event with its names as words.
struct EventRun: Sendable {
  let event: DatedEvent
  let names: [[UInt64]]

  func isNamed(in words: [UInt64]) -> Bool { names.contains { words.contains(run: $0) } }
}
