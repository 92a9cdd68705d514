import French
package import KnowledgeBase
import Planning

/// A line of the budget, with what the basin needs of it.
package struct BudgetLineBrief: Sendable {
  package let line: BudgetLine
  /// « 44 affiches »; nothing where no quantity is named or a number of the basin is missing.
  package let amount: String?
  package let source: String
}

package struct RiskBrief: Sendable {
  package let risk: Risk
  package let owner: Role
  package let source: String
}

/// A short message as the basin sends it.
package struct MessageBrief: Sendable {
  package let message: Message
  /// « vendredi 13 mars 2015 », « chaque jour de la Semaine ».
  package let day: Known<String>
  /// The text in stretches: what is not known is a blank.
  package let parts: [Known<String>]
}

/// What every edition uses again, for one basin.
struct MethodWords {
  let base: KnowledgeBase
  let edition: Edition
  /// What holds for the basin.
  let conditions: Set<Task.Condition>
  let memory: MemoryWords

  func budget(_ quantities: [QuantityBrief]) -> [BudgetLineBrief] {
    let amounts = Dictionary(
      quantities.map { ($0.quantity.id, $0.amount) }, uniquingKeysWith: { first, _ in first })
    return base.budget.filter { $0.conditions.isSubset(of: conditions) }.map { line in
      let known = line.quantities.compactMap { amounts[$0] }.compactMap { amount in
        if case .known(let text) = amount { text } else { nil }
      }
      return BudgetLineBrief(
        line: line, amount: known.isEmpty ? nil : listed(known),
        source: memory.sourceText(line.provenance))
    }
  }

  var risks: [RiskBrief] {
    base.risks.filter { $0.conditions.isSubset(of: conditions) }.map { risk in
      RiskBrief(
        risk: risk, owner: base[risk.owner], source: memory.sourceText(risk.provenance))
    }
  }

  func brief(_ dated: DatedMessage) -> MessageBrief {
    let day: Known<String> =
      switch dated.day {
      case .on(let day): .known(day.inFrench(.short))
      case .eachDay: .known("chaque jour")
      case .unknown: .blank("jour\u{A0}: \(lowered(dated.message.title))")
      }
    let parts = dated.message.parts.enumerated().map { index, part in
      index == 0 ? capitalised(words(part)) : words(part)
    }
    return MessageBrief(message: dated.message, day: day, parts: parts)
  }

  private func words(_ part: Message.Part) -> Known<String> {
    switch part {
    case .text(let text): .known(text)
    case .blank(let name): .blank(name)
    case .value(.programme): .known(base.academy.programme)
    case .value(.site): Known(base.academy.site, or: Message.Value.site.rawValue)
    case .value(.slogan): Known(base.academy.slogan, or: "slogan de l’académie")
    case .value(.dates):
      edition.start.map { .known(dateRange($0, edition.end ?? $0)) }
        ?? .blank(Message.Value.dates.rawValue)
    }
  }

  private func capitalised(_ words: Known<String>) -> Known<String> {
    switch words {
    case .known(let text): .known(French.capitalised(text))
    case .blank: words
    }
  }
}
