import Documents
import Markup

// What stands around the body: head, banner, breadcrumb, the small header, the way to the
// neighbours, foot.
//
// The main part comes before the side list in the source, so that a phone, a screen reader and the
// Tab key meet the text first; the stylesheet puts the list beside it on wide screens.

extension PageWriter {
  /// From the doctype to the end of the banner.
  mutating func openPage(_ document: Document, of site: Site) {
    html.markup(
      """
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>
      """)
    html.text(document.title)
    if document.title != site.outline.title {
      html.markup(" – ")
      html.text(site.outline.title)
    }
    // Named media, as a voice or a Braille line has no use for colours and columns.
    html.markup("</title>\n<link rel=\"stylesheet\" media=\"screen, print\" href=\"")
    html.up(depth)
    html.path(site.stylesheet)
    html.markup("\">\n</head>\n<body class=\"")
    html.markup(kindClass(document.kind))
    html.markup(pageClass(document.page))
    html.markup(site.outline.folders.isEmpty ? " alone\">\n" : "\">\n")
    html.markup("<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>\n")
    banner(of: site)
  }

  private mutating func banner(of site: Site) {
    html.markup("<header class=\"banner\">\n<p class=\"brand\">")
    html.text(site.brand)
    html.markup("</p>\n<p class=\"kit\"><a")
    href(to: site.outline.home, as: .html)
    html.markup(">")
    html.text(site.outline.title)
    html.markup("</a></p>\n")
    if !site.outline.folders.isEmpty {
      html.markup("<p class=\"to-plan\"><a href=\"#plan\">Dans ce kit</a></p>\n")
    }
    html.markup("</header>\n")
  }

  /// From the footer to the end.
  mutating func closePage(of site: Site) {
    html.markup("<footer class=\"foot\">\n")
    if !site.mentions.isEmpty {
      html.markup("<div class=\"mentions\">\n")
      write(site.mentions.map { .paragraph($0) })
      html.markup("</div>\n")
    }
    html.markup("<p>")
    html.text(site.footer)
    html.markup("</p>\n</footer>\n<script src=\"")
    html.up(depth)
    html.path(site.script)
    html.markup("\" defer></script>\n</body>\n</html>\n")
  }

  /// The breadcrumb: home, folder, document. Home itself has none.
  mutating func trail(_ document: Document, _ position: Site.Position?, of site: Site) {
    guard !place.isSamePlace(as: site.outline.home) else { return }
    html.markup("<nav class=\"trail\" aria-label=\"Fil d’Ariane\">\n<ol>\n<li><a")
    href(to: site.outline.home, as: .html)
    html.markup(">Accueil</a></li>\n")
    if let position {
      html.markup("<li>")
      html.text(site.outline.folders[position.folder].title)
      html.markup("</li>\n")
    }
    html.markup("<li aria-current=\"page\">")
    html.text(document.title)
    html.markup("</li>\n</ol>\n</nav>\n")
  }

  /// The links to the documents before and after this one in its folder.
  mutating func steps(around position: Site.Position?, in outline: Outline) {
    guard let position else { return }
    let entries = outline.folders[position.folder].entries
    let hasPrevious = position.entry > 0
    let hasNext = position.entry + 1 < entries.count
    guard hasPrevious || hasNext else { return }
    html.markup("<nav class=\"steps\" aria-label=\"Dans le même dossier\">\n")
    if hasPrevious {
      html.markup("<p class=\"previous\"><span class=\"way\">Précédent\u{A0}:</span> ")
      step(to: entries[position.entry - 1])
    }
    if hasNext {
      html.markup("<p class=\"next\"><span class=\"way\">Suivant\u{A0}:</span> ")
      step(to: entries[position.entry + 1])
    }
    html.markup("</nav>\n")
  }

  private mutating func step(to entry: Outline.Entry) {
    let format = entry.place.nearest(to: .html)
    html.markup("<a")
    href(to: entry.place, as: format)
    html.markup(">")
    html.text(entry.title)
    html.fileType(format)
    html.markup("</a></p>\n")
  }
}

private func kindClass(_ kind: Document.Kind) -> StaticString {
  switch kind {
  case .sheet: "kind-sheet"
  case .letter: "kind-letter"
  case .form: "kind-form"
  }
}

private func pageClass(_ page: Document.Page) -> StaticString {
  switch page {
  case .portrait: " portrait"
  case .landscape: " landscape"
  }
}
