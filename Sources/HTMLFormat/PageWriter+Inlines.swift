import Documents
import Markup

extension PageWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): html.text(text)
    case .strong(let inner):
      html.markup("<strong>")
      write(inner)
      html.markup("</strong>")
    case .emphasis(let inner):
      html.markup("<em>")
      write(inner)
      html.markup("</em>")
    case .superscript(let inner):
      html.markup("<sup>")
      write(inner)
      html.markup("</sup>")
    case .subscript(let inner):
      html.markup("<sub>")
      write(inner)
      html.markup("</sub>")
    case .code(let text):
      html.markup("<code>")
      html.text(text)
      html.markup("</code>")
    case .link(let link): write(link)
    case .blank(let blank):
      html.markup(
        "<span class=\"blank\"><span class=\"unseen\">à compléter\u{A0}: </span>")
      html.text(blank.name)
      html.markup("</span>")
    case .picture(let picture): write(picture)
    case .note(let note): write(note)
    case .mark(let name):
      html.markup("<span id=\"")
      markID(name)
      html.markup("\"></span>")
    case .box:
      html.markup("<span class=\"box\" aria-hidden=\"true\">☐</span>")
      html.markup("<span class=\"unseen\">case à cocher</span>")
    case .lineBreak: html.markup("<br>")
    }
  }

  /// A link, or only its text where no link may stand: within another one, or to an address of a
  /// kind that is not only for going somewhere.
  mutating func write(_ link: Link) {
    guard !isInLink else { return write(link.inlines) }
    switch link.target {
    case .document(let target):
      let format = target.nearest(to: .html)
      html.markup("<a")
      href(to: target, as: format)
      close(link, format)
    case .file(let path):
      html.markup("<a href=\"")
      html.up(depth)
      html.path(path)
      html.markup("\"")
      close(link, .html)
    case .address(let address):
      guard isSafeAddress(address) else { return write(link.inlines) }
      html.markup("<a")
      html.href(toAddress: address)
      close(link, .html)
    case .mark(let name):
      html.markup("<a href=\"#")
      markID(name)
      html.markup("\"")
      close(link, .html)
    }
  }

  private mutating func close(_ link: Link, _ format: DocumentPlace.Format) {
    html.markup(">")
    isInLink = true
    write(link.inlines)
    isInLink = false
    html.fileType(format)
    html.markup("</a>")
  }
}

// MARK: Pictures, marks and notes

extension PageWriter {
  /// The sizes are those of CSS, 96 dots to the inch; the stylesheet lets no picture be wider than
  /// its column.
  private mutating func write(_ picture: Picture) {
    html.markup("<img src=\"")
    html.up(depth)
    html.path(picture.path)
    html.markup("\"")
    html.attribute("alt", picture.description)
    if let size = picture.size {
      html.markup(" width=\"")
      html.number((size.widthMillimetres * 960 + 127) / 254)
      html.markup("\" height=\"")
      html.number((size.heightMillimetres * 960 + 127) / 254)
      html.markup("\"")
    }
    html.markup(">")
  }

  private mutating func markID(_ name: String) {
    let number = marks[name] ?? marks.count + 1
    marks[name] = number
    html.markup("repere_")
    html.number(number)
  }

  /// The number of a note, which leads to it; within a link it leads nowhere.
  private mutating func write(_ note: Note) {
    notes.append(note)
    let number = notes.count
    html.markup("<sup class=\"call-of-note\">")
    if isInLink {
      html.number(number)
    } else {
      html.markup("<a id=\"appel_")
      html.number(number)
      html.markup("\" href=\"#note_")
      html.number(number)
      html.markup("\"><span class=\"unseen\">Note\u{A0}</span>")
      html.number(number)
      html.markup("</a>")
    }
    html.markup("</sup>")
  }

  /// All notes of the page, each with the way back to its call.
  mutating func writeNotes() {
    guard !notes.isEmpty else { return }
    html.markup("<section class=\"notes\" aria-labelledby=\"notes_titre\">\n")
    html.markup("<h2 id=\"notes_titre\">Notes</h2>\n<ol>\n")
    var number = 1
    // A note may bring another one.
    while number <= notes.count {
      html.markup("<li id=\"note_")
      html.number(number)
      html.markup("\">")
      writeWithin(notes[number - 1].blocks)
      html.markup(" <a class=\"back\" href=\"#appel_")
      html.number(number)
      html.markup("\"><span aria-hidden=\"true\">↩</span><span class=\"unseen\">")
      html.markup("Retour à l’appel de la note\u{A0}")
      html.number(number)
      html.markup("</span></a></li>\n")
      number += 1
    }
    html.markup("</ol>\n</section>\n")
  }
}
