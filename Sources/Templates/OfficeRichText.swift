import Diagnostics
import Documents
import Markup
import OfficePackages

// A rich text that stands alone in a paragraph of a Writer document: each of its paragraphs is
// another such paragraph, its lists and its bold have the styles that the document has for them.

/// How a rich text looks in one place of a document.
struct OfficeRichForm: Sendable {
  /// The tags around the text of the paragraph that the value takes the place of.
  let opening: MarkupFragment
  let closing: MarkupFragment
  let styles: OfficeRichStyles
}

/// The names of the styles for what a paragraph cannot say.
struct OfficeRichStyles: Sendable {
  private(set) var bullets = "Puces_i0"
  private(set) var numbers = "Rangs_i0"
  private(set) var strong = "Gras_i0"
  /// For the letters of ordinals.
  private(set) var raised = "Exposant_i0"

  /// Those of the documents that have some by the names that Writer gives them, or else our own.
  init(of packages: [OfficePackage]) {
    let styles = packages.flatMap { $0.styles.section("office:styles")?.elements ?? [] }
    let names = Set(styles.map { "\($0.name) \($0["style:name"]?.value ?? "")" })
    if names.contains("text:list-style List_20_1") { bullets = "List_20_1" }
    if names.contains("text:list-style Numbering_20_1") { numbers = "Numbering_20_1" }
    if names.contains("style:style Strong_20_Emphasis") { strong = "Strong_20_Emphasis" }
    if names.contains("style:style Exposant") { raised = "Exposant" }
  }

  /// Our own styles, for a document that has none. Prefixes are declared where they are used, as a
  /// document may lack them.
  static var own: MarkupFragment {
    var out = MarkupWriter()
    out.markup(
      """
      <text:list-style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      style:name="Puces_i0"><text:list-level-style-bullet text:level="1" text:bullet-char="•">\
      <style:list-level-properties text:space-before="5mm" text:min-label-width="5mm"/>\
      </text:list-level-style-bullet></text:list-style>\
      <text:list-style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      style:name="Rangs_i0"><text:list-level-style-number text:level="1" style:num-format="1" \
      style:num-suffix="."><style:list-level-properties text:space-before="5mm" \
      text:min-label-width="6mm"/></text:list-level-style-number></text:list-style>\
      <style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
      style:name="Gras_i0" style:family="text"><style:text-properties fo:font-weight="bold"/>\
      </style:style>
      """)
    return out.finishFragment()
  }

  /// Our own style for what is raised.
  static var ownRaised: MarkupFragment {
    var out = MarkupWriter()
    out.markup(
      """
      <style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
      style:name="Exposant_i0" style:family="text"><style:text-properties \
      style:text-position="super 65%"/></style:style>
      """)
    return out.finishFragment()
  }
}

extension OfficeCompiler {
  /// Lets a rich text take the place of the paragraph in which it stands alone, or else be part of
  /// the line.
  ///
  /// - Returns: whether it takes the place.
  mutating func replaceParagraph(
    of line: OfficeLine, at range: Range<Int>, by expression: Expression, beside marks: [OfficeMark]
  ) -> Bool {
    guard line.element.name == "text:p", line.isBare(before: range.lowerBound),
      line.isBare(after: range.upperBound), isAlone(among: marks),
      let parent = path.dropLast().last,
      Self.holdsLists(parent)
    else { return false }
    var opening = MarkupWriter()
    var closing = MarkupWriter()
    let holders = [line.element] + line.holders(at: range.lowerBound)
    for element in holders {
      opening.beginTag(of: element)
      for attribute in element.attributes where attribute.name != "xml:id" {
        opening.attribute(attribute, attribute.value.string)
      }
      opening.markup(">")
    }
    for element in holders.reversed() { closing.endTag(of: element) }
    let form = OfficeRichForm(
      opening: opening.finishFragment(), closing: closing.finishFragment(),
      styles: sources.richStyles)
    insert(.piece(.rich(expression, form)), at: start(of: range, in: line))
    edits.remove(line.element.extent.bytes)
    hasRichText = true
    mayRaise = true
    return true
  }

  private static func holdsLists(_ element: XMLElement) -> Bool {
    holdsBodies(element) || element.name == "text:list-item"
  }
}

extension OfficeRenderer {
  mutating func write(_ value: Value, _ form: OfficeRichForm) {
    if case .rich(let blocks) = value {
      write(blocks, form)
    } else {
      writeParagraph(form) { renderer in renderer.write(value) }
    }
  }

  private mutating func write(_ blocks: [Block], _ form: OfficeRichForm) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        writeParagraph(form) { renderer in renderer.write(paragraph.inlines, form.styles) }
      case .list(let list):
        out.markup("<text:list")
        out.attribute(
          "text:style-name", list.isNumbered ? form.styles.numbers : form.styles.bullets)
        out.markup(">")
        for item in list.items {
          out.markup("<text:list-item>")
          write(item, form)
          out.markup("</text:list-item>")
        }
        out.markup("</text:list>")
      case .heading, .checklist, .facts, .table, .callout, .form, .slip, .letter, .chart,
        .pageBreak:
        preconditionFailure("a rich text holds paragraphs and lists alone")
      }
    }
  }

  private mutating func writeParagraph(
    _ form: OfficeRichForm, _ content: (inout OfficeRenderer) -> Void
  ) {
    out.append(form.opening)
    content(&self)
    out.append(form.closing)
  }

  private mutating func write(_ inlines: [Inline], _ styles: OfficeRichStyles) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): out.officeText(text)
      case .strong(let inner): write(inner, styles, as: styles.strong)
      case .superscript(let inner): write(inner, styles, as: styles.raised)
      case .emphasis(let inner), .subscript(let inner): write(inner, styles)
      case .link(let link): write(link.inlines, styles)
      case .blank(let blank): write(.blank(blank.name))
      case .picture(let picture): out.officeText(picture.description)
      case .note, .mark: break
      case .box: out.markup("☐")
      case .lineBreak: out.markup("<text:line-break/>")
      }
    }
  }

  private mutating func write(
    _ inlines: [Inline], _ styles: OfficeRichStyles, as style: String
  ) {
    out.markup("<text:span")
    out.attribute("text:style-name", style)
    out.markup(">")
    write(inlines, styles)
    out.markup("</text:span>")
  }
}
