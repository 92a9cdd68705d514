import Documents
import Markup

// How a document opens: its title, the small header common to all formats, and what one can do with
// it. Letters and forms, which leave the team, show the header on screen only: the stylesheet keeps
// it from paper.

extension PageWriter {
  mutating func opening(of document: Document) {
    html.markup("<h1>")
    html.text(document.title)
    html.markup("</h1>\n<div class=\"about\">\n")
    about(document.header)
    html.markup("</div>\n<p class=\"actions\">")
    if document.place.formats.contains(.odt) {
      html.markup("<a class=\"action\"")
      html.href(toNeighbour: document.place, as: .odt)
      html.markup(">Modifier (ODT)</a> ")
    }
    if document.place.formats.contains(.ods) {
      html.markup("<a class=\"action\"")
      html.href(toNeighbour: document.place, as: .ods)
      html.markup(">Remplir dans un tableur (ODS)</a> ")
    }
    // The script shows the button, as without it there is nothing to press.
    html.markup("<button class=\"action print\" type=\"button\" hidden>Imprimer</button></p>\n")
  }

  private mutating func about(_ header: DocumentHeader) {
    if !header.context.isEmpty {
      html.markup("<p class=\"context\">")
      html.text(header.context)
      html.markup("</p>\n")
    }
    if let notice = header.notice {
      html.markup("<p class=\"notice\"><span aria-hidden=\"true\">⚠\u{FE0E} </span>")
      html.text(notice)
      html.markup("</p>\n")
    }
    guard header.hasLines else { return }
    html.markup("<dl>\n")
    line("À quoi ça sert", header.purpose)
    line("Pour qui", header.audience)
    line("Quand", header.moment)
    if !header.related.isEmpty {
      html.markup("<div><dt>Voir aussi</dt><dd>")
      for (index, related) in header.related.enumerated() {
        if index > 0 { html.markup(", ") }
        write(related)
      }
      html.markup("</dd></div>\n")
    }
    line("Sigles", header.abbreviationLine)
    line("Kit du", header.issued)
    html.markup("</dl>\n")
    for note in header.notes { write(.paragraph(note)) }
  }

  private mutating func line(_ label: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    html.markup("<div><dt>")
    html.markup(label)
    html.markup("</dt><dd>")
    html.text(value)
    html.markup("</dd></div>\n")
  }
}

extension DocumentHeader {
  fileprivate var hasLines: Bool {
    !(purpose.isEmpty && audience.isEmpty && moment.isEmpty && related.isEmpty
      && abbreviations.isEmpty && issued.isEmpty)
  }
}
