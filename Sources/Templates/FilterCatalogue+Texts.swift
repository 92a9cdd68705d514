import French

/// Filters on texts, and those on whatever can stand in a sentence.
extension FilterCatalogue {
  static let textRules: [FilterRule] = [
    changed("upper", "en capitales, accents gardés", ("'école' | upper", "ÉCOLE")) {
      $0.uppercased()
    },
    changed("lower", "en minuscules", ("'ÉCOLE' | lower", "école")) { $0.lowercased() },
    changed(
      "capitalised", "une capitale en tête", ("'école du bourg' | capitalised", "École du bourg")
    ) { French.capitalised($0) },
    changed(
      "lowerFirst", "une minuscule en tête, sigles gardés", ("'École' | lowerFirst", "école")
    ) { French.lowered($0) },
    changed("quoted", "entre guillemets", ("'oui' | quoted", "«~oui~»")) { "«\u{A0}\($0)\u{A0}»" },
    changed("phone", "un téléphone par paires", ("'0123456789' | phone", "01~23~45~67~89")) {
      telephone($0) ?? $0
    },
    changed("slug", "pour un nom de fichier", ("'L’Haÿ-les-Roses' | slug", "l-hay-les-roses")) {
      slug($0)
    },
    FilterRule(
      "de", ": 'aspirated'",
      "après « de », avec élision et contraction ; 'aspirated' quand rien ne s’élide, 'kept' quand "
        + "l’article reste",
      ("'Les Mureaux' | de", "des Mureaux")
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.atMost(1, .oneWord)
      let word = try call.word(0, among: ["aspirated", "mute", "kept"])
      let initial: InitialH? =
        word == "aspirated" ? .aspirated : word == "mute" ? InitialH.mute : nil
      let article: NameArticle = word == "kept" ? .kept : .lowered
      return onText { withDe($0, initial, article: article) }
    },
    FilterRule(
      "a", ": 'kept'", "après « à »", ("'Le Vésinet' | a", "au Vésinet")
    ) { call throws(FilterMisuse) in
      try call.take(.text, .aText)
      try call.atMost(1, .oneWord)
      let article: NameArticle = try call.word(0, among: ["kept"]) == nil ? .lowered : .kept
      return onText { withA($0, article: article) }
    },
    FilterRule(
      "lines", "", "la liste de ses lignes", ("'a' | lines | size", "1")
    ) { call throws(FilterMisuse) in
      try call.only(.text, .aText)
      let filter = Filter { subject, _ in
        let lines = subject.prose.split(whereSeparator: \.isNewline)
        return .list(lines.map { .text(String($0)) })
      }
      return FilterUse(filter: filter, result: .list(.text))
    },
    FilterRule(
      "rich", "",
      "des paragraphes et des puces : un texte par ses lignes (« - » pour une puce, « 1. » pour un "
        + "rang, deux astérisques autour du gras), une liste par ses textes",
      ("'Bonjour à tous' | rich", "Bonjour à tous"), rich),
    FilterRule(
      "contains", ": 'texte'", "vrai si le texte ou la liste contient cela",
      ("'collège' | contains: 'lège'", "oui"), contains),
    FilterRule(
      "default", ": 'texte'", "ce qui remplace un blanc ou un texte vide",
      ("'' | default: 'à préciser'", "à préciser"), fallback),
    FilterRule(
      "blank", ": 'nom'", "un blanc de ce nom si le texte est vide ou inconnu",
      ("'Évry' | blank: 'commune'", "Évry")
    ) { call throws(FilterMisuse) in
      guard call.subject.isProse else { throw .subject(.aProse) }
      try call.require(call.arguments.map(\.type) == [.text], .oneText)
      let filter = Filter(takesBlanks: true) { subject, arguments in
        isKnown(subject) ? subject : .blank(arguments[0].prose)
      }
      return FilterUse(filter: filter, result: call.subject)
    },
    FilterRule(
      "known", "", "faux pour un blanc, un texte vide ou une liste vide", ("'' | known", "non")
    ) { call throws(FilterMisuse) in
      try call.require(call.arguments.isEmpty, .noArgument)
      let filter = Filter(takesBlanks: true) { subject, _ in .boolean(isKnown(subject)) }
      return FilterUse(filter: filter, result: .boolean)
    },
  ]

  private static func changed(
    _ name: String, _ meaning: String, _ example: (String, String),
    _ change: @escaping @Sendable (String) -> String
  ) -> FilterRule {
    FilterRule(name, "", meaning, example) { call throws(FilterMisuse) in
      try call.only(.text, .aText)
      return onText(change)
    }
  }

  private static func onText(_ change: @escaping @Sendable (String) -> String) -> FilterUse {
    FilterUse(filter: Filter { subject, _ in .text(change(subject.prose)) }, result: .text)
  }

  private static func rich(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    let isList = call.subject == .list(.text)
    guard isList || call.subject == .text else { throw .subject(.aTextOrTexts) }
    try call.require(call.arguments.isEmpty, .noArgument)
    let filter = Filter { subject, _ in
      .rich(isList ? richList(subject.items.map(\.prose)) : richText(subject.prose))
    }
    return FilterUse(filter: filter, result: .rich)
  }

  /// Small letters, figures and hyphens, safe in every file's name.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in folded(text).unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
  }

  static func isKnown(_ value: Value) -> Bool {
    switch value {
    case .blank: false
    case .text(let text): !text.isEmpty
    case .rich(let blocks): !blocks.isEmpty
    case .list(let items): !items.isEmpty
    case .picture, .number, .decimal, .day, .time, .money, .boolean, .record, .loop: true
    }
  }

  private static func fallback(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    guard call.subject.isProse else { throw .subject(.aProse) }
    let subject = call.subject
    let types = call.arguments.map(\.type)
    try call.require(types == [subject] || types == [.text], .sameOrText)
    // A number or a day beside a textual stand-in is printed.
    let isText = types[0] != subject
    let filter = Filter(takesBlanks: true) { subject, arguments in
      guard isKnown(subject) else { return arguments[0] }
      return isText ? .text(subject.prose) : subject
    }
    return FilterUse(filter: filter, result: isText ? .text : subject)
  }

  private static func contains(_ call: FilterCall) throws(FilterMisuse) -> FilterUse {
    if call.subject == .text {
      try call.require(call.arguments.map(\.type) == [.text], .oneText)
      let filter = Filter { subject, arguments in
        .boolean(subject.prose.contains(arguments[0].prose))
      }
      return FilterUse(filter: filter, result: .boolean)
    }
    let element = try call.element()
    try call.require(element.isProse && call.arguments.map(\.type) == [element], .sameOrText)
    let filter = Filter { subject, arguments in
      .boolean(subject.items.contains { Comparison.equal.holds($0, arguments[0]) })
    }
    return FilterUse(filter: filter, result: .boolean)
  }
}
