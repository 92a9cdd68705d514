import Assembly
import Diagnostics
import Export
import FileTree
import TestSupport
import Testing

@Suite struct `A kit that the European Social Fund pays a part of` {
  private static let mention = "Cofinancé par l’Union européenne, Fonds social européen"

  /// The kit of Évry, with what its element holds.
  private func kit(_ content: String) throws -> Kit {
    var inputs = try Samples.inputs()
    for (index, file) in inputs.knowledge.enumerated()
    where file.id.path.hasSuffix("/basins.xml") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let start = try #require(text.firstRange(of: "<basin id=\"evry\""))
      let end = try #require(text[start.upperBound...].firstRange(of: "/>"))
      let changed = text[..<end.lowerBound] + ">\(content)</basin>" + text[end.upperBound...]
      inputs.knowledge[index] = SourceFile(id: file.id, bytes: Array(changed.utf8))
    }
    let workshop = try Workshop.prepare(inputs, Samples.request).value
    let basin = try #require(try workshop.basins(["evry"]).first)
    return try workshop.kit(for: basin, packing: .folderAndZip).kit
  }

  @Test func `says so at the foot of every page, and no other kit does`() throws {
    for (content, isFunded) in [
      ("<fse edition=\"2015\"/>", true), ("<fse edition=\"2014\"/>", false),
    ] {
      for file in try kit(content).files {
        let name = file.path.name
        if name.hasSuffix(".html") {
          let page = String(decoding: file.bytes, as: UTF8.self)
          let mentions = page.ranges(of: Self.mention).count
          // The file of evidence quotes it in its own text, too.
          let wanted = name.contains("dossier-de-preuves") ? 2 : 1
          #expect(mentions == (isFunded ? wanted : 0), "\(file.path.text)")
        } else if name.hasSuffix(".odt") {
          let styles = try #require(entry("styles.xml", of: file.bytes))
          let text = String(decoding: styles, as: UTF8.self)
          #expect(text.contains(Self.mention) == isFunded, "\(file.path.text)")
          let pages = text.ranges(of: "<style:master-page ").count
          let mentions = text.ranges(of: Self.mention).count
          #expect(mentions == (isFunded ? pages : 0))
        }
      }
    }
  }
}
