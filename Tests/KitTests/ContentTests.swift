import Assembly
import Documents
import Export
import Templates
import TestSupport
import Testing

@Suite struct `What a kit says` {
  @Test(arguments: Samples.basins)
  func `of its blanks is in the manifest as in the documents`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let inDocuments = sample.composed.documents.map { document in
      let place = document.place
      return (
        path: place.folder.isEmpty ? place.stem : "\(place.folder)/\(place.stem)",
        title: document.title, names: document.body.blankNames
      )
    }.filter { !$0.names.isEmpty }
    let inManifest = sample.finished.manifest.blanks
    #expect(inManifest.map(\.document) == inDocuments.map(\.path))
    #expect(inManifest.map(\.title) == inDocuments.map(\.title))
    for (listed, document) in zip(inManifest, inDocuments) {
      #expect(
        Set(listed.names).symmetricDifference(document.names).isEmpty, "\(document.title)")
    }
    #expect(sample.finished.manifest.documentCount == sample.composed.documents.count)
  }

  @Test(arguments: Samples.basins)
  func `of its blanks is in the pages, the text documents and the list`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let list = try #require(sample.files["00-demarrer/00-a-completer.html"])
    let listed = withPlainSpaces(visibleText(of: list))
    for document in sample.composed.documents {
      let names = document.body.blankNames
      let expected = Set(names)
      let page = try #require(sample.files[document.place.path(as: .html)])
      #expect(Set(blanks(inPage: page)) == expected, "\(document.title)")
      if document.place.formats.contains(.odt) {
        let file = try #require(sample.files[document.place.path(as: .odt)])
        let content = try #require(entry("content.xml", of: file))
        #expect(Set(values(of: "text:description", in: content)) == expected, "\(document.title)")
      }
      for name in names where !listed.contains(withPlainSpaces(name)) {
        Issue.record("\(name) is not on the list")
      }
    }
  }

  private func withPlainSpaces(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  private func blanks(inPage bytes: [UInt8]) -> [String] {
    let start = "<span class=\"blank\"><span class=\"unseen\">à compléter\u{A0}: </span>"
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .map { unescaped($0.prefix { $0 != "<" }) }
  }

  private func visibleText(of page: [UInt8]) -> String {
    let pieces = String(decoding: page, as: UTF8.self).split(separator: "<")
    return unescaped(pieces.map { $0.drop { $0 != ">" }.dropFirst() }.joined()[...])
  }

  private func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&amp;", with: "&")
  }

  private static let cards = ["OUVRIR-LA-CLE.html", "00-demarrer/03-carte-d-identite.html"]

  // A name that no source attests is never shown as official.
  @Test(arguments: Samples.basins, cards)
  func `of a name that is not confirmed is on the first page and on the identity card`(
    _ id: String, path: String
  ) throws {
    let sample = try Samples.sample(id)
    let text = visibleText(of: try #require(sample.files[path])).lowercased()
    #expect(sample.finished.manifest.isConfirmed == (id != "nanterre"))
    #expect(text.contains("confirmer par l’académie") == (id == "nanterre"))
  }

  @Test(arguments: Samples.basins)
  func `holds nothing of a template nor of another basin's team`(_ id: String) throws {
    let sample = try Samples.sample(id)
    for (path, bytes) in sample.files where path.hasSuffix(".html") {
      let text = visibleText(of: bytes)
      for stray in ["{{", "}}", "Optional(", "nil,"] {
        #expect(!text.contains(stray), "\(path) holds \(stray)")
      }
    }
  }

  @Test func `depends on what the basin has done before`() throws {
    let (new, experienced) = (try Samples.sample("etampes"), try Samples.sample("evry"))
    #expect(new.finished.manifest.isNew && !experienced.finished.manifest.isNew)
    #expect(new.files["00-demarrer/02-mode-d-emploi.html"] != nil)
    #expect(new.files["00-demarrer/02-ce-qui-change.html"] == nil)
    #expect(experienced.files["00-demarrer/02-ce-qui-change.odt"] != nil)
    #expect(experienced.files["00-demarrer/02-mode-d-emploi.odt"] == nil)
  }

  private static let pages = [
    "00-demarrer/02-mode-d-emploi", "00-demarrer/02-ce-qui-change", "01-pilotage/08-retroplanning",
    "03-partenaires/23-lettre-maire", "02-etablissements/16-lettre-chefs-d-etablissement",
    "01-pilotage/09-liste-de-controle", "01-pilotage/08-conflits-et-vigilance",
    "01-pilotage/08-plan-en-image", "01-pilotage/08-mes-dates-animateur",
    "06-jour-j/44-quantites-a-prevoir",
  ]

  // The wording of nine documents for each of two basins: it changes on purpose only.
  @Test(arguments: ["evry", "etampes"])
  func `is worded so`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let found = sample.composed.documents.filter { document in
      Self.pages.contains { document.place.path(as: .odt) == "\($0).odt" }
    }
    #expect(found.count == 9)
    for document in found {
      try expectGolden(wording(of: document), "Kit/\(id)/\(document.place.stem).txt")
    }
  }
}
