package import Documents
import Markup

/// One offline site: a kit, or any set of pages that share a table of contents.
///
/// Made once for a kit: the navigation is written here, once for each folder depth, and every page
/// copies it. `page(for:)` is a pure function of the site and the document, so pages may be
/// rendered in parallel. An outline without folders gives pages without navigation.
package struct Site: Sendable {
  let outline: Outline
  let stylesheet: String
  let script: String
  let footer: String
  let mentions: [Paragraph]
  let brand: String

  /// The side list for pages at the root, in a folder, in a folder of a folder…
  private let navigations: [Navigation]
  /// Where each page stands in the outline, by its path.
  private let positions: [String: Position]

  struct Position: Hashable, Sendable {
    var folder: Int
    var entry: Int
  }

  /// - Parameters:
  ///   - outline: The table of contents, in reading order.
  ///   - stylesheet: The stylesheet's path from the site's root.
  ///   - script: The script's path from the site's root; every page is whole without it.
  ///   - footer: One line at the foot of every page.
  ///   - mentions: What every page must say, on paper too: who pays for the whole, say.
  ///   - brand: One line above the kit's title: the academy.
  package init(
    outline: Outline, stylesheet: String, script: String, footer: String,
    mentions: [Paragraph] = [], brand: String
  ) {
    self.outline = outline
    self.stylesheet = stylesheet
    self.script = script
    self.footer = footer
    self.mentions = mentions
    self.brand = brand
    var positions: [String: Position] = [:]
    var deepest = outline.home.depth
    for (folderIndex, folder) in outline.folders.enumerated() {
      for (entryIndex, entry) in folder.entries.enumerated() {
        let position = Position(folder: folderIndex, entry: entryIndex)
        positions[entry.place.path(as: .html)] = position
        deepest = max(deepest, entry.place.depth)
      }
    }
    self.positions = positions
    navigations = (0...deepest).map { Navigation(of: outline, atDepth: $0) }
  }

  /// The document's page: a complete HTML document in UTF-8, for `document.place.path(as: .html)`.
  ///
  /// One pass over the document, one growing buffer.
  package func page(for document: Document) -> [UInt8] {
    let position = positions[document.place.path(as: .html)]
    var page = PageWriter(at: document.place, reserving: 8192 + 256 * positions.count)
    page.openPage(document, of: self)
    page.html.markup("<div class=\"frame\">\n<div class=\"column\">\n")
    page.trail(document, position, of: self)
    page.html.markup("<main id=\"contenu\">\n")
    page.opening(of: document)
    page.html.markup("<div class=\"body\">\n")
    page.write(document.body)
    page.writeNotes()
    page.html.markup("</div>\n</main>\n")
    page.steps(around: position, in: outline)
    page.html.markup("</div>\n")
    if !outline.folders.isEmpty {
      let isHome = document.place.isSamePlace(as: outline.home)
      navigation(atDepth: document.place.depth)
        .write(to: &page.html, marking: isHome ? .home : position.map { .entry($0) })
    }
    page.html.markup("</div>\n")
    page.closePage(of: self)
    return page.finish()
  }

  private func navigation(atDepth depth: Int) -> Navigation {
    depth < navigations.count ? navigations[depth] : Navigation(of: outline, atDepth: depth)
  }
}
