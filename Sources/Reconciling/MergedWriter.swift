import Diagnostics
import Markup
import OfficePackages

/// Writes the merged document: the new one's own bytes, and the basin's passages between them.
///
/// What an office program adds for itself (names of other namespaces, marks of revisions) stays
/// behind, so that the result is a document of the standard.
struct MergedWriter: ~Copyable {
  let new: OfficePackage
  let theirs: OfficePackage
  let newStyles: StyleBook
  let theirStyles: StyleBook
  let keepsTheirLook: Bool
  var imports: StyleImport
  var pictures: PictureImport
  var labels: [(parent: String?, name: String)] = []
  var tableNames: Set<String> = []
  var usesDeclarations = false
  var out = MarkupWriter(reserving: 1 << 16)

  /// - Parameter keepsTheirLook: whether styles and pages are those of the basin's document.
  init(
    new: OfficePackage, _ newStyles: StyleBook, theirs: OfficePackage, _ theirStyles: StyleBook,
    keepsTheirLook: Bool
  ) {
    self.new = new
    self.theirs = theirs
    self.newStyles = newStyles
    self.theirStyles = theirStyles
    self.keepsTheirLook = keepsTheirLook
    let pages = (keepsTheirLook ? theirs : new).styles.section("office:master-styles")?.elements
    imports = StyleImport(
      from: theirStyles, into: newStyles,
      pages: Set((pages ?? []).compactMap { $0["style:name"]?.value }))
    pictures = PictureImport(from: theirs, into: new)
  }

  /// The whole `.odt` file.
  consuming func bytes(of pieces: [Piece], in body: XMLElement) -> [UInt8] {
    noteTableNames(in: body)
    write(pieces)
    let text = takeFragment()
    writeContent(text, body)
    let content = out.take()
    writeStyles()
    let styles = out.take()
    var packages = OfficePackageWriter()
    return packages.bytes(
      content: content, styles: styles, meta: new.meta?.bytes ?? [],
      common: OfficeCommonParts(files: new.files + pictures.files, styles: nil))
  }

  /// What was written so far, after which the writer is empty.
  mutating func takeFragment() -> MarkupFragment {
    let bytes = out.take()
    return MarkupFragment(0..<bytes.count, of: SourceFile(id: SourceFile.ID(""), bytes: bytes))
  }

  // MARK: Pieces

  mutating func write(_ pieces: [Piece]) {
    for piece in pieces { write(piece) }
  }

  private mutating func write(_ piece: Piece) {
    switch piece {
    case .passage(let passage, let version): write(passage.element, version, Change())
    case .filled(let passage, let blanks):
      write(passage.element, .new, Change(blanks: blanks))
    case .marked(let passage, let version, let mark): write(passage, version, mark)
    case .table(let passage, let theirs, let pieces):
      writeTable(passage.element, widthsOf: theirs.element, pieces)
    case .around(let passage, let version, let pieces):
      switch passage.kind {
      case .frame:
        let box = Passage.box(in: passage.element)
        write(passage.element, version, Change(at: box?.extent, pieces: pieces))
      case .table: writeTable(passage.element, widthsOf: nil, pieces)
      case .paragraph, .list, .item, .row, .cell, .section, .other:
        openTag(passage.element, version, isExtra: false)
        writeDeclarations(of: passage.element)
        write(pieces)
        out.endTag(of: passage.element)
      }
    }
  }

  /// What a section says of itself before its blocks.
  private mutating func writeDeclarations(of element: XMLElement) {
    for child in element.elements
    where PassageReader.declarations.contains(child.name) && child.name != "text:soft-page-break" {
      out.append(MarkupFragment(child.extent.bytes, of: new.content.file))
    }
  }

  private mutating func write(_ passage: Passage, _ version: Version, _ mark: Mark) {
    let label = Label(mark: mark, style: labelStyle(of: passage, version))
    switch passage.kind {
    case .item: write(passage.element, version, Change(at: passage.element.extent, label: label))
    case .row:
      let cell = passage.inside.first { $0.element.name == "table:table-cell" }
      write(passage.element, version, Change(at: cell?.element.extent, label: label))
    case .paragraph, .frame, .list, .table, .cell, .section, .other:
      write(label)
      write(passage.element, version, Change())
    }
  }

  /// Rows that repeat on each page come first, in a group of their own.
  ///
  /// - Parameter theirs: the basin's table, when its columns are kept.
  private mutating func writeTable(
    _ table: XMLElement, widthsOf theirs: XMLElement?, _ pieces: [Piece]
  ) {
    openTable(table, lookOf: theirs)
    let groups = [
      "table:table-row", "table:table-rows", "table:table-header-rows", "table:table-row-group",
      "text:soft-page-break",
    ]
    for child in table.elements where !groups.contains(child.name) {
      if theirs != nil, ColumnWidths.areColumns(child) { continue }
      out.append(MarkupFragment(child.extent.bytes, of: new.content.file))
    }
    for columns in theirs?.elements ?? [] where ColumnWidths.areColumns(columns) {
      write(columns, .theirs, Change())
    }
    let headers = pieces.prefix(while: \.isHeader)
    if !headers.isEmpty {
      out.markup("<table:table-header-rows>")
      write(Array(headers))
      out.markup("</table:table-header-rows>")
    }
    write(Array(pieces.dropFirst(headers.count)))
    out.endTag(of: table)
  }

  /// A table is as wide as its columns, so that both come from one version.
  private mutating func openTable(_ table: XMLElement, lookOf theirs: XMLElement?) {
    guard let theirs else { return openTag(table, .new, isExtra: false) }
    out.beginTag(of: table)
    for attribute in table.attributes where attribute.name != "table:style-name" {
      out.attribute(attribute, attribute.value.string)
    }
    for attribute in theirs.attributes where attribute.name == "table:style-name" {
      if let value = imported(attribute, of: theirs) { out.attribute(attribute, value) }
    }
    out.markup(">")
  }

  // MARK: Labels

  struct Label {
    let mark: Mark
    let style: String
  }

  /// A style on top of the passage's own, so that the label looks like a part of the document.
  private mutating func labelStyle(of passage: Passage, _ version: Version) -> String {
    let name = passage.firstParagraph?["text:style-name"]?.value
    let styles = version == .new ? newStyles : theirStyles
    let parent = styles.known(name, Family.paragraph)
    if let parent, version == .theirs {
      imports.bring(StyleName(family: Family.paragraph, name: parent))
    }
    if let label = labels.first(where: { $0.parent == parent }) { return label.name }
    let fresh = imports.freshName("Fusion")
    labels.append((parent, fresh))
    return fresh
  }

  mutating func write(_ label: Label) {
    out.markup("<text:p")
    out.attribute("text:style-name", label.style)
    out.markup(">")
    switch label.mark {
    case .yours: out.markup("⇄ Votre version\u{A0}:")
    case .newOne: out.markup("⇄ Nouvelle version\u{A0}:")
    case .removedByYou: out.markup("⇄ Nouvelle version (vous aviez retiré ce passage)\u{A0}:")
    case .goneFromKit: out.markup("⇄ Votre version (le nouveau kit n’a plus ce passage)\u{A0}:")
    }
    out.markup("</text:p>")
  }

  mutating func writeLabelStyles() {
    for label in labels {
      out.markup("<style:style")
      out.attribute("style:name", label.name)
      out.markup(" style:family=\"paragraph\"")
      if let parent = label.parent { out.attribute("style:parent-style-name", parent) }
      // No page begins with a label, whatever begins with the style below it (16.2, 19.477).
      out.markup(
        """
         style:master-page-name=""><style:paragraph-properties fo:keep-with-next="always" \
        fo:break-before="auto" fo:background-color="#fff3cd"/><style:text-properties \
        fo:font-weight="bold" fo:color="#000000"/></style:style>
        """)
    }
  }
}

extension Piece {
  fileprivate var isHeader: Bool {
    switch self {
    case .passage(let passage, _), .filled(let passage, _), .marked(let passage, _, _),
      .around(let passage, _, _), .table(let passage, _, _):
      passage.isHeader
    }
  }
}
