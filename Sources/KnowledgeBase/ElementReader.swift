import Diagnostics
import French
import Markup

/// Reads the attributes and children of elements, and keeps what is wrong with them.
///
/// The schema has been asked first, so most of what is missing or misspelt never comes here; the
/// reader still answers for it, because a schema file may be edited too.
struct ElementReader {
  var diagnostics: [Diagnostic] = []

  // MARK: Text

  /// The attribute as prose, typographically right; empty with a diagnostic when it is missing.
  mutating func prose(_ name: String, of element: XMLElement) -> String {
    guard let text = element[name] else {
      diagnostics.append(.missingAttribute(name, on: element))
      return ""
    }
    return typeset(text.value)
  }

  func optionalProse(_ name: String, of element: XMLElement) -> String? {
    element[name].map { typeset($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The attribute as it stands: a colour, an address, a code.
  mutating func word(_ name: String, of element: XMLElement) -> String {
    guard let text = element[name] else {
      diagnostics.append(.missingAttribute(name, on: element))
      return ""
    }
    return text.value
  }

  mutating func locatedWord(_ name: String, of element: XMLElement) -> Located<String> {
    element[name] ?? Located(word(name, of: element), at: element.span)
  }

  mutating func child(_ name: String, of element: XMLElement) -> String {
    guard let child = element.child(name) else {
      diagnostics.append(.missingChild(name, in: element))
      return ""
    }
    return prose(of: child)
  }

  func optionalChild(_ name: String, of element: XMLElement) -> String? {
    element.child(name).map { prose(of: $0) }
  }

  func children(_ name: String, of element: XMLElement) -> [String] {
    element.elements.filter { $0.name == name }.map { prose(of: $0) }
  }

  /// The text of an element on one line.
  func prose(of element: XMLElement) -> String {
    let text = element.text
    guard !isOneLine(text) else { return typeset(text) }
    return typeset(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// Whether no white space has to be folded: nearly every text of the base. Bytes tell it, where
  /// characters would have to be looked up. All other spaces of Unicode have bytes of their own.
  private func isOneLine(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      switch byte {
      case 0x20:
        guard !isAfterSpace else { return false }
        isAfterSpace = true
      case 0x09...0x0D, 0xC2, 0xE1, 0xE2, 0xE3: return false
      default: isAfterSpace = false
      }
    }
    return !isAfterSpace
  }

  // MARK: Values

  mutating func identifier<Subject>(
    _ name: String, of element: XMLElement, as kind: Subject.Type = Subject.self
  ) -> Identifier<Subject>? {
    guard let text = element[name] else {
      diagnostics.append(.missingAttribute(name, on: element))
      return nil
    }
    guard let id = Identifier<Subject>(text.value) else {
      diagnostics.append(.notAnIdentifier(text))
      return nil
    }
    return id
  }

  mutating func number(_ name: String, of element: XMLElement) -> Int? {
    guard let text = element[name] else { return nil }
    guard let number = Int(text.value) else {
      diagnostics.append(.notANumber(text))
      return nil
    }
    return number
  }

  /// How many there are of something: from 0 to 999,999, so that sums and products stay numbers.
  mutating func count(_ name: String, of element: XMLElement) -> Int? {
    guard let number = number(name, of: element), let text = element[name] else { return nil }
    guard (0..<1_000_000).contains(number) else {
      diagnostics.append(.notACount(text))
      return nil
    }
    return number
  }

  mutating func day(_ name: String, of element: XMLElement) -> CalendarDay? {
    locatedDay(name, of: element)?.value
  }

  mutating func locatedDay(_ name: String, of element: XMLElement) -> Located<CalendarDay>? {
    guard let text = element[name] else { return nil }
    guard let day = CalendarDay(text.value) else {
      diagnostics.append(.notADay(text))
      return nil
    }
    return Located(day, at: text.span)
  }

  mutating func leadTime(_ name: String, of element: XMLElement) -> Located<LeadTime>? {
    guard let text = element[name] else { return nil }
    guard let lead = LeadTime(text.value) else {
      diagnostics.append(.notALeadTime(text))
      return nil
    }
    return Located(lead, at: text.span)
  }

  mutating func requiredLeadTime(_ name: String, of element: XMLElement) -> Located<LeadTime> {
    if element[name] == nil { diagnostics.append(.missingAttribute(name, on: element)) }
    return leadTime(name, of: element) ?? Located(LeadTime(0, .weeks), at: element.span)
  }

  /// Hours and half hours, « 1.5 », as minutes.
  mutating func minutes(_ name: String, of element: XMLElement) -> Int? {
    guard let text = element[name] else {
      diagnostics.append(.missingAttribute(name, on: element))
      return nil
    }
    let isHalf = text.value.hasSuffix(".5")
    guard let hours = Int(isHalf ? String(text.value.dropLast(2)) : text.value),
      (0..<1000).contains(hours)
    else {
      diagnostics.append(.notHours(text))
      return nil
    }
    return hours * 60 + (isHalf ? 30 : 0)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let text = element[name] else { return fallback }
    guard let choice = Choice(rawValue: text.value) else {
      diagnostics.append(.notOneOf(text, Choice.allCases.map(\.rawValue)))
      return fallback
    }
    return choice
  }

  /// The same of an attribute that may be absent.
  mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement
  ) -> Choice? where Choice.RawValue == String {
    guard let text = element[name] else { return nil }
    let choice = Choice(rawValue: text.value)
    if choice == nil {
      diagnostics.append(.notOneOf(text, Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// The words of a list attribute, each one of a few.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement
  ) -> [Choice] where Choice.RawValue == String {
    words(name, of: element).compactMap { word in
      if let choice = Choice(rawValue: word.value) { return choice }
      diagnostics.append(.notOneOf(word, Choice.allCases.map(\.rawValue)))
      return nil
    }
  }

  mutating func flag(_ name: String, of element: XMLElement) -> Bool? {
    guard let text = element[name] else { return nil }
    switch text.value {
    case "yes": return true
    case "no": return false
    default:
      diagnostics.append(.notOneOf(text, ["yes", "no"]))
      return nil
    }
  }

  // MARK: References

  /// The words of a list attribute, each with its own place.
  func words(_ name: String, of element: XMLElement) -> [Located<String>] {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return [] }
    let text = attribute.value
    var words: [Located<String>] = []
    var start: Int?
    for (offset, byte) in text.string.utf8.enumerated() {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, let first = start {
        words.append(word(of: text, first..<offset))
        start = nil
      } else if !isSpace, start == nil {
        start = offset
      }
    }
    if let first = start { words.append(word(of: text, first..<text.string.utf8.count)) }
    return words
  }

  private func word(of text: XMLText, _ range: Range<Int>) -> Located<String> {
    let utf8 = text.string.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let last = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return Located(String(text.string[first..<last]), at: text.span(ofUTF8: range))
  }

  /// The ids of a list attribute that `known` holds; the others are reported.
  mutating func references<Subject>(
    _ name: String, of element: XMLElement, to known: Registry<Subject>
  ) -> [Identifier<Subject>] {
    locatedReferences(name, of: element, to: known).map(\.value)
  }

  /// The same, each with its place.
  mutating func locatedReferences<Subject>(
    _ name: String, of element: XMLElement, to known: Registry<Subject>
  ) -> [Located<Identifier<Subject>>] {
    words(name, of: element).compactMap { word in
      resolve(word, in: known).map { Located($0, at: word.span) }
    }
  }

  /// The id of an attribute, when it is there and `known` holds it.
  mutating func reference<Subject>(
    _ name: String, of element: XMLElement, to known: Registry<Subject>
  ) -> Identifier<Subject>? {
    element[name].flatMap { resolve($0, in: known) }
  }

  mutating func requiredReference<Subject>(
    _ name: String, of element: XMLElement, to known: Registry<Subject>
  ) -> Identifier<Subject>? {
    guard let text = element[name] else {
      diagnostics.append(.missingAttribute(name, on: element))
      return nil
    }
    return resolve(text, in: known)
  }

  mutating func resolve<Subject>(
    _ word: Located<String>, in known: Registry<Subject>
  ) -> Identifier<Subject>? {
    if let id = Identifier<Subject>(word.value), known.contains(id) { return id }
    diagnostics.append(.unknownReference(word, to: known.kind, among: known.names))
    return nil
  }

  // MARK: Provenance

  /// What the element rests on; an element without a `standing` has that of its parent.
  mutating func provenance(
    of element: XMLElement, sources known: Registry<Source>, inherited: Provenance? = nil
  ) -> Provenance {
    if element["standing"] == nil, element["sources"] == nil, let inherited { return inherited }
    let standing: Provenance.Standing = choice(
      "standing", of: element, default: inherited?.standing ?? .proposed)
    let sources = references("sources", of: element, to: known)
    if standing != .proposed, element["sources"] == nil, inherited?.sources.isEmpty != false {
      diagnostics.append(.missingSource(element))
    }
    return Provenance(
      standing: standing, sources: sources, basis: optionalProse("basis", of: element))
  }

  /// A child's text with what it rests on.
  mutating func statement(
    of element: XMLElement, sources known: Registry<Source>, inherited: Provenance
  ) -> Statement {
    Statement(
      text: prose(of: element),
      provenance: provenance(of: element, sources: known, inherited: inherited))
  }
}

/// The ids of one kind that the files define, with the place of each definition.
struct Registry<Subject> {
  /// How messages name the kind: « task » / « aucune tâche ».
  let kind: Phrase
  private var places: [Identifier<Subject>: SourceSpan] = [:]

  init(_ kind: Phrase) { self.kind = kind }

  func contains(_ id: Identifier<Subject>) -> Bool { places[id] != nil }

  var names: [String] { places.keys.map(\.text) }

  /// Collects the ids of `elements`; a second definition is reported and points at the first.
  mutating func define(
    _ elements: [XMLElement], attribute: String = "id", _ reader: inout ElementReader
  ) {
    for element in elements {
      guard let id: Identifier<Subject> = reader.identifier(attribute, of: element),
        let text = element[attribute]
      else { continue }
      if let first = places[id] {
        reader.diagnostics.append(.duplicate(text, first: first))
      } else {
        places[id] = text.span
      }
    }
  }
}
