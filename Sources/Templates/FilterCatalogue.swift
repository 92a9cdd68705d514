import Diagnostics
import French

/// A filter's use as the parser checks it: on what, with which arguments, giving what.
struct FilterUse {
  let filter: Filter
  let result: ValueType
}

/// Why a filter cannot be used as it was written.
enum FilterMisuse: Error {
  case unknown
  /// The filter wants another kind of value; what it takes, in both languages.
  case subject(Phrase)
  case arguments(Phrase)
  /// The field named by an argument does not exist.
  case field(String, RecordType)
}

/// The filters that authors may use, with what each takes.
enum FilterCatalogue {
  static let names = [
    "long", "medium", "weekday", "dayMonth", "numeric", "count", "ordinal", "number", "upper",
    "capitalised", "lowerFirst", "quoted", "default", "known", "de", "a", "size", "any", "listed",
    "where", "whereNot", "take", "sort",
  ]

  /// - Parameter literals: the arguments that are literal texts, nil for others.
  static func use(
    _ name: String, on subject: ValueType, types: [ValueType], literals: [String?]
  ) throws(FilterMisuse) -> FilterUse {
    if let simple = try simpleUse(name, on: subject) {
      try require(types.isEmpty, none)
      return simple
    }
    switch name {
    case "count":
      try require(subject: subject == .number, aNumber)
      try require(types == [.text, .text], twoNouns)
      return FilterUse(filter: .count, result: .text)
    case "ordinal":
      try require(subject: subject == .number, aNumber)
      try require(literals == ["f"] || literals == ["m"], genderLetter)
      return FilterUse(filter: .ordinal, result: .text)
    case "default":
      try require(types.count == 1 && types[0].isProse, oneText)
      try require(subject: subject.isProse, aProse)
      try require(types[0] == subject || types[0] == .text, oneText)
      return types[0] == subject
        ? FilterUse(filter: .fallback, result: subject)
        : FilterUse(filter: .fallbackText, result: .text)
    case "take":
      try require(subject: subject.isList, aList)
      try require(types == [.number], oneNumber)
      return FilterUse(filter: .take, result: subject)
    case "listed": return try listedUse(subject, types: types, literals: literals)
    case "where": return try whereUse(subject, types, literals, isKept: true)
    case "whereNot": return try whereUse(subject, types, literals, isKept: false)
    case "sort": return try sortUse(subject, types: types, literals: literals)
    default: throw .unknown
    }
  }

  /// Filters without arguments.
  private static func simpleUse(
    _ name: String, on subject: ValueType
  ) throws(FilterMisuse) -> FilterUse? {
    switch name {
    case "long": return try onDay(.day(.long), subject)
    case "medium": return try onDay(.day(.medium), subject)
    case "weekday": return try onDay(.day(.short), subject)
    case "dayMonth": return try onDay(.day(.dayMonth), subject)
    case "numeric": return try onDay(.day(.numeric), subject)
    case "upper": return try onText(.upper, subject)
    case "capitalised": return try onText(.capitalised, subject)
    case "lowerFirst": return try onText(.lowerFirst, subject)
    case "quoted": return try onText(.quoted, subject)
    case "de": return try onText(.withDe, subject)
    case "a": return try onText(.withA, subject)
    case "number":
      try require(subject: subject == .number, aNumber)
      return FilterUse(filter: .number, result: .text)
    case "known":
      return FilterUse(filter: .known, result: .boolean)
    case "size":
      try require(subject: subject.isList, aList)
      return FilterUse(filter: .size, result: .number)
    case "any":
      try require(subject: subject.isList, aList)
      return FilterUse(filter: .any, result: .boolean)
    default: return nil
    }
  }

  private static func onDay(
    _ filter: Filter, _ subject: ValueType
  ) throws(FilterMisuse) -> FilterUse {
    try require(subject: subject == .day, aDay)
    return FilterUse(filter: filter, result: .text)
  }

  private static func onText(
    _ filter: Filter, _ subject: ValueType
  ) throws(FilterMisuse) -> FilterUse {
    try require(subject: subject == .text, aText)
    return FilterUse(filter: filter, result: .text)
  }

  private static func listedUse(
    _ subject: ValueType, types: [ValueType], literals: [String?]
  ) throws(FilterMisuse) -> FilterUse {
    guard case .list(let element) = subject else { throw .subject(aList) }
    if types.isEmpty {
      try require(subject: element.isProse, aListOfTexts)
      return FilterUse(filter: .listed, result: .text)
    }
    let index = try fieldIndex(element, literals)
    return FilterUse(filter: .listedField(index), result: .text)
  }

  private static func whereUse(
    _ subject: ValueType, _ types: [ValueType], _ literals: [String?], isKept: Bool
  ) throws(FilterMisuse) -> FilterUse {
    guard case .list(let element) = subject, case .record(let record) = element else {
      throw .subject(aListOfRecords)
    }
    try require(types.count == 2, fieldAndValue)
    let index = try fieldIndex(element, Array(literals.prefix(1)))
    try require(record.fields[index].type == types[1], fieldAndValue)
    return FilterUse(filter: .where(index, isKept: isKept), result: subject)
  }

  private static func sortUse(
    _ subject: ValueType, types: [ValueType], literals: [String?]
  ) throws(FilterMisuse) -> FilterUse {
    guard case .list(let element) = subject else { throw .subject(aList) }
    if types.isEmpty {
      try require(subject: element == .text, aListOfTexts)
      return FilterUse(filter: .sortText, result: subject)
    }
    let index = try fieldIndex(element, literals)
    return FilterUse(filter: .sortField(index), result: subject)
  }

  private static func fieldIndex(
    _ element: ValueType, _ literals: [String?]
  ) throws(FilterMisuse) -> Int {
    guard case .record(let record) = element else { throw .subject(aListOfRecords) }
    guard literals.count == 1, let name = literals[0] else { throw .arguments(oneField) }
    guard let index = record.index(of: name) else { throw .field(name, record) }
    try require(record.fields[index].type.isProse, oneField)
    return index
  }

  private static func require(_ holds: Bool, _ words: Phrase) throws(FilterMisuse) {
    if !holds { throw .arguments(words) }
  }

  private static func require(subject holds: Bool, _ words: Phrase) throws(FilterMisuse) {
    if !holds { throw .subject(words) }
  }

  private static let none = Phrase(en: "no argument", fr: "aucun argument")
  private static let aDay = Phrase(en: "a day", fr: "un jour")
  private static let aText = Phrase(en: "a text", fr: "un texte")
  private static let aNumber = Phrase(en: "a number", fr: "un nombre")
  private static let aList = Phrase(en: "a list", fr: "une liste")
  private static let aProse = Phrase(
    en: "a text, a number, a day or a condition",
    fr: "un texte, un nombre, un jour ou une condition")
  private static let aListOfTexts = Phrase(en: "a list of texts", fr: "une liste de textes")
  private static let aListOfRecords = Phrase(en: "a list of records", fr: "une liste de fiches")
  private static let twoNouns = Phrase(
    en: "the noun in the singular, then in the plural", fr: "le nom au singulier, puis au pluriel")
  private static let genderLetter = Phrase(en: "'f' or 'm'", fr: "'f' ou 'm'")
  private static let oneText = Phrase(
    en: "one value of the same type, or a text", fr: "une valeur du même type, ou un texte")
  private static let oneNumber = Phrase(en: "one number", fr: "un nombre")
  private static let oneField = Phrase(
    en: "the name of a field between single quotes", fr: "le nom d’un champ entre apostrophes")
  private static let fieldAndValue = Phrase(
    en: "the name of a field, then a value of its type",
    fr: "le nom d’un champ, puis une valeur de son type")
}

extension ValueType {
  fileprivate var isList: Bool {
    switch self {
    case .list: true
    case .text, .number, .day, .boolean, .record: false
    }
  }
}
