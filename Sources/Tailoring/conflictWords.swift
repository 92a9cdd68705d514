import French
package import KnowledgeBase
package import Planning

/// The conflicts of a plan in French, those of one role in one text.
package func words(of conflicts: [Conflict], _ base: KnowledgeBase) -> [ConflictBrief] {
  var briefs: [ConflictBrief] = []
  var overloads: [(role: Role, weeks: [String])] = []
  for conflict in conflicts {
    if case .overload(let id, let monday, let minutes, let allowance) = conflict {
      let week =
        "\(duration(minutes: roundedToHalfHours(minutes))) la semaine du "
        + "\(monday.inFrench(.dayMonth)) (pour \(duration(minutes: allowance)))"
      if overloads.last?.role.id == id {
        overloads[overloads.count - 1].weeks.append(week)
      } else {
        overloads.append((base[id], [week]))
      }
    } else {
      briefs.append(brief(conflict))
    }
  }
  return briefs + overloads.map { overload($0.role, $0.weeks) }
}

/// Proposed hours are no finer than that.
private func roundedToHalfHours(_ minutes: Int) -> Int { (minutes + 15) / 30 * 30 }

private func brief(_ conflict: Conflict) -> ConflictBrief {
  switch conflict {
  case .weekInHolidays(let name):
    ConflictBrief(
      kind: "vacances", title: "La Semaine touche les vacances",
      text: "Des jours de la Semaine tombent pendant les \(lowered(name)).",
      advice: "Vérifiez les dates avec l’équipe académique avant d’imprimer quoi que ce soit.")
  case .afterHolidays(let name, let day, let count):
    afterHolidays(name, day, count)
  case .publicHoliday(let name, let day, let isFirst):
    ConflictBrief(
      kind: "ferie",
      title: isFirst ? "La Semaine commence un jour férié" : "Un jour férié dans la Semaine",
      text: "\(capitalised(day.inFrench(.long))) est férié (\(name)).",
      advice: "Ne prévoyez rien ce jour-là, et vérifiez l’ouverture des salles municipales la "
        + "veille et le lendemain.")
  case .elections(let events, let isDuring): elections(events, isDuring)
  case .electionsUnknown(let year):
    ConflictBrief(
      kind: "elections-a-verifier", title: "Élections de \(year)\u{A0}: à vérifier",
      text: "Le calendrier de cette clé ne dit pas si un scrutin a lieu près de la Semaine.",
      advice: "Regardez le calendrier électoral avant d’inviter des élus\u{A0}: la période de "
        + "réserve change les lettres et les prises de parole.")
  case .nationalWeeks(let events, let meeting): nationalWeeks(events, meeting)
  case .crowdedDay(let day, let count):
    ConflictBrief(
      kind: "jour-charge", title: "Beaucoup d’échéances le \(day.inFrench(.short))",
      text: "\(count) tâches sont à finir ce jour-là, parce que les classes ferment ensuite.",
      advice: "Commencez-les une à deux semaines plus tôt, et partagez-les dans l’équipe.")
  case .overload: preconditionFailure("overloads are told role by role")
  }
}

private func afterHolidays(_ name: String, _ day: CalendarDay, _ count: Int) -> ConflictBrief {
  let gap =
    count == 0
    ? "La Semaine commence le jour de la rentrée des \(lowered(name))"
    : "La Semaine commence \(French.count(count, "jour", "jours")) de classe après la rentrée des "
      + lowered(name)
  return ConflictBrief(
    kind: "rentree", title: "Les vacances finissent juste avant la Semaine",
    text: "\(gap) (\(day.inFrench(.long))).",
    advice: "Tout ce qui dépend des équipes doit être réglé avant le départ en vacances.")
}

private func elections(
  _ events: [SchoolCalendar.Event], _ isDuring: Bool
) -> ConflictBrief {
  let names = events.map { event in
    let mark = event.isReported ? "" : ", date à vérifier"
    return "\(lowered(event.name)) le \(event.start.inFrench(.long))\(mark)"
  }
  let when = isDuring ? "pendant la Semaine ou tout près" : "à moins de quinze jours de la Semaine"
  return ConflictBrief(
    kind: "elections", title: "Un scrutin est proche\u{A0}: période de réserve",
    text: "\(capitalised(listed(names)))\u{A0}: le vote tombe \(when).",
    advice: "Invitez les élus pour leur fonction, jamais comme candidats\u{A0}: ni discours de "
      + "campagne, ni photographie qui serve à un candidat. Vérifiez les règles auprès de la "
      + "préfecture ou du service communication du rectorat avant d’envoyer les lettres.")
}

private func nationalWeeks(
  _ events: [SchoolCalendar.Event], _ meeting: Conflict.Meeting
) -> ConflictBrief {
  let names = events.map { event in
    let mark = event.isReported ? "" : ", dates à vérifier"
    return "\(event.name) (\(dateRange(event.start, event.end))\(mark))"
  }
  let title =
    switch meeting {
    case .before: "D’autres rendez-vous nationaux juste avant"
    case .sameTime: "D’autres rendez-vous nationaux en même temps"
    case .after: "D’autres rendez-vous nationaux juste après"
    }
  return ConflictBrief(
    kind: "semaines-nationales", title: title, text: "\(listed(names)).",
    advice: "Demandez à chaque établissement ce qu’il y fait déjà\u{A0}: une même action peut "
      + "servir aux deux, et une même équipe ne peut pas tout porter.")
}

private func overload(_ role: Role, _ weeks: [String]) -> ConflictBrief {
  ConflictBrief(
    kind: "charge", title: "Trop d’heures\u{A0}: \(role.short)",
    text: "\(capitalised(listed(weeks))).",
    advice: "Avancez ce qui peut l’être ou confiez une partie au suppléant. Les heures sont des "
      + "propositions, à ajuster à la réunion de lancement.")
}

/// Why a task is not due on the day of its lead time, in French; empty when it is.
package func words(of move: PlannedTask.Move?, _ base: KnowledgeBase) -> String {
  guard let move else { return "" }
  let from = move.from.inFrench(.short)
  switch move.reason {
  case .closed(let name):
    // « vacances d’hiver » is a common noun; « Victoire de 1945 » is not.
    let isPeriod = base.calendar.holidays.contains { $0.name == name }
    return "avancé du \(from)\u{A0}: \(isPeriod ? lowered(name) : name)"
  case .neededBy(let id):
    return "avancé du \(from)\u{A0}: avant «\u{A0}\(lowered(base[id].short))\u{A0}»"
  case .lateStart: return "prévu le \(from)\u{A0}: départ tardif"
  }
}
