import French

/// A compiled expression: names are positions, types have been checked.
enum Expression: Sendable {
  case literal(Value)
  /// A variable, by its place in the frame.
  case variable(Int)
  /// A field of a record, by its place in the record.
  indirect case field(Expression, Int)
  /// A field of a variable, by both places: what most expressions are.
  case member(Int, Int)
  indirect case not(Expression)
  indirect case and(Expression, Expression)
  indirect case or(Expression, Expression)
  indirect case comparison(Comparison, Expression, Expression)
  indirect case filtered(Filter, Expression, [Expression])
  /// The same with arguments that stand in the template.
  indirect case applied(Filter, Expression, [Value])
}

enum Comparison: String, Sendable, CaseIterable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// The values of the variables while a document is composed.
typealias Frame = [Value]

extension Expression {
  /// A field of a record, by its place in the record.
  static func part(_ index: Int, of record: Expression) -> Expression {
    if case .variable(let slot) = record { .member(slot, index) } else { .field(record, index) }
  }

  /// A filter after a subject. Arguments that stand in the template are read here, once.
  static func filter(
    _ filter: Filter, _ subject: Expression, _ arguments: [Expression]
  ) -> Expression {
    let known = arguments.compactMap { argument -> Value? in
      if case .literal(let value) = argument { value } else { nil }
    }
    return known.count == arguments.count
      ? .applied(filter, subject, known) : .filtered(filter, subject, arguments)
  }

  func value(in frame: Frame) -> Value {
    switch self {
    case .literal(let value): value
    case .variable(let slot): frame[slot]
    case .field(let record, let index): record.value(in: frame).field(index)
    case .member(let slot, let index): frame.span[slot].field(index)
    case .not(let operand): .boolean(!operand.value(in: frame).isTrue)
    case .and(let first, let second):
      .boolean(first.value(in: frame).isTrue && second.value(in: frame).isTrue)
    case .or(let first, let second):
      .boolean(first.value(in: frame).isTrue || second.value(in: frame).isTrue)
    case .comparison(let comparison, let first, let second):
      .boolean(comparison.holds(first.value(in: frame), second.value(in: frame)))
    case .filtered(let filter, let subject, let arguments):
      filter.apply(to: subject.value(in: frame), arguments.map { $0.value(in: frame) })
    case .applied(let filter, let subject, let arguments):
      filter.apply(to: subject.value(in: frame), arguments)
    }
  }
}

extension Comparison {
  /// A blank equals nothing and has no order: what is not known decides nothing.
  func holds(_ first: Value, _ second: Value) -> Bool {
    if case .blank = first { return self == .unequal }
    if case .blank = second { return self == .unequal }
    switch self {
    case .equal: return first == second
    case .unequal: return first != second
    case .less: return precedes(first, second)
    case .atMost: return !precedes(second, first)
    case .greater: return precedes(second, first)
    case .atLeast: return !precedes(first, second)
    }
  }

  private func precedes(_ first: Value, _ second: Value) -> Bool {
    switch (first, second) {
    case (.number(let first), .number(let second)): first < second
    case (.number(let first), .decimal(let second)): DecimalNumber(first) < second
    case (.decimal(let first), .number(let second)): first < DecimalNumber(second)
    case (.decimal(let first), .decimal(let second)): first < second
    case (.day(let first), .day(let second)): first < second
    case (.time(let first), .time(let second)): first < second
    case (.money(let first), .money(let second)): first < second
    case (.text(let first), .text(let second)): sortKey(first) < sortKey(second)
    // Only `sort` asks: no comes before yes.
    case (.boolean(let first), .boolean(let second)): !first && second
    default: preconditionFailure("values of different types were put in order")
    }
  }
}
