import Documents
import Markup

/// The line heights from which the place of a letter's date is computed.
struct LetterMetrics: Hashable, Sendable {
  let senderLine: Hundredths
  let referenceLine: Hundredths
  /// The space below the date, as its style has it.
  let belowDate: Hundredths

  /// Where the sender's first line begins, from the top of the page: margin 20 mm, place of the
  /// logo 25 mm, gap 2 mm.
  private static let senderTop: Hundredths = 4_700
  /// Where the date begins at the earliest: below the addressee's frame, which ends at 88 mm.
  private static let dateTop: Hundredths = 9_250
  private static let gap: Hundredths = 400

  /// The space above the date that puts it below the addressee's frame, whatever stands at its
  /// left. Lines that are surely too long for one line of 75 mm count twice.
  func marginAboveDate(after letter: Letter) -> Hundredths {
    let senderLines = letter.sender.reduce(0) { $0 + 1 + $1.plainText.count / 48 }
    let referenceLines = letter.references.reduce(0) { $0 + 1 + $1.plainText.count / 52 }
    var end = Self.senderTop + senderLines * senderLine
    if referenceLines > 0 { end += 200 + referenceLines * referenceLine }
    return max(Self.gap, Self.dateTop - end)
  }
}

// A formal letter after French usage (NF Z 11-001 for the zones): logo and sender upper left with
// the references below them, the addressee where the window of a DL envelope is, then place and
// date, subject, call, body, closing and signature.

extension ContentWriter {
  mutating func write(_ letter: Letter) {
    // The logo's style carries the page style, which begins a page by itself.
    isBreakPending = false
    openParagraph(.logo)
    writeAddresseeFrame(letter.addressee)
    out.text(letter.logo)
    closeParagraph()
    write(letter.letterhead, in: .body(width: Zone.portraitWidth))
    writeLines(letter.sender, .sender)
    writeLines(letter.references, .references)
    out.markup("<text:p")
    let margin = letterMetrics.marginAboveDate(after: letter)
    out.attribute(
      "text:style-name", styles.date(marginTop: margin, marginBottom: letterMetrics.belowDate))
    out.markup(">")
    write(letter.placeAndDate)
    closeParagraph()
    writeLabelled("Objet\u{A0}: ", letter.subject, .subject)
    if let attachments = letter.attachments {
      writeLabelled("P.\u{A0}J.\u{A0}: ", attachments, .attachments)
    }
    writeParagraph(letter.call, .call)
    write(letter.body, in: .letter)
    writeParagraph(letter.closing, .closing)
    writeLines(letter.signature, .signature)
    for copy in letter.copies { writeLabelled("Copie à\u{A0}: ", copy, .copies) }
  }

  private mutating func writeLabelled(
    _ label: StaticString, _ line: Letter.Line, _ style: ParagraphStyle
  ) {
    guard !line.isEmpty else { return }
    openParagraph(style)
    out.markup(label)
    write(line)
    closeParagraph()
  }

  /// The only text box: 100 mm from the left edge of the page and 48 mm from the top, 90 mm wide;
  /// six lines of 5.5 mm end before 88 mm.
  private mutating func writeAddresseeFrame(_ lines: [Letter.Line]) {
    guard !lines.isEmpty else { return }
    letterCount += 1
    out.markup("<draw:frame draw:style-name=\"Fenetre\"")
    out.attribute("draw:name", letterCount == 1 ? "Destinataire" : "Destinataire \(letterCount)")
    out.markup(
      """
       text:anchor-type="paragraph" svg:x="100mm" svg:y="48mm" svg:width="90mm"\
       draw:z-index="0"><draw:text-box fo:min-height="33mm">
      """)
    openParagraph(.addressee)
    writeBrokenLines(lines)
    closeParagraph()
    out.markup("</draw:text-box><svg:title>Destinataire</svg:title></draw:frame>")
  }
}
