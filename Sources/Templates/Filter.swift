import French

/// What stands after `|`.
enum Filter: Sendable {
  case day(CalendarDay.Style)
  case count, ordinal, number
  case upper, capitalised, lowerFirst, quoted, withDe, withA
  /// The second one prints a number or a day beside a textual stand-in.
  case fallback, fallbackText
  case known
  case size, any, take
  case listed
  case listedField(Int)
  case `where`(Int, isKept: Bool)
  case sortText, sortField(Int)

  func apply(to subject: Value, _ arguments: [Value]) -> Value {
    switch self {
    case .known: return .boolean(isKnown(subject))
    case .fallback: return isKnown(subject) ? subject : arguments[0]
    case .fallbackText: return isKnown(subject) ? .text(subject.prose) : arguments[0]
    default: break
    }
    if case .blank = subject { return subject }
    switch subject {
    case .text(let text): return .text(apply(toText: text))
    case .day(let day):
      guard case .day(let style) = self else { break }
      return .text(day.inFrench(style))
    case .number(let number): return .text(apply(toNumber: number, arguments))
    case .list(let items): return apply(toList: items, arguments)
    case .boolean, .record, .blank: break
    }
    preconditionFailure("a filter met a value that its compiler refused")
  }

  private func isKnown(_ value: Value) -> Bool {
    switch value {
    case .blank: false
    case .text(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .number, .day, .boolean, .record: true
    }
  }

  private func apply(toText text: String) -> String {
    switch self {
    case .upper: text.uppercased()
    case .capitalised: French.capitalised(text)
    case .lowerFirst: French.lowered(text)
    case .quoted: "«\u{A0}\(text)\u{A0}»"
    case .withDe: French.withDe(text)
    case .withA: French.withA(text)
    default: preconditionFailure("a filter met a text that its compiler refused")
    }
  }

  private func apply(toNumber number: Int, _ arguments: [Value]) -> String {
    switch self {
    case .count: French.count(number, arguments[0].prose, arguments[1].prose)
    case .ordinal:
      French.ordinal(number, arguments[0] == .text("f") ? .feminine : .masculine)
    case .number: inFrench(number)
    default: preconditionFailure("a filter met a number that its compiler refused")
    }
  }

  private func apply(toList items: [Value], _ arguments: [Value]) -> Value {
    switch self {
    case .size: .number(items.count)
    case .any: .boolean(!items.isEmpty)
    case .take:
      if case .number(let limit) = arguments[0] {
        .list(Array(items.prefix(max(0, limit))))
      } else {
        .list(items)
      }
    case .listed: .text(French.listed(items.map(\.prose)))
    case .listedField(let index): .text(French.listed(items.map { $0.field(index).prose }))
    case .where(let index, let isKept):
      .list(items.filter { Comparison.equal.holds($0.field(index), arguments[1]) == isKept })
    case .sortText: .list(items.sorted { sortKey($0.prose) < sortKey($1.prose) })
    case .sortField(let index):
      .list(items.sorted { isInOrder($0.field(index), $1.field(index)) })
    default: preconditionFailure("a filter met a list that its compiler refused")
    }
  }

  /// Blanks come last: an order in which they were equal to everything would be none.
  private func isInOrder(_ first: Value, _ second: Value) -> Bool {
    if case .blank = first { return false }
    if case .blank = second { return true }
    return Comparison.less.holds(first, second)
  }
}
