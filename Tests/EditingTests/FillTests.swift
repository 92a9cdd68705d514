import Diagnostics
import Editing
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `What a basin filled in` {
  struct Case: Sendable, CustomTestStringConvertible {
    var place: String
    var value: String
    /// What the basins' file says then; nil where it does not fit.
    var written: String?

    var testDescription: String { "\(place): \(value)" }
  }

  private func filling(
    _ fills: [(place: String, value: String)], _ basin: String = "massy"
  ) throws -> BasinFilling {
    let fills = try fills.map { fill in
      BasinFill(
        place: try #require(BasinPlace(fill.place)), value: fill.value, document: "lettre.odt")
    }
    return try fill(basin, with: fills, in: try Base().files)
  }

  private func text(_ filling: BasinFilling) -> String? {
    filling.file.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: [
    Case(
      place: "person/animateur/name", value: "Mme  Claire\u{A0}Martin",
      written: "<person role=\"animateur\" civility=\"Madame\" name=\"Claire\u{A0}Martin\"/>"),
    Case(
      place: "person/animateur/name", value: "Claire Martin",
      written: "<person role=\"animateur\" name=\"Claire Martin\"/>"),
    Case(
      place: "person/animateur/function", value: "Proviseure, lycée « A & B »",
      written: "<person role=\"animateur\" function=\"Proviseure, lycée « A &amp; B »\"/>"),
    Case(
      place: "person/animateur/phone", value: "01\u{A0}23-45.67 89",
      written: "<person role=\"animateur\" phone=\"01 23 45.67 89\"/>"),
    Case(place: "person/animateur/phone", value: "à demander"),
    Case(place: "person/animateur/phone", value: "12"),
    Case(
      place: "person/animateur/mail", value: "a@b.fr",
      written: "<person role=\"animateur\" mail=\"a@b.fr\"/>"),
    Case(place: "person/animateur/mail", value: "a chez b"),
    Case(place: "schools/lycees", value: "9 lycées", written: "<school-counts lycees=\"9\"/>"),
    Case(place: "schools/lycees", value: "neuf"),
    Case(place: "schools/lycees", value: "9 ou 10"),
    Case(place: "schools/lycees", value: "123456"),
  ])
  func `is written where the base keeps it, or told`(_ row: Case) throws {
    let filling = try filling([(row.place, row.value)])
    if let written = row.written {
      #expect(text(filling)?.contains(written) == true)
      #expect(filling.refused.isEmpty && filling.applied.count == 1)
    } else {
      #expect(filling.file == nil)
      #expect(filling.refused.count == 1 && filling.applied.isEmpty)
    }
  }

  @Test func `changes nothing else, and loads`() throws {
    let base = try Base()
    let fills = [
      ("person/animateur/name", "M. Paul Durand"), ("person/animateur/mail", "p@d.fr"),
      ("person/directeur-cio/phone", "0123456789"), ("schools/colleges", "16"),
    ]
    for basin in ["massy", "antony", "mantes-la-jolie"] {
      let file = try #require(try filling(fills, basin).file)
      let files = base.files.map { $0.id == file.id ? file : $0 }
      let loaded = try load(files, schemas: base.schemas, folder: "base").value
      let people = loaded.basins.first { $0.id.text == basin }?.people
      #expect(people?.map(\.name) == ["Paul Durand", nil])
      #expect(people?.map(\.phone) == [nil, "0123456789"])
      let before = base.text(of: "basins.xml").split(separator: "\n")
      let after = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      // A tag that closed itself is the only line that may have changed.
      #expect(before.filter { !after.contains($0) }.allSatisfy { $0.hasSuffix("/>") })
    }
  }

  @Test func `in two ways is told and not written`() throws {
    let filling = try filling([
      ("person/animateur/name", "Claire Martin"), ("person/animateur/name", "Paul Durand"),
    ])
    #expect(filling.file == nil)
    #expect(filling.refused.first?.french.contains("les documents diffèrent") == true)
  }

  @Test func `otherwise than the base says is told, and the same again is settled`() throws {
    // The 16 collèges of the first edition.
    let other = try filling([("schools/colleges", "17")], "mantes-la-jolie")
    #expect(other.file == nil && other.settled.isEmpty)
    #expect(other.refused.first?.french.contains("la base dit « 16 »") == true)
    let same = try filling([("schools/colleges", "16 collèges")], "mantes-la-jolie")
    #expect(same.file == nil && same.refused.isEmpty && same.applied.isEmpty)
    #expect(same.settled == [.schools(.colleges)])
  }

  @Test func `for a role or a basin that nobody knows is left alone`() throws {
    #expect(try filling([("person/roi/name", "Louis")]).file == nil)
    #expect(try filling([("schools/lycees", "3")], "atlantide").file == nil)
    for text in ["", "person", "person/a", "person/a/b", "person//name", "schools/a", "a/b/c"] {
      #expect(BasinPlace(text) == nil, "\(text)")
    }
  }
}
