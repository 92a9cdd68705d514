import Documents

/// Pieces as blocks, with the zones of letters put together.
///
/// A text is a letter when it has a call and another zone. What stands before the first zone stays
/// before the letter; what has no zone goes into the body, wherever it stands, and so does what
/// follows the last zone up to a new page. The zones of a sender or an addressee behind a call
/// begin another letter.
func gatheredLetters(_ pieces: [Piece]) -> [Block] {
  var letters: [LetterDraft] = []
  var before: [Piece] = []
  var after: [Piece] = []
  for piece in pieces where piece.role != .sheetLine {
    if case .letter(let zone) = piece.role, zone != .body, after.isEmpty || zone.opens {
      if letters.last.map({ zone.opens && $0.hasCall }) ?? true { letters.append(LetterDraft()) }
      letters[letters.count - 1].rest += after
      after = []
      letters[letters.count - 1].add(piece, to: zone)
    } else if letters.isEmpty {
      before.append(piece)
    } else if after.isEmpty, !(piece.startsPage && letters[letters.count - 1].isClosed) {
      letters[letters.count - 1].add(piece)
    } else {
      after.append(piece)
    }
  }
  guard letters.contains(where: \.isLetter) else { return gathered(pieces) }
  var blocks = gathered(before)
  for (index, draft) in letters.enumerated() {
    if index > 0 { blocks.append(.pageBreak) }
    blocks.append(.letter(draft.letter))
    blocks += draft.rest.behindLetter
  }
  return blocks + after.behindLetter
}

/// A letter as its zones come in.
private struct LetterDraft {
  private var zones: [LetterZone: [Letter.Line]] = [:]
  private var body: [Piece] = []
  private var zoneCount = 0
  /// What stands behind it, on pages of its own.
  var rest: [Piece] = []

  var hasCall: Bool { zones[.call] != nil }
  var isClosed: Bool { zones[.signature] != nil || zones[.closing] != nil }
  var isLetter: Bool { hasCall && zones.count > 1 }

  mutating func add(_ piece: Piece) { body.append(piece) }

  mutating func add(_ piece: Piece, to zone: LetterZone) {
    guard let inlines = piece.inlines else { return body.append(piece) }
    let lines: [Letter.Line] =
      switch zone {
      case .sender, .addressee, .references, .signature: inlines.lines
      case .copies: inlines.lines.map { withoutLabel("Copie à", $0) }
      case .subject: [withoutLabel("Objet", inlines)]
      case .attachments: [withoutLabel("P. J.", withoutLabel("Pièces jointes", inlines))]
      case .logo, .placeAndDate, .call, .body, .closing: [inlines]
      }
    zones[zone, default: []] += lines
  }

  var letter: Letter {
    Letter(
      logo: joined(.logo).plainText, sender: zones[.sender] ?? [],
      addressee: zones[.addressee] ?? [], placeAndDate: joined(.placeAndDate),
      references: zones[.references] ?? [], subject: joined(.subject),
      attachments: zones[.attachments] == nil ? nil : joined(.attachments),
      call: joined(.call), body: gathered(body), closing: joined(.closing),
      signature: zones[.signature] ?? [], copies: zones[.copies] ?? [])
  }

  /// A zone of one line, whatever paragraphs it was written in.
  private func joined(_ zone: LetterZone) -> Letter.Line {
    Letter.Line((zones[zone] ?? []).joined(separator: [.lineBreak]))
  }
}

extension [Piece] {
  /// What follows a letter, on a page of its own.
  fileprivate var behindLetter: [Block] {
    guard let first, first.startsPage, !first.isHeading else { return gathered(self) }
    return [.pageBreak] + gathered(self)
  }
}

extension LetterZone {
  /// Whether a letter may begin with it.
  fileprivate var opens: Bool {
    switch self {
    case .logo, .sender, .addressee: true
    case .references, .placeAndDate, .subject, .attachments, .call, .body, .closing, .signature,
      .copies:
      false
    }
  }
}

extension [Inline] {
  /// The lines between line breaks.
  fileprivate var lines: [Letter.Line] {
    split(separator: .lineBreak, omittingEmptySubsequences: true).map(Array.init)
  }
}

/// A line without the label at its start, which the format writes.
private func withoutLabel(_ label: String, _ line: Letter.Line) -> Letter.Line {
  let text = line.plainText
  guard let rest = withoutLabel(label, text.replacing("\u{A0}", with: " ")) else { return line }
  var count = text.count - rest.count
  return dropping(&count, from: line)
}

/// Inlines without their first characters, which are text, bold or not.
private func dropping(_ count: inout Int, from line: Letter.Line) -> Letter.Line {
  var result: Letter.Line = []
  for inline in line {
    switch inline {
    case .text(let text) where count > 0:
      let rest = text.dropFirst(count)
      count -= text.count - rest.count
      if !rest.isEmpty { result.append(.text(String(rest))) }
    case .strong(let inner) where count > 0:
      let rest = dropping(&count, from: inner)
      if !rest.isEmpty { result.append(.strong(rest)) }
    default: result.append(inline)
    }
  }
  return result
}
