import Diagnostics
import French
import Markup

/// The calendars: zones, holidays, public holidays, events.
extension Loader {
  mutating func calendar() -> SchoolCalendar {
    let zones = children("zone", of: CalendarPart.holidays).map { element in
      SchoolCalendar.Zone(
        id: reader.word("id", of: element), name: reader.prose("name", of: element))
    }
    let zone = roots[KnowledgeBase.Part.academy.fileName]?["zone"]
    if let zone { checkZone(zone, among: zones) }
    let events = roots[CalendarPart.events]
    return SchoolCalendar(
      zones: zones, holidays: holidays(zones),
      publicHolidays: children("public-holiday", of: CalendarPart.publicHolidays).compactMap {
        publicHoliday($0)
      },
      events: children("event", of: CalendarPart.events).compactMap { event($0) },
      electionYears: events.flatMap { years(of: $0) },
      holidaysFile: file(CalendarPart.holidays),
      publicHolidaysFile: file(CalendarPart.publicHolidays))
  }

  private func children(_ name: String, of file: String) -> [XMLElement] {
    (roots[file]?.elements ?? []).filter { $0.name == name }
  }

  private func file(_ name: String) -> SourceFile.ID {
    roots[name]?.span.file ?? SourceFile.ID(name)
  }

  private mutating func checkZone(_ zone: Located<String>, among zones: [SchoolCalendar.Zone]) {
    guard !zones.contains(where: { $0.id == zone.value }) else { return }
    reader.diagnostics.append(
      .unknownZone(zone, among: zones.map(\.id), file: file(CalendarPart.holidays)))
  }

  /// The periods, each after the other in its zone.
  private mutating func holidays(_ zones: [SchoolCalendar.Zone]) -> [SchoolCalendar.Holiday] {
    let read = children("holiday", of: CalendarPart.holidays).compactMap { element in
      holiday(element, zones).map { (holiday: $0, place: element.span) }
    }
    let ordered = read.sorted { first, second in
      (first.holiday.zone, first.holiday.start) < (second.holiday.zone, second.holiday.start)
    }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where first.holiday.zone == second.holiday.zone
      && second.holiday.start < first.holiday.end
    {
      reader.diagnostics.append(.holidaysOverlap(second.place, first: first.place))
    }
    return read.map(\.holiday)
  }

  private mutating func holiday(
    _ element: XMLElement, _ zones: [SchoolCalendar.Zone]
  ) -> SchoolCalendar.Holiday? {
    let zone = reader.locatedWord("zone", of: element)
    checkZone(zone, among: zones)
    guard let days = days(of: element) else { return nil }
    return SchoolCalendar.Holiday(
      zone: zone.value, name: reader.prose("name", of: element), start: days.start, end: days.end)
  }

  private mutating func publicHoliday(_ element: XMLElement) -> SchoolCalendar.PublicHoliday? {
    guard let day = reader.day("day", of: element) else { return nil }
    return SchoolCalendar.PublicHoliday(day: day, name: reader.prose("name", of: element))
  }

  private mutating func event(_ element: XMLElement) -> SchoolCalendar.Event? {
    guard let days = days(of: element) else { return nil }
    return SchoolCalendar.Event(
      kind: reader.choice("kind", of: element, default: .week),
      name: reader.prose("name", of: element), start: days.start, end: days.end,
      isReported: reader.word("standing", of: element) == "reported",
      source: reader.prose("source", of: element))
  }

  /// `start` and `end`, unless they stand in the wrong order.
  private mutating func days(
    of element: XMLElement
  ) -> (start: CalendarDay, end: CalendarDay)? {
    guard let start = reader.locatedDay("start", of: element),
      let end = reader.locatedDay("end", of: element)
    else { return nil }
    guard start.value <= end.value else {
      reader.diagnostics.append(.periodEndsFirst(element.name, at: end.span))
      return nil
    }
    return (start.value, end.value)
  }

  private mutating func years(of element: XMLElement) -> ClosedRange<Int>? {
    guard let from = reader.number("from", of: element), let to = reader.number("to", of: element),
      from <= to
    else { return nil }
    return from...to
  }
}
