package import Diagnostics
import French
package import KnowledgeBase
import Markup

/// What a basin wrote into a blank that the base has a place for.
package struct BasinFill: Hashable, Sendable {
  package let place: BasinPlace
  package let value: String
  /// The document in which it stands, as a person knows it.
  package let document: String

  package init(place: BasinPlace, value: String, document: String) {
    self.place = place
    self.value = value
    self.document = document
  }
}

/// What filled blanks would do to the basins' file.
package struct BasinFilling: Sendable {
  /// What is written, a line each.
  package let applied: [Phrase]
  /// What is not, and why, a line each.
  package let refused: [Phrase]
  /// The places of which the base says what the basin wrote, now or before.
  package let settled: Set<BasinPlace>
  /// The file as it would be; nil where nothing changes.
  package let file: SourceFile?
}

/// Writes what a basin filled in as edits of the basins' file: comments, order and formatting of all
/// else stay. What two documents say differently, what the base already knows otherwise, and what
/// does not fit its place is told and not written.
///
/// - Parameters:
///   - basin: its id; one that the base does not know takes nothing.
///   - files: the XML files of the base's folder.
/// - Throws: `Stopped` when the base cannot be read.
package func fill(
  _ basin: String, with fills: [BasinFill], in files: [SourceFile]
) throws(Stopped) -> BasinFilling {
  let nothing = BasinFilling(applied: [], refused: [], settled: [], file: nil)
  guard !fills.isEmpty, let source = file(of: .basins, in: files),
    let rolesFile = file(of: .roles, in: files)
  else { return nothing }
  let root = try parse(source, limits: .data)
  let roles = try parse(rolesFile, limits: .data).elements.compactMap { role in
    role["id"].map { ($0.value, role["short"]?.value ?? $0.value) }
  }
  guard let element = root.elements.first(where: { $0["id"]?.value == basin }) else {
    return nothing
  }
  var filler = BasinFiller(
    element, roles: Dictionary(roles, uniquingKeysWith: { first, _ in first }), source.bytes)
  var seen: Set<BasinPlace> = []
  for fill in fills where seen.insert(fill.place).inserted {
    filler.read(fill.place, fills.filter { $0.place == fill.place })
  }
  return filler.filling(of: source)
}

/// The work of filling one basin's element.
private struct BasinFiller {
  private let basin: XMLElement
  private let roles: [String: String]
  private let bytes: [UInt8]
  private var edits = XMLEdits()
  private var applied: [Phrase] = []
  private var refused: [Phrase] = []
  private var settled: Set<BasinPlace> = []
  /// Children that the basin lacks: their attributes, in the order in which they came up.
  private var newChildren: [(head: String, attributes: [UInt8])] = []

  init(_ basin: XMLElement, roles: [String: String], _ bytes: [UInt8]) {
    self.basin = basin
    self.roles = roles
    self.bytes = bytes
  }

  /// - Parameter fills: all that was written for the place, one at least.
  mutating func read(_ place: BasinPlace, _ fills: [BasinFill]) {
    guard let label = label(of: place), let first = fills.first else { return }
    let others = fills.filter { typeset($0.value) != typeset(first.value) }
    guard others.isEmpty else {
      return refuseDifferent(label, [first] + others)
    }
    guard let attributes = place.attributes(of: first.value) else {
      refused.append(
        Phrase(
          en: "\(label): « \(first.value) » (\(first.document)) does not fit here",
          fr: "\(label) : « \(first.value) » (\(first.document)) ne convient pas ici"))
      return
    }
    let child = basin.elements.first { isHome($0, of: place) }
    let there = attributes.compactMap { name, value in
      child?[name].map { (there: $0.value, value: value) }
    }
    if let other = there.first(where: { typeset($0.there) != typeset($0.value) }) {
      refused.append(
        Phrase(
          en: "\(label): « \(first.value) » (\(first.document)), and the base says "
            + "« \(other.there) »",
          fr: "\(label) : « \(first.value) » (\(first.document)), et la base dit "
            + "« \(other.there) »"))
      return
    }
    settled.insert(place)
    let missing = attributes.filter { child?[$0.name] == nil }
    guard !missing.isEmpty else { return }
    write(missing, place, child)
    applied.append(Phrase(en: "\(label): « \(first.value) »", fr: "\(label) : « \(first.value) »"))
  }

  private mutating func refuseDifferent(_ label: String, _ fills: [BasinFill]) {
    var seen: Set<String> = []
    let said = fills.filter { seen.insert($0.value).inserted }
      .map { "« \($0.value) » (\($0.document))" }.joined(separator: ", ")
    refused.append(
      Phrase(
        en: "\(label): the documents differ: \(said)",
        fr: "\(label) : les documents diffèrent : \(said)"))
  }

  /// Nil for a role that the base does not have.
  private func label(of place: BasinPlace) -> String? {
    switch place {
    case .person(let role, let field): roles[role].map { "\($0), \(field.label)" }
    case .schools(let kind): kind.label
    }
  }

  private func isHome(_ child: XMLElement, of place: BasinPlace) -> Bool {
    switch place {
    case .person(let role, _): child.name == "person" && child["role"]?.value == role
    case .schools: child.name == "school-counts"
    }
  }

  // MARK: Edits

  private mutating func write(
    _ attributes: [BasinPlace.Attribute], _ place: BasinPlace, _ child: XMLElement?
  ) {
    let text = attributes.flatMap { [UInt8(ascii: " ")] + attributeText($0.name, $0.value) }
    if let child {
      let last = child.attributes.last
      let place =
        last.map { $0.value.span.bytes.upperBound + ($0.value.string.isEmpty ? 0 : 1) }
        ?? child.nameSpan.bytes.upperBound
      edits.replace(place..<place, with: text, for: nil)
      return
    }
    let head =
      switch place {
      case .person(let role, _): "<person role=\"\(role)\""
      case .schools: "<school-counts"
      }
    if let index = newChildren.firstIndex(where: { $0.head == head }) {
      newChildren[index].attributes += text
    } else {
      newChildren.append((head, text))
    }
  }

  mutating func filling(of source: SourceFile) -> BasinFilling {
    addChildren()
    guard !edits.isEmpty else {
      return BasinFilling(applied: applied, refused: refused, settled: settled, file: nil)
    }
    let file = SourceFile(id: source.id, bytes: edits.apply(to: bytes).bytes)
    return BasinFilling(applied: applied, refused: refused, settled: settled, file: file)
  }

  private mutating func addChildren() {
    guard !newChildren.isEmpty else { return }
    let children = newChildren.flatMap { child in
      lineBreak(4) + Array(child.head.utf8) + child.attributes + Array("/>".utf8)
    }
    let end = basin.span.bytes.upperBound
    if let last = basin.elements.last {
      edits.replace(last.end..<last.end, with: children, for: nil)
    } else if basin.end == end {
      // `<basin …/>` is opened, and all that is new stands in it.
      let text = [UInt8(ascii: ">")] + children + lineBreak(2) + Array("</basin>".utf8)
      edits.replace(end - 2..<end, with: text, for: nil)
    } else {
      edits.replace(end..<end, with: children, for: nil)
    }
  }
}

extension BasinPlace {
  fileprivate typealias Attribute = (name: String, value: String)

  /// What the file says for a value that a person wrote; nil where it does not fit.
  fileprivate func attributes(of value: String) -> [Attribute]? {
    let text = oneLine(value)
    guard !text.isEmpty, text.count <= 200 else { return nil }
    switch self {
    case .person(_, .name): return Self.nameAttributes(text)
    case .person(_, .function): return [("function", text)]
    case .person(_, .phone):
      let plain = String(text.map { $0.isNumber || $0 == "+" || $0 == "." ? $0 : " " })
      guard text.allSatisfy({ $0.isNumber || " .+-\u{A0}\u{202F}".contains($0) }),
        (6...21).contains(plain.count), plain.allSatisfy(\.isASCII),
        plain.dropFirst(plain.first == "+" ? 1 : 0).first?.isNumber == true,
        !plain.dropFirst().contains("+")
      else { return nil }
      return [("phone", plain)]
    case .person(_, .mail):
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
        !text.contains(where: \.isWhitespace)
      else { return nil }
      return [("mail", text)]
    case .schools(let kind):
      // « 12 », « 12 collèges »
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let rest = text.dropFirst(digits.count)
      guard let number = Int(digits), number <= 9999, rest.allSatisfy({ !$0.isNumber }),
        rest.first.map({ $0.isWhitespace }) ?? true
      else { return nil }
      return [(kind.rawValue, String(number))]
    }
  }

  /// « Mme Claire Martin »: the civility is a thing of its own.
  private static func nameAttributes(_ text: String) -> [Attribute] {
    let civilities = [
      ("Madame", "Madame"), ("Mme", "Madame"), ("Monsieur", "Monsieur"), ("M.", "Monsieur"),
    ]
    for (written, civility) in civilities where text.hasPrefix(written) {
      let rest = text.dropFirst(written.count)
      guard let sign = rest.first, sign.isWhitespace else { continue }
      return [("civility", civility), ("name", String(rest.drop { $0.isWhitespace }))]
    }
    return [("name", text)]
  }
}

extension BasinPlace.PersonField {
  fileprivate var label: String {
    switch self {
    case .name: "nom"
    case .function: "fonction"
    case .phone: "téléphone"
    case .mail: "courriel"
    }
  }
}

extension BasinPlace.SchoolKind {
  fileprivate var label: String {
    switch self {
    case .colleges: "collèges"
    case .lycees: "lycées"
    case .schools: "écoles"
    }
  }
}
