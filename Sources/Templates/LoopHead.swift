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

  /// The fields in the order of `loopType`. A loop makes one for each item, so without readers.
  var value: Value {
    .record([
      .number(index + 1), .boolean(index == 0), .boolean(index == count - 1), .number(count),
    ])
  }
}
