import Archive
import Diagnostics
import FileTree
import Foundation
import Markup
import Reconciling
import OfficePackages
import TestSupport
import Testing

/// Three versions of one document: as a kit shipped it, as LibreOffice saved what a basin had made of
/// it, and as the next kit has it. `saved.odt` is the first one, only opened and saved.
enum Fixture: String {
  case base, theirs, new, saved

  func file() throws -> SourceFile {
    let path = "\(RepositoryInputs.root)/Tests/Fixtures/Reconciling/\(rawValue).odt"
    let data = try Data(contentsOf: URL(filePath: path))
    return SourceFile(id: SourceFile.ID("\(rawValue).odt"), bytes: [UInt8](data))
  }
}

extension ReturnedDocument {
  /// - Parameter base: the ODT as it was shipped.
  init(_ theirs: SourceFile, base: SourceFile) throws {
    try self.init(
      theirs, content: try part("content.xml", of: base), styles: try part("styles.xml", of: base))
  }
}

func named(_ name: String, _ bytes: [UInt8]) -> SourceFile {
  SourceFile(id: SourceFile.ID(name), bytes: bytes)
}

func part(_ name: String, of file: SourceFile) throws -> SourceFile {
  let zip = try ZipReader(file.bytes)
  let entry = try #require(zip.entries.first { $0.path.text == name }, "\(file.id) has \(name)")
  return SourceFile(id: SourceFile.ID("\(file.id.path)/\(name)"), bytes: try zip.bytes(of: entry))
}

private let namespaces = """
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
  xmlns:xlink="http://www.w3.org/1999/xlink" \
  xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
  xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" \
  office:version="1.3"
  """

/// A text document with little in it.
struct SmallDocument {
  var body: String
  var automatic = ""
  var styles = #"<style:style style:name="Standard" style:family="paragraph"/>"#
  var masters = ""
  /// Further files by path.
  var files: [String: String] = [:]

  init(_ body: String) { self.body = body }

  init(paragraphs: [String]) {
    body = paragraphs.map { "<text:p text:style-name=\"Standard\">\($0)</text:p>" }.joined()
  }

  func file(_ name: String) throws -> SourceFile {
    let content = """
      <office:document-content \(namespaces)><office:automatic-styles>\(automatic)\
      </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>\
      </office:document-content>
      """
    let sheet = """
      <office:document-styles \(namespaces)><office:styles>\(styles)</office:styles>\
      <office:master-styles>\(masters)</office:master-styles></office:document-styles>
      """
    let entries = files.keys.sorted().map {
      #"<manifest:file-entry manifest:full-path="\#($0)" manifest:media-type="image/png"/>"#
    }
    let parts =
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
        ("styles.xml", sheet), ("meta.xml", "<office:document-meta \(namespaces)/>"),
        (
          "META-INF/manifest.xml",
          "<manifest:manifest \(namespaces)>\(entries.joined())</manifest:manifest>"
        ),
      ] + files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var zip = ZipWriter()
    var deflater = Deflater()
    for (path, text) in parts {
      try zip.add(deflater.deflate(Array(text.utf8)), at: RelativePath(path))
    }
    return SourceFile(id: SourceFile.ID(name), bytes: try zip.finish())
  }
}

/// What the basin made of a document, merged with the new one.
func merged(
  _ base: SmallDocument, _ theirs: SmallDocument, _ new: SmallDocument
) throws -> ReconciledDocument {
  try ReturnedDocument(theirs.file("theirs.odt"), base: base.file("base.odt"))
    .merged(with: new.file("new.odt"))
}

// MARK: What a document says

/// The text of a document, a line for each paragraph, with what can be seen of its looks.
struct Transcript {
  private let styles: [String: XMLElement]
  private(set) var lines: [String] = []

  init(of bytes: [UInt8]) throws {
    let package = try OfficePackage(named("merged.odt", bytes))
    let automatic = package.content.section("office:automatic-styles")?.elements ?? []
    styles = Dictionary(
      automatic.compactMap { style in style["style:name"].map { ($0.value, style) } },
      uniquingKeysWith: { first, _ in first })
    let body = try #require(package.content.section("office:body")?.elements.first)
    for element in body.elements { add(element, "") }
  }

  private mutating func add(_ element: XMLElement, _ indent: String) {
    switch element.name {
    case "text:p": lines.append("\(indent)\(line(element))")
    case "text:h":
      lines.append("")
      lines.append("\(indent)# \(line(element))")
    case "text:list":
      for item in element.elements {
        lines.append("\(indent)-")
        for block in item.elements { add(block, indent + "  ") }
      }
    case "table:table":
      lines.append("\(indent)[\(element["table:name"]?.value ?? "")]")
      for row in element.elements { addRows(row, indent) }
    default: break
    }
  }

  private mutating func addRows(_ row: XMLElement, _ indent: String) {
    switch row.name {
    case "table:table-header-rows": for inner in row.elements { addRows(inner, indent + "^") }
    case "table:table-row":
      let cells = row.elements.map { $0.elements.map(line).joined(separator: " / ") }
      lines.append("\(indent)| \(cells.joined(separator: " | "))")
    default: break
    }
  }

  private func line(_ element: XMLElement) -> String {
    var text = ""
    for node in element.children {
      switch node {
      case .text(let run): text += run.string
      case .element(let child):
        switch child.name {
        case "text:s": text += " "
        case "text:line-break": text += "⏎"
        case "text:text-input":
          text += "{\(child["text:description"]?.value ?? ""): \(child.text)}"
        case "draw:frame":
          let image = child.elements.first { $0.name == "draw:image" }
          text += "[\(image?["xlink:href"]?.value ?? "frame")]"
        case "text:span":
          text += isBold(child["text:style-name"]?.value) ? "*\(line(child))*" : line(child)
        default: text += line(child)
        }
      }
    }
    return text
  }

  private func isBold(_ name: String?) -> Bool {
    guard let name else { return false }
    if name == "Strong_20_Emphasis" { return true }
    let properties = styles[name]?.elements ?? []
    return properties.contains { $0["fo:font-weight"]?.value == "bold" }
  }
}
