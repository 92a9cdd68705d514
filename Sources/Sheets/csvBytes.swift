/// A table as CSV that Excel and Calc open with a double click: UTF-8 with a byte order mark, `;`
/// between cells, CRLF between rows, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which
/// `readCSV` takes off again. Numbers and days are written as they are.
package func csvBytes(of sheet: SheetDraft) -> [UInt8] {
  var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  append(sheet.columns.map { .text($0.heading) }, to: &bytes)
  if sheet.hasHelp { append(sheet.helpRow.map { .text($0) }, to: &bytes) }
  for row in sheet.rows { append(row, to: &bytes) }
  return bytes
}

private func append(_ row: [SheetDraft.Value], to bytes: inout [UInt8]) {
  for (index, value) in row.enumerated() {
    if index > 0 { bytes.append(UInt8(ascii: ";")) }
    switch value {
    case .empty: break
    case .text(let text): append(armed(text), to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .day(let day): bytes.append(contentsOf: day.utf8)
    }
  }
  bytes.append(contentsOf: "\r\n".utf8)
}

private func append(_ text: String, to bytes: inout [UInt8]) {
  let needsQuotes =
    text.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x3B || $0 == 0x2C }
    || text.first?.isWhitespace == true || text.last?.isWhitespace == true
  guard needsQuotes else {
    bytes.append(contentsOf: text.utf8)
    return
  }
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    bytes.append(byte)
  }
  bytes.append(UInt8(ascii: "\""))
}

/// The text with an apostrophe before it when a spreadsheet could take it for a formula, or when
/// `disarmed` would take an apostrophe of its own away.
func armed(_ text: String) -> String {
  isDangerous(text.utf8.drop { $0 == UInt8(ascii: "'") }.first) ? "'" + text : text
}

/// Undoes `armed`.
func disarmed(_ text: String) -> String {
  guard text.utf8.first == UInt8(ascii: "'"),
    isDangerous(text.utf8.drop(while: { $0 == UInt8(ascii: "'") }).first)
  else { return text }
  return String(text.dropFirst())
}

/// OWASP, « CSV Injection »: the signs with which Excel, Calc and Sheets begin a formula.
private func isDangerous(_ byte: UInt8?) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
    true
  default: false
  }
}
