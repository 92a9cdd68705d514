import Diagnostics
import Documents
import Markup

/// Walks what stands in a text, in the order in which one reads it, and makes pieces of it.
struct BodyReader {
  var styles: StyleSheet
  let pictures: PictureFiles
  /// The places that links of the text lead to, by name.
  let marks: Set<String>
  let surroundings: OfficeSurroundings
  /// Whether the walk is in a header or a footer, where fields only repeat what the document is.
  var isInMargin = false
  /// The page style of the first paragraph.
  private(set) var firstMasterPage: String?
  private var isFirst = true
  private var isBreakPending = false
  /// What is too large to be read, if anything.
  private(set) var fault: Diagnostic?
  var cellCount = 0
  static let cellLimit = 100_000
  /// The numbers after which lists may go on: by their style, and by their own id.
  var lastNumbers: [String: Int] = [:]

  init(
    _ styles: StyleSheet, _ pictures: PictureFiles, marks: Set<String>,
    _ surroundings: OfficeSurroundings
  ) {
    self.styles = styles
    self.pictures = pictures
    self.marks = marks
    self.surroundings = surroundings
  }

  mutating func report(_ diagnostic: Diagnostic) { fault = fault ?? diagnostic }

  /// The pieces of all that an element holds.
  mutating func pieces(in container: XMLElement) -> [Piece] {
    var pieces: [Piece] = []
    for element in container.elements { pieces += self.pieces(of: element) }
    return pieces
  }

  mutating func pieces(of element: XMLElement) -> [Piece] {
    switch element.name {
    case "text:p", "text:h": return paragraph(element)
    case "text:list": return list(element, within: nil, level: 1)
    case "table:table": return table(element)
    case "text:section":
      return element["text:display"]?.value == "none" ? [] : pieces(in: element)
    case "text:numbered-paragraph":
      return pieces(in: element)
    default:
      guard Self.isDrawing(element) else { return [] }
      // A frame that hangs on the page rather than on a paragraph.
      var line = Line()
      draw(element, Line.Look(), &line)
      return finished(&line, StyleSheet.Paragraph(), level: nil)
    }
  }

  /// The blocks of a header or a footer: that of first pages, else the common one.
  mutating func margin(_ page: XMLElement, _ name: String, first: String) -> [Block] {
    let margins = page.elements.filter { $0["style:display"]?.value != "false" }
    guard
      let margin = margins.first(where: { $0.name == first })
        ?? margins.first(where: { $0.name == name })
    else { return [] }
    return gathered(pieces(in: margin))
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ element: XMLElement) -> [Piece] {
    let style = element["text:style-name"].flatMap { styles.paragraphs[$0.value] }
    let paragraph = style ?? StyleSheet.Paragraph()
    noteBreak(before: paragraph)
    guard paragraph.traits.isHidden != true else { return [] }
    // What stands in notes and frames comes first, and begins no page.
    let startsPage = takeBreak()
    var line = Line()
    read(element.children, in: paragraph.traits, link: nil, &line)
    let level = element.name == "text:h" ? headingLevel(element) : nil
    var pieces = finished(&line, paragraph, level: level)
    if pieces.isEmpty {
      isBreakPending = startsPage
    } else {
      pieces[0].startsPage = startsPage
    }
    if paragraph.breaksAfter { isBreakPending = true }
    return pieces
  }

  private func headingLevel(_ element: XMLElement) -> Int {
    min(max(element["text:outline-level"].flatMap { Int($0.value) } ?? 1, 1), 10)
  }

  /// A paragraph begins a page by its own break, or by the page style that it asks for.
  private mutating func noteBreak(before paragraph: StyleSheet.Paragraph) {
    guard !isInMargin else { return }
    if isFirst {
      firstMasterPage = paragraph.masterPage
      isFirst = false
    } else if paragraph.breaksBefore || paragraph.masterPage != nil {
      isBreakPending = true
    }
  }

  mutating func noteBreak() {
    isFirst ? (isFirst = false) : (isBreakPending = true)
  }

  mutating func takeBreak() -> Bool {
    defer { isBreakPending = false }
    return isBreakPending
  }

  /// A line and its frames as pieces. An empty one is no piece: space is a matter of styles.
  private mutating func finished(
    _ line: inout Line, _ style: StyleSheet.Paragraph, level: Int?
  ) -> [Piece] {
    let frames = line.frames
    let isLost = line.isHidden
    let hasLostField = line.hasLostField
    let inlines = line.inlines()
    line = Line()
    var says = inlines.contains { inline in
      if case .mark = inline { false } else { true }
    }
    // What is left of « page 2 sur 3 » says nothing.
    if hasLostField { says = says && !isOnlyOfPageWords(inlines.plainText) }
    var pieces: [Piece] = []
    if says, !isLost {
      var role = style.role
      if let level, role != .title { role = .heading(level) }
      var piece = Piece(inlines, role: role)
      piece.alignment = style.alignment
      pieces = [piece]
    }
    return pieces + frames
  }

  static func isDrawing(_ element: XMLElement) -> Bool {
    element.name.hasPrefix("draw:") || element.name.hasPrefix("dr3d:")
  }
}

/// Whether a text has no other words than those around a page number.
private func isOnlyOfPageWords(_ text: String) -> Bool {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }
    .allSatisfy { ["page", "pages", "p", "sur", "de"].contains($0) }
}
