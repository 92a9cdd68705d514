internal import Archive
package import Diagnostics
package import Documents
package import Markup

/// The look of all text documents, read once from the reference document.
///
/// Holds `styles.xml` already compressed, so that a document costs only its own text.
package struct TextDocumentLook: Sendable {
  /// The parts of the package that are the same in all documents.
  let mimetype: Deflated
  private(set) var styles: Deflated
  let manifest: Deflated
  /// `content.xml` up to its automatic styles, of which the first ones are those of the cells.
  let contentOpening: MarkupFragment
  let letter: LetterMetrics
  private let source: ReferenceDocument

  /// Reads the reference document: its fonts, styles, page styles and the cells of its three model
  /// tables. What is not of the OpenDocument standard is left out.
  ///
  /// - Parameters:
  ///   - reference: The root of a flat ODT.
  ///   - palette: The academy's colours, which replace those that the reference declares in its
  ///     custom properties « Couleur d’accent » and « Couleur d’échéance ».
  /// - Throws: `Stopped` with all that is missing, `odf.…` in the catalogue.
  package init(reference: XMLElement, palette: Palette) throws(Stopped) {
    (source, letter) = try Self.checked(reference, palette)
    var deflater = Deflater()
    mimetype = Deflated(storing: Array("application/vnd.oasis.opendocument.text".utf8))
    styles = deflater.deflate(Self.styles(of: source))
    manifest = deflater.deflate(Self.manifest())
    contentOpening = Self.contentOpening(of: source, palette)
  }

  /// The look with more at the foot of every page: what all documents of a kit must say.
  ///
  /// Costs one `styles.xml`, deflated; nothing when there is nothing to say.
  package func adding(_ mentions: [Paragraph]) -> TextDocumentLook {
    guard !mentions.isEmpty else { return self }
    var deflater = Deflater()
    var look = self
    look.styles = deflater.deflate(Self.styles(of: source, mentions))
    return look
  }

  /// `styles.xml` before it is compressed, for who wants to read it.
  ///
  /// - Throws: as `init(reference:palette:)`.
  package static func stylesXML(
    reference: XMLElement, palette: Palette
  ) throws(Stopped) -> [UInt8] {
    styles(of: try checked(reference, palette).source)
  }

  private static func checked(
    _ reference: XMLElement, _ palette: Palette
  ) throws(Stopped) -> (source: ReferenceDocument, letter: LetterMetrics) {
    guard var source = ReferenceDocument(reference) else {
      throw Stopped([.notFlatText(reference.span)])
    }
    var problems = source.missingNames()
    let own = source.palette(&problems)
    let senderLine = source.lineHeight(of: .sender, &problems)
    let referenceLine = source.lineHeight(of: .references, &problems)
    guard problems.isEmpty, let own, let senderLine, let referenceLine else {
      throw Stopped(problems)
    }
    if palette != own { source.recolouring = Recolouring(from: own, to: palette) }
    let letter = LetterMetrics(
      senderLine: senderLine, referenceLine: referenceLine,
      belowDate: source.spaceBelow(.placeAndDate))
    return (source, letter)
  }

  private static func styles(
    of source: ReferenceDocument, _ mentions: [Paragraph] = []
  ) -> [UInt8] {
    var out = MarkupWriter(reserving: 1 << 16)
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles")
    declareNamespaces(in: &out)
    out.markup(">")
    if let fonts = source.section("office:font-face-decls") { source.write(fonts, to: &out) }
    if let styles = source.section("office:styles") { source.write(styles, to: &out) }
    out.markup("<office:automatic-styles>")
    for style in source.automaticStylesOfPages() { source.write(style, to: &out) }
    out.markup("</office:automatic-styles>")
    if let pages = source.section("office:master-styles") {
      source.write(pages, closingWith: mentions, to: &out)
    }
    out.markup("</office:document-styles>\n")
    return out.finish()
  }

  private static func contentOpening(
    of source: ReferenceDocument, _ palette: Palette
  ) -> MarkupFragment {
    var out = MarkupWriter(reserving: 1 << 13)
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content")
    declareNamespaces(in: &out)
    out.markup("><office:automatic-styles>")
    for cell in CellStyle.allCases {
      out.markup("<style:style")
      out.attribute("style:name", cell.rawValue)
      out.markup(" style:family=\"table-cell\">")
      for properties in source.cellProperties(cell) ?? [] { source.write(properties, to: &out) }
      out.markup("</style:style>")
    }
    for shade in ChartShade.allCases { shade.writeStyle(palette, to: &out) }
    out.markup(
      """
      <style:style style:name="Rang" style:family="table-row">\
      <style:table-row-properties fo:keep-together="always"/></style:style>\
      <style:style style:name="Fenetre" style:family="graphic" style:parent-style-name="Frame">\
      <style:graphic-properties style:wrap="run-through" style:run-through="foreground" \
      style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" \
      style:horizontal-rel="page" fo:background-color="transparent" fo:padding="0mm" \
      fo:border="none"/></style:style>
      """)
    return out.finishFragment()
  }

  private static func declareNamespaces(in out: inout MarkupWriter) {
    out.markup(
      """
       xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
       xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"\
       xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"\
       xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"\
       xmlns:dr3d="urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"\
       xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"\
       xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"\
       xmlns:xlink="http://www.w3.org/1999/xlink"\
       office:version="1.3"
      """)
  }

  /// The list of files of OpenDocument 1.3 part 2, 4.3; `mimetype` and the list are not in it.
  private static func manifest() -> [UInt8] {
    var out = MarkupWriter()
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.3">\
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="application/vnd.oasis.opendocument.text"/>\
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
      </manifest:manifest>

      """)
    return out.finish()
  }
}
