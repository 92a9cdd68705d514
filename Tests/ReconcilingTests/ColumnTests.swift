import Diagnostics
import Markup
import OfficePackages
import Reconciling
import Testing

@Suite struct `Widths of columns` {
  private func document(
    _ widths: [String], _ cells: [String] = ["Rôle", "Nom"]
  ) -> SmallDocument {
    let columns = widths.indices.map { #"<table:table-column table:style-name="T.\#($0)"/>"# }
    let texts = cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }
    let table = """
      <table:table table:name="Équipe" table:style-name="T">\(columns.joined())\
      <table:table-row>\(texts.joined())</table:table-row></table:table>
      """
    var document = SmallDocument("<text:section text:name=\"S\">\(table)</text:section>")
    let styles = widths.enumerated().map { number, width in
      """
      <style:style style:name="T.\(number)" style:family="table-column">\
      <style:table-column-properties style:column-width="\(width)"/></style:style>
      """
    }
    document.automatic = """
      <style:style style:name="T" style:family="table"><style:table-properties \
      style:width="170mm"/></style:style>\(styles.joined())
      """
    return document
  }

  /// The widths of the one table of a document.
  private func widths(of bytes: [UInt8]) throws -> [String] {
    let package = try OfficePackage(named("merged.odt", bytes))
    let styles = package.content.section("office:automatic-styles")?.elements ?? []
    let text = try #require(package.content.section("office:body")?.elements.first)
    let table = try #require(text.elements.first?.elements.first)
    return table.elements.compactMap { column in
      guard let name = column["table:style-name"]?.value, column.name == "table:table-column"
      else { return nil }
      let style = styles.first { $0["style:name"]?.value == name }
      return style?.elements.first?["style:column-width"]?.value
    }
  }

  @Test(arguments: [
    ("the basin pulled a line", ["85mm", "85mm"], ["Rôle", "Nom"], ["50mm", "120mm"]),
    ("and wrote into a cell", ["85mm", "85mm"], ["Rôle", "Mme Martin"], ["50mm", "120mm"]),
    ("and the kit did too", ["60mm", "110mm"], ["Rôle", "Nom"], ["50mm", "120mm"]),
  ])
  func `are those of the basin`(
    _ what: String, _ new: [String], _ cells: [String], _ expected: [String]
  ) throws {
    let merged = try merged(
      document(["85mm", "85mm"]), document(["50mm", "120mm"], cells),
      document(new, ["Fonction", "Nom"]))
    #expect(merged.origin == .both)
    #expect(try widths(of: merged.bytes) == expected)
    let text = try Transcript(of: merged.bytes).lines
    #expect(merged.conflicts.isEmpty, "\(text)")
  }

  @Test func `are no change when Writer only rounds them`() throws {
    let base = document(["51mm", "119mm"])
    let saved = document(["5.098cm", "11.899cm"])
    let returned = try ReturnedDocument(saved.file("theirs.odt"), base: base.file("base.odt"))
    #expect(!returned.isChanged)
    #expect(try returned.merged(with: document(["85mm", "85mm"]).file("new.odt")).origin == .new)
  }

  @Test func `are work of the basin, even alone`() throws {
    let base = document(["85mm", "85mm"])
    let returned = try ReturnedDocument(
      document(["70mm", "100mm"]).file("theirs.odt"), base: base.file("base.odt"))
    #expect(returned.isChanged)
    #expect(try returned.merged(with: base.file("new.odt")).origin == .theirs)
  }
}
