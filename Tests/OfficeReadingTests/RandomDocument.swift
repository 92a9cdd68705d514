import Documents
import TestSupport

/// Documents of every construct that a text document keeps, at random.
struct RandomDocument {
  private var random: SplitMix64
  private var headingLevel = 1

  init(_ seed: Seed) { random = seed.generator }

  static let neighbour = DocumentPlace(
    folder: "02-etablissements", stem: "18-banque", formats: [.html, .odt])

  mutating func document() -> Document {
    let kind = pick(Document.Kind.allCases)
    var body = kind == .letter ? [.letter(letter())] : blocks(count(2...9))
    if kind == .form, chance(3) {
      body.append(.slip(Slip(title: words(), blocks: [block(depth: 1)])))
    }
    return Document(
      place: DocumentPlace(folder: "01-pilotage", stem: "essai", formats: [.html, .odt]),
      title: "Titre \(words())", kind: kind,
      page: kind == .letter ? .portrait : pick(Document.Page.allCases),
      header: DocumentHeader(
        context: "Bassin d’Évry", notice: chance(2) ? "à confirmer" : nil, purpose: "essayer",
        audience: "l’équipe", moment: "", issued: "17 novembre 2014"),
      body: body)
  }

  // MARK: Choices

  private mutating func count(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  /// Once in so many times.
  private mutating func chance(_ times: Int) -> Bool { count(1...times) == 1 }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[count(0...choices.count - 1)]
  }

  private mutating func words() -> String {
    let words = [
      "élève", "bassin d’Évry", "14\u{202F}h\u{A0}30", "« oui »", "a < b & c", "n°\u{A0}3", "Objet",
      "é\u{301}", "Source", "{{ x }}", "🙂", "—",
    ]
    return (0..<count(1...4)).map { _ in pick(words) }.joined(separator: " ")
  }

  // MARK: Lines

  private mutating func line(depth: Int = 2) -> [Inline] {
    (0..<count(1...4)).map { _ in inline(depth: depth) }
  }

  private mutating func inline(depth: Int) -> Inline {
    switch count(0...(depth > 0 ? 12 : 4)) {
    case 0...3: return .text(words())
    case 4: return .blank(Blank(words()))
    case 5: return .strong(line(depth: depth - 1))
    case 6: return .emphasis(line(depth: depth - 1))
    case 7: return .superscript([.text(words())])
    case 8: return .subscript([.text(words())])
    case 9: return .link(Link(to: target(), [.text(words()), .strong([.text(words())])]))
    case 10: return .strong([.text(words()), .lineBreak, .text(words())])
    case 11: return .note(Note([.paragraph(Paragraph([.text(words())]))]))
    default: return .text(words())
    }
  }

  private mutating func target() -> Link.Target {
    pick([
      .document(Self.neighbour), .file("01-pilotage/calendrier é.ics"),
      .address("https://www.ac-versailles.fr/a?b=c&d"), .address("mailto:a@b.fr"),
    ])
  }

  /// Begins with a word, so that it is neither a choice nor a thing to tick.
  private mutating func saidLine() -> [Inline] { [.text(words())] + line() }

  // MARK: Blocks

  private mutating func blocks(_ count: Int) -> [Block] {
    (0..<count).flatMap { _ in chance(8) ? [.pageBreak, block(depth: 2)] : [block(depth: 2)] }
  }

  private mutating func block(depth: Int) -> Block {
    switch count(0...8) {
    case 0:
      headingLevel = count(2...min(headingLevel + 1, 4))
      return .heading(Heading(level: headingLevel, saidLine(), startsPage: chance(6)))
    case 1: return .paragraph(Paragraph(saidLine(), look: pick(Paragraph.Look.allCases)))
    case 2: return list(depth: depth)
    case 3: return .checklist((0..<count(1...3)).map { _ in CheckItem(saidLine()) })
    case 4: return .facts((0..<count(1...3)).map { _ in Fact(label: words(), value: saidLine()) })
    case 5: return .table(table())
    case 6: return callout()
    case 7: return .form((0..<count(1...4)).map { _ in field() })
    default: return .paragraph(Paragraph(saidLine()))
    }
  }

  private mutating func list(depth: Int) -> Block {
    let isNumbered = chance(2)
    return .list(
      List(
        isNumbered: isNumbered, start: isNumbered && chance(3) ? count(2...9) : 1,
        items: (0..<count(1...4)).map { _ in
          var item: [Block] = [.paragraph(Paragraph(saidLine()))]
          if depth > 0, chance(4) { item.append(list(depth: depth - 1)) }
          return item
        }))
  }

  private mutating func callout() -> Block {
    let kind = pick(Callout.Kind.allCases)
    var blocks: [Block] = [.paragraph(Paragraph([.text("a ")] + line()))]
    if chance(2) { blocks.append(list(depth: 1)) }
    return .callout(Callout(kind, blocks, source: chance(2) ? words() : nil))
  }

  private mutating func field() -> FormField {
    let answer: FormField.Answer =
      switch count(0...2) {
      case 0: .lines(count(1...9))
      case 1: .choices((0..<count(1...4)).map { _ in [.text(words())] })
      default: .value(saidLine())
      }
    return FormField(label: words(), answer: answer)
  }

  private mutating func table() -> Table {
    let columns = (0..<count(2...5)).map { _ in
      Table.Column(share: count(1...4), alignment: pick(Table.Alignment.allCases))
    }
    let table = Table(
      caption: chance(2) ? words() : nil, columns: columns,
      header: rows(chance(3) ? 0 : count(1...2), columns.count, isHeader: true),
      rows: rows(count(1...5), columns.count, isHeader: false))
    // A table of one cell is only a box around what stands in it.
    return (table.header + table.rows).flatMap(\.cells).count > 1 ? table : self.table()
  }

  /// Rows that cover every column, with cells that reach to the right and down.
  private mutating func rows(_ total: Int, _ columns: Int, isHeader: Bool) -> [Table.Row] {
    var spans = RowSpans(columnCount: columns, rowCount: total)
    return (0..<total).map { index in
      let isBand = !isHeader && chance(5)
      var cells: [Table.Cell] = []
      var column = 0
      while true {
        _ = spans.skip(&column)
        guard column < columns else { break }
        var cell = Table.Cell(
          cellBlocks(isHeader: isHeader), isHeading: !isHeader && column == 0 && chance(2),
          span: chance(4) ? 2 : 1, rowSpan: chance(5) ? min(2, total - index) : 1)
        cell.span = spans.place(cell, at: &column).span
        cells.append(cell)
      }
      spans.endRow()
      return Table.Row(cells, look: isBand && !cells.isEmpty ? .band : .plain)
    }
  }

  private mutating func cellBlocks(isHeader: Bool) -> [Block] {
    if isHeader { return [.paragraph(Paragraph([.text(words())]))] }
    switch count(0...5) {
    case 0: return []
    case 1: return [list(depth: 0)]
    default: return [.paragraph(Paragraph(saidLine()))]
    }
  }

  private mutating func lines(_ range: ClosedRange<Int>) -> [Letter.Line] {
    (0..<count(range)).map { _ in [.text(words()), .blank(Blank("nom"))] }
  }

  private mutating func letter() -> Letter {
    Letter(
      logo: "Place du logo", sender: lines(1...4), addressee: lines(1...6),
      placeAndDate: saidLine(), references: lines(0...3), subject: [.text(words())],
      attachments: chance(2) ? [.text(words())] : nil, call: [.text("Madame,")],
      body: [.paragraph(Paragraph(saidLine())), list(depth: 1), .table(table())],
      closing: saidLine(), signature: lines(1...3), copies: lines(0...2))
  }
}
