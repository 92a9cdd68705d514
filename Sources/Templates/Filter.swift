import Diagnostics

/// What stands after `|`, checked: how it makes one value of another.
struct Filter: Sendable {
  /// Whether a blank is for the filter to decide on, or goes through as it is: nobody knows the
  /// outcome either.
  let takesBlanks: Bool
  private let body: @Sendable (Value, [Value]) -> Value

  init(takesBlanks: Bool = false, _ body: @escaping @Sendable (Value, [Value]) -> Value) {
    self.takesBlanks = takesBlanks
    self.body = body
  }

  func apply(to subject: Value, _ arguments: [Value]) -> Value {
    if case .blank = subject, !takesBlanks { return subject }
    return body(subject, arguments)
  }
}

/// A filter's use as the parser checks it, and the type of what it gives.
struct FilterUse {
  let filter: Filter
  let result: ValueType
}

/// One filter that authors may use: how it is written, what it does, an example, and its check.
struct FilterRule: Sendable {
  let name: String
  /// What may follow the name, as in `: 'kit', 'kits'`.
  let usage: String
  /// What it gives, in French, for authors.
  let meaning: String
  /// An expression and what it prints.
  let example: (expression: String, result: String)
  let use: @Sendable (FilterCall) throws(FilterMisuse) -> FilterUse

  init(
    _ name: String, _ usage: String = "", _ meaning: String, _ example: (String, String),
    _ use: @escaping @Sendable (FilterCall) throws(FilterMisuse) -> FilterUse
  ) {
    self.name = name
    self.usage = usage
    self.meaning = meaning
    self.example = example
    self.use = use
  }
}

/// What a filter is asked to do: the type that it stands after, and its arguments.
struct FilterCall {
  struct Argument {
    let type: ValueType
    /// The text, where the argument is one between single quotes.
    let literal: String?
  }

  let subject: ValueType
  let arguments: [Argument]
}

/// Why a filter cannot be used as it was written.
enum FilterMisuse: Error {
  /// The filter wants another kind of value; what it takes, in both languages.
  case subject(Phrase)
  case arguments(Phrase)
  /// The field named by an argument does not exist.
  case field(String, RecordType)
  /// A word of an argument is not one of those that the filter knows.
  case word(String, known: [String])
}

// MARK: - What filters ask of their call

extension FilterCall {
  func require(_ holds: Bool, _ wanted: Phrase) throws(FilterMisuse) {
    if !holds { throw .arguments(wanted) }
  }

  /// The filter takes one type and no argument.
  func only(_ type: ValueType, _ wanted: Phrase) throws(FilterMisuse) {
    try take(type, wanted)
    try require(arguments.isEmpty, .noArgument)
  }

  func take(_ type: ValueType, _ wanted: Phrase) throws(FilterMisuse) {
    if subject != type { throw .subject(wanted) }
  }

  /// The type of the list's items.
  func element() throws(FilterMisuse) -> ValueType {
    guard case .list(let element) = subject else { throw .subject(.aList) }
    return element
  }

  func record() throws(FilterMisuse) -> RecordType {
    guard case .record(let record) = try element() else { throw .subject(.aListOfRecords) }
    return record
  }

  /// The field that an argument names.
  func field(_ position: Int = 0) throws(FilterMisuse) -> (index: Int, type: ValueType) {
    let record = try record()
    guard arguments.indices.contains(position), let name = arguments[position].literal else {
      throw .arguments(.oneField)
    }
    guard let index = record.index(of: name) else { throw .field(name, record) }
    return (index, record.fields[index].type)
  }

  /// A field whose values can stand in a sentence and be compared.
  func proseField(_ position: Int = 0) throws(FilterMisuse) -> Int {
    let field = try field(position)
    try require(field.type.isProse, .oneField)
    return field.index
  }

  /// One of a few words, which the last argument may be.
  func word(_ position: Int, among known: [String]) throws(FilterMisuse) -> String? {
    guard arguments.indices.contains(position) else { return nil }
    guard let word = arguments[position].literal else { throw .arguments(.oneWord) }
    guard known.contains(word) else { throw .word(word, known: known) }
    return word
  }

  /// At most so many arguments.
  func atMost(_ count: Int, _ wanted: Phrase) throws(FilterMisuse) {
    try require(arguments.count <= count, wanted)
  }
}

extension Phrase {
  static let noArgument = Phrase(en: "no argument", fr: "aucun argument")
  static let aDay = Phrase(en: "a day", fr: "un jour")
  static let aDayOrTime = Phrase(en: "a day or a time of day", fr: "un jour ou une heure")
  static let aText = Phrase(en: "a text", fr: "un texte")
  static let aNumber = Phrase(en: "a number", fr: "un nombre")
  static let anAmount = Phrase(en: "a number or an amount", fr: "un nombre ou un montant")
  static let aList = Phrase(en: "a list", fr: "une liste")
  static let aProse = Phrase(
    en: "a text, a number, a day, a time, an amount or a condition",
    fr: "un texte, un nombre, un jour, une heure, un montant ou une condition")
  static let aTextOrTexts = Phrase(
    en: "a text or a list of texts", fr: "un texte ou une liste de textes")
  static let aListOfTexts = Phrase(en: "a list of texts", fr: "une liste de textes")
  static let aListOfRecords = Phrase(en: "a list of records", fr: "une liste de fiches")
  static let twoNouns = Phrase(
    en: "the noun in the singular, then in the plural", fr: "le nom au singulier, puis au pluriel")
  static let twoForms = Phrase(
    en: "the masculine form, then the feminine one, and perhaps one for when nobody knows",
    fr: "la forme masculine, puis la féminine, et au besoin une forme quand on ne sait pas")
  static let genderLetter = Phrase(en: "'f' or 'm'", fr: "'f' ou 'm'")
  static let sameOrText = Phrase(
    en: "one value of the same type, or a text", fr: "une valeur du même type, ou un texte")
  static let oneText = Phrase(en: "one text", fr: "un texte")
  static let oneDayCount = Phrase(en: "a number of days", fr: "un nombre de jours")
  static let otherEnd = Phrase(
    en: "the other end of the range, and perhaps 'weekdays'",
    fr: "l’autre bout de la période, et au besoin 'weekdays'")
  static let oneNumber = Phrase(en: "one number", fr: "un nombre")
  static let oneField = Phrase(
    en: "the name of a field between single quotes", fr: "le nom d’un champ entre apostrophes")
  static let oneWord = Phrase(
    en: "one of its words between single quotes", fr: "un de ses mots entre apostrophes")
  static let fieldAndValue = Phrase(
    en: "the name of a field, then a value of its type",
    fr: "le nom d’un champ, puis une valeur de son type")
  static let functionForms = Phrase(
    en: "nothing, a function that is known, or its masculine and feminine forms",
    fr: "rien, une fonction connue, ou ses formes masculine et féminine")
}
