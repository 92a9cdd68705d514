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
  /// What begins a new page before each but the first.
  let pageBreak: MarkupFragment
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
        if index > 0 { renderer.write(.markup(pages.pageBreak), in: frame) }
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
    addBreakStyle(to: part, masterPage: masterPage(of: first, package))
    let (before, page, after) = edits.programs(of: part, around: stretch)
    return OfficePages(before: before, page: page, pageBreak: Self.pageBreak, after: after)
  }

  /// What stands in a body before its first paragraph and shows nothing (ODF 1.3 part 3, 3.4).
  private static let declarations: Set = [
    "office:forms", "text:tracked-changes", "text:variable-decls", "text:sequence-decls",
    "text:user-field-decls", "text:dde-connection-decls",
    "text:alphabetical-index-auto-mark-file", "table:calculation-settings",
    "table:content-validations", "table:label-ranges",
  ]

  private static let breakStyle = "Nouvelle_page_de_liste"

  /// A paragraph that takes no room: what comes first on a page may be a table, a section, or
  /// nothing at all under a condition.
  private static let pageBreak: MarkupFragment = {
    var out = MarkupWriter()
    out.markup("<text:p text:style-name=\"Nouvelle_page_de_liste\"/>")
    return out.finishFragment()
  }()

  /// The page style with which the body begins, so that each page begins with it again.
  private func masterPage(of first: XMLElement, _ package: OfficePackage) -> String? {
    let names = ["text:p", "text:h", "table:table"]
    var waiting = [first]
    var found: XMLElement?
    while found == nil, let element = waiting.popLast() {
      if names.contains(element.name) { found = element }
      waiting += element.elements.reversed()
    }
    let name = found?["text:style-name"]?.value ?? found?["table:style-name"]?.value
    let styles =
      (package.content.section("office:automatic-styles")?.elements ?? [])
      + (package.styles.section("office:styles")?.elements ?? [])
    let style = styles.first { $0.name == "style:style" && $0["style:name"]?.value == name }
    return style?["style:master-page-name"].flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  private mutating func addBreakStyle(to part: OfficePart, masterPage: String?) {
    var out = MarkupWriter()
    // The prefixes are declared here too: a document need not use all of them.
    out.markup(
      """
      <style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
      """)
    out.attribute("style:name", Self.breakStyle)
    out.markup(" style:family=\"paragraph\"")
    if let masterPage { out.attribute("style:master-page-name", masterPage) }
    out.markup(
      """
      ><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0cm" \
      fo:line-height="0.02cm"
      """)
    if masterPage == nil { out.markup(" fo:break-before=\"page\"") }
    out.markup("/><style:text-properties fo:font-size=\"1pt\"/></style:style>")
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
