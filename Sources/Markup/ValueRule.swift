import Diagnostics

/// What a value must be, as far as it can be said in words.
enum ValueRule: Hashable {
  case literal(String)
  case data(DataType)
  /// Words between white space, each of which one of the rules allows.
  indirect case words([ValueRule], mayBeNone: Bool)
  /// Anything, or something that is not understood here.
  case anything

  /// A `value` or `data` pattern; any other is not understood.
  init(_ pattern: XMLElement) {
    switch localName(pattern) {
    case "value": self = .literal(collapsed(pattern.text))
    case "data": self = .data(DataType(pattern))
    default: self = .anything
    }
  }

  func allows(_ value: String) -> Bool {
    switch self {
    case .literal(let literal): collapsed(value) == literal
    case .data(let type): type.allows(collapsed(value))
    case .words(let rules, let mayBeNone):
      (mayBeNone || !collapsed(value).isEmpty)
        && collapsed(value).split(separator: " ").allSatisfy { word in
          rules.contains { $0.allows(String(word)) }
        }
    case .anything: true
    }
  }
}

/// A `data` pattern of the library of XML Schema.
struct DataType: Hashable {
  private let name: String
  private var facets: [Facet] = []

  private struct Facet: Hashable {
    var name: String
    var value: String
  }

  init(_ pattern: XMLElement) {
    name = pattern["type"]?.value ?? ""
    for param in pattern.elements where localName(param) == "param" {
      facets.append(Facet(name: param["name"]?.value ?? "", value: param.text))
    }
  }

  func allows(_ value: String) -> Bool {
    isOfType(value) && facets.allSatisfy { isWithin($0, value) }
  }

  private func isOfType(_ value: String) -> Bool {
    switch name {
    case "date": isDay(value)
    case "time": isTime(value)
    case "boolean": ["true", "false", "1", "0"].contains(value)
    case "integer", "int", "long", "short": Int(value) != nil
    case "nonNegativeInteger", "unsignedInt", "unsignedShort": Int(value).map { $0 >= 0 } ?? false
    case "positiveInteger": Int(value).map { $0 > 0 } ?? false
    case "decimal", "double", "float": Double(value) != nil
    case "NCName", "ID", "IDREF": isNCName(value)
    default: true
    }
  }

  private func isWithin(_ facet: Facet, _ value: String) -> Bool {
    let length = value.unicodeScalars.count
    switch facet.name {
    case "minLength": return Int(facet.value).map { length >= $0 } ?? true
    case "maxLength": return Int(facet.value).map { length <= $0 } ?? true
    case "length": return Int(facet.value).map { length == $0 } ?? true
    case "minInclusive": return compare(value, facet.value).map { $0 >= 0 } ?? true
    case "maxInclusive": return compare(value, facet.value).map { $0 <= 0 } ?? true
    case "pattern":
      // A pattern that Swift does not understand is left to libxml2.
      guard let regex = try? Regex(facet.value).matchingSemantics(.unicodeScalar) else {
        return true
      }
      return value.wholeMatch(of: regex) != nil
    default: return true
    }
  }

  /// The sign of the difference of two numbers; nil for what is none.
  private func compare(_ first: String, _ second: String) -> Int? {
    guard let first = Double(first), let second = Double(second) else { return nil }
    return first < second ? -1 : first > second ? 1 : 0
  }

  /// What the value should be, to follow "is not".
  var words: Phrase {
    if let pattern = facets.first(where: { $0.name == "pattern" }) {
      return .form(pattern.value)
    }
    let bounds = Phrase.bounds(facet("minInclusive"), facet("maxInclusive"))
    return Phrase(
      en: typeWords.english + bounds.english, fr: typeWords.french + bounds.french)
  }

  private func facet(_ name: String) -> String? { facets.first { $0.name == name }?.value }

  private var typeWords: Phrase {
    switch name {
    case "date": .day
    case "time": .timeOfDay
    case "boolean": .truthValue
    case "nonNegativeInteger", "unsignedInt", "unsignedShort": .wholeNumber(from: 0)
    case "positiveInteger": .wholeNumber(from: 1)
    case "integer", "int", "long", "short": .wholeNumber(from: nil)
    case "decimal", "double", "float": .number
    case "NCName", "ID", "IDREF": .plainName
    case "string", "token", "normalizedString": .text(of: facet("minLength"), facet("maxLength"))
    default: .type(name)
    }
  }
}

/// White space collapsed, as for `token` (XML Schema part 2, 4.3.6).
func collapsed(_ text: String) -> String {
  text.split(whereSeparator: { " \t\n\r".contains($0) || $0 == "\r\n" }).joined(separator: " ")
}

/// `2015-03-16`, and a day that exists; without a time zone.
private func isDay(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
    parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
    let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
    (1...12).contains(month), year > 0
  else { return false }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...lengths[month - 1]).contains(day)
}

/// `14:30:00`
private func isTime(_ text: String) -> Bool {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
    let hour = Int(parts[0]), let minute = Int(parts[1]), let second = Int(parts[2])
  else { return false }
  return hour < 24 && minute < 60 && second < 60
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isNCName(_ text: String) -> Bool {
  var reader = XMLReader(SourceFile(id: SourceFile.ID(""), bytes: Array(text.utf8)), .standard)
  let name = reader.readName()
  return !name.isEmpty && name.count == text.utf8.count && !text.contains(":")
}
