import Diagnostics
import French
import Markup

/// The academy, its departments, editions and basins, and the calendars.
extension Loader {
  mutating func academy() -> Academy? {
    guard let root = roots[KnowledgeBase.Part.academy.fileName] else { return nil }
    _ = reader.provenance(of: root, sources: sources)
    return Academy(
      id: reader.word("id", of: root), name: reader.prose("name", of: root),
      fullName: reader.prose("full-name", of: root), de: reader.prose("de", of: root),
      region: reader.optionalProse("region", of: root), zone: reader.word("zone", of: root),
      programme: reader.prose("programme", of: root), site: root["site"]?.value,
      slogan: reader.optionalProse("slogan", of: root),
      motto: reader.optionalProse("motto", of: root),
      logo: picture("logo", of: root),
      palette: Academy.Palette(
        accent: reader.locatedWord("accent", of: root), due: reader.locatedWord("due", of: root)),
      departments: elements("department", in: .academy).compactMap { department($0) })
  }

  private mutating func department(_ element: XMLElement) -> Department? {
    guard let id: Department.ID = reader.identifier("id", of: element) else { return nil }
    _ = reader.provenance(of: element, sources: sources)
    return Department(
      id: id, code: reader.word("code", of: element), name: reader.prose("name", of: element),
      de: reader.prose("de", of: element), within: reader.prose("in", of: element))
  }

  mutating func source(_ element: XMLElement) -> Source? {
    guard let id: Source.ID = reader.identifier("id", of: element) else { return nil }
    return Source(
      id: id, title: reader.prose("title", of: element),
      publisher: reader.optionalProse("publisher", of: element),
      date: reader.optionalProse("date", of: element),
      note: reader.optionalProse("note", of: element), span: element.span)
  }

  mutating func principle(_ element: XMLElement) -> Principle {
    _ = reader.provenance(of: element, sources: sources)
    return Principle(
      id: reader.word("id", of: element), title: reader.prose("title", of: element),
      text: reader.prose(of: element))
  }

  /// The funds by period; no year lies in two.
  mutating func fundList() -> [Fund] {
    var taken: [(years: ClosedRange<Int>, span: SourceSpan)] = []
    return elements("fund", in: .editions).compactMap { element in
      _ = reader.provenance(of: element, sources: sources)
      guard let first = reader.number("first", of: element),
        let last = reader.number("last", of: element)
      else { return nil }
      let other = taken.first { $0.years.overlaps(first...max(first, last)) }
      guard first <= last, other == nil else {
        reader.diagnostics.append(.fundYears(first, last, element, other: other?.span))
        return nil
      }
      taken.append((first...last, element.span))
      return Fund(
        years: first...last, mention: reader.prose(of: element),
        emblem: reader.prose("emblem", of: element))
    }
  }

  mutating func edition(_ element: XMLElement) -> Edition? {
    guard let id: Edition.ID = reader.identifier("id", of: element) else { return nil }
    let provenance = reader.provenance(of: element, sources: sources)
    let start = reader.day("start", of: element)
    let end = reader.day("end", of: element)
    if let start, let end, let text = element["end"] {
      if end < start { reader.diagnostics.append(.endBeforeStart(id.text, text)) }
      let days = start.days(until: end) + 1
      if days > 7 { reader.diagnostics.append(.weekTooLong(id.text, days: days, text)) }
    }
    let facts = element.elements.filter { $0.name == "fact" }.map {
      reader.statement(of: $0, sources: sources, inherited: provenance)
    }
    return Edition(
      id: id, rank: reader.number("rank", of: element) ?? 0,
      schoolYear: reader.prose("school-year", of: element), start: start, end: end,
      basinCount: reader.number("basins", of: element),
      schoolCount: reader.number("schools", of: element),
      tookInAllBasins: reader.flag("all-basins", of: element) ?? false,
      actionCount: reader.number("actions", of: element),
      kitDay: reader.day("kit-day", of: element),
      stakes: element.elements.filter { $0.name == "stake" }.compactMap { stake($0) },
      facts: facts, provenance: provenance, span: element.span)
  }

  private mutating func stake(_ element: XMLElement) -> Stake? {
    guard let id: Stake.ID = reader.identifier("id", of: element) else { return nil }
    return Stake(
      id: id, title: reader.prose("title", of: element), short: reader.prose("short", of: element),
      question: reader.optionalProse("question", of: element))
  }

  mutating func basin(_ element: XMLElement) -> Basin? {
    guard let id: Basin.ID = reader.identifier("id", of: element),
      let department = reader.requiredReference("department", of: element, to: departments)
    else { return nil }
    let provenance = reader.provenance(of: element, sources: sources)
    let counts = element.child("school-counts")
    var held: [Role.ID: SourceSpan] = [:]
    let people = element.elements.filter { $0.name == "person" }.compactMap { person($0, &held) }
    return Basin(
      id: id, name: reader.prose("name", of: element), de: reader.prose("de", of: element),
      department: department,
      status: reader.choice("status", of: element, default: .unconfirmed),
      firstEdition: reader.number("first-edition", of: element),
      takesInFirstDegree: reader.flag("first-degree", of: element),
      stakes: reader.references("stakes", of: element, to: stakes),
      knownAction: element.child("known-action").map { action in
        KnownAction(
          text: reader.prose(of: action),
          edition: reader.reference("edition", of: action, to: editions))
      },
      starts: element.elements.filter { $0.name == "start" }.compactMap { start($0) },
      fundedEditions: element.elements.filter { $0.name == "fse" }.compactMap {
        reader.requiredReference("edition", of: $0, to: editions)
      },
      logo: picture("logo", of: element),
      schools: counts.map { schoolCounts($0, inherited: provenance) } ?? .unknown,
      people: people,
      provenance: provenance, span: element.span)
  }

  private mutating func picture(_ name: String, of element: XMLElement) -> Logo? {
    guard let name = element[name] else { return nil }
    guard let file = pictures[name.value] else {
      reader.diagnostics.append(.unknownPicture(name, among: pictures.keys.sorted()))
      return nil
    }
    let isPlain = name.value.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        || byte == 0x2E
    }
    guard isPlain, let picture = Logo(file, named: name.value) else {
      reader.diagnostics.append(.notAPicture(name))
      return nil
    }
    return picture
  }

  private mutating func start(_ element: XMLElement) -> Basin.Start? {
    guard let edition = reader.requiredReference("edition", of: element, to: editions),
      let day = reader.locatedDay("day", of: element)
    else { return nil }
    return Basin.Start(edition: edition, day: day)
  }

  private mutating func schoolCounts(
    _ element: XMLElement, inherited: Provenance
  ) -> SchoolCounts {
    _ = reader.provenance(of: element, sources: sources, inherited: inherited)
    return SchoolCounts(
      colleges: reader.count("colleges", of: element),
      lycees: reader.count("lycees", of: element),
      schools: reader.count("schools", of: element),
      pupils: reader.count("pupils", of: element),
      communes: reader.count("communes", of: element))
  }

  private mutating func person(
    _ element: XMLElement, _ held: inout [Role.ID: SourceSpan]
  ) -> Person? {
    guard let role = reader.requiredReference("role", of: element, to: roles) else { return nil }
    if let text = element["role"] {
      if let first = held[role] {
        reader.diagnostics.append(.roleHeldTwice(text, first: first))
      } else {
        held[role] = text.span
      }
    }
    return Person(
      role: role, civility: reader.optionalProse("civility", of: element),
      name: reader.optionalProse("name", of: element),
      function: reader.optionalProse("function", of: element),
      phone: reader.optionalProse("phone", of: element),
      mail: element["mail"]?.value)
  }
}
