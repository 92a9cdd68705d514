package import Diagnostics
package import French
package import KnowledgeBase
import Markup

/// The file of the editions with one more, which becomes the current one. All else stays byte for
/// byte.
///
/// - Parameters:
///   - year: the edition's id.
///   - week: the Monday of its week.
///   - rank: which edition it is; nothing for the one after the last.
/// - Throws: `Stopped`: `new.…` when the edition exists or comes before another, when the week does
///   not fall into the year, or has a day without class.
package func openEdition(
  _ year: Int, week: CalendarDay, rank: Int?, in files: [SourceFile], _ base: KnowledgeBase
) throws(Stopped) -> SourceFile {
  guard let file = file(of: .editions, in: files) else {
    throw Stopped([.missingPart(KnowledgeBase.Part.editions.fileName)])
  }
  let last = base.editions.last
  let rank = rank ?? (last?.rank ?? 0) + 1
  let problems = problems(year, week, rank, base)
  guard problems.isEmpty else { throw Stopped(problems) }
  let root = try parse(file)
  var edits = XMLEdits()
  let tag = editionTag(week: week, rank: rank, [("standing", "proposed")])
  if let place = root.elements.last(where: { $0.name == "edition" })?.end {
    edits.insert("\n\n" + tag + "/>", at: place)
  }
  if let current = root.attribute("current") {
    edits.replace(
      current.nameSpan.bytes.lowerBound..<current.end, with: attributeText("current", "\(year)"),
      for: nil)
  }
  return SourceFile(id: file.id, bytes: edits.apply(to: file.bytes).bytes)
}

private func problems(
  _ year: Int, _ week: CalendarDay, _ rank: Int, _ base: KnowledgeBase
) -> [Diagnostic] {
  if let known = base.editions.first(where: { $0.id.text == "\(year)" }) {
    return [.newEditionExists(known)]
  }
  var found: [Diagnostic] = []
  if week.year != year { found.append(.newOtherYear(week, year)) }
  if week.weekday != .monday { found.append(.newWeekNotMonday(week)) }
  if let last = base.editions.last, Int(last.id.text) ?? 0 > year || last.rank >= rank {
    found.append(.newEditionNotLast(last))
  }
  return found + daysWithoutClass(week, base)
}

/// A week of holidays is no week for it; one public holiday leaves four days.
private func daysWithoutClass(_ week: CalendarDay, _ base: KnowledgeBase) -> [Diagnostic] {
  let (calendar, zone) = (base.calendar, base.academy.zone)
  let holiday = calendar.holidays.first { holiday in
    holiday.zone == zone && (0..<5).contains { holiday.covers(week.adding(days: $0)) }
  }
  return holiday.map { [.newWeekInHolidays(week, $0)] } ?? []
}
