import Diagnostics
import French
import Markup

/// How actions and lessons are ranked, and how much of what a basin needs.
extension Loader {
  mutating func rankingRules() -> RankingRules {
    guard let root = roots[KnowledgeBase.Part.ranking.fileName] else { return .none }
    let lessons = reader.number("lessons", of: root) ?? 0
    return RankingRules(
      suggestionCount: reader.number("suggestions", of: root) ?? 0, lessonsPerPlace: lessons,
      lessonsPerPhase: reader.number("phase-lessons", of: root) ?? lessons,
      placesPerLesson: reader.number("uses", of: root) ?? 0, points: points(in: root),
      kept: elements("kept", in: .ranking).compactMap { kept($0) }, families: families())
  }

  /// One number for each criterion.
  private mutating func points(in root: XMLElement) -> [RankingRules.Criterion: Int] {
    var points: [RankingRules.Criterion: Int] = [:]
    for element in elements("weight", in: .ranking) {
      _ = reader.provenance(of: element, sources: sources)
      guard let id = element["id"], let number = reader.number("points", of: element) else {
        continue
      }
      guard let criterion = RankingRules.Criterion(name: id.value) else {
        reader.diagnostics.append(.notOneOf(id, RankingRules.Criterion.allCases.map(\.name)))
        continue
      }
      if let text = element["points"], criterion.isBonus ? number < 0 : number > 0 {
        reader.diagnostics.append(.wrongSign(text, isBonus: criterion.isBonus))
      }
      points[criterion] = number
    }
    for criterion in RankingRules.Criterion.allCases where points[criterion] == nil {
      reader.diagnostics.append(.missingWeight(criterion.name, in: root))
    }
    return points
  }

  private mutating func kept(_ element: XMLElement) -> RankingRules.Kept? {
    _ = reader.provenance(of: element, sources: sources)
    guard let theme = reader.requiredReference("stake", of: element, to: themes) else {
      return nil
    }
    return RankingRules.Kept(
      theme: theme, places: max(0, reader.number("places", of: element) ?? 0),
      needsFirstDegree: element["only-if"]?.value == "first-degree")
  }

  /// Each form belongs to one family at most.
  private mutating func families() -> [String: Int] {
    var families: [String: Int] = [:]
    var places: [String: SourceSpan] = [:]
    for (number, family) in elements("family", in: .ranking).enumerated() {
      for format in family.elements {
        let name = reader.prose(of: format)
        if let first = places[name] {
          reader.diagnostics.append(.formatInTwoFamilies(format, first: first))
        } else {
          places[name] = format.span
          families[name] = number
        }
      }
    }
    return families
  }

  mutating func quantityList() -> [Quantity] {
    let groups = elements("group", in: .quantities).compactMap { element in
      (reader.identifier("id", of: element) as Quantity.Group.ID?).map {
        Quantity.Group(id: $0, title: reader.prose("title", of: element))
      }
    }
    return elements("quantity", in: .quantities).compactMap { quantity($0, groups) }
  }

  private mutating func quantity(_ element: XMLElement, _ groups: [Quantity.Group]) -> Quantity? {
    guard let id: Quantity.ID = reader.identifier("id", of: element),
      let groupID = reader.requiredReference("group", of: element, to: quantityGroups),
      let group = groups.first(where: { $0.id == groupID })
    else { return nil }
    guard let term = element.elements.first(where: { $0.name == "term" }) else {
      reader.diagnostics.append(.missingChild("term", in: element))
      return nil
    }
    return Quantity(
      id: id, group: group, title: reader.prose("title", of: element),
      one: reader.prose("one", of: element), many: reader.prose("many", of: element),
      documents: reader.words("documents", of: element),
      needsFirstDegree: element["only-if"]?.value == "first-degree",
      measures: reader.choices("of", of: term), ratio: factor("count", of: term),
      share: element.elements.first { $0.name == "share" }.map { factor("per", of: $0) },
      repetition: element.elements.first { $0.name == "repeat" }.map { factor("times", of: $0) },
      note: reader.child("note", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  /// At least 1, so that nothing is ever shared out to nobody, and at most 10,000, so that no
  /// product overflows.
  private mutating func factor(_ name: String, of element: XMLElement) -> Quantity.Factor {
    if element[name] == nil { reader.diagnostics.append(.missingAttribute(name, on: element)) }
    let number = reader.number(name, of: element) ?? 1
    return Quantity.Factor(
      number: min(max(number, 1), 10_000), one: reader.prose("one", of: element),
      many: reader.prose("many", of: element))
  }
}
