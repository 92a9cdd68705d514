import Markup

/// A compiled template as a flat list of instructions: what a tree of loops and conditions would
/// say, with jumps in place of nesting.
///
/// `Piece` is what the format writes as it is: a passage of markup, say. Instructions are numbers
/// alone, and lead to the lists beside them, so that going through them costs no counting of
/// references.
struct Program<Piece: Sendable>: Sendable {
  enum Instruction: Sendable {
    /// Writes a stretch of the literals, between two places.
    case literal(Int, Int)
    /// Writes a piece.
    case piece(Int)
    /// Writes the value of an expression.
    case output(Int)
    case jump(Int)
    /// Goes on at the place unless the condition, an expression, holds.
    case unless(Int, Int)
    /// Takes up the first item of the list, an expression; goes on at the place if there is none.
    case loop(Int, Int)
    /// Takes up the next item at the place, or leaves the loop.
    case next(Int)
  }

  let instructions: [Instruction]
  /// All pieces of bytes that never change, one behind the other.
  let literals: MarkupFragment
  /// The others.
  let pieces: [Piece]
  let expressions: [Expression]
}

/// What a program writes to.
protocol ProgramSink: ~Copyable {
  associatedtype Piece: Sendable

  mutating func write(_ piece: Piece, in frame: Frame)
  mutating func write(_ value: Value)
  mutating func write(_ literals: MarkupFragment, _ range: Range<Int>)
}

extension Program {
  /// Runs the program with the values of a frame. Costs time in proportion to what is written.
  func run<Sink: ProgramSink & ~Copyable>(_ values: Frame, into sink: inout Sink)
  where Sink.Piece == Piece {
    run(instructions.indices, values, into: &sink)
  }

  /// Runs some of the instructions, out of which no loop and no condition leads.
  func run<Sink: ProgramSink & ~Copyable>(
    _ range: Range<Int>, _ values: Frame, into sink: inout Sink
  ) where Sink.Piece == Piece {
    // Through spans, what is passed on is lent and not copied.
    let instructions = instructions.span
    let pieces = pieces.span
    let expressions = expressions.span
    var frame = values
    var loops: [(items: [Value], index: Int)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch instructions[at] {
      case .literal(let start, let end): sink.write(literals, start..<end)
      case .piece(let piece): sink.write(pieces[piece], in: frame)
      case .output(let expression): sink.write(expressions[expression].value(in: frame))
      case .jump(let place):
        at = place
        continue
      case .unless(let condition, let place):
        if !expressions[condition].value(in: frame).isTrue {
          at = place
          continue
        }
      case .loop(let list, let place):
        let items = expressions[list].value(in: frame).items
        guard let first = items.first else {
          at = place
          continue
        }
        loops.append((items, 0))
        frame.append(first)
        frame.append(LoopState(index: 0, count: items.count).value)
      case .next(let place):
        frame.removeLast(2)
        let (items, index) = loops.removeLast()
        if index + 1 < items.count {
          loops.append((items, index + 1))
          frame.append(items[index + 1])
          frame.append(LoopState(index: index + 1, count: items.count).value)
          at = place
          continue
        }
      }
      at += 1
    }
  }
}

/// What a program writes as it is.
protocol ProgramPiece: Sendable {
  /// One piece that writes what this one and the next would, where there is such a piece.
  func joined(with next: Self) -> Self?
  /// The bytes that it writes whatever the values are; nil for any other piece.
  var literal: MarkupFragment? { get }
}

/// Puts a program together, opening and closing loops and conditions in turn.
struct ProgramAssembler<Piece: ProgramPiece> {
  private enum Open {
    case loop(at: Int)
    /// The place of the test that is still open, and the jumps to the end behind earlier branches.
    case condition(test: Int?, ends: [Int])
  }

  private var instructions: [Program<Piece>.Instruction] = []
  private var pieces: [Piece] = []
  private var expressions: [Expression] = []
  private var open: [Open] = []
  /// The last place that another instruction leads to.
  private var landing = 0

  /// Adds a piece, or joins it to the one just before.
  mutating func append(_ piece: Piece) {
    if instructions.count > landing, case .piece(let last)? = instructions.last,
      let joined = pieces[last].joined(with: piece)
    {
      pieces[last] = joined
      return
    }
    instructions.append(.piece(pieces.count))
    pieces.append(piece)
  }

  mutating func output(_ expression: Expression) {
    instructions.append(.output(number(of: expression)))
  }

  mutating func beginLoop(over list: Expression) {
    open.append(.loop(at: instructions.count))
    instructions.append(.loop(number(of: list), 0))
    landing = instructions.count
  }

  mutating func beginCondition(_ condition: Expression) {
    open.append(.condition(test: instructions.count, ends: []))
    instructions.append(.unless(number(of: condition), 0))
  }

  /// The branch for when no condition before held, under a further condition or none.
  mutating func otherwise(if condition: Expression?) {
    guard case .condition(let test, var ends)? = open.popLast() else {
      preconditionFailure("a branch was begun outside a condition")
    }
    ends.append(instructions.count)
    instructions.append(.jump(0))
    land(test)
    if let condition {
      open.append(.condition(test: instructions.count, ends: ends))
      instructions.append(.unless(number(of: condition), 0))
    } else {
      open.append(.condition(test: nil, ends: ends))
    }
  }

  mutating func end() {
    switch open.popLast() {
    case .loop(let start):
      instructions.append(.next(start + 1))
      land(start)
    case .condition(let test, let ends):
      land(test)
      for place in ends { land(place) }
    case nil: preconditionFailure("more was closed than opened")
    }
  }

  func finish() -> Program<Piece> {
    precondition(open.isEmpty, "a loop or a condition was left open")
    var literals: [MarkupFragment] = []
    var count = 0
    var others: [Piece] = []
    let instructions = instructions.map { instruction in
      guard case .piece(let number) = instruction else { return instruction }
      guard let literal = pieces[number].literal else {
        others.append(pieces[number])
        return .piece(others.count - 1)
      }
      literals.append(literal)
      count += literal.count
      return .literal(count - literal.count, count)
    }
    return Program(
      instructions: instructions, literals: .joined(literals), pieces: others,
      expressions: expressions)
  }

  private mutating func number(of expression: Expression) -> Int {
    expressions.append(expression)
    return expressions.count - 1
  }

  /// Lets the instruction at a place lead to here.
  private mutating func land(_ place: Int?) {
    guard let place else { return }
    let here = instructions.count
    landing = here
    switch instructions[place] {
    case .jump: instructions[place] = .jump(here)
    case .unless(let condition, _): instructions[place] = .unless(condition, here)
    case .loop(let list, _): instructions[place] = .loop(list, here)
    case .literal, .piece, .output, .next:
      preconditionFailure("an instruction without a place was landed")
    }
  }
}
