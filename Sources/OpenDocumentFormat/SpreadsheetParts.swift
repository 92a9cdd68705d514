import Documents
import Markup
import Sheets

/// The parts of a spreadsheet beside its tables.
enum SpreadsheetParts {
  static let mediaType: StaticString = "application/vnd.oasis.opendocument.spreadsheet"

  static func declareNamespaces(in out: inout MarkupWriter) {
    out.markup(
      """
       xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
       xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"\
       xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"\
       xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"\
       xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"\
       office:version="1.3"
      """)
  }

  /// Cells to type in, dates, ids, headings and help. Only the first two are free of protection.
  static func writeCellStyles(_ palette: Palette, to out: inout MarkupWriter) {
    out.markup(
      """
      <number:date-style style:name="N1" number:automatic-order="true">\
      <number:day number:style="long"/><number:text>/</number:text>\
      <number:month number:style="long"/><number:text>/</number:text>\
      <number:year number:style="long"/></number:date-style>\
      <number:number-style style:name="N2" number:language="fr" \
      number:country="FR"><number:number number:decimal-places="2" \
      number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>\
      </number:number-style>\
      <style:style style:name="Feuille" style:family="table" style:master-page-name="Default">\
      <style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>\
      <style:style style:name="Rang" style:family="table-row">\
      <style:table-row-properties style:use-optimal-row-height="true"/></style:style>\
      <style:style style:name="Saisie" style:family="table-cell" \
      style:parent-style-name="Default"><style:table-cell-properties style:cell-protect="none"/>\
      </style:style>\
      <style:style style:name="Jour" style:family="table-cell" style:parent-style-name="Default" \
      style:data-style-name="N1"><style:table-cell-properties style:cell-protect="none"/>\
      </style:style>\
      <style:style style:name="Montant" style:family="table-cell" \
      style:parent-style-name="Default" style:data-style-name="N2">\
      <style:table-cell-properties style:cell-protect="none"/></style:style>
      """)
    writeTotal("Total", "", to: &out)
    writeTotal("Total_20_en_20_euros", " style:data-style-name=\"N2\"", to: &out)
    writeFixedCell("Identifiant", background: "#f2f2f2", to: &out)
    out.markup("<style:text-properties fo:color=\"#555555\"/></style:style>")
    writeFixedCell("Titre", background: palette.accent.text, to: &out)
    out.markup("<style:text-properties fo:color=\"#ffffff\" fo:font-weight=\"bold\"/>")
    out.markup("</style:style>")
    writeFixedCell("Aide", background: palette.accent.tinted(thousandths: 80).text, to: &out)
    out.markup("<style:text-properties fo:color=\"#333333\" fo:font-size=\"8pt\"/></style:style>")
  }

  private static func writeTotal(
    _ name: String, _ format: StaticString, to out: inout MarkupWriter
  ) {
    out.markup("<style:style style:family=\"table-cell\" style:parent-style-name=\"Default\"")
    out.attribute("style:name", name)
    out.markup(format)
    out.markup(
      """
      ><style:table-cell-properties fo:border-top="1.5pt solid #555555"/>\
      <style:text-properties fo:font-weight="bold"/></style:style>
      """)
  }

  private static func writeFixedCell(
    _ name: String, background: String, to out: inout MarkupWriter
  ) {
    out.markup("<style:style style:family=\"table-cell\" style:parent-style-name=\"Default\"")
    out.attribute("style:name", name)
    out.markup("><style:table-cell-properties style:cell-protect=\"protected\"")
    out.attribute("fo:background-color", background)
    out.markup("/>")
  }

  /// A landscape page with the name of the sheet above and its number below: A4 if all sheets fit.
  static func styles(_ properties: DocumentProperties, _ sheets: [SheetDraft]) -> [UInt8] {
    let widths = sheets.map { $0.columns.reduce(0) { $0 + $1.widthMillimetres } }
    let isSmall = widths.allSatisfy { $0 <= 277 }
    var out = MarkupWriter(reserving: 1 << 12)
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles")
    declareNamespaces(in: &out)
    out.markup(
      """
      ><office:font-face-decls><style:font-face style:name="Liberation Sans" \
      svg:font-family="'Liberation Sans', Arial, Carlito" style:font-family-generic="swiss" \
      style:font-pitch="variable"/></office:font-face-decls><office:styles>\
      <style:default-style style:family="table-cell"><style:text-properties \
      style:font-name="Liberation Sans" fo:font-size="10pt" fo:language="fr" fo:country="FR"/>\
      </style:default-style><style:style style:name="Default" style:family="table-cell">\
      <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" \
      fo:padding="0.8mm" fo:border="0.5pt solid #d0d0d0"/></style:style></office:styles>\
      <office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties
      """)
    out.markup(
      isSmall
        ? " fo:page-width=\"297mm\" fo:page-height=\"210mm\""
        : " fo:page-width=\"420mm\" fo:page-height=\"297mm\"")
    out.markup(
      """
       style:print-orientation="landscape" \
      fo:margin="10mm" style:scale-to-X="1"/>\
      <style:header-style><style:header-footer-properties fo:min-height="8mm" \
      fo:margin-bottom="2mm"/></style:header-style><style:footer-style>\
      <style:header-footer-properties fo:min-height="8mm" fo:margin-top="2mm"/>\
      </style:footer-style></style:page-layout></office:automatic-styles><office:master-styles>\
      <style:master-page style:name="Default" style:page-layout-name="Page"><style:header>\
      <text:p><text:sheet-name>Feuille</text:sheet-name>
      """)
    out.text(" – \(properties.subject)")
    out.markup(
      """
      </text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number> \
      sur <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>\
      </office:master-styles></office:document-styles>

      """)
    return out.finish()
  }

  /// The rows of headings and help, and the first two columns, stay in sight while scrolling.
  static func settings(_ sheets: [SheetDraft]) -> [UInt8] {
    var out = MarkupWriter(reserving: 1 << 12)
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
      xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>\
      <config:config-item-set config:name="ooo:view-settings">\
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
      <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>\
      <config:config-item-map-named config:name="Tables">
      """)
    for sheet in sheets {
      let rows = sheet.hasHelp ? 2 : 1
      let columns = min(2, sheet.columns.count - 1)
      out.markup("<config:config-item-map-entry")
      out.attribute("config:name", sheet.name)
      out.markup(">")
      item("CursorPositionY", rows, to: &out)
      item("HorizontalSplitMode", columns > 0 ? 2 : 0, type: "short", to: &out)
      item("VerticalSplitMode", 2, type: "short", to: &out)
      item("HorizontalSplitPosition", columns, to: &out)
      item("VerticalSplitPosition", rows, to: &out)
      item("ActiveSplitRange", columns > 0 ? 3 : 2, type: "short", to: &out)
      item("PositionRight", columns, to: &out)
      item("PositionBottom", rows, to: &out)
      out.markup("</config:config-item-map-entry>")
    }
    out.markup(
      """
      </config:config-item-map-named></config:config-item-map-entry>\
      </config:config-item-map-indexed></config:config-item-set></office:settings>\
      </office:document-settings>

      """)
    return out.finish()
  }

  private static func item(
    _ name: String, _ value: Int, type: String = "int", to out: inout MarkupWriter
  ) {
    out.markup("<config:config-item")
    out.attribute("config:name", name)
    out.attribute("config:type", type)
    out.markup(">")
    out.number(value)
    out.markup("</config:config-item>")
  }

  /// The list of files of OpenDocument 1.3 part 2, 4.3.
  static func manifest() -> [UInt8] {
    var out = MarkupWriter()
    out.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.3">\
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="
      """)
    out.markup(mediaType)
    out.markup("\"/>")
    for part in ["content.xml", "styles.xml", "settings.xml", "meta.xml"] {
      out.markup("<manifest:file-entry manifest:media-type=\"text/xml\"")
      out.attribute("manifest:full-path", part)
      out.markup("/>")
    }
    out.markup("</manifest:manifest>\n")
    return out.finish()
  }
}
