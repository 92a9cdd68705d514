import Archive
package import Diagnostics
package import Documents
import Markup
package import OfficePackages

/// Where a text stands in the tree that it belongs to.
package struct OfficeSurroundings: Sendable {
  /// The folder of the text.
  let folder: String
  /// The documents that links may lead to, by their paths as text documents.
  let documents: [String: DocumentPlace]

  package init(folder: String, documents: [String: DocumentPlace] = [:]) {
    self.folder = folder
    self.documents = documents
  }
}

/// Reads texts that have the styles of one package.
///
/// Made once for a template, it reads all documents that are made from it.
package struct OfficeReader: Sendable {
  private let file: SourceFile.ID
  private let content: [XMLElement]
  private let styles: StyleParts
  private let pictures: PictureFiles

  /// Costs a walk over the styles, and inflates the pictures.
  ///
  /// - Parameter pictureFolder: where pictures stand in the tree that the documents belong to.
  package init(_ package: OfficePackage, pictureFolder: String) {
    file = package.file
    content = package.content.sections
    styles = StyleParts(package.styles.sections)
    pictures = PictureFiles(package.files, folder: pictureFolder)
  }

  /// A reader of documents that are put together from several packages.
  ///
  /// - Parameters:
  ///   - file: the document as a person knows it, for messages.
  ///   - styles: `styles.xml` as all have it; nil if each has its own.
  /// - Throws: `xml.…` for what is no XML.
  package init(
    of file: SourceFile.ID, styles: [UInt8]?, files: [OfficePackage.File], pictureFolder: String
  ) throws(Stopped) {
    self.file = file
    content = []
    let root = try styles.map { bytes throws(Stopped) in
      try parse(SourceFile(id: file, bytes: bytes))
    }
    self.styles = StyleParts(root?.elements ?? [])
    pictures = PictureFiles(files, folder: pictureFolder)
  }

  /// The text of the package itself.
  ///
  /// - Parameter surroundings: where the document stands, for the links that lead from it.
  /// - Throws: `Stopped` when it is larger than a text may be, `reading.…` in the catalogue.
  /// - Complexity: linear in the size of the text, repeated rows and cells counted.
  package func text(in surroundings: OfficeSurroundings) throws(Stopped) -> OfficeText {
    try text(of: content, styles, pictures, surroundings)
  }

  /// The text of a document made from the package.
  ///
  /// - Parameters:
  ///   - content: its `content.xml`.
  ///   - styles: its `styles.xml`, nil where it has the package's own.
  ///   - files: the pictures that it has beside those of the package.
  /// - Throws: as `text(in:)`, and `xml.…` for what is no XML or too large.
  package func text(
    content: [UInt8], styles: [UInt8]?, adding files: [OfficePackage.File] = [],
    in surroundings: OfficeSurroundings
  ) throws(Stopped) -> OfficeText {
    let pictures = files.isEmpty ? pictures : pictures.adding(files)
    do throws(Stopped) {
      let root = try parse(SourceFile(id: file, bytes: content))
      guard let styles else {
        return try text(of: root.elements, self.styles, pictures, surroundings)
      }
      let own = StyleParts(try parse(SourceFile(id: file, bytes: styles)).elements)
      return try text(of: root.elements, own, pictures, surroundings)
    } catch {
      // Nobody has the bytes of a document that is only being made.
      throw Stopped(
        error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.span = SourceSpan(wholeOf: file)
          return diagnostic
        })
    }
  }

  private func text(
    of content: [XMLElement], _ styles: StyleParts, _ pictures: PictureFiles,
    _ surroundings: OfficeSurroundings
  ) throws(Stopped) -> OfficeText {
    var sheet = styles.named
    sheet.add(content.first { $0.name == "office:automatic-styles" }, areAutomatic: true)
    let body = content.first { $0.name == "office:body" }?.elements
      .first { $0.name == "office:text" }
    var reader = BodyReader(sheet, pictures, marks: marks(of: body), surroundings)
    let pieces = body.map { reader.pieces(in: $0) } ?? []
    let master = styles.masterPage(named: reader.firstMasterPage)
    reader.styles = styles.ofPages
    reader.isInMargin = true
    let header = master.map { reader.margin($0, "style:header", first: "style:header-first") }
    let footer = master.map { reader.margin($0, "style:footer", first: "style:footer-first") }
    if let fault = reader.fault { throw Stopped([fault]) }
    let (title, rest) = openingTitle(of: pieces)
    return OfficeText(
      title: title, page: sheet.pages[master?["style:name"]?.value ?? ""] ?? .portrait,
      header: header ?? [], body: gatheredLetters(rest), footer: footer ?? [])
  }

  /// The names of the places that links of a text lead to within it.
  private func marks(of body: XMLElement?) -> Set<String> {
    var targets: Set<String> = []
    var places: Set<String> = []
    var rest = body.map { [$0] } ?? []
    while let element = rest.popLast() {
      switch element.name {
      case "text:a", "draw:a":
        if let name = element["xlink:href"].flatMap({ markName($0.value) }) {
          targets.insert(name)
        }
      case "text:bookmark", "text:bookmark-start", "text:reference-mark",
        "text:reference-mark-start":
        if let name = element["text:name"]?.value { places.insert(name) }
      default: break
      }
      rest += element.elements
    }
    return targets.intersection(places)
  }

  /// A title opens a text when nothing stands before it: a paragraph in a style of titles, or the
  /// only heading of the highest level.
  private func openingTitle(of pieces: [Piece]) -> (title: [Inline]?, rest: [Piece]) {
    guard let index = pieces.firstIndex(where: { $0.role != .sheetLine }),
      index == 0, case .line(let inlines) = pieces[index].content
    else { return (nil, pieces) }
    switch pieces[index].role {
    case .title: break
    case .heading(1):
      let others = pieces.dropFirst().contains { $0.role == .heading(1) || $0.role == .title }
      guard !others else { return (nil, pieces) }
    default: return (nil, pieces)
    }
    return (inlines, Array(pieces.dropFirst()))
  }
}

/// What `styles.xml` holds.
private struct StyleParts: Sendable {
  /// The named styles and those of pages.
  let named: StyleSheet
  /// The same with the automatic styles of headers and footers.
  let ofPages: StyleSheet
  private let masterPages: [XMLElement]

  init(_ sections: [XMLElement]) {
    func section(_ name: String) -> XMLElement? { sections.first { $0.name == name } }
    let automatic = section("office:automatic-styles")
    var sheet = StyleSheet()
    sheet.add(section("office:styles"), areAutomatic: false)
    sheet.addPages(section("office:master-styles"), layouts: automatic)
    named = sheet
    sheet.add(automatic, areAutomatic: true)
    ofPages = sheet
    masterPages = section("office:master-styles")?.elements ?? []
  }

  /// The page style of that name, else Writer's own one, else the first.
  func masterPage(named name: String?) -> XMLElement? {
    let pages = masterPages.filter { $0.name == "style:master-page" }
    let names = [name, "Standard"].compactMap(\.self)
    for name in names {
      if let page = pages.first(where: { $0["style:name"]?.value == name }) { return page }
    }
    return pages.first
  }
}
