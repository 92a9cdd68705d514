/// A compiled template as a flat list of instructions: what a tree of loops and conditions would
/// say, with jumps in place of nesting.
///
/// `Piece` is what the format writes as it is: a passage of markup, say.
struct Program<Piece: Sendable>: Sendable {
  enum Instruction: Sendable {
    case piece(Piece)
    case output(Expression)
    case jump(Int)
    /// Goes on at the place unless the condition holds.
    case unless(Expression, Int)
    /// Takes up the first item; goes on at the place if there is none.
    case loop(Expression, Int)
    /// Takes up the next item at the place, or leaves the loop.
    case next(Int)
  }

  let instructions: [Instruction]
}

/// What a program writes to.
protocol ProgramSink: ~Copyable {
  associatedtype Piece: Sendable

  mutating func write(_ piece: Piece, in frame: Frame)
  mutating func write(_ value: Value)
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
    var frame = values
    var loops: [(items: [Value], index: Int)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      switch instructions[at] {
      case .piece(let piece): sink.write(piece, in: frame)
      case .output(let expression): sink.write(expression.value(in: frame))
      case .jump(let place):
        at = place
        continue
      case .unless(let condition, let place):
        if !condition.value(in: frame).isTrue {
          at = place
          continue
        }
      case .loop(let list, let place):
        let items = list.value(in: frame).items
        guard let first = items.first else {
          at = place
          continue
        }
        loops.append((items, 0))
        frame.append(first)
        frame.append(loopShape.value(of: LoopState(index: 0, count: items.count)))
      case .next(let place):
        frame.removeLast(2)
        let (items, index) = loops.removeLast()
        if index + 1 < items.count {
          loops.append((items, index + 1))
          frame.append(items[index + 1])
          frame.append(loopShape.value(of: LoopState(index: index + 1, count: items.count)))
          at = place
          continue
        }
      }
      at += 1
    }
  }
}

/// Puts a program together, opening and closing loops and conditions in turn.
struct ProgramAssembler<Piece: Sendable> {
  private enum Open {
    case loop(at: Int)
    /// The place of the test that is still open, and the jumps to the end behind earlier branches.
    case condition(test: Int?, ends: [Int])
  }

  private var instructions: [Program<Piece>.Instruction] = []
  private var open: [Open] = []

  mutating func append(_ piece: Piece) { instructions.append(.piece(piece)) }

  mutating func output(_ expression: Expression) { instructions.append(.output(expression)) }

  mutating func beginLoop(over list: Expression) {
    open.append(.loop(at: instructions.count))
    instructions.append(.loop(list, 0))
  }

  mutating func beginCondition(_ condition: Expression) {
    open.append(.condition(test: instructions.count, ends: []))
    instructions.append(.unless(condition, 0))
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
      instructions.append(.unless(condition, 0))
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
    return Program(instructions: instructions)
  }

  /// Lets the instruction at a place lead to here.
  private mutating func land(_ place: Int?) {
    guard let place else { return }
    let here = instructions.count
    switch instructions[place] {
    case .jump: instructions[place] = .jump(here)
    case .unless(let condition, _): instructions[place] = .unless(condition, here)
    case .loop(let list, _): instructions[place] = .loop(list, here)
    case .piece, .output, .next: preconditionFailure("an instruction without a place was landed")
    }
  }
}
