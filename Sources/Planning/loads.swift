import French
import KnowledgeBase

/// The work of each member of the team in each week, the owner's and the helpers'.
///
/// A task's minutes are spread evenly over the school days from its start to its due day. Help from
/// the team as a whole is asked of each member.
func loads(
  _ tasks: [PlannedTask], weeks: [PlanWeek], _ base: KnowledgeBase, _ days: SchoolDays
) -> [RoleLoad] {
  guard let first = weeks.first?.monday else { return [] }
  let team = base.roles.filter(\.isOfTeam)
  let whole = Set(base.roles.filter(\.isWholeTeam).map(\.id))
  let rows = Dictionary(
    zip(team.map(\.id), team.indices), uniquingKeysWith: { first, _ in first })
  var minutes = [[Int]](
    repeating: Array(repeating: 0, count: weeks.count), count: team.count)
  for planned in tasks {
    guard let work = planned.task.work else { continue }
    let helpsAll = planned.task.helpers.contains(where: whole.contains)
    let helpers =
      helpsAll ? team.map(\.id).filter { $0 != planned.task.owner } : planned.task.helpers
    let shares =
      [(planned.task.owner, work.ownerMinutes)] + helpers.map { ($0, work.helperMinutes) }
    for (role, share) in shares where share > 0 {
      guard let row = rows[role] else { continue }
      spread(share, over: planned, days) { day, part in
        minutes[row][first.days(until: day.monday) / 7] += part
      }
    }
  }
  return team.enumerated().map { row, role in
    RoleLoad(role: role.id, allowance: role.weeklyMinutes, minutes: minutes[row])
  }
}

/// Parts that add up to the whole, one a school day.
private func spread(
  _ minutes: Int, over planned: PlannedTask, _ days: SchoolDays,
  _ give: (CalendarDay, Int) -> Void
) {
  guard let start = days.firstNumber(notBefore: planned.start),
    let end = days.lastNumber(notAfter: planned.due), start <= end
  else { return }
  let count = end - start + 1
  for offset in 0..<count {
    let part = minutes * (offset + 1) / count - minutes * offset / count
    give(days[start + offset], part)
  }
}
