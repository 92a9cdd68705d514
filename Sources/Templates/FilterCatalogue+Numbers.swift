import French

/// Filters on numbers and amounts.
extension FilterCatalogue {
  static let numberRules: [FilterRule] = [
    FilterRule(
      "count", ": 'kit', 'kits'", "le nombre et son nom, accordé",
      ("3 | count: 'école', 'écoles'", "3~écoles")
    ) { call throws(FilterMisuse) in
      try call.take(.number, .aNumber)
      try call.require(call.arguments.map(\.type) == [.text, .text], .twoNouns)
      let filter = Filter { subject, arguments in
        .text("\(subject.prose)\(NoBreak.space)\(noun(subject, arguments))")
      }
      return FilterUse(filter: filter, result: .text)
    },
    FilterRule(
      "noun", ": 'kit', 'kits'", "le nom seul, accordé au nombre",
      ("0 | noun: 'école', 'écoles'", "école")
    ) { call throws(FilterMisuse) in
      try call.take(.number, .aNumber)
      try call.require(call.arguments.map(\.type) == [.text, .text], .twoNouns)
      return FilterUse(filter: Filter { .text(noun($0, $1)) }, result: .text)
    },
    FilterRule(
      "ordinal", ": 'f'", "le rang, au féminin ou au masculin ('m')",
      ("1 | ordinal: 'f'", "1re")
    ) { call throws(FilterMisuse) in
      try call.take(.number, .aNumber)
      let gender = try call.word(0, among: ["f", "m"])
      try call.require(gender != nil && call.arguments.count == 1, .genderLetter)
      let filter = Filter { subject, _ in
        guard case .number(let rank) = subject else { return .text(subject.prose) }
        return .text(French.ordinal(rank, gender == "f" ? .feminine : .masculine))
      }
      return FilterUse(filter: filter, result: .text)
    },
    FilterRule(
      "words", ": 'f'", "le nombre en lettres, jusqu’à vingt-quatre",
      ("21 | words: 'f'", "vingt et une")
    ) { call throws(FilterMisuse) in
      try call.take(.number, .aNumber)
      try call.atMost(1, .genderLetter)
      let gender = try call.word(0, among: ["f", "m"])
      let filter = Filter { subject, _ in
        guard case .number(let number) = subject else { return .text(subject.prose) }
        return .text(
          French.inWords(number, gender == "f" ? .feminine : .masculine) ?? subject.prose)
      }
      return FilterUse(filter: filter, result: .text)
    },
    FilterRule(
      "number", "", "les milliers espacés", ("35000 | number", "35^000")
    ) { call throws(FilterMisuse) in
      try call.only(.number, .aNumber)
      return FilterUse(filter: Filter { subject, _ in .text(subject.prose) }, result: .text)
    },
    FilterRule(
      "plain", "", "sans espace, pour une année ou un code postal", ("91000 | plain", "91000")
    ) { call throws(FilterMisuse) in
      try call.only(.number, .aNumber)
      let filter = Filter { subject, _ in
        guard case .number(let number) = subject else { return .text(subject.prose) }
        return .text(inFrench(number, .none))
      }
      return FilterUse(filter: filter, result: .text)
    },
    FilterRule(
      "euros", ": 'exact'", "une somme ; avec 'exact', toujours les centimes",
      ("1250 | euros", "1^250~€"), amount),
  ]

  /// In French the plural begins at two.
  private static func noun(_ number: Value, _ nouns: [Value]) -> String {
    let isPlural =
      switch number {
      case .number(let number): number.magnitude >= 2
      case .decimal(let number): number >= DecimalNumber(2) || number <= DecimalNumber(-2)
      case .text, .rich, .picture, .day, .time, .money, .boolean, .list, .record, .loop, .blank:
        false
      }
    return nouns[isPlural ? 1 : 0].prose
  }

  private static func amount(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    guard call.subject == .number || call.subject == .money else { throw .subject(.anAmount) }
    try call.atMost(1, .oneWord)
    let style: MoneyStyle = try call.word(0, among: ["exact"]) == nil ? .brief : .exact
    let filter = Filter { subject, _ in
      // Parts of a cent are no money: the number stays as it is.
      let euros = subject.cents.map { French.euros(cents: $0, style) }
      return .text(euros ?? "\(subject.prose)\(NoBreak.space)€")
    }
    return FilterUse(filter: filter, result: .text)
  }
}
