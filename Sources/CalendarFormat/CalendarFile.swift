package import French

/// One calendar: a name, and entries that last one or several whole days.
package struct CalendarFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The same for the same thing in every later file, so that an import updates it.
    package var uid: String
    package var first: CalendarDay
    /// The last day, which belongs to the entry.
    package var last: CalendarDay
    package var title: String
    package var notes: String
    package var categories: [String]

    package init(
      uid: String, first: CalendarDay, last: CalendarDay, title: String, notes: String,
      categories: [String]
    ) {
      self.uid = uid
      self.first = first
      self.last = last
      self.title = title
      self.notes = notes
      self.categories = categories
    }
  }

  package var name: String
  package var description: String
  /// The program that made it, for `PRODID`.
  package var generator: String
  /// The day of the kit. It grows from one kit to the next, and with it the entries' `SEQUENCE`.
  package var issued: CalendarDay
  package var entries: [Entry]

  package init(
    name: String, description: String, generator: String, issued: CalendarDay, entries: [Entry]
  ) {
    self.name = name
    self.description = description
    self.generator = generator
    self.issued = issued
    self.entries = entries
  }
}

extension CalendarFile {
  /// The file, in UTF-8 with lines that end in CR and LF.
  ///
  /// Without `METHOD` it is a calendar to import and no invitation: with one, Outlook would ask who
  /// invites. A revised kit has entries of the same `UID` and, as its day is later, of a greater
  /// `SEQUENCE` (RFC 5545, 3.8.7.4), which replaces those of the former.
  package var bytes: [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//\(plain(generator))//FR")
    lines.add("CALSCALE", "GREGORIAN")
    lines.addText("NAME", name)
    lines.addText("X-WR-CALNAME", name)
    lines.addText("DESCRIPTION", description)
    lines.addText("X-WR-CALDESC", description)
    for entry in entries { lines.add(entry, issued: issued) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }
}

extension ContentLines {
  fileprivate mutating func add(_ entry: CalendarFile.Entry, issued: CalendarDay) {
    let stamp = "\(compact(issued))T000000Z"
    add("BEGIN", "VEVENT")
    add("UID", plain(entry.uid))
    add("DTSTAMP", stamp)
    add("LAST-MODIFIED", stamp)
    add("SEQUENCE", "\(max(0, sequenceOrigin.days(until: issued)))")
    add("DTSTART;VALUE=DATE", compact(entry.first))
    // RFC 5545, 3.6.1: the end of an event is the first day that is no longer its own.
    add("DTEND;VALUE=DATE", compact(entry.last.adding(days: 1)))
    addText("SUMMARY", entry.title)
    if !entry.notes.isEmpty { addText("DESCRIPTION", entry.notes) }
    if !entry.categories.isEmpty {
      add("CATEGORIES", entry.categories.map(escaped).joined(separator: ","))
    }
    // A day with a task is not a day when nobody can be met.
    add("TRANSP", "TRANSPARENT")
    add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    add("END", "VEVENT")
  }
}

/// The day from which `SEQUENCE` counts: before the first kit.
private let sequenceOrigin = CalendarDay(secondsSince1970: 1_346_457_600)

/// `20150316`
private func compact(_ day: CalendarDay) -> String {
  String(day.description.filter { $0 != "-" })
}
