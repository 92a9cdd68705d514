/// Turns diagnostics into text: sorted by file, offset and id, repeats removed.
///
/// `human` shows the line with a caret and a help; `short` is one line each, for editors and CI;
/// `json` is one object a line.
package struct DiagnosticRenderer {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case human, short, json
  }

  /// How many are shown before the rest is only counted.
  package static let limit = 50

  private let format: Format
  private let language: Language
  private let sources: [SourceFile.ID: [UInt8]]

  package init(
    format: Format, language: Language, sources: [SourceFile.ID: [UInt8]]
  ) {
    self.format = format
    self.language = language
    self.sources = sources
  }

  /// The text of all `diagnostics`, each ending with a newline; empty when there are none.
  package func text(of diagnostics: [Diagnostic]) -> String {
    var seen: Set<Diagnostic> = []
    let ordered = diagnostics.filter { seen.insert($0).inserted }.sorted(by: precedes)
    var maps: [SourceFile.ID: LineMap] = [:]
    var text = ""
    for (index, diagnostic) in ordered.prefix(Self.limit).enumerated() {
      switch format {
      case .human:
        if index > 0 { text += "\n" }
        text += human(diagnostic, &maps)
      case .short: text += short(diagnostic, &maps)
      case .json: text += json(diagnostic, &maps)
      }
    }
    if ordered.count > Self.limit, format != .json {
      let more = ordered.count - Self.limit
      let line = Phrase(
        en: "… and \(more) more, not shown", fr: "… et encore \(more), sans les afficher")
      text += (format == .human ? "\n" : "") + line.text(in: language) + "\n"
    }
    return text
  }

  private func precedes(_ first: Diagnostic, _ second: Diagnostic) -> Bool {
    let files = (first.span?.file.path ?? "", second.span?.file.path ?? "")
    if files.0 != files.1 { return files.0.utf8.lexicographicallyPrecedes(files.1.utf8) }
    let offsets = (first.span?.bytes.lowerBound ?? 0, second.span?.bytes.lowerBound ?? 0)
    if offsets.0 != offsets.1 { return offsets.0 < offsets.1 }
    if first.id != second.id { return first.id.text < second.id.text }
    return first.message.english < second.message.english
  }

  // MARK: Human

  private func human(_ diagnostic: Diagnostic, _ maps: inout [SourceFile.ID: LineMap]) -> String {
    let severity = name(of: diagnostic.severity)
    let message = printable(diagnostic.message.text(in: language))
    var text = "\(severity)[\(diagnostic.id.text)]\(colon) \(message)\n"
    var margin = 0
    if let span = diagnostic.span {
      text += snippet(span, diagnostic.excerpt, &maps, margin: &margin)
    }
    let pad = String(repeating: " ", count: margin)
    for note in diagnostic.notes {
      text += "\(pad) = note\(colon) \(printable(note.message.text(in: language)))\n"
      text += snippet(note.span, note.excerpt, &maps, margin: &margin)
    }
    for help in diagnostic.help {
      let word = Phrase(en: "help", fr: "aide").text(in: language)
      text += "\(pad) = \(word)\(colon) \(printable(help.text(in: language)))\n"
    }
    return text
  }

  private func snippet(
    _ span: SourceSpan, _ excerpt: Excerpt?, _ maps: inout [SourceFile.ID: LineMap],
    margin: inout Int
  ) -> String {
    if let excerpt { return snippet(excerpt, of: span.file, margin: &margin) }
    guard let map = map(for: span.file, &maps), !span.bytes.isEmpty else {
      return " --> \(printable(span.file.path))\n"
    }
    let place = map.place(of: span.bytes.lowerBound)
    let number = "\(place.line)"
    margin = number.count
    let pad = String(repeating: " ", count: margin)
    let window = self.excerpt(
      Array(map.text(ofLine: place.line).unicodeScalars), around: place.column - 1,
      width: map.width(of: span.bytes))
    return """
      \(pad)--> \(printable(span.file.path)):\(place.line):\(place.column)
      \(pad) |
      \(number) | \(window.text)
      \(pad) | \(String(repeating: " ", count: window.indent))\
      \(String(repeating: "^", count: window.width))

      """
  }

  /// A paragraph of an office document, which has a place and no line number.
  private func snippet(
    _ excerpt: Excerpt, of file: SourceFile.ID, margin: inout Int
  ) -> String {
    margin = 1
    let columns = excerpt.columns
    let window = self.excerpt(
      Array(excerpt.text.unicodeScalars), around: columns.lowerBound, width: columns.count)
    let place = ([printable(file.path)] + excerpt.place.map { printable($0.text(in: language)) })
      .joined(separator: ", ")
    return """
       --> \(place)
        |
        | \(window.text)
        | \(String(repeating: " ", count: window.indent))\
      \(String(repeating: "^", count: window.width))

      """
  }

  /// At most about a hundred columns of a line, so that one line of 100 MB stays readable.
  private func excerpt(
    _ line: [Unicode.Scalar], around column: Int, width: Int
  ) -> (text: String, indent: Int, width: Int) {
    let longest = 100
    let start = max(0, min(column - longest / 3, line.count - longest))
    let end = min(line.count, start + longest)
    // The fault may be the end of the line itself, which lies behind its last scalar.
    let from = min(column, end)
    let to = min(column + width, end)
    // Spelt out, a control character is wider than one column.
    let before = (start > 0 ? "…" : "") + printable(string(line[start..<from]))
    let fault = printable(string(line[from..<to]))
    let after = printable(string(line[to..<end])) + (end < line.count ? "…" : "")
    return (
      before + fault + after, before.unicodeScalars.count + column - from,
      max(1, fault.unicodeScalars.count)
    )
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  // MARK: One line

  private func short(_ diagnostic: Diagnostic, _ maps: inout [SourceFile.ID: LineMap]) -> String {
    let message = printable(diagnostic.message.text(in: language))
    let position = position(of: diagnostic, &maps)
    return "\(position)\(name(of: diagnostic.severity))\(colon) "
      + "\(message) [\(diagnostic.id.text)]\n"
  }

  private func position(
    of diagnostic: Diagnostic, _ maps: inout [SourceFile.ID: LineMap]
  ) -> String {
    guard let span = diagnostic.span else { return "" }
    if let excerpt = diagnostic.excerpt {
      let place = excerpt.place(in: language)
      return printable("\(span.file.path): " + (place.isEmpty ? "" : "\(place): "))
    }
    guard let map = map(for: span.file, &maps), !span.bytes.isEmpty else {
      return "\(printable(span.file.path)): "
    }
    let place = map.place(of: span.bytes.lowerBound)
    return "\(printable(span.file.path)):\(place.line):\(place.column): "
  }

  private func json(_ diagnostic: Diagnostic, _ maps: inout [SourceFile.ID: LineMap]) -> String {
    var fields = [
      ("id", quoted(diagnostic.id.text)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("message", quoted(diagnostic.message.text(in: language))),
    ]
    if let span = diagnostic.span { fields += jsonPlace(span, diagnostic.excerpt, &maps) }
    let notes = diagnostic.notes.map { note in
      let inside = [("message", quoted(note.message.text(in: language)))]
      return object(inside + jsonPlace(note.span, note.excerpt, &maps))
    }
    if !notes.isEmpty { fields.append(("notes", "[\(notes.joined(separator: ","))]")) }
    let help = diagnostic.help.map { quoted($0.text(in: language)) }
    if !help.isEmpty { fields.append(("help", "[\(help.joined(separator: ","))]")) }
    return object(fields) + "\n"
  }

  private func jsonPlace(
    _ span: SourceSpan, _ excerpt: Excerpt?, _ maps: inout [SourceFile.ID: LineMap]
  ) -> [(String, String)] {
    var fields = [("file", quoted(span.file.path))]
    if let excerpt {
      fields += [
        ("place", quoted(excerpt.place(in: language))), ("text", quoted(excerpt.text)),
        ("column", "\(excerpt.columns.lowerBound + 1)"),
        ("endColumn", "\(excerpt.columns.upperBound + 1)"),
      ]
      return fields
    }
    guard let map = map(for: span.file, &maps), !span.bytes.isEmpty else { return fields }
    let start = map.place(of: span.bytes.lowerBound)
    let end = map.place(of: span.bytes.upperBound)
    fields += [
      ("line", "\(start.line)"), ("column", "\(start.column)"),
      ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
    ]
    return fields
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  // MARK: Words and signs

  private var colon: String {
    switch language {
    case .english: ":"
    case .french: "\u{A0}:"
    }
  }

  private func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: Phrase(en: "error", fr: "erreur").text(in: language)
    case .warning: Phrase(en: "warning", fr: "avertissement").text(in: language)
    }
  }

  private func map(
    for file: SourceFile.ID, _ maps: inout [SourceFile.ID: LineMap]
  ) -> LineMap? {
    if let map = maps[file] { return map }
    guard let bytes = sources[file] else { return nil }
    let map = LineMap(bytes)
    maps[file] = map
    return map
  }
}

/// Text from files with its control characters made visible, so that an input cannot drive the
/// terminal. A tab becomes one space, to keep the caret under its column.
func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\t" {
      result.append(" ")
    } else if drivesTerminal(scalar) {
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// Control characters, and those that turn the direction of writing.
private func drivesTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

private func quoted(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  result.append("\"")
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result.append(contentsOf: ["\\", scalar])
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case let control where drivesTerminal(control):
      let digits = String(control.value, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      result.append(contentsOf: "\\u\(padded)".unicodeScalars)
    default: result.append(scalar)
    }
  }
  result.append("\"")
  return String(result)
}
