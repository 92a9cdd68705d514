import Diagnostics
import Markup

/// A style is known by its family and its name.
struct StyleName: Hashable, Sendable {
  let family: String
  let name: String
}

/// The styles of one version of a document: what text in them looks like, whatever they are called.
///
/// A look is the name of a style that people know, and what is set by hand on top of it. Of that,
/// only what a person sets counts: an office program writes much more, and not always the same.
struct StyleBook: Sendable {
  private(set) var automatic: [StyleName: XMLElement] = [:]
  private(set) var common: [StyleName: XMLElement] = [:]
  private var looks: [StyleName: String] = [:]

  /// - Parameters:
  ///   - automatic: the sections with automatic styles.
  ///   - common: the sections with the styles that people know.
  init(automatic: [XMLElement], common: [XMLElement]) {
    self.automatic = Self.byName(automatic)
    self.common = Self.byName(common)
    for (name, style) in self.automatic { looks[name] = look(of: style, name.family) }
  }

  private static func byName(_ sections: [XMLElement]) -> [StyleName: XMLElement] {
    var styles: [StyleName: XMLElement] = [:]
    for style in sections.flatMap(\.elements) {
      if let name = StyleName(of: style), styles[name] == nil { styles[name] = style }
    }
    return styles
  }

  /// The look of a style; empty for none.
  func look(_ name: String?, _ family: String) -> String {
    guard let name, !name.isEmpty else { return "" }
    return looks[StyleName(family: family, name: name)] ?? name
  }

  /// The style that people know under the one of this name.
  func known(_ name: String?, _ family: String) -> String? {
    guard let name else { return nil }
    guard let style = automatic[StyleName(family: family, name: name)] else { return name }
    return style["style:parent-style-name"]?.value
  }

  // MARK: Looks

  private func look(of style: XMLElement, _ family: String) -> String {
    let parent = style["style:parent-style-name"]?.value ?? ""
    let inherited = inherited(StyleName(family: family, name: parent))
    let own = Self.settings(of: style).filter { name, value in
      (inherited[name] ?? Self.defaults[name]) != value
    }
    guard !own.isEmpty else { return parent }
    let set = own.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
    return "\(parent)|\(set)"
  }

  /// What a known style and those above it set. Circles come to an end.
  private func inherited(_ name: StyleName) -> [String: String] {
    var settings: [String: String] = [:]
    var next = name.name
    for _ in 0..<64 {
      guard let style = common[StyleName(family: name.family, name: next)] else { break }
      settings.merge(Self.settings(of: style)) { nearer, _ in nearer }
      guard let parent = style["style:parent-style-name"]?.value else { break }
      next = parent
    }
    return settings
  }

  static func settings(of style: XMLElement) -> [String: String] {
    var settings: [String: String] = [:]
    for properties in style.elements where properties.name.hasSuffix("-properties") {
      for attribute in properties.attributes where counted.contains(attribute.name) {
        settings[attribute.name] = normal(attribute.value.string)
      }
    }
    return settings
  }

  /// What a person sets by hand.
  private static let counted: Set<String> = [
    "fo:font-weight", "fo:font-style", "style:text-underline-style",
    "style:text-line-through-style", "fo:color", "fo:background-color", "fo:font-size",
    "style:font-name", "style:text-position", "fo:font-variant", "fo:text-transform",
    "fo:text-align", "fo:break-before", "fo:break-after",
  ]

  private static let defaults = [
    "fo:font-weight": "normal", "fo:font-style": "normal", "style:text-underline-style": "none",
    "style:text-line-through-style": "none", "fo:background-color": "transparent",
    "style:text-position": "0% 100%", "fo:font-variant": "normal", "fo:text-transform": "none",
    "fo:text-align": "start", "fo:break-before": "auto", "fo:break-after": "auto",
  ]

  private static func normal(_ value: String) -> String {
    switch value {
    case "left": "start"
    case "right": "end"
    default: value.lowercased()
    }
  }
}

extension StyleName {
  /// The name of a style's element; nil for what is no style.
  init?(of style: XMLElement) {
    guard let name = style["style:name"]?.value else { return nil }
    switch style.name {
    case "style:style":
      guard let family = style["style:family"]?.value else { return nil }
      self.init(family: family, name: name)
    case "text:list-style": self.init(family: Family.list, name: name)
    case "style:page-layout": self.init(family: Family.page, name: name)
    default:
      guard style.name.hasPrefix("number:") else { return nil }
      self.init(family: Family.data, name: name)
    }
  }

  /// The style that an attribute names; nil for an attribute that names none.
  init?(named name: String, by attribute: String, of element: XMLElement) {
    let family: String
    switch attribute {
    case "text:style-name":
      switch element.name {
      case "text:p", "text:h": family = Family.paragraph
      case "text:list", "text:list-item", "text:numbered-paragraph": family = Family.list
      case "text:section", "text:table-of-content": family = Family.section
      default: family = Family.text
      }
    case "text:visited-style-name": family = Family.text
    case "table:style-name":
      switch element.name {
      case "table:table-column": family = "table-column"
      case "table:table-row": family = "table-row"
      case "table:table-cell", "table:covered-table-cell": family = "table-cell"
      default: family = "table"
      }
    case "table:default-cell-style-name": family = "table-cell"
    case "draw:style-name": family = "graphic"
    case "draw:text-style-name", "text:cond-style-name": family = Family.paragraph
    case "style:list-style-name": family = Family.list
    case "style:data-style-name": family = Family.data
    case "style:apply-style-name": family = Family.paragraph
    default: return nil
    }
    self.init(family: family, name: name)
  }
}

/// The families that have no attribute of that name, and those that are asked for by name.
enum Family {
  static let paragraph = "paragraph"
  static let text = "text"
  static let section = "section"
  static let list = "list"
  static let data = "data"
  static let page = "page"
}
