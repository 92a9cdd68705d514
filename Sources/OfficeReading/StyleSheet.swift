import Diagnostics
import Documents
import Markup
import OfficePackages

/// What the styles of a text say, as far as it matters to its meaning; each with its parents.
struct StyleSheet: Sendable {
  struct Paragraph: Hashable, Sendable {
    var role: ParagraphRole?
    /// What it says of letters beyond what its role says.
    var traits = CharacterTraits()
    var alignment: Table.Alignment?
    var breaksBefore = false
    var breaksAfter = false
    var masterPage: String?
  }

  /// A level of a list style.
  enum ListLevel: Hashable, Sendable {
    case bullet
    case number(start: Int)
    /// Nothing stands before the items.
    case plain
  }

  private(set) var paragraphs: [String: Paragraph] = [:]
  private(set) var characters: [String: CharacterTraits] = [:]
  private(set) var lists: [String: [Int: ListLevel]] = [:]
  /// Widths of columns, in any unit as long as it is the same.
  private(set) var columnWidths: [String: Double] = [:]
  /// The least heights of rows, in millimetres.
  private(set) var rowHeights: [String: Double] = [:]
  private(set) var tablesAfterBreak: Set<String> = []
  /// By the name of the page style.
  private(set) var pages: [String: Document.Page] = [:]

  /// The styles of a section, added to those that are known already.
  ///
  /// - Parameter areAutomatic: whether they are formatting by hand, which has no name of its own.
  mutating func add(_ section: XMLElement?, areAutomatic: Bool) {
    guard let section else { return }
    let elements = section.elements
    var resolver = Resolver(elements, areAutomatic: areAutomatic)
    for style in elements {
      guard let name = style["style:name"]?.value else { continue }
      switch style.name {
      case "style:style": add(style, name, &resolver)
      case "text:list-style": lists[name] = Self.levels(of: style)
      default: break
      }
    }
  }

  /// The page styles (`office:master-styles`) with their layouts.
  mutating func addPages(_ section: XMLElement?, layouts: XMLElement?) {
    var orientations: [String: Document.Page] = [:]
    for layout in layouts?.elements ?? [] where layout.name == "style:page-layout" {
      if let name = layout["style:name"]?.value { orientations[name] = Self.page(of: layout) }
    }
    for page in section?.elements ?? [] where page.name == "style:master-page" {
      guard let name = page["style:name"]?.value else { continue }
      pages[name] = page["style:page-layout-name"].flatMap { orientations[$0.value] }
    }
  }

  private mutating func add(_ style: XMLElement, _ name: String, _ resolver: inout Resolver) {
    switch style["style:family"]?.value {
    case "paragraph": paragraphs[name] = resolver.paragraph(name, in: self)
    case "text": characters[name] = resolver.character(name, in: self)
    case "table-column":
      let properties = style.elements.first { $0.name == "style:table-column-properties" }
      // The relative width comes from programs that give no other.
      columnWidths[name] =
        properties?["style:column-width"].flatMap { millimetres($0.value) }
        ?? properties?["style:rel-column-width"].flatMap { Double($0.value.dropLast()) }
    case "table-row":
      let properties = style.elements.first { $0.name == "style:table-row-properties" }
      let height = properties?["style:min-row-height"] ?? properties?["style:row-height"]
      rowHeights[name] = height.flatMap { millimetres($0.value) }
    case "table":
      let properties = style.elements.first { $0.name == "style:table-properties" }
      if properties?["fo:break-before"]?.value == "page" { tablesAfterBreak.insert(name) }
    default: break
    }
  }

  private static func levels(of style: XMLElement) -> [Int: ListLevel] {
    var levels: [Int: ListLevel] = [:]
    for level in style.elements {
      guard let number = level["text:level"].flatMap({ Int($0.value) }) else { continue }
      if level.name == "text:list-level-style-number" {
        let start = level["text:start-value"].flatMap { Int($0.value) } ?? 1
        levels[number] =
          level["style:num-format"]?.value.isEmpty == false ? .number(start: start) : .plain
      } else {
        levels[number] = .bullet
      }
    }
    return levels
  }

  private static func page(of layout: XMLElement) -> Document.Page {
    let properties = layout.elements.first { $0.name == "style:page-layout-properties" }
    if let orientation = properties?["style:print-orientation"]?.value {
      return orientation == "landscape" ? .landscape : .portrait
    }
    let width = properties?["fo:page-width"].flatMap { millimetres($0.value) } ?? 0
    let height = properties?["fo:page-height"].flatMap { millimetres($0.value) } ?? 0
    return width > height ? .landscape : .portrait
  }
}

/// Follows styles to their parents, each once. A cycle ends where it closes: Writer shows such a
/// document, so it is read.
private struct Resolver {
  private var styles: [String: [String: XMLElement]] = [:]
  private let areAutomatic: Bool
  private var open: Set<String> = []
  private var paragraphs: [String: StyleSheet.Paragraph] = [:]
  private var characters: [String: CharacterTraits] = [:]

  init(_ elements: [XMLElement], areAutomatic: Bool) {
    self.areAutomatic = areAutomatic
    for element in elements where element.name == "style:style" {
      guard let name = element["style:name"], let family = element["style:family"] else { continue }
      styles[family.value, default: [:]][name.value] = element
    }
  }

  mutating func paragraph(_ name: String, in sheet: StyleSheet) -> StyleSheet.Paragraph {
    if let known = paragraphs[name] { return known }
    guard let element = styles["paragraph"]?[name], open.count < 200, open.insert(name).inserted
    else { return sheet.paragraphs[name] ?? StyleSheet.Paragraph() }
    defer { open.remove(name) }
    let parent = element["style:parent-style-name"]?.value
    var style =
      parent.map { paragraph($0, in: sheet) } ?? StyleSheet.Paragraph()
    style.read(element, name: areAutomatic ? nil : shownName(of: element, name))
    paragraphs[name] = style
    return style
  }

  mutating func character(_ name: String, in sheet: StyleSheet) -> CharacterTraits {
    if let known = characters[name] { return known }
    guard let element = styles["text"]?[name], open.count < 200, open.insert(name).inserted
    else { return sheet.characters[name] ?? CharacterTraits() }
    defer { open.remove(name) }
    let parent = element["style:parent-style-name"]?.value
    let inherited = parent.map { character($0, in: sheet) } ?? CharacterTraits()
    let own = areAutomatic ? nil : CharacterTraits(styleName: shownName(of: element, name))
    let traits = inherited.overridden(by: own ?? CharacterTraits(of: element))
    characters[name] = traits
    return traits
  }

  private func shownName(of style: XMLElement, _ name: String) -> String {
    style["style:display-name"]?.value ?? decodedStyleName(name)
  }
}

extension StyleSheet.Paragraph {
  /// Adds to what the parents say what the style itself does.
  ///
  /// - Parameter name: as Writer shows it; nil for an automatic style.
  fileprivate mutating func read(_ style: XMLElement, name: String?) {
    role = name.flatMap(ParagraphRole.init(styleName:)) ?? role
    if let level = style["style:default-outline-level"].flatMap({ Int($0.value) }), role == nil {
      role = .heading(min(max(level, 1), 10))
    }
    traits = traits.overridden(by: CharacterTraits(of: style))
    if name != nil, role?.ownsLook == true { traits = CharacterTraits() }
    if role == .preformatted { traits.isCode = true }
    if let page = style["style:master-page-name"]?.value {
      masterPage = page.isEmpty ? nil : page
    } else if name != nil {
      masterPage = nil
    }
    for properties in style.elements where properties.name == "style:paragraph-properties" {
      if let before = properties["fo:break-before"]?.value { breaksBefore = before == "page" }
      if let after = properties["fo:break-after"]?.value { breaksAfter = after == "page" }
      switch properties["fo:text-align"]?.value {
      case "center": alignment = .center
      case "end", "right": alignment = .end
      case "start", "left", "justify": alignment = .start
      default: break
      }
    }
  }
}

/// A length in any unit of 18.3.18 as millimetres.
func millimetres(_ text: String) -> Double? {
  let units: [(unit: String, millimetres: Double)] = [
    ("mm", 1), ("cm", 10), ("in", 25.4), ("pt", 25.4 / 72), ("pc", 25.4 / 6), ("px", 25.4 / 96),
  ]
  for (unit, factor) in units where text.hasSuffix(unit) {
    guard let number = Double(text.dropLast(unit.count)), number.isFinite else { return nil }
    return number * factor
  }
  return nil
}
