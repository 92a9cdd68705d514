/// What the head of a loop says: the list, and the variables in reach inside.
struct LoopHead: Sendable {
  let list: Expression
  /// The item, under the name that the head gives it, and `loop`.
  let variables: [Variable]

  init(_ name: String, in list: Expression, of element: ValueType) {
    self.list = list
    variables = [Variable(name: name, type: element), Variable(name: "loop", type: loopType)]
  }
}

/// The variable `loop` inside a repeated element.
let loopType = ValueType.record(loopShape.type)

struct LoopState {
  let index: Int
  let count: Int
}

let loopShape = Shape<LoopState>(
  "loop",
  [
    .number("index", "le rang, à partir de 1") { $0.index + 1 },
    .flag("isFirst", "vrai pour le premier") { $0.index == 0 },
    .flag("isLast", "vrai pour le dernier") { $0.index == $0.count - 1 },
    .number("count", "le nombre d’éléments de la liste") { $0.count },
  ])
