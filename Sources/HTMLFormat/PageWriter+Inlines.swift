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
    case .link(let link): write(link)
    case .blank(let blank):
      html.markup(
        "<span class=\"blank\"><span class=\"unseen\">à compléter\u{A0}: </span>")
      html.text(blank.name)
      html.markup("</span>")
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
