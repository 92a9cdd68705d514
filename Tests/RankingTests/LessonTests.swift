import KnowledgeBase
import Ranking
import TestSupport
import Testing

@Suite struct `Lessons` {
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  private func share(
    _ places: [[LessonPlace]], isNew: Bool = true
  ) throws -> [LessonPlace: [Int]] {
    let basin = try #require(base.basins.first { $0.id.text == "mantes-la-jolie" })
    let lessons = base.lessons.sorted { $0.id < $1.id }
    return shareLessons(
      lessons, places: places, for: basin, isNew: isNew, base.ranking)
  }

  @Test(arguments: Seed.first(20))
  func `are told at few places, and few at each`(_ seed: Seed) throws {
    var random = seed.generator
    let all = (0..<6).map { LessonPlace.document("d\($0)") }
    let places = base.lessons.map { _ in
      Array(all.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)))
    }
    let told = try share(places)
    for (place, lessons) in told {
      #expect(lessons.count <= base.ranking.lessonsPerPlace)
      #expect(Set(lessons).count == lessons.count)
      #expect(lessons.allSatisfy { places[$0].contains(place) })
    }
    let uses = Dictionary(grouping: told.values.joined(), by: \.self).mapValues(\.count)
    #expect(uses.values.allSatisfy { $0 <= base.ranking.placesPerLesson })
    // No place stays empty while a lesson for it is told nowhere.
    for place in all where told[place] == nil {
      #expect(places.indices.allSatisfy { !places[$0].contains(place) || uses[$0] != nil })
    }
  }

  @Test func `of the basin itself come first`() throws {
    let place = LessonPlace.document("d")
    let told = try share(base.lessons.map { _ in [place] })
    let lessons = base.lessons.sorted { $0.id < $1.id }
    let first = try #require(told[place]?.first)
    #expect(lessons[first].basins.map(\.text) == ["mantes-la-jolie"])
  }
}
