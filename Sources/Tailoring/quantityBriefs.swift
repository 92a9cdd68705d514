import French
package import KnowledgeBase

/// Quantities that are shown together.
package struct QuantityGroupBrief: Sendable {
  package let title: String
  package let quantities: [QuantityBrief]
}

/// How much of something the basin needs, and how that is worked out.
package struct QuantityBrief: Sendable {
  package let quantity: Quantity
  /// « 44 affiches ».
  package let amount: Known<String>
  /// « 22 établissements × 2 affiches »; what is not known stands without a number.
  package let formula: String
  package let source: String
}

/// The quantities of one basin, in the groups and the order of the file.
func quantityBriefs(
  _ base: KnowledgeBase, for basin: Basin, takesInFirstDegree: Bool, _ words: MemoryWords
) -> [QuantityGroupBrief] {
  let calculator = QuantityCalculator(
    schools: base.counts(of: basin), teamCount: base.roles.count(where: \.isOfTeam))
  let quantities = base.quantities.filter { takesInFirstDegree || !$0.needsFirstDegree }
  var seen: Set<Quantity.Group.ID> = []
  let groups = quantities.map(\.group).filter { seen.insert($0.id).inserted }
  return groups.map { group in
    QuantityGroupBrief(
      title: group.title,
      quantities: quantities.filter { $0.group.id == group.id }.map { quantity in
        QuantityBrief(
          quantity: quantity,
          amount: Known(
            calculator.amount(of: quantity).map { count($0, quantity.one, quantity.many) },
            or: "nombre\u{A0}: \(lowered(quantity.title))"),
          formula: calculator.formula(of: quantity),
          source: words.sourceText(quantity.provenance))
      })
  }
}

/// Works out the quantities of one basin.
struct QuantityCalculator {
  let schools: SchoolCounts
  let teamCount: Int

  /// The amount, or nil when a number that it rests on is not known.
  func amount(of quantity: Quantity) -> Int? {
    guard let counted = counted(for: quantity) else { return nil }
    return shared(counted, quantity.share) * (quantity.repetition?.number ?? 1)
  }

  /// What is counted times the ratio, before it is shared out.
  private func counted(for quantity: Quantity) -> Int? {
    var sum = 0
    for measure in quantity.measures {
      guard let number = number(of: measure) else { return nil }
      sum += number
    }
    return sum * quantity.ratio.number
  }

  /// Rounded up: nobody prints half a sheet.
  private func shared(_ amount: Int, _ share: Quantity.Factor?) -> Int {
    guard let share else { return amount }
    return (amount + share.number - 1) / share.number
  }

  func number(of measure: Quantity.Measure) -> Int? {
    switch measure {
    case .secondDegree: schools.secondDegree
    case .colleges: schools.colleges
    case .lycees: schools.lycees
    case .ecoles: schools.schools
    case .eleves: schools.pupils
    case .team: teamCount
    case .communes: schools.communes
    }
  }

  /// « (22 établissements + 8 membres de l’équipe) × 1 signature ÷ 15 lignes × 4 réunions ».
  func formula(of quantity: Quantity) -> String {
    let terms = quantity.measures.map { measure in
      number(of: measure).map { measure.counted($0) } ?? measure.many
    }
    let sum = terms.joined(separator: " + ")
    var formula = terms.count > 1 ? "(\(sum))" : sum
    formula += " ×\u{A0}\(words(quantity.ratio))"
    if let share = quantity.share {
      formula += " ÷\u{A0}\(words(share))"
      if let counted = counted(for: quantity), counted % share.number != 0 {
        formula += " (arrondi à \(inFrench(shared(counted, share))))"
      }
    }
    if let repetition = quantity.repetition { formula += " ×\u{A0}\(words(repetition))" }
    return formula
  }

  private func words(_ factor: Quantity.Factor) -> String {
    count(factor.number, factor.one, factor.many)
  }
}

extension Quantity.Measure {
  func counted(_ number: Int) -> String { count(number, one, many) }

  var one: String { names.one }
  var many: String { names.many }

  private var names: (one: String, many: String) {
    switch self {
    case .secondDegree: ("établissement", "établissements")
    case .colleges: ("collège", "collèges")
    case .lycees: ("lycée", "lycées")
    case .ecoles: ("école", "écoles")
    case .eleves: ("élève", "élèves")
    case .team: ("membre de l’équipe", "membres de l’équipe")
    case .communes: ("commune", "communes")
    }
  }
}
