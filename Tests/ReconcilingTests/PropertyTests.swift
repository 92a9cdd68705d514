import Diagnostics
import FileTree
import Markup
import Reconciling
import OfficePackages
import TestSupport
import Testing

@Suite struct `Merging` {
  /// Sentences that have little in common.
  private static func sentences(_ seed: Seed) -> [String] {
    var generator = seed.generator
    let words = [
      "accueil", "affiche", "atelier", "bassin", "bilan", "calendrier", "classe", "collège",
      "courrier", "élève", "équipe", "famille", "forum", "lycée", "mairie", "partenaire", "presse",
      "programme", "réunion", "salle", "semaine", "visite",
    ]
    return (0..<12).map { index in
      let picked = (0..<8).compactMap { _ in words.randomElement(using: &generator) }
      return "\(index) \(picked.joined(separator: " "))"
    }
  }

  private func lines(of document: ReconciledDocument) throws -> [String] {
    try Transcript(of: document.bytes).lines
  }

  @Test(arguments: Seed.first(20))
  func `with nothing of the basin's gives the new document`(_ seed: Seed) throws {
    let base = SmallDocument(paragraphs: Self.sentences(seed))
    let new = SmallDocument(paragraphs: Self.sentences(Seed(value: seed.value + 100)))
    let result = try merged(base, base, new)
    #expect(result.origin == .new)
    #expect(try result.bytes == new.file("new.odt").bytes)
  }

  @Test(arguments: Seed.first(20))
  func `with nothing new gives the basin's document`(_ seed: Seed) throws {
    let base = SmallDocument(paragraphs: Self.sentences(seed))
    let theirs = SmallDocument(paragraphs: Self.sentences(Seed(value: seed.value + 100)))
    let result = try merged(base, theirs, base)
    #expect(result.origin == .theirs)
    #expect(try result.bytes == theirs.file("theirs.odt").bytes)
  }

  @Test(arguments: Seed.first(40))
  func `of changes in different places has them all and no conflict`(_ seed: Seed) throws {
    var generator = seed.generator
    let base = Self.sentences(seed)
    var (theirs, new, both) = (base, base, base)
    for index in base.indices {
      let text = base[index] + " de plus"
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: theirs[index] = text
      case 1: new[index] = text
      default: continue
      }
      both[index] = text
    }
    let result = try merged(
      SmallDocument(paragraphs: base), SmallDocument(paragraphs: theirs),
      SmallDocument(paragraphs: new))
    #expect(result.conflicts.isEmpty)
    #expect(try lines(of: result) == both)
  }

  /// Whatever the two sides do, what either of them wrote stands in the result.
  @Test(arguments: Seed.first(60))
  func `loses nothing that either side wrote`(_ seed: Seed) throws {
    var generator = seed.generator
    let base = Self.sentences(seed)
    func edited(_ word: String) -> [String] {
      var lines = base
      for _ in 0..<4 {
        let place = Int.random(in: 0..<lines.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: lines.remove(at: place)
        case 1: lines.insert("\(word) \(lines.count) ajoute une phrase entière", at: place)
        case 2: lines[place] += " \(word)"
        default: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &generator))
        }
      }
      return lines
    }
    let (theirs, new) = (edited("bassin"), edited("kit"))
    let result = try merged(
      SmallDocument(paragraphs: base), SmallDocument(paragraphs: theirs),
      SmallDocument(paragraphs: new))
    let there = try lines(of: result)
    for line in theirs + new where !base.contains(line) {
      #expect(there.contains(line), "« \(line) » in \(there)")
    }
    let known = Set(base + theirs + new)
    for line in there where !line.hasPrefix("⇄") { #expect(known.contains(line)) }
  }

  @Test func `counts no name of a style, no page break and no cut of a line`() throws {
    let base = SmallDocument("<text:p text:style-name=\"Standard\">Un deux trois</text:p>")
    var theirs = SmallDocument(
      """
      <text:p text:style-name="P9"><text:span text:style-name="T4">Un </text:span>deux\
      <text:soft-page-break/><text:s/>trois<text:bookmark text:name="a"/></text:p>
      """)
    theirs.automatic = """
      <style:style style:name="P9" style:family="paragraph" style:parent-style-name="Standard">\
      <style:paragraph-properties loext:contextual-spacing="false"/></style:style>\
      <style:style style:name="T4" style:family="text"/>
      """
    let returned = try ReturnedDocument(theirs.file("theirs.odt"), base: base.file("base.odt"))
    #expect(!returned.isChanged)
  }

  @Test func `brings styles and pictures along under names of their own`() throws {
    let base = SmallDocument(paragraphs: ["un", "deux"])
    var theirs = SmallDocument(
      """
      <text:p text:style-name="Standard">un</text:p><text:p text:style-name="Standard">deux</text:p>\
      <text:p text:style-name="A1" loext:x="y">trois<loext:y>quatre</loext:y><draw:frame>\
      <draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>
      """)
    theirs.automatic = """
      <style:style style:name="A1" style:family="paragraph" style:parent-style-name="Maison">\
      <style:text-properties fo:font-weight="bold" loext:z="1"/></style:style>
      """
    theirs.styles += """
      <style:style style:name="Maison" style:family="paragraph" \
      style:parent-style-name="Standard"/>
      """
    theirs.files = ["Pictures/a.png": "theirs"]
    var new = SmallDocument(
      """
      <text:p text:style-name="A1">un et demi</text:p><text:p text:style-name="Standard">deux</text:p>
      """)
    new.automatic = #"<style:style style:name="A1" style:family="paragraph"/>"#
    new.files = ["Pictures/a.png": "new"]
    let result = try merged(base, theirs, new)
    let package = try OfficePackage(named("merged.odt", result.bytes))
    let names = package.content.section("office:automatic-styles")?.elements
      .compactMap { $0["style:name"]?.value }
    #expect(names == ["A1", "Bassin1"])
    let known = package.styles.section("office:styles")?.elements
      .compactMap { $0["style:name"]?.value }
    #expect(known == ["Standard", "Maison"])
    #expect(package.files.map(\.path.text) == ["Pictures/a.png", "Pictures/bassin-1.png"])
    let text = String(
      decoding: try part("content.xml", of: named("m.odt", result.bytes)).bytes,
      as: UTF8.self)
    #expect(text.contains(#"<text:p text:style-name="Bassin1">troisquatre"#))
    #expect(text.contains(#"xlink:href="Pictures/bassin-1.png""#))
    #expect(!text.contains("loext:z"))
  }

  @Test func `keeps the basin's header, and its own styles with it`() throws {
    let master = """
      <style:master-page style:name="Standard" style:page-layout-name="">\
      <style:header><text:p>HEAD</text:p></style:header></style:master-page>
      """
    var base = SmallDocument(paragraphs: ["un"])
    base.masters = master
    var theirs = base
    theirs.masters = master.replacing("HEAD", with: "Collège Jean-Moulin")
    var new = SmallDocument("<text:p text:style-name=\"Neuf\">un et demi</text:p>")
    new.masters = master
    new.styles += #"<style:style style:name="Neuf" style:family="paragraph"/>"#
    let result = try merged(base, theirs, new)
    #expect(result.keepsLook)
    let styles = String(
      decoding: try part("styles.xml", of: named("m.odt", result.bytes)).bytes,
      as: UTF8.self)
    #expect(styles.contains("Collège Jean-Moulin"))
    #expect(styles.contains(#"style:name="Neuf""#))
    #expect(try lines(of: result) == ["un et demi"])
  }
}
