import Diagnostics
import Markup
import OfficePackages

// One Writer document of many pages, such as a letter to each row of a list. What stands in the
// body is written once for each; styles, headers and footers are those of the document.

/// The parts of `content.xml` for many pages.
struct OfficePages: Sendable {
  let before: Program<OfficePiece>
  /// One page.
  let page: Program<OfficePiece>
  /// What begins a new page before each but the first; nil where the first paragraph's style does.
  let pageBreak: MarkupFragment?
  let after: Program<OfficePiece>
}

extension OfficeTemplate {
  /// One document in which each frame makes a page, or as many as it needs.
  ///
  /// - Parameter shared: the frame of what all pages share.
  func document(of frames: some Sequence<Frame>, sharing shared: Frame) -> OfficeDocument {
    guard let pages else { preconditionFailure("the template was compiled for documents apart") }
    return document(in: shared) { renderer in
      pages.before.run(shared, into: &renderer)
      for (index, frame) in frames.enumerated() {
        if index > 0, let pageBreak = pages.pageBreak {
          renderer.write(.markup(pageBreak), in: frame)
        }
        pages.page.run(frame, into: &renderer)
      }
      pages.after.run(shared, into: &renderer)
    }
  }
}

extension OfficeCompiler {
  /// The programs of a body that is written for each page, nil with diagnostics for a body that
  /// cannot be.
  mutating func pages(of package: OfficePackage) -> OfficePages? {
    let part = package.content
    let body = part.section("office:body")
    let text = body?.elements.first { $0.name == "office:text" }
    let content = (text?.elements ?? []).filter { !Self.declarations.contains($0.name) }
    let frames = content.filter { $0.name.hasPrefix("draw:") }
    for frame in frames {
      let name = frame["draw:name"]?.value ?? ""
      compiler.diagnostics.append(.frameOfPage(name, at: frame.span))
    }
    guard let first = content.first, let last = content.last else {
      compiler.diagnostics.append(.nothingToRepeat(file))
      return nil
    }
    guard frames.isEmpty else { return nil }
    let stretch = first.extent.bytes.lowerBound..<last.extent.bytes.upperBound
    read(part, walking: ["office:body"], repeating: [stretch])
    guard !compiler.diagnostics.hasErrors else { return nil }
    let beginsPage = beginsPage(content, package)
    if !beginsPage { addBreakStyle(to: part) }
    let (before, page, after) = edits.programs(of: part, around: stretch)
    return OfficePages(
      before: before, page: page, pageBreak: beginsPage ? nil : Self.pageBreak, after: after)
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

  /// Whether the style of what is shown first begins a page by itself.
  private func beginsPage(_ content: [XMLElement], _ package: OfficePackage) -> Bool {
    let names = ["text:p", "text:h", "table:table"]
    let gone = edits.removedRanges
    var waiting = Array(content.reversed())
    var first: XMLElement?
    while first == nil, let element = waiting.popLast() {
      if gone.contains(element.extent.bytes) { continue }
      if names.contains(element.name) { first = element }
      waiting += element.elements.reversed()
    }
    let styles =
      (package.content.section("office:automatic-styles")?.elements ?? [])
      + (package.styles.section("office:styles")?.elements ?? [])
    var name = first?["text:style-name"]?.value ?? first?["table:style-name"]?.value
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

  private mutating func addBreakStyle(to part: OfficePart) {
    var out = MarkupWriter()
    // The prefixes are declared here too: a document need not use all of them.
    out.markup(
      """
      <style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
      """)
    out.attribute("style:name", "Nouvelle_page_de_liste")
    out.markup(
      """
       style:family="paragraph"><style:paragraph-properties fo:break-before="page" \
      fo:margin-top="0cm" fo:margin-bottom="0cm" fo:line-height="0.02cm"/>\
      <style:text-properties fo:font-size="1pt"/></style:style>
      """)
    insertStyle(out.finishFragment(), into: part)
  }

  private mutating func insertStyle(_ style: MarkupFragment, into part: OfficePart) {
    var out = MarkupWriter()
    guard let styles = part.section("office:automatic-styles") else {
      guard let body = part.section("office:body") else { return }
      wrap(style, into: &out)
      return edits.insert(
        .piece(.markup(out.finishFragment())), at: body.extent.bytes.lowerBound, rank: nextRank())
    }
    if styles.span.bytes == styles.extent.bytes {
      edits.remove(styles.extent.bytes)
      wrap(style, into: &out)
      edits.insert(
        .piece(.markup(out.finishFragment())), at: styles.extent.bytes.lowerBound,
        rank: nextRank())
    } else {
      edits.insert(.piece(.markup(style)), at: styles.span.bytes.upperBound, rank: nextRank())
    }
  }

  private func wrap(_ style: MarkupFragment, into out: inout MarkupWriter) {
    out.markup("<office:automatic-styles>")
    out.append(style)
    out.markup("</office:automatic-styles>")
  }
}
