import Diagnostics
import French
import Sheets
import Templates

/// What a cell seems to be, by what its spreadsheet says or by how its text is written.
enum CellType {
  /// The type of a cell that is not blank.
  static func of(_ cell: SheetCell) -> ValueType {
    switch cell.kind {
    case .day: CalendarDay(cell.text) == nil ? .text : .day
    case .number: DecimalNumber(cell.text) == nil ? .text : .number
    case .text: of(cell.located.value)
    }
  }

  private static func of(_ text: String) -> ValueType {
    let types: [ValueType] = [.boolean, .day, .time, .money, .number]
    return types.first { value(text, as: $0) != nil } ?? .text
  }

  /// What the cell is worth as a type; nil when it is not of that type.
  static func value(_ cell: SheetCell, as type: ValueType) -> Value? {
    switch (cell.kind, type) {
    case (.number, .number), (.day, .day): Value(cell.text, as: type)
    // In a column of text it is a code or stands among words: its digits as they are.
    case (.number, .text): .text(cell.text.replacing(".", with: ","))
    case (.day, .text): .text(CalendarDay(cell.text)?.inFrench(.medium) ?? cell.text)
    default: value(cell.located.value, as: type)
    }
  }

  private static func value(_ text: String, as type: ValueType) -> Value? {
    switch type {
    case .text: .text(typeset(text))
    case .boolean: Value(text.lowercased(), as: .boolean)
    case .time: Value(withoutSeconds(text), as: .time)
    case .number: isCount(text) ? Value(text, as: .number) : nil
    case .rich, .picture, .day, .money, .list, .record: Value(text, as: type)
    }
  }

  /// `8:30` and `08:30:00`, as spreadsheets show a time, are `08:30`.
  private static func withoutSeconds(_ text: String) -> String {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.count == 2 || parts[2] == "00" else { return text }
    return (parts[0].utf8.count == 1 ? "0" : "") + parts[0...1].joined(separator: ":")
  }

  /// Whether the digits count something. A text that begins with a zero or has ten digits and more
  /// is a code: a telephone number, a SIRET.
  private static func isCount(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber)
    guard digits.utf8.count <= 9 else { return false }
    return digits.first != "0" || digits.count == 1 || text.hasPrefix("0,") || text.hasPrefix("0.")
  }

  /// Whether the heading says that its digits name something and count nothing: « Code postal »,
  /// « N° RNE », « Année ». Such a column stays text, so that 91000 is not printed « 91 000 ».
  static func namesCodes(_ heading: String) -> Bool {
    let words = folded(heading).lowercased().split { !($0.isLetter || $0.isNumber || $0 == "°") }
    return words.contains { codeWords.contains(String($0)) }
  }

  private static let codeWords: Set = [
    "code", "cp", "postal", "cedex", "insee", "uai", "rne", "siret", "siren", "ape", "numero",
    "num", "no", "n°", "telephone", "tel", "tél", "portable", "mobile", "fax", "annee", "an",
    "millesime", "id", "identifiant", "ref", "reference", "matricule",
  ]
}
