import Documents
import Templates
import TestSupport
import Testing

@Suite struct `The lessons of a kit` {
  /// The documents that lessons of the base name and that stay with the team.
  private static let sheets: Set = [
    "banque-d-actions", "carte-d-identite", "ce-qui-change", "mode-d-emploi", "ordres-du-jour",
    "quantites", "retroplanning",
  ]

  @Test(arguments: Samples.basins)
  func `are told where they help, and not everywhere`(_ id: String) throws {
    let sample = try Samples.sample(id)
    var places: [String: Set<String>] = [:]
    for (document, origin) in zip(sample.composed.documents, sample.composed.origins) {
      let lessons = document.body.lessons
      #expect(Set(lessons).count == lessons.count, "\(document.title)")
      if Self.sheets.contains(origin.id) {
        #expect((1...3).contains(lessons.count), "\(document.title)")
      }
      for lesson in lessons { places[lesson, default: []].insert(document.title) }
    }
    #expect(places.values.allSatisfy { $0.count <= 2 })
    #expect(places.count >= 15)
  }
}

extension [Block] {
  /// What the callouts of experience say, however deep.
  fileprivate var lessons: [String] {
    flatMap { block -> [String] in
      guard case .callout(let callout) = block, callout.source != nil else { return [] }
      return [callout.blocks.map(\.text).joined()]
    }
  }
}

extension Block {
  fileprivate var text: String {
    guard case .paragraph(let paragraph) = self else { return "" }
    return paragraph.inlines.map { inline in
      if case .text(let run) = inline { run } else { "" }
    }.joined()
  }
}
