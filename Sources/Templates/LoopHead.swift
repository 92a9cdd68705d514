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
let loopType = ValueType.record(
  RecordType(
    name: "loop",
    fields: [
      RecordType.Field(name: "index", type: .number, meaning: "le rang, à partir de 1"),
      RecordType.Field(name: "isFirst", type: .boolean, meaning: "vrai pour le premier"),
      RecordType.Field(name: "isLast", type: .boolean, meaning: "vrai pour le dernier"),
      RecordType.Field(
        name: "count", type: .number, meaning: "le nombre d’éléments de la liste"),
    ]))

/// Where a loop stands.
struct LoopState {
  let index: Int
  let count: Int

  var value: Value { .loop(index: index, count: count) }
}

/// A field of `loop`, by its place in `loopType`.
func loopField(_ field: Int, at index: Int, of count: Int) -> Value {
  switch field {
  case 0: .number(index + 1)
  case 1: .boolean(index == 0)
  case 2: .boolean(index == count - 1)
  case 3: .number(count)
  default: preconditionFailure("a loop has four fields")
  }
}
