import Diagnostics
import French
import Markup

/// What a role is in a basin's team, as the file writes it.
private enum TeamPart: String, CaseIterable {
  case yes, no, whole
}

/// Roles, tasks, actions, lessons, partners and terms.
extension Loader {
  mutating func role(_ element: XMLElement) -> Role? {
    guard let id: Role.ID = reader.identifier("id", of: element) else { return nil }
    let provenance = reader.provenance(of: element, sources: sources)
    let team: TeamPart = reader.choice("team", of: element, default: .no)
    let duties = element.elements.filter { $0.name == "duty" }.compactMap { duty -> Role.Duty? in
      guard let phase = reader.requiredReference("phase", of: duty, to: phases) else { return nil }
      return Role.Duty(
        phase: phase,
        statement: reader.statement(of: duty, sources: sources, inherited: provenance))
    }
    let tips = element.elements.filter { $0.name == "tip" }.map {
      reader.statement(of: $0, sources: sources, inherited: provenance)
    }
    if let hours = element.child("hours-note") {
      _ = reader.provenance(of: hours, sources: sources, inherited: provenance)
    }
    return Role(
      id: id, level: reader.choice("level", of: element, default: .bassin),
      title: reader.prose("title", of: element), short: reader.prose("short", of: element),
      isOfTeam: team == .yes, isWholeTeam: team == .whole,
      deputy: reader.reference("deputy", of: element, to: roles),
      mission: reader.child("mission", of: element), duties: duties, tips: tips,
      weeklyMinutes: element.child("allowance")
        .flatMap { reader.number("hours-a-week", of: $0) }.map { $0 * 60 },
      hours: reader.optionalChild("hours-note", of: element), provenance: provenance,
      span: element.span)
  }

  mutating func phase(_ element: XMLElement) -> Phase? {
    guard let id: Phase.ID = reader.identifier("id", of: element) else { return nil }
    return Phase(
      id: id, number: reader.number("number", of: element) ?? 0,
      title: reader.prose("title", of: element))
  }

  mutating func task(_ element: XMLElement) -> Task? {
    guard let id: Task.ID = reader.identifier("id", of: element),
      let phase = reader.requiredReference("phase", of: element, to: phases),
      let owner = reader.requiredReference("owner", of: element, to: roles)
    else { return nil }
    let title = reader.prose("title", of: element)
    return Task(
      id: id, title: title, short: reader.optionalChild("short", of: element) ?? title,
      phase: phase, level: reader.choice("level", of: element, default: .bassin), owner: owner,
      helpers: reader.references("helpers", of: element, to: roles),
      lead: reader.requiredLeadTime("lead", of: element),
      experiencedLead: reader.leadTime("experienced-lead", of: element),
      audience: reader.choice("for", of: element, default: .all),
      conditions: Set(reader.choices("only-if", of: element)),
      documents: reader.words("documents", of: element),
      after: reader.locatedReferences("after", of: element, to: tasks),
      work: element.child("work").flatMap { work($0) },
      fixedDays: element.elements.filter { $0.name == "fixed" }.compactMap { fixedDay($0) },
      how: reader.child("how", of: element), done: reader.child("done", of: element),
      fallback: reader.optionalChild("fallback", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  private mutating func work(_ element: XMLElement) -> Task.Work? {
    guard let owner = reader.minutes("hours", of: element),
      let helper = reader.minutes("helper-hours", of: element)
    else { return nil }
    return Task.Work(
      days: max(0, reader.number("days", of: element) ?? 0), ownerMinutes: owner,
      helperMinutes: helper,
      importance: reader.choice("importance", of: element, default: .useful),
      latest: reader.requiredLeadTime("latest", of: element),
      standing: reader.provenance(of: element, sources: sources).standing)
  }

  private mutating func fixedDay(_ element: XMLElement) -> Task.FixedDay? {
    _ = reader.provenance(of: element, sources: sources)
    guard let edition = reader.requiredReference("edition", of: element, to: editions),
      let day = reader.locatedDay("day", of: element)
    else { return nil }
    return Task.FixedDay(edition: edition, day: day)
  }

  mutating func action(_ element: XMLElement) -> Action? {
    guard let id: Action.ID = reader.identifier("id", of: element),
      let theme = reader.requiredReference("stake", of: element, to: themes)
    else { return nil }
    let place = element.child("place")
    return Action(
      id: id, title: reader.prose("title", of: element),
      academy: place.flatMap { reader.optionalProse("academy", of: $0) },
      region: place.flatMap { reader.optionalProse("region", of: $0) },
      basins: place.map { reader.references("basin", of: $0, to: basins) } ?? [],
      department: place.flatMap { reader.reference("department", of: $0, to: departments) },
      town: place.flatMap { reader.optionalProse("town", of: $0) },
      school: place.flatMap { reader.optionalProse("school", of: $0) },
      venues: reader.choices("school-types", of: element),
      edition: reader.reference("edition", of: element, to: editions),
      schoolYear: reader.optionalProse("school-year", of: element),
      week: reader.choice("week", of: element, default: .unknown),
      audience: reader.optionalChild("audience", of: element), theme: theme,
      format: reader.prose("format", of: element),
      effort: reader.choice("effort", of: element, default: .medium),
      leadWeeks: max(0, reader.number("lead-weeks", of: element) ?? 0),
      concernsFirstDegree: reader.flag("first-degree", of: element) ?? false,
      description: reader.child("description", of: element),
      partners: reader.optionalChild("partners", of: element),
      materials: reader.optionalChild("materials", of: element),
      result: reader.optionalChild("result", of: element),
      proposal: reader.optionalChild("proposal", of: element),
      sheet: Action.Sheet(
        preparation: reader.children("preparation", of: element),
        needs: reader.children("need", of: element), steps: reader.children("step", of: element),
        variants: reader.children("variant", of: element)),
      caution: reader.optionalChild("caution", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func lesson(_ element: XMLElement) -> Lesson? {
    guard let id: Lesson.ID = reader.identifier("id", of: element) else { return nil }
    _ = reader.references("basin", of: element, to: basins)
    return Lesson(
      id: id, kind: reader.choice("kind", of: element, default: .practice),
      phase: reader.word("phase", of: element),
      publics: reader.words("for", of: element).map(\.value),
      documents: reader.words("documents", of: element),
      tasks: reader.references("tasks", of: element, to: tasks),
      roles: reader.references("roles", of: element, to: roles),
      academy: reader.optionalProse("academy", of: element),
      edition: reader.reference("edition", of: element, to: editions),
      basins: reader.references("basin", of: element, to: basins),
      text: reader.prose(of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func partner(_ element: XMLElement, _ formulas: [LetterFormula]) -> PartnerKind? {
    guard let id: PartnerKind.ID = reader.identifier("id", of: element),
      let formulaID = reader.requiredReference("formula", of: element, to: self.formulas),
      let formula = formulas.first(where: { $0.id == formulaID })
    else { return nil }
    return PartnerKind(
      id: id, kind: reader.word("kind", of: element), title: reader.prose("title", of: element),
      formula: formula, function: reader.prose("function", of: element),
      why: reader.child("why", of: element), asks: reader.children("ask", of: element),
      care: reader.optionalChild("care", of: element),
      documents: reader.words("documents", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func term(_ element: XMLElement) -> Term? {
    guard let id: Term.ID = reader.identifier("id", of: element) else { return nil }
    let later = element.elements.filter { $0.name == "later" }.map { successor in
      Term.Successor(
        year: reader.number("year", of: successor) ?? 0, text: reader.prose(of: successor))
    }
    return Term(
      id: id, short: reader.prose("short", of: element), long: reader.prose("long", of: element),
      isContact: reader.flag("contact", of: element) ?? false,
      isEveryday: reader.flag("everyday", of: element) ?? false,
      since: reader.number("since", of: element),
      means: reader.child("means", of: element), successors: later,
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }
}
