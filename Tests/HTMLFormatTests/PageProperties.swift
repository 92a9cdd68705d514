import Documents
import HTMLFormat
import TestSupport
import Testing

@Suite struct `Every page` {
  static let places = [
    SampleSite.home, SampleSite.sheet, SampleSite.check, SampleSite.letter,
  ]

  @Test(arguments: places)
  func `leads only to what is there`(_ place: DocumentPlace) {
    let links = Self.places + [SampleSite.budget]
    let document = SampleSite.makeDocument(
      at: place,
      links.map { .paragraph(Paragraph([.link(Link(to: .document($0), [.text("mot")]))])) })
    let page = SampleSite.page(document)
    let known = Set(
      links.flatMap { place in place.formats.map { place.path(as: $0) } }
        + ["look/kit.css", "look/kit.js"])
    for match in page.matches(of: #/ (?:href|src)="([^"]*)"/#) {
      let target = String(match.1)
      if target.hasPrefix("#") {
        #expect(page.contains(" id=\"\(target.dropFirst())\""), "\(target)")
      } else {
        #expect(known.contains(resolved(target, from: place.folder)), "\(target)")
      }
    }
  }

  /// The path from the root of what `target` means on a page in `folder`.
  private func resolved(_ target: String, from folder: String) -> String {
    var path = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." {
        guard path.popLast() != nil else { return "outside the site" }
      } else {
        path.append(part)
      }
    }
    return path.joined(separator: "/")
  }

  /// A text that tries to leave its place must leave the page's skeleton as a plain one does.
  @Test(arguments: Seed.first(40))
  func `keeps its skeleton whatever its words are`(_ seed: Seed) {
    var generator = seed.generator
    let pieces = [
      "\"", "'", "<", ">", "&", "</p>", "<script>", "-->", "]]>", "&lt;", "\" onload=\"x", "\n",
      "\u{0}", "é", "</textarea>", "</title>", "mot",
    ]
    let hostile = (0..<6).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    #expect(skeleton(of: makePage(hostile)) == skeleton(of: makePage("mot")))
  }

  private func makePage(_ word: String) -> String {
    let line: [Inline] = [
      .text(word), .blank(Blank(word)), .link(Link(to: .file(word), [.text(word)])),
      .link(Link(to: .address("https://example.org/" + word), [.text(word)])),
    ]
    let place = DocumentPlace(folder: "01-pilotage", stem: word, formats: [.html, .odt])
    let outline = Outline(
      title: word + " kit", home: SampleSite.home,
      folders: [
        .init(name: word, title: word, entries: [.init(title: word, place: place)])
      ])
    var document = SampleSite.makeDocument(at: place, title: word, body(word, line))
    document.header = DocumentHeader(
      context: word, notice: word, purpose: word, audience: word, moment: word,
      related: [Link(to: .document(place), line)], issued: word)
    let site = Site(
      outline: outline, stylesheet: word, script: word, footer: word, brand: word)
    return SampleSite.page(document, of: site)
  }

  private func body(_ word: String, _ line: [Inline]) -> [Block] {
    let text = Block.paragraph(Paragraph(line))
    return [
      .heading(Heading(level: 2, line)), text, .list(List(isNumbered: false, items: [[text]])),
      .checklist([CheckItem(line)]), .facts([Fact(label: word, value: line)]),
      .table(
        Table(
          caption: word, columns: [.init(share: 1)], header: [.init([.init([text])])],
          rows: [.init([.init([text])])])),
      .callout(Callout(.experience, [text], source: word)),
      .form([
        FormField(label: word, answer: .lines(2)),
        FormField(label: word, answer: .choices([line])),
        FormField(label: word, answer: .value(line)),
      ]),
      .slip(Slip(title: word, blocks: [text])),
      .letter(
        Letter(
          logo: word, sender: [line], addressee: [line], placeAndDate: line, references: [line],
          subject: line, attachments: line, call: line, body: [text], closing: line,
          signature: [line], copies: [line])),
    ]
  }

  /// The tags with the values of their attributes taken out.
  private func skeleton(of page: String) -> [String] {
    page.matches(of: #/<[^>]*>/#).map { String($0.output.replacing(#/="[^"]*"/#, with: "")) }
  }
}
