import Diagnostics
import French
import Markup
import Sheets

// A value of a field in the form that the XML has it in: white space folded, lists parted by one
// space, several children by line feeds. Nothing stands for an absent one.

extension Field {
  /// What an item says of the field.
  func value(in item: Item) -> String? {
    let element = item.element
    let text: String? =
      switch place {
      case .attribute(let name): element[name]?.value
      case .text: element.text
      case .child(let name): element.child(name)?.text
      case .children(let name):
        element.elements.filter { $0.name == name }.map { oneLine($0.text) }
          .joined(separator: "\n")
      case .childAttribute(let child, let name): element.child(child)?[name]?.value
      case .identity: item.id
      case .owner: item.owner?["id"]?.value
      }
    guard let text else { return nil }
    let value = if case .children = place { text } else { oneLine(text) }
    return value.isEmpty ? nil : value
  }

  /// What a sheet shows for a value of the XML.
  func shown(_ value: String?) -> SheetDraft.Value {
    guard let value else { return .empty }
    switch content {
    case .id, .text, .reference: return .text(value)
    case .number: return Int(value).map(SheetDraft.Value.number) ?? .text(value)
    case .day: return CalendarDay(value) == nil ? .text(value) : .day(value)
    case .lead: return .text(LeadWords.shown(value))
    case .flag: return .text(label(of: value, among: Self.flags))
    case .choice(let words): return .text(label(of: value, among: words))
    case .choices(let words):
      return .text(list(value).map { label(of: $0, among: words) }.joined(separator: " ; "))
    case .references, .words: return .text(list(value).joined(separator: " ; "))
    }
  }

  /// What a cell says in the form of the XML; nothing for a blank one, and for one whose fault is
  /// added to `diagnostics`.
  ///
  /// - Parameter vocabulary: what references may be called by.
  func read(
    _ cell: SheetCell, _ vocabulary: Vocabulary, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    let text = cell.located.value
    guard !text.isEmpty else { return nil }
    switch content {
    case .id: return text
    case .text:
      guard case .children = place else { return oneLine(text) }
      return text.split(separator: "\n").map { oneLine(String($0)) }.filter { !$0.isEmpty }
        .joined(separator: "\n")
    case .reference(let target): return vocabulary.id(oneLine(typeset(text)), of: target)
    case .references(let target):
      return parts(of: text).map { vocabulary.id(typeset($0), of: target) }.joined(separator: " ")
    case .words: return parts(of: text).joined(separator: " ")
    case .number:
      if let number = Int(wholeNumber(text)) { return String(number) }
      diagnostics.append(.notANumber(cell))
    case .day:
      if let day = day(text) { return day }
      diagnostics.append(.notADay(cell))
    case .lead: return LeadWords.read(oneLine(text))
    case .flag: return code(of: text, among: Self.flags, cell, &diagnostics)
    case .choice(let words): return code(of: text, among: words, cell, &diagnostics)
    case .choices(let words):
      let codes = parts(of: text).compactMap { code(of: $0, among: words, cell, &diagnostics) }
      return codes.joined(separator: " ")
    }
    return nil
  }

  /// Whether two values say the same: apostrophes, quotes and spaces that a word processor has
  /// made right are no difference.
  func areSame(_ first: String?, _ second: String?) -> Bool {
    if first == second { return true }
    guard case .text = content, let first, let second else { return false }
    return typeset(first) == typeset(second)
  }

  static let flags = [Word(code: "yes", label: "oui"), Word(code: "no", label: "non")]

  // MARK: Words

  private func label(of code: String, among words: [Word]) -> String {
    words.first { $0.code == code }?.label ?? code
  }

  private func code(
    of text: String, among words: [Word], _ cell: SheetCell, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    let wanted = folded(oneLine(text))
    let meant = words.first { word in
      ([word.label] + word.also).contains { folded($0) == wanted } || word.code == wanted
    }
    if let meant { return meant.code }
    diagnostics.append(.notAWord(cell, text, among: words.map(\.label)))
    return nil
  }

  private func list(_ value: String) -> [String] {
    value.split(separator: " ").map(String.init)
  }

  private func parts(of text: String) -> [String] {
    text.split { $0 == ";" || $0 == "," || $0 == "\n" }.map { oneLine(String($0)) }
      .filter { !$0.isEmpty }
  }

  // MARK: Numbers and days

  /// Calc writes 3 as `3`; other programs as `3.0`.
  private func wholeNumber(_ text: String) -> String {
    text.hasSuffix(".0") ? String(text.dropLast(2)) : text.replacing("\u{2212}", with: "-")
  }

  /// `2015-03-16`, or `16/03/2015` as the French write it.
  private func day(_ text: String) -> String? {
    if CalendarDay(text) != nil { return text }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 3, parts[2].count == 4 else { return nil }
    let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }
    let day = "\(padded[2])-\(padded[1])-\(padded[0])"
    return CalendarDay(day) == nil ? nil : day
  }
}

/// White space folded to single spaces, none at the ends; no-break spaces stay.
func oneLine(_ text: String) -> String {
  text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    .joined(separator: " ")
}
