import Diagnostics
import French
import Markup

/// A name that expressions may begin with.
struct Variable: Sendable {
  let name: String
  let type: ValueType
}

/// The names in reach at one place of a template; the frame has one slot a variable.
struct Scope: Sendable {
  private(set) var variables: [Variable]

  init(_ variables: [Variable]) { self.variables = variables }

  func adding(_ variables: [Variable]) -> Scope { Scope(self.variables + variables) }

  /// The innermost variable of a name.
  func slot(of name: String) -> Int? { variables.lastIndex { $0.name == name } }
}

/// What expressions have named, by places: a variable's in the frame, a field's in its record.
struct UsedNames: Sendable {
  struct Member: Hashable {
    let slot: Int
    let index: Int
  }

  var slots: Set<Int> = []
  /// The fields of variables; those of fields are not told.
  var members: Set<Member> = []

  mutating func add(_ other: UsedNames) {
    slots.formUnion(other.slots)
    members.formUnion(other.members)
  }

  /// Whether one of these fields of the innermost variable of a name was named.
  func has(_ fields: [String], of variable: String, in scope: Scope) -> Bool {
    guard let slot = scope.slot(of: variable),
      case .record(let record) = scope.variables[slot].type
    else { return false }
    return fields.contains { field in
      record.index(of: field).map { members.contains(Member(slot: slot, index: $0)) } ?? false
    }
  }
}

/// An expression with its type.
struct TypedExpression: Sendable {
  let expression: Expression
  let type: ValueType

  /// The text, where the expression is one between single quotes.
  var literalText: String? {
    if case .literal(.text(let text)) = expression { text } else { nil }
  }

  /// The same value of another type, where it is a text that writes one: a day, say.
  func written(as type: ValueType) -> TypedExpression? {
    guard self.type == .text, let text = literalText, let value = Value(text, as: type) else {
      return nil
    }
    return TypedExpression(expression: .literal(value), type: type)
  }
}

/// Parses and checks one expression: a whole attribute, or what stands between `{{` and `}}`.
///
/// Operator precedence climbs from `or` over `and`, `not` and comparisons to filters. A fault ends
/// the expression: one cause, one report, at the smallest piece of text that shows it.
struct ExpressionParser {
  private let text: XMLText
  private let scope: Scope
  private let tokens: [Token]
  private var position = 0
  private(set) var used = UsedNames()
  /// Parentheses and `not` may nest this deep.
  private static let depthLimit = 40
  private var depth = 0
  /// Operators and filters of one expression. Each makes the tree one deeper, as parentheses do.
  private static let operatorLimit = 200
  private var operators = 0

  /// - Parameter range: the UTF-8 bytes of `text` that hold the expression.
  init(_ text: XMLText, _ range: Range<Int>, scope: Scope) throws(Diagnostic) {
    self.text = text
    self.scope = scope
    tokens = try Token.all(of: text, in: range)
  }

  mutating func parse() throws(Diagnostic) -> TypedExpression {
    let result = try disjunction()
    guard case .end = current.kind else { throw unexpected() }
    return result
  }

  /// `name in list`, the head of a loop.
  mutating func parseLoop() throws(Diagnostic) -> LoopHead {
    guard case .name(let name) = current.kind else { throw unexpected() }
    let place = current
    position += 1
    guard case .name("in") = current.kind else {
      throw .loopWithoutIn(at: span(place))
    }
    position += 1
    let start = current
    let list = try disjunction()
    guard case .end = current.kind else { throw unexpected() }
    guard case .list(let element) = list.type else {
      throw .wrongType(list.type, wanted: .aList, at: span(start))
    }
    return LoopHead(name, in: list.expression, of: element)
  }

  // MARK: Operators

  private mutating func disjunction() throws(Diagnostic) -> TypedExpression {
    var left = try conjunction()
    while case .name("or") = current.kind {
      let place = current
      try countOperator(place)
      position += 1
      let right = try conjunction()
      try requireBoolean(left, place)
      try requireBoolean(right, place)
      left = TypedExpression(expression: .or(left.expression, right.expression), type: .boolean)
    }
    return left
  }

  private mutating func conjunction() throws(Diagnostic) -> TypedExpression {
    var left = try negation()
    while case .name("and") = current.kind {
      let place = current
      try countOperator(place)
      position += 1
      let right = try negation()
      try requireBoolean(left, place)
      try requireBoolean(right, place)
      left = TypedExpression(expression: .and(left.expression, right.expression), type: .boolean)
    }
    return left
  }

  private mutating func negation() throws(Diagnostic) -> TypedExpression {
    guard case .name("not") = current.kind else { return try comparison() }
    let place = current
    position += 1
    try deepen(place)
    defer { depth -= 1 }
    let operand = try negation()
    try requireBoolean(operand, place)
    return TypedExpression(expression: .not(operand.expression), type: .boolean)
  }

  private mutating func comparison() throws(Diagnostic) -> TypedExpression {
    var left = try filtered()
    guard case .comparison(let sign) = current.kind else { return left }
    let place = current
    position += 1
    var right = try filtered()
    // A text between quotes stands for a day, a time or an amount beside one.
    if left.type != right.type {
      right = right.written(as: left.type) ?? right
      left = left.written(as: right.type) ?? left
    }
    let isOrder = sign != .equal && sign != .unequal
    guard left.type == right.type, left.type.isProse, !(isOrder && left.type == .boolean) else {
      throw .cannotCompare(left.type, right.type, at: span(place))
    }
    return TypedExpression(
      expression: .comparison(sign, left.expression, right.expression), type: .boolean)
  }

  // MARK: Filters

  private mutating func filtered() throws(Diagnostic) -> TypedExpression {
    var subject = try primary()
    while case .bar = current.kind {
      position += 1
      guard case .name(let name) = current.kind else { throw unexpected() }
      let place = current
      try countOperator(place)
      position += 1
      let arguments = try arguments()
      subject = try apply(name, place, to: subject, arguments)
    }
    return subject
  }

  private mutating func arguments() throws(Diagnostic) -> [TypedExpression] {
    guard case .colon = current.kind else { return [] }
    position += 1
    var arguments = [try primary()]
    while case .comma = current.kind {
      position += 1
      arguments.append(try primary())
    }
    return arguments
  }

  private func apply(
    _ name: String, _ place: Token, to subject: TypedExpression, _ arguments: [TypedExpression]
  ) throws(Diagnostic) -> TypedExpression {
    guard let rule = FilterCatalogue.rule(name) else {
      throw .unknownFilter(name, FilterCatalogue.names, at: span(place))
    }
    let call = FilterCall(
      subject: subject.type,
      arguments: arguments.map { argument in
        FilterCall.Argument(type: argument.type, literal: argument.literalText)
      })
    do throws(FilterMisuse) {
      let use = try rule.use(call)
      return TypedExpression(
        expression: .filter(use.filter, subject.expression, arguments.map(\.expression)),
        type: use.result)
    } catch {
      switch error {
      case .subject(let wanted): throw .filterSubject(name, wanted, subject.type, at: span(place))
      case .arguments(let wanted): throw .filterArguments(name, wanted, at: span(place))
      case .field(let field, let record): throw .unknownField(field, of: record, at: span(place))
      case .word(let word, let known):
        throw .filterWord(word, of: name, among: known, at: span(place))
      }
    }
  }

  // MARK: Primaries

  private mutating func primary() throws(Diagnostic) -> TypedExpression {
    let place = current
    switch place.kind {
    case .name("true"), .name("false"):
      position += 1
      return TypedExpression(
        expression: .literal(.boolean(place.kind == .name("true"))), type: .boolean)
    case .name(let name):
      position += 1
      return try path(from: name, place)
    case .text(let string):
      position += 1
      // What shows how a field is written is shown as it is written.
      let isCode = string.contains("{{") || string.contains("}}")
      return TypedExpression(
        expression: .literal(.text(isCode ? string : typeset(string))), type: .text)
    case .number(let number):
      position += 1
      return TypedExpression(expression: .literal(.number(number)), type: .number)
    case .open:
      position += 1
      try deepen(place)
      defer { depth -= 1 }
      let inner = try disjunction()
      guard case .close = current.kind else { throw .missingParenthesis(at: span(place)) }
      position += 1
      return try fields(of: inner)
    case .close, .bar, .colon, .comma, .dot, .comparison, .end: throw unexpected()
    }
  }

  private mutating func path(
    from name: String, _ place: Token
  ) throws(Diagnostic) -> TypedExpression {
    guard let slot = scope.slot(of: name) else {
      throw .unknownVariable(name, scope.variables.map(\.name), at: span(place))
    }
    used.slots.insert(slot)
    return try fields(
      of: TypedExpression(expression: .variable(slot), type: scope.variables[slot].type))
  }

  /// The fields that follow a variable or a closed parenthesis.
  private mutating func fields(of subject: TypedExpression) throws(Diagnostic) -> TypedExpression {
    var result = subject
    while case .dot = current.kind {
      position += 1
      guard case .name(let field) = current.kind else { throw unexpected() }
      let fieldPlace = current
      position += 1
      guard case .record(let record) = result.type else {
        throw .noFields(result.type, at: span(fieldPlace))
      }
      guard let index = record.index(of: field) else {
        throw .unknownField(field, of: record, at: span(fieldPlace))
      }
      if case .variable(let slot) = result.expression {
        used.members.insert(UsedNames.Member(slot: slot, index: index))
      }
      result = TypedExpression(
        expression: .part(index, of: result.expression), type: record.fields[index].type)
    }
    return result
  }

  // MARK: Tokens and faults

  private var current: Token { tokens[min(position, tokens.count - 1)] }

  private func span(_ token: Token) -> SourceSpan { text.span(ofUTF8: token.range) }

  private func unexpected() -> Diagnostic {
    if case .end = current.kind { return .expressionEndsEarly(at: span(current)) }
    return .unexpectedInExpression(at: span(current))
  }

  private mutating func deepen(_ place: Token) throws(Diagnostic) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw .expressionTooDeep(limit: Self.depthLimit, at: span(place))
    }
  }

  private mutating func countOperator(_ place: Token) throws(Diagnostic) {
    operators += 1
    guard operators <= Self.operatorLimit else {
      throw .expressionTooLong(limit: Self.operatorLimit, at: span(place))
    }
  }

  private func requireBoolean(
    _ operand: TypedExpression, _ place: Token
  ) throws(Diagnostic) {
    guard operand.type == .boolean else {
      throw .wrongType(operand.type, wanted: .condition, at: span(place))
    }
  }
}
