import Diagnostics
import Documents
import Foundation
import Markup
import OpenDocumentFormat

/// The reference document of the repository, which the academic team restyles.
enum Reference {
  static let text: String = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "KitTemplates/look/reference.fodt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  static func tree(_ text: String = text) throws -> XMLElement {
    try parse(SourceFile(id: .init("reference.fodt"), bytes: Array(text.utf8)))
  }
}

enum Sample {
  /// The colours of the reference itself.
  static func palette() throws -> Palette {
    try palette("#5b2a6f", "#a34400")
  }

  static func palette(_ accent: String, _ due: String) throws -> Palette {
    guard let palette = Palette(accent: accent, due: due) else {
      throw Missing()
    }
    return palette
  }

  static func writer() throws -> TextDocumentWriter {
    TextDocumentWriter(
      look: try TextDocumentLook(reference: try Reference.tree(), palette: try palette()))
  }

  static func document(
    kind: Document.Kind = .form, page: Document.Page = .portrait, _ body: [Block]
  ) -> Document {
    Document(
      place: DocumentPlace(folder: "01-pilotage", stem: "essai", formats: [.html, .odt]),
      title: "Essai", kind: kind, page: page, header: header, body: body)
  }

  static let header = DocumentHeader(
    context: "Bassin d’Évry", purpose: "essayer", audience: "l’équipe", moment: "",
    related: [
      Link(
        to: .document(DocumentPlace(folder: "01-pilotage", stem: "plan", formats: [.odt])),
        [.text("plan")])
    ],
    issued: "17 novembre 2014")

  static let properties = DocumentProperties(
    title: "Essai", subject: "Bassin d’Évry, édition 2015", creator: "Académie de Versailles",
    kit: "Kit du 17 novembre 2014", day: "2014-11-17", generator: "trousse/1.0")

  /// What `content.xml` holds between its opening and its end.
  static func content(_ document: Document) throws -> String {
    let writer = try writer()
    return String(decoding: writer.contentXML(of: document), as: UTF8.self)
  }

  /// The body without the title of a form.
  static func body(_ blocks: [Block]) throws -> String {
    let content = try content(document(blocks))
    guard let start = content.firstRange(of: "</text:h>"),
      let end = content.firstRange(of: "</office:text>")
    else { throw Missing() }
    return String(content[start.upperBound..<end.lowerBound])
  }

  struct Missing: Error {}
}

func text(_ text: String) -> [Inline] { [.text(text)] }

func paragraph(_ run: String, _ look: Paragraph.Look = .body) -> Block {
  .paragraph(Paragraph(text(run), look: look))
}

func cell(_ run: String, isHeading: Bool = false, span: Int = 1) -> Table.Cell {
  Table.Cell(run.isEmpty ? [] : [paragraph(run)], isHeading: isHeading, span: span)
}
