import Documents
import Markup

// A letter is laid out as the sheet it will be printed on: the zones in the order of French usage
// (after NF Z 11-001), the addressee where the envelope's window is.

extension PageWriter {
  mutating func write(_ letter: Letter) {
    html.markup("<div class=\"letter\">\n<div class=\"zones\">\n<div class=\"from\">\n")
    if !letter.letterhead.isEmpty {
      html.markup("<div class=\"letterhead\">\n")
      write(letter.letterhead)
      html.markup("</div>\n")
    }
    if !letter.logo.isEmpty {
      html.markup("<p class=\"logo\">")
      html.text(letter.logo)
      html.markup("</p>\n")
    }
    lines(letter.sender, "sender")
    html.markup("</div>\n")
    lines(letter.addressee, "addressee")
    line(letter.placeAndDate, "place-date")
    lines(letter.references, "references")
    html.markup("</div>\n")
    line("Objet\u{A0}: ", letter.subject, "subject")
    if let attachments = letter.attachments {
      line("P.\u{A0}J.\u{A0}: ", attachments, "attachments")
    }
    line(letter.call, "call")
    write(letter.body)
    line(letter.closing, "closing")
    lines(letter.signature, "signature")
    for copy in letter.copies { line("Copie à\u{A0}: ", copy, "copy") }
    html.markup("</div>\n")
  }

  /// One paragraph of several lines; none if there are none.
  private mutating func lines(_ lines: [Letter.Line], _ zone: StaticString) {
    guard !lines.isEmpty else { return }
    html.markup("<p class=\"")
    html.markup(zone)
    html.markup("\">")
    for (index, line) in lines.enumerated() {
      if index > 0 { html.markup("<br>\n") }
      write(line)
    }
    html.markup("</p>\n")
  }

  /// One paragraph; none for a zone that the letter leaves out.
  private mutating func line(_ line: Letter.Line, _ zone: StaticString) {
    if !line.isEmpty { lines([line], zone) }
  }

  private mutating func line(_ label: StaticString, _ line: Letter.Line, _ zone: StaticString) {
    guard !line.isEmpty else { return }
    html.markup("<p class=\"")
    html.markup(zone)
    html.markup("\"><span class=\"label\">")
    html.markup(label)
    html.markup("</span>")
    write(line)
    html.markup("</p>\n")
  }
}
