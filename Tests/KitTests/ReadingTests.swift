import Diagnostics
import Documents
import OfficePackages
import OfficeReading
import Templates
import TestSupport
import Testing

@Suite struct `The text documents of a kit` {
  @Test(arguments: Samples.basins) func `read again say what was written`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let places = sample.composed.documents.map(\.place)
    let byPath = Dictionary(
      uniqueKeysWithValues: places.map { ($0.path(as: $0.nearest(to: .odt)), $0) })
    var count = 0
    for document in sample.composed.documents
    where document.place.formats.contains(.odt) && !document.hasChart
      && sample.composed.officeDocuments[document.place] == nil
    {
      let path = document.place.path(as: .odt)
      let file = SourceFile(id: SourceFile.ID(path), bytes: try #require(sample.files[path]))
      let reader = OfficeReader(try OfficePackage(file), pictureFolder: "images")
      let text = try reader.text(
        in: OfficeSurroundings(folder: document.place.folder, documents: byPath))
      let read = text.blocks(under: document.title).lines.filter { !$0.contains("  columns ") }
      let written = document.body.keptInOffice.lines.filter { !$0.contains("  columns ") }
      expectSame(read.map { "\(path): \($0)" }, written.map { "\(path): \($0)" })
      #expect(text.page == document.page, "\(path)")
      count += 1
    }
    #expect(count > 10)
  }
}

extension Document {
  fileprivate var hasChart: Bool {
    body.contains { block in
      if case .chart = block { true } else { false }
    }
  }
}
