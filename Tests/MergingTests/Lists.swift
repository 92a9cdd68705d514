import Diagnostics
import JSON
import Merging
import Sheets
import Templates
import TestSupport

/// The rows of a CSV file.
func csv(_ text: String) throws(Stopped) -> Reported<RowList> {
  try RowList.read(try readCSV(MarkedText(text).file("liste.csv")))
}

/// The rows of a JSON file.
func json(_ text: String) throws(Stopped) -> RowList {
  try RowList.read(try readJSON(MarkedText(text).file("liste.json")))
}

/// What a reading stops at, with its places.
func faults(
  _ text: String, _ read: (String) throws(Stopped) -> Void
) -> [String] {
  do throws(Stopped) {
    try read(text)
    return []
  } catch {
    return MarkedText(text).places(of: error.diagnostics)
  }
}

extension RowList {
  /// `name:type` of each column.
  var outline: String {
    columns.map { "\($0.name):\($0.type.outline)" }.joined(separator: " ")
  }

  /// The values of a column as they are.
  func values(_ name: String) -> [Value] {
    guard let index = columns.firstIndex(where: { $0.name == name }) else { return [] }
    return rows.map { $0.values[index] }
  }
}

extension ValueType {
  var outline: String {
    switch self {
    case .text: "text"
    case .rich: "rich"
    case .picture: "picture"
    case .number: "number"
    case .day: "day"
    case .time: "time"
    case .money: "money"
    case .boolean: "boolean"
    case .list(let element): "[\(element.outline)]"
    case .record(let record):
      "{\(record.fields.map { "\($0.name):\($0.type.outline)" }.joined(separator: " "))}"
    }
  }
}
