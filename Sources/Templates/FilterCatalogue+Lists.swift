import French

/// Filters on lists.
extension FilterCatalogue {
  static let listRules: [FilterRule] = [
    FilterRule("size", "", "combien d’éléments", ("team | take: 3 | size", "3")) {
      call throws(FilterMisuse) in
      try onList(call, .number) { .number($0.count) }
    },
    FilterRule("any", "", "vrai s’il y en a", ("team | any", "oui")) { call throws(FilterMisuse) in
      try onList(call, .boolean) { .boolean(!$0.isEmpty) }
    },
    FilterRule(
      "first", "", "le premier, ou un blanc", ("team | each: 'letter' | first", "A")
    ) { call throws(FilterMisuse) in
      try onList(call, call.element()) { $0.first ?? .blank("premier élément") }
    },
    FilterRule(
      "last", "", "le dernier, ou un blanc", ("team | each: 'letter' | last", "H")
    ) { call throws(FilterMisuse) in
      try onList(call, call.element()) { $0.last ?? .blank("dernier élément") }
    },
    FilterRule(
      "reverse", "", "dans l’autre sens", ("team | reverse | each: 'letter' | first", "H")
    ) { call throws(FilterMisuse) in
      try onList(call, call.subject) { .list($0.reversed()) }
    },
    FilterRule(
      "take", ": 3", "les premiers", ("team | take: 2 | listed: 'letter'", "A et B")
    ) { call throws(FilterMisuse) in
      try portion(call) { items, count in Array(items.prefix(count)) }
    },
    FilterRule(
      "skip", ": 3", "sans les premiers", ("team | skip: 6 | listed: 'letter'", "G et H")
    ) { call throws(FilterMisuse) in
      try portion(call) { items, count in Array(items.dropFirst(count)) }
    },
    FilterRule(
      "sort", ": 'champ', 'down'", "par ordre du champ, les blancs à la fin ; 'down' à l’envers",
      ("team | sort: 'letter', 'down' | take: 2 | listed: 'letter'", "H et G"), sort),
    FilterRule(
      "where", ": 'champ', valeur", "les fiches dont le champ a cette valeur",
      ("team | where: 'letter', 'C' | size", "1")
    ) { call throws(FilterMisuse) in try matching(call, isKept: true) },
    FilterRule(
      "whereNot", ": 'champ', valeur", "les autres", ("team | whereNot: 'letter', 'C' | size", "7")
    ) { call throws(FilterMisuse) in try matching(call, isKept: false) },
    FilterRule(
      "group", ": 'champ'", "une fiche par valeur du champ : key et items",
      ("team | group: 'level' | size", "1"), group),
    FilterRule(
      "unique", "", "sans répétition", ("team | each: 'level' | unique | size", "1")
    ) { call throws(FilterMisuse) in
      guard try call.element().isProse else { throw .subject(.aListOfTexts) }
      return try onList(call, call.subject) { items in
        var seen: Set<Value> = []
        return .list(items.filter { seen.insert($0).inserted })
      }
    },
    FilterRule(
      "each", ": 'champ'", "la liste des valeurs du champ ; des listes mises bout à bout",
      ("team | take: 2 | each: 'letter' | listed", "A et B"), each),
    FilterRule(
      "sum", ": 'champ'", "le total d’un champ", ("edition.history | sum: 'schools'", "222"), sum),
    FilterRule(
      "listed", ": 'champ', 'ou'", "« a, b et c »",
      ("team | take: 3 | listed: 'letter'", "A, B et C"), listing),
    FilterRule(
      "join", ": ' ; '", "réunis par ce signe",
      ("team | take: 3 | each: 'letter' | join: '-'", "A-B-C")
    ) { call throws(FilterMisuse) in
      guard try call.element().isProse else { throw .subject(.aListOfTexts) }
      try call.require(call.arguments.map(\.type) == [.text], .oneText)
      let filter = Filter { subject, arguments in
        .text(subject.items.map(\.prose).joined(separator: arguments[0].prose))
      }
      return FilterUse(filter: filter, result: .text)
    },
  ]

  private static func onList(
    _ call: FilterCall, _ result: ValueType, _ body: @escaping @Sendable ([Value]) -> Value
  ) throws(FilterMisuse) -> FilterUse {
    _ = try call.element()
    try call.require(call.arguments.isEmpty, .noArgument)
    return FilterUse(filter: Filter { subject, _ in body(subject.items) }, result: result)
  }

  private static func portion(
    _ call: FilterCall, _ body: @escaping @Sendable ([Value], Int) -> [Value]
  ) throws(FilterMisuse) -> FilterUse {
    _ = try call.element()
    try call.require(call.arguments.map(\.type) == [.number], .oneNumber)
    let filter = Filter { subject, arguments in
      guard case .number(let count) = arguments[0] else { return subject }
      return .list(body(subject.items, max(0, count)))
    }
    return FilterUse(filter: filter, result: call.subject)
  }

  private static func sort(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let element = try call.element()
    if element.isProse {
      try call.atMost(1, .oneWord)
      let isDown = try call.word(0, among: ["down"]) != nil
      return FilterUse(filter: sorted(isDown) { $0 }, result: call.subject)
    }
    if call.arguments.isEmpty { throw .subject(.aListOfTexts) }
    let index = try call.proseField()
    try call.atMost(2, .oneField)
    let isDown = try call.word(1, among: ["down"]) != nil
    return FilterUse(filter: sorted(isDown) { $0.field(index) }, result: call.subject)
  }

  /// Blanks come last both ways: an order in which they were equal to everything would be none.
  private static func sorted(
    _ isDown: Bool, _ key: @escaping @Sendable (Value) -> Value
  ) -> Filter {
    Filter { subject, _ in
      .list(
        subject.items.sorted { first, second in
          let (first, second) = (key(first), key(second))
          if case .blank = first { return false }
          if case .blank = second { return true }
          return (isDown ? Comparison.greater : .less).holds(first, second)
        })
    }
  }

  private static func matching(
    _ call: FilterCall, isKept: Bool
  ) throws(FilterMisuse) -> FilterUse {
    let field = try call.field()
    let isFlag = field.type == .boolean && call.arguments.count == 1
    try call.require(isFlag || call.arguments.count == 2, .fieldAndValue)
    try call.require(field.type.isProse, .fieldAndValue)
    try call.require(isFlag || call.arguments[1].type == field.type, .fieldAndValue)
    let filter = Filter { subject, arguments in
      let wanted = isFlag ? .boolean(true) : arguments[1]
      return .list(
        subject.items.filter {
          Comparison.equal.holds($0.field(field.index), wanted) == isKept
        })
    }
    return FilterUse(filter: filter, result: call.subject)
  }

  private static func group(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let record = try call.record()
    let index = try call.proseField()
    try call.atMost(1, .oneField)
    let type = RecordType(
      name: "group",
      fields: [
        RecordType.Field(
          name: "key", type: record.fields[index].type, meaning: "ce que ses fiches ont en commun"),
        RecordType.Field(name: "items", type: call.subject, meaning: "ses fiches"),
      ])
    let filter = Filter { subject, _ in
      var order: [Value] = []
      var groups: [Value: [Value]] = [:]
      for item in subject.items {
        let key = item.field(index)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(item)
      }
      return .list(order.map { .record([$0, .list(groups[$0] ?? [])]) })
    }
    return FilterUse(filter: filter, result: .list(.record(type)))
  }

  private static func each(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let field = try call.field()
    try call.atMost(1, .oneField)
    if case .list = field.type {
      let filter = Filter { subject, _ in
        .list(subject.items.flatMap { $0.field(field.index).items })
      }
      return FilterUse(filter: filter, result: field.type)
    }
    let filter = Filter { subject, _ in .list(subject.items.map { $0.field(field.index) }) }
    return FilterUse(filter: filter, result: .list(field.type))
  }

  private static func sum(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let field = try call.field()
    try call.require(field.type == .number || field.type == .money, .oneField)
    try call.atMost(1, .oneField)
    let filter = Filter { subject, _ in total(subject.items.map { $0.field(field.index) }) }
    return FilterUse(filter: filter, result: field.type)
  }

  /// A blank among the terms leaves the total unknown.
  private static func total(_ terms: [Value]) -> Value {
    var whole = 0
    var isMoney = false
    var isTooLarge = false
    for term in terms {
      let digits: Int
      switch term {
      case .number(let number): digits = number
      case .money(let cents): (digits, isMoney) = (cents, true)
      case .text, .rich, .picture, .decimal, .day, .time, .boolean, .list, .record, .loop, .blank:
        return .blank("total")
      }
      let sum = whole.addingReportingOverflow(digits)
      (whole, isTooLarge) = (sum.partialValue, isTooLarge || sum.overflow)
    }
    return isTooLarge ? .blank("total") : isMoney ? .money(whole) : .number(whole)
  }

  private static func listing(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let element = try call.element()
    if element.isProse {
      try call.atMost(1, .oneWord)
      let conjunction = try conjunction(call, at: 0)
      let filter = Filter { subject, _ in
        .text(French.listed(subject.items.map(\.prose), conjunction))
      }
      return FilterUse(filter: filter, result: .text)
    }
    if call.arguments.isEmpty { throw .subject(.aListOfTexts) }
    let index = try call.proseField()
    try call.atMost(2, .oneField)
    let conjunction = try conjunction(call, at: 1)
    let filter = Filter { subject, _ in
      .text(French.listed(subject.items.map { $0.field(index).prose }, conjunction))
    }
    return FilterUse(filter: filter, result: .text)
  }

  private static func conjunction(
    _ call: FilterCall, at position: Int
  ) throws(FilterMisuse) -> Conjunction {
    try call.word(position, among: ["et", "ou"]).flatMap(Conjunction.init) ?? .and
  }
}
