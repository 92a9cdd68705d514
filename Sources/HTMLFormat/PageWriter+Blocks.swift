import Documents
import Markup

extension PageWriter {
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let paragraph): write(paragraph)
    case .list(let list): write(list)
    case .checklist(let items): checklist(items)
    case .facts(let facts): write(facts)
    case .table(let table): write(table)
    case .callout(let callout): write(callout)
    case .form(let fields): form(fields)
    case .slip(let slip): write(slip)
    case .letter(let letter): write(letter)
    case .chart(let chart): write(chart)
    case .pageBreak: html.markup("<div class=\"page-break\"></div>\n")
    }
  }

  /// Writes what stands in an item or a cell: one plain paragraph needs no element of its own, and
  /// neither does the one before an item's sub-lists.
  mutating func writeWithin(_ blocks: [Block]) {
    guard case .paragraph(let first)? = blocks.first, first.look == .body,
      blocks.dropFirst().allSatisfy(\.isList)
    else { return write(blocks) }
    write(first.inlines)
    if blocks.count > 1 {
      html.markup("\n")
      write(Array(blocks.dropFirst()))
    }
  }

  private mutating func write(_ heading: Heading) {
    let level = min(max(heading.level, 2), 6)
    html.markup(startTags[level - 2])
    html.attribute("id", ids.unique(for: heading.inlines.plainText))
    html.markup(heading.startsPage ? " class=\"new-page\">" : ">")
    write(heading.inlines)
    html.markup(endTags[level - 2])
  }

  private mutating func write(_ paragraph: Paragraph) {
    switch paragraph.look {
    case .body: html.markup("<p>")
    case .lead: html.markup("<p class=\"lead\">")
    case .small: html.markup("<p class=\"small\">")
    }
    write(paragraph.inlines)
    html.markup("</p>\n")
  }

  private mutating func write(_ list: List) {
    if list.isNumbered, list.start != 1 {
      html.markup("<ol start=\"")
      html.number(list.start)
      html.markup("\">\n")
    } else {
      html.markup(list.isNumbered ? "<ol>\n" : "<ul>\n")
    }
    for item in list.items {
      html.markup("<li>")
      writeWithin(item)
      html.markup("</li>\n")
    }
    html.markup(list.isNumbered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func checklist(_ items: [CheckItem]) {
    html.markup("<ul class=\"checks\">\n")
    for item in items {
      html.markup("<li><label><input type=\"checkbox\"> <span>")
      write(item.inlines)
      html.markup("</span></label></li>\n")
    }
    html.markup("</ul>\n")
  }

  private mutating func write(_ facts: [Fact]) {
    html.markup("<dl class=\"facts\">\n")
    for fact in facts {
      html.markup("<div><dt>")
      html.text(fact.label)
      html.markup("</dt><dd>")
      write(fact.value)
      html.markup("</dd></div>\n")
    }
    html.markup("</dl>\n")
  }

  /// A note with its word. Not an `aside`, which within the main part would be a landmark.
  private mutating func write(_ callout: Callout) {
    switch callout.kind {
    case .todo: openCallout("todo", "☞", "À faire")
    case .caution: openCallout("caution", "⚠\u{FE0E}", "Attention")
    case .experience: openCallout("experience", "↺", "Retour d’expérience")
    case .proposal: openCallout("proposal", "✎", "Proposition")
    }
    write(callout.blocks)
    if let source = callout.source {
      html.markup("<p class=\"source\">Source\u{A0}: ")
      html.text(source)
      html.markup("</p>\n")
    }
    html.markup("</div>\n")
  }

  private mutating func openCallout(
    _ kind: StaticString, _ sign: StaticString, _ word: StaticString
  ) {
    html.markup("<div class=\"callout ")
    html.markup(kind)
    html.markup("\" role=\"note\">\n<p class=\"word\"><span aria-hidden=\"true\">")
    html.markup(sign)
    html.markup("</span> ")
    html.markup(word)
    html.markup("</p>\n")
  }
}

private let startTags: [StaticString] = ["<h2", "<h3", "<h4", "<h5", "<h6"]
private let endTags: [StaticString] = ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]

extension Block {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
