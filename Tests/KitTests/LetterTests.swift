import Diagnostics
import Markup
import Testing

@Suite struct `The letters of a kit` {
  private static let stems = [
    "02-etablissements/16-lettre-chefs-d-etablissement",
    "02-etablissements/17-lettre-ien-directeurs-d-ecole", "03-partenaires/23-lettre-maire",
    "03-partenaires/24-lettre-association", "03-partenaires/24-lettre-club-sportif",
    "03-partenaires/24-lettre-mediatheque-cinema", "03-partenaires/24-lettre-mission-locale",
    "03-partenaires/25-lettre-chambre-consulaire", "03-partenaires/25-lettre-entreprise",
    "03-partenaires/26-lettre-conseil-general", "03-partenaires/26-lettre-conseil-regional",
    "03-partenaires/29-lettre-remerciements", "04-parents-eleves/30-lettre-parents",
    "04-parents-eleves/31-lettre-federations-de-parents",
  ]

  /// The zones that every letter has, by their style.
  private static let zones = [
    "Place_20_du_20_logo", "Sender", "Addressee", "Lieu_20_et_20_date", "Objet", "Appel",
    "Corps_20_de_20_lettre", "Salutation", "Signature",
  ]

  @Test(arguments: Samples.basins)
  func `are planned, those to partners once for each`(_ id: String) throws {
    let files = try Samples.sample(id).files.keys
    let letters = files.filter { $0.contains("-lettre-") && $0.hasSuffix(".odt") }.sorted()
    #expect(letters == Self.stems.map { $0 + ".odt" })
  }

  @Test(arguments: Samples.basins, stems)
  func `have every zone, and the addressee in the window of an envelope`(
    _ id: String, _ stem: String
  ) throws {
    let letter = try Letter(stem, of: id)
    for zone in Self.zones {
      #expect(!letter.paragraphs(zone).isEmpty, "\(zone)")
    }
    let frame = try #require(letter.body.first { $0.name == "draw:frame" })
    let lines = frame.descendants.filter { $0["text:style-name"]?.value == "Addressee" }
    #expect((4...6).contains(lines.count))
    // DL envelope, 110 × 220 mm: its window stands 20 mm from the right and from the foot.
    #expect(frame["svg:x"]?.value == "100mm")
    #expect(frame["svg:y"]?.value == "48mm")
    #expect(frame["svg:width"]?.value == "90mm")
  }

  @Test(arguments: Samples.basins, stems)
  func `show their zones on their pages too`(_ id: String, _ stem: String) throws {
    let page = try Samples.sample(id).text(of: "\(stem).html")
    let classes = [
      "logo", "sender", "addressee", "place-date", "subject", "call", "closing", "signature",
    ]
    for name in classes { #expect(page.contains("<p class=\"\(name)\">"), "\(name)") }
    let hasSlip = stem.contains("lettre-chefs") || stem.contains("lettre-parents")
    #expect(page.contains("class=\"slip\"") == hasSlip)
  }

  @Test(arguments: Samples.basins, stems)
  func `end with the call that they began with`(_ id: String, _ stem: String) throws {
    let letter = try Letter(stem, of: id)
    let call = try #require(letter.paragraphs("Appel").first)
    let closing = try #require(letter.paragraphs("Salutation").first)
    #expect(call.hasSuffix(","))
    #expect(closing.lowercased().contains(", \(call.lowercased())"))
  }

  /// All but the thanks.
  private static let asking = stems.filter { !$0.hasSuffix("remerciements") }

  @Test(arguments: Samples.basins, asking)
  func `ask for an answer by a day after they leave`(_ id: String, _ stem: String) throws {
    let text = try Letter(stem, of: id).text
    let sent = try #require(days(after: "au plus tard le ", in: text).first)
    let answers = days(after: "avant le ", in: text)
    #expect(!answers.isEmpty)
    #expect(answers.allSatisfy { $0 > sent }, "\(sent), then \(answers)")
  }

  /// The days that follow a word, as numbers of eight digits.
  private func days(after word: String, in text: String) -> [Int] {
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    return text.matches(of: /(\d+)(?:er)? (\p{L}+) (\d{4})/).compactMap { match in
      let before = text[..<match.range.lowerBound]
      let weekdays = /(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) $/
      guard before.replacing(weekdays, with: "").hasSuffix(word),
        let month = months.firstIndex(of: String(match.2)), let day = Int(match.1),
        let year = Int(match.3)
      else { return nil }
      return year * 10_000 + month * 100 + day
    }
  }

  // The academic team restyles its letters in Writer: by their styles, not paragraph by paragraph.
  @Test func `are formatted by named styles alone`() throws {
    for (path, root) in try Self.templates() {
      let automatic = root.styles(in: "office:automatic-styles").compactMap {
        $0["style:family"]?.value
      }
      for family in automatic where family == "paragraph" || family == "text" {
        Issue.record("\(path) has automatic styles of \(family)s")
      }
    }
  }

  @Test func `look in Writer as on their letterhead`() throws {
    let templates = try Self.templates()
    let paper = try #require(templates.first { $0.path.hasSuffix("papier-a-lettres.fodt") }?.root)
    let styles = paper.styles(in: "office:styles")
    for (path, root) in templates {
      for style in root.styles(in: "office:styles") {
        guard let common = styles.first(where: { $0.isNamed(as: style) }) else { continue }
        if common.source != style.source {
          Issue.record("\(path): \(style["style:name"]?.value ?? style.name)")
        }
      }
    }
  }

  private static func templates() throws -> [(path: String, root: XMLElement)] {
    let files = try Samples.files("KitTemplates", [".fodt"]).filter { path, _ in
      path.contains("lettre") || path.contains("communique")
    }
    try #require(files.count > 6)
    return try files.sorted { $0.key < $1.key }.map { ($0.key, try parse($0.value)) }
  }
}

/// A letter as its reader has it.
private struct Letter {
  let body: [XMLElement]

  init(_ stem: String, of id: String) throws {
    let file = try #require(try Samples.sample(id).files["\(stem).odt"])
    let content = try #require(entry("content.xml", of: file))
    body = try parse(SourceFile(id: SourceFile.ID("content.xml"), bytes: content)).descendants
  }

  /// What stands in the paragraphs of a style, with ordinary spaces.
  func paragraphs(_ style: String) -> [String] {
    body.filter { $0.name == "text:p" && $0["text:style-name"]?.value == style }.map(words)
  }

  var text: String { body.filter { $0.name == "text:p" }.map(words).joined(separator: "\n") }

  private func words(of paragraph: XMLElement) -> String {
    paragraph.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }
}

extension XMLElement {
  /// The element itself and all in it, in the order in which one reads them.
  fileprivate var descendants: [XMLElement] { [self] + elements.flatMap(\.descendants) }

  /// The styles in a section of a flat document.
  fileprivate func styles(in section: String) -> [XMLElement] {
    elements.first { $0.name == section }?.elements ?? []
  }

  fileprivate func isNamed(as other: XMLElement) -> Bool {
    let keys = ["style:name", "style:family"]
    return name == other.name && keys.allSatisfy { self[$0]?.value == other[$0]?.value }
  }

  /// Its tags and those in it, as they are written but for white space.
  fileprivate var source: [String] {
    descendants.map { element in
      ([element.name] + element.attributes.map { "\($0.name)=\($0.value.string)" })
        .joined(separator: " ")
    }
  }
}
