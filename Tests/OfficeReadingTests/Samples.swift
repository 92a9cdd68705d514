import Diagnostics
import Documents
import Markup
import OfficePackages
import OfficeReading
import OpenDocumentFormat
import TestSupport
import Testing

/// A flat text with `body`, and with `styles` beside a few that rows use.
func flatText(
  _ body: String, automatic: String = "", styles: String = "", pages: String = "",
  layout: String = ""
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
  xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" \
  xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" \
  office:mimetype="application/vnd.oasis.opendocument.text">\
  <office:styles>\
  \(named("Standard", "paragraph"))\
  \(named("Heading_20_1", "paragraph"))\(named("Heading_20_2", "paragraph"))\
  \(named("Title", "paragraph"))\(named("Table", "paragraph"))\
  \(named("Table_20_Heading", "paragraph", "<style:text-properties fo:font-weight=\"bold\"/>"))\
  \(named("Appel", "paragraph"))\(named("Objet", "paragraph"))\(named("Sender", "paragraph"))\
  \(named("Addressee", "paragraph"))\(named("Copies", "paragraph"))\
  \(named("Lieu_20_et_20_date", "paragraph"))\(named("Signature", "paragraph"))\
  \(named("Salutation", "paragraph"))\(named("Pièces_20_jointes", "paragraph"))\
  \(named("Strong_20_Emphasis", "text"))\(named("Source_20_Text", "text"))\
  \(named("Preformatted_20_Text", "paragraph"))\
  <text:list-style style:name="N"><text:list-level-style-number text:level="1" \
  style:num-format="1"/><text:list-level-style-bullet text:level="2" text:bullet-char="•"/>\
  </text:list-style>\
  \(styles)</office:styles>\
  <office:automatic-styles>\
  <style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" \
  fo:page-height="297mm" \(layout)/></style:page-layout>\
  <style:style style:name="B" style:family="text"><style:text-properties \
  fo:font-weight="bold"/></style:style>\
  <style:style style:name="I" style:family="text"><style:text-properties \
  fo:font-style="italic"/></style:style>\
  <style:style style:name="U" style:family="text"><style:text-properties \
  style:text-underline-style="solid"/></style:style>\
  <style:style style:name="BU" style:family="text"><style:text-properties \
  fo:font-weight="bold" style:text-underline-style="solid"/></style:style>\
  <style:style style:name="R" style:family="text"><style:text-properties \
  fo:font-weight="normal"/></style:style>\
  <style:style style:name="Up" style:family="text"><style:text-properties \
  style:text-position="33% 58%"/></style:style>\
  <style:style style:name="Down" style:family="text"><style:text-properties \
  style:text-position="sub 58%"/></style:style>\
  <style:style style:name="H" style:family="text"><style:text-properties \
  text:display="none"/></style:style>\
  <style:style style:name="PB" style:family="paragraph" style:parent-style-name="Standard">\
  <style:text-properties fo:font-weight="bold"/></style:style>\
  <style:style style:name="PP" style:family="paragraph" style:parent-style-name="Standard">\
  <style:paragraph-properties fo:break-before="page"/></style:style>\
  \(automatic)</office:automatic-styles>\
  <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">\
  \(pages)</style:master-page></office:master-styles>\
  <office:body><office:text>\(body)</office:text></office:body></office:document>
  """
}

func named(_ name: String, _ family: String, _ inner: String = "") -> String {
  "<style:style style:name=\"\(name)\" style:family=\"\(family)\">\(inner)</style:style>"
}

func package(_ text: String) throws(Stopped) -> OfficePackage {
  try OfficePackage(SourceFile(id: SourceFile.ID("a.fodt"), bytes: Array(text.utf8)))
}

func read(_ text: String) throws(Stopped) -> OfficeText {
  try OfficeReader(package(text), pictureFolder: "images")
    .text(in: OfficeSurroundings(folder: "03-partenaires"))
}

/// Writes as kits do, with the look of the repository.
func textDocumentWriter() throws -> TextDocumentWriter {
  let files = try RepositoryInputs.files(under: "KitTemplates/look", endings: [".fodt"])
  let bytes = try #require(files["reference.fodt"])
  let palette = try #require(Palette(accent: "#5b2a6f", due: "#a34400"))
  let reference = try parse(SourceFile(id: SourceFile.ID("reference.fodt"), bytes: bytes))
  return TextDocumentWriter(look: try TextDocumentLook(reference: reference, palette: palette))
}

let properties = DocumentProperties(
  title: "Essai", subject: "Bassin d’Évry", creator: "Académie", kit: "Kit",
  day: "2014-11-17", generator: "trousse/1.0")

/// A document written as an ODT and read again.
func readAgain(
  _ document: Document, _ writer: inout TextDocumentWriter,
  documents: [String: DocumentPlace] = [:]
) throws -> OfficeText {
  let bytes = writer.bytes(of: document, properties: properties)
  let package = try OfficePackage(SourceFile(id: SourceFile.ID("a.odt"), bytes: bytes))
  return try OfficeReader(package, pictureFolder: "images").text(
    in: OfficeSurroundings(folder: document.place.folder, documents: documents))
}
