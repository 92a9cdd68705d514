import Diagnostics
import Markup
import OfficePackages

// One Writer document of many pages, such as a letter to each row of a list. The text of the body
// is written once for each; styles, headers and footers are those of the document.

/// How a body begins a page.
struct OfficePaging {
  /// The automatic style of `pageBreak`.
  var style: MarkupFragment?
  /// What begins a new page before each but the first; nil where the first paragraph's style does.
  var pageBreak: MarkupFragment?
}

/// Where one page of many stands in the program of a document.
struct OfficePages: Sendable {
  let range: Range<Int>
  let pageBreak: MarkupFragment?

  init?(in program: Program<OfficePiece>, _ paging: OfficePaging) {
    let edges = program.instructions.indices.filter { index in
      guard case .piece(let piece) = program.instructions[index] else { return false }
      return if case .pageEdge = program.pieces[piece] { true } else { false }
    }
    guard edges.count == 2 else { return nil }
    range = edges[0]..<edges[1]
    pageBreak = paging.pageBreak
  }
}

extension OfficeTemplate {
  /// One document in which each frame makes a page, or as many as it needs.
  ///
  /// - Parameter shared: the frame of what all pages share.
  func document(of frames: some Sequence<Frame>, sharing shared: Frame) -> OfficeDocument {
    guard let pages else { preconditionFailure("the template was compiled for documents apart") }
    return document(in: shared) { renderer in
      content.run(0..<pages.range.lowerBound, shared, into: &renderer)
      for (index, frame) in frames.enumerated() {
        if index > 0, let pageBreak = pages.pageBreak {
          renderer.write(.markup(pageBreak), in: frame)
        }
        content.run(pages.range, frame, into: &renderer)
      }
      content.run(
        pages.range.upperBound..<content.instructions.count, shared, into: &renderer)
    }
  }
}

extension OfficeCompiler {
  /// Compiles a body whose text is written once for each page.
  ///
  /// - Parameter parts: where the styles are.
  mutating func compilePages(of part: OfficePart, styles parts: [OfficePart]) -> OfficePaging {
    let text = part.section("office:body")?.elements.first { $0.name == "office:text" }
    let content = (text?.elements ?? []).filter { !Self.declarations.contains($0.name) }
    for frame in content where frame.name.hasPrefix("draw:") {
      sources.compiler.diagnostics.append(
        .frameOfPage(frame["draw:name"]?.value ?? "", in: file))
    }
    guard let first = content.first, let last = content.last else {
      sources.compiler.diagnostics.append(.nothingToRepeat(file))
      return OfficePaging()
    }
    let stretch = first.extent.bytes.lowerBound..<last.extent.bytes.upperBound
    repeated = [stretch]
    compile("office:body")
    edits.insert(.piece(.pageEdge), at: stretch.lowerBound, rank: Int.min)
    edits.insert(.piece(.pageEdge), at: stretch.upperBound, rank: Int.max)
    return beginsPage(content, parts)
      ? OfficePaging() : OfficePaging(style: Self.breakStyle, pageBreak: Self.pageBreak)
  }

  /// A header that names a column is no fault of a template, but of one document for all rows.
  mutating func tellWhatPagesShare(from start: Int) {
    for index in sources.compiler.diagnostics.indices.dropFirst(start)
    where sources.compiler.diagnostics[index].id == "template.unknown-name" {
      sources.compiler.diagnostics[index].help.append(.sharedByPages)
    }
  }

  /// What stands in a body before its first paragraph and shows nothing (ODF 1.3 part 3, 3.4).
  private static let declarations: Set = [
    "office:forms", "text:tracked-changes", "text:variable-decls", "text:sequence-decls",
    "text:user-field-decls", "text:dde-connection-decls",
    "text:alphabetical-index-auto-mark-file", "table:calculation-settings",
    "table:content-validations", "table:label-ranges",
  ]

  /// A paragraph that takes no room: what comes first on a page may be a table, a section, or
  /// nothing at all under a condition.
  private static let pageBreak: MarkupFragment = {
    var out = MarkupWriter()
    out.markup("<text:p text:style-name=\"Nouvelle_page_de_liste\"/>")
    return out.finishFragment()
  }()

  /// The prefixes are declared here too: a document need not use all of them.
  private static let breakStyle: MarkupFragment = {
    var out = MarkupWriter()
    out.markup(
      """
      <style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
      style:name="Nouvelle_page_de_liste" style:family="paragraph"><style:paragraph-properties \
      fo:break-before="page" fo:margin-top="0cm" fo:margin-bottom="0cm" \
      fo:line-height="0.02cm"/><style:text-properties fo:font-size="1pt"/></style:style>
      """)
    return out.finishFragment()
  }()

  /// Whether the style of what is shown first begins a page by itself.
  private func beginsPage(_ content: [XMLElement], _ parts: [OfficePart]) -> Bool {
    let styles = parts.flatMap { part in
      ["office:automatic-styles", "office:styles"].flatMap { part.section($0)?.elements ?? [] }
    }
    var name = firstStyle(of: content)
    var seen: Set<String> = []
    while let wanted = name, seen.insert(wanted).inserted {
      let style = styles.first {
        $0.name == "style:style" && $0["style:name"]?.value == wanted
      }
      if let page = style?["style:master-page-name"]?.value { return !page.isEmpty }
      let breaks = style?.elements.compactMap { $0["fo:break-before"]?.value } ?? []
      if let last = breaks.last { return last == "page" }
      name = style?["style:parent-style-name"]?.value
    }
    return false
  }

  /// The style of the first paragraph or table that does not vanish.
  private func firstStyle(of content: [XMLElement]) -> String? {
    let gone = edits.removedRanges
    var waiting = Array(content.reversed())
    while let element = waiting.popLast() {
      if gone.contains(element.extent.bytes) { continue }
      switch element.name {
      case "text:p", "text:h": return element["text:style-name"]?.value
      case "table:table": return element["table:style-name"]?.value
      default: waiting += element.elements.reversed()
      }
    }
    return nil
  }
}
