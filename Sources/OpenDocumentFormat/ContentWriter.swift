import Documents
import Markup

/// Writes the body of one `content.xml`, block after block, and notes the automatic styles that it
/// needs on the way.
struct ContentWriter: ~Copyable {
  var out: MarkupWriter
  var styles = AutomaticStyles()
  let place: DocumentPlace
  let letterMetrics: LetterMetrics
  /// Whether the next paragraph or table begins a page.
  var isBreakPending = false
  /// The level of the last heading, so that none is skipped.
  var headingLevel = 0
  /// The text of the last heading, after which tables without a caption are named.
  var topic: String
  var tableNames: Set<String> = []
  var letterCount = 0
  var noteCount = 0
  var isInNote = false

  init(_ document: Document, _ letterMetrics: LetterMetrics) {
    out = MarkupWriter(reserving: 1 << 15)
    place = document.place
    topic = document.title
    self.letterMetrics = letterMetrics
  }

  consuming func finish() -> MarkupFragment { out.finishFragment() }

  /// The first paragraph's style carries the page style (`style:master-page-name`).
  mutating func writeDocument(_ document: Document) {
    let isLandscape = document.page == .landscape
    let width = isLandscape ? Zone.landscapeWidth : Zone.portraitWidth
    switch document.kind {
    case .sheet:
      writeTitle(document.title, isLandscape ? .sheetTitleLandscape : .sheetTitle)
      write(document.header)
    case .letter:
      if case .letter = document.body.first { break }
      writeTitle(document.title, isLandscape ? .formTitleLandscape : .formTitle)
    case .form:
      writeTitle(document.title, isLandscape ? .formTitleLandscape : .formTitle)
    }
    write(document.body, in: .body(width: width))
  }
}

/// Where blocks stand, and what their paragraphs look like there.
struct Zone {
  /// A4 less two margins of 20 mm.
  static let portraitWidth: Hundredths = 17_000
  static let landscapeWidth: Hundredths = 25_700

  /// The room for a table.
  var width: Hundredths
  var paragraph: ParagraphStyle
  var bulletItem: ParagraphStyle
  var numberItem: ParagraphStyle
  var checkItem: ParagraphStyle
  var bullets = ListStyle.bullets
  var numbers = ListStyle.numbers
  /// Whether a paragraph may have a look of its own; in a table or a callout all look the same.
  var hasLooks = false
  /// List items hold paragraphs, headings and lists, and nothing else (ODF 1.3 part 3, 5.3.3).
  var isListItem = false

  static func body(width: Hundredths) -> Zone {
    Zone(
      width: width, paragraph: .body, bulletItem: .bulletItem, numberItem: .numberItem,
      checkItem: .checkItem, hasLooks: true)
  }

  static let letter = Zone(
    width: portraitWidth, paragraph: .letterBody, bulletItem: .letterItem,
    numberItem: .letterItem, checkItem: .letterItem)

  /// A cell, where items look like the other paragraphs.
  static func uniform(_ paragraph: ParagraphStyle, width: Hundredths) -> Zone {
    Zone(
      width: width, paragraph: paragraph, bulletItem: paragraph, numberItem: paragraph,
      checkItem: paragraph)
  }

  func item(_ style: ParagraphStyle) -> Zone {
    var zone = self
    zone.paragraph = style
    zone.hasLooks = false
    zone.isListItem = true
    return zone
  }

  /// Inside a callout, whose frame goes around lists too.
  func callout(_ style: ParagraphStyle) -> Zone {
    var zone = Zone.uniform(style, width: width)
    zone.bullets = .calloutBullets
    zone.numbers = .calloutNumbers
    zone.isListItem = isListItem
    return zone
  }
}
