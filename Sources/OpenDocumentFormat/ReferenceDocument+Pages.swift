import Documents
import Markup

// The page styles, with what all documents of a kit say at the foot of every page.

extension ReferenceDocument {
  /// Writes the master pages; each footer ends with the mentions, and a page without one gets one.
  func write(
    _ pages: XMLElement, closingWith mentions: [Paragraph], to out: inout MarkupWriter
  ) {
    guard !mentions.isEmpty else { return write(pages, to: &out) }
    let footer = footer(of: mentions)
    out.markup("<office:master-styles>")
    for page in pages.elements where page.name == "style:master-page" {
      out.beginTag(of: page)
      for attribute in page.attributes { out.attribute(attribute, attribute.value.string) }
      out.markup(">")
      for child in page.elements where child.name == "style:header" { write(child, to: &out) }
      out.markup("<style:footer>")
      for child in page.elements where child.name == "style:footer" {
        for paragraph in child.elements { write(paragraph, to: &out) }
      }
      out.append(footer)
      out.markup("</style:footer></style:master-page>")
    }
    out.markup("</office:master-styles>")
  }

  private func footer(of mentions: [Paragraph]) -> MarkupFragment {
    var out = MarkupWriter()
    for mention in mentions {
      out.markup("<text:p text:style-name=\"Footer\">")
      write(mention.inlines, to: &out)
      out.markup("</text:p>")
    }
    return out.finishFragment()
  }

  /// A footer serves documents in many folders, so its links are plain text.
  private func write(_ inlines: [Inline], to out: inout MarkupWriter) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): out.text(text)
      case .strong(let inner): write(inner, in: .strong, to: &out)
      case .emphasis(let inner): write(inner, in: .emphasis, to: &out)
      case .superscript(let inner): write(inner, in: .superscript, to: &out)
      case .subscript(let inner): write(inner, in: .subscript, to: &out)
      case .link(let link): write(link.inlines, to: &out)
      case .blank(let blank): write([.text(blank.name)], in: .blank, to: &out)
      case .picture(let picture): out.text(picture.description)
      case .note, .mark: break
      case .box: out.markup("☐")
      case .lineBreak: out.markup("<text:line-break/>")
      }
    }
  }

  private func write(
    _ inner: [Inline], in style: CharacterStyle, to out: inout MarkupWriter
  ) {
    out.markup("<text:span")
    out.attribute("text:style-name", style.rawValue)
    out.markup(">")
    write(inner, to: &out)
    out.markup("</text:span>")
  }
}
