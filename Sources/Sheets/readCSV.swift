package import Diagnostics

/// Reads a CSV file as Calc and Excel write it (RFC 4180, and `;` or a tab beside the comma).
///
/// The separator is the one that the first record has most of, or what Excel's own first line
/// `sep=;` says. Cells may be quoted, with any separators and line ends inside. What
/// `csvBytes(of:)` put before a dangerous sign is taken off again.
///
/// - Parameter file: in UTF-8: see `decodeText`.
/// - Throws: `Stopped` with all that is wrong with the quotes, or the first limit that is passed.
/// - Complexity: linear in the size of the file.
package func readCSV(
  _ file: SourceFile, limits: SheetLimits = .standard
) throws(Stopped) -> Sheet {
  var reader = CSVReader(file, limits)
  var rows = try reader.rows()
  guard reader.diagnostics.isEmpty else { throw Stopped(reader.diagnostics) }
  while rows.last?.allSatisfy(\.isBlank) == true { rows.removeLast() }
  return Sheet(name: nil, file: file.id, rows: rows)
}

private struct CSVReader {
  private let file: SourceFile
  private let limits: SheetLimits
  private var bytes: [UInt8] { file.bytes }
  private var at = 0
  private var separator = UInt8(ascii: ";")
  private var cellCount = 0
  var diagnostics: [Diagnostic] = []

  private static let quote = UInt8(ascii: "\"")
  private static let separators = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]

  init(_ file: SourceFile, _ limits: SheetLimits) {
    self.file = file
    self.limits = limits
    separator = announcedSeparator() ?? commonestSeparator()
  }

  /// Excel's first line `sep=;`, which is no row.
  private mutating func announcedSeparator() -> UInt8? {
    let head = Array("sep=".utf8)
    guard bytes.count > head.count, bytes.starts(with: head), Self.separators.contains(bytes[4])
    else { return nil }
    at = head.count + 1
    guard at < bytes.count, isLineEnd(bytes[at]) else {
      at = 0
      return nil
    }
    skipLineEnd()
    return bytes[4]
  }

  private func commonestSeparator() -> UInt8 {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == Self.quote { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if isLineEnd(byte) { break }
      if let index = Self.separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    return Self.separators[best]
  }

  mutating func rows() throws(Stopped) -> [[SheetCell]] {
    var rows: [[SheetCell]] = []
    while at < bytes.count {
      var row: [SheetCell] = []
      repeat {
        row.append(try cell(CellAddress(sheet: nil, row: rows.count, column: row.count)))
      } while takeSeparator()
      skipLineEnd()
      rows.append(row)
    }
    return rows
  }

  private mutating func takeSeparator() -> Bool {
    guard at < bytes.count, bytes[at] == separator else { return false }
    at += 1
    return true
  }

  private mutating func cell(_ address: CellAddress) throws(Stopped) -> SheetCell {
    let start = at
    let isQuoted = at < bytes.count && bytes[at] == Self.quote
    let content = isQuoted ? quoted(address) : plain()
    let end = max(at, start + (start < bytes.count ? 1 : 0))
    let span = SourceSpan(file: file.id, bytes: start..<end)
    if !content.isEmpty { cellCount += 1 }
    if let limit = passedLimit(address, content) {
      throw Stopped([.tooLarge(limit, address, at: span)])
    }
    if let control = content.first(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) {
      diagnostics.append(.controlCharacter(control, address, at: span))
    }
    let text = String(decoding: content, as: UTF8.self)
    return SheetCell(kind: .text, text: disarmed(text), address: address, span: span)
  }

  private func passedLimit(_ address: CellAddress, _ content: [UInt8]) -> SheetLimit? {
    if address.row >= limits.rows { return .rows(limits.rows) }
    if address.column >= limits.columns { return .columns(limits.columns) }
    if cellCount > limits.cells { return .cells(limits.cells) }
    if content.count > limits.cellBytes { return .cellBytes(limits.cellBytes) }
    return nil
  }

  private mutating func plain() -> [UInt8] {
    let start = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    return Array(bytes[start..<at])
  }

  /// From the quote that opens to the one that closes; two quotes inside are one.
  private mutating func quoted(_ address: CellAddress) -> [UInt8] {
    let start = at
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == Self.quote {
        guard at < bytes.count, bytes[at] == Self.quote else {
          checkEnd(address)
          return content
        }
        at += 1
      }
      // A line end inside a cell is one line feed, whatever wrote it.
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { continue }
      content.append(byte == 0x0D ? 0x0A : byte)
    }
    let span = SourceSpan(file: file.id, bytes: start..<start + 1)
    diagnostics.append(.unclosedQuote(address, at: span))
    return []
  }

  /// Behind the closing quote comes a separator or the end of the line.
  private mutating func checkEnd(_ address: CellAddress) {
    guard at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) else { return }
    let start = at
    _ = plain()
    let span = SourceSpan(file: file.id, bytes: start..<at)
    diagnostics.append(.textAfterQuote(address, at: span))
  }

  private mutating func skipLineEnd() {
    guard at < bytes.count else { return }
    at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
