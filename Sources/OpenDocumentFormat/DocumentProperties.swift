import Diagnostics
package import Markup

/// What a document says of itself, in its properties, its page header and its footer.
package struct DocumentProperties: Hashable, Sendable {
  package var title: String
  /// Basin and edition in one line: the page header shows it beside the title.
  package var subject: String
  package var description: String?
  /// The document of the kit's plan, by which it is known again whatever its file is called.
  package var document: String?
  /// Who publishes it: the academy.
  package var creator: String
  /// The kit and its day, as in « Kit du 17 novembre 2014 »: the page footer shows it.
  package var kit: String
  /// As in `fr-FR`.
  package var language: String
  /// The day of the kit, as in `2014-11-17`; the documents carry no other date.
  package var day: String
  /// The program and its version, as in `trousse/1.0`.
  package var generator: String

  package init(
    title: String, subject: String, description: String? = nil, document: String? = nil,
    creator: String, kit: String,
    language: String = "fr-FR", day: String, generator: String
  ) {
    self.title = title
    self.subject = subject
    self.description = description
    self.document = document
    self.creator = creator
    self.kit = kit
    self.language = language
    self.day = day
    self.generator = generator
  }
}

extension DocumentProperties {
  /// `meta.xml`. The two dates are the day of the kit, for a clock would change the bytes.
  ///
  /// - Parameter custom: custom properties of the document's own; those of ours give way.
  package func metaXML(adding custom: [XMLElement] = []) -> [UInt8] {
    var out = MarkupWriter(reserving: 1 << 11)
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>
      """)
    out.text(generator)
    out.markup("</meta:generator><dc:title>")
    out.text(title)
    out.markup("</dc:title><dc:subject>")
    out.text(subject)
    out.markup("</dc:subject>")
    if let description = description {
      out.markup("<dc:description>")
      out.text(description)
      out.markup("</dc:description>")
    }
    out.markup("<meta:initial-creator>")
    out.text(creator)
    out.markup("</meta:initial-creator><dc:creator>")
    out.text(creator)
    out.markup("</dc:creator><meta:creation-date>")
    out.text(day)
    out.markup("T00:00:00</meta:creation-date><dc:date>")
    out.text(day)
    out.markup("T00:00:00</dc:date><dc:language>")
    out.text(language)
    out.markup("</dc:language><meta:user-defined meta:name=\"Kit\">")
    out.text(kit)
    out.markup("</meta:user-defined>")
    if let document {
      out.markup("<meta:user-defined meta:name=\"Document\">")
      out.text(document)
      out.markup("</meta:user-defined>")
    }
    let own = ["Kit", "Document"]
    for property in custom where !own.contains(property["meta:name"]?.value ?? "") {
      out.element(property)
    }
    out.markup("</office:meta></office:document-meta>\n")
    return out.finish()
  }
}
