import Diagnostics
import Markup
import OfficePackages

/// Tells whether a basin changed how its document looks as a whole: a style that people know, the
/// page, its header or footer.
///
/// An office program writes every style anew, with more than was there and in other units; so only
/// what both versions say counts, and lengths that differ by less than one can see are the same.
enum LookChanges {
  static func areThere(_ base: [XMLElement], _ theirs: [XMLElement]) -> Bool {
    stylesDiffer(base, theirs) || pagesDiffer(base, theirs)
  }

  // MARK: Styles

  private static func stylesDiffer(_ base: [XMLElement], _ theirs: [XMLElement]) -> Bool {
    let own = StyleBook(automatic: [], common: common(base)).common
    let other = StyleBook(automatic: [], common: common(theirs)).common
    return own.contains { name, style in
      guard ["paragraph", "text"].contains(name.family), let there = other[name] else {
        return false
      }
      return differ(settings(of: style), settings(of: there))
    }
  }

  private static let counted: Set<String> = [
    "fo:font-weight", "fo:font-style", "fo:color", "fo:font-size", "style:font-name",
    "fo:background-color", "fo:text-align", "fo:line-height", "fo:margin-left", "fo:margin-right",
    "fo:margin-top", "fo:margin-bottom", "fo:page-width", "fo:page-height",
    "style:print-orientation",
  ]

  private static func settings(of style: XMLElement) -> [String: String] {
    var settings: [String: String] = [:]
    for properties in style.elements where properties.name.hasSuffix("-properties") {
      for attribute in properties.attributes where counted.contains(attribute.name) {
        settings[attribute.name] = attribute.value.string.lowercased()
      }
    }
    return settings
  }

  private static func differ(_ first: [String: String], _ second: [String: String]) -> Bool {
    first.contains { name, value in
      guard let other = second[name], other != value else { return false }
      guard let length = millimetres(value), let otherLength = millimetres(other) else {
        return !(sides(value) == sides(other))
      }
      return abs(length - otherLength) > 0.2
    }
  }

  private static func sides(_ value: String) -> String {
    switch value {
    case "left": "start"
    case "right": "end"
    default: value
    }
  }

  /// A length (ODF 1.3 part 3, 18.3.18); nil for anything else.
  static func millimetres(_ text: String) -> Double? {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = Double(number) else { return nil }
    switch text.dropFirst(number.count) {
    case "mm": return value
    case "cm": return value * 10
    case "in": return value * 25.4
    case "pt": return value * 25.4 / 72
    default: return nil
    }
  }

  // MARK: Pages

  private static func pagesDiffer(_ base: [XMLElement], _ theirs: [XMLElement]) -> Bool {
    let keys = pages(of: base, pages(of: theirs, (KeyTable(), [:])))
    let others = pages(of: theirs, (keys.table, [:]))
    return keys.pages.contains { name, page in
      guard let other = others.pages[name] else { return false }
      return page.text != other.text || differ(page.layout, other.layout)
    }
  }

  private typealias Page = (text: [Int], layout: [String: String])

  private static func pages(
    of sections: [XMLElement], _ start: (table: KeyTable, pages: [String: Page])
  ) -> (table: KeyTable, pages: [String: Page]) {
    let styles = StyleBook(
      automatic: sections.filter { $0.name == "office:automatic-styles" },
      common: common(sections))
    var reader = PassageReader(styles, start.table)
    var pages: [String: Page] = [:]
    let masters = sections.filter { $0.name == "office:master-styles" }.flatMap(\.elements)
    for master in masters where master.name == "style:master-page" {
      guard let name = master["style:name"]?.value else { continue }
      let parts = master.elements.filter {
        ["style:header", "style:footer"].contains($0.name)
          && $0["style:display"]?.value != "false"
      }
      let text = parts.flatMap { part in reader.blocks(of: part).map(\.key) }
      let layout = master["style:page-layout-name"].flatMap { layout in
        styles.automatic[StyleName(family: Family.page, name: layout.value)]
      }
      pages[name] = (text, layout.map(settings) ?? [:])
    }
    return (reader.keys, pages)
  }

  static func common(_ sections: [XMLElement]) -> [XMLElement] {
    sections.filter { $0.name == "office:styles" }
  }
}
