import French

/// Filters on what tells the gender of a person (« Mme », « M. », f, homme…) and on functions. A
/// gender that nobody knows gives a neutral or a double form, so that blanks are taken too.
extension FilterCatalogue {
  static let personRules: [FilterRule] = [
    FilterRule(
      "civility", ": 'short'", "la civilité entière, ou abrégée avec 'short'",
      ("'f' | civility", "Madame")
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.atMost(1, .oneWord)
      let isShort = try call.word(0, among: ["short"]) != nil
      return byGender { gender, _ in
        if !isShort { return vocative(gender) }
        return Civility(gender)?.short ?? "Mme ou M."
      }
    },
    FilterRule(
      "call", ": 'maire'", "l’appel d’une lettre, sans la virgule",
      ("'M.' | call: 'maire'", "Monsieur le Maire"), call),
    FilterRule(
      "agree", ": 'invité', 'invitée'",
      "la forme qui convient ; les deux, ou une troisième, quand on ne sait pas",
      ("'Mme' | agree: 'invité', 'invitée'", "invitée")
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      let areTexts = call.arguments.allSatisfy { $0.type == .text }
      try call.require(areTexts && (2...3).contains(call.arguments.count), .twoForms)
      return byGender { gender, forms in
        switch gender {
        case .masculine: forms[0].prose
        case .feminine: forms[1].prose
        case .unknown: forms.count > 2 ? forms[2].prose : "\(forms[1].prose) ou \(forms[0].prose)"
        }
      }
    },
    FilterRule(
      "function", ": civilité", "la fonction au genre de la personne",
      ("'proviseur' | function: 'Mme'", "proviseure")
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.require(call.arguments.map(\.type) == [.text], .oneText)
      let filter = Filter { subject, arguments in
        guard let forms = functionForms(subject.prose) else { return subject }
        switch gender(of: arguments[0]) {
        case .masculine: return .text(forms.masculine)
        case .feminine: return .text(forms.feminine)
        case .unknown:
          return .text(
            forms.masculine == forms.feminine
              ? forms.masculine : "\(forms.feminine) ou \(forms.masculine)")
        }
      }
      return FilterUse(filter: filter, result: .text)
    },
    FilterRule(
      "plural", "", "le nom au pluriel",
      ("'chef d’établissement' | plural", "chefs d’établissement")
    ) { call throws(FilterMisuse) in
      try call.only(.text, .aText)
      return FilterUse(
        filter: Filter { subject, _ in .text(French.plural(subject.prose)) }, result: .text)
    },
    noun("le", "le nom avec l’article défini", ("'maire' | le: 'Mme'", "la maire"), \.definite),
    noun("du", "le nom après « de »", ("'inspectrice' | du: 'f'", "de l’inspectrice"), \.withDe),
    noun("au", "le nom après « à »", ("'proviseur' | au: 'm'", "au proviseur"), \.withA),
    FilterRule(
      "closing", ": 'high-consideration'",
      "la formule finale, qui répète l’appel : \(closings.joined(separator: ", "))",
      (
        "'Monsieur le Maire' | closing: 'distinguished-greetings'",
        "Veuillez agréer, Monsieur le Maire, mes salutations distinguées."
      )
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.atMost(1, .oneWord)
      guard let word = try call.word(0, among: closings), let closing = Closing(rawValue: word)
      else { throw .arguments(.oneWord) }
      return FilterUse(
        filter: Filter { subject, _ in .text(closing.sentence(to: subject.prose)) }, result: .text)
    },
  ]

  private static let closings = Closing.allCases.map(\.rawValue)

  private static func gender(of value: Value) -> Gender {
    if case .text(let word) = value { Gender(telling: word) } else { .unknown }
  }

  private static func byGender(
    _ form: @escaping @Sendable (Gender, [Value]) -> String
  ) -> FilterUse {
    let filter = Filter(takesBlanks: true) { subject, arguments in
      .text(form(gender(of: subject), arguments))
    }
    return FilterUse(filter: filter, result: .text)
  }

  private static func call(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    try call.take(.text, .aText)
    let areTexts = call.arguments.allSatisfy { $0.type == .text }
    try call.require(areTexts && call.arguments.count <= 2, .functionForms)
    if call.arguments.count == 1, let word = call.arguments[0].literal {
      try call.require(functionForms(word) != nil, .functionForms)
    }
    return byGender { gender, names in
      if names.isEmpty { return vocative(gender) }
      // A blank or unknown function leaves the civility alone, which is always right.
      let known = functionForms(names[0].prose)
      guard names.count == 2 || known != nil else { return vocative(gender) }
      let masculine = names.count == 2 ? names[0].prose : known?.masculine ?? ""
      let feminine = names.count == 2 ? names[1].prose : known?.feminine ?? ""
      return Function(masculine: capitalised(masculine), feminine: capitalised(feminine))
        .vocative(gender)
    }
  }

  private static func noun(
    _ name: String, _ meaning: String, _ example: (String, String),
    _ form: @escaping @Sendable (Noun) -> String
  ) -> FilterRule {
    FilterRule(name, ": 'f'", meaning + " ; le genre, ou 'p' au pluriel", example) {
      call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.require(call.arguments.map(\.type) == [.text], .oneText)
      let filter = Filter { subject, arguments in
        let isPlural = arguments[0] == .text("p")
        let noun = Noun(
          subject.prose, gender(of: arguments[0]), isPlural ? .plural : .singular)
        return .text(form(noun))
      }
      return FilterUse(filter: filter, result: .text)
    }
  }
}
