import Documents
import Markup

/// The side list of a site: home, folders and their documents, as seen from one folder depth.
///
/// All pages of one depth share the same links, and differ only in which folder is open and which
/// link is the current page. The list is therefore written once and cut at the places where a page
/// may say so: after `<a` of home, after `<details` of each folder, after `<a` of each entry. A
/// page copies the pieces and fills at most two of the cuts.
struct Navigation: Sendable {
  enum Current {
    case home
    case entry(Site.Position)
  }

  /// One more than there are cuts; cut `i` lies after piece `i`, and cut 0 is home's.
  private var pieces: [MarkupFragment] = []
  /// The cut of each folder; the cuts of its entries follow in order.
  private var folderCuts: [Int] = []

  init(of outline: Outline, atDepth depth: Int) {
    var html = MarkupWriter(reserving: 512)
    html.markup(
      """
      <nav class="plan" id="plan" aria-labelledby="plan_titre">
      <h2 id="plan_titre">Dans ce kit</h2>
      <p><a
      """)
    cut(&html)
    html.href(to: outline.home, as: .html, fromDepth: depth)
    html.markup(">Accueil du kit</a></p>\n")
    for folder in outline.folders {
      folderCuts.append(pieces.count)
      if folder.entries.isEmpty { continue }
      html.markup("<details")
      cut(&html)
      html.markup("><summary>")
      html.text(folder.title)
      html.markup("</summary>\n<ul>\n")
      for entry in folder.entries {
        html.markup("<li><a")
        cut(&html)
        let format = entry.place.nearest(to: .html)
        html.href(to: entry.place, as: format, fromDepth: depth)
        html.markup(">")
        html.text(entry.title)
        html.fileType(format)
        html.markup("</a></li>\n")
      }
      html.markup("</ul>\n</details>\n")
    }
    html.markup("</nav>\n")
    cut(&html)
  }

  /// Writes the list, with `current` marked and its folder open.
  func write(to html: inout MarkupWriter, marking current: Current?) {
    var openCut: Int?
    var currentCut: Int?
    switch current {
    case .home: currentCut = 0
    case .entry(let position):
      openCut = folderCuts[position.folder]
      currentCut = folderCuts[position.folder] + 1 + position.entry
    case nil: break
    }
    for (index, piece) in pieces.enumerated() {
      html.append(piece)
      if index == openCut { html.markup(" open") }
      if index == currentCut { html.markup(" aria-current=\"page\"") }
    }
  }

  /// Ends a piece here.
  private mutating func cut(_ html: inout MarkupWriter) {
    var piece = MarkupWriter(reserving: 512)
    swap(&piece, &html)
    pieces.append(piece.finishFragment())
  }
}
