import Diagnostics
import Markup

/// The styles of the basin's document that its passages bring into the new one.
///
/// Automatic styles get names that the new document does not have; a style that people know keeps
/// its name, and is added where the new document lacks it.
struct StyleImport {
  private let theirs: StyleBook
  private let new: StyleBook
  private let pages: Set<String>
  private var taken: Set<String>
  private var names: [StyleName: String] = [:]
  /// In the order in which they were asked for.
  private(set) var automatic: [(name: StyleName, as: String)] = []
  private(set) var common: [StyleName] = []
  private(set) var fonts: [String] = []

  /// - Parameter pages: the names of the page styles that the merged document has.
  init(from theirs: StyleBook, into new: StyleBook, pages: Set<String>) {
    self.theirs = theirs
    self.new = new
    self.pages = pages
    taken = Set(new.automatic.keys.map(\.name)).union(new.common.keys.map(\.name))
      .union(theirs.common.keys.map(\.name))
  }

  /// A name that no style of the merged document has.
  mutating func freshName(_ stem: String) -> String {
    var number = 1
    while !taken.insert("\(stem)\(number)").inserted { number += 1 }
    return "\(stem)\(number)"
  }

  /// The name under which a style of theirs stands in the merged document.
  mutating func name(of style: StyleName) -> String {
    if let name = names[style] { return name }
    guard let element = theirs.automatic[style] else {
      bring(style)
      return style.name
    }
    let name = freshName("Bassin")
    names[style] = name
    automatic.append((style, name))
    if let parent = element["style:parent-style-name"]?.value {
      bring(StyleName(family: style.family, name: parent))
    }
    return name
  }

  func hasPage(_ name: String) -> Bool { name.isEmpty || pages.contains(name) }

  mutating func ask(forFont name: String) {
    if !fonts.contains(name) { fonts.append(name) }
  }

  /// Adds a known style, and those that it stands on, unless the new document has them.
  mutating func bring(_ style: StyleName) {
    var next = style
    while new.common[next] == nil, let element = theirs.common[next], !common.contains(next) {
      common.append(next)
      for name in ["style:list-style-name", "style:data-style-name"] {
        guard let value = element[name]?.value,
          let list = StyleName(named: value, by: name, of: element)
        else { continue }
        if new.common[list] == nil, theirs.common[list] != nil, !common.contains(list) {
          common.append(list)
        }
      }
      guard let parent = element["style:parent-style-name"]?.value else { return }
      next = StyleName(family: next.family, name: parent)
    }
  }
}
